package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.PdfOptions;
import com.microsoft.playwright.options.Media;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Questionnaires on paper: sheets as they come out of the printer, and a pile of them entered without a mouse. */
@BrowserTest
class PaperBrowserIT {
    private static final Pattern PAGE = Pattern.compile("/Type\\s*/Page\\b(?!s)");

    /** What a sheet of A4 holds between its margins, in pixels of CSS. */
    private static final int PAPER_WIDTH = 703;

    private static final int PAPER_HEIGHT = 1032;

    /** Nothing stands beside the sheet, behind it, or is cut by the edge of a page; a line leaves room for a hand. */
    private static final String SPOILT = """
            () => {
              const sheets = [...document.querySelectorAll('.paper-sheet')];
              const end = sheets.at(-1).getBoundingClientRect().bottom + scrollY;
              const wrong = [];
              if (document.documentElement.scrollHeight - Math.max(end, innerHeight) > 2) wrong.push('more than the sheets');
              sheets.forEach((sheet) => {
                const edge = sheet.getBoundingClientRect();
                sheet.querySelectorAll('p, li, span, h2, .paper-rule').forEach((part) => {
                  if (part.getBoundingClientRect().right > edge.right + 1) wrong.push('cut off: ' + part.textContent);
                });
              });
              document.querySelectorAll('.paper-question').forEach((question) => {
                if (getComputedStyle(question).breakInside !== 'avoid') wrong.push('torn: ' + question.textContent);
              });
              document.querySelectorAll('.paper-rule').forEach((rule) => {
                if (rule.getBoundingClientRect().height < 28) wrong.push('too narrow to write: ' + rule.parentNode.textContent);
              });
              document.querySelectorAll('.paper-question .paper-box').forEach((box) => {
                const square = box.checkVisibility() ? box : box.parentNode;
                if (square.getBoundingClientRect().width < 12) wrong.push('too small to tick: ' + box.parentNode.textContent);
              });
              return wrong;
            }
            """;

    @LocalServerPort
    int port;

    @Autowired
    Campaigns campaigns;

    @Autowired
    TestSchools schools;

    @Test
    void everyBlankIsASheetOfPaper(Browser browser) {
        try (Visitor teacher = Visitor.atLaptop(browser, port, "blanks").signIn("teacher", "teacher")) {
            teacher.open("/questionnaires/blanks");
            List<String> blanks = teacher.page().locator("main tbody a").all().stream()
                    .map(link -> link.getAttribute("href"))
                    .toList();
            assertThat(blanks).hasSizeGreaterThanOrEqualTo(17);
            for (String blank : blanks) {
                assertThat(teacher.open(blank)).isEqualTo(200);
                assertThat(printed(teacher)).as(blank).isBetween(1, 2);
            }
        }
    }

    @Test
    void blanksAreFoundWithAPhoneToo(Browser browser) {
        try (Visitor teacher = Visitor.withPhone(browser, port, "blanks").signIn("teacher", "teacher")) {
            for (String page : List.of("blanks", "assessment-entry/blank", "preferences/blank")) {
                assertThat(teacher.open("/questionnaires/" + page)).isEqualTo(200);
                teacher.lookAtOurs(page.replace('/', '-'));
            }
        }
    }

    @Test
    void eachPersonHasASheetOfItsOwn(Browser browser) {
        try (Visitor curator = Visitor.atLaptop(browser, port, "sheets").signIn("curator", "curator")) {
            String campaign = ask(curator, "entry-assessment", "000-2.2.1");
            String group = groupOf(curator, campaign, 2);
            curator.open(group.replace("?", "/sheets?"));
            int people = curator.page().locator(".paper-sheet").count();
            assertThat(people).isGreaterThan(1);
            assertThat(printed(curator)).isBetween(people, 2 * people);

            curator.open(campaign);
            curator.follow(curator.page().locator("a:has-text('Чистый бланк')")::click);
            curator.page().locator(".paper-sheet h2:has-text('Входная оценка')").waitFor();
            curator.lookAtOurs("blank");
            assertThat(printed(curator)).isBetween(1, 2);
        }
    }

    /** Prints the page before us; answers how many pages come out. */
    private static int printed(Visitor visitor) {
        Page page = visitor.page();
        page.setViewportSize(PAPER_WIDTH, PAPER_HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat((List<?>) page.evaluate(SPOILT)).as(page.url()).isEmpty();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(null)); // printed as printers do
        page.setViewportSize(1366, 768);
        byte[] file = page.pdf(new PdfOptions().setPreferCSSPageSize(true));
        return (int) PAGE.matcher(new String(file, StandardCharsets.ISO_8859_1))
                .results()
                .count();
    }

