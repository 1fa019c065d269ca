package org.mentoringroadmap.document.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.Completeness;
import org.mentoringroadmap.document.approval.DirectorInput;
import org.mentoringroadmap.document.approval.DocumentDecision;
import org.mentoringroadmap.document.approval.Inbox;
import org.mentoringroadmap.document.approval.TakenBackApprovals;
import org.mentoringroadmap.document.draft.DraftUploads;
import org.mentoringroadmap.document.journal.PaperSignature;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.document.journal.PaperSignaturesRejected;
import org.mentoringroadmap.notification.Notification;
import org.mentoringroadmap.notification.NotificationKind;
import org.mentoringroadmap.notification.Notifications;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Documents on their way through the shipped stage and blocks, with the real services. */
@ApplicationTest
class DocumentApprovalTest {
    private static final DirectorInput APPROVE = new DirectorInput("approve", null, false, 1);
    private static final String ORDER = "000-1.3.4";
    private static final String ORDER_KEY = "target-model-1-conditions/Activity_OrderCurator";

    @Autowired
    private TestSchools schools;

    @Autowired
    private ProcessEngine engine;

    @Autowired
    private Documents documents;

    @Autowired
    private DraftUploads uploads;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Inbox inbox;

    @Autowired
    private PaperSignatures paper;

    @Autowired
    private TakenBackApprovals approvals;

    @Autowired
    private Completeness completeness;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private Notifications notifications;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private String programmeId;
    private String today;

    @BeforeEach
    void start() {
        school = schools.create();
        programmeId = school.start("target-model", "2026-2027");
        today = LocalDate.now(clock).toString();
    }

