package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A curator matches a school in a browser: the board at three sizes, and the whole way to the pairs by keyboard. */
@BrowserTest
class BoardBrowserIT {
    @LocalServerPort
    int port;

    @Autowired
    TestSchools schools;

    @Autowired
    Programmes programmes;

    @Autowired
    Registers registers;

    @Autowired
    Consents consents;

    @Autowired
    Mentorships mentorships;

    @Autowired
    MentorSearches searches;

    @Autowired
    ProcessEngine engine;

    private TestSchool school;
    private Long programme;
    private List<Participant> mentees;
    private List<Participant> mentors;

    @ParameterizedTest
    @CsvSource({"8, 5, 2", "60, 25, 2"})
    void theBoardOfASmallAndOfAnOrdinarySchool(int menteeCount, int mentorCount, int capacity, Browser browser) {
        seeTheBoard(menteeCount, mentorCount, capacity, browser);
    }

    @Test
    @Tag("long")
    void theBoardOfALargeSchool(Browser browser) {
        seeTheBoard(300, 100, 3, browser);
    }

    private void seeTheBoard(int menteeCount, int mentorCount, int capacity, Browser browser) {
        enter(menteeCount, mentorCount, capacity);
        for (boolean phone : new boolean[] {false, true}) {
            try (Visitor curator = curator(browser, phone, "board-" + menteeCount)) {
                propose(curator);
                curator.lookAtOurs("pairs");
                assertThat(curator.page()
                                .locator(".proposals > .line > summary")
                                .first()
                                .boundingBox()
                                .y)
                        .as("the first pair is in sight at once")
                        .isLessThan(740);
                assertThat(curator.page().locator(".proposals > .line").count()).isBetween(1, 50);
                curator.page().locator(".proposals > .line > summary").first().click();
                curator.page().getByText("Запретить эту пару").first().waitFor();
                curator.lookAtOurs("one-pair");
                for (String part : List.of("left", "mentors", "marks")) {
                    curator.open(path(curator) + "?view=" + part);
                    curator.lookAtOurs(part);
                }
                curator.open(path(curator) + "/confirm");
                curator.lookAtOurs("confirm");
                for (String page : List.of("matching", "known-pairs", "preferences", "preferences?side=MENTOR")) {
                    curator.open("/programmes/" + programme + "/" + page);
                    curator.lookAtOurs(page.replaceAll("\\W", "-"));
                }
            }
        }
    }

    @Test
    void fromPreferencesToPairsByKeyboardAlone(Browser browser) {
        enter(8, 5, 2);
        try (Visitor curator = curator(browser, false, "board-way")) {
            Page page = curator.page();
            answer(curator);
            propose(curator);

            Locator pair = page.locator("details.line").first();
            press(pair.locator("summary").first());
            pair.getByLabel("Почему им нельзя работать вместе").fill("Живут в разных концах посёлка");
            curator.follow(() -> press(pair.getByText("Запретить эту пару")));
            page.getByText("Живут в разных концах посёлка").waitFor();
            curator.lookAtOurs("forbidden");
            rerun(curator);

            press(page.locator("details.line").last().locator("summary").first());
            curator.follow(() -> press(page.locator("details.line").last().getByText("Выбрать другого наставника")));
            curator.lookAtOurs("by-hand");
            curator.follow(() -> press(page.getByText("Что изменится").last()));
            page.getByText("Если наставником будет").waitFor();
            curator.lookAtOurs("cost");
            curator.follow(() -> press(page.locator("button:has-text('Закрепить и пересчитать')")));
            page.getByText("Пара закреплена, остальные подобраны заново").waitFor();
            assertThat(page.locator(".proposals .badge:has-text('закреплены')").count())
                    .isEqualTo(1);

            curator.follow(() -> press(page.getByText("Проверить и подтвердить пары")));
            Locator groups = page.locator("[name=groupedMentorIds]");
            int grouped = groups.count();
            for (Locator group : groups.all()) {
                group.focus();
                group.press("Space");
            }
            curator.lookAtOurs("groups");
            curator.follow(() -> press(page.locator("button:has-text('Подтвердить пары')")));
            page.getByText("Пары созданы").waitFor();
            curator.lookAtOurs("formed");
            assertThat(mentorships.of(programme))
                    .filteredOn(formed -> formed.kind() == Mentorship.Kind.GROUP)
                    .hasSize(grouped);
            assertThat(mentorships.of(programme).stream()
                            .mapToInt(Mentorship::mentees)
                            .sum())
                    .isEqualTo(mentees.size());
        }
    }

