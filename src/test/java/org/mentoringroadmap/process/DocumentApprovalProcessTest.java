package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Date;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.OwnKindInput;
import org.mentoringroadmap.document.OwnKinds;
import org.mentoringroadmap.document.journal.PaperSignature;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.platform.engine.Incidents;
import org.mentoringroadmap.roadmap.ModelFault;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.WorkingDays;
import org.mentoringroadmap.support.Covers;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskRemark;
import org.mentoringroadmap.task.Tasks;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("document-approval")
class DocumentApprovalProcessTest extends ProcessTestCase {
    private static final String CHECK = "Task_CheckDraft";
    private static final String APPROVE = "Task_Approve";
    private static final String REGISTER = "Task_Register";
    private static final String MAKE_KNOWN = "Task_MakeKnown";
    private static final String ON_PAPER = "DocumentSignedOnPaper";

    private static final Map<String, Object> CHECKED = Map.of("outcome", "done");
    private static final Map<String, Object> APPROVED = Map.of("decision", "approve", "despiteBlanks", true);
    private static final Map<String, Object> NUMBERED = Map.of("number", "12-ОД", "date", TODAY);
    private static final Map<String, Object> KNOWN = Map.of("acknowledged", true, "date", TODAY);

    @Autowired
    private OwnKinds ownKinds;

    @Autowired
    private Documents documents;

    @Autowired
    private PaperSignatures paper;

    @Autowired
    private Incidents incidents;

    @Autowired
    private List<TaskRemark> remarks;

    @Autowired
    private Tasks openTasksOfProgramme;

