package org.mentoringroadmap.activity.term;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.assertj.core.api.Condition;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** What moved terms promise on every database, with the shipped roadmap started in its middle. */
abstract class TermsContract {
    private static final String SITE = "000-1.2.5";
    private static final String REASON = "Учитель болел";

    @Autowired
    TestSchools schools;

    @Autowired
    Terms terms;

    @Autowired
    TermMoves moves;

    @Autowired
    YearStart year;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    ActivityOutcomes outcomes;

    @Autowired
    Programmes programmes;

    @Autowired
    Tasks tasks;

    @Autowired
    TaskService engineTasks;

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    Clock clock;

    private TestSchool school;
    private Long programme;

    @BeforeEach
    void startInAutumn() {
        at("2025-09-10T10:00:00");
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.SITE_EDITOR);
        programme = Long.valueOf(school.startUnconfirmed("target-model", "2025-2026"));
    }

    @Test
    void passedTermsWaitForTheCuratorAlone() {
        assertThat(open()).extracting(OpenTask::definitionKey).containsExactly("Task_ConfirmTerms");
        OpenTask confirm = open().get(0);
        assertThat(confirm.roles()).containsExactly("curator");
        assertThat(confirm.due()).isEqualTo(LocalDateTime.of(2025, 9, 17, 18, 0));
        assertThat(terms.passed(programme))
                .extracting(term -> term.activity().item())
                .contains("000-1.1.1", "000-1.3.1")
                .doesNotContain(SITE);
    }

    @Test
    void whatWasDecidedIsStoredAndTheRestComesToItsPeople() {
        as(() -> year.confirm(
                open().get(0),
                List.of(
                        decision("000-1.1.1", TermDecision.Choice.LEAVE, null),
                        new TermDecision("000-1.3.1", TermDecision.Choice.EARLIER, day("2025-08-28"), "41-о", null),
                        new TermDecision("000-1.3.2", TermDecision.Choice.NOT_HELD, null, null, "Положение есть"),
                        decision("000-1.3.4", TermDecision.Choice.MOVE, "2025-10-15")),
                "Год запущен поздно"));
        school.runJobs();

        assertThat(outcomes.find(programme, "000-1.3.1").orElseThrow().number()).contains("41-о");
        assertThat(outcomes.find(programme, "000-1.3.2").orElseThrow().outcome())
                .isEqualTo(Outcome.NOT_HELD);
        assertThat(open())
                .extracting(OpenTask::roadmapItem)
                .contains("000-1.1.1", "000-1.3.4", SITE)
                .doesNotContain("000-1.3.1", "000-1.3.2");
        assertThat(of("000-1.3.4").due()).isEqualTo(LocalDateTime.of(2025, 10, 15, 18, 0));
        assertThat(of("000-1.1.1").due()).isEqualTo(LocalDateTime.of(2025, 8, 31, 18, 0));
        assertThat(terms.of(programme)).containsOnlyKeys("target-model-1-conditions/Activity_OrderCurator");
        assertThat(terms.find(programme, "000-1.3.4")).hasValueSatisfying(moved -> {
            assertThat(moved.plannedDue()).isEqualTo(day("2025-08-31"));
            assertThat(moved.reason()).isEqualTo("Год запущен поздно");
            assertThat(moved.movedBy()).isEqualTo(school.login(Role.CURATOR));
        });
    }

    /** Class hours leave no document; an order does. */
    @Test
    void whatWasDoneWithoutADocumentIsDoneOnADay() {
        TermDecision done = new TermDecision("000-1.1.1", TermDecision.Choice.DONE, day("2025-08-27"), null, null);
        TermDecision order = new TermDecision("000-1.3.1", TermDecision.Choice.DONE, day("2025-08-27"), null, null);
        assertThatThrownBy(() -> as(() -> year.confirm(open().get(0), List.of(done, order), "")))
                .isInstanceOfSatisfying(
                        TermsRefused.class,
                        refused -> assertThat(refused.problems())
                                .containsOnlyKeys("000-1.3.1")
                                .hasValueSatisfying(why("activity.ahead.way")));
        assertThat(outcomes.of(programme)).isEmpty();

        as(() -> year.confirm(open().get(0), List.of(done), ""));
        school.runJobs();

        assertThat(outcomes.find(programme, "000-1.1.1")).hasValueSatisfying(record -> {
            assertThat(record.outcome()).isEqualTo(Outcome.DONE);
            assertThat(record.date()).contains(day("2025-08-27"));
        });
        assertThat(open()).extracting(OpenTask::roadmapItem).doesNotContain("000-1.1.1");
    }

    private static Condition<UserInputException> why(String code) {
        return new Condition<>(refused -> refused.code().equals(code), code);
    }

    @Test
    void oneWrongDecisionStoresNothing() {
        assertThatThrownBy(() -> as(() -> year.confirm(
                        open().get(0),
                        List.of(
                                new TermDecision(
                                        "000-1.3.1", TermDecision.Choice.EARLIER, day("2025-08-28"), "41-о", null),
                                new TermDecision("000-1.3.2", TermDecision.Choice.EARLIER, null, "5", null),
                                decision("000-1.3.4", TermDecision.Choice.MOVE, "2025-09-09")),
                        "Год запущен поздно")))
                .isInstanceOfSatisfying(TermsRefused.class, refused -> {
                    assertThat(refused.problems()).containsOnlyKeys("000-1.3.2", "000-1.3.4");
                    assertThat(refused.problems().get("000-1.3.2").code()).isEqualTo("activity.number");
                    assertThat(refused.problems().get("000-1.3.4").code()).isEqualTo("term.past");
                });

        assertThat(outcomes.of(programme)).isEmpty();
        assertThat(terms.of(programme)).isEmpty();
        assertThat(open()).extracting(OpenTask::definitionKey).containsExactly("Task_ConfirmTerms");
    }

    @Test
    void whatIsProposedIsStoredTogether() {
        List<ProposedTerm> proposed = fourWeeksLater();
        assertThat(proposed)
                .extracting(row -> row.term().activity().item())
                .contains("000-1.1.1", "000-4.1.1")
                .doesNotContain("000-7.1.1");
        assertThat(terms.of(programme)).as("nothing is stored of it").isEmpty();

        confirm(proposed);

        assertThat(terms.of(programme)).hasSize(proposed.size());
        assertThat(terms.of(programme).values().stream().map(MovedTerm::moveId).distinct())
                .hasSize(1)
                .doesNotContain(Optional.empty());
        assertThat(terms.find(programme, "000-4.1.1").orElseThrow().plannedDue())
                .isEqualTo(day("2025-10-05"));
        assertThat(of("000-1.1.1").due()).isEqualTo(LocalDateTime.of(2025, 9, 29, 18, 0));
        assertThat(of("000-4.2.1").due())
                .as("needs nothing that moves, and stays in the order of the paper")
                .isEqualTo(LocalDateTime.of(2025, 10, 16, 18, 0));
    }

    @Test
    void aMoveIsTakenBack() {
        List<ProposedTerm> proposed = fourWeeksLater();
        confirm(proposed);
        move("000-1.1.1", "2025-12-01");
        as(() -> outcomes.record(
                programme, "000-1.3.2", new OutcomeInput(Outcome.NOT_HELD, null, null, "Положение есть", null)));
        MovedTogether last = school.as(Role.DEPUTY, () -> moves.last(programme)).orElseThrow();
        assertThat(last.moved()).isEqualTo(proposed.size());
        assertThat(last.returnable()).isEqualTo(proposed.size() - 2);
        assertThat(last.movedAt()).isEqualTo(LocalDateTime.of(2025, 9, 10, 10, 0));

        int back = school.as(Role.DEPUTY, () -> moves.takeBack(programme, last.id()));

        assertThat(back).isEqualTo(proposed.size() - 2);
        assertThat(terms.of(programme))
                .as("moved again, and ended")
                .containsOnlyKeys(key(proposed, "000-1.1.1"), key(proposed, "000-1.3.2"));
        assertThat(of("000-1.1.1").due()).isEqualTo(LocalDateTime.of(2025, 12, 1, 18, 0));
        assertThat(of("000-1.3.4").due()).as("as it was").isEqualTo(LocalDateTime.of(2025, 8, 31, 18, 0));
        assertThat(engineTasks.getVariable(of("000-1.3.4").id(), "due")).isEqualTo("2025-08-31T18:00:00");
        assertThat(terms.passed(programme))
                .extracting(row -> row.activity().item())
                .contains("000-1.3.4");
        assertThat(jdbc.queryForList(
                        "select distinct taken_back_by from activity_term where programme_id = ? and taken_back_at is not null",
                        String.class,
                        programme))
                .containsExactly(school.login(Role.DEPUTY));
        assertThat(jdbc.queryForList(
                        "select amount from audit_record where act = 'TERMS_TAKEN_BACK' and concerns_id = ? and account = ?",
                        Integer.class,
                        String.valueOf(programme),
                        school.login(Role.DEPUTY)))
                .containsExactly(back);
        assertThat(school.as(Role.CURATOR, () -> moves.last(programme))).isEmpty();
        assertThatThrownBy(() -> as(() -> moves.takeBack(programme, last.id())))
                .isInstanceOf(ConflictException.class)
                .hasMessage("term.take-back.none");
        move("000-1.3.4", "2025-10-20");
        assertThat(of("000-1.3.4").due()).as("can be moved again").isEqualTo(LocalDateTime.of(2025, 10, 20, 18, 0));
    }

    @Test
    void aTermThatWasMovedBeforeComesBackAsItWas() {
        as(() -> terms.move(programme, "000-1.3.4", day("2025-09-20"), REASON));
        confirm(List.of(new ProposedTerm(row("000-1.3.4"), day("2025-10-15"))));
        assertThat(of("000-1.3.4").due()).isEqualTo(LocalDateTime.of(2025, 10, 15, 18, 0));

        as(() -> moves.takeBack(programme, moves.last(programme).orElseThrow().id()));

        assertThat(of("000-1.3.4").due()).isEqualTo(LocalDateTime.of(2025, 9, 20, 18, 0));
        assertThat(terms.find(programme, "000-1.3.4"))
                .hasValueSatisfying(moved -> assertThat(moved.reason()).isEqualTo(REASON));
        assertThat(school.as(Role.CURATOR, () -> moves.last(programme)))
                .as("one moved by itself is not taken back")
                .isEmpty();
    }

    @Test
    void aStageWhoseEndHasPassedByThatStillWaitsForWhatIsOpen() {
        at("2026-05-20T10:00:00");
        school = schools.create(Role.CURATOR);
        programme = Long.valueOf(school.startUnconfirmed("target-model", "2025-2026"));
        confirm(List.of(new ProposedTerm(row("000-6.1.5"), day("2026-06-10"))));
        assertThat(closing()).isEqualTo(date("2026-06-10T18:00:00"));

        as(() -> moves.takeBack(programme, moves.last(programme).orElseThrow().id()));

        assertThat(terms.planned(programme, "000-6.1.5").due()).isEqualTo(LocalDateTime.of(2026, 5, 15, 18, 0));
        assertThat(closing()).as("two weeks from now").isEqualTo(date("2026-06-03T10:00:00"));
    }

    private Date closing() {
        return management
                .createJobQuery()
                .timers()
                .processInstanceId(runtime.createProcessInstanceQuery()
                        .processInstanceBusinessKey(String.valueOf(programme))
                        .processDefinitionKey("target-model-6-work")
                        .singleResult()
                        .getId())
                .singleResult()
                .getDuedate();
    }

    @Test
    void whoMayNotTakeAMoveBack() {
        confirm(fourWeeksLater());
        UUID id = school.as(Role.CURATOR, () -> moves.last(programme))
                .orElseThrow()
                .id();

        assertThat(school.as(Role.SITE_EDITOR, () -> moves.last(programme))).isEmpty();
        assertThatThrownBy(() -> school.as(Role.SITE_EDITOR, () -> moves.takeBack(programme, id)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> as(() -> moves.takeBack(programme, null))).hasMessage("term.take-back.none");
        TestSchool other = schools.create(Role.CURATOR);
        assertThatThrownBy(() -> other.as(Role.CURATOR, () -> moves.takeBack(programme, id)))
                .hasMessage("programme.unknown");
        programmes.complete(programme);
        assertThat(school.as(Role.CURATOR, () -> moves.last(programme))).isEmpty();
        assertThatThrownBy(() -> as(() -> moves.takeBack(programme, id))).hasMessage("activity.programme-completed");
        assertThat(terms.of(programme)).isNotEmpty();
    }

    @Test
    void aWayToCatchUpIsSuggested() {
        assertThat(terms.open(programme).catchUp())
                .contains(new CatchUp(day("2025-08-31"), day("2025-09-24"), day("2025-10-20")));
        assertThatThrownBy(() -> terms.open(programme).catchUp(day("2025-09-09"), day("2025-10-18"), List.of()))
                .hasMessage("term.catch-up");
        assertThatThrownBy(() -> terms.open(programme).catchUp(day("2025-09-24"), day("2025-09-24"), List.of()))
                .hasMessage("term.catch-up");
        assertThatThrownBy(() -> terms.open(programme).catchUp(day("2025-09-24"), day("2027-01-01"), List.of()))
                .hasMessage("term.catch-up");
        assertThatThrownBy(() -> terms.open(programme).catchUp(null, day("2025-10-01"), List.of()))
                .hasMessage("term.catch-up");
    }

    private List<ProposedTerm> fourWeeksLater() {
        OpenTerms open = terms.open(programme);
        return open.propose(
                open.catchUp(day("2025-09-28"), day("2025-10-26"), List.of()).orElseThrow(), List.of());
    }

    @Test
    void movesWhatIsOpen() {
        confirm();
        move(SITE, "2025-11-15");

        OpenTask task = of(SITE);
        assertThat(task.due()).isEqualTo(LocalDateTime.of(2025, 11, 15, 18, 0));
        assertThat(engineTasks.getVariable(task.id(), "due")).isEqualTo("2025-11-15T18:00:00");
        move(SITE, "2025-09-12");
        assertThat(of(SITE).due()).isEqualTo(LocalDateTime.of(2025, 9, 12, 18, 0));
        assertThat(terms.find(programme, SITE).orElseThrow().due())
                .as("the latest counts")
                .isEqualTo(day("2025-09-12"));
        assertThat(of("000-1.2.6").due()).as("others stay").isEqualTo(LocalDateTime.of(2025, 9, 30, 18, 0));
    }

    @Test
    void aTermOfItsOwnIsKept() {
        confirm();
        Task site = engineTasks.createTaskQuery().taskId(of(SITE).id()).singleResult();
        site.setDueDate(date("2025-09-20T18:00:00"));
        engineTasks.saveTask(site);

        move(SITE, "2025-11-15");

        assertThat(of(SITE).due()).isEqualTo(LocalDateTime.of(2025, 9, 20, 18, 0));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "000-1.2.5, 2025-09-09, Причина, term.past",
                "000-1.2.5, -, Причина, term.due",
                "000-1.2.5, 2027-01-01, Причина, term.late",
                "000-1.2.5, 2025-09-30, Причина, term.same",
                "000-1.2.5, 2025-10-30, ' ', term.reason",
                "000-1.2.5, 2025-10-30, -, term.reason",
                "000-9.9.9, 2025-10-30, Причина, term.unknown"
            })
    void refuses(String item, LocalDate due, String reason, String code) {
        assertThatThrownBy(() -> as(() -> terms.move(programme, item, due, reason)))
                .hasMessage(code);
        assertThat(terms.of(programme)).isEmpty();
    }

    @Test
    void whatIsClosedIsNotMoved() {
        as(() -> outcomes.record(programme, SITE, new OutcomeInput(Outcome.DONE, day("2025-09-09"), null, null, null)));
        assertThatThrownBy(() -> move(SITE, "2025-11-15"))
                .isInstanceOf(ConflictException.class)
                .hasMessage("term.closed");

        programmes.complete(programme);
        assertThatThrownBy(() -> move("000-1.2.6", "2025-11-15")).hasMessage("activity.programme-completed");
    }

    @Test
    void whoMayMove() {
        assertThat(school.as(Role.CURATOR, terms::mayMove)).isTrue();
        assertThat(school.as(Role.DEPUTY, terms::mayMove)).isTrue();
        assertThat(school.as(Role.SITE_EDITOR, terms::mayMove)).isFalse();
    }

    private void confirm() {
        confirm(List.of());
    }

    private void confirm(List<ProposedTerm> moved) {
        as(() -> year.confirm(
                open().get(0),
                moved.stream()
                        .map(row -> new TermDecision(
                                row.term().activity().item(), TermDecision.Choice.MOVE, row.due(), null, null))
                        .toList(),
                "Год запущен поздно"));
        school.runJobs();
    }

    private static String key(List<ProposedTerm> proposed, String item) {
        return proposed.stream()
                .map(row -> row.term().activity())
                .filter(activity -> activity.item().equals(item))
                .findFirst()
                .orElseThrow()
                .key();
    }

    private OpenTerm row(String item) {
        return terms.open(programme).all().stream()
                .filter(row -> row.activity().item().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private void move(String item, String due) {
        as(() -> terms.move(programme, item, day(due), REASON));
    }

    private void as(Runnable work) {
        school.as(Role.CURATOR, () -> {
            work.run();
            return null;
        });
    }

    private List<OpenTask> open() {
        return tasks.ofProgramme(programme);
    }

    private OpenTask of(String item) {
        return open().stream()
                .filter(task -> item.equals(task.roadmapItem()))
                .findFirst()
                .orElseThrow();
    }

    private static TermDecision decision(String item, TermDecision.Choice choice, String day) {
        return new TermDecision(item, choice, day == null ? null : day(day), null, null);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private void at(String moment) {
        TestClock.moveTo(LocalDateTime.parse(moment));
    }

    private Date date(String moment) {
        return Date.from(LocalDateTime.parse(moment).atZone(clock.getZone()).toInstant());
    }
}
