package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.amendment.OrderAmendments;
import org.mentoringroadmap.document.amendment.PairChanges;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.document.word.PoiTlDocumentRendererTest;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.support.Covers;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Pairs were made, or parted, after the order that names them. */
@Covers("order-amendment")
class OrderAmendmentProcessTest extends MentorshipTestCase {
    private static final String CHECK = "Task_CheckDraft";
    private static final String APPROVE = "Task_Approve";
    private static final String REGISTER = "Task_Register";
    private static final String MAKE_KNOWN = "Task_MakeKnown";
    private static final Map<String, Object> CHECKED = Map.of("outcome", "done");
    private static final Map<String, Object> APPROVED = Map.of("decision", "approve", "despiteBlanks", true);
    private static final Map<String, Object> KNOWN = Map.of("acknowledged", true, "date", TODAY);
    private static final String BUTTON = "Подготовить приказ об изменениях";
    private static final String ITEM = "000-5.2.1";

    @Autowired
    private OrderAmendments amendments;

    @Autowired
    private Documents documents;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Registration registration;

    @Autowired
    private MentorshipProcess lifecycles;

    @Autowired
    private JdbcTemplate database;

    @Autowired
    private MockMvc mvc;

    private Mentorship first;

    @BeforeEach
    void pairs() {
        first = pair(null, false);
        pair(null, false);
    }

    @Test
    void whatTheOrderDoesNotSayBecomesAnOrderOfItsOwn() throws Exception {
        assertThat(changes()).as("no order yet").isEmpty();
        Document order = order("11-ОД");
        assertThat(changes())
                .hasValueSatisfying(none -> assertThat(none.count()).isZero());
        assertThat(attention()).isEmpty();
        refusesToBegin("document.amendment-none");
        assertThat(page())
                .contains("Приказ называет те же пары и группы, что работают сейчас.")
                .doesNotContain(BUTTON);

        end(first, false);
        Mentorship third = pair(null, false);
        assertThat(attention()).singleElement().satisfies(line -> {
            assertThat(line.number()).isEqualTo(2);
            assertThat(line.path()).isEqualTo("/programmes/" + key + "/order-amendment");
        });
        assertThat(page())
                .contains("В приказе их ещё нет", "П-003", "завершили работу раньше срока", "П-001", BUTTON)
                .doesNotContain("П-002", "Состав изменился");
        school.as(Role.CURATOR, () -> begin());
        refusesToBegin("document.amendment-begun");
        assertThat(page()).contains("Система составляет проект").doesNotContain(BUTTON);
        school.runJobs();
        refusesToBegin("document.amendment-begun");
        assertThat(attention()).as("it is under way").isEmpty();

        Document draft = amendment();
        assertThat(page())
                .contains("Приказ об изменениях готовится", "/documents/" + draft.id())
                .doesNotContain(BUTTON);
        assertThat(draft.activityKey()).as("beside the first one in the folder").isEqualTo(order.activityKey());
        assertThat(task(CHECK).getName()).isEqualTo("Проверить проект: Изменения в составе пар и групп");
        assertThat(groups(task(CHECK))).containsExactlyInAnyOrder("curator", "deputy");
        assertThat(text(draft))
                .contains(
                        "О внесении изменений в приказ от 20 августа 2025 г. № 11-ОД",
                        "«Об утверждении наставнических пар и групп»",
                        "включена пара П-003;",
                        "исключена пара П-001.",
                        "Наставникам новых пар и групп:")
                .contains("П-002\t", "П-003\t")
                .doesNotContain("П-001\t");

        Mentorship fourth = pair(null, false);
        assertThat(text(amendment())).as("what comes meanwhile goes in").contains("включена пара П-004");

        String instance = amendment().instanceId().orElseThrow();
        complete(Role.CURATOR, CHECK, CHECKED);
        Mentorship late = pair(null, false);
        assertThat(text(amendment())).as("also while it is with the director").contains("включена пара П-005");
        refuses("document.replaced", Role.DIRECTOR, APPROVE, APPROVED);
        complete(
                Role.DIRECTOR,
                APPROVE,
                with(APPROVED, "readVersion", amendment().lastVersion()));
        complete(Role.SECRETARY, REGISTER, Map.of("number", "12-ОД", "date", TODAY));
        assertThat(changes().orElseThrow().count()).isZero();
        assertThat(outcome(ITEM).number())
                .as("the activity ended with the first order")
                .contains("11-ОД");

        Mentorship fifth = pair(null, false);
        assertThat(changes().orElseThrow().added())
                .as("it can be asked for while people still sign that they know the last one")
                .extracting(Mentorship::code)
                .containsExactly(fifth.code());
        assertThat(attention()).hasSize(1);
        complete(Role.SECRETARY, MAKE_KNOWN, KNOWN);
        assertEndedAt(parent(instance), "End_OrderAmended");
        assertThat(List.of(third, fourth, late)).extracting(this::state).containsOnly(Mentorship.State.FORMED);
    }