    /** With many pairs nobody looks for the line anew after each decision. */
    @Test
    void afterADecisionOneStandsAtTheSameLine(Browser browser) {
        enter(30, 20, 2);
        for (boolean phone : new boolean[] {false, true}) {
            try (Visitor curator = curator(browser, phone, "board-place")) {
                propose(curator);
                Page page = curator.page();
                String search = path(curator) + "?view=pairs&order=name";
                curator.open(search);
                Locator line = page.locator("details.line").nth(phone ? 20 : 25);
                String id = line.getAttribute("id");
                press(line.locator("summary").first());
                for (String act : List.of("Закрепить эту пару", "Снять закрепление")) {
                    curator.follow(() -> press(line.getByText(act)));
                    assertThat(page.url()).contains("order=name").endsWith("#" + id);
                    page.waitForFunction(
                            "id => document.activeElement === document.querySelector('#' + id + ' > summary')", id);
                    assertThat((Boolean) line.evaluate("one => one.open")).isTrue();
                    assertThat((Integer) page.evaluate("() => Math.round(scrollY)"))
                            .isPositive();
                    assertThat(page.locator(".alert[role=status]").boundingBox().y)
                            .isBetween(-1.0, 300.0);
                }
                curator.lookAtOurs("decided");
            }
        }
    }

    @Test
    void theDecisionIsMadeInsideItsTask(Browser browser) {
        enter(5, 2, 2);
        String task = DemoBoard.startTask(engine, school.id(), programme.toString(), "decide");
        String address = "/tasks/pairs?taskId=" + task + "&callbackUrl=/camunda/app/tasklist/default/";
        try (Visitor phone = curator(browser, true, "board-task");
                Visitor laptop = curator(browser, false, "board-task")) {
            phone.open(address);
            phone.lookAtOurs("proposed");
            laptop.open(address);
            laptop.lookAtOurs("proposed");
            Page page = laptop.page();
            laptop.follow(() -> press(page.getByText("Проверить и подтвердить пары")));
            laptop.follow(() -> press(page.locator("button:has-text('Подтвердить пары')")));
            page.getByText("Кому из них нужна поддержка").waitFor();
            assertThat(page.url()).contains("/tasks/pairs?taskId=" + task);
            page.locator("[name=support]").focus();
            page.locator("[name=support]").press("Space");
            laptop.lookAtOurs("confirmed");
            phone.open(address);
            phone.lookAtOurs("confirmed");
            press(page.locator(".outcome-form button:has-text('Завершить')"));
            page.waitForURL("**/camunda/app/tasklist/**");
        }
        assertThat(mentorships.of(programme)).hasSize(4);
        assertThat(searches.count(programme, MentorSearch.State.SEARCHING)).isEqualTo(1);
    }

    private static void rerun(Visitor curator) {
        Page page = curator.page();
        curator.follow(
                () -> press(page.locator("button:has-text('Пересчитать')").first()));
        page.getByText("Пересчитано с учётом ваших решений").waitFor();
    }

    /** One mentee names a mentor; another one refuses. */
    private void answer(Visitor curator) {
        curator.open("/programmes/" + programme + "/preferences");
        curator.page()
                .locator("[name='rank1-" + mentees.get(0).id() + "']")
                .fill(mentors.get(0).person().fullName());
        curator.follow(() -> press(curator.page().locator("button:has-text('Сохранить')")));
        curator.page().getByText("Ответы сохранены").waitFor();
    }

    private void propose(Visitor curator) {
        curator.open("/programmes/" + programme + "/matching");
        curator.follow(() -> press(curator.page().locator("main form[data-busy] button")));
        curator.page().getByText("Предложено пар").first().waitFor();
    }

    private static void press(Locator button) {
        button.focus();
        button.press("Enter");
    }

    private static String path(Visitor curator) {
        return curator.page().url().replaceAll("^\\w+://[^/]+(/matching-runs/\\d+).*", "$1");
    }

    private void enter(int menteeCount, int mentorCount, int capacity) {
        school = schools.create(Role.CURATOR);
        programme = programmes
                .open(school.id(), SchoolYear.around(TestClock.today()), "target-model")
                .id();
        PeopleToMatch people = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programme);
        mentees = people.mentees(
                menteeCount, List.of(school.addClass("5А"), school.addClass("6А"), school.addClass("7Б")));
        mentors = people.mentors(mentorCount, List.of(school.addClass("9А"), school.addClass("10А")), capacity);
    }

    private Visitor curator(Browser browser, boolean phone, String name) {
        return (phone ? Visitor.withPhone(browser, port, name) : Visitor.atLaptop(browser, port, name))
                .signIn(school.login(Role.CURATOR), TestSchool.PASSWORD);
    }
}
