package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.document.DocumentKind.Way;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.document.draft.AcknowledgementSheets;
import org.mentoringroadmap.document.draft.DraftTexts;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.journal.Journals;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.document.template.Templates;
import org.mentoringroadmap.platform.engine.Incidents;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.ModelFault;
import org.mentoringroadmap.school.DataClass;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Documents whose kind, text and template are data, on whichever database the subclass brings. */
abstract class GeneralDocumentContract {
    private static final OutcomeInput CHECKED = new OutcomeInput(Outcome.DONE, null, null, null, null);
    private static final String STAGE = "target-model-1-conditions.bpmn";
    private static final AtomicInteger ADDED = new AtomicInteger();
    private static final DocumentText GROUP = new DocumentText(
            "О создании рабочей группы",
            "Создать рабочую группу:\n– куратор\n– педагог-психолог\n2. Утвердить план её работы.",
            "План работы группы");

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Steps steps;

    @Autowired
    private DraftTexts texts;

    @Autowired
    private DocumentTexts words;

    @Autowired
    private Documents documents;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Registration registration;

    @Autowired
    private Journals journals;

    @Autowired
    private OwnKinds own;

    @Autowired
    private DocumentKinds kinds;

    @Autowired
    private Templates templates;

    @Autowired
    private AcknowledgementSheets sheets;

    @Autowired
    private Staff staff;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private ManagementService management;

    @Autowired
    private Incidents incidents;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private final List<String> deployments = new ArrayList<>();
    /** Kinds belong to all schools, so each test has one of its own. */
    private final String added = "safety-instruction-" + ADDED.incrementAndGet();

    private TestSchool school;
    private Long programmeId;
    private LocalDate today;
    private int made;

    @BeforeEach
    void school() {
        school = schools.create();
        programmeId = programmes
                .open(school.id(), SchoolYear.parse("2025-2026"), "target-model")
                .id();
        today = LocalDate.now(clock);
    }

    @AfterEach
    void takeBack() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    // ---- general kinds

    @ParameterizedTest
    @EnumSource(GeneralKind.class)
    void everyGeneralKindSaysWhatTheModelSays(GeneralKind kind) {
        Long id = draft(
                kind.kind(), null, new DocumentText("работы группы", "Провести семинар | октябрь | куратор", null));

        assertThat(documents.get(id).title()).startsWith(kinds.title(kind.id())).containsIgnoringCase("работы группы");
        assertThat(text(id))
                .contains("Провести семинар")
                .containsIgnoringCase("работы группы")
                .doesNotContain("{{", "|");
    }

    @Test
    void anOrderHasItsHeadingItsItemsAndItsAppendices() {
        Long id = draft(GeneralKind.ORDER.kind(), null, GROUP);

        assertThat(documents.get(id).title()).isEqualTo("Приказ «О создании рабочей группы»");
        assertThat(text(id))
                .contains(
                        "О создании рабочей группы",
                        "ПРИКАЗЫВАЮ:",
                        "Создать рабочую группу:",
                        "куратор;",
                        "педагог-психолог.")
                .contains("Утвердить план её работы.", "Утвердить прилагаемые документы:")
                .contains("План работы группы (приложение 1).")
                .doesNotContain("2. Утвердить");
    }

    /** A model names nobody and counts nothing; the school knows who its curator is, and that it has no pairs yet. */
    @Test
    void placesOfATextAreFilledWithWhatTheSchoolKnows() {
        DocumentText places = new DocumentText(
                "О кураторе",
                "Назначить куратором в {школа} на {год} год: {куратор}\nПсихолог: {педагог-психолог}\nПар {пар}, групп {групп}.",
                null);
        assertThat(text(draft(GeneralKind.ORDER.kind(), null, places)))
                .contains("Назначить куратором в МБОУ «Школа примеров» на 2025–2026 год: Примеров П. C., сотрудник")
                .contains("Психолог: Примеров П. P.", "Пар ____, групп ____.")
                .doesNotContain("{");
        jdbc.sql("insert into mentorship (programme_id, kind, number, code, mentees, state, formed_on, changed_by,"
                        + " changed_at, version) values (?, 'PAIR', 1, 'П-001', 1, 'FORMED', ?, 'test', ?, 0)")
                .params(programmeId, today, today.atStartOfDay())
                .update();
        assertThat(text(draft(GeneralKind.ORDER.kind(), null, places))).contains("Пар 1, групп 0.");
    }

    /** What people answered and the system counted is not asked for again; what nobody has counted is a line to write on. */
    @Test
    void figuresOfAnotherRowAreThoseThatWereCountedThere() {
        String counted =
                "Ответили {ответили 2.1.1} из {опрошено 2.1.1}. Довольны {положительных 7.1.1} из {ответов 7.1.1}, "
                        + "в базе {в базе 9.9.9}, советов {проведено 1.2.1}.";
        DocumentText text = new DocumentText("о числах", counted, null);
        assertThat(text(draft(GeneralKind.REPORT.kind(), null, text)))
                .contains("Ответили ____ из ____. Довольны ____ из ____, в базе ____, советов ____.");

        step("000-2.1.1", "Task_OpenCampaign", Map.of("invited", 12));
        step("000-2.1.1", "Task_CloseCampaign", Map.of("answered", 9));
        step("000-7.1.1", "Task_Analyse", Map.of("respondents", 8, "positive", 7));
        step("000-1.2.1", "Task_RecordTime-1", Map.of());
        step("000-1.2.1", "Task_RecordTime-2", Map.of());
        assertThat(text(draft(GeneralKind.REPORT.kind(), null, text)))
                .contains("Ответили 9 из 12. Довольны 7 из 8, в базе ____, советов 2.");
    }

