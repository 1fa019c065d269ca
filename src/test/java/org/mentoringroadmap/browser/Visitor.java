package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ReducedMotion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A person at a screen: signs in, opens pages, looks. Whatever the browser complains about is remembered. */
class Visitor implements AutoCloseable {
    /** How long anything may take on a machine that has other things to do. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Smallest height of what is tapped (WCAG 2.2, 2.5.8). */
    private static final double FINGER = 24;

    private static final int LAST_WORDS = 400;
    private static final double LAST_LOOK_MS = 2_000;
    private static final Duration FIRST_LOOK = Duration.ofSeconds(3);
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final boolean PICTURES = Boolean.getBoolean("test.pictures");

    /** What axe does not ask: the language of this product, one heading above all, every id once. */
    private static final String ORDER = """
            () => {
              const headings = [...document.querySelectorAll('h1')].filter((e) => e.checkVisibility({visibilityProperty: true}));
              const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
              return [
                ...(document.documentElement.lang === 'ru' ? [] : ['the language is not ru']),
                ...(headings.length === 1 ? [] : [headings.length + ' headings h1']),
                ...ids.filter((id, at) => ids.indexOf(id) !== at).map((id) => 'used twice: id ' + id),
              ];
            }
            """;

    /** Rules of WCAG 2.1 A and AA, and of good practice where axe holds a breach for serious. */
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "best-practice");

    private static final Set<String> GRAVE = Set.of("serious", "critical");

    /** Borders of fields and boxes that hardly differ from their ground (WCAG 2.1, 1.4.11), which axe does not judge. */
    private static final String BORDERS = """
            () => {
              const seen = (e) => e.checkVisibility({visibilityProperty: true}) && e.getClientRects().length > 0;
              const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
              const grounds = new Map([[null, [255, 255, 255]]]);
              const ground = (e) => {
                if (!grounds.has(e)) {
                  const [r, g, b, a = 1] = parts(getComputedStyle(e).backgroundColor);
                  grounds.set(e, a > 0.99 ? [r, g, b] : ground(e.parentElement));
                }
                return grounds.get(e);
              };
              const light = (rgb) => rgb.map((v) => v / 255)
                .map((v) => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
                .reduce((sum, v, at) => sum + v * [0.2126, 0.7152, 0.0722][at], 0);
              const contrast = (colour, on) => {
                const [r, g, b, a = 1] = parts(colour);
                const [x, y] = [[r, g, b].map((v, at) => v * a + on[at] * (1 - a)), on].map(light).sort((p, q) => q - p);
                return (x + 0.05) / (y + 0.05);
              };
              const short = (e) => e.outerHTML.slice(0, 120);
              const fields = [...document.querySelectorAll('input:not([type=hidden]), select, textarea')]
                .filter((e) => seen(e) && !e.matches(':disabled, :checked, :focus, .visually-hidden'));
              return [
                ...fields.filter((e) => contrast(getComputedStyle(e).borderTopColor, ground(e.parentElement)) < 3)
                  .map((e) => 'pale border: ' + short(e)),
              ];
            }
            """;

    /** Texts that a person sees, with hints and placeholders. */
    private static final String TEXTS = """
            () => [document.body.innerText,
              ...[...document.querySelectorAll('[placeholder], [title], [aria-label], [uib-tooltip]')]
                .filter((e) => e.checkVisibility({visibilityProperty: true}))
                .flatMap((e) => ['placeholder', 'title', 'aria-label', 'uib-tooltip'].map((name) => e.getAttribute(name) || ''))
            ].join('\\n')
            """;

    /** Kinds of pages that axe has looked at. */
    private static final Set<String> JUDGED = ConcurrentHashMap.newKeySet();

    /** What the visitors of a test saw last: a failure on a machine nobody can look at says where it happened. */
    private static final List<String> LAST_SEEN = new CopyOnWriteArrayList<>();

    private final BrowserContext context;
    private final Page page;
    private final String address;
    private final String name;
    private final List<String> complaints = new ArrayList<>();
    private int shots;

    private Visitor(BrowserContext context, String address, String name) {
        this.context = context;
        this.address = address;
        this.name = name;
        context.setDefaultTimeout(PATIENCE.toMillis());
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " " + message.location());
            }
        });
        context.onWebError(error -> complaints.add(error.error()));
        this.page = context.newPage();
    }

    /** At a school's laptop. */
    static Visitor atLaptop(Browser browser, int port, String name) {
        return new Visitor(
                browser.newContext(options("ru-RU").setViewportSize(1366, 768)),
                "http://localhost:" + port,
                name + "-laptop");
    }

    /** With a small phone. */
    static Visitor withPhone(Browser browser, int port, String name) {
        return new Visitor(
                browser.newContext(options("en-US")
                        .setViewportSize(360, 740)
                        .setHasTouch(true)
                        .setIsMobile(true)),
                "http://localhost:" + port,
                name + "-phone");
    }

    /**
     * The phone is an English one: Russian must not depend on a browser's settings. Nothing moves: a colour that is on its
     * way to another would be judged as if it stayed.
     */
    private static NewContextOptions options(String locale) {
        return new NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Europe/Moscow")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    Page page() {
        return page;
    }

    Visitor signIn(String login, String password) {
        open("/login");
        page.getByLabel("Логин").fill(login);
        page.getByLabel("Пароль").fill(password);
        page.locator("button:has-text('Войти')").last().click();
        page.locator("#my-tasks").waitFor();
        return this;
    }

    /** Opens a path of the application; answers its status. */
    int open(String path) {
        Response response = page.navigate(address + path);
        return response == null ? 200 : response.status();
    }

    /**
     * Reloads until something is there: the engine works on in the background. Each look takes longer than the one before,
     * so that a page that loads slowly is not left before it has come.
     */
    Locator await(String path, String selector) {
        Instant end = Instant.now().plus(PATIENCE);
        for (Duration look = FIRST_LOOK; ; look = look.multipliedBy(2)) {
            open(path);
            try {
                Locator found = page.locator(selector).first();
                found.waitFor(new Locator.WaitForOptions().setTimeout(look.toMillis()));
                return found;
            } catch (TimeoutError e) {
                if (Instant.now().isAfter(end)) {
                    throw e;
                }
            }
        }
    }

    /** Does what leads to another page, and waits until all of that is there. */
    void follow(Runnable press) {
        page.evaluate("() => { window.left = true; }");
        press.run();
        page.waitForCondition(this::hasArrived);
    }

    private boolean hasArrived() {
        try {
            return Boolean.TRUE.equals(page.evaluate("() => !window.left && document.readyState === 'complete'"));
        } catch (PlaywrightException e) {
            return false; // asked between the two pages
        }
    }

    /** A button that must be pressed to go on: it can be seen without moving the page sideways, and hit with a finger. */
    Locator reached(Locator button) {
        button.scrollIntoViewIfNeeded();
        BoundingBox box = button.boundingBox();
        assertThat(box.x).as("left edge of %s", button).isNotNegative();
        assertThat(box.x + box.width).as("right edge of %s", button).isLessThanOrEqualTo(page.viewportSize().width);
        assertThat(box.height).as("height of %s", button).isGreaterThanOrEqualTo(FINGER);
        return button;
    }

    /** Presses what downloads a file; answers the file. */
    byte[] download(Locator link) {
        Download download = page.waitForDownload(link::click);
        try (InputStream file = download.createReadStream()) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /**
     * Takes a picture of what has a fault, and of everything where pictures are wanted ({@code -Dtest.pictures=true}):
     * of the whole page, of its visible part where a busy machine cannot paint the whole.
     */
    void look(String what, boolean fault) {
        if (!fault && !PICTURES) {
            return;
        }
        ScreenshotOptions picture = new ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(String.format("%s-%02d-%s.png", name, ++shots, what)));
        try {
            page.screenshot(picture.setFullPage(true));
        } catch (PlaywrightException e) {
            page.screenshot(picture.setFullPage(false));
        }
    }

    /** What is wrong with the page before us; empty when nothing is. */
    List<String> faults() {
        List<String> faults = quickFaults();
        faults.addAll(barriers());
        return faults;
    }

    /**
     * The same of a page that many roles see: axe, which takes its time, looks at the first of its kind on each width, and at
     * every one where pictures are wanted too.
     *
     * @param path where the page is; its numbers and ids make no other kind
     */
    List<String> faultsOf(String path) {
        List<String> faults = quickFaults();
        if (JUDGED.add(page.viewportSize().width + path.replaceAll("[0-9a-f-]{36}|\\d+", "#")) || PICTURES) {
            faults.addAll(barriers());
        }
        return faults;
    }

    private List<String> quickFaults() {
        page.waitForLoadState();
        List<String> faults = new ArrayList<>(takeComplaints());
        Object width =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        if (((Number) width).intValue() > 0) {
            faults.add("wider than the screen by " + width);
        }
        ((List<?>) page.evaluate(ORDER)).forEach(fault -> faults.add(fault.toString()));
        ((List<?>) page.evaluate(BORDERS)).forEach(fault -> faults.add(fault.toString()));
        return faults;
    }

    /** What axe finds that keeps somebody from the page. */
    private List<String> barriers() {
        return new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .flatMap(rule -> rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml()))
                        .toList();
    }

    /** Errors of the browser since the last question. */
    List<String> takeComplaints() {
        List<String> taken = List.copyOf(complaints);
        complaints.clear();
        return taken;
    }

    String texts() {
        return page.evaluate(TEXTS).toString();
    }

    /** Finds no fault with a page of ours. */
    void lookAtOurs(String what) {
        List<String> faults = faults();
        look(what, !faults.isEmpty());
        assertThat(faults).as("%s: %s", name, page.url()).isEmpty();
    }

    /** @return where each visitor since the last call was, what the page said and the browser complained about */
    static List<String> takeLastSeen() {
        List<String> seen = List.copyOf(LAST_SEEN);
        LAST_SEEN.clear();
        return seen;
    }

    private String lastSeen() {
        try {
            String text = page.locator("body").innerText(new Locator.InnerTextOptions().setTimeout(LAST_LOOK_MS));
            String start =
                    text.substring(0, Math.min(text.length(), LAST_WORDS)).replaceAll("\\s+", " ");
            return name + " was at " + page.url() + ", which said «" + start + "»; complaints: " + complaints;
        } catch (PlaywrightException e) {
            return name + " was at " + page.url() + ", which said nothing; complaints: " + complaints;
        }
    }

    @Override
    public void close() {
        LAST_SEEN.add(lastSeen());
        context.close();
    }
}
