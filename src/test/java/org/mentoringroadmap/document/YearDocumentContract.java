package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.draft.DraftUploads;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.document.journal.Journals;
import org.mentoringroadmap.document.journal.PaperSignature;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.document.journal.PaperSignaturesRejected;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.document.word.PoiTlDocumentRendererTest;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.CardDetails;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the documents of the running year promise, on whichever database the subclass brings. */
abstract class YearDocumentContract {
    static final String ITEM = "000-6.2.1";

    @Autowired
    TestSchools schools;

    @Autowired
    Programmes programmes;

    @Autowired
    Drafts drafts;

    @Autowired
    PrintableForms forms;

    @Autowired
    ProgrammeBank bank;

    @Autowired
    FormsChoice choice;

    @Autowired
    Partners partners;

    @Autowired
    Documents documents;

    @Autowired
    Approvals approvals;

    @Autowired
    Registration registrations;

    @Autowired
    PaperSignatures paper;

    @Autowired
    DraftUploads uploads;

    @Autowired
    Journals journals;

    @Autowired
    Steps steps;

    @Autowired
    DocumentTexts texts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Registers registers;

    @Autowired
    Consents consents;

    @Autowired
    MentorshipManagement book;

    @Autowired
    Mentorships mentorships;

    @Autowired
    Staff staff;

    @Autowired
    SchoolClasses classes;

    @Autowired
    Clock clock;

    TestSchool school;
    Long programmeId;
    LocalDate today;
    int made;

    @BeforeEach
    void school() {
        school = schools.create();
        programmeId = programmes
                .open(school.id(), SchoolYear.parse("2025-2026"), "target-model")
                .id();
        today = LocalDate.now(clock);
    }

    // ---- forms

    @Test
    void formsAreReadyAtOnceAndWaitForNobody() {
        for (int i = 0; i < 2; i++) {
            forms.prepareConsents(programmeId, "000-2.1.2a", "adult");
            forms.prepareConsents(programmeId, "000-2.1.2b", "representative");
            forms.prepareConsents(programmeId, "000-3.1.2", "mentor");
            forms.prepareCertificates(programmeId, "000-4.2.4");
            forms.preparePlans(programmeId, "000-5.2.2", "plans");
            forms.prepareAwards(programmeId, "000-7.2.2", PrintableForms.LETTERS_AND_CERTIFICATES, null, List.of());
        }

        assertThat(ofProgramme())
                .extracting(Document::title)
                .containsExactlyInAnyOrder(
                        "Согласие на обработку персональных данных (совершеннолетний наставляемый)",
                        "Согласие законного представителя на обработку персональных данных наставляемого",
                        "Согласие на обработку персональных данных (совершеннолетний наставник)",
                        "Согласие законного представителя на обработку персональных данных наставника",
                        "Согласие на обработку персональных данных (наставляемый — обучающийся, достигший 18 лет)",
                        "Согласие на обработку персональных данных (наставник — обучающийся, достигший 18 лет)",
                        "Согласие на публикацию (совершеннолетний участник)",
                        "Согласие законного представителя на публикацию",
                        "Согласие законного представителя на психолого-педагогическую помощь",
                        "Сертификат об обучении наставника",
                        "План индивидуального развития наставляемого",
                        "Индивидуальная траектория обучения",
                        "Благодарственное письмо",
                        "Сертификат участника программы наставничества");
        assertThat(ofProgramme()).allSatisfy(form -> {
            assertThat(form.status()).isEqualTo(DocumentStatus.READY);
            assertThat(form.isWaiting()).isFalse();
            assertThat(form.number()).isNull();
            assertThat(form.activityKey()).isPresent();
            assertThat(text(form))
                    .contains("2025–2026", "МБОУ «Школа примеров»")
                    .doesNotContain("null", "{{", "..");
        });
        assertThat(school.as(Role.SECRETARY, documents::waiting)).isEmpty();
        assertThat(school.as(Role.SECRETARY, paper::waiting)).isEmpty();
        assertThat(school.as(
                        Role.CURATOR,
                        () -> documents
                                .search("", null, DocumentStatus.READY, 0)
                                .getTotalElements()))
                .isEqualTo(14);
    }