    private void step(String item, String step, Map<String, Integer> figures) {
        steps.part(
                programmeId,
                item,
                "counted",
                step,
                new StepInput(new OutcomeInput(Outcome.DONE, today, null, null, null), figures, Map.of()));
    }

    /** The paper names deputies, so a deputy signs; where the curator answers too, or nobody is named, the curator does. */
    @Test
    void whoAnswersForTheRowSignsIt() {
        assertThat(signed(Set.of(Role.DEPUTY))).contains("Сотрудник").doesNotContain("Куратор программы");
        assertThat(signed(Set.of(Role.DEPUTY, Role.CURATOR)))
                .contains("Куратор программы наставничества")
                .doesNotContain("Сотрудник");
        assertThat(signed(Set.of())).contains("Куратор программы наставничества");
    }

    private String signed(Set<Role> responsible) {
        Long id = drafts.generate(new DocumentRequest(
                GeneralKind.REPORT.kind(), programmeId, null, "Отчёт", origin(), null, responsible, DocumentText.NONE));
        String made = text(id);
        school.as(Role.CURATOR, () -> {
            texts.write(id, new DocumentText("о годе", "Вывод.", null), Set.of());
            return null;
        });
        return made + text(id);
    }

    /** An order «Об утверждении …» approves first and instructs then; any other says first what it is about. */
    @Test
    void anOrderOnApprovalBeginsWithIt() {
        String instruction = "Куратору ознакомить педагогов.";
        Long approval = draft(
                GeneralKind.ORDER.kind(), null, new DocumentText("Об утверждении Программы", instruction, "Программа"));
        Long other = draft(GeneralKind.ORDER.kind(), null, new DocumentText("О Программе", instruction, "Программа"));

        assertThat(text(approval)).containsSubsequence("ПРИКАЗЫВАЮ", "Утвердить прилагаемые", instruction, "Контроль");
        assertThat(text(other)).containsSubsequence("ПРИКАЗЫВАЮ", instruction, "Утвердить прилагаемые", "Контроль");
        assertThat(text(approval)).containsOnlyOnce("Утвердить прилагаемые");
    }

    /** Who types an item without a full stop, or says who watches over the order, gets no odd or second sentence. */
    @Test
    void anOrderIsPunctuatedAndSaysOnceWhoWatchesOverIt() {
        Long own = draft(
                GeneralKind.ORDER.kind(),
                null,
                new DocumentText(
                        "О дежурстве", "Открыть школу\nУтвердить\n- план\nКонтроль возложить на заместителя", null));
        Long plain = draft(GeneralKind.DIRECTIVE.kind(), null, new DocumentText("О дежурстве", "Открыть школу", null));

        assertThat(text(own))
                .contains("Открыть школу.", "Утвердить:", "план.", "Контроль возложить на заместителя.")
                .doesNotContain("оставляю за собой", "{{");
        assertThat(text(plain)).contains("Открыть школу.").containsOnlyOnce("оставляю за собой");
    }

    /** «Отчет» and «отчёт» are one word, and an adjective before it belongs to the kind. */
    @Test
    void aHeadingMayNameTheKindMoreClosely() {
        Long note = draft(
                GeneralKind.INFORMATION_NOTE.kind(),
                null,
                new DocumentText("Аналитическая справка о запросах", "Запросов ____.", null));
        Long report = draft(
                GeneralKind.REPORT.kind(), null, new DocumentText("Аналитический отчет о работе", "Вывод.", null));
        Long plain = draft(GeneralKind.REPORT.kind(), null, new DocumentText("Отчет о работе", "Вывод.", null));

        assertThat(documents.get(note).title()).isEqualTo("Аналитическая справка о запросах");
        assertThat(documents.get(report).title()).isEqualTo("Аналитический отчёт о работе");
        assertThat(documents.get(plain).title()).isEqualTo("Отчёт о работе");
        assertThat(text(note)).contains("Аналитическая справка").doesNotContain("Справка аналитическая");
    }

    @Test
    void twoOrdersOfAYearAreToldApartEverywhere() {
        Long first = draft(GeneralKind.ORDER.kind(), null, GROUP);
        Long second = draft(GeneralKind.ORDER.kind(), null, new DocumentText("О неделе наставника", "Провести.", null));
        register(first, "7-ОД");
        register(second, "8-ОД");

        assertThat(names(first)).allMatch(name -> name.contains("О создании рабочей группы"));
        assertThat(names(second)).allMatch(name -> name.contains("О неделе наставника"));
        assertThat(school.as(Role.CURATOR, () -> documents.search("неделе", "order", null, 0)))
                .extracting(Document::id)
                .containsExactly(second);
        var sheet = school.as(Role.SECRETARY, () -> sheets.sheet(second));
        assertThat(sheet.name()).contains("О неделе наставника");
        assertThat(text(sheet.content())).contains("приказ «О неделе наставника»", "8-ОД");
    }

