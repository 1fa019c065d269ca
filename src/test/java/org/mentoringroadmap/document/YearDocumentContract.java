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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.activity.MentoringForm;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.bank.CardDetails;
import org.mentoringroadmap.bank.ProgrammeBank;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.PairBook;
import org.mentoringroadmap.participant.Consent;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Consents;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.PersonDetails;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Signer;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the documents of the running year promise, on whichever database the subclass brings. */
abstract class YearDocumentContract {
    private static final String ITEM = "000-6.2.1";

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Drafts drafts;

    @Autowired
    private ReadyForms forms;

    @Autowired
    private ProgrammeBank bank;

    @Autowired
    private FormsChoice choice;

    @Autowired
    private Partners partners;

    @Autowired
    private Documents documents;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Registrations registrations;

    @Autowired
    private PaperSignatures paper;

    @Autowired
    private Uploads uploads;

    @Autowired
    private Journals journals;

    @Autowired
    private Steps steps;

    @Autowired
    private Texts texts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private PairBook book;

    @Autowired
    private Mentorships mentorships;

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

    // ---- forms

    @Test
    void formsAreReadyAtOnceAndWaitForNobody() {
        for (int i = 0; i < 2; i++) {
            forms.prepareConsents(programmeId, "000-2.1.2a", "adult");
            forms.prepareConsents(programmeId, "000-2.1.2b", "representative");
            forms.prepareConsents(programmeId, "000-3.1.2", "mentor");
            forms.prepareCertificates(programmeId, "000-4.2.4");
            forms.preparePlans(programmeId, "000-5.2.2");
            forms.prepareLetters(programmeId, "000-7.2.2");
        }

        assertThat(ofProgramme())
                .extracting(Document::title)
                .containsExactlyInAnyOrder(
                        "Согласие на обработку персональных данных (совершеннолетний наставляемый)",
                        "Согласие законного представителя на обработку персональных данных наставляемого",
                        "Согласие на обработку персональных данных (совершеннолетний наставник)",
                        "Согласие законного представителя на обработку персональных данных наставника",
                        "Согласие на публикацию (совершеннолетний участник)",
                        "Согласие законного представителя на публикацию",
                        "Сертификат об обучении наставника",
                        "План индивидуального развития наставляемого",
                        "Индивидуальная траектория обучения",
                        "Благодарственное письмо",
                        "Сертификат участника программы наставничества");
        assertThat(ofProgramme()).allSatisfy(form -> {
            assertThat(form.status()).isEqualTo(DocumentStatus.READY);
            assertThat(form.isWaiting()).isFalse();
            assertThat(form.number()).isNull();
            assertThat(form.roadmapItem()).isPresent();
            assertThat(text(form))
                    .contains("2025–2026", "МБОУ «Школа примеров»")
                    .doesNotContain("null", "{{", "..");
        });
        assertThat(school.as(Role.SECRETARY, documents::waiting)).isEmpty();
        assertThat(school.as(Role.SECRETARY, paper::waiting)).isEmpty();
        assertThat(school.as(
                        Role.TEACHER,
                        () -> documents
                                .search("", null, DocumentStatus.READY, 0)
                                .getTotalElements()))
                .isEqualTo(11);
    }

