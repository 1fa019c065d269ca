package org.mentoringroadmap.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.draft.PrintableForms;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.PartnerKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;

/** Beside the contract, what a document says: that does not depend on the database. */
@ApplicationTest
class H2YearDocumentTest extends YearDocumentContract {
    @ParameterizedTest
    @ValueSource(strings = {"adult", "representative", "mentor"})
    void aConsentNamesWhatTheLawAsksFor(String kind) {
        forms.prepareConsents(programmeId, "000-2.1.2a", kind);

        assertThat(ofProgramme().stream()
                        .filter(form -> form.type() == DocumentType.CONSENT_ADULT
                                || form.type() == DocumentType.CONSENT_REPRESENTATIVE)
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
        assertThat(ofType(DocumentType.CONSENT_ADULT))
                .hasSize(2)
                .allSatisfy(form -> assertThat(text(form))
                        .contains("в качестве наставника")
                        .doesNotContain("законный представитель", "14 лет", "в качестве наставляемого"));
    }

    /** A paper lists what is kept of whoever signs it: a teacher has no class, and a pupil no place of work. */
    @Test
    void aConsentListsWhatIsKeptOfItsSigner() {
        jdbc.sql("update school set health_data = true, hardship_data = true where id = ?")
                .param(school.id())
                .update();
        forms.prepareConsents(programmeId, "000-2.1.2a", "adult");
        assertThat(text(only(DocumentType.CONSENT_ADULT)))
                .contains("место работы или учёбы, должность", "записи педагога-психолога", "Специальные категории")
                .doesNotContain("класс", "трудная жизненная ситуация", "здоров");

        forms.prepareConsents(programmeId, "000-2.1.2b", "representative");
        forms.prepareConsents(programmeId, "000-3.1.2", "mentor");
        List<String> ofPupils = ofType(DocumentType.CONSENT_ADULT).stream()
                .map(this::text)
                .filter(text -> text.contains("класс;"))
                .toList();
        assertThat(ofPupils)
                .hasSize(2)
                .allSatisfy(text -> assertThat(text).doesNotContain("место работы", "законный представитель"));
        assertThat(ofPupils.get(0)).contains("трудная жизненная ситуация", "ограниченные возможности здоровья");
        assertThat(ofPupils.get(1)).contains("в качестве наставника").doesNotContain("здоров");
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
    void thePsychologistsHelpIsAConsentOfItsOwn() {
        forms.prepareConsents(programmeId, "000-2.1.2b", "representative");

        assertThat(text(only(DocumentType.CONSENT_HELP)))
                .contains("частью 3 статьи 42", "частью 4 статьи 9", "входную и итоговую оценку")
                .contains("день, тема, рекомендация", "адрес регистрации", "Законный представитель:")
                .contains("Обучающийся, достигший 14 лет")
                .doesNotContain("Цель обработки", "10.1");
    }

    @Test
    void hoursOfTheTrainingStandOnItsCertificate() {
        step("000-4.2.4", "training", "Task_HoldTraining", Map.of("sessions", 4, "hours", 12, "learners", 9), Map.of());
        forms.prepareCertificates(programmeId, "000-4.2.4");
        forms.prepareAwards(programmeId, "000-7.2.2", PrintableForms.LETTERS_AND_CERTIFICATES, null, List.of());

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

        forms.preparePlans(programmeId, "000-5.2.2", "plans");

        for (DocumentType type : List.of(DocumentType.INDIVIDUAL_PLAN, DocumentType.TRAJECTORY)) {
            assertThat(text(only(type)))
                    .contains("П-001", "Г-001", "Образцов О. О.", "учитель – ученик")
                    .doesNotContain("П-002")
                    .containsSubsequence("Пара, группа", "Пара, группа", "Пара, группа");
        }
    }

    /** Who works with whom is known: nobody writes it a second time, and no paper of the staff names a pupil. */
    @Test
    void sheetsNameTheMenteesThatTheirPaperMayName() {
        members("2014-03-02", Signer.REPRESENTATIVE);

        forms.preparePlans(programmeId, "000-5.2.2", "plans");
        forms.preparePlans(programmeId, "000-5.2.2", "personal-programme");

        for (DocumentType type : List.of(DocumentType.INDIVIDUAL_PLAN, DocumentType.TRAJECTORY)) {
            assertThat(text(only(type)))
                    .as("%s", type)
                    .contains("П-001", "Наставляемов Пример, 5А")
                    .doesNotContain("Дроби", "Математика", "Неудовлетворительные результаты");
        }
        assertThat(text(only(DocumentType.PERSONAL_PROGRAMME)))
                .contains("П-001", "Наставников Н.")
                .doesNotContain("Наставляемов");
    }

    @Test
    void aPartnerIsThankedByName() {
        PartnerDetails details = new PartnerDetails(
                "Завод «Пример»", PartnerKind.EMPLOYER, "Образцов О. О.", "мастер", null, null, null, null);
        school.as(Role.CURATOR, () -> partners.add(programmeId, details, true));
        school.as(
                Role.CURATOR,
                () -> partners.add(programmeId, PartnerDetails.named("Колледж", PartnerKind.COLLEGE), false));

        forms.prepareAwards(programmeId, "000-7.2.2", PrintableForms.LETTERS_AND_CERTIFICATES, null, List.of());
        forms.prepareAwards(programmeId, "000-7.2.2", PrintableForms.LETTERS_AND_CERTIFICATES, null, List.of());

        List<String> letters =
                ofType(DocumentType.LETTER_GRATITUDE).stream().map(this::text).toList();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0)).contains("(кому: имя, отчество", "Уважаем____");
        assertThat(letters.get(1))
                .contains("Завод «Пример»", "мастер, Образцов О. О.", "Уважаемые партнёры!")
                .doesNotContain("Уважаем____", "(кому:");
    }

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
        registrations.register(id, Optional.of("77-ОД"), Optional.of(today), true);
        assertThat(text(documents.get(id)).split("№ 77-ОД", -1)).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEACHER_TEACHER", ""})
    void teachersWhoMentorTeachersConsentInWriting(String form) {
        pair("П-001", "PAIR", 1, null, form.isEmpty() ? null : form, "FORMED");

        assertThat(text(documents.get(draft(DocumentType.ORDER_PAIRS, null))))
                .contains("наставниками других работников", "письменное согласие");
    }