    @Test
    void fromTheDraftToTheSignedSheet() {
        assertThat(order().status()).isEqualTo(DocumentStatus.DRAFT);
        assertThat(text(order())).contains("О назначении куратора", "МБОУ «Школа примеров»", "ПРИКАЗЫВАЮ", "____");

        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        assertThat(order().status()).isEqualTo(DocumentStatus.REVIEW);

        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "return", "comment", "Исправьте должность"));
        assertThat(order().status()).isEqualTo(DocumentStatus.RETURNED);
        assertThat(order().comment()).contains("Исправьте должность");
        assertThat(school.as(Role.DEPUTY, notifications::read)).singleElement().satisfies(told -> {
            assertThat(told.kind()).isEqualTo(NotificationKind.DOCUMENT_RETURNED);
            assertThat(told.reason()).contains("Исправьте должность");
            assertThat(told.path()).isEqualTo("/documents/" + order().id());
        });
        refused("activity.outcome", () -> complete(Role.DEPUTY, "Task_CheckDraft", Map.of()));

        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        refused("document.decision", () -> complete(Role.DIRECTOR, "Task_Approve", Map.of()));
        refused("document.comment", () -> complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "return")));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "despiteBlanks", true));
        assertThat(order().status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(order().approvedBy()).contains(school.login(Role.DIRECTOR));
        assertThat(school.as(Role.DEPUTY, notifications::read))
                .extracting(Notification::kind)
                .startsWith(NotificationKind.DOCUMENT_APPROVED);

        assertThat(engine.getTaskService()
                        .getVariableLocal(task("Task_Register").getId(), "number"))
                .isEqualTo("1-ОД");
        refused(
                "document.number",
                () -> complete(Role.SECRETARY, "Task_Register", Map.of("number", "", "date", today)));
        refused("document.date-missing", () -> complete(Role.SECRETARY, "Task_Register", Map.of("number", "57-ОД")));
        refused(
                "document.close-late",
                () -> complete(Role.SECRETARY, "Task_Register", Map.of("outcome", "not-held", "note", "нет")));
        complete(Role.SECRETARY, "Task_Register", Map.of("number", "57-ОД", "date", today));
        assertThat(order().number()).isEqualTo("57-ОД");
        assertThat(text(order())).contains("№ 57-ОД").doesNotContain("№ ____");
        assertThat(outcomes.find(Long.valueOf(programmeId), ORDER).orElseThrow().number())
                .contains("57-ОД");

        refused("document.acknowledged", () -> complete(Role.SECRETARY, "Task_MakeKnown", Map.of("date", today)));
        refused("document.known-date", () -> complete(Role.SECRETARY, "Task_MakeKnown", Map.of("acknowledged", true)));
        complete(Role.SECRETARY, "Task_MakeKnown", Map.of("acknowledged", true, "date", today));
        assertThat(order().madeKnownOn()).contains(LocalDate.parse(today));
        assertThat(tasks()).isEmpty();
    }

    @Test
    void whatWasTypedLeavesNoTraceInTheEngine() {
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "return", "comment", "Исправьте"));
        approve();
        complete(Role.SECRETARY, "Task_Register", Map.of("number", "5-ОД", "date", today));

        assertThat(engine.getRuntimeService()
                        .createVariableInstanceQuery()
                        .processInstanceIdIn(order().instanceId().orElseThrow())
                        .list())
                .extracting("name")
                .doesNotContain("number", "date", "comment", "note");
        assertThat(engine.getHistoryService()
                        .createHistoricVariableInstanceQuery()
                        .processInstanceId(order().instanceId().orElseThrow())
                        .list())
                .extracting("name")
                .doesNotContain("number", "date", "comment", "note");
    }

    @Test
    void theNumberTypedIntoTheFormWinsOverTheSuggestion() {
        approve();
        Task task = task("Task_Register");
        school.as(Role.SECRETARY, () -> {
            engine.getTaskService().claim(task.getId(), school.login(Role.SECRETARY));
            engine.getFormService().submitTaskForm(task.getId(), Map.of("number", "9-а", "date", today));
            return null;
        });
        assertThat(order().number()).isEqualTo("9-а");
    }

    @Test
    void aDirectorWhoChecksApprovesInOneStep() {
        TestSchool small = schools.empty();
        small.employ("Примеров Пример Примерович", java.util.EnumSet.of(Role.DIRECTOR, Role.DEPUTY, Role.CURATOR));
        String login = Role.DIRECTOR.id() + "-of-" + small.id();
        List<String> roles = List.of("director", "deputy", "curator");
        String programme = small.as(
                login,
                roles,
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey("target-model", Map.of("schoolYear", "2026-2027"))
                        .getBusinessKey());
        small.runJobs();
        small.tasks(programme).stream()
                .filter(task -> task.getTaskDefinitionKey().equals("Task_ConfirmTerms"))
                .forEach(task -> small.as(login, roles, () -> {
                    engine.getTaskService().claim(task.getId(), login);
                    engine.getTaskService().complete(task.getId());
                    return null;
                }));
        small.runJobs();
        Task check = task(programme, "Task_CheckDraft");
        Document draft = small.as(login, roles, () -> documents.ofProgramme(Long.valueOf(programme))).stream()
                .filter(document ->
                        document.activityKey().filter(ORDER_KEY::equals).isPresent())
                .findFirst()
                .orElseThrow();
        byte[] file = small.as(login, roles, () -> documents.file(draft.id())).content();
        assertThat(engine.getTaskService().getVariableLocal(check.getId(), "readVersion"))
                .as("the form shows with which version the task came")
                .isEqualTo(1);
        small.as(login, roles, () -> {
            engine.getTaskService().claim(check.getId(), login);
            return null;
        });
        small.employ("Образцова Ольга Примеровна", java.util.EnumSet.of(Role.SECRETARY));
        small.as(Role.SECRETARY, () -> {
            uploads.upload(draft.id(), "правка.docx", file);
            return null;
        });
        for (Map<String, Object> input :
                List.<Map<String, Object>>of(Map.of("outcome", "done"), Map.of("outcome", "done", "readVersion", 1))) {
            refused(
                    "document.replaced",
                    () -> small.as(login, roles, () -> {
                        engine.getTaskService().complete(check.getId(), input);
                        return null;
                    }));
        }
        small.as(login, roles, () -> {
            engine.getFormService().submitTaskForm(check.getId(), Map.of("outcome", "done", "readVersion", 2));
            return null;
        });
        small.runJobs();

        assertThat(task(programme, "Task_Register")).isNotNull();
        assertThat(small.as(login, roles, () -> documents.ofProgramme(Long.valueOf(programme))))
                .filteredOn(document ->
                        document.activityKey().filter(ORDER_KEY::equals).isPresent())
                .extracting(Document::status)
                .containsExactly(DocumentStatus.APPROVED);
    }

    @Test
    void aDocumentThatTheSchoolHasClosesTheActivity() {
        refused("activity.number", () -> complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "earlier")));
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "earlier", "number", "3-ОД", "date", "2025-09-01"));

        assertThat(order().status()).isEqualTo(DocumentStatus.CANCELLED);
        assertThat(outcomes.find(Long.valueOf(programmeId), ORDER).orElseThrow().outcome())
                .isEqualTo(Outcome.EARLIER);
        assertThat(tasks()).isEmpty();
    }

    @Test
    void theDirectorMayCloseIt() {
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("outcome", "not-held", "note", "Куратор назначен уставом"));

        assertThat(order().status()).isEqualTo(DocumentStatus.CANCELLED);
        assertThat(outcomes.find(Long.valueOf(programmeId), ORDER).orElseThrow().outcome())
                .isEqualTo(Outcome.NOT_HELD);
    }

    @Test
    void onlyTheDirectorDecides() {
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        Task task = task("Task_Approve");
        Long id = order().id();
        engine.getTaskService().addCandidateGroup(task.getId(), Role.CURATOR.id());

        refused("document.director", () -> complete(Role.CURATOR, "Task_Approve", Map.of("decision", "approve")));
        assertThatThrownBy(() -> school.as(Role.TEACHER, () -> inbox.decide(id, APPROVE)))
                .isInstanceOf(ForbiddenException.class);
        assertThat(order().status()).isEqualTo(DocumentStatus.REVIEW);
    }

    @Test
    void theInboxApprovesSeveralAtOnce() {
        for (Task task : school.tasks(programmeId)) {
            if (task.getTaskDefinitionKey().equals("Task_CheckDraft")) {
                school.complete(Role.DEPUTY, task, Map.of("outcome", "done"));
            }
        }
        Map<Long, Integer> waiting = school.as(Role.DIRECTOR, documents::inbox).stream()
                .collect(Collectors.toMap(Document::id, Document::lastVersion));
        assertThat(waiting).hasSizeGreaterThanOrEqualTo(2);
        Long first = waiting.keySet().iterator().next();
        String title = documents.get(first).title();
        refused("document.version-unsaid", () -> approve(read(waiting, first, null)));
        refused("document.version-none", () -> approve(read(waiting, first, waiting.get(first) + 1)));
        byte[] file = school.as(Role.DIRECTOR, () -> documents.file(first)).content();
        school.as(Role.DIRECTOR, () -> {
            uploads.upload(first, "правка.docx", file);
            return null;
        });
        assertThatThrownBy(() -> approve(waiting)).isInstanceOfSatisfying(ConflictException.class, refused -> {
            assertThat(refused.code()).isEqualTo("document.changed-chosen");
            assertThat(refused.arguments()).containsExactly("«" + title + "»");
        });

        approve(read(waiting, first, waiting.get(first) + 1));

        assertThat(school.as(Role.DIRECTOR, inbox::count)).isZero();
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> inbox.decide(first, APPROVE)))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void nothingIsDecidedAboutAVersionThatNobodyNames() {
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        Long id = order().id();
        for (DirectorInput unread : List.of(
                new DirectorInput("approve", null, false, null), new DirectorInput("return", "Срок", false, null))) {
            refused("document.version-unsaid", () -> school.as(Role.DIRECTOR, () -> inbox.decide(id, unread)));
        }
        assertThat(order().status()).isEqualTo(DocumentStatus.REVIEW);
    }

    /** Who has replaced the file knows it; what another has put there is to be read first. */
    @Test
    void aDecisionInTasklistIsAboutTheVersionThatWasRead() throws Exception {
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        Long id = order().id();
        byte[] edited = edited(order());
        school.as(Role.DIRECTOR, () -> {
            uploads.upload(id, "правка.docx", edited);
            return null;
        });
        refused(
                "document.replaced",
                () -> school.as(Role.DIRECTOR, () -> inbox.decide(id, new DirectorInput("approve", null, true, 1))));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "return", "comment", "Исправьте должность"));
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        Task approve = task("Task_Approve");
        engine.getTaskService().removeVariableLocal(approve.getId(), "readVersion"); // as an older release left it
        jdbc.sql("update document_version set created_by = 'somebody', created_at = :later"
                        + " where document_id = :id and no = 2")
                .param("later", LocalDateTime.now(clock).plusMinutes(1))
                .param("id", id)
                .update();

        refused(
                "document.replaced",
                () -> complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "despiteBlanks", true)));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "despiteBlanks", true, "readVersion", 2));
        assertThat(order().status()).isEqualTo(DocumentStatus.APPROVED);
    }

    /** What never was there is a slip of who says it; nobody is told that a file was replaced. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 99})
    void aVersionThatTheDocumentNeverHadIsBadInput(int never) {
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        Long id = order().id();
        refused(
                "document.version-none",
                () -> school.as(
                        Role.DIRECTOR, () -> inbox.decide(id, new DirectorInput("approve", null, true, never))));
        refused(
                "document.version-none",
                () -> complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "readVersion", never)));
        assertThat(order().status()).isEqualTo(DocumentStatus.REVIEW);
    }

    private Void approve(Map<Long, Integer> read) {
        return school.as(Role.DIRECTOR, () -> {
            inbox.approve(read, true);
            return null;
        });
    }

    private static Map<Long, Integer> read(Map<Long, Integer> waiting, Long id, Integer version) {
        Map<Long, Integer> chosen = new HashMap<>(waiting);
        chosen.put(id, version);
        return chosen;
    }

    @Test
    void anEditedFileGetsNumberAndDateToo() throws Exception {
        Long id = order().id();
        byte[] edited = edited(order());
        school.as(Role.DEPUTY, () -> {
            uploads.upload(id, "правка.docx", edited);
            return null;
        });
        approve();
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> {
                    uploads.upload(id, "правка.docx", edited);
                    return null;
                }))
                .isInstanceOf(ConflictException.class);
        complete(Role.SECRETARY, "Task_Register", Map.of("number", "12-ОД", "date", today));

        assertThat(text(order())).contains("Дописано в Word", "№ 12-ОД");
        assertThat(school.as(Role.DEPUTY, () -> documents.versions(id)))
                .extracting(DocumentVersion::kind)
                .containsExactly(
                        DocumentVersion.Kind.FINAL, DocumentVersion.Kind.EDITED, DocumentVersion.Kind.GENERATED);
    }

    @Test
    void severalSignedOnPaperAtOnceAndTheProcessesGoOn() {
        List<Document> waiting =
                List.copyOf(school.as(Role.SECRETARY, () -> paper.waiting()).keySet());
        assertThat(waiting).hasSizeGreaterThanOrEqualTo(2);
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        byte[] pdf = "%PDF-1.7".getBytes();
        Long id = order().id();
        int blanks = completeness.blanks(order()).size();

        school.as(Role.SECRETARY, () -> {
            paper.sign(List.of(
                    new PaperSignature(id, "71-ОД", today, new PaperSignature.Scan("скан.pdf", pdf)),
                    new PaperSignature(other(waiting).id(), "72-ОД", today, null)));
            return null;
        });
        school.runJobs();

        assertThat(order().status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(order().registration().orElseThrow().onPaper()).isTrue();
        assertThat(school.as(Role.SECRETARY, () -> approvals.history(id)))
                .as("what was blank in the file is written down")
                .extracting(DocumentDecision::kind, DocumentDecision::blanks)
                .contains(tuple(DocumentDecision.Kind.SIGNED_ON_PAPER, blanks));
        assertThat(tasks()).extracting(Task::getTaskDefinitionKey).containsExactly("Task_MakeKnown");
        assertThat(school.as(Role.TEACHER, () -> documents.versions(id)))
                .extracting(DocumentVersion::kind)
                .startsWith(DocumentVersion.Kind.SCAN, DocumentVersion.Kind.FINAL);
        assertThat(text(order())).contains("№ 71-ОД");
    }

    @Test
    void oneWrongLineOnPaperStoresNothing() {
        List<Document> waiting =
                List.copyOf(school.as(Role.CURATOR, () -> paper.waiting()).keySet());
        Long other = other(waiting).id();
        Long id = order().id();

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    paper.sign(List.of(
                            new PaperSignature(id, "71-ОД", today, null),
                            new PaperSignature(
                                    other, "", today, new PaperSignature.Scan("a.exe", new byte[] {'M', 'Z'})),
                            new PaperSignature(-1L, "1", today, null)));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        PaperSignaturesRejected.class,
                        refused -> assertThat(refused.problems()).containsOnlyKeys(other, -1L));
        assertThat(order().status()).isEqualTo(DocumentStatus.DRAFT);
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    paper.sign(List.of(
                            new PaperSignature(id, "71-ОД", today, null),
                            new PaperSignature(other, "71-од", today, null)));
                    return null;
                }))
                .isInstanceOf(PaperSignaturesRejected.class);
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> {
                    paper.sign(List.of(new PaperSignature(id, "71-ОД", today, null)));
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void theProtocolSaysWhatWasPlannedAndDecided() {
        councilHeld();
        Document protocol = protocol();
        assertThat(text(protocol))
                .contains("заседания педагогического совета", "кабинет 21", "31")
                .contains("О целевой модели", "Внедрить модель");
        Task sign = task("Task_SignProtocol");
        assertThat(engine.getTaskService().getVariableLocal(sign.getId(), "number"))
                .isEqualTo("1");

        assertThatThrownBy(() -> school.complete(Role.DEPUTY, sign, Map.of("number", "4", "date", today)))
                .hasStackTraceContaining("document.blanks-number");
        assertThat(protocol().registration()).isEmpty();
        school.complete(Role.DEPUTY, sign, Map.of("number", "4", "date", today, "despiteBlanks", true));

        Long signed = protocol().id();
        assertThat(school.as(Role.DEPUTY, () -> approvals.history(signed)))
                .singleElement()
                .satisfies(decision -> {
                    assertThat(decision.kind()).isEqualTo(DocumentDecision.Kind.SIGNED);
                    assertThat(decision.blanks()).isPositive();
                });
        assertThat(protocol().status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(text(protocol())).contains("№ 4");
        assertThat(outcomes.find(Long.valueOf(programmeId), "000-1.2.1").orElseThrow())
                .satisfies(record -> {
                    assertThat(record.number()).contains("4");
                    assertThat(record.note()).contains("Прошёл спокойно");
                });
    }

    @Test
    void aProtocolSignedOnPaperEndsItsTask() {
        councilHeld();
        Long id = protocol().id();
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    paper.sign(List.of(new PaperSignature(id, "2", today, null)));
                    return null;
                }))
                .isInstanceOfSatisfying(
                        PaperSignaturesRejected.class,
                        refused -> assertThat(refused.problems().get(id).code()).isEqualTo("document.blanks-number"));
        school.as(Role.CURATOR, () -> {
            paper.sign(List.of(new PaperSignature(id, "2", today, null, true)));
            return null;
        });
        school.runJobs();

        assertThat(protocol().number()).isEqualTo("2");
        assertThat(school.tasks(programmeId))
                .extracting(Task::getTaskDefinitionKey)
                .doesNotContain("Task_SignProtocol");
    }

    @Test
    void theRoadmapIsReadFromTheDeployedModels() {
        Document roadmap = school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(programmeId))).stream()
                .filter(document -> document.type() == DocumentType.ROADMAP)
                .findFirst()
                .orElseThrow();
        assertThat(text(roadmap)).contains("2026–2027", "Педагогический совет", "заместитель директора", "2026");
    }

    @Test
    void everyFormThatIsChosenGetsACardOnce() {
        Task requests = school.tasks(programmeId).stream()
                .filter(task -> "000-1.4.1".equals(engine.getTaskService().getVariable(task.getId(), "roadmapItem")))
                .findFirst()
                .orElseThrow();
        school.complete(Role.DEPUTY, requests, Map.of("outcome", "not-held", "note", "запросы известны"));
        Task meeting = school.tasks(programmeId).stream()
                .filter(task -> "000-1.4.2a".equals(engine.getTaskService().getVariable(task.getId(), "roadmapItem")))
                .findFirst()
                .orElseThrow();
        school.complete(Role.DIRECTOR, meeting, Map.of("outcome", "not-held", "note", "обсудили на педсовете"));
        school.complete(
                Role.CURATOR,
                task(programmeId, "Task_ChooseForms"),
                Map.of("outcome", "done", "mentoringForms", List.of("pupil-pupil", "teacher-teacher")));

        List<Document> cards = school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(programmeId))).stream()
                .filter(document -> document.type() == DocumentType.PROGRAMME_CARD)
                .toList();
        assertThat(cards).extracting(Document::title).hasSize(2).anyMatch(title -> title.contains("ученик – ученик"));
        assertThat(text(cards.get(0))).contains("Карточка программы", "сентябрь 2026 г. – май 2027 г.");
    }

    @Test
    void anotherSchoolSeesNothing() {
        TestSchool stranger = schools.create();
        Long id = order().id();
        assertThatThrownBy(() -> stranger.as(Role.DIRECTOR, () -> documents.visible(id)))
                .isInstanceOf(UserInputException.class);
        assertThat(stranger.as(Role.SECRETARY, () -> paper.waiting())).isEmpty();
        assertThatThrownBy(() -> stranger.as(Role.CURATOR, () -> {
                    paper.sign(List.of(new PaperSignature(id, "71-ОД", today, null)));
                    return null;
                }))
                .isInstanceOf(PaperSignaturesRejected.class);
        assertThatThrownBy(() -> stranger.as(Role.DIRECTOR, () -> inbox.decide(id, APPROVE)))
                .isInstanceOf(UserInputException.class);
        assertThatThrownBy(() -> stranger.as(Role.DEPUTY, () -> {
                    uploads.upload(id, "a.docx", new byte[] {1});
                    return null;
                }))
                .isInstanceOf(UserInputException.class);
    }

    private void councilHeld() {
        Task plan = school.tasks(programmeId).stream()
                .filter(task -> "000-1.2.1".equals(engine.getTaskService().getVariable(task.getId(), "roadmapItem")))
                .findFirst()
                .orElseThrow();
        school.complete(
                Role.DEPUTY,
                plan,
                Map.of(
                        "outcome", "done",
                        "eventDate", today,
                        "place", "кабинет 21",
                        "invited", 40,
                        "agenda", "1. О целевой модели\n2. О Положении"));
        school.complete(
                Role.DEPUTY,
                task(programmeId, "Task_ReportEvent"),
                Map.of(
                        "outcome", "done",
                        "date", today,
                        "came", 31,
                        "decisions", "1. Внедрить модель.\n2. Принять Положение.",
                        "note", "Прошёл спокойно"));
    }

    private void approve() {
        complete(Role.DEPUTY, "Task_CheckDraft", Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "despiteBlanks", true));
    }

    private Document protocol() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(programmeId))).stream()
                .filter(document -> document.type() == DocumentType.PROTOCOL)
                .findFirst()
                .orElseThrow();
    }

    private Document order() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(programmeId))).stream()
                .filter(document ->
                        document.activityKey().filter(ORDER_KEY::equals).isPresent())
                .findFirst()
                .orElseThrow();
    }

    private Document other(List<Document> waiting) {
        return waiting.stream()
                .filter(document -> document.type() == DocumentType.ORDER_IMPLEMENTATION)
                .findFirst()
                .orElseThrow();
    }

    /** Open tasks of the block that carries the order. */
    private List<Task> tasks() {
        return engine.getTaskService()
                .createTaskQuery()
                .processInstanceId(order().instanceId().orElseThrow())
                .list();
    }

    private Task task(String key) {
        return tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(key))
                .findFirst()
                .orElseGet(() -> task(programmeId, key));
    }

    private Task task(String programme, String key) {
        return engine
                .getTaskService()
                .createTaskQuery()
                .processInstanceBusinessKey(programme)
                .taskDefinitionKey(key)
                .list()
                .stream()
                .filter(task -> {
                    Object item = engine.getTaskService().getVariable(task.getId(), "roadmapItem");
                    return !key.equals("Task_CheckDraft") || ORDER.equals(item);
                })
                .findFirst()
                .orElseThrow();
    }

    private void complete(Role role, String key, Map<String, Object> input) {
        school.complete(role, task(key), input);
    }

    private String text(Document document) {
        byte[] docx =
                school.as(Role.CURATOR, () -> documents.file(document.id())).content();
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return extractor.getText().replace((char) 0xA0, (char) 32);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private byte[] edited(Document document) throws Exception {
        byte[] docx =
                school.as(Role.DEPUTY, () -> documents.file(document.id())).content();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            word.createParagraph().createRun().setText("Дописано в Word");
            word.write(out);
            return out.toByteArray();
        }
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run).satisfies(thrown -> {
            Throwable cause = thrown;
            while (cause != null && !(cause instanceof UserInputException)) {
                cause = cause.getCause();
            }
            assertThat(cause).isInstanceOf(UserInputException.class);
            assertThat(((UserInputException) cause).code()).isEqualTo(code);
        });
    }
}
