package org.mentoringroadmap.document.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFPictureData;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.ConsentCode;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.word.PoiTlDocumentRendererTest;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.QrCodes;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is printed for a class and for one person. */
@ApplicationTest
class ConsentSheetsTest {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private ConsentSheets sheets;

    @Autowired
    private WithdrawalPapers withdrawals;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private Long schoolClass;
    private LocalDate today;

    @BeforeEach
    void start() {
        school = schools.create(Role.CURATOR, Role.DIRECTOR, Role.CLASS_TEACHER);
        today = LocalDate.now(clock);
        programme = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
        schoolClass = school.addClass("8Б");
    }

    @Test
    void aClassGetsAPaperForEachWhoHasNotSigned() throws Exception {
        Long young = pupil("Юный", 13);
        Long elder = pupil("Старший", 15);
        Long signed = pupil("Подписавший", 12);
        register(signed, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);

        StoredFile file = ofClass(ConsentKind.PROCESSING);
        String text = PoiTlDocumentRendererTest.text(file.content());
        assertThat(file.name()).contains("8Б").endsWith(".docx");
        assertThat(text)
                .contains("Юный Пример Примерович, ", "Старший Пример Примерович, ", ", 8Б", "Представителева Проба")
                .contains(code(young, ConsentKind.PROCESSING), code(elder, ConsentKind.PROCESSING))
                .contains("от имени и в интересах несовершеннолетнего", "в качестве наставляемого", "мать")
                .contains("класс; телефон", "трудности, с которыми нужна помощь", "трудная жизненная ситуация")
                .contains("Мои персональные данные", "пункт 1 части 2 статьи 10", "ограниченные возможности здоровья")
                .doesNotContain("Подписавший", "10.1", "в качестве наставника", "«____» ______________ 20____ г. Док");
        assertThat(text.split("Обучающийся, достигший 14 лет", -1)).hasSize(2);
        assertThat(codes(file))
                .containsExactlyInAnyOrder(code(young, ConsentKind.PROCESSING), code(elder, ConsentKind.PROCESSING));

        assertThat(PoiTlDocumentRendererTest.text(
                        ofClass(ConsentKind.PUBLICATION).content()))
                .contains("Подписавший", "соответствии со статьями 9 и 10.1", "8 000 000-00-01")
                .doesNotContain("подбор наставника");
        register(young, ConsentKind.PROCESSING, Signer.REPRESENTATIVE);
        register(elder, ConsentKind.PROCESSING, Signer.REPRESENTATIVE, Signer.SELF);
        assertThatThrownBy(() -> ofClass(ConsentKind.PROCESSING))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo("consent.nobody"));
    }

    @Test
    void aTeacherGetsTheAdditionalAgreementToo() throws Exception {
        Long teacher = teacher("Учителев", ParticipantRole.MENTOR, MentoringForm.TEACHER_TEACHER);

        StoredFile file =
                school.as(Role.CURATOR, () -> sheets.ofParticipant(teacher)).file();
        assertThat(PoiTlDocumentRendererTest.text(file.content()))
                .contains("работника на выполнение работы по наставничеству", "статьёй 351.8", "учитель")
                .contains("ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ", "1. Содержание работы.", "2. Срок.", "3. Форма", "4. Оплата.")
                .contains("действующего на основании Устава", "Часов в неделю", "Число наставляемых: ______.")
                .contains("в лице руководителя (директор: ")
                .contains("три рабочих дня", "моих персональных данных", "в качестве наставника")
                .doesNotContain("законный представитель");
        assertThat(codes(file))
                .contains(
                        code(teacher, ConsentKind.PROCESSING),
                        code(teacher, ConsentKind.PUBLICATION),
                        code(teacher, ConsentKind.DUTIES));
    }

    @Test
    void nobodyButAMentorOfWorkersGetsTheDuties() throws Exception {
        Long novice = teacher("Новичков", ParticipantRole.MENTEE, MentoringForm.TEACHER_TEACHER);
        Long ofPupils = teacher("Кружков", ParticipantRole.MENTOR, MentoringForm.TEACHER_PUPIL);

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> sheets.ofClass(programme, 0, ConsentKind.DUTIES)))
                .isInstanceOf(UserInputException.class);
        String text = PoiTlDocumentRendererTest.text(school.as(Role.CURATOR, () -> sheets.ofParticipant(novice))
                .file()
                .content());
        assertThat(text)
                .contains("работника на сопровождение наставником", "в качестве наставляемого")
                .doesNotContain("ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ", "на выполнение работы по наставничеству");
        assertThat(PoiTlDocumentRendererTest.text(school.as(Role.CURATOR, () -> sheets.ofParticipant(ofPupils))
                        .file()
                        .content()))
                .doesNotContain("351.8", "ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ");
    }

    @Test
    void whoHasTwoRolesSignsAPaperForEach() throws Exception {
        Long mentee = pupil("Двоякий", 15);
        Long mentor = enter(ParticipantRole.MENTOR, person("Двоякий", 15), ParticipantCategory.PUPIL, schoolClass);

        StoredFile file = ofClass(ConsentKind.PROCESSING);
        assertThat(codes(file))
                .containsExactlyInAnyOrder(code(mentee, ConsentKind.PROCESSING), code(mentor, ConsentKind.PROCESSING));
        String text = PoiTlDocumentRendererTest.text(file.content());
        assertThat(text.split("Цель обработки", -1)).hasSize(1 + 2);
        assertThat(text).contains("в качестве наставляемого", "в качестве наставника");

        register(mentor, ConsentKind.PROCESSING, Signer.REPRESENTATIVE, Signer.SELF);
        assertThat(codes(ofClass(ConsentKind.PROCESSING))).containsExactly(code(mentee, ConsentKind.PROCESSING));
    }

    @Test
    void whatTheSchoolDoesNotAskForIsNotInTheConsent() throws Exception {
        school.as(Role.CURATOR, () -> {
            schools.decide(school, RegistryCodes.NONE, PaperSettings.NONE);
            return null;
        });
        pupil("Юный", 13);

        assertThat(PoiTlDocumentRendererTest.text(
                        ofClass(ConsentKind.PROCESSING).content()))
                .contains("Специальные категории персональных данных и биометрические персональные данные не обраб")
                .doesNotContain("здоровь", "трудная жизненная ситуация");
    }

    @Test
    void theOperatorIsNamedWithItsCodesAndPages() throws Exception {
        school.as(Role.CURATOR, () -> {
            schools.decide(
                    school,
                    new RegistryCodes("0000700002", "000001001", "1020000000074", null),
                    new PaperSettings(
                            "https://school.example.org/mentors\nhttps://social.example.org/school",
                            "Положения",
                            null,
                            null,
                            false,
                            false));
            return null;
        });
        pupil("Юный", 13);
        teacher("Учителев", ParticipantRole.MENTOR, MentoringForm.TEACHER_TEACHER);

        assertThat(PoiTlDocumentRendererTest.text(
                        ofClass(ConsentKind.PUBLICATION).content()))
                .contains("ИНН 0000700002, КПП 000001001, ОГРН 1020000000074")
                .contains("https://school.example.org/mentors; https://social.example.org/school")
                .doesNotContain("адрес регистрации", "документ, удостоверяющий личность");
        assertThat(PoiTlDocumentRendererTest.text(
                        school.as(Role.CURATOR, () -> sheets.ofClass(programme, 0, ConsentKind.DUTIES))
                                .file()
                                .content()))
                .contains("действующего на основании Положения", "ИНН 0000700002");
    }

    @Test
    void aConsentIsTakenBackByAPaperOfItsOwn() throws Exception {
        Long pupil = pupil("Юный", 15);
        Long processing = registered(pupil, ConsentKind.PROCESSING);
        Long publication = registered(pupil, ConsentKind.PUBLICATION);
        Long help = registered(pupil, ConsentKind.PSYCHOLOGICAL_HELP);
        Long teacher = teacher("Учителев", ParticipantRole.MENTOR, MentoringForm.TEACHER_TEACHER);
        Long duties = registered(teacher, ConsentKind.DUTIES);

        assertThat(form(processing))
                .contains("ОТЗЫВ СОГЛАСИЯ", "на обработку персональных данных", "Представителева Проба")
                .contains("Юный Пример Примерович", "тридцати дней", "Обучающийся, достигший 14 лет")
                .doesNotContain("ТРЕБОВАНИЕ");
        assertThat(form(publication))
                .contains("ТРЕБОВАНИЕ", "части 12 статьи 10.1", "трёх рабочих дней", "8 000 000-00-01");
        assertThat(form(help)).contains("на психолого-педагогическую помощь");
        assertThat(form(duties)).contains("УВЕДОМЛЕНИЕ", "351.8", "за три рабочих дня", "Учителев");
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> withdrawals.form(processing)))
                .isInstanceOf(ForbiddenException.class);
    }

    /** The year before may be entered later than this one: a paper year brought along from paper. */
    @Test
    void aWithdrawalNamesTheClassOfTheLatestYear() throws Exception {
        Long young = pupil("Юный", 13);
        Long lastYear = programmes
                .open(school.id(), new SchoolYear(SchoolYear.around(today).firstYear() - 1), "target-model")
                .id();
        Long lastClass = school.addClass("7Б");
        PersonDetails person = person("Юный", 13);
        Long personId = jdbc.sql("select person_id from participant where id = ?")
                .param(young)
                .query(Long.class)
                .single();
        Long earlier = school.as(
                Role.CURATOR,
                () -> registers
                        .enter(
                                lastYear,
                                ParticipantRole.MENTEE,
                                person,
                                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, lastClass))
                        .id());
        jdbc.sql("update participant set person_id = ? where id = ?")
                .params(personId, earlier)
                .update();

        assertThat(form(registered(young, ConsentKind.PROCESSING)))
                .contains("Юный Пример Примерович", ", 8Б")
                .doesNotContain("7Б");
    }

    private String form(Long consent) throws Exception {
        return PoiTlDocumentRendererTest.text(
                school.as(Role.CURATOR, () -> withdrawals.form(consent)).content());
    }

    private Long registered(Long id, ConsentKind kind) {
        return school.as(
                Role.CURATOR,
                () -> consents.register(id, kind, today, Set.of(Signer.values()))
                        .id());
    }

    private Long teacher(String lastName, ParticipantRole role, MentoringForm form) {
        Long id = enter(
                role,
                new PersonDetails(
                        lastName, "Пример", "Примерович", null, null, null, null, "учитель", null, null, null, null),
                ParticipantCategory.TEACHER,
                null);
        jdbc.sql("insert into participant_form (participant_id, form) values (?, ?)")
                .params(id, form.name())
                .update();
        return id;
    }

    /** Before the consent to processing the card says nothing of it. */
    @Test
    void theAgreementSaysWhatTheCardKnows() throws Exception {
        Long teacher = teacher("Учителев", ParticipantRole.MENTOR, MentoringForm.TEACHER_TEACHER);
        register(teacher, ConsentKind.PROCESSING, Signer.SELF);
        school.as(
                Role.CURATOR,
                () -> Cards.fill(
                        registers,
                        teacher,
                        ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.TEACHER, null)
                                .copy()
                                .forms(Set.of(MentoringForm.TEACHER_TEACHER))
                                .capacity(3)
                                .hours(HoursText.parse("чт 14–16"))
                                .done()));

        assertThat(PoiTlDocumentRendererTest.text(
                        school.as(Role.CURATOR, () -> sheets.ofClass(programme, 0, ConsentKind.DUTIES))
                                .file()
                                .content()))
                .contains("Число наставляемых: не более 3.", "Дни и время: чт 14:00–16:00.");
    }

    @Test
    void onlyWhoRegistersConsentsPrintsThem() {
        Long pupil = pupil("Юный", 13);
        for (Role role : List.of(Role.DIRECTOR)) {
            assertThatThrownBy(() -> school.as(role, () -> sheets.ofParticipant(pupil)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    private StoredFile ofClass(ConsentKind kind) {
        return school.as(Role.CURATOR, () -> sheets.ofClass(programme, schoolClass, kind))
                .file();
    }

    private void register(Long id, ConsentKind kind, Signer... signers) {
        school.as(Role.CURATOR, () -> consents.register(id, kind, today, Set.of(signers)));
    }

    private Long pupil(String lastName, int age) {
        return enter(ParticipantRole.MENTEE, person(lastName, age), ParticipantCategory.PUPIL, schoolClass);
    }

    private PersonDetails person(String lastName, int age) {
        return new PersonDetails(
                lastName,
                "Пример",
                "Примерович",
                today.minusYears(age),
                null,
                null,
                null,
                null,
                null,
                "Представителева Проба Пробовна",
                "мать",
                "8 000 000-00-01");
    }

    private Long enter(ParticipantRole role, PersonDetails person, ParticipantCategory category, Long classId) {
        return school.as(
                Role.CURATOR,
                () -> registers
                        .enter(programme, role, person, ParticipantDetails.of(role, category, classId))
                        .id());
    }

    private static String code(Long participant, ConsentKind kind) {
        return new ConsentCode(participant, kind).text();
    }

    private static List<String> codes(StoredFile file) throws Exception {
        List<String> codes = new ArrayList<>();
        try (XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(file.content()))) {
            for (XWPFPictureData picture : word.getAllPackagePictures()) {
                codes.add(QrCodes.read(picture.getData()));
            }
        }
        return codes;
    }
}