    /** Whoever signs has read it: of what names children the sheet lists those only who may. */
    @Test
    void theSheetListsWhoMayReadTheDocument() {
        staff.add(school.id(), "Учителева Ульяна Примеровна", "учитель", Set.of(Role.TEACHER));
        staff.add(school.id(), "Делопроизводова Дина Примеровна", "секретарь", Set.of(Role.SECRETARY));
        Long order = draft(GeneralKind.ORDER.kind(), null, GROUP);
        Long children = draft(GeneralKind.LIST.kind(), null, new DocumentText("Кто едет в музей", "Всем.", null));

        assertThat(text(school.as(Role.SECRETARY, () -> sheets.sheet(order)).content()))
                .contains("Учителева", "Делопроизводова");
        assertThat(text(school.as(Role.SECRETARY, () -> sheets.sheet(children)).content()))
                .contains("Делопроизводова")
                .doesNotContain("Учителева");
    }

    @Test
    void whatNobodyHasHeadedIsCalledLikeItsActivity() {
        Long id = drafts.generate(new DocumentRequest(
                GeneralKind.ORDER.kind(),
                programmeId,
                null,
                "Приказ о создании рабочей группы",
                origin(),
                null,
                Set.of(),
                DocumentText.NONE));

        assertThat(documents.get(id).title()).isEqualTo("Приказ «О создании рабочей группы»");
        assertThat(text(id)).contains("О создании рабочей группы");
    }

