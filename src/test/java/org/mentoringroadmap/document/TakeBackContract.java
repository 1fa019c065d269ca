package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.ActivityCorrection;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.document.approval.Completeness;
import org.mentoringroadmap.document.approval.DocumentDecision;
import org.mentoringroadmap.document.approval.TakenBackApprovals;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.AuditActs;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What somebody has closed or approved by a slip is taken back, with the real processes, on whichever database the subclass
 * brings.
 */
abstract class TakeBackContract {
    private static final String CLOSED = "000-1.1.1";
    private static final String CHECK = "Task_CheckDraft";
    private static final String APPROVE = "Task_Approve";
    private static final String REGISTER = "Task_Register";
    private static final Duration WITHIN = Duration.ofMinutes(10);

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private ActivityCorrections corrections;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private ActivityKeys keys;

    @Autowired
    private TakenBackApprovals approvals;

    @Autowired
    private Completeness completeness;

    @Autowired
    private Documents documents;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    private TestSchool school;
    private String key;
    private Long programme;

    @BeforeEach
    void start() {
        school = schools.create();
        key = school.start("target-model", "2026-2027");
        programme = Long.valueOf(key);
    }

    // ---- activities

    @Test
    void whoHasJustClosedAnActivityOpensItAgain() {
        Task first = activity();
        List<String> others = without(CLOSED);
        close(Role.DEPUTY, first);
        assertThat(outcomes.find(programme, CLOSED)).isPresent();
        assertThat(school.as(Role.DEPUTY, corrections::recent)).hasSize(1);
        assertThat(school.as(Role.CURATOR, corrections::recent)).isEmpty();

        takeBack(Role.DEPUTY);

        assertThat(outcomes.find(programme, CLOSED)).isEmpty();
        assertThat(corrections.reopened(programme)).containsExactly(keys.key(programme, CLOSED));
        Task again = activity();
        assertThat(again.getId()).isNotEqualTo(first.getId());
        assertThat(again.getName()).isEqualTo(first.getName());
        assertThat(again.getDescription()).isEqualTo(first.getDescription());
        assertThat(again.getDueDate()).isEqualTo(first.getDueDate());
        assertThat(again.getAssignee()).isEqualTo(school.login(Role.DEPUTY));
        assertThat(school.as(Role.DEPUTY, () -> tasks.get(again.getId())).roadmapItem())
                .isEqualTo(CLOSED);
        assertThat(without(CLOSED)).as("nothing else has moved").containsAll(others);
        assertThat(history()).singleElement().satisfies(before -> {
            assertThat(before.takenBack()).isTrue();
            assertThat(before.said().outcome()).isEqualTo(Outcome.DONE);
            assertThat(before.correctedBy()).isEqualTo(school.login(Role.DEPUTY));
        });

        assertThat(acts()).containsExactly("ACTIVITY_TAKEN_BACK");
        close(Role.DEPUTY, again);

        assertThat(outcomes.find(programme, CLOSED)).isPresent();
        assertThat(corrections.reopened(programme)).isEmpty();
        assertThat(tasksOf(CLOSED)).isEmpty();
    }

    /** The engine makes what follows a moment later: the block stands behind its task, and nothing has begun. */
    @Test
    void alsoBeforeTheProcessHasGoneOn() {
        Task first = activity();
        school.as(Role.DEPUTY, () -> {
            tasks.complete(first.getId(), done());
            return null;
        });

        takeBack(Role.DEPUTY);
        school.runJobs();

        assertThat(tasksOf(CLOSED)).hasSize(1);
        close(Role.DEPUTY, activity());
        assertThat(outcomes.find(programme, CLOSED)).isPresent();
        assertThat(tasksOf(CLOSED)).isEmpty();
    }

