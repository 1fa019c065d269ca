package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What people do every week and once a year, each from the own first page, at a laptop and with a small phone. */
@BrowserTest
class EverydayBrowserIT {
    private static final DateTimeFormatter RUSSIAN = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    SchoolClasses classes;

    @Autowired
    Programmes programmes;

    @Autowired
    Registers registers;

    @Autowired
    Consents consents;

    @Autowired
    MentorshipManagement book;

    @Autowired
    ProcessEngine engine;

    private TestSchool school;

    /** The class is the only one: with its tick the activity has ended, and the stage has come on by one. */
    @Test
    void aClassTeacherTicksTheOwnClass(Browser browser) {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.CLASS_TEACHER);
        classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER));
        String programme = start();
        await().atMost(Visitor.PATIENCE).until(() -> tasks(programme, "Task_CollectClasses") == 2);

        for (boolean phone : new boolean[] {false, true}) {
            try (Visitor teacher = visitor(browser, phone, Role.CLASS_TEACHER)) {
                Page page = teacher.page();
                Locator waiting = page.locator("li:has-text('Отметить класс: ')");
                assertThat(waiting.count()).isEqualTo(phone ? 1 : 2);
                assertThat(teacher.texts()).contains(phone ? "1 из 15" : "0 из 15");
                teacher.lookAtOurs("class-waits");
                String title = waiting.first().locator(".fw-medium").innerText().replace("Отметить класс: ", "");

                teacher.follow(
                        () -> teacher.reached(waiting.first().locator("a")).click());
                Locator card = page.locator("section.card:has(h2:text-is('" + title + "'))");
                assertThat(card.locator(".badge:has-text('Нет отметки')").count())
                        .isEqualTo(1);
                assertThat(card.locator("[name=classIds]").isChecked())
                        .as("nothing else is to choose")
                        .isTrue();
                teacher.lookAtOurs("class-page");
                teacher.follow(() -> teacher.reached(card.locator("button:has-text('Проведено')"))
                        .click());
                page.locator(".alert-success").waitFor();
                teacher.lookAtOurs("class-ticked");

                teacher.open("/");
                assertThat(page.locator("li:has-text('Отметить класс: " + title + "')")
                                .count())
                        .as("it waits no more")
                        .isZero();
                assertThat(teacher.texts()).contains(phone ? "2 из 15" : "1 из 15");
                teacher.await("/roadmap?state=CLOSED", "a:has-text('" + title + "')")
                        .click();
                page.locator("#outcome").waitFor();
                assertThat(teacher.texts()).contains("Выполнено", RUSSIAN.format(TestClock.today()));
                teacher.lookAtOurs("class-activity");
            }
        }
    }

    /** At the laptop the meeting is the task of the first page; on the phone the mentor adds one more to the pair. */
    @Test
    void aMentorRecordsAMeeting(Browser browser) {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.MENTOR);
        pair();
        await().atMost(Visitor.PATIENCE)
                .until(() -> engine.getTaskService()
                                .createTaskQuery()
                                .tenantIdIn(school.id())
                                .taskDefinitionKey("Task_HoldMeeting")
                                .count()
                        == 1);
        String today = RUSSIAN.format(TestClock.today());

        try (Visitor mentor = visitor(browser, false, Role.MENTOR)) {
            Page page = mentor.page();
            mentor.lookAtOurs("meeting-waits");
            mentor.follow(() -> mentor.reached(page.locator("li:has-text('Провести встречу: ') button"))
                    .click());
            assertThat(page.url()).contains("/tasks/form");
            mentor.lookAtOurs("meeting-task");
            mentor.follow(() ->
                    mentor.reached(page.locator("button:has-text('Завершить')")).click());
            page.locator("#check").waitFor();
            mentor.lookAtOurs("meeting-read-back");
            mentor.follow(() -> mentor.reached(page.locator("button:has-text('Да, завершить')"))
                    .click());
            page.locator("h1:has-text('Главная')").waitFor();
            mentor.follow(page.locator("#menu a:has-text('Мои пары')").first()::click);
            assertThat(page.locator("main li:has-text('" + today + "')").count())
                    .as("it stands in the pair's list, though nothing was typed")
                    .isEqualTo(1);
            mentor.lookAtOurs("meeting-recorded");
        }
        try (Visitor mentor = visitor(browser, true, Role.MENTOR)) {
            Page page = mentor.page();
            page.locator("[data-toggle-menu]").click();
            mentor.follow(page.locator("#menu a:has-text('Мои пары')").first()::click);
            page.locator("summary:has-text('Отметить встречу')").click();
            page.getByLabel("О чём договорились").fill("Разобрали дроби");
            mentor.lookAtOurs("meeting-form");
            mentor.follow(() ->
                    mentor.reached(page.locator("button:text-is('Отметить')")).click());
            page.locator(".alert-success").waitFor();
            assertThat(page.locator("main li:has-text('" + today + "')").count())
                    .as("two kinds of meetings, both of today")
                    .isEqualTo(2);
            mentor.lookAtOurs("meeting-added");
        }
    }

    /** Tasklist is a full way to work: on a phone a task is seen alone, and the way back leads to the list. */
    @Test
    void aTaskIsDoneInTasklistOnAPhone(Browser browser) {
        school = schools.create(Role.CURATOR, Role.DEPUTY);
        start();
        String order = "Приказ о внедрении целевой модели наставничества";
        try (Visitor deputy = visitor(browser, true, Role.DEPUTY)) {
            Tasklist tasklist = new Tasklist(deputy);
            tasklist.await("Проверить проект: " + order);
            tasklist.take("Проверить проект: " + order);
            Locator list = tasklist.locate("ol.tasks-list");
            assertThat(list.isVisible()).as("the task is shown alone").isFalse();
            assertThat(tasklist.locate(".task-card h2").boundingBox().y)
                    .as("below the head, without moving the page")
                    .isBetween(45.0, 200.0);
            tasklist.look("phone-task");
            tasklist.locate(".school-back").click();
            list.waitFor();
            tasklist.locate(".task-filters a:has-text('Мои задачи')").click();
            tasklist.locate("h4 a:has-text('" + order + "')").first().click();
            tasklist.choose("Проверен, можно утверждать");
            assertThat(tasklist.form().innerText())
                    .as("what the director's own check needs")
                    .doesNotContain("Какую версию документа", "Всё равно утвердить");
            deputy.reached(tasklist.locate("button:has-text('Завершить')").first());
            tasklist.complete();
            list.waitFor();
            assertThat(tasklist.locate(".task-filters").isVisible())
                    .as("back in the list")
                    .isTrue();
            tasklist.look("phone-list");
        }
    }

    @Test
    void aFinishedYearLeadsIntoTheNext(Browser browser) {
        for (boolean phone : new boolean[] {false, true}) {
            school = schools.create(Role.CURATOR, Role.DEPUTY);
            classes.add(school.id(), "5А", null);
            classes.add(school.id(), "11А", null);
            SchoolYear last = SchoolYear.around(TestClock.today());
            String next = new SchoolYear(last.secondYear()).text();
            Programme finished = programmes.open(school.id(), last, "target-model");
            programmes.complete(finished.id());

            try (Visitor curator = visitor(browser, phone, Role.CURATOR)) {
                Page page = curator.page();
                page.onDialog(Dialog::accept);
                assertThat(curator.texts()).contains(last.text() + " учебный год завершён");
                curator.lookAtOurs("year-over");
                curator.follow(page.locator("main a:text-is('дорожная карта')")::click);
                assertThat(curator.texts())
                        .contains("Программа завершена", "Мероприятий выполнено: 0, без записи об итоге: ")
                        .doesNotContain("Сроки года ещё не подтверждены");
                assertThat(page.locator("a:has-text('Следующий учебный год')").getAttribute("href"))
                        .isEqualTo("/programmes/" + finished.id() + "/next");
                curator.lookAtOurs("year-results");

                curator.open("/");
                curator.follow(() -> curator.reached(page.locator("a:has-text('Начать следующий год')"))
                        .click());
                assertThat(page.url()).endsWith("/programmes/" + finished.id() + "/next");
                assertThat(page.getByLabel("5А →").inputValue()).isEqualTo("6А");
                assertThat(page.getByLabel("11А →").inputValue())
                        .as("they leave")
                        .isEmpty();
                assertThat(curator.texts()).doesNotContain("Идущий год останется");
                curator.lookAtOurs("next-year");
                curator.follow(() -> curator.reached(page.locator("button:has-text('Перевести классы')"))
                        .click());
                page.locator(".alert-success:has-text('Классы переведены')").waitFor();
                curator.follow(() -> curator.reached(page.locator("button:has-text('Запустить " + next + "')"))
                        .click());
                curator.lookAtOurs("next-year-started");
                curator.follow(page.locator("a:text-is('Дорожная карта " + next + "')")::click);
                assertThat(page.locator("h1").innerText()).contains(next);
                assertThat(classes.of(school.id()))
                        .extracting(one -> one.name())
                        .containsExactly("6А");

                curator.open("/");
                curator.follow(page.locator("main a:text-is('Все программы')")::click);
                assertThat(curator.texts()).contains(next, last.text());
                curator.lookAtOurs("both-years");
                assertThat(curator.open("/programmes/" + finished.id())).isEqualTo(200);
                assertThat(curator.texts()).contains("Программа завершена");
            }
        }
    }

    /** The curator starts the year and leaves its terms as they are. */
    private String start() {
        String year = SchoolYear.around(TestClock.today()).text();
        String programme = school.as(
                Role.CURATOR,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("target-model", Map.of("schoolYear", year))
                        .getBusinessKey());
        await().atMost(Visitor.PATIENCE).until(() -> tasks(programme, "Task_ConfirmTerms") == 1);
        Task terms = engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(programme)
                .taskDefinitionKey("Task_ConfirmTerms")
                .singleResult();
        school.as(Role.CURATOR, () -> {
            engine.getTaskService().claim(terms.getId(), school.login(Role.CURATOR));
            engine.getTaskService().complete(terms.getId());
            return null;
        });
        return programme;
    }

    private long tasks(String programme, String key) {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(programme)
                .taskDefinitionKey(key)
                .count();
    }

    private void pair() {
        Long programme = programmes
                .open(school.id(), SchoolYear.around(TestClock.today()), "target-model")
                .id();
        Long mentee = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programme)
                .mentees(1, List.of(school.addClass("5А")))
                .get(0)
                .id();
        PersonDetails person = new PersonDetails(
                "Наставникова",
                "Проба",
                null,
                LocalDate.of(1990, 1, 2),
                null,
                null,
                null,
                null,
                school.staffId(Role.MENTOR),
                null,
                null,
                null);
        school.as(Role.CURATOR, () -> {
            Long mentor = registers
                    .enter(
                            programme,
                            ParticipantRole.MENTOR,
                            person,
                            ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null))
                    .id();
            consents.register(mentor, ConsentKind.PROCESSING, TestClock.today(), Set.of(Signer.SELF));
            return book.add(
                    programme,
                    new MentorshipManagement.NewMentorship(
                            Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, true),
                    new MemberChoice(mentor, List.of(mentee)));
        });
    }

    private Visitor visitor(Browser browser, boolean phone, Role role) {
        return (phone ? Visitor.withPhone(browser, port, "everyday") : Visitor.atLaptop(browser, port, "everyday"))
                .signIn(school.login(role), TestSchool.PASSWORD);
    }
}
