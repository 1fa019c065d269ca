package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.approval.Decision;
import org.mentoringroadmap.document.approval.TakenBackApprovals;
import org.mentoringroadmap.document.content.ConsentContent;
import org.mentoringroadmap.document.content.RecognitionContent;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Paper;
import org.mentoringroadmap.school.ReadingRule;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.Page;

/**
 * Every role, a document of each class in each state: the lists, their numbers and the files are those of the {@link
 * ReadingRule}, on whichever database the subclass brings.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class DocumentReadingContract {
    private static final OutcomeInput CHECKED = new OutcomeInput(Outcome.DONE, null, null, null, null);

    /** One that is approved for each class, and a form of each. */
    private static final List<DocumentType> TYPES = List.of(
            DocumentType.REGULATION,
            DocumentType.ORDER_CURATOR,
            DocumentType.ORDER_REWARD,
            DocumentType.CONSENT_ADULT,
            DocumentType.LETTER_GRATITUDE,
            DocumentType.CERTIFICATE);

    /** What narrows a form. */
    private static final Map<DocumentType, String> DETAILS = Map.of(
            DocumentType.CONSENT_ADULT, ConsentContent.MENTEE, DocumentType.CERTIFICATE, RecognitionContent.TRAINING);

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Drafts drafts;

    @Autowired
    private Documents documents;

    @Autowired
    private Approvals approvals;

    @Autowired
    private TakenBackApprovals decisions;

    @Autowired
    private Registration registration;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private final Map<Long, Paper> papers = new HashMap<>();
    private int made;

    @BeforeAll
    void documentsOfEachClassInEachState() {
        school = schools.create(Role.DIRECTOR, Role.CURATOR);
        programmeId = programmes
                .open(school.id(), SchoolYear.parse("2025-2026"), "target-model")
                .id();
        for (DocumentType type : TYPES) {
            for (Set<Role> responsible :
                    List.of(Set.<Role>of(), Set.of(Role.PSYCHOLOGIST, Role.CLASS_TEACHER), Set.of(Role.SITE_EDITOR))) {
                if (type.kind().isPrintable()) {
                    draft(type, responsible, true);
                    continue;
                }
                draft(type, responsible, false);
                checked(type, responsible);
                decide(checked(type, responsible), Decision.RETURN);
                decide(checked(type, responsible), Decision.APPROVE);
                approvals.cancel(draft(type, responsible, false));
                registered(type, responsible);
            }
        }
    }

    @Test
    void everyRoleReadsWhatTheRuleSaysAndNothingElseIsCounted() {
        for (Role role : Role.values()) {
            List<Long> may = papers.entrySet().stream()
                    .filter(paper -> ReadingRule.allows(role, paper.getValue()))
                    .map(Map.Entry::getKey)
                    .toList();

            assertThat(listed(role)).as("list of %s", role).containsExactlyInAnyOrderElementsOf(may);
            assertThat(as(role, () -> documents.ofProgramme(programmeId)))
                    .as("programme by %s", role)
                    .extracting(Document::id)
                    .containsExactlyInAnyOrderElementsOf(may);
            for (Long id : papers.keySet()) {
                if (may.contains(id)) {
                    assertThat(as(role, () -> documents.file(id)).content()).isNotEmpty();
                } else {
                    assertThatThrownBy(() -> as(role, () -> documents.file(id)))
                            .as("file of %s by %s", id, role)
                            .isInstanceOf(NotFoundException.class);
                    assertThatThrownBy(() -> as(role, () -> documents.versions(id)))
                            .isInstanceOf(NotFoundException.class);
                    assertThatThrownBy(() -> as(role, () -> documents.file(id, 1)))
                            .isInstanceOf(NotFoundException.class);
                }
            }
        }
    }

    @Test
    void whoHoldsTwoRolesReadsWhatEitherMay() {
        String login = school.login(Role.CURATOR);
        List<String> roles = List.of(Role.MENTOR.id(), Role.SITE_EDITOR.id());

        List<Long> read = school.as(login, roles, () -> documents.ofProgramme(programmeId)).stream()
                .map(Document::id)
                .toList();

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(papers.entrySet().stream()
                        .filter(paper -> ReadingRule.allows(Role.MENTOR, paper.getValue())
                                || ReadingRule.allows(Role.SITE_EDITOR, paper.getValue()))
                        .map(Map.Entry::getKey)
                        .toList());
    }

    @Test
    void draftsOfADocumentInForceStayWithThoseWhoWorkOnIt() {
        Long id = registered(DocumentType.ORDER_CURATOR, Set.of(Role.PSYCHOLOGIST));

        assertThat(as(Role.TEACHER, () -> documents.versions(id)))
                .extracting(DocumentVersion::kind)
                .containsExactly(DocumentVersion.Kind.FINAL);
        assertThat(as(Role.TEACHER, () -> documents.file(id)).sha256())
                .isEqualTo(documents.get(id).registration().orElseThrow().sha256());
        assertThat(as(Role.TEACHER, () -> documents.file(id, 2)).content()).isNotEmpty();
        assertThatThrownBy(() -> as(Role.TEACHER, () -> documents.file(id, 1))).isInstanceOf(NotFoundException.class);
        assertThat(as(Role.TEACHER, () -> decisions.history(id))).isEmpty();
        for (Role works : List.of(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.SECRETARY, Role.PSYCHOLOGIST)) {
            assertThat(as(works, () -> documents.versions(id))).as("%s", works).hasSize(2);
            assertThat(as(works, () -> documents.file(id, 1)).content()).isNotEmpty();
            assertThat(as(works, () -> decisions.history(id))).isNotEmpty();
        }
    }

    @Test
    void anotherSchoolReadsNothing() {
        TestSchool other = schools.create(Role.DIRECTOR);

        assertThat(other.as(Role.DIRECTOR, () -> documents.search("", null, null, 0))
                        .getTotalElements())
                .isZero();
        for (Long id : papers.keySet()) {
            assertThatThrownBy(() -> other.as(Role.DIRECTOR, () -> documents.visible(id)))
                    .isInstanceOf(NotFoundException.class);
        }
    }

    /** All pages of the list, whose number says how many there are. */
    private List<Long> listed(Role role) {
        List<Long> ids = new ArrayList<>();
        for (int page = 0; ; page++) {
            int number = page;
            Page<Document> found = as(role, () -> documents.search("", null, null, number));
            found.forEach(document -> ids.add(document.id()));
            if (!found.hasNext()) {
                assertThat(found.getTotalElements()).as("number for %s", role).isEqualTo(ids.size());
                ids.retainAll(papers.keySet()); // an administrator's list has the other schools too
                return ids;
            }
        }
    }

    private <T> T as(Role role, Supplier<T> work) {
        return school.as(school.login(role), List.of(role.id()), work);
    }

    private Long draft(DocumentType type, Set<Role> responsible, boolean inForce) {
        Long id = drafts.generate(new DocumentRequest(
                type, programmeId, null, "Документ", school.id() + "/" + ++made, DETAILS.get(type), responsible));
        papers.put(id, new Paper(type.kind().data(), inForce, responsible, false));
        return id;
    }

    private Long checked(DocumentType type, Set<Role> responsible) {
        Long id = draft(type, responsible, false);
        school.as(Role.CURATOR, () -> approvals.submit(id, CHECKED, true));
        return id;
    }

    private void decide(Long id, Decision decision) {
        school.as(Role.DIRECTOR, () -> {
            approvals.decide(id, decision, "Поправьте", true);
            return null;
        });
    }

    private Long registered(DocumentType type, Set<Role> responsible) {
        Long id = checked(type, responsible);
        decide(id, Decision.APPROVE);
        registration.register(id, Optional.of(String.valueOf(100 + made)), Optional.of(LocalDate.now(clock)), true);
        papers.put(id, new Paper(type.kind().data(), true, responsible, false));
        return id;
    }
}