    @Test
    void aFormCannotBeApprovedOrRegistered() {
        forms.prepareCertificates(programmeId, "000-4.2.4");
        Long id = only(DocumentType.CERTIFICATE).id();

        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> approvals.submit(id, done(null), true)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> registrations.register(id, Optional.of("1"), Optional.of(today), true))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.as(Role.SECRETARY, () -> {
                    paper.sign(List.of(new PaperSignature(id, "1", today.toString(), null)));
                    return null;
                }))
                .isInstanceOf(PaperSignaturesRejected.class);
        assertThat(only(DocumentType.CERTIFICATE).status()).isEqualTo(DocumentStatus.READY);
    }

    @Test
    void aSchoolMayUseItsOwnForm() {
        forms.prepareConsents(programmeId, "000-2.1.2a", "adult");
        Document form = only(DocumentType.CONSENT_ADULT);
        byte[] own = school.as(Role.CURATOR, () -> documents.file(form.id())).content();

        school.as(Role.CURATOR, () -> {
            uploads.upload(form.id(), "наш бланк.docx", own);
            return null;
        });

        assertThat(documents.get(form.id()).status()).isEqualTo(DocumentStatus.READY);
        assertThat(school.as(Role.CURATOR, () -> documents.versions(form.id()))).hasSize(2);
        assertThat(school.as(Role.CURATOR, () -> documents.file(form.id())).name())
                .isEqualTo("Согласие на обработку персональных данных (совершеннолетний наставляемый) 2025-2026.docx");
        assertThatThrownBy(() -> school.as(Role.TEACHER, () -> {
                    uploads.upload(form.id(), "бланк.docx", own);
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void aProgrammeCardIsAForm() {
        DocumentRequest request =
                new DocumentRequest(DocumentType.PROGRAMME_CARD, programmeId, null, null, null, "pupil-pupil");

        assertThat(documents.get(drafts.generate(request)).status()).isEqualTo(DocumentStatus.READY);
    }

    @Test
    void theCardsOfTheBankArePrinted() {
        CardDetails details = new CardDetails(
                "Решаем вместе",
                MentoringForm.PUPIL_PUPIL,
                RoleModel.LEADER_PASSIVE,
                "Догнать программу",
                null,
                null,
                "Пятиклассники",
                null,
                null,
                null,
                "1) Знакомство | октябрь | наставник\nИтог");
        school.as(Role.CURATOR, () -> bank.add(null, details));
        school.as(Role.CURATOR, () -> {
            choice.choose(
                    programmeId,
                    "000-1.4.2b",
                    new OutcomeInput(Outcome.DONE, today, null, null, null),
                    Set.of(MentoringForm.PUPIL_PUPIL, MentoringForm.TEACHER_PUPIL));
            return null;
        });

        assertThat(drafts.prepareCards(programmeId)).hasSize(2).isEqualTo(drafts.prepareCards(programmeId));
        List<String> texts =
                ofType(DocumentType.PROGRAMME_CARD).stream().map(this::text).toList();
        assertThat(texts.get(0))
                .contains(
                        "Решаем вместе",
                        "Лидер — пассивный",
                        "Догнать программу",
                        "Пятиклассники",
                        "сентябрь 2025",
                        "Знакомство\tоктябрь\tнаставник");
        assertThat(texts.get(1)).contains("учитель – ученик").doesNotContain("Решаем вместе");
    }

    // ---- orders

    @Test
    void theOrderNamesMembersWithTheirClassesAndNothingElse() {
        members("2014-03-02", Signer.REPRESENTATIVE);

        Long teacher = staff.add(school.id(), "Классова Кира Примеровна", "учитель музыки", Set.of(Role.CLASS_TEACHER))
                .id();
        SchoolClass fifth = classes.of(school.id()).get(0);
        classes.change(school.id(), fifth.id(), fifth.name(), teacher);
        staff.add(school.id(), "Чужакова Чулпан Примеровна", "учитель чужого класса", Set.of(Role.CLASS_TEACHER));
        staff.add(school.id(), "Сайтова Сима Примеровна", "инженер", Set.of(Role.SITE_EDITOR));

        assertThat(text(documents.get(draft(DocumentType.ORDER_PAIRS, null))))
                .as("nobody reads it whom it does not concern")
                .doesNotContain("Чужакова", "Сайтова")
                .contains("Классова К. П.\tучитель музыки")
                .contains("П-001\tНаставников Н.\t1\tНаставляемов Пример, 5А")
                .doesNotContain("Дроби", "Математика", "Неудовлетворительные результаты", "LOW_RESULTS", "Обучающийся");
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"ORDER_PAIRS", "ORDER_MENTORS"})
    void anOrderThatNamesSomebodyWithoutConsentIsNotApproved(DocumentType type) {
        Consent consent = members("2014-03-02", Signer.REPRESENTATIVE);
        Long id = draft(type, null);
        school.as(Role.CURATOR, () -> consents.withdraw(consent.id(), null));

        assertThatThrownBy(() -> approve(id)).isInstanceOfSatisfying(ConflictException.class, refused -> {
            assertThat(refused.code()).isEqualTo("document.consent-missing");
            assertThat(refused.arguments()).containsExactly("П-001");
        });
        assertThat(documents.get(id).status()).isEqualTo(DocumentStatus.DRAFT);

        Long pair = mentorships.of(programmeId).get(0).id();
        school.as(Role.CURATOR, () -> {
            book.end(programmeId, pair, "Семья переехала", null, false);
            return null;
        });
        school.runJobs();
        assertThat(text(documents.get(id))).as("made anew without them").doesNotContain("Наставляемов", "П-001");
        approve(id);
        assertThat(documents.get(id).status()).isEqualTo(DocumentStatus.APPROVED);
    }

    /** A pair of two from the registers; answers the mentee's consent. */
    Consent members(String born, Signer... signers) {
        Long classId = school.addClass("5А");
        ParticipantDetails mentee = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId)
                .copy()
                .difficulties("Дроби")
                .topics(List.of(Topic.of(TopicKind.REQUEST, "Математика")))
                .needs(Set.of(Need.LOW_RESULTS))
                .done();
        return school.as(Role.CURATOR, () -> {
            Participant first = registers.enter(
                    programmeId,
                    ParticipantRole.MENTEE,
                    PersonDetails.named("Наставляемов", "Пример", null, LocalDate.parse(born)),
                    mentee.asAConsentNeeds(ParticipantRole.MENTEE));
            Participant second = registers.enter(
                    programmeId,
                    ParticipantRole.MENTOR,
                    PersonDetails.named("Наставников", "Наставник", null, LocalDate.of(1980, 1, 2)),
                    ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.GRADUATE, null));
            Consent consent = consents.register(first.id(), ConsentKind.PROCESSING, today, List.of(signers));
            Cards.fill(registers, first.id(), mentee);
            consents.register(second.id(), ConsentKind.PROCESSING, today, List.of(Signer.SELF));
            book.add(
                    programmeId,
                    new MentorshipManagement.NewMentorship(
                            Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                    new MemberChoice(second.id(), List.of(first.id())));
            return consent;
        });
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"ORDER_PAIRS", "ORDER_MENTORS", "ORDER_REWARD", "ORDER_FINAL_EVENT", "TRAINING_PROGRAMME"})
    void whatTheHeadApprovesGoesItsWay(DocumentType type) {
        Long id = draft(type, null);
        assertThat(documents.get(id).status()).isEqualTo(DocumentStatus.DRAFT);
        assertThat(school.as(Role.SECRETARY, documents::waiting))
                .extracting(Document::id)
                .containsExactly(id);

        approve(id);
        registrations.register(id, Optional.of("15"), Optional.of(today), true);

        assertThat(text(documents.get(id))).contains("№ 15", texts.date(today));
        assertThat(journals.suggest(school.id(), type.kind().register(), today.getYear()))
                .isEqualTo("16");
    }

    @ParameterizedTest
    @CsvSource({"ORDER_PAIRS_AMENDMENT, класс", "ORDER_MENTORS_AMENDMENT, отчество"})
    void anAmendingOrderSpeaksOfWhomItsOrderNames(DocumentType type, String last) {
        assertThat(text(documents.get(draft(type, null)))).contains("Наставляемые (фамилия, имя, " + last + ")");
    }

    // ---- reports and protocols

    @Test
    void aPointOfMayCountsTheCampaignOfMay() {
        campaign("december", 40, 31);
        campaign("may", 38, 20);

        assertThat(reportOf(DocumentType.REPORT_INTERIM, "may", Map.of("respondents", 60, "positive", 30), Map.of()))
                .contains("май 2026 г.", "Приглашено к анкетированию\t38", "Ответили\t20", "50 %")
                .doesNotContain("один ответ меняет");
    }

    @Test
    void reportsAreSignedByTheirAuthorsAndHaveTheirOwnJournal() {
        Long protocol = draft(DocumentType.JURY_PROTOCOL, null);
        Long report = draft(DocumentType.REPORT_QUALITY, null);

        registrations.register(protocol, Optional.of("1"), Optional.of(today), true);
        registrations.register(report, Optional.of("1"), Optional.of(today), true);

        assertThat(documents.get(report).status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(journals.suggest(school.id(), Journal.REPORTS.name(), today.getYear()))
                .isEqualTo("2");
        assertThat(journals.suggest(school.id(), Journal.PROTOCOLS.name(), today.getYear()))
                .isEqualTo("2");
        assertThat(school.as(Role.SECRETARY, () -> documents.file(report)).name())
                .startsWith("Отчёт о качестве реализации программы наставничества № 1 от ");
    }

    // ---- means

    String reportOf(DocumentType type, String point, Map<String, Integer> figures, Map<String, String> texts) {
        String instance = instance();
        step(ITEM, instance, "Task_Analyse", figures, texts);
        return text(documents.get(draft(type, ITEM, instance, point)));
    }

    void campaign(String point, int invited, int answered) {
        String instance = point + "-of-" + instance();
        step(ITEM, instance, "Task_OpenCampaign", Map.of("invited", invited), Map.of());
        step(ITEM, instance, "Task_CloseCampaign", Map.of("answered", answered), Map.of());
    }

    void step(String item, String instance, String step, Map<String, Integer> figures, Map<String, String> texts) {
        steps.step(programmeId, item, instance, step, new StepInput(done(today), figures, texts));
    }

    static OutcomeInput done(LocalDate day) {
        return new OutcomeInput(Outcome.DONE, day, null, null, null);
    }

    Long mentor() {
        return school.employWithoutAccount("Образцов Образец Образцович");
    }

    void pair(String code, String kind, int mentees, Long mentor, String form, String state) {
        jdbc.sql(
                        "insert into mentorship (version, programme_id, kind, number, code, mentees, mentor_id, form, state,"
                                + " formed_on, started_on, changed_by, changed_at) values (0, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(java.util.Arrays.asList(
                        programmeId,
                        kind,
                        Integer.valueOf(code.substring(2)),
                        code,
                        mentees,
                        mentor,
                        form,
                        state,
                        today,
                        state.equals("FORMED") ? null : today,
                        "test",
                        LocalDateTime.now(clock)))
                .update();
    }

    String instance() {
        return school.id() + "/" + ++made;
    }

    Long draft(DocumentType type, String detail) {
        return draft(type, null, instance(), detail);
    }

    Long draft(DocumentType type, String item, String instance, String detail) {
        return drafts.generate(new DocumentRequest(type, programmeId, item, "Мероприятие", instance, detail));
    }

    void approve(Long id) {
        school.as(Role.DIRECTOR, () -> approvals.submit(id, done(null), true));
    }

    List<Document> ofProgramme() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(programmeId));
    }

    List<Document> ofType(DocumentType type) {
        return ofProgramme().stream()
                .filter(document -> document.type() == type)
                .toList();
    }

    Document only(DocumentType type) {
        assertThat(ofType(type)).hasSize(1);
        return ofType(type).get(0);
    }

    String text(Document document) {
        return PoiTlDocumentRendererTest.text(
                school.as(Role.CURATOR, () -> documents.file(document.id())).content());
    }
}