    /** Colleagues: neither a group meeting nor plans of pupils' development stand before the order. */
    @Test
    void theOrderOnMentorsOfTeachersSpeaksOfConsentsContractsAndProgrammes() {
        pair("П-001", "PAIR", 1, mentor(), "TEACHER_TEACHER", "FORMED");

        assertThat(text(documents.get(draft(DocumentType.ORDER_MENTORS, null))))
                .contains("О закреплении наставнических пар и групп педагогических работников")
                .contains("с письменного согласия участников", "персонализированные программы", "размер доплаты")
                .contains("П-001\tОбразцов О. О.\t1\t____________________\tучитель – учитель")
                .contains("Образцов О. О.\tсотрудник")
                .doesNotContain("групповой встречи", "индивидуального развития");
    }

    /** A colleague is named in full, in no class, and has to know the order that names them. */
    @Test
    void theOrderOnMentorsNamesTheColleaguesWhomTheyHelp() {
        programmeId = programmes
                .open(school.id(), SchoolYear.parse("2025-2026"), "teacher-mentoring")
                .id();
        school.as(Role.CURATOR, () -> {
            Participant mentee =
                    teacher(ParticipantRole.MENTEE, PersonDetails.named("Новичкова", "Нина", "Примеровна", null));
            paired(mentee, "Опытнов", "Олег", "Образцович");
            PersonDetails colleague = new PersonDetails(
                    "Первогодова",
                    "Полина",
                    "Примеровна",
                    null,
                    null,
                    null,
                    null,
                    "учитель химии",
                    null,
                    null,
                    null,
                    null);
            paired(teacher(ParticipantRole.MENTEE, colleague), "Бывалова", "Белла", "Примеровна");
            return null;
        });

        assertThat(text(documents.get(draft(DocumentType.ORDER_MENTORS, "1.2b", instance(), null))))
                .contains("П-001\tОпытнов О. О.\t1\tНовичкова Нина Примеровна\tучитель – учитель")
                .contains("Опытнов О. О.\tнаставник", "Новичкова Н. П.\tнаставляемый")
                .contains("Первогодова П. П.\tучитель химии")
                .doesNotContain("____________________\tучитель", "классный руководитель");
    }

    private void paired(Participant mentee, String lastName, String firstName, String middleName) {
        Participant mentor =
                teacher(ParticipantRole.MENTOR, PersonDetails.named(lastName, firstName, middleName, null));
        consents.register(mentor.id(), ConsentKind.DUTIES, today, List.of(Signer.SELF));
        book.add(
                programmeId,
                new MentorshipManagement.NewMentorship(
                        Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, false),
                new MemberChoice(mentor.id(), List.of(mentee.id())));
    }

    private Participant teacher(ParticipantRole role, PersonDetails person) {
        Participant entered = registers.enter(
                programmeId, role, person, ParticipantDetails.of(role, ParticipantCategory.TEACHER, null));
        consents.register(entered.id(), ConsentKind.PROCESSING, today, List.of(Signer.SELF));
        return entered;
    }

    @Test
    void aPersonalisedProgrammeIsASheetForEachPairAndOneMore() {
        pair("П-001", "PAIR", 1, mentor(), "TEACHER_TEACHER", "FORMED");

        assertThat(text(documents.get(draft(DocumentType.PERSONAL_PROGRAMME, null))))
                .contains("Персонализированная программа наставничества", "П-001", "План совместной работы")
                .contains("Профессиональный запрос наставляемого", "Сроки реализации, режим встреч");
    }

    @Test
    void anOrderWithoutPairsHasEmptyRows() {
        assertThat(text(documents.get(draft(DocumentType.ORDER_PAIRS, null))))
                .contains("Состав наставнических пар и групп")
                .doesNotContain("наставниками других работников");
    }

    @Test
    void theOrderOnRewardNamesTheJurysProtocol() {
        assertThat(text(documents.get(draft(DocumentType.ORDER_REWARD, null)))).doesNotContain("Основание: протокол");
        Long protocol = draft(DocumentType.JURY_PROTOCOL, null);
        registrations.register(protocol, Optional.of("4"), Optional.of(today), true);

        assertThat(text(documents.get(draft(DocumentType.ORDER_REWARD, null))))
                .contains(
                        "Основание: протокол жюри конкурса от "
                                + texts.date(today).replaceFirst("\\.$", ""),
                        "№ 4");
    }

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
}
