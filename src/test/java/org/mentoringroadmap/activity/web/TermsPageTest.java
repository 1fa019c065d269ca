package org.mentoringroadmap.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@ApplicationTest
class TermsPageTest {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Terms terms;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private Clock clock;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private String programme;
    private Task task;
    private Browser curator;
    private String text;

    @BeforeEach
    void startInAutumn() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2025, 9, 10, 10, 0));
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER);
        programme = school.startUnconfirmed("target-model", "2025-2026");
        task = school.tasks(programme).get(0);
        curator = new Browser(mvc, school, Role.CURATOR);
    }

    @Test
    void listsWhatHasPassed() throws Exception {
        curator.open("/tasks/terms?taskId={id}", task.getId())
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Этап 1.")))
                .andExpect(content().string(containsString("choice-000-1.1.1")))
                .andExpect(content().string(not(containsString("Новые сроки подставлены"))))
                .andExpect(content().string(containsString("31.08.2025")))
                .andExpect(content().string(containsString("Год запущен 10.09.2025")))
                .andExpect(content().string(not(containsString("choice-000-1.2.5"))));
    }

    @Test
    void proposesNewTermsForAllThatIsLeft() throws Exception {
        Map<String, String> first = page(send(
                "first",
                "2025-09-28",
                "until",
                "2025-10-26",
                "choice-000-1.3.1",
                "EARLIER",
                "number-000-1.3.1",
                "41-о",
                "propose",
                "1"));

        assertThat(first)
                .containsEntry("due-000-1.1.1", "2025-09-29") // 28 September is a Sunday
                .containsEntry("choice-000-1.3.1", "EARLIER")
                .containsEntry("number-000-1.3.1", "41-о")
                .as("has not passed, and stays in the order of the paper")
                .containsEntry("choice-000-4.1.1", "MOVE")
                .containsEntry("due-000-4.1.1", "2025-10-16")
                .doesNotContainKey("choice-000-7.1.1");
        assertThat(text)
                .contains(
                        "Новые сроки подставлены: ",
                        "С прошедшим сроком — 8,",
                        "Позже конца занятий (31.05.2026) — 0.",
                        "срок до <span class=\"text-nowrap\">05.10.2025</span>",
                        "вслед за 1.4.3, 3.2.1, 3.2.2</span>")
                .doesNotContain("Прошедших сроков больше нет", "content=\"5\"");
        assertThat(terms.of(Long.valueOf(programme))).isEmpty();
    }

    @Test
    void proposesAnewAndKeepsWhatWasDecided() throws Exception {
        Map<String, String> fields = page(send("first", "2025-09-28", "until", "2025-10-26", "propose", "1"));
        fields.put("choice-000-1.3.1", "NOT_HELD");
        fields.put("choice-000-1.3.2", "LEAVE");
        fields.put("due-000-1.3.3", "2025-11-01");
        fields.put("first", "2026-03-28");
        fields.put("until", "2026-12-31");

        Map<String, String> again = page(send(fields, "propose"));
        assertThat(again)
                .containsEntry("due-000-1.1.1", "2026-03-30")
                .containsEntry("choice-000-1.3.1", "NOT_HELD")
                .containsEntry("choice-000-1.3.2", "LEAVE")
                .containsEntry("due-000-1.3.3", "2025-11-01")
                .containsKey("due-000-4.1.1")
                .containsEntry("choice-000-7.1.1", "MOVE");
        assertThat(again.get("due-000-4.1.1")).isGreaterThan("2026-03-30").isLessThan(again.get("due-000-7.1.1"));
        assertThat(text)
                .contains("data-note=\"day-off\">Это выходной или праздничный день.")
                .contains("Если это поздно, выберите дни раньше");

        again.put("first", "2025-09-10");
        again.put("until", "2025-10-01");
        Map<String, String> less = page(send(again, "propose"));
        assertThat(less)
                .containsEntry("due-000-1.1.1", "2025-09-10")
                .containsEntry("choice-000-1.3.1", "NOT_HELD")
                .containsEntry("due-000-1.3.3", "2025-11-01")
                .doesNotContainKey("choice-000-7.1.1");
    }

    @Test
    void saysWhereNothingIsLeftToMoveAndRefusesNonsense() throws Exception {
        Map<String, String> fields = page(curator.open("/tasks/terms?taskId={id}", task.getId()));
        fields.keySet().stream()
                .filter(name -> name.startsWith("choice-"))
                .forEach(name -> fields.put(name, "NOT_HELD"));
        page(send(fields, "propose"));
        assertThat(text).contains("Подставлять нечего").doesNotContain("Новые сроки подставлены");

        send("first", "2025-09-09", "until", "2025-10-26", "propose", "true").andExpect(status().isBadRequest());
        send("first", "2025-09-28", "until", "2025-09-28", "propose", "true").andExpect(status().isBadRequest());
        send("first", "soon", "until", "2025-10-26", "propose", "true").andExpect(status().isBadRequest());
        send("propose", "true").andExpect(status().isBadRequest());
        send("first", "2025-09-28", "until", "2025-10-26", "applied", "soon", "confirm", "true")
                .andExpect(status().isBadRequest());
        send("first", "2025-09-28", "until", "2025-10-26", "applied", "2099-01-01", "confirm", "true")
                .andExpect(status().isBadRequest());
        send("first", "2025-09-28", "until", "2025-10-26", "choice-000-1.1.1", "PERHAPS", "propose", "true")
                .andExpect(status().isBadRequest());
        assertThat(terms.of(Long.valueOf(programme))).isEmpty();
    }

    @Test
    void showsWhatMovesAlongBeforeItIsStored() throws Exception {
        Map<String, String> fields = page(send("choice-000-1.4.3", "MOVE", "due-000-1.4.3", "2025-11-29"));

        assertThat(text)
                .contains("Ещё ничего не сохранено: из-за того, что вы решили, меняются сроки и других мероприятий")
                .contains("4.1.1, 4.2.3, 4.2.4");
        assertThat(fields).containsEntry("due-000-4.1.1", "2025-12-15").containsEntry("due-000-1.4.3", "2025-11-29");
        assertThat(terms.of(Long.valueOf(programme))).isEmpty();

        fields.put("choice-000-4.2.3", "LEAVE");
        send(fields, "confirm").andExpect(status().isSeeOther());
        assertThat(terms.find(Long.valueOf(programme), "000-1.4.3"))
                .as("a Saturday is not refused")
                .hasValueSatisfying(moved -> assertThat(moved.due()).isEqualTo(LocalDate.of(2025, 11, 29)));
        assertThat(terms.find(Long.valueOf(programme), "000-4.1.1")).isPresent();
        assertThat(terms.find(Long.valueOf(programme), "000-4.2.3")).isEmpty();
    }

    /** What was proposed for a row goes on by what it needs, also where that is changed by hand afterwards. */
    @Test
    void whatIsChangedAfterTheProposalTakesAlongWhatNeedsIt() throws Exception {
        Map<String, String> fields = page(send("first", "2025-09-28", "until", "2025-10-26", "propose", "1"));
        String before = fields.get("due-000-4.1.1");
        fields.put("due-000-1.4.3", "2025-11-28");

        Map<String, String> again = page(send(fields, "confirm"));

        assertThat(text).contains("Ещё ничего не сохранено");
        assertThat(again).containsEntry("due-000-1.4.3", "2025-11-28");
        assertThat(again.get("due-000-4.1.1")).isGreaterThan(before).isGreaterThanOrEqualTo("2025-11-28");
        assertThat(terms.of(Long.valueOf(programme))).isEmpty();
        send(again, "confirm").andExpect(status().isSeeOther());
        assertThat(terms.find(Long.valueOf(programme), "000-4.1.1"))
                .hasValueSatisfying(
                        moved -> assertThat(moved.due()).isEqualTo(LocalDate.parse(again.get("due-000-4.1.1"))));
    }

    @Test
    void otherDaysAreShownBeforeTheyAreStored() throws Exception {
        Map<String, String> fields = page(send("first", "2025-09-28", "until", "2025-10-26", "propose", "1"));
        fields.put("first", "2025-10-06");
        fields.put("until", "2025-11-20");

        Map<String, String> again = page(send(fields, "confirm"));

        assertThat(again).containsEntry("due-000-1.1.1", "2025-10-06");
        assertThat(text).contains("Новые сроки подставлены", "до этого ничего не сохранено");
        assertThat(terms.of(Long.valueOf(programme))).isEmpty();
    }

    /** Days that were refused are not taken for those that the page was shown with. */
    @Test
    void daysThatWereRefusedStayRefused() throws Exception {
        Map<String, String> fields = page(curator.open("/tasks/terms?taskId={id}", task.getId()));
        fields.put("until", "2025-09-20");
        for (int press = 0; press < 2; press++) {
            fields = fields(send(fields, "confirm").andExpect(status().isBadRequest()));
            assertThat(text).contains("Укажите два дня");
        }
        assertThat(terms.of(Long.valueOf(programme))).isEmpty();
    }

    /** What was proposed stays as it was proposed, also when the earliest rows are closed afterwards. */
    @Test
    void theProposalDoesNotGoBackWhenTheEarliestIsClosed() throws Exception {
        Map<String, String> fields = page(send("first", "2025-09-28", "until", "2025-10-26", "propose", "1"));
        String before = fields.get("due-000-4.1.1");
        fields.keySet().stream()
                .filter(name -> name.startsWith("due-") && fields.get(name).equals("2025-09-29"))
                .map(name -> name.substring("due-".length()))
                .toList()
                .forEach(item -> {
                    fields.put("choice-" + item, "NOT_HELD");
                    fields.put("note-" + item, "решение педсовета");
                });

        send(fields, "confirm").andExpect(status().isSeeOther());

        assertThat(terms.find(Long.valueOf(programme), "000-1.1.1")).isEmpty();
        assertThat(terms.find(Long.valueOf(programme), "000-4.1.1"))
                .hasValueSatisfying(moved -> assertThat(moved.due()).isEqualTo(LocalDate.parse(before)));
    }

    @Test
    void whatHasPassedGoesAlongWithWhatItWaitsFor() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2025, 12, 10, 10, 0));
        Map<String, String> fields = page(send("choice-000-5.1.4", "MOVE", "due-000-5.1.4", "2025-12-26"));

        assertThat(text).contains("Ещё ничего не сохранено");
        assertThat(fields.get("due-000-6.1.1")).isGreaterThanOrEqualTo("2025-12-26");
        assertThat(fields).doesNotContainEntry("choice-000-1.1.1", "MOVE");
    }

    @Test
    void saysWhereThereIsNoTimeLeft() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2026, 12, 31, 10, 0));
        page(curator.open("/tasks/terms?taskId={id}", task.getId()));
        assertThat(text)
                .contains("Переносить сроки уже некуда: они ставятся не позже 31.12.2026")
                .contains("Целевая модель наставничества, 2025-2026")
                .doesNotContain("Подставить новые сроки", "value=\"MOVE\"", "Перенос можно будет отменить");
    }

    @Test
    void saysWhichRowEndsBeforeWhatItNeeds() throws Exception {
        page(send(
                "choice-000-1.4.3",
                "MOVE",
                "due-000-1.4.3",
                "2025-12-01",
                "choice-000-4.1.1",
                "MOVE",
                "due-000-4.1.1",
                "2025-11-03",
                "first",
                "2025-09-28",
                "until",
                "2025-10-26",
                "propose",
                "1"));
        assertThat(text).contains("Это раньше нового срока того, после чего оно идёт: 1.4.3.");
    }

    @Test
    void aMoveIsTakenBackOnTheYearPage() throws Exception {
        Map<String, String> fields = page(send("first", "2025-09-28", "until", "2025-10-26", "propose", "1"));
        send(fields, "confirm").andExpect(status().isSeeOther());
        school.runJobs();
        int moved = terms.of(Long.valueOf(programme)).size();
        assertThat(moved).isGreaterThan(9);

        Browser deputy = new Browser(mvc, school, Role.DEPUTY);
        curator.open("/programmes/" + programme)
                .andExpect(
                        content().string(containsString("Сроки перенесены вместе 10.09.2025: мероприятий — " + moved)));
        new Browser(mvc, school, Role.TEACHER)
                .open("/programmes/" + programme)
                .andExpect(content().string(not(containsString("Отменить перенос"))));
        String page = read(deputy.open("/programmes/" + programme));
        Matcher id = Pattern.compile("name=\"move\" value=\"([^\"]+)\"").matcher(page);
        assertThat(id.find()).isTrue();
        String path = "/programmes/" + programme + "/terms/take-back";

        new Browser(mvc, school, Role.TEACHER).send(path, "move", id.group(1)).andExpect(status().isForbidden());
        deputy.send(path, "move", id.group(1))
                .andExpect(redirectedUrl("/programmes/" + programme))
                .andExpect(flash().attribute("termsBack", moved));
        deputy.send(path, "move", id.group(1)).andExpect(flash().attribute("termsRefusal", "term.take-back.none"));

        assertThat(terms.of(Long.valueOf(programme))).isEmpty();
        String after = read(mvc.perform(
                get("/programmes/" + programme).session(deputy.session()).flashAttr("termsBack", moved)));
        assertThat(after)
                .contains("Перенос отменён: прежние сроки вернулись у мероприятий — " + moved)
                .doesNotContain("перенесено с", "Отменить перенос");
    }

    @Test
    void confirms() throws Exception {
        send(
                        "reason", "Год запущен поздно",
                        "choice-000-1.3.1", "EARLIER",
                        "number-000-1.3.1", "41-о",
                        "date-000-1.3.1", "2025-08-28",
                        "choice-000-1.1.1", "MOVE",
                        "due-000-1.1.1", "2025-10-01")
                .andExpect(status().isSeeOther())
                .andExpect(redirectedUrl("/"));
        school.runJobs();

        assertThat(outcomes.find(Long.valueOf(programme), "000-1.3.1")).isPresent();
        assertThat(terms.of(Long.valueOf(programme)))
                .containsOnlyKeys("target-model-1-conditions/Activity_StudyTemplates");
        assertThat(school.tasks(programme)).hasSizeGreaterThan(5);
    }

    @Test
    void namesTheWrongRowAndKeepsTheRest() throws Exception {
        send(
                        "choice-000-1.3.1", "EARLIER",
                        "number-000-1.3.1", "41-о",
                        "choice-000-1.1.1", "NOT_HELD")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Исправьте отмеченные строки, их 2.")))
                .andExpect(content().string(containsString("Напишите, почему это не проводится.")))
                .andExpect(content().string(containsString("value=\"41-о\"")));
        send("choice-000-1.1.1", "PERHAPS").andExpect(status().isBadRequest());
        send("choice-000-1.1.1", "MOVE", "due-000-1.1.1", "завтра").andExpect(status().isBadRequest());

        assertThat(outcomes.of(Long.valueOf(programme))).isEmpty();
    }

    @Test
    void isForTheCuratorAndThisTaskOnly() throws Exception {
        new Browser(mvc, school, Role.DEPUTY)
                .open("/tasks/terms?taskId={id}", task.getId())
                .andExpect(status().isNotFound());
        send().andExpect(status().isSeeOther());
        send().andExpect(status().isNotFound());
        school.runJobs();
        Task other = school.tasks(programme).stream()
                .filter(open -> open.getTaskDefinitionKey().equals("Task_RecordOutcome"))
                .findFirst()
                .orElseThrow();
        new Browser(mvc, school, Role.DEPUTY)
                .open("/tasks/terms?taskId={id}", other.getId())
                .andExpect(status().isNotFound());
    }

    private ResultActions send(String... fields) throws Exception {
        String[] all = new String[fields.length + 2];
        all[0] = "taskId";
        all[1] = task.getId();
        System.arraycopy(fields, 0, all, 2, fields.length);
        return curator.send("/tasks/terms", all);
    }

    /** Sends what stands on the page with one of its buttons. */
    private ResultActions send(Map<String, String> fields, String button) throws Exception {
        List<String> all = new ArrayList<>(List.of(button, "true"));
        fields.forEach((name, value) -> all.addAll(List.of(name, value)));
        return curator.send("/tasks/terms", all.toArray(String[]::new));
    }

    /** The fields of an answered page as a browser has them. */
    private Map<String, String> page(ResultActions answer) throws Exception {
        return fields(answer.andExpect(status().isOk()));
    }

    private Map<String, String> fields(ResultActions answer) throws Exception {
        text = read(answer);
        String form = text.substring(text.indexOf("name=\"taskId\"") - 200);
        Map<String, String> fields = new TreeMap<>();
        Matcher input = Pattern.compile("<input[^>]*?name=\"([^\"]+)\"[^>]*?value=\"([^\"]*)\"")
                .matcher(form);
        while (input.find()) {
            fields.put(input.group(1), input.group(2));
        }
        Matcher select = Pattern.compile("(?s)<select[^>]*name=\"([^\"]+)\"[^>]*>.*?value=\"([^\"]+)\""
                        + " selected=\"selected\".*?</select>")
                .matcher(form);
        while (select.find()) {
            fields.put(select.group(1), select.group(2));
        }
        return fields;
    }

    private static String read(ResultActions answer) throws Exception {
        return answer.andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
