package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Stage 1 in a browser with the real Tasklist: from the curator's start to the order in force. */
@BrowserTest
class Stage1BrowserIT {
    private static final String FIRST_ACTIVITY = "Информировать внешних партнёров и выпускников";
    private static final String CONFIRM_TERMS = "Подтвердить сроки года";
    private static final String ORDER = "Приказ о внедрении целевой модели наставничества";
    private static final String ORDER_OF_CURATOR = "Приказ о назначении куратора внедрения";
    private static final Pattern KEY_OF_A_TEXT = Pattern.compile("[A-Z]+_[A-Z]+");

    private final LocalDate today = TestClock.today();
    private final String todayTyped = today.format(DateTimeFormatter.ofPattern("dd.MM.yyyy"));

    private static final DateTimeFormatter RUSSIAN =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.forLanguageTag("ru"));

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Programmes programmes;

    @Autowired
    Terms terms;

    @Autowired
    ProcessEngine engine;

    private Browser browser;
    private TestSchool school;

    @Test
    void fromTheStartToTheOrderInForce(Browser browser) throws IOException {
        this.browser = browser;
        school = schools.create(Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY);

        try (Visitor curator = laptop(Role.CURATOR)) {
            curator.lookAtOurs("main-page-before-start");
            Tasklist tasklist = new Tasklist(curator);
            tasklist.start("Целевая модель наставничества");
            if (termsHavePassed()) {
                confirmTerms(curator, tasklist);
            }
            tasklist.await(FIRST_ACTIVITY);
            tasklist.take(FIRST_ACTIVITY);
            tasklist.locate("a:has-text('Открыть страницу задачи')").waitFor();
            tasklist.look("task-with-page");
            doFirstActivity(curator, tasklist);
        }
        try (Visitor deputy = laptop(Role.DEPUTY)) {
            Tasklist tasklist = new Tasklist(deputy);
            tasklist.await("Проверить проект: " + ORDER);
            tasklist.take("Проверить проект: " + ORDER);
            tasklist.choose("Проверен, можно утверждать");
            tasklist.look("check-draft");
            lookAround(tasklist);
            tasklist.complete();
            tasklist.look("draft-checked");
        }
        try (Visitor director = laptop(Role.DIRECTOR)) {
            Tasklist tasklist = new Tasklist(director);
            tasklist.await("Утвердить: " + ORDER);
            tasklist.take("Утвердить: " + ORDER);
            tasklist.startsNothing();
            tasklist.choose("Вернуть на доработку");
            tasklist.field("Field_Comment").waitFor();
            tasklist.look("return-with-comment");
            tasklist.choose("Утвердить");
            tasklist.look("approve");
            tasklist.choose("Всё равно утвердить"); // the new school has no basis and no codes to print yet
            tasklist.complete();
        }
        register(ORDER, "77-ОД");
    }

    @Test
    void theDirectorApprovesFromTheInboxOnAPhone(Browser browser) {
        this.browser = browser;
        approveOnAPhone();
    }

    /** The secretary takes the number that the form suggests. */
    @Test
    @Tag("long")
    void whatWasApprovedOnAPhoneGetsTheSuggestedNumber(Browser browser) throws IOException {
        this.browser = browser;
        approveOnAPhone();
        register(ORDER_OF_CURATOR, null);
    }

    private void approveOnAPhone() {
        school = schools.create(Role.CURATOR, Role.DIRECTOR, Role.DEPUTY, Role.SECRETARY);
        school.as(
                Role.CURATOR,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("target-model", Map.of("schoolYear", "2025-2026")));
        try (Visitor curator = laptop(Role.CURATOR)) {
            curator.await("/", "li:has-text('" + CONFIRM_TERMS + "') button").click();
            curator.page().locator("button:has-text('" + CONFIRM_TERMS + "')").click();
            curator.page().locator("h1:has-text('Главная')").waitFor();
        }

        try (Visitor deputy = phone(Role.DEPUTY)) {
            // One click on the main page claims the task and opens its form on a page of ours.
            deputy.await("/", "li:has-text('Проверить проект: " + ORDER_OF_CURATOR + "') button")
                    .click();
            deputy.page().locator("label:has-text('Уже утверждён раньше')").click();
            deputy.page().locator("label:has-text('Номер документа')").waitFor();
            deputy.page()
                    .locator("label:has-text('Проверен, можно утверждать')")
                    .click();
            deputy.page()
                    .locator("label:has-text('Номер документа')")
                    .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
            deputy.lookAtOurs("check-draft");
            deputy.page().locator("button:has-text('Завершить')").click();
            deputy.page().locator("#check").waitFor();
            deputy.page().locator("button:has-text('Да, завершить')").click();
            deputy.page().locator(".alert-success").waitFor();
        }
        try (Visitor director = phone(Role.DIRECTOR)) {
            director.await("/inbox", "label:has-text('куратора')").click();
            director.lookAtOurs("inbox");
            director.page().locator("button:has-text('Утвердить отмеченные')").click();
            director.page().locator(".alert-success").waitFor();
            director.lookAtOurs("inbox-approved");
        }
    }

    /** Tasklist's texts come later than its list: without our script it would show their keys for good. */
    @Test
    void aSlowLineShowsNoKeysOfTexts(Browser browser) {
        Duration patience = Duration.ofSeconds(15);
        while (!keysBecomeTexts(browser, patience)) {
            patience = patience.multipliedBy(2);
            assertThat(patience).as("the list comes before its texts").isLessThan(Visitor.PATIENCE.multipliedBy(2));
        }
    }

    /** @return false when the list has not come so soon: a first visit pays for what the application has not done yet */
    private boolean keysBecomeTexts(Browser browser, Duration patience) {
        try (Visitor deputy = Visitor.atLaptop(browser, port, "slow-line").signIn("deputy", "deputy")) {
            List<Route> held = new ArrayList<>();
            deputy.page().route("**/locales/ru.json*", held::add);
            Tasklist tasklist = new Tasklist(deputy);
            tasklist.open();
            try {
                tasklist.locate(".sort-by")
                        .filter(new Locator.FilterOptions().setHasText(KEY_OF_A_TEXT))
                        .first()
                        .waitFor(new Locator.WaitForOptions().setTimeout(patience.toMillis()));
            } catch (TimeoutError e) {
                return false;
            }
            held.forEach(Route::resume);
            deputy.page().unroute("**/locales/ru.json*");
            tasklist.locate(".sort-by:has-text('Срок исполнения')").first().waitFor();
            assertThat(tasklist.locate(".sort-by").allInnerTexts())
                    .noneMatch(text -> KEY_OF_A_TEXT.matcher(text).find());
            tasklist.look("texts-came");
            return true;
        }
    }

    /** A busy application may fail one of the many files of a first visit; nobody has to know about F5. */
    @Test
    void aPartThatDidNotComeIsAskedForOnceMore(Browser browser) {
        try (Visitor deputy =
                Visitor.atLaptop(browser, port, "part-that-did-not-come").signIn("deputy", "deputy")) {
            List<Route> lost = new ArrayList<>();
            deputy.page().route("**/app/plugin.js*", route -> {
                if (lost.isEmpty()) {
                    lost.add(route);
                    route.abort();
                } else {
                    route.resume();
                }
            });
            Tasklist tasklist = new Tasklist(deputy);
            tasklist.open();
            tasklist.locate(".task-filters a").first().waitFor();
            assertThat(lost).as("parts that did not come").isNotEmpty();
        }
    }

    private boolean termsHavePassed() {
        Long programme =
                school.as(Role.CURATOR, () -> programmes.visible().get(0).id());
        return !terms.passed(programme).isEmpty();
    }

    private static void confirmTerms(Visitor curator, Tasklist tasklist) {
        tasklist.await(CONFIRM_TERMS);
        tasklist.take(CONFIRM_TERMS);
        tasklist.locate("a:has-text('Открыть страницу задачи')").click();
        Page page = curator.page();
        page.locator("h1:has-text('" + CONFIRM_TERMS + "')").waitFor();
        curator.lookAtOurs("passed-terms");
        page.locator("button:has-text('Подставить новые сроки')").click();
        page.locator(".alert-success").waitFor();
        curator.lookAtOurs("passed-terms-shifted");
        page.locator("button:has-text('" + CONFIRM_TERMS + "')").click();
        tasklist.locate(".task-filters").waitFor();
    }

    private void doFirstActivity(Visitor curator, Tasklist tasklist) throws IOException {
        tasklist.locate("a:has-text('Открыть страницу задачи')").click();
        Page page = curator.page();
        page.locator("h1:has-text('" + FIRST_ACTIVITY + "')").waitFor();
        curator.lookAtOurs("activity-page");

        page.locator("button:has-text('Сохранить и завершить')").scrollIntoViewIfNeeded();
        page.getByLabel("Примечание").fill("Письма партнёрам отправлены, встреча с выпускниками прошла.");
        page.getByLabel("Файлы и фотографии").setInputFiles(new FilePayload("встреча.jpg", "image/jpeg", photo()));
        curator.lookAtOurs("activity-page-filled");
        page.locator("button:has-text('Сохранить и завершить')").click();
        tasklist.locate(".task-filters").waitFor();
        tasklist.look("back-in-tasklist");

        Locator activity = curator.await("/roadmap", "a:has-text('" + FIRST_ACTIVITY + "')");
        curator.follow(activity::click);
        assertThat(page.locator("#outcome").isVisible()).isTrue();
        assertThat(page.locator("img[alt='встреча.jpg']").count()).isEqualTo(1);
        curator.lookAtOurs("activity-closed");
    }

    /** The other parts of Tasklist that a person may open. */
    private static void lookAround(Tasklist tasklist) {
        for (String tab : new String[] {"Схема", "Описание", "Форма"}) {
            tasklist.locate(".tabbed-content .nav-tabs a:has-text('" + tab + "')")
                    .click();
            tasklist.locate(".tabbed-content .nav-tabs li.active:has-text('" + tab + "')")
                    .waitFor();
            tasklist.locate(
                            switch (tab) {
                                case "Схема" -> ".djs-container .djs-label";
                                case "Описание" -> ".description-pane";
                                default -> ".fjs-container";
                            })
                    .first()
                    .waitFor();
            tasklist.look("tab-" + tab);
        }
        tasklist.locate("label:has-text('Проверен, можно утверждать')").first().click();
    }

    /** The secretary gives the number, a suggested one where null, has it made known, and reads the order. */
    private void register(String order, String number) throws IOException {
        try (Visitor secretary = laptop(Role.SECRETARY)) {
            Tasklist tasklist = new Tasklist(secretary);
            tasklist.await("Присвоить номер: " + order);
            tasklist.take("Присвоить номер: " + order);
            String suggested = tasklist.field("Field_Number").inputValue();
            assertThat(suggested).isNotBlank();
            String given = number == null ? suggested : number;
            tasklist.field("Field_Number").fill(given);
            tasklist.date(todayTyped);
            tasklist.look("number");
            tasklist.complete();

            tasklist.await("Ознакомить под подпись: " + order);
            tasklist.take("Ознакомить под подпись: " + order);
            tasklist.choose("Все, кого касается документ, ознакомлены");
            tasklist.date("31.11.2026");
            assertThat(tasklist.form().locator(".fjs-form-field-error").innerText())
                    .isEqualTo("Дня «31.11.2026» нет в календаре. Проверьте число, месяц и год.");
            tasklist.look("date-refused");
            tasklist.date(today.toString());
            Locator day = tasklist.form().locator(".fjs-form-field-datetime input.fjs-input");
            secretary.page().waitForCondition(() -> day.inputValue().equals(todayTyped));
            tasklist.look("made-known");
            if (number != null) {
                completeMeanwhile(secretary, tasklist, "Ознакомить под подпись: " + order);
            } else {
                tasklist.complete();
            }

            secretary.open("/documents?q=" + given);
            secretary.lookAtOurs("documents");
            secretary.follow(() -> secretary.page().locator("tbody a").first().click());
            secretary.page().locator("a:has-text('Скачать файл')").waitFor();
            secretary.lookAtOurs("order");
            String text = text(secretary.download(secretary.page().locator("a:has-text('Скачать файл')")));
            assertThat(text)
                    .contains("№ " + given)
                    .contains("Школа примеров")
                    .containsAnyOf(todayTyped, today.format(RUSSIAN));
        }
    }

    /** Another window of the same person was quicker. */
    private void completeMeanwhile(Visitor secretary, Tasklist tasklist, String title) {
        school.as(Role.SECRETARY, () -> {
            Task task = engine.getTaskService()
                    .createTaskQuery()
                    .taskAssignee(school.login(Role.SECRETARY))
                    .taskName(title)
                    .singleResult();
            engine.getTaskService().complete(task.getId(), Map.of("acknowledged", true, "date", today.toString()));
            return null;
        });
        tasklist.locate(".form-actions button:has-text('Завершить'):not([disabled])")
                .click();
        tasklist.locate("[notifications-panel] :text('она уже выполнена')")
                .first()
                .waitFor();
        assertThat(secretary.takeComplaints()).allMatch(complaint -> complaint.contains("404"));
        tasklist.look("completed-meanwhile");
    }

    private Visitor laptop(Role role) {
        return Visitor.atLaptop(browser, port, "stage1-" + school.id() + "-" + role.id())
                .signIn(school.login(role), TestSchool.PASSWORD);
    }

    private Visitor phone(Role role) {
        return Visitor.withPhone(browser, port, "stage1-" + school.id() + "-" + role.id())
                .signIn(school.login(role), TestSchool.PASSWORD);
    }

    private static byte[] photo() throws IOException {
        BufferedImage picture = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(Color.ORANGE);
        graphics.fillRect(80, 60, 480, 360);
        graphics.dispose();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(picture, "jpg", bytes);
        return bytes.toByteArray();
    }

    private static String text(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx));
                XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
            return extractor.getText().replace('\u00a0', ' ');
        }
    }
}