    @Test
    void closedBeforeItBegan() {
        endsAtOnceWhenClosedBefore("document-approval", Map.of("documentType", "order-curator"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"order-implementation", "order-curator", "regulation", "roadmap"})
    void fromTheDraftIntoForce(String type) {
        String instance = startBlock("document-approval", "deputy", Map.of("documentType", type));
        assertThat(document(instance).type().id()).isEqualTo(type);
        assertThat(document(instance).status()).isEqualTo(DocumentStatus.DRAFT);
        assertThat(groups(task(CHECK))).containsExactly("deputy");

        complete(Role.DEPUTY, CHECK, CHECKED);
        assertThat(document(instance).status()).isEqualTo(DocumentStatus.REVIEW);
        assertThat(groups(task(APPROVE))).containsExactly("director");

        complete(Role.DIRECTOR, APPROVE, APPROVED);
        assertThat(document(instance).status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(document(instance).approvedBy()).contains(school.login(Role.DIRECTOR));
        assertThat(groups(task(REGISTER))).containsExactly("secretary");
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();

        complete(Role.SECRETARY, REGISTER, NUMBERED);
        assertThat(document(instance).number()).isEqualTo("12-ОД");
        assertThat(document(instance).registration().orElseThrow().onPaper()).isFalse();
        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("12-ОД");
        assertThat(groups(task(MAKE_KNOWN))).containsExactly("secretary");

        complete(Role.SECRETARY, MAKE_KNOWN, KNOWN);
        assertThat(document(instance).madeKnownOn()).contains(day(TODAY));
        assertThat(flag(instance, "outcome")).isEqualTo("done");
        assertThat(flag(instance, "decision")).isEqualTo("approve");
        assertThat(flag(instance, "approvedOnSubmit")).isEqualTo(false);
        assertEndedAt(instance, "End_DocumentInForce");
    }

    /** Whoever is next in an activity that somebody has begun before its first day finds it among what is to be done now. */
    @Test
    void whoBeginsAheadHasBegunForThoseWhoComeNext() {
        LocalDate first = TestClock.today().plusDays(40);
        startBlock(
                "document-approval",
                "deputy",
                Map.of("documentType", "order-curator", "start", first + "T08:00:00", "due", first + "T18:00:00"));
        assertThat(open(CHECK).hasBegun(TestClock.today())).isFalse();

        complete(Role.DEPUTY, CHECK, CHECKED);

        assertThat(open(APPROVE).hasBegun(TestClock.today())).isTrue();
        assertThat(open(APPROVE).due()).isEqualTo(first.atTime(18, 0));
    }

    private OpenTask open(String definition) {
        return openTasksOfProgramme.ofProgramme(Long.valueOf(key)).stream()
                .filter(task -> task.definitionKey().equals(definition))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void returnedUntilTheDirectorIsContent() {
        String instance = start();

        assertThat(task(CHECK).getName()).startsWith("Проверить проект: ");
        for (String comment : List.of("Исправьте сроки", "И подписи")) {
            complete(Role.DEPUTY, CHECK, CHECKED);
            refuses("document.decision", Role.DIRECTOR, APPROVE, Map.of());
            refuses("document.decision", Role.DIRECTOR, APPROVE, Map.of("decision", "close"));
            refuses("document.comment", Role.DIRECTOR, APPROVE, Map.of("decision", "return"));
            complete(Role.DIRECTOR, APPROVE, Map.of("decision", "return", "comment", comment));
            assertThat(document(instance).status()).isEqualTo(DocumentStatus.RETURNED);
            assertThat(document(instance).comment()).contains(comment);
            assertThat(openTasks()).containsExactly(CHECK);
            assertThat(task(CHECK).getName()).as("which of them came back").startsWith("Исправить: ");
            assertThat(remark(Role.DEPUTY)).hasValueSatisfying(remark -> {
                assertThat(remark.text()).isEqualTo(comment);
                assertThat(remark.day()).isEqualTo(TestClock.today());
                assertThat(remark.untouched()).isTrue();
            });
            assertThat(remark(Role.ADMINISTRATOR)).as("who does not work on it").isEmpty();
            refuses("activity.outcome", Role.DEPUTY, CHECK, Map.of());
        }
        complete(Role.DEPUTY, CHECK, CHECKED);
        complete(Role.DIRECTOR, APPROVE, APPROVED);

        assertThat(openTasks()).containsExactly(REGISTER);
        assertThat(document(instance).status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(flag(instance, "decision")).isEqualTo("approve");
    }

    /** What stands above the form of the task to mend a draft. */
    private Optional<TaskRemark.Remark> remark(Role role) {
        OpenTask task = school.as(
                Role.DEPUTY, () -> openTasksOfProgramme.get(task(CHECK).getId()));
        return school.as(
                role,
                () -> remarks.stream()
                        .flatMap(source -> source.of(task).stream())
                        .findFirst());
    }

    @Test
    void aReturnedDraftMayStillBeDropped() {
        String instance = start();
        complete(Role.DEPUTY, CHECK, CHECKED);
        complete(Role.DIRECTOR, APPROVE, Map.of("decision", "return", "comment", "Зачем он нам?"));

        complete(Role.DEPUTY, CHECK, NOT_HELD);

        assertThat(document(instance).status()).isEqualTo(DocumentStatus.CANCELLED);
        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertEndedAt(instance, "End_ClosedWithoutApproval");
    }

    @ParameterizedTest
    @CsvSource({"earlier, EARLIER", "not-held, NOT_HELD"})
    void closedInsteadOfChecked(String way, Outcome expected) {
        String instance = start();

        complete(Role.DEPUTY, CHECK, way.equals("earlier") ? EARLIER : NOT_HELD);

        assertOutcome(ITEM, expected);
        assertThat(document(instance).status()).isEqualTo(DocumentStatus.CANCELLED);
        assertThat(flag(instance, "outcome")).isEqualTo(way);
        assertEndedAt(instance, "End_ClosedWithoutApproval");
    }

    @ParameterizedTest
    @CsvSource({"earlier, EARLIER", "not-held, NOT_HELD"})
    void closedByTheDirector(String way, Outcome expected) {
        String instance = start();
        complete(Role.DEPUTY, CHECK, CHECKED);

        complete(Role.DIRECTOR, APPROVE, way.equals("earlier") ? EARLIER : NOT_HELD);

        assertOutcome(ITEM, expected);
        assertThat(document(instance).status()).isEqualTo(DocumentStatus.CANCELLED);
        assertThat(flag(instance, "outcome")).isEqualTo(way);
        assertThat(flag(instance, "decision")).isEqualTo("close");
        assertEndedAt(instance, "End_ClosedWithoutApproval");
    }

    @Test
    void aClosingNeedsItsReason() {
        start();
        refuses("activity.reason", Role.DEPUTY, CHECK, Map.of("outcome", "not-held"));
        refuses("activity.number", Role.DEPUTY, CHECK, Map.of("outcome", "earlier", "date", TODAY));
        complete(Role.DEPUTY, CHECK, CHECKED);
        refuses("activity.reason", Role.DIRECTOR, APPROVE, Map.of("outcome", "not-held"));
        refuses("activity.number", Role.DIRECTOR, APPROVE, Map.of("outcome", "earlier"));

        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
    }

    @Test
    void whatItsAuthorsSignGetsItsNumberAtOnce() {
        String instance = startBlock("document-approval", "deputy", Map.of("documentType", "minutes"));

        complete(Role.DEPUTY, CHECK, Map.of("outcome", "done", "despiteBlanks", true));
        assertThat(openTasks()).containsExactly(REGISTER);
        complete(Role.SECRETARY, REGISTER, Map.of("number", "3", "date", TODAY));

        assertThat(openTasks()).as("nobody has to sign that they know minutes").isEmpty();
        assertThat(document(instance).number()).isEqualTo("3");
        assertEndedAt(instance, "End_DocumentRegistered");
    }

    @ParameterizedTest
    @CsvSource({
        "order, true",
        "directive, true",
        "local-regulation, true",
        "programme, true",
        "plan, true",
        "list, false",
        "letter, false",
        "agreement, false",
        "information-note, false",
        "report, false",
        "regulation, true",
        "order-curator, true"
    })
    void onlyWhatPeopleOfTheSchoolMustKnowIsSignedFor(String kind, boolean known) {
        String instance = startBlock("document-approval", "deputy", Map.of("documentType", kind));
        Long id = document(instance).id();
        school.as(Role.SECRETARY, () -> {
            paper.sign(List.of(new PaperSignature(id, "77", TODAY, null, true)));
            return null;
        });
        school.runJobs();

        if (known) {
            assertThat(openTasks()).containsExactly(MAKE_KNOWN);
            complete(Role.SECRETARY, MAKE_KNOWN, KNOWN);
            assertEndedAt(instance, "End_DocumentInForce");
        } else {
            assertEndedAt(instance, "End_DocumentRegistered");
        }
    }

    @Test
    void aFormIsReadyWhenItIsChecked() {
        String kind = "form-" + school.id().toLowerCase().replaceAll("[^a-z0-9]", "");
        school.as("administers", List.of(Role.ADMINISTRATOR.id()), () -> {
            ownKinds.add(
                    kind,
                    new OwnKindInput(
                            "Анкета",
                            "list",
                            DataClass.CHILDREN,
                            DocumentKind.Way.FORM,
                            null,
                            null,
                            null,
                            false,
                            false));
            return null;
        });
        String instance = startBlock("document-approval", "deputy", Map.of("documentType", kind));

        complete(Role.DEPUTY, CHECK, CHECKED);

        assertThat(document(instance).status()).isEqualTo(DocumentStatus.READY);
        assertThat(outcome(ITEM).outcome()).isEqualTo(Outcome.DONE);
        assertEndedAt(instance, "End_FormReady");
    }

    @Test
    void checkedByTheDirectorIsApprovedInOneStep() {
        school = schools.empty();
        school.employ("Примеров Пример", EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.CURATOR));
        String instance = start();
        Task check = task(CHECK);

        school.as(school.login(Role.DIRECTOR), List.of("director", "deputy", "curator"), () -> {
            taskService.claim(check.getId(), school.login(Role.DIRECTOR));
            taskService.complete(check.getId(), Map.of("outcome", "done", "despiteBlanks", true));
            return null;
        });
        school.runJobs();

        assertThat(document(instance).status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(flag(instance, "approvedOnSubmit")).isEqualTo(true);
        assertThat(openTasks()).containsExactly(REGISTER);
        assertThat(groups(task(REGISTER))).containsExactlyInAnyOrder("secretary", "curator");
        assertThat(history.createHistoricActivityInstanceQuery()
                        .processInstanceId(instance)
                        .activityId(APPROVE)
                        .count())
                .isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {CHECK, APPROVE, REGISTER})
    void signedOnPaperMeanwhile(String waitingIn) {
        String instance = start();
        advanceTo(waitingIn);

        sign(instance, "40-ОД");

        assertThat(openTasks()).containsExactly(MAKE_KNOWN);
        assertThat(document(instance).status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(document(instance).number()).isEqualTo("40-ОД");
        assertThat(document(instance).registration().orElseThrow().onPaper()).isTrue();
        assertThat(outcome(ITEM).number()).contains("40-ОД");
        complete(Role.SECRETARY, MAKE_KNOWN, KNOWN);
        assertEndedAt(instance, "End_DocumentInForce");
    }

    /** A task that is late from its first minute asks for what nobody can do. */
    @Test
    void whatComesBackAfterItsTermLeavesTimeToMendIt() {
        start();
        complete(Role.DEPUTY, CHECK, CHECKED);
        Date term = task(APPROVE).getDueDate();
        moveTo(java.time.LocalDateTime.ofInstant(term.toInstant(), clock.getZone())
                .plusDays(30));

        complete(Role.DIRECTOR, APPROVE, Map.of("decision", "return", "comment", "Исправьте"));

        LocalDate last = WorkingDays.after(LocalDate.now(clock), 3);
        Date due = Date.from(last.atTime(Term.DAY_END).atZone(clock.getZone()).toInstant());
        assertThat(task(CHECK).getDueDate()).isEqualTo(due);
        complete(Role.DEPUTY, CHECK, CHECKED);
        assertThat(task(APPROVE).getDueDate()).as("read again").isEqualTo(due);
        complete(Role.DIRECTOR, APPROVE, APPROVED);
        assertThat(task(REGISTER).getDueDate()).isEqualTo(term);
    }

    @Test
    void aReturnedDocumentSignedOnPaper() {
        String instance = start();
        complete(Role.DEPUTY, CHECK, CHECKED);
        complete(Role.DIRECTOR, APPROVE, Map.of("decision", "return", "comment", "Исправьте"));

        sign(instance, "41-ОД");

        assertThat(openTasks()).containsExactly(MAKE_KNOWN);
    }

    @Test
    void theMessageFindsItsInstanceByKeyAndDocument() {
        String first = start();
        String second = startBlock("document-approval", "deputy", Map.of("documentType", "regulation"));
        assertThatThrownBy(() -> runtime.createMessageCorrelation(ON_PAPER)
                        .processInstanceBusinessKey(key)
                        .correlate())
                .isInstanceOf(MismatchingMessageCorrelationException.class);
        assertThatThrownBy(() -> runtime.createMessageCorrelation(ON_PAPER)
                        .processInstanceBusinessKey("no programme")
                        .processInstanceVariableEquals(
                                "documentId", document(second).id())
                        .correlate())
                .isInstanceOf(MismatchingMessageCorrelationException.class);

        runtime.createMessageCorrelation(ON_PAPER)
                .processInstanceBusinessKey(key)
                .processInstanceVariableEquals("documentId", document(second).id())
                .correlate();

        assertThat(taskService
                        .createTaskQuery()
                        .processInstanceId(first)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo(CHECK);
        assertThat(taskService
                        .createTaskQuery()
                        .processInstanceId(second)
                        .singleResult()
                        .getTaskDefinitionKey())
                .isEqualTo(MAKE_KNOWN);
    }

    @Test
    void onlyTheDirectorApproves() {
        String instance = start();
        complete(Role.DEPUTY, CHECK, CHECKED);
        Task approve = task(APPROVE);

        for (Role role : EnumSet.complementOf(EnumSet.of(Role.DIRECTOR, Role.ADMINISTRATOR))) {
            assertThatThrownBy(() -> school.complete(role, approve, APPROVED))
                    .isInstanceOf(AuthorizationException.class);
        }

        assertThat(document(instance).status()).isEqualTo(DocumentStatus.REVIEW);
        assertThat(openTasks()).containsExactly(APPROVE);
    }

    @Test
    void whatIsApprovedIsNotTakenBack() {
        start();
        advanceTo(REGISTER);
        refuses("document.close-late", Role.SECRETARY, REGISTER, NOT_HELD);
        refuses("document.close-late", Role.SECRETARY, REGISTER, EARLIER);
        refuses("document.number", Role.SECRETARY, REGISTER, Map.of("number", "", "date", TODAY));
        refuses("document.date-missing", Role.SECRETARY, REGISTER, Map.of("number", "1-ОД"));
        refuses("document.date-future", Role.SECRETARY, REGISTER, Map.of("number", "1-ОД", "date", "2025-08-21"));
        complete(Role.SECRETARY, REGISTER, NUMBERED);
        refuses("document.close-late", Role.SECRETARY, MAKE_KNOWN, NOT_HELD);
        refuses("document.acknowledged", Role.SECRETARY, MAKE_KNOWN, Map.of("date", TODAY));
        refuses("document.known-date", Role.SECRETARY, MAKE_KNOWN, Map.of("acknowledged", true));
        refuses("document.known-early", Role.SECRETARY, MAKE_KNOWN, Map.of("acknowledged", true, "date", "2025-08-19"));
    }

    @Test
    void aNumberIsGivenOnce() {
        start();
        advanceTo(REGISTER);
        complete(Role.SECRETARY, REGISTER, NUMBERED);
        complete(Role.SECRETARY, MAKE_KNOWN, KNOWN);
        start();
        advanceTo(REGISTER);

        assertThat(taskService.getVariableLocal(task(REGISTER).getId(), "number"))
                .isEqualTo("13-ОД");
        refuses("document.number-taken", Role.SECRETARY, REGISTER, NUMBERED);
    }

    @Test
    void twoThatWaitForANumberAreOfferedTwo() {
        for (int i = 0; i < 2; i++) {
            start();
            advanceTo(REGISTER);
        }
        List<Task> waiting = taskService
                .createTaskQuery()
                .processInstanceBusinessKey(key)
                .taskDefinitionKey(REGISTER)
                .orderByTaskCreateTime()
                .asc()
                .list();
        assertThat(waiting).hasSize(2);

        for (Task register : waiting) {
            Object offered = taskService.getVariableLocal(register.getId(), "number");
            school.complete(Role.SECRETARY, register, Map.of("number", offered, "date", TODAY));
        }

        assertThat(documents()).extracting(Document::number).containsExactlyInAnyOrder("1-ОД", "2-ОД");
    }

    @ParameterizedTest
    @ValueSource(strings = {"documentId", "approvedOnSubmit", "decision", "responsible", "due"})
    void flagsAreNotSetFromOutside(String foreign) {
        start();

        refuses("task.field", Role.DEPUTY, CHECK, Map.of("outcome", "done", foreign, "true"));
    }

    @Test
    void aFailingServiceIsTriedAgainAndNothingIsLost() {
        String instance = startBlockOnly("document-approval", "deputy", Map.of("documentType", "no-such-document"));
        run(job(instance)); // behind the start event
        List<Duration> waits =
                List.of(Duration.ofSeconds(5), Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofHours(1));
        for (int before = 0; before <= waits.size(); before++) {
            Job job = job(instance);
            assertThat(catchThrowable(() -> run(job))).isInstanceOf(ModelFault.class);
            Job failed = job(instance);
            assertThat(failed.getRetries()).isEqualTo(waits.size() - before);
            if (before < waits.size()) {
                Duration wait = waits.get(before);
                assertThat(failed.getDuedate().toInstant())
                        .isEqualTo(clock.instant().plus(wait));
                assertThat(executable(instance)).isEmpty();
                moveTo(java.time.LocalDateTime.now(clock).plus(wait).plusSeconds(1));
            }
        }
        Incident incident =
                runtime.createIncidentQuery().processInstanceId(instance).singleResult();
        assertThat(incident.getActivityId()).isEqualTo("Service_GenerateDraft");
        assertThat(incidents.open()).anySatisfy(failure -> {
            assertThat(failure.id()).isEqualTo(incident.getId());
            assertThat(failure.activity()).isEqualTo("Подготовить проект документа");
            assertThat(failure.programmeId()).contains(key);
        });
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .active()
                        .count())
                .isOne();
        assertThat(documents()).isEmpty();

        runtime.setVariable(instance, "documentType", "order-curator");
        assertThat(executable(instance)).isEmpty();
        incidents.retry(incident.getId());
        school.runJobs();

        assertThat(runtime.createIncidentQuery().processInstanceId(instance).count())
                .isZero();
        assertThat(openTasks()).containsExactly(CHECK);
        assertThat(documents()).hasSize(1);
    }

    @Test
    void aDraftIsMadeOnce() {
        String instance = start();
        Set<Long> before = Set.of(document(instance).id());

        runtime.createProcessInstanceModification(instance)
                .startBeforeActivity("Service_GenerateDraft")
                .cancelAllForActivity(CHECK)
                .execute();
        school.runJobs();

        assertThat(documents()).extracting(Document::id).containsExactlyElementsOf(before);
        assertThat(openTasks()).containsExactly(CHECK);
    }

    private String start() {
        return startBlock("document-approval", "deputy", Map.of("documentType", "order-curator"));
    }

    private void advanceTo(String definitionKey) {
        if (!definitionKey.equals(CHECK)) {
            complete(Role.DEPUTY, CHECK, CHECKED);
        }
        if (definitionKey.equals(REGISTER)) {
            complete(Role.DIRECTOR, APPROVE, APPROVED);
        }
    }

    private void sign(String instance, String number) {
        Long document = document(instance).id();
        school.as(Role.SECRETARY, () -> {
            paper.sign(List.of(new PaperSignature(document, number, TODAY, null)));
            return null;
        });
        school.runJobs();
    }

    private List<Document> documents() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(key)));
    }

    private Document document(String instance) {
        return documents().stream()
                .filter(document ->
                        document.instanceId().filter(instance::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Job job(String instance) {
        return management.createJobQuery().processInstanceId(instance).singleResult();
    }

    private List<Job> executable(String instance) {
        return management
                .createJobQuery()
                .processInstanceId(instance)
                .executable()
                .list();
    }

    private void run(Job job) {
        management.executeJob(job.getId());
    }
}