    @Test
    void theAuthorWritesWhatItSays() {
        Long id = draft(GeneralKind.ORDER.kind(), null, DocumentText.NONE);

        school.as(Role.DEPUTY, () -> {
            texts.write(id, GROUP, Set.of());
            return null;
        });

        assertThat(documents.get(id).title()).isEqualTo("Приказ «О создании рабочей группы»");
        assertThat(text(id)).contains("педагог-психолог.");
        assertThat(school.as(Role.CURATOR, () -> documents.versions(id))).hasSize(2);
        assertThatThrownBy(() -> school.as(Role.TEACHER, () -> {
                    texts.write(id, GROUP, Set.of());
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
        register(id, "7-ОД");
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> {
                    texts.write(id, GROUP, Set.of());
                    return null;
                }))
                .isInstanceOf(ConflictException.class);
    }

    @Test
    void whatItsAuthorsSignAsksForNoDecision() {
        Long id = draft(GeneralKind.MINUTES.kind(), null, GROUP);

        boolean approved = school.as(Role.DEPUTY, () -> approvals.submit(id, CHECKED, true));
        registration.register(id, Optional.of("3"), Optional.of(today), true);

        assertThat(approved).isTrue();
        assertThat(documents.get(id).number()).isEqualTo("3");
    }

    @Test
    void noGeneralDocumentSpeaksOfTheTargetModelUnderAnotherRoadmap() {
        // the ground of the school's own roadmap, whatever the school's requisites say of none
        for (GeneralKind kind : GeneralKind.values()) {
            String text = text(templateOf(kind));
            assertThat(text).as(kind.id()).doesNotContainIgnoringCase("целев");
        }
    }

    // ---- an order approves documents

    @Test
    void anOrderPutsItsNumberOnWhatItApproves() {
        Long before =
                draft(GeneralKind.LOCAL_REGULATION.kind(), null, new DocumentText("о наставничестве", "Общее", null));
        Long after = draft(GeneralKind.PROGRAMME.kind(), null, new DocumentText("наставничества", "Цель", null));
        Long other = draft(GeneralKind.PROGRAMME.kind(), null, new DocumentText("семинара", "Цель", null));
        Long order = draft(GeneralKind.ORDER.kind(), null, new DocumentText("Об утверждении", "Утвердить.", null));
        school.as(Role.DEPUTY, () -> {
            texts.write(order, new DocumentText("Об утверждении", "Утвердить.", null), Set.of(before, after));
            return null;
        });
        register(before, "1");
        assertThat(text(before)).contains("УТВЕРЖДЕНО", "№ ________").doesNotContain("УТВЕРЖДАЮ");

        register(order, "41-ОД");
        register(after, "2");
        register(other, "3");

        String stamp = words.date(today) + " № 41-ОД";
        assertThat(text(order)).contains("Положение о наставничестве (приложение 1)", "Программа наставничества");
        assertThat(text(before)).contains("УТВЕРЖДЕНО", stamp);
        assertThat(text(after)).contains("УТВЕРЖДЕНО", stamp);
        assertThat(text(other)).doesNotContain("41-ОД");
        assertThat(school.as(Role.CURATOR, () -> texts.orderOf(documents.get(after))))
                .map(Document::id)
                .contains(order);
    }

    // ---- stamps of the kinds that come with the product

    @ParameterizedTest
    @ValueSource(
            strings = {
                "regulation",
                "roadmap",
                "training-programme",
                "media-plan",
                "local-regulation",
                "programme",
                "plan",
                "list"
            })
    void stampsThatAdministratorsSetStandOnEveryStampedKind(String kind) {
        DocumentStamps before = kinds.stamps(kind);
        administer(() -> own.stamp(kind, "Управляющим советом", "Профсоюзный комитет\nСовет родителей", true));
        try {
            String stamped = text(any(kind, "a"));

            assertThat(stamped)
                    .contains("ПРИНЯТО", "Управляющим советом", "СОГЛАСОВАНО", "Профсоюзный комитет", "Совет родителей")
                    .contains("УТВЕРЖДЕНО", "приказом")
                    .doesNotContain("УТВЕРЖДАЮ");
            administer(() -> own.stamp(kind, " ", "", false));

            assertThat(text(any(kind, "b")))
                    .contains("УТВЕРЖДАЮ")
                    .doesNotContain("ПРИНЯТО", "СОГЛАСОВАНО", "УТВЕРЖДЕНО");
        } finally {
            administer(() -> own.stamp(kind, before.acceptedBy(), before.agreedWithText(), before.byOrder()));
        }
        assertThat(kinds.stamps(kind)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"regulation", "training-programme"})
    void anOrderApprovesADocumentOfAnyKind(String kind) {
        Long document = any(kind, "c");
        Long order = draft(GeneralKind.ORDER.kind(), null, new DocumentText("Об утверждении", "Утвердить.", null));
        boolean usual = kinds.stamps(kind).byOrder();
        administer(() -> own.stamp(kind, null, null, true));
        try {
            Long stamped = any(kind, "d");
            school.as(Role.DEPUTY, () -> {
                texts.write(order, new DocumentText("Об утверждении", "Утвердить.", null), Set.of(stamped));
                return null;
            });
            register(order, "43-ОД");
            assertThat(text(stamped)).contains(words.date(today) + " № 43-ОД");
            assertThat(text(document)).doesNotContain("43-ОД");
        } finally {
            administer(() -> own.stamp(
                    kind, kind.equals("regulation") ? words.text("document.stamp.council") : null, null, usual));
        }
    }

    @Test
    void whatIsSignedAtItsEndHasNoStamps() {
        assertThatThrownBy(() -> administer(() -> own.stamp("letter", null, null, true)))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    own.stamp("regulation", null, null, true);
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
    }

    private Long any(String kind, String detail) {
        return DocumentType.of(kind)
                .map(type -> drafts.generate(new DocumentRequest(type, programmeId, null, null, null, detail)))
                .orElseGet(
                        () -> draft(kinds.find(kind).orElseThrow(), null, new DocumentText("школы", "Раздел", null)));
    }

    // ---- kinds of a school

    @Test
    void aSchoolAddsAKindWithItsJournalAndItsStamps() {
        add(added, Way.APPROVED, "own", DataClass.STAFF);
        Long id = draft(kinds.find(added).orElseThrow(), null, new DocumentText("по охране труда", "Раздел", null));

        assertThat(documents.get(id).title()).isEqualTo("Инструкция по охране труда");
        assertThat(text(id))
                .contains("ПРИНЯТО", "на общем собрании", "УТВЕРЖДЕНО", "Управляющий совет", "Совет родителей")
                .contains("Инструкция");
        assertThat(journals.suggest(school.id(), Journal.OWN + added, today.getYear()))
                .isEqualTo("1");
        school.as(Role.SECRETARY, () -> {
            journals.changeFormat(school.id(), Journal.OWN + added, "И-{n}");
            return null;
        });
        register(id, "И-1");
        assertThat(journals.suggest(school.id(), Journal.OWN + added, today.getYear()))
                .isEqualTo("И-2");
        assertThat(kinds.journalTitle(Journal.OWN + added)).isEqualTo("Инструкция");
        TestSchool later = schools.create();
        assertThat(journals.suggest(later.id(), Journal.OWN + added, today.getYear()))
                .isEqualTo("1");
    }

    @Test
    void whoReadsFollowsTheKind() {
        String kind = added;
        add(kind, Way.APPROVED, "PAPERS", DataClass.STAFF);
        Long id = draft(kinds.find(kind).orElseThrow(), null, GROUP);
        register(id, "1");
        assertThat(school.as(Role.TEACHER, () -> documents.ofProgramme(programmeId)))
                .hasSize(1);

        administer(() -> own.change(kind, input(Way.APPROVED, "PAPERS", DataClass.CHILDREN)));

        assertThat(school.as(Role.TEACHER, () -> documents.ofProgramme(programmeId)))
                .isEmpty();
        assertThatThrownBy(() -> administer(() -> own.remove(kind))).isInstanceOf(ConflictException.class);
    }

    /** A paper that names children becomes readable by no more people, whatever is said of its kind afterwards. */
    @Test
    void aKindIsNeverOpenedWhileItHasDocuments() {
        add(added, Way.APPROVED, "PAPERS", DataClass.CHILDREN);
        administer(() -> own.change(added, input(Way.APPROVED, "PAPERS", DataClass.STAFF)));
        administer(() -> own.change(added, input(Way.APPROVED, "PAPERS", DataClass.CHILDREN)));
        Long id = draft(kinds.find(added).orElseThrow(), null, GROUP);
        register(id, "1");

        for (DataClass open : DataClass.below(DataClass.CHILDREN)) {
            refused(
                    "document.kind.opened",
                    () -> administer(() -> own.change(added, input(Way.APPROVED, "PAPERS", open))));
        }

        assertThat(documents.get(id).kind().data()).isEqualTo(DataClass.CHILDREN);
        assertThat(kinds.find(added).orElseThrow().data()).isEqualTo(DataClass.CHILDREN);
        assertThat(school.as(Role.TEACHER, () -> documents.ofProgramme(programmeId)))
                .isEmpty();
        administer(() -> own.change(added, input(Way.SIGNED, "PAPERS", DataClass.SPECIAL)));
        assertThat(documents.get(id).kind().data()).isEqualTo(DataClass.SPECIAL);
    }

    /** Whoever makes a document holds its kind: who closes the kind meanwhile waits, and closes that document too. */
    @Test
    void aDocumentThatIsBeingMadeIsClosedWithItsKind() {
        add(added, Way.APPROVED, "PAPERS", DataClass.STAFF);
        AtomicReference<CompletableFuture<Void>> closing = new AtomicReference<>();

        Long id = transactions.execute(made -> {
            Long draft = draft(kinds.findToMake(added).orElseThrow(), null, GROUP);
            closing.set(CompletableFuture.runAsync(this::closeAdded));
            assertThatThrownBy(() -> closing.get().get(500, TimeUnit.MILLISECONDS))
                    .isInstanceOf(TimeoutException.class);
            return draft;
        });

        assertThat(closing.get()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(documents.get(id).kind().data()).isEqualTo(DataClass.CHILDREN);
    }

    @Test
    void whoIsChangingADocumentDoesNotOpenItAgain() {
        add(added, Way.APPROVED, "PAPERS", DataClass.STAFF);
        Long id = draft(kinds.find(added).orElseThrow(), null, GROUP);

        assertThatThrownBy(() -> transactions.executeWithoutResult(change -> {
                    assertThat(documents.get(id).kind().data()).isEqualTo(DataClass.STAFF);
                    CompletableFuture.runAsync(this::closeAdded).join();
                    approvals.cancel(id);
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);

        assertThat(documents.get(id).kind().data()).isEqualTo(DataClass.CHILDREN);
    }

    /** The refusal says why, not that the document is past changing. */
    @Test
    void theTextOfAKindWithDataOfItsOwnIsNotWrittenHere() {
        Long id = draft(DocumentType.REPORT_INTERIM.kind(), null, DocumentText.NONE);

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> {
                    texts.write(id, GROUP, Set.of());
                    return null;
                }))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("document.text-none"));
    }

    private void closeAdded() {
        administer(() -> own.change(added, input(Way.APPROVED, "PAPERS", DataClass.CHILDREN)));
    }

    @ParameterizedTest
    @EnumSource(GeneralKind.class)
    void noKindIsMoreOpenThanTheOneItIsBasedOn(GeneralKind general) {
        for (DataClass data : DataClass.values()) {
            String id = added + "-" + data.name().toLowerCase();
            if (data.compareTo(general.kind().data()) < 0) {
                refused(
                        "document.kind.below",
                        () -> administer(() -> own.add(id, input(general, Way.APPROVED, "PAPERS", data))));
                assertThat(kinds.find(id)).isEmpty();
            } else {
                administer(() -> own.add(id, input(general, Way.APPROVED, "PAPERS", data)));
                assertThat(kinds.find(id).orElseThrow().data()).isEqualTo(data);
                if (data == DataClass.STAFF) {
                    refused(
                            "document.kind.below",
                            () -> administer(
                                    () -> own.change(id, input(GeneralKind.LIST, Way.APPROVED, "PAPERS", data))));
                }
                administer(() -> own.remove(id));
            }
        }
    }

    @Test
    void whatIsDoneToKindsAndTemplatesIsRecorded() {
        add(added, Way.APPROVED, "PAPERS", DataClass.STAFF);
        administer(() -> own.change(added, input(Way.APPROVED, "PAPERS", DataClass.CHILDREN)));
        upload(templateOf(GeneralKind.LOCAL_REGULATION), added);
        administer(() -> templates.restore(school.id(), added));
        administer(() -> templates.restore(school.id(), added));
        administer(() -> own.remove(added));

        assertThat(recorded(AuditAct.KIND_ADDED)).containsExactly("class=STAFF");
        assertThat(recorded(AuditAct.KIND_CHANGED)).containsExactly("class=CHILDREN class-before=STAFF");
        assertThat(recorded(AuditAct.KIND_REMOVED)).containsExactly("class=CHILDREN");
        assertThat(recorded(AuditAct.TEMPLATE_UPLOADED)).containsExactly("version=1");
        assertThat(recorded(AuditAct.TEMPLATE_RESTORED)).containsExactly("version=2");
    }

    private List<String> recorded(AuditAct act) {
        return jdbc.sql("select facts from audit_record where act = ? and concerns_id = ?")
                .params(act.name(), added)
                .query(String.class)
                .list();
    }

    @Test
    void aKindThatAModelNamesStays() {
        add(added, Way.APPROVED, "own", DataClass.STAFF);
        deploy(text -> text.replace("sourceExpression=\"order-curator\"", "sourceExpression=\"" + added + "\""));
        namedIn("1.3.4");
        Long year = Long.valueOf(school.start("target-model", "2026-2027"));
        jdbc.sql("update document set type = 'order' where type = ?")
                .param(added)
                .update();
        deploy(text -> text.replace("sourceExpression=\"order-curator\"", "sourceExpression=\"order\""));
        namedIn("1.3.4"); // by the year that runs

        jdbc.sql("update programme set state = 'COMPLETED' where id = ?")
                .param(year)
                .update();
        administer(() -> own.remove(added));

        assertThat(kinds.find(added)).isEmpty();
    }

    private void namedIn(String row) {
        assertThatThrownBy(() -> administer(() -> own.remove(added)))
                .isInstanceOfSatisfying(ConflictException.class, refused -> {
                    assertThat(refused.code()).isEqualTo("document.kind.named");
                    assertThat(String.valueOf(refused.arguments()[0])).contains(row, "Приказ о назначении куратора");
                });
    }

    @Test
    void aKindIsRefusedThatCannotBe() {
        refused("document.kind.id", () -> add("Инструкция", Way.APPROVED, "own", DataClass.STAFF));
        refused("document.kind.taken", () -> add("order", Way.APPROVED, "own", DataClass.STAFF));
        refused("document.kind.taken", () -> add("consents", Way.APPROVED, "own", DataClass.STAFF));
        refused("document.kind.register", () -> add(added, Way.APPROVED, "no-such", DataClass.STAFF));
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> {
                    own.add(added, input(Way.APPROVED, "own", DataClass.STAFF));
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
    }

    // ---- models

    @Test
    void aModelNamesAKindAtOnceAndWritesTheText() {
        add(added, Way.APPROVED, "own", DataClass.STAFF);
        deploy(text -> text.replace("sourceExpression=\"order-curator\"", "sourceExpression=\"" + added + "\"")
                .replace(
                        "<camunda:property name=\"roadmapResult\" value=\"Приказ о назначении куратора\" />",
                        "<camunda:property name=\"roadmapResult\" value=\"Инструкция\" /><camunda:property"
                                + " name=\"documentTitle\" value=\"по охране труда\" /><camunda:property"
                                + " name=\"documentItems\" value=\"Раздел первый&#10;Раздел второй\" />"));
        Long year = Long.valueOf(school.start("target-model", "2026-2027"));

        Document made = school.as(Role.CURATOR, () -> documents.ofProgramme(year)).stream()
                .filter(document -> document.kind().id().equals(added))
                .findFirst()
                .orElseThrow();

        assertThat(made.title()).isEqualTo("Инструкция по охране труда");
        assertThat(text(made.id())).contains("Раздел первый", "Раздел второй");
        assertThat(runtime.createVariableInstanceQuery()
                        .variableName("documentItems")
                        .count())
                .isZero();
    }

    @Test
    void anUnknownKindIsRefusedAtDeployment() {
        assertThatThrownBy(() -> deploy(text ->
                        text.replace("sourceExpression=\"order-curator\"", "sourceExpression=\"no-such-kind\"")))
                .hasMessageContaining("no-such-kind");
    }

    @Test
    void aCorrectedModelCuresWhatHasFailed() {
        add(added, Way.APPROVED, "own", DataClass.STAFF);
        deploy(text -> text.replace("sourceExpression=\"order-curator\"", "sourceExpression=\"" + added + "\""));
        jdbc.sql("delete from document_kind where id = ?").param(added).update(); // a release that still allowed it
        assertThatThrownBy(() -> school.start("target-model", "2026-2027")).isInstanceOf(ModelFault.class);
        Job failing = failing();
        String year = runtime.createProcessInstanceQuery()
                .processInstanceId(failing.getProcessInstanceId())
                .singleResult()
                .getBusinessKey();
        for (int left = failing.getRetries(); left > 0; left--) {
            assertThatThrownBy(() -> execute(failing)).isInstanceOf(ModelFault.class);
        }
        assertThat(incidents.open()).anySatisfy(failure -> {
            assertThat(failure.programmeId()).contains(year);
            assertThat(failure.message())
                    .contains("1.3.4", "Приказ о назначении куратора внедрения", added, "Вид документа", "Повторить");
        });

        deploy(text -> text.replace("sourceExpression=\"order-curator\"", "sourceExpression=\"order\""));
        incidents.retry(runtime.createIncidentQuery()
                .configuration(failing.getId())
                .singleResult()
                .getId());
        school.runJobs();

        assertThat(school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(year))))
                .extracting(document -> document.kind().id())
                .contains("order");
    }