    @Test
    void nobodyElseTakesItBackAndNobodyLater() {
        close(Role.DEPUTY, activity());
        assertThatThrownBy(() -> takeBack(Role.CURATOR)).isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> takeBack(Role.TEACHER)).isInstanceOf(ForbiddenException.class);
        TestSchool stranger = schools.create(Role.DEPUTY);
        assertThatThrownBy(() -> stranger.as(Role.DEPUTY, () -> {
                    corrections.takeBack(programme, CLOSED);
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);

        later();

        assertThatThrownBy(() -> takeBack(Role.DEPUTY))
                .isInstanceOf(ConflictException.class)
                .hasMessage("activity.take-back.late");
        assertThat(outcomes.find(programme, CLOSED)).isPresent();
        assertThat(history()).isEmpty();
        assertThat(tasksOf(CLOSED)).isEmpty();
    }

    /** All or nothing: the record is not withdrawn where nobody could be asked anew. */
    @Test
    void whatCannotBeOpenedAgainStaysClosed() {
        String item = "000-1.3.1"; // an order: more has come of it than a record
        OutcomeInput input = new OutcomeInput(Outcome.DONE, TestClock.today(), "5-ОД", null, null);
        school.as(Role.DEPUTY, () -> outcomes.record(programme, item, input));
        assertThat(school.as(Role.DEPUTY, corrections::recent)).isEmpty();

        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> {
                    corrections.takeBack(programme, item);
                    return null;
                }))
                .isInstanceOf(ConflictException.class)
                .hasMessage("activity.take-back.begun");

