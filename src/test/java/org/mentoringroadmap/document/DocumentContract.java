package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.journal.Journals;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tables and services of documents promise, on whichever database the subclass brings. */
abstract class DocumentContract {
    private static final OutcomeInput CHECKED = new OutcomeInput(Outcome.DONE, null, null, null, null);

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
    private Registration registration;

    @Autowired
    private PaperSignatures paper;

    @Autowired
    private Journals journals;

    @Autowired
    private Clock clock;

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

    @Test
    void aRepeatedJobMakesNoSecondDocument() {
        DocumentRequest request = new DocumentRequest(
                DocumentType.ORDER_IMPLEMENTATION,
                programmeId,
                "000-1.3.1",
                "Приказ",
                "instance-of-" + school.id(),
                null);

        Long first = drafts.generate(request);

        assertThat(drafts.generate(request)).isEqualTo(first);
        assertThat(ofProgramme()).hasSize(1);
        assertThat(versions(first)).hasSize(1);
    }

    @Test
    void numbersAreSuggestedWithinSchoolJournalAndYear() {
        register(approved(DocumentType.ORDER_CURATOR), "42-ОД", today);

        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear())).isEqualTo("43-ОД");
        assertThat(suggested(DocumentType.REGULATION, today.getYear())).isEqualTo("1");
        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear() - 1)).isEqualTo("1-ОД");
        assertThat(journals.suggest(schools.empty().id(), Journal.ORDERS.name(), today.getYear()))
                .isEqualTo("1-ОД");
    }

    @Test
    void theSchoolsHabitIsKept() {
        school.as(Role.SECRETARY, () -> {
            journals.changeFormat(school.id(), Journal.ORDERS.name(), "{n}/1");
            return null;
        });
        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear())).isEqualTo("1/1");

        register(approved(DocumentType.ORDER_CURATOR), "21/1", today);

        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear())).isEqualTo("22/1");
    }

    @Test
    void aTakenNumberIsRefusedWithAFreeOne() {
        register(approved(DocumentType.ORDER_CURATOR), "42-ОД", today);
        Long second = approved(DocumentType.ORDER_IMPLEMENTATION);

        assertThatThrownBy(() -> register(second, " 42-од", today))
                .isInstanceOfSatisfying(ConflictException.class, taken -> {
                    assertThat(taken.code()).isEqualTo("document.number-taken");
                    assertThat(taken.arguments()).contains("43-ОД");
                });
        assertThat(documents.get(second).number()).isNull();

        register(second, "42-ОД", today.minusYears(1).withDayOfMonth(1));
        assertThat(documents.get(second).number()).isEqualTo("42-ОД");
    }

    @Test
    void oneOfManyRegistrationsOfTheSameMomentGetsTheNumber() throws Exception {
        List<Callable<Boolean>> registering = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Long id = approved(DocumentType.ORDER_CURATOR);
            registering.add(() -> {
                try {
                    register(id, "7-ОД", today);
                    return true;
                } catch (ConflictException e) {
                    assertThat(e.arguments()).contains("8-ОД");
                    return false;
                }
            });
        }
        assertThat(atTheSameMoment(registering))
                .filteredOn(registered -> registered)
                .hasSize(1);
        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear())).isEqualTo("8-ОД");
    }

    @Test
    void documentsThatWaitAreOfferedDifferentNumbers() {
        Long first = approved(DocumentType.ORDER_CURATOR);
        Long second = approved(DocumentType.ORDER_IMPLEMENTATION);
        Long regulation = approved(DocumentType.REGULATION);

        assertThat(registration.suggest(first)).isEqualTo("1-ОД");
        assertThat(registration.suggest(second)).isEqualTo("2-ОД");
        assertThat(registration.suggest(regulation)).isEqualTo("1");
        assertThat(registration.suggest(first)).isEqualTo("1-ОД");
        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear())).isEqualTo("3-ОД");
        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear() - 1)).isEqualTo("1-ОД");
        assertThat(journals.suggest(schools.empty().id(), Journal.ORDERS.name(), today.getYear()))
                .isEqualTo("1-ОД");

        register(second, "2-ОД", today);
        register(first, "1-ОД", today);
        assertThat(suggested(DocumentType.ORDER_CURATOR, today.getYear())).isEqualTo("3-ОД");
    }

    @Test
    void documentsThatAskAtTheSameMomentAreOfferedDifferentNumbers() throws Exception {
        List<Callable<String>> asking = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Long id = approved(DocumentType.REGULATION);
            asking.add(() -> registration.suggest(id));
        }
        assertThat(atTheSameMoment(asking)).containsExactlyInAnyOrder("1", "2", "3", "4");
    }

    @Test
    void theNumberOfACancelledDocumentIsOfferedToTheNext() {
        Long first = approved(DocumentType.REGULATION);
        Long second = approved(DocumentType.REGULATION);
        Long third = approved(DocumentType.REGULATION);
        Long fourth = approved(DocumentType.REGULATION);
        registration.suggest(first);
        register(second, registration.suggest(second), today);

        approvals.cancel(first);

        assertThat(suggested(DocumentType.REGULATION, today.getYear())).isEqualTo("1");
        assertThat(registration.suggest(third)).isEqualTo("1");
        assertThat(registration.suggest(fourth)).isEqualTo("3");
        register(fourth, "3", today);
        register(third, "1", today);
        assertThat(suggested(DocumentType.REGULATION, today.getYear())).isEqualTo("4");
    }

    @Test
    void aLeapInAJournalTellsThatItIsKeptElsewhereToo() {
        Long first = approved(DocumentType.ORDER_CURATOR);
        Long second = approved(DocumentType.ORDER_CURATOR);
        Long third = approved(DocumentType.ORDER_CURATOR);
        registration.suggest(first);
        registration.suggest(second);
        approvals.cancel(first);

        register(second, "42-ОД", today);

        assertThat(registration.suggest(third)).isEqualTo("43-ОД");
    }

    @Test
    void anOfferedNumberThatWasTakenMeanwhileIsRefusedWithAFreeOne() {
        Long first = approved(DocumentType.ORDER_CURATOR);
        Long second = approved(DocumentType.ORDER_CURATOR);
        Long third = approved(DocumentType.ORDER_CURATOR);
        registration.suggest(first);
        registration.suggest(second);
        register(third, "1-ОД", today);

        assertThatThrownBy(() -> register(first, "1-ОД", today))
                .isInstanceOfSatisfying(
                        ConflictException.class,
                        taken -> assertThat(taken.arguments()).contains("3-ОД"));
        assertThat(registration.suggest(first)).isEqualTo("3-ОД");
        register(first, "3-ОД", today);
        register(second, "2-ОД", today);
    }

    @Test
    void onPaperEachIsOfferedItsOwnNumberToo() {
        Long first = approved(DocumentType.ORDER_CURATOR);
        Long second = approved(DocumentType.ORDER_IMPLEMENTATION);
        Long third = approved(DocumentType.ORDER_CURATOR);
        registration.suggest(third);

        assertThat(school.as(Role.SECRETARY, () -> paper.waiting()).entrySet())
                .extracting(line -> line.getKey().id(), Map.Entry::getValue)
                .containsExactlyInAnyOrder(tuple(first, "2-ОД"), tuple(second, "3-ОД"), tuple(third, "1-ОД"));
    }

    @Test
    void nothingChangesAfterTheRegistration() {
        Long id = approved(DocumentType.ORDER_CURATOR);
        register(id, "5-ОД", today);

        register(id, "5-ОД", today);
        assertThat(versions(id)).hasSize(2);
        assertThatThrownBy(() -> register(id, "6-ОД", today)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> approvals.cancel(id)).isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> approvals.submit(id, CHECKED, true)).isInstanceOf(ConflictException.class);
        assertThat(documents.get(id).registration().orElseThrow().sha256())
                .isEqualTo(school.as(Role.SECRETARY, () -> documents.file(id)).sha256());
    }

    @Test
    void whatARegistrationLacksIsTold() {
        Long id = approved(DocumentType.ORDER_CURATOR);

        refused("document.number", () -> registration.register(id, Optional.of(" "), Optional.of(today), true));
        refused("document.number", () -> registration.register(id, Optional.empty(), Optional.of(today), true));
        refused("document.number", () -> registration.register(id, Optional.of("№"), Optional.of(today), true));
        refused("document.number-long", () -> register(id, "1".repeat(51), today));
        refused("document.date-missing", () -> registration.register(id, Optional.of("1"), Optional.empty(), true));
        refused("document.date-future", () -> register(id, "1", today.plusDays(1)));
        refused("document.date-old", () -> register(id, "1", LocalDate.of(26, 1, 1)));
        refused("document.not-approved", () -> register(draft(DocumentType.REGULATION), "1", today));
    }

    @Test
    void documentsAreFoundByTitleNumberTypeAndState() {
        Long order = approved(DocumentType.ORDER_CURATOR);
        register(order, "100%_!-ОД", today);
        Long regulation = draft(DocumentType.REGULATION);

        assertThat(found("КУРАТОР", null, null)).containsExactly(order);
        assertThat(found("100%_!", null, null)).containsExactly(order);
        assertThat(found("1_0", null, null)).isEmpty();
        assertThat(found("", DocumentType.REGULATION, null)).containsExactly(regulation);
        assertThat(found(null, null, DocumentStatus.DRAFT)).containsExactly(regulation);
        assertThat(found("", null, null)).containsExactly(regulation, order);
        TestSchool other = schools.create();
        assertThat(other.as(Role.DIRECTOR, () -> documents.search("", null, null, 0))
                        .getTotalElements())
                .isZero();
    }

    private static <T> List<T> atTheSameMoment(List<Callable<T>> work) throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(work.size());
        try {
            List<T> answers = new ArrayList<>();
            for (Future<T> answer : people.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } finally {
            people.shutdownNow();
        }
    }

    private List<Long> found(String text, DocumentType type, DocumentStatus status) {
        return school.as(
                        Role.CURATOR,
                        () -> documents
                                .search(text, type == null ? null : type.id(), status, 0)
                                .map(Document::id))
                .getContent();
    }

    private List<Document> ofProgramme() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(programmeId));
    }

    private List<DocumentVersion> versions(Long id) {
        return school.as(Role.CURATOR, () -> documents.versions(id));
    }

    private Long draft(DocumentType type) {
        return drafts.generate(
                new DocumentRequest(type, programmeId, null, "Документ", school.id() + "/" + ++made, null));
    }

    private Long approved(DocumentType type) {
        Long id = draft(type);
        school.as(Role.DIRECTOR, () -> approvals.submit(id, CHECKED, true));
        return id;
    }

    private void register(Long id, String number, LocalDate date) {
        registration.register(id, Optional.of(number), Optional.of(date), true);
    }

    private String suggested(DocumentType type, int year) {
        return journals.suggest(school.id(), type.kind().register(), year);
    }

    private static void refused(String code, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> assertThat(refused.code()).isEqualTo(code));
    }
}