    @Test
    void aPileOfSheetsIsEnteredByTheKeyboardAlone(Browser browser) {
        try (Visitor curator = Visitor.atLaptop(browser, port, "keyboard").signIn("curator", "curator")) {
            Page page = curator.page();
            String campaign = ask(curator, "mentees", "000-2.1.1");
            curator.open(groupOf(curator, campaign, 2));
            curator.follow(page.locator("a:has-text('Внести ответы')").first()::click);
            String first = page.url();
            assertThat(focused(page)).isEqualTo("wish");
            curator.lookAtOurs("enter");

            press(page, "9", "2");
            assertThat(focused(page))
                    .as("a number that is not offered does nothing")
                    .isEqualTo("need");
            press(page, "1", "8", "8", "ArrowRight");
            press(page, "2", "ArrowRight");
            assertThat(focused(page)).isEqualTo("hard");
            page.keyboard().type("Дроби");
            press(page, "Enter");
            page.keyboard().type("и проценты");
            press(page, "Tab", "0", "ArrowRight", "Tab", "4", "2", "ArrowRight", "5", "5", "5");
            assertThat(focused(page)).isEqualTo("expectation");
            press(page, "Tab");
            assertThat(page.evaluate("() => document.activeElement.textContent"))
                    .isEqualTo("Сохранить и дальше");
            Map<String, String> ticked = ticked(page);
            assertThat(ticked)
                    .containsEntry("wish", "Скорее да")
                    .containsEntry("need", "С учёбой")
                    .containsEntry("subjects", "Математика")
                    .containsEntry("interests", "Общение и настольные игры")
                    .containsEntry("classMood", "4 — скорее так")
                    .containsEntry("worry", "2 — скорее не так")
                    .containsEntry("expectConfidence", "5 — точно так");
            assertThat(page.locator("textarea[name=hard]").inputValue()).isEqualTo("Дроби\nи проценты");
            curator.follow(() -> press(page, "Enter"));

            assertThat(page.url())
                    .as("the next one of the class")
                    .contains("/enter/")
                    .isNotEqualTo(first);
            assertThat(focused(page)).isEqualTo("wish");
            assertThat(page.locator("text=Исправить предыдущий лист").count()).isEqualTo(1);
            curator.follow(() -> press(page, "Tab", "Enter"));
            page.locator(".problems").waitFor();
            assertThat(focused(page)).as("what is missing").isEqualTo("wish");
            press(page, "4");
            curator.follow(() -> press(page, "Enter"));
            assertThat(page.url()).isNotEqualTo(first);

            curator.takeComplaints(); // the refused sheet was answered 422
            curator.open(first.replaceFirst(".*?(/programmes)", "$1").replace("/enter/", "/answers/"));
            assertThat(curator.texts()).contains("Скорее да", "и проценты", "Общение и настольные игры");
        }
    }

    private static void press(Page page, String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    private static String focused(Page page) {
        return String.valueOf(page.evaluate("() => document.activeElement.name"));
    }

    /** Words of what is ticked, by the question. */
    private static Map<String, String> ticked(Page page) {
        return page.locator(".option input:checked").all().stream()
                .collect(Collectors.toMap(
                        box -> box.getAttribute("name"),
                        box -> box.locator("xpath=..").innerText().strip(),
                        (one, other) -> one + ", " + other));
    }

    /** Begins to ask as a row of the demo's programme does; answers the page of the campaign. */
    private String ask(Visitor curator, String kind, String item) {
        curator.open("/roadmap");
        String programme = curator.page().url().replaceAll(".*(/programmes/\\d+).*", "$1");
        Long id = Long.valueOf(programme.replaceAll("\\D", ""));
        Long campaign = schools.existing("demo-school").as("curator", List.of("curator"), () -> {
            campaigns.begin(id, kind, item, "paper-of-tests-" + kind, null);
            return campaigns.list(id).stream()
                    .map(line -> line.campaign().id())
                    .max(Long::compareTo)
                    .orElseThrow();
        });
        return programme + "/campaigns/" + campaign;
    }

    /** The class of a campaign in which so many at least have not answered. */
    private static String groupOf(Visitor curator, String campaign, int atLeast) {
        curator.open(campaign);
        return curator.page().locator("nav[aria-label='Классы'] a").all().stream()
                .filter(link -> Integer.parseInt(link.locator("small")
                                .innerText()
                                .replaceAll("\\D+", " ")
                                .strip()
                                .split(" ")[1])
                        >= atLeast)
                .map((Locator link) -> link.getAttribute("href"))
                .findFirst()
                .orElseThrow();
    }
}