    @Test
    void aBlankThatAModelNamesStaysAndACorrectedModelCuresWhatHasFailed() {
        add(added, Way.FORM, "own", DataClass.CHILDREN);
        deploy(text -> withBlank(text, added));
        assertThatThrownBy(() -> administer(() -> own.remove(added)))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo("document.kind.named"));

        jdbc.sql("delete from document_kind where id = ?").param(added).update(); // a release that still allowed it
        assertThatThrownBy(() -> school.start("target-model", "2026-2027")).isInstanceOf(ModelFault.class);
        Job failing = failing("Service_PrepareBlank");
        Long year = Long.valueOf(runtime.createProcessInstanceQuery()
                .processInstanceId(failing.getProcessInstanceId())
                .singleResult()
                .getBusinessKey());
        for (int left = failing.getRetries(); left > 0; left--) {
            assertThatThrownBy(() -> execute(failing)).isInstanceOf(ModelFault.class);
        }
        assertThat(incidents.open())
                .anySatisfy(failure -> assertThat(failure.message())
                        .contains(added, "«Бланк»", "interview-sheet, practice-card", "«Повторить»"));

        deploy(text -> withBlank(text, "practice-card"));
        incidents.retry(runtime.createIncidentQuery()
                .configuration(failing.getId())
                .singleResult()
                .getId());
        school.runJobs();

