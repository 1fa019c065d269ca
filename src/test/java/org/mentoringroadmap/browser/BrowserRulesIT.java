package org.mentoringroadmap.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a real browser makes of the rules that come with our answers. */
@BrowserTest
class BrowserRulesIT {
    /** Sends itself, as soon as it is opened, with a file in it. */
    private static final String FOREIGN_PAGE = """
            <form id=f method=post enctype="multipart/form-data" action="%s/engine-rest/deployment/create">
            <input name="deployment-name" value="csrf"><input type=file name="a.txt" id=x></form>
            <script>const t = new DataTransfer(); t.items.add(new File(['x'], 'a.txt'));
            x.files = t.files; f.submit()</script>
            """;

    @LocalServerPort
    int port;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CURATOR", "ADMINISTRATOR"})
    void noPageOfTheMenuBreaksTheRules(Role role, Browser browser) {
        try (Visitor visitor =
                Visitor.atLaptop(browser, port, "rules-" + role.id()).signIn(role.id(), role.id())) {
            Set<String> menu = new LinkedHashSet<>();
            for (Locator link : visitor.page().locator("#menu a").all()) {
                menu.add(link.getAttribute("href"));
            }
            menu.add(Webapps.PAGES + "/welcome/default/");
            assertThat(menu).contains("/", "/documents", Webapps.TASKLIST);
            for (String path : menu) {
                assertThat(visitor.open(path)).as(path).isEqualTo(200);
                if (path.startsWith(Webapps.PAGES)) {
                    visitor.page().waitForFunction("() => document.querySelector('[ng-view]').children.length > 0");
                    visitor.page().waitForLoadState(LoadState.NETWORKIDLE);
                }
                assertThat(visitor.takeComplaints()).as("%s, %s", role, path).isEmpty();
            }
        }
    }

    /** The rules are at work, not only sent. */
    @Test
    void whatSomebodyWouldPutIntoAPageDoesNothing(Browser browser) {
        try (Visitor curator = Visitor.atLaptop(browser, port, "rules").signIn("curator", "curator")) {
            Page page = curator.page();
            curator.open("/documents");
            Object done = page.evaluate("""
                    async () => {
                      const broken = [];
                      document.addEventListener('securitypolicyviolation', event => broken.push(event.effectiveDirective));
                      document.querySelector('main').insertAdjacentHTML('beforeend',
                        '<p id="put" style="position: fixed" onclick="window.done = 1">x</p>'
                        + '<img src="https://example.org/x.png"><iframe src="https://example.org/"></iframe>');
                      const script = document.createElement('script');
                      script.textContent = 'window.done = 1';
                      document.body.append(script);
                      document.getElementById('put').click();
                      for (let waited = 0; waited < 600 && new Set(broken).size < 5; waited++) {
                        await new Promise(resolve => setTimeout(resolve, 50));
                      }
                      return [String(window.done), getComputedStyle(document.getElementById('put')).position,
                        [...new Set(broken)].sort().join(' ')];
                    }
                    """);
            assertThat(done)
                    .isEqualTo(List.of(
                            "undefined", "static", "frame-src img-src script-src-attr script-src-elem style-src-attr"));
        }
    }

    @Test
    void aPageOfAnotherSiteReachesNothingWithAPasswordThatTheBrowserKnows(Browser browser) {
        String here = "http://localhost:" + port;
        String password = Base64.getEncoder().encodeToString("administrator:administrator".getBytes(UTF_8));
        Browser.NewContextOptions knowsThePassword =
                new Browser.NewContextOptions().setExtraHTTPHeaders(Map.of("Authorization", "Basic " + password));
        try (BrowserContext context = browser.newContext(knowsThePassword)) {
            Page page = context.newPage();
            assertThat(page.navigate(here + "/engine-rest/engine").status())
                    .as("typed by the person")
                    .isEqualTo(200);
            for (String site : List.of("http://elsewhere.example/", "http://localhost:4999/")) {
                page.route(
                        site,
                        route -> route.fulfill(new Route.FulfillOptions()
                                .setContentType("text/html")
                                .setBody(FOREIGN_PAGE.formatted(here))));
                Response answer =
                        page.waitForResponse(here + "/engine-rest/deployment/create", () -> page.navigate(site));
                assertThat(answer.request().allHeaders()).containsKey("authorization");
                assertThat(answer.status()).as(site).isEqualTo(403);
                assertThat(answer.text()).as(site).contains("страница другого сайта");
            }
            assertThat(page.request()
                            .get(here + "/engine-rest/deployment/count?name=csrf")
                            .text())
                    .isEqualTo("{\"count\":0}");
        }
    }

    @Test
    void otherSitesDoNotLearnASearch(Browser browser) {
        try (Visitor curator = Visitor.atLaptop(browser, port, "referrer").signIn("curator", "curator")) {
            Page page = curator.page();
            curator.open("/documents?q=Примеров");
            page.route(
                    "http://elsewhere.example/",
                    route -> route.fulfill(new Route.FulfillOptions()
                            .setContentType("text/html")
                            .setBody("<p id=referrer></p>")));
            page.evaluate("() => { const a = document.createElement('a'); a.href = 'http://elsewhere.example/';"
                    + " document.body.append(a); a.click(); }");
            page.waitForURL("http://elsewhere.example/");
            assertThat(page.evaluate("() => document.referrer")).isEqualTo("");
        }
    }
}
