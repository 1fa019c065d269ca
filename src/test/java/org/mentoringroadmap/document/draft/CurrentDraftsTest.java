package org.mentoringroadmap.document.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.substitution.Substitutions;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nobody has approved yet names who signs now and says the terms of now. */
@ApplicationTest
class CurrentDraftsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final String STAND_IN = "В. П. Временная";
    private static final OutcomeInput CHECKED = new OutcomeInput(Outcome.DONE, null, null, null, null);

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Drafts drafts;

    @Autowired
    private DraftUploads uploads;

    @Autowired
    private CurrentDrafts current;

    @Autowired
    private Documents documents;

    @Autowired
    private DocumentRepository repository;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Substitutions substitutions;

    @Autowired
    private Staff staff;

    @Autowired
    private Terms terms;

    @Autowired
    private JdbcClient jdbc;

    private TestSchool school;
    private Long programmeId;
    private int made;

    @BeforeEach
    void school() {
        TestClock.moveTo(TODAY.atTime(10, 0));
        school = schools.create();
        programmeId = programmes
                .open(school.id(), SchoolYear.parse("2026-2027"), "target-model")
                .id();
    }

    @Test
    void whoeverActsForTheHeadStandsUnderWhatIsNotApproved() {
        Long draft = draft(DocumentType.ORDER_CURATOR, null);
        Long underReview = draft(DocumentType.ORDER_IMPLEMENTATION, null);
        school.as(Role.DEPUTY, () -> approvals.submit(underReview, CHECKED, true));
        Long approved = draft(DocumentType.ORDER_FINAL_EVENT, null);
        school.as(Role.DIRECTOR, () -> approvals.submit(approved, CHECKED, true));
        Long edited = draft(DocumentType.REGULATION, null);
        byte[] own = content(newest(edited));
        school.as(Role.DEPUTY, () -> {
            uploads.upload(edited, "Положение.docx", own);
            return null;
        });
        List<DocumentVersion> before = List.of(newest(approved), newest(edited));

        Long substitution = standIn();
        follow();

        assertThat(text(draft)).contains(STAND_IN);
        assertThat(text(underReview)).contains(STAND_IN);
        assertThat(status(underReview)).isEqualTo(DocumentStatus.REVIEW);
        assertThat(List.of(newest(approved).no(), newest(edited).no()))
                .containsExactly(before.get(0).no(), before.get(1).no());

        school.as(Role.DIRECTOR, () -> {
            substitutions.end(school.id(), substitution);
            return null;
        });
        follow();
        assertThat(text(draft)).doesNotContain(STAND_IN);
    }

    @Test
    void aHeadOfAnotherNameStandsUnderADraftOfAGeneralKindWithWhatItsAuthorWrote() {
        Long order = drafts.generate(new DocumentRequest(
                GeneralKind.ORDER.kind(),
                programmeId,
                null,
                "О рабочей группе",
                school.id() + "/general",
                null,
                Set.of(Role.DEPUTY),
                new DocumentText("О создании рабочей группы", "Создать рабочую группу.", null)));

        staff.change(
                school.id(),
                school.staffId(Role.DIRECTOR),
                "Новоназванная Проба Примеровна",
                "Директор",
                Set.of(Role.DIRECTOR));
        follow();

        assertThat(text(order)).contains("П. П. Новоназванная", "Создать рабочую группу");
    }

    @Test
    void aMovedTermStandsInTheRoadmapThatIsNotApproved() {
        Long roadmap = draft(DocumentType.ROADMAP, null);
        Long card = draft(DocumentType.ORDER_CURATOR, null);
        int versions = newest(card).no();

        school.as(Role.CURATOR, () -> terms.move(programmeId, "000-7.2.5", LocalDate.of(2027, 5, 28), "Праздник"));
        follow();

        assertThat(text(roadmap)).contains("28.05.2027");
        assertThat(newest(card).no()).as("what says the same is not made anew").isEqualTo(versions);
    }

    private Long standIn() {
        Long member = school.employWithoutAccount("Временная Проба Примеровна");
        staff.change(school.id(), member, "Временная Вера Примеровна", "Учитель", Set.of());
        staff.openForDemo(school.id(), member, "stand-in-of-" + school.id(), TestSchool.PASSWORD);
        return substitutions
                .enter(school.id(), member, Role.DIRECTOR, TODAY, TODAY.plusDays(14), null)
                .id();
    }

    /** Does what was asked for, and nothing where nobody has asked. */
    private void follow() {
        int asked = jdbc.sql("delete from follow_up where programme_id = ? and kind = ?")
                .params(programmeId, current.kind())
                .update();
        if (asked > 0) {
            current.run(programmeId);
        }
    }

    private Long draft(DocumentType type, String detail) {
        return drafts.generate(
                new DocumentRequest(type, programmeId, null, "Документ", school.id() + "/" + ++made, detail));
    }

    private DocumentStatus status(Long id) {
        return repository.findById(id).orElseThrow().status();
    }

    private DocumentVersion newest(Long id) {
        return school.as(Role.DIRECTOR, () -> documents.versions(id)).get(0);
    }

    private byte[] content(DocumentVersion version) {
        return jdbc.sql("select content from stored_file where id = ?")
                .param(version.fileId())
                .query(byte[].class)
                .single();
    }

    private String text(Long id) {
        try (XWPFDocument file = new XWPFDocument(new ByteArrayInputStream(content(newest(id))));
                XWPFWordExtractor words = new XWPFWordExtractor(file)) {
            return words.getText().replace('\u00a0', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