        assertThat(runtime.createIncidentQuery().configuration(failing.getId()).count())
                .isZero();
        assertThat(school.as(Role.CURATOR, () -> documents.ofProgramme(year)))
                .extracting(document -> document.kind().id())
                .containsOnlyOnce("practice-card");
    }

    /** The first activity of the stage has a blank that people fill in. */
    private static String withBlank(String stage, String kind) {
        return stage.replaceFirst(
                "(?s)calledElement=\"activity\"(.*?<camunda:properties>)",
                "calledElement=\"form-activity\"$1<camunda:property name=\"blankKind\" value=\"" + kind + "\" />");
    }

    private Job failing() {
        return failing("Service_GenerateDraft");
    }

    private Job failing(String activity) {
        return management.createJobQuery().activityId(activity).tenantIdIn(school.id()).list().stream()
                .filter(job -> job.getExceptionMessage() != null)
                .findFirst()
                .orElseThrow();
    }

    private void execute(Job job) {
        school.as(null, null, () -> {
            management.executeJob(job.getId());
            return null;
        });
    }

    // ---- templates

    @Test
    void aSchoolUsesItsOwnTemplateAndGoesBack() {
        byte[] edited = edit(templateOf(GeneralKind.ORDER), "ПРИКАЗЫВАЮ:", "П Р И К А З Ы В А Ю:");
        administer(() -> templates.upload(school.id(), "general-order", "приказ.docx", edited));

        Long id = draft(GeneralKind.ORDER.kind(), null, GROUP);
        assertThat(text(id)).contains("П Р И К А З Ы В А Ю:", "педагог-психолог.");
        assertThat(text(as(() -> templates.preview(school.id(), "general-order"))
                        .content()))
                .contains("П Р И К А З Ы В А Ю:", "42-ОД")
                .doesNotContain("{{");
        TestSchool other = schools.create();
        assertThat(text(as(() -> templates.file(other.id(), "general-order")).content()))
                .contains("ПРИКАЗЫВАЮ:");

        administer(() -> templates.restore(school.id(), "general-order"));
        assertThat(text(draft(GeneralKind.ORDER.kind(), null, GROUP))).contains("ПРИКАЗЫВАЮ:");
        assertThat(as(() -> templates.one(school.id(), "general-order")).versions())
                .extracting(version -> version.isOwn())
                .containsExactly(false, true);
        assertThat(text(as(() -> templates.file(school.id(), "general-order", 1))
                        .content()))
                .contains("П Р И К А З Ы В А Ю:");
    }

    @Test
    void aTemplateWithoutBookmarksIsStampedAllTheSame() {
        byte[] plain = edit(templateOf(GeneralKind.ORDER), "<w:bookmarkStart w:id=\"1\" w:name=\"date\"/>", "");
        byte[] edited = edit(
                edit(
                        edit(plain, "<w:bookmarkEnd w:id=\"1\"/>", ""),
                        "<w:bookmarkStart w:id=\"2\" w:name=\"number\"/>",
                        ""),
                "<w:bookmarkEnd w:id=\"2\"/>",
                "");
        administer(() -> templates.upload(school.id(), "general-order", "приказ.docx", edited));

        Long id = draft(GeneralKind.ORDER.kind(), null, GROUP);
        register(id, "77-ОД");

        assertThat(text(id)).contains("77-ОД", words.date(today));
    }

    @Test
    void everyTemplateOfTheProductPassesItsOwnCheckAndCanBePreviewed() {
        for (Templates.Line line : as(() -> templates.all(school.id()))) {
            byte[] shipped = as(() -> templates.file(school.id(), line.name())).content();
            administer(() -> templates.upload(school.id(), line.name(), "шаблон.docx", shipped));
            Templates.Shown shown = as(() -> templates.one(school.id(), line.name()));
            assertThat(shown.missing()).as(line.name()).isEmpty();
            assertThat(shown.tags()).as(line.name()).isNotEmpty();
            assertThat(text(as(() -> templates.preview(school.id(), line.name()))
                            .content()))
                    .as(line.name())
                    .doesNotContain("{{");
        }
    }

    @Test
    void aTemplateWithTagsThatNobodyKnowsIsRefusedAndEachIsNamed() {
        byte[] wrong = edit(
                edit(
                        templateOf(GeneralKind.ORDER),
                        "{{heading|О ______________________________________________}}",
                        "{{headline}}"),
                "{{basis|На основании ______________________________________________}}",
                "{{reason}} {{school.nickname}}");
        refusedWith("document.template.tags", "{{headline}}, {{reason}}, {{school.nickname}}", wrong);
        refusedWith(
                "document.template.misspelt",
                "{{?items}}",
                edit(templateOf(GeneralKind.LETTER), "{{?appendices.any}}", "{{?items}}{{?appendices.any}}"),
                "general-letter");
        refused(
                "document.template.number",
                () -> upload(edit(templateOf(GeneralKind.ORDER), "{{document.number|________}}", "")));
    }

    /** Nobody would see the first two before a document has no items, the other two before a document is printed. */
    @Test
    void tagsInContentControlsAndBoxesAreReadAsAllOthers() {
        String paragraph = "<w:p><w:r><w:t>%s</w:t></w:r></w:p>";
        String hidden = paragraph.formatted("{{?items.none}}{{headline}}{{/items.none}}");
        String control = "<w:sdt><w:sdtPr/><w:sdtContent>%s</w:sdtContent></w:sdt>";
        String box = "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent>%s"
                + "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>";
        String table = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid>%s</w:tbl><w:p/>";
        for (String wrong : List.of(
                control.formatted(hidden),
                box.formatted(hidden),
                table.formatted(control.formatted("<w:tr><w:tc>" + hidden + "</w:tc></w:tr>")),
                table.formatted("<w:tr><w:tc>" + control.formatted(hidden) + "<w:p/></w:tc></w:tr>"))) {
            refusedWith("document.template.tags", "{{headline}}", inBody(wrong));
        }

        String known = paragraph.formatted("{{school.name}}");
        upload(inBody(control.formatted(known)));
        refusedWith(
                "document.template.place",
                "{{school.name}}",
                inBody(table.formatted(control.formatted("<w:tr><w:tc>" + known + "</w:tc></w:tr>"))));
    }

    private byte[] inBody(String xml) {
        return edit(templateOf(GeneralKind.ORDER), "<w:body>", "<w:body>" + xml);
    }

    @Test
    void hostileTemplatesAreRefused() {
        byte[] order = templateOf(GeneralKind.ORDER);
        refused(
                "document.template.field",
                () -> upload(edit(order, "<w:body>", "<w:body><w:p><w:fldSimple w:instr=\" DATE \"/></w:p>")));
        refused(
                "document.upload-macros",
                () -> upload(
                        edit(order, "<w:body>", "<w:body><w:p><w:fldSimple w:instr=\" INCLUDETEXT c:/x \"/></w:p>")));
        refused("document.template.link", () -> upload(related(order, "hyperlink", "https://example.org/")));
        refused(
                "document.upload-macros",
                () -> upload(related(order, "attachedTemplate", "https://example.org/x.dotm")));
        refused("document.upload-macros", () -> upload(related(order, "aFChunk", "https://example.org/x.html")));
        refused(
                "document.template.large",
                () -> upload(edit(
                        order,
                        "<w:body>",
                        "<w:body><w:p><w:r><w:t>"
                                + IntStream.range(0, 120_000)
                                        .mapToObj(String::valueOf)
                                        .collect(Collectors.joining(" ")) + "</w:t></w:r></w:p>")));
        refused("document.upload-docx", () -> upload("PK".getBytes(StandardCharsets.UTF_8)));
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> {
                    templates.upload(school.id(), "general-order", "приказ.docx", order);
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
    }

    // ---- helpers

    private void upload(byte[] docx) {
        upload(docx, "general-order");
    }

    private void upload(byte[] docx, String template) {
        administer(() -> templates.upload(school.id(), template, "приказ.docx", docx));
    }

    private void refusedWith(String code, String named, byte[] docx) {
        refusedWith(code, named, docx, "general-order");
    }

    private void refusedWith(String code, String named, byte[] docx, String template) {
        assertThatThrownBy(() -> upload(docx, template)).isInstanceOfSatisfying(UserInputException.class, refused -> {
            assertThat(refused.code()).isEqualTo(code);
            assertThat(refused.arguments()).containsExactly(named);
        });
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private void add(String id, Way way, String register, DataClass data) {
        administer(() -> own.add(id, input(way, register, data)));
    }

    private static OwnKindInput input(Way way, String register, DataClass data) {
        return input(GeneralKind.LOCAL_REGULATION, way, register, data);
    }

    private static OwnKindInput input(GeneralKind general, Way way, String register, DataClass data) {
        return new OwnKindInput(
                "Инструкция",
                general.id(),
                data,
                way,
                register,
                "на общем собрании",
                "Управляющий совет\nСовет родителей",
                true,
                true);
    }

    private void administer(Runnable work) {
        as(() -> {
            work.run();
            return null;
        });
    }

    private <T> T as(Supplier<T> work) {
        return school.as("administers", List.of(Role.ADMINISTRATOR.id()), work);
    }

    private String origin() {
        return school.id() + "/" + ++made;
    }

    private Long draft(DocumentKind kind, String item, DocumentText text) {
        return drafts.generate(
                new DocumentRequest(kind, programmeId, item, "Документ", origin(), null, Set.of(), text));
    }

    private void register(Long id, String number) {
        if (!school.as(Role.DEPUTY, () -> approvals.submit(id, CHECKED, true))) {
            school.as(Role.DIRECTOR, () -> {
                approvals.decide(id, Decision.APPROVE, null, true);
                return null;
            });
        }
        registration.register(id, Optional.of(number), Optional.of(today), true);
    }

    private Set<String> names(Long id) {
        return school.as(Role.CURATOR, () -> documents.versions(id)).stream()
                .map(DocumentVersion::fileName)
                .collect(Collectors.toSet());
    }

    private String text(Long id) {
        return text(school.as(Role.CURATOR, () -> documents.file(id)).content());
    }

    private static String text(byte[] docx) {
        try (XWPFWordExtractor words = new XWPFWordExtractor(new XWPFDocument(new ByteArrayInputStream(docx)))) {
            return words.getText().replace('\u00a0', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] templateOf(GeneralKind kind) {
        return resource("/documents/" + kind.template() + ".docx");
    }

    private static byte[] resource(String path) {
        try (InputStream file = GeneralDocumentContract.class.getResourceAsStream(path)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] edit(byte[] docx, String from, String to) {
        return WordParts.edited(docx, "word/document.xml", from, to);
    }

    private static byte[] related(byte[] docx, String type, String target) {
        return WordParts.edited(
                docx,
                "word/_rels/document.xml.rels",
                "</Relationships>",
                "<Relationship Id=\"rId99\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
                        + type + "\" Target=\"" + target + "\" TargetMode=\"External\"/></Relationships>");
    }

    private void deploy(UnaryOperator<String> edit) {
        String shipped = new String(resource("/processes/target-model/" + STAGE), StandardCharsets.UTF_8);
        String edited = edit.apply(shipped);
        assertThat(edited).isNotEqualTo(shipped);
        deployments.add(
                0,
                repository
                        .createDeployment()
                        .addString(STAGE, edited)
                        .source("modeler")
                        .deploy()
                        .getId());
    }
}
