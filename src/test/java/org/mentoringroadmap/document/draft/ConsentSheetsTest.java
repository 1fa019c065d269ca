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
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.QrCodes;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

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
                .doesNotContain("Подписавший", "10.1", "в качестве наставника", "«____» ______________ 20____ г. Док");
        assertThat(text.split("Обучающийся, достигший 14 лет", -1)).hasSize(2);
        assertThat(codes(file))
                .containsExactlyInAnyOrder(code(young, ConsentKind.PROCESSING), code(elder, ConsentKind.PROCESSING));

        assertThat(PoiTlDocumentRendererTest.text(
                        ofClass(ConsentKind.PUBLICATION).content()))
                .contains("Подписавший", "статьями 9 и 10.1", "8 000 000-00-01")
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
        Long teacher = enter(
                ParticipantRole.MENTOR,
                new PersonDetails(
                        "Учителев", "Пример", "Примерович", null, null, null, null, "учитель", null, null, null, null),
                ParticipantCategory.TEACHER,
                null);

        StoredFile file = school.as(Role.CURATOR, () -> sheets.ofParticipant(teacher));
        assertThat(PoiTlDocumentRendererTest.text(file.content()))
                .contains("работника на выполнение работы по наставничеству", "статьёй 351.8", "учитель")
                .contains("ДОПОЛНИТЕЛЬНОЕ СОГЛАШЕНИЕ", "1. Содержание работы.", "2. Срок.", "3. Форма", "4. Выплата.")
                .contains("три рабочих дня", "моих персональных данных", "в качестве наставника")
                .doesNotContain("законный представитель");
        assertThat(codes(file))
                .contains(
                        code(teacher, ConsentKind.PROCESSING),
                        code(teacher, ConsentKind.PUBLICATION),
                        code(teacher, ConsentKind.DUTIES));
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
        return school.as(Role.CURATOR, () -> sheets.ofClass(programme, schoolClass, kind));
    }

    private void register(Long id, ConsentKind kind, Signer... signers) {
        school.as(Role.CURATOR, () -> consents.register(id, kind, today, Set.of(signers)));
    }

    private Long pupil(String lastName, int age) {
        return enter(
                ParticipantRole.MENTEE,
                new PersonDetails(
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
                        "8 000 000-00-01"),
                ParticipantCategory.PUPIL,
                schoolClass);
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