        assertThat(outcomes.find(programme, item)).isPresent();
        assertThat(corrections.history(programme, item)).isEmpty();
        OutcomeInput dropped = new OutcomeInput(Outcome.NOT_HELD, null, null, "Передумали", null);
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    corrections.correct(programme, item, dropped, "Передумали");
                    return null;
                }))
                .isInstanceOf(ConflictException.class)
                .hasMessage("activity.correct.numbered");
    }

    @Test
    void theCuratorCorrectsARecordWithAReason() {
        close(Role.DEPUTY, activity());
        later();
        OutcomeInput right =
                new OutcomeInput(Outcome.DONE, TestClock.today().minusDays(3), null, "Провели раньше", null);
        refused("activity.correct.reason", Role.CURATOR, right, " ");
        assertThatThrownBy(() -> correct(Role.DEPUTY, right, "Ошибка")).isInstanceOf(ForbiddenException.class);
        refused("activity.reason", Role.CURATOR, new OutcomeInput(Outcome.NOT_HELD, null, null, null, null), "Ошибка");

        correct(Role.CURATOR, right, "Ошиблись днём");
        correct(Role.CURATOR, right, "Ещё раз то же самое");

        assertThat(outcomes.find(programme, CLOSED)).hasValueSatisfying(record -> {
            assertThat(record.date()).contains(TestClock.today().minusDays(3));
            assertThat(record.note()).contains("Провели раньше");
            assertThat(record.recordedBy()).isEqualTo(school.login(Role.DEPUTY));
        });
        assertThat(history()).singleElement().satisfies(before -> {
            assertThat(before.takenBack()).isFalse();
            assertThat(before.said().date()).isEqualTo(TestClock.today());
            assertThat(before.reason()).contains("Ошиблись днём");
            assertThat(before.correctedBy()).isEqualTo(school.login(Role.CURATOR));
        });
        assertThat(tasksOf(CLOSED)).as("the process has not moved").isEmpty();
        assertThat(acts()).containsExactly("ACTIVITY_CORRECTED");
    }

    @Test
    void whoHasJustClosedItCorrectsItWithoutAWord() {
        close(Role.DEPUTY, activity());

        correct(Role.DEPUTY, new OutcomeInput(Outcome.DONE, TestClock.today(), null, null, "https://example.org/"), "");

        assertThat(outcomes.find(programme, CLOSED))
                .hasValueSatisfying(record -> assertThat(record.link()).contains("https://example.org/"));
        assertThat(history())
                .singleElement()
                .satisfies(before -> assertThat(before.reason()).isEmpty());
    }

    @Test
    void aYearThatIsOverIsNotChanged() {
        close(Role.DEPUTY, activity());
        programmes.complete(programme);

        assertThatThrownBy(() -> takeBack(Role.DEPUTY))
                .isInstanceOf(ConflictException.class)
                .hasMessage("activity.programme-completed");
        assertThat(outcomes.find(programme, CLOSED)).isPresent();
    }

    // ---- approvals

    @Test
    void anApprovalIsTakenBackUntilTheDocumentHasItsNumber() {
        Document order = approved();
        assertThat(school.as(Role.DIRECTOR, approvals::recent))
                .extracting(Document::id)
                .containsExactly(order.id());

        takeBackApproval(Role.DIRECTOR, order, null);

        assertThat(status(order)).isEqualTo(DocumentStatus.REVIEW);
        assertThat(tasksOf(order)).containsExactly(APPROVE);
        assertThat(decisions(order))
                .extracting(DocumentDecision::kind)
                .containsExactly(DocumentDecision.Kind.APPROVED, DocumentDecision.Kind.TAKEN_BACK);

        complete(Role.DIRECTOR, order, APPROVE, Map.of("decision", "return", "comment", "Исправьте"));
        complete(Role.DEPUTY, order, CHECK, Map.of("outcome", "done"));
        complete(Role.DIRECTOR, order, APPROVE, Map.of("decision", "approve"));
        later();
        refusedApproval("document.take-back.reason", Role.CURATOR, order, " ");
        takeBackApproval(Role.CURATOR, order, "Не тот куратор");
        assertThat(tasksOf(order)).containsExactly(APPROVE);
        complete(Role.DIRECTOR, order, APPROVE, Map.of("decision", "approve"));
        complete(
                Role.SECRETARY,
                order,
                REGISTER,
                Map.of("number", "7-ОД", "date", TestClock.today().toString()));

        refusedApproval("document.take-back.numbered", Role.DIRECTOR, order, "Поздно");
        assertThat(documents.get(order.id()).number()).isEqualTo("7-ОД");
        assertThat(decisions(order)).hasSize(6);
        assertThat(AuditActs.about(jdbc, AuditThing.DOCUMENT, order.id()))
                .containsExactly(
                        "DOCUMENT_APPROVED",
                        "APPROVAL_TAKEN_BACK",
                        "DOCUMENT_RETURNED",
                        "DOCUMENT_APPROVED",
                        "APPROVAL_TAKEN_BACK",
                        "DOCUMENT_APPROVED",
                        "DOCUMENT_REGISTERED");
    }

    @Test
    void othersDoNotTakeAnApprovalBack() {
        Document order = approved();
        for (Role role : List.of(Role.DEPUTY, Role.SECRETARY)) {
            assertThatThrownBy(() -> takeBackApproval(role, order, "Почему бы нет"))
                    .isInstanceOf(ForbiddenException.class);
        }
        assertThatThrownBy(() -> takeBackApproval(Role.TEACHER, order, "Почему бы нет"))
                .as("whoever keeps no papers sees none without a number")
                .isInstanceOf(NotFoundException.class);
        TestSchool stranger = schools.create(Role.DIRECTOR);
        assertThatThrownBy(() -> stranger.as(Role.DIRECTOR, () -> {
                    approvals.takeBack(order.id(), "Чужой");
                    return null;
                }))
                .isInstanceOf(NotFoundException.class);
        assertThat(status(order)).isEqualTo(DocumentStatus.APPROVED);
        assertThat(tasksOf(order)).containsExactly(REGISTER);
    }

    /** The council has not met: the regulation says so by two lines, and whoever approves it is told. */
    @Test
    void whatIsBlankInTheFileIsToldAndRecorded() {
        Document regulation = checked(DocumentType.REGULATION);
        List<String> blanks = completeness.blanks(regulation);
        assertThat(blanks).singleElement().asString().contains("Протокол от");
        assertThatThrownBy(() -> complete(Role.DIRECTOR, regulation, APPROVE, Map.of("decision", "approve")))
                .hasStackTraceContaining("document.blanks");
        assertThat(status(regulation)).isEqualTo(DocumentStatus.REVIEW);

        complete(Role.DIRECTOR, regulation, APPROVE, Map.of("decision", "approve", "despiteBlanks", true));

        assertThat(decisions(regulation)).singleElement().satisfies(decision -> {
            assertThat(decision.blanks()).isEqualTo(1);
            assertThat(decision.decidedBy()).isEqualTo(school.login(Role.DIRECTOR));
            assertThat(school.as(Role.DIRECTOR, () -> approvals.blanks(decision)))
                    .isEqualTo(blanks);
        });
        assertThat(jdbc.sql(
                                "select amount from audit_record where act = 'DOCUMENT_APPROVED_WITH_BLANKS' and account = ?"
                                        + " and concerns_id = ?")
                        .params(school.login(Role.DIRECTOR), regulation.id().toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void anOrderThatIsFilledInHasNoBlanks() {
        assertThat(completeness.blanks(checked(DocumentType.ORDER_CURATOR))).isEmpty();
        assertThat(completeness.blanks(document(DocumentType.ORDER_IMPLEMENTATION)))
                .isEmpty();
    }

    // ---- what the tests do

    private static Map<String, Object> done() {
        return Map.of("outcome", "done", "date", TestClock.today().toString());
    }

    private static void later() {
        TestClock.moveTo(TestClock.now().plus(WITHIN).plusSeconds(1));
    }

    private Task activity() {
        return tasksOf(CLOSED).get(0);
    }

    private List<Task> tasksOf(String item) {
        return school.tasks(key).stream()
                .filter(task -> item.equals(school.item(task)))
                .toList();
    }

    private List<String> without(String item) {
        return school.tasks(key).stream()
                .filter(task -> !item.equals(school.item(task)))
                .map(Task::getId)
                .toList();
    }

    private void close(Role role, Task task) {
        school.as(role, () -> {
            tasks.complete(task.getId(), done());
            return null;
        });
        school.runJobs();
    }

    private void takeBack(Role role) {
        school.as(role, () -> {
            corrections.takeBack(programme, CLOSED);
            return null;
        });
    }

    private void correct(Role role, OutcomeInput input, String reason) {
        school.as(role, () -> {
            corrections.correct(programme, CLOSED, input, reason);
            return null;
        });
    }

    private void refused(String code, Role role, OutcomeInput input, String reason) {
        assertThatThrownBy(() -> correct(role, input, reason))
                .isInstanceOf(UserInputException.class)
                .hasMessage(code);
    }

    /** What the audit trail has of the programme beside what was read. */
    private List<String> acts() {
        return AuditActs.about(jdbc, AuditThing.PROGRAMME, key);
    }

    private List<ActivityCorrection> history() {
        return corrections.history(programme, CLOSED);
    }

    private Document approved() {
        Document order = checked(DocumentType.ORDER_CURATOR);
        complete(Role.DIRECTOR, order, APPROVE, Map.of("decision", "approve"));
        assertThat(status(order)).isEqualTo(DocumentStatus.APPROVED);
        return order;
    }

    private Document checked(DocumentType type) {
        Document document = document(type);
        complete(Role.DEPUTY, document, CHECK, Map.of("outcome", "done"));
        return documents.get(document.id());
    }

    private Document document(DocumentType type) {
        return school.as(Role.DIRECTOR, () -> documents.ofProgramme(programme)).stream()
                .filter(document -> document.type() == type)
                .findFirst()
                .orElseThrow();
    }

    private void complete(Role role, Document document, String element, Map<String, Object> input) {
        Task task = school.tasks(key).stream()
                .filter(open ->
                        open.getProcessInstanceId().equals(document.instanceId().orElseThrow()))
                .filter(open -> open.getTaskDefinitionKey().equals(element))
                .findFirst()
                .orElseThrow();
        school.as(role, () -> {
            tasks.complete(task.getId(), input);
            return null;
        });
        school.runJobs();
    }

    private List<String> tasksOf(Document document) {
        return school.tasks(key).stream()
                .filter(open ->
                        open.getProcessInstanceId().equals(document.instanceId().orElseThrow()))
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private DocumentStatus status(Document document) {
        return documents.get(document.id()).status();
    }

    private void takeBackApproval(Role role, Document document, String reason) {
        school.as(role, () -> {
            approvals.takeBack(document.id(), reason);
            return null;
        });
        school.runJobs();
    }

    private void refusedApproval(String code, Role role, Document document, String reason) {
        assertThatThrownBy(() -> takeBackApproval(role, document, reason))
                .isInstanceOf(UserInputException.class)
                .hasMessage(code);
    }

    private List<DocumentDecision> decisions(Document document) {
        return school.as(Role.DIRECTOR, () -> approvals.history(document.id()));
    }
}