    @Test
    void anOrderThatTheSchoolDoesNotNeedIsNotOfferedAgain() {
        order("11-ОД");
        pair(null, false);
        school.as(Role.CURATOR, () -> begin());
        school.runJobs();
        String instance = amendment().instanceId().orElseThrow();

        refuses("activity.reason", Role.CURATOR, CHECK, Map.of("outcome", "not-held"));
        complete(Role.CURATOR, CHECK, NOT_HELD);

        assertThat(documents.get(amendment().id()).status()).isEqualTo(DocumentStatus.CANCELLED);
        assertThat(lastDecision()).as("why is told on its page").isEqualTo("CLOSED: Школе это не нужно");
        assertEndedAt(parent(instance), "End_OrderAmended");
        assertThat(outcome(ITEM).number()).contains("11-ОД");
        assertThat(attention()).isEmpty();
        pair(null, false);
        assertThat(attention()).as("but the next change is").hasSize(1);
    }

    @Test
    void anOrderThatTheSchoolHasOnPaperKeepsItsNumberAndDay() {
        order("11-ОД");
        pair(null, false);
        school.as(Role.CURATOR, () -> begin());
        school.runJobs();

        complete(Role.CURATOR, CHECK, Map.of("outcome", "earlier", "number", "12-ОД", "date", "2025-08-29"));

        assertThat(lastDecision()).isEqualTo("CLOSED: Уже действует: № 12-ОД от 29.08.2025");
        assertThat(outcome(ITEM).number()).contains("11-ОД");
    }

    private String lastDecision() {
        return database.queryForObject(
                "select kind || ': ' || reason_text from document_decision where document_id = ?",
                String.class,
                amendment().id());
    }

    /** The order prints the form of mentoring beside the names. */
    @Test
    void whatIsSaidAboutAPairGoesIntoTheDraft() {
        order("11-ОД");
        Mentorship third = pair(null, false);
        school.as(Role.CURATOR, () -> begin());
        school.runJobs();
        assertThat(text(amendment())).doesNotContain("работодатель – ученик");

        school.as(Role.CURATOR, () -> {
            book.change(programmeId(), third.id(), new MentorshipDetails(1, null, MentoringForm.EMPLOYER_PUPIL, null));
            return null;
        });
        school.runJobs();

        assertThat(text(amendment())).contains("работодатель – ученик");
    }

    @Test
    void whereNobodyAnswersForTheOrderTheCuratorDoes() {
        order("11-ОД", Set.of());
        pair(null, false);
        school.as(Role.CURATOR, () -> begin());
        school.runJobs();

        assertThat(groups(task(CHECK))).containsExactly("curator");
        lifecycles.programmeClosed(programmeId());
        school.runJobs();
    }

    @Test
    void theEndOfTheProgrammeClosesTheDraft() {
        order("11-ОД");
        pair(null, false);
        school.as(Role.CURATOR, () -> begin());
        school.runJobs();
        Document draft = amendment();

        lifecycles.programmeClosed(programmeId());
        school.runJobs();

        assertEndedAt(parent(draft.instanceId().orElseThrow()), "End_ClosedWithProgramme");
        assertThat(documents.get(draft.id()).status()).isEqualTo(DocumentStatus.CANCELLED);
    }

    @Test
    void onlyWhoFormsPairsAsksForIt() {
        order("11-ОД");
        pair(null, false);

        assertThatThrownBy(() -> school.as(Role.PSYCHOLOGIST, () -> begin())).isInstanceOf(ForbiddenException.class);
        assertThat(school.as(Role.PSYCHOLOGIST, () -> amendments.of(programmeId())))
                .isEmpty();
        refusesToStartForAnotherSchool("OrderAmendmentAsked");
        school.as(Role.CURATOR, () -> begin());
        school.runJobs();
        lifecycles.programmeClosed(programmeId());
        school.runJobs();
    }

    private String page() throws Exception {
        MockHttpSession session = (MockHttpSession)
                mvc.perform(formLogin().user(school.login(Role.CURATOR)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
        return mvc.perform(get("/programmes/{id}/order-amendment", key).session(session))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private Void begin() {
        amendments.begin(programmeId());
        return null;
    }

    private void refusesToBegin(String code) {
        assertThatThrownBy(() -> school.as(Role.CURATOR, this::begin))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Optional<PairChanges> changes() {
        return school.as(Role.CURATOR, () -> amendments.changes(programmeId()));
    }

    private List<Attention> attention() {
        return school.as(Role.CURATOR, () -> amendments.of(programmeId()));
    }

    /** The order on the pairs of today, approved and with a number. */
    private Document order(String number) {
        return order(number, Set.of(Role.CURATOR, Role.DEPUTY));
    }

    private Document order(String number, Set<Role> responsible) {
        Long id = drafts.generate(new DocumentRequest(
                DocumentType.ORDER_PAIRS, programmeId(), ITEM, null, "order-" + key, null, responsible));
        school.as(Role.DIRECTOR, () -> {
            approvals.decide(id, Decision.APPROVE, null, true);
            return null;
        });
        school.as(Role.SECRETARY, () -> {
            registration.register(id, Optional.of(number), Optional.of(day(TODAY)), true);
            return null;
        });
        moveTo(LocalDateTime.of(2025, 9, 2, 9, 0));
        return documents.get(id);
    }

    private Document amendment() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(programmeId())).stream()
                .filter(document -> document.type() == DocumentType.ORDER_PAIRS_AMENDMENT)
                .reduce((one, other) -> other)
                .orElseThrow();
    }

    private String text(Document document) {
        return school.as(
                Role.CURATOR,
                () -> PoiTlDocumentRendererTest.text(
                        documents.file(document.id()).content()));
    }

    private String parent(String block) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(block)
                .singleResult()
                .getSuperProcessInstanceId();
    }
}