    @Test
    void aFormCannotBeApprovedOrRegistered() {
        forms.prepareCertificates(programmeId, "000-4.2.4");
        Long id = only(DocumentType.CERTIFICATE).id();

        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> approvals.submit(id, done(null))))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> registrations.register(id, Optional.of("1"), Optional.of(today)))
                .isInstanceOf(ConflictException.class);
        assertThatThrownBy(() -> school.as(Role.SECRETARY, () -> {
                    paper.sign(List.of(new PaperLine(id, "1", today.toString(), null)));
                    return null;
                }))
                .isInstanceOf(PaperRefused.class);
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

    @ParameterizedTest
    @ValueSource(strings = {"adult", "representative", "mentor"})
    void aConsentNamesWhatTheLawAsksFor(String kind) {
        forms.prepareConsents(programmeId, "000-2.1.2a", kind);

        assertThat(ofProgramme().stream()
                        .filter(form -> form.type() != DocumentType.CONSENT_PUBLICATION)
                        .map(this::text))
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text)
                        .contains("фамилия, имя, отчество", "адрес регистрации", "документ, удостоверяющий личность")
                        .contains("кем и когда")
                        .contains("«Школа примеров» (МБОУ «Школа примеров»), адрес: 123456, посёлок Примерный")
                        .contains("Цель обработки.", "Перечень персональных данных.", "Действия и способы.")
                        .contains("Обработка по поручению оператора", "Срок действия.", "до 31 августа 2026 г.")
                        .contains("Отзыв.", "(подпись)")
                        .contains("Распространение персональных данных этим согласием не разрешается")
                        .doesNotContain("10.1"));
    }

    @Test
    void aRepresentativeNamesTheGroundAndTheChild() {
        forms.prepareConsents(programmeId, "000-3.1.2", "mentor");

        assertThat(text(only(DocumentType.CONSENT_REPRESENTATIVE)))
                .contains("документ, подтверждающий полномочия", "от имени и в интересах несовершеннолетнего")
                .contains("в качестве наставника", "Обучающийся, достигший 14 лет")
                .doesNotContain("в качестве наставляемого");
        assertThat(text(only(DocumentType.CONSENT_ADULT)))
                .contains("в качестве наставника", "место работы")
                .doesNotContain("законный представитель", "14 лет", "в качестве наставляемого");
    }

    @Test
    void publicationIsAConsentOfItsOwn() {
        forms.prepareConsents(programmeId, "000-2.1.2a", "adult");
        forms.prepareConsents(programmeId, "000-2.1.2b", "representative");

        List<String> texts = ofType(DocumentType.CONSENT_PUBLICATION).stream()
                .map(this::text)
                .toList();
        assertThat(texts)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("разрешённых субъектом персональных данных для распространения", "статьями 9 и 10.1")
                        .contains("school.example.org", "Условия и запреты", "Прекращение.", "до 31 августа 2026 г.")
                        .doesNotContain("подбор наставника"));
        assertThat(texts.get(0)).contains("моих персональных данных").doesNotContain("законный представитель");
        assertThat(texts.get(1)).contains("персональных данных несовершеннолетнего", "Законный представитель:");
    }

    @Test
    void hoursOfTheTrainingStandOnItsCertificate() {
        step("000-4.2.4", "training", "Task_HoldTraining", Map.of("sessions", 4, "hours", 12, "learners", 9), Map.of());
        forms.prepareCertificates(programmeId, "000-4.2.4");
        forms.prepareLetters(programmeId, "000-7.2.2");

        List<String> certificates =
                ofType(DocumentType.CERTIFICATE).stream().map(this::text).toList();
        assertThat(certificates.get(0)).contains("прошёл(а) обучение", "в объёме 12 ч.");
        assertThat(certificates.get(1)).contains("участвовал(а) в программе").doesNotContain("в объёме");
    }

    @Test
    void everyPairHasItsSheet() {
        pair("П-001", "PAIR", 1, mentor(), "TEACHER_PUPIL", "FORMED");
        pair("Г-001", "GROUP", 4, null, null, "FORMED");
        pair("П-002", "PAIR", 1, null, null, "ENDED_EARLY");

        forms.preparePlans(programmeId, "000-5.2.2");

        for (DocumentType type : List.of(DocumentType.INDIVIDUAL_PLAN, DocumentType.TRAJECTORY)) {
            assertThat(text(only(type)))
                    .contains("П-001", "Г-001", "Образцов О. О.", "учитель – ученик")
                    .doesNotContain("П-002")
                    .containsSubsequence("Пара, группа", "Пара, группа", "Пара, группа");
        }
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

    @Test
    void aPartnerIsThankedByName() {
        PartnerDetails details = new PartnerDetails(
                "Завод «Пример»", PartnerKind.EMPLOYER, "Образцов О. О.", "мастер", null, null, null, null);
        school.as(Role.CURATOR, () -> partners.add(programmeId, details, true));
        school.as(
                Role.CURATOR,
                () -> partners.add(programmeId, PartnerDetails.named("Колледж", PartnerKind.COLLEGE), false));

        forms.prepareLetters(programmeId, "000-7.2.2");
        forms.prepareLetters(programmeId, "000-7.2.2");

        List<String> letters =
                ofType(DocumentType.LETTER_GRATITUDE).stream().map(this::text).toList();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0)).contains("(кому: имя, отчество", "Уважаем____");
        assertThat(letters.get(1))
                .contains("Завод «Пример»", "мастер, Образцов О. О.", "Уважаемые партнёры!")
                .doesNotContain("Уважаем____", "(кому:");
    }

    // ---- orders

    @Test
    void theOrderNamesPairsByCodeAndLeavesRoomForNames() {
        pair("П-001", "PAIR", 1, mentor(), "TEACHER_PUPIL", "FORMED");
        pair("Г-001", "GROUP", 3, null, "PUPIL_PUPIL", "FORMED");

        Long id = draft(DocumentType.ORDER_PAIRS, null);
        String text = text(documents.get(id));

        assertThat(text)
                .contains("Об утверждении наставнических пар и групп", "ПРИКАЗЫВАЮ:", "Приложение")
                .contains("П-001\tОбразцов О. О.\t1\t____________________\tучитель – ученик")
                .contains(
                        "Г-001\t\t3\t____________________\n____________________\n____________________\tученик – ученик")
                .contains("Образцов О. О.\tсотрудник")
                .contains("сайте школы, его не размещать")
                .doesNotContain("наставниками других работников");
        approve(id);
        registrations.register(id, Optional.of("77-ОД"), Optional.of(today));
        assertThat(text(documents.get(id)).split("№ 77-ОД", -1)).hasSize(3);
    }

    @Test
    void theOrderNamesMembersWithTheirClassesAndNothingElse() {
        members("2014-03-02", Signer.REPRESENTATIVE);

        assertThat(text(documents.get(draft(DocumentType.ORDER_PAIRS, null))))
                .contains("П-001\tНаставников Н.\t1\tНаставляемов Пример, 5А")
                .doesNotContain("Дроби", "Математика", "Неудовлетворительные результаты", "LOW_RESULTS", "Обучающийся");
    }

    @Test
    void anOrderThatNamesSomebodyWithoutConsentIsNotApproved() {
        Consent consent = members("2014-03-02", Signer.REPRESENTATIVE);
        Long id = draft(DocumentType.ORDER_PAIRS, null);
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
        assertThat(text(documents.get(id))).as("made anew without them").doesNotContain("Наставляемов", "П-001");
        approve(id);
        assertThat(documents.get(id).status()).isEqualTo(DocumentStatus.APPROVED);
    }

    /** A pair of two from the registers; answers the mentee's consent. */
    private Consent members(String born, Signer... signers) {
        Long classId = school.addClass("5А");
        ParticipantDetails mentee = new ParticipantDetails(
                ParticipantCategory.PUPIL,
                classId,
                0,
                null,
                null,
                null,
                "Дроби",
                Set.of(),
                Set.of(),
                List.of(Topic.of(TopicKind.REQUEST, "Математика")),
                Set.of(),
                Set.of(Need.LOW_RESULTS));
        return school.as(Role.CURATOR, () -> {
            Participant first = registers.enter(
                    programmeId,
                    ParticipantRole.MENTEE,
                    PersonDetails.named("Наставляемов", "Пример", null, LocalDate.parse(born)),
                    mentee);
            Participant second = registers.enter(
                    programmeId,
                    ParticipantRole.MENTOR,
                    PersonDetails.named("Наставников", "Наставник", null, LocalDate.of(1980, 1, 2)),
                    ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.GRADUATE, null));
            Consent consent = consents.register(first.id(), ConsentKind.PROCESSING, today, List.of(signers));
            consents.register(second.id(), ConsentKind.PROCESSING, today, List.of(Signer.SELF));
            book.add(
                    programmeId,
                    new PairBook.NewPair(
                            Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                    new MemberChoice(second.id(), List.of(first.id())));
            return consent;
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEACHER_TEACHER", ""})
    void teachersWhoMentorTeachersConsentInWriting(String form) {
        pair("П-001", "PAIR", 1, null, form.isEmpty() ? null : form, "FORMED");

        assertThat(text(documents.get(draft(DocumentType.ORDER_PAIRS, null))))
                .contains("наставниками других работников", "письменное согласие");
    }

    @Test
    void anOrderWithoutPairsHasEmptyRows() {
        assertThat(text(documents.get(draft(DocumentType.ORDER_PAIRS, null))))
                .contains("Состав наставнических пар и групп")
                .doesNotContain("наставниками других работников");
    }

    @ParameterizedTest
    @EnumSource(
            value = DocumentType.class,
            names = {"ORDER_PAIRS", "ORDER_REWARD", "ORDER_FINAL_EVENT", "TRAINING_PROGRAMME"})
    void whatTheHeadApprovesGoesItsWay(DocumentType type) {
        Long id = draft(type, null);
        assertThat(documents.get(id).status()).isEqualTo(DocumentStatus.DRAFT);
        assertThat(school.as(Role.SECRETARY, documents::waiting))
                .extracting(Document::id)
                .containsExactly(id);

        approve(id);
        registrations.register(id, Optional.of("15"), Optional.of(today));

        assertThat(text(documents.get(id))).contains("№ 15", texts.date(today));
        assertThat(journals.suggest(school.id(), type.register(), today.getYear()))
                .isEqualTo("16");
    }

    @Test
    void theOrderOnRewardNamesTheJurysProtocol() {
        assertThat(text(documents.get(draft(DocumentType.ORDER_REWARD, null)))).doesNotContain("Основание: протокол");
        Long protocol = draft(DocumentType.JURY_PROTOCOL, null);
        registrations.register(protocol, Optional.of("4"), Optional.of(today));

        assertThat(text(documents.get(draft(DocumentType.ORDER_REWARD, null))))
                .contains(
                        "Основание: протокол жюри конкурса от "
                                + texts.date(today).replaceFirst("\\.$", ""),
                        "№ 4");
    }

    // ---- reports and protocols

    @Test
    void aReportCountsItsAnswers() {
        pair("П-001", "PAIR", 1, null, null, "RUNNING");
        pair("Г-001", "GROUP", 0, null, null, "RUNNING");
        campaign("december", 40, 31);
        String report = reportOf(
                DocumentType.REPORT_INTERIM,
                "december",
                Map.of("respondents", 31, "positive", 27),
                Map.of("strengths", "1. Встречи регулярны\n2. Наставники готовы", "conclusions", "Продолжать"));

        assertThat(report)
                .contains("о промежуточных результатах", "декабрь 2025 г.")
                .contains("Наставнических пар\t1", "Групп\t1", "не менее 3")
                .contains("Приглашено к анкетированию\t40", "Ответили\t31", "Доля ответивших\t78 %")
                .contains("Учтено ответов\t31", "Положительных\t27", "Доля положительных\t87 %")
                .contains("Встречи регулярны", "Наставники готовы", "Продолжать")
                .contains("Ответили 31 из 40", "один ответ меняет долю примерно на 3 %");
    }

    @Test
    void answersOfAFewAreNotBrokenOut() {
        String report =
                reportOf(DocumentType.REPORT_SATISFACTION, null, Map.of("respondents", 4, "positive", 1), Map.of());

        assertThat(report)
                .contains("2025–2026 учебный год", "Учтено ответов\t4", "Положительных\tне приводится")
                .contains("Ответов меньше 5")
                .doesNotContain("25 %");
    }

    @Test
    void aPointOfMayCountsTheCampaignOfMay() {
        campaign("december", 40, 31);
        campaign("may", 38, 20);

        assertThat(reportOf(DocumentType.REPORT_INTERIM, "may", Map.of("respondents", 60, "positive", 30), Map.of()))
                .contains("май 2026 г.", "Приглашено к анкетированию\t38", "Ответили\t20", "50 %")
                .doesNotContain("один ответ меняет");
    }

    @Test
    void aSchoolOfAFewPairsProvesNoEffect() {
        String report = reportOf(
                DocumentType.REPORT_IMPACT,
                "may",
                Map.of("measuredBefore", 30, "measuredAfter", 28, "measuredTwice", 26, "improved", 18),
                Map.of("conclusions", "Стало лучше"));

        assertThat(report)
                .contains("Оценены оба раза\t26", "Из них с улучшением\t18", "Доля улучшений\t69 %")
                .contains("сравнить около 180 человек, а сравнили 26", "не доказывает, что причина – программа");
    }

    @Test
    void evenManyPairsProveNoCause() {
        assertThat(reportOf(
                        DocumentType.REPORT_IMPACT,
                        "may",
                        Map.of("measuredBefore", 300, "measuredAfter", 300, "measuredTwice", 290, "improved", 200),
                        Map.of()))
                .contains("сравнить их было не с кем", "не доказывает")
                .doesNotContain("около 180");
        assertThat(reportOf(
                        DocumentType.REPORT_IMPACT,
                        "may",
                        Map.of("measuredBefore", 4, "measuredAfter", 4, "measuredTwice", 3, "improved", 2),
                        Map.of()))
                .contains("Из них с улучшением\tне приводится", "оценены меньше 5 человек");
    }

    @Test
    void aReportWithoutFiguresHasBlanks() {
        assertThat(reportOf(DocumentType.REPORT_QUALITY, "", Map.of(), Map.of()))
                .contains("Как шла работа пар и групп", "Учтено ответов", "Выводы и предложения")
                .doesNotContain("null", "{{");
    }

    @Test
    void reportsAreSignedByTheirAuthorsAndHaveTheirOwnJournal() {
        Long protocol = draft(DocumentType.JURY_PROTOCOL, null);
        Long report = draft(DocumentType.REPORT_QUALITY, null);

        registrations.register(protocol, Optional.of("1"), Optional.of(today));
        registrations.register(report, Optional.of("1"), Optional.of(today));

        assertThat(documents.get(report).status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(journals.suggest(school.id(), Register.REPORTS, today.getYear()))
                .isEqualTo("2");
        assertThat(journals.suggest(school.id(), Register.PROTOCOLS, today.getYear()))
                .isEqualTo("2");
        assertThat(school.as(Role.SECRETARY, () -> documents.file(report)).name())
                .startsWith("Отчёт о качестве реализации программы наставничества № 1 от ");
    }

    @Test
    void theJurysProtocolSaysWhatItDecided() {
        String instance = instance();
        step("000-7.2.5", instance, "Task_AnnounceContest", Map.of("nominations", 2), Map.of());
        step(
                "000-7.2.5",
                instance,
                "Task_DecideContest",
                Map.of("entries", 7, "jury", 5, "winners", 1),
                Map.of("decisions", "1. Победителем признать пару П-003.\n2. Поощрить остальных."));

        assertThat(text(documents.get(draft(DocumentType.JURY_PROTOCOL, "000-7.2.5", instance, null))))
                .contains("Присутствовали члены жюри: 5 чел.", "Номинаций – 2, поступило заявок – 7")
                .contains("признать победителями – 1", "Победителем признать пару П-003.", "Поощрить остальных.");
    }

    // ---- means

    private String reportOf(DocumentType type, String point, Map<String, Integer> figures, Map<String, String> texts) {
        String instance = instance();
        step(ITEM, instance, "Task_Analyse", figures, texts);
        return text(documents.get(draft(type, ITEM, instance, point)));
    }

    private void campaign(String point, int invited, int answered) {
        String instance = point + "-of-" + instance();
        step(ITEM, instance, "Task_OpenCampaign", Map.of("invited", invited), Map.of());
        step(ITEM, instance, "Task_CloseCampaign", Map.of("answered", answered), Map.of());
    }

    private void step(
            String item, String instance, String step, Map<String, Integer> figures, Map<String, String> texts) {
        steps.step(programmeId, item, instance, step, new StepInput(done(today), figures, texts));
    }

    private static OutcomeInput done(LocalDate day) {
        return new OutcomeInput(Outcome.DONE, day, null, null, null);
    }

    private Long mentor() {
        return school.employWithoutAccount("Образцов Образец Образцович");
    }

    private void pair(String code, String kind, int mentees, Long mentor, String form, String state) {
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

    private String instance() {
        return school.id() + "/" + ++made;
    }

    private Long draft(DocumentType type, String detail) {
        return draft(type, null, instance(), detail);
    }

    private Long draft(DocumentType type, String item, String instance, String detail) {
        return drafts.generate(new DocumentRequest(type, programmeId, item, "Мероприятие", instance, detail));
    }

    private void approve(Long id) {
        school.as(Role.DIRECTOR, () -> approvals.submit(id, done(null)));
    }

    private List<Document> ofProgramme() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(programmeId));
    }

    private List<Document> ofType(DocumentType type) {
        return ofProgramme().stream()
                .filter(document -> document.type() == type)
                .toList();
    }

    private Document only(DocumentType type) {
        assertThat(ofType(type)).hasSize(1);
        return ofType(type).get(0);
    }

    private String text(Document document) {
        return PoiTlDocumentRendererTest.text(
                school.as(Role.CURATOR, () -> documents.file(document.id())).content());
    }
}
