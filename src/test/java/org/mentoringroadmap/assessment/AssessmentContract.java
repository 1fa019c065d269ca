package org.mentoringroadmap.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.assessment.Scale.Better;
import org.mentoringroadmap.assessment.Scale.Whom;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.ErasedNames;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.questionnaire.Answers;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.Channel;
import org.mentoringroadmap.register.Duplicates;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What is measured twice, on whichever database the subclass brings. */
abstract class AssessmentContract {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private Assessments assessments;

    @Autowired
    private AssessmentScales scales;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private MeasuredTwice twice;

    @Autowired
    private AnsweredAssessments answered;

    @Autowired
    private Campaigns campaigns;

    @Autowired
    private Answers answers;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private LocalDate today;

    @BeforeEach
    void school() {
        today = LocalDate.now(clock);
        school = schools.create();
        programme = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
    }

    @Test
    void theSameASecondTimeChangesNothing() {
        Participant pupil = consented("Примеров");
        assertThat(measure(AssessmentPoint.ENTRY, row(pupil, "activity", "3", "anxiety", "4.5")))
                .isEqualTo(new Assessments.Stored(1, 2, 2));
        assertThat(measure(AssessmentPoint.ENTRY, row(pupil, "activity", "3.00", "anxiety", "4.5")))
                .isEqualTo(new Assessments.Stored(1, 2, 0));
        assertThat(measure(AssessmentPoint.ENTRY, row(pupil, "activity", "2")))
                .isEqualTo(new Assessments.Stored(1, 1, 1));
        assertThat(values(AssessmentPoint.ENTRY, pupil)).isEqualTo(Map.of("activity", "2", "anxiety", "4.5"));
        assertThat(values(AssessmentPoint.EXIT, pupil)).isEmpty();
    }

    @Test
    void whatWasMeasuredByMistakeIsTakenOut() {
        Participant pupil = consented("Примеров");
        measure(AssessmentPoint.ENTRY, row(pupil, "activity", "3", "anxiety", "4"));
        assertThat(measure(AssessmentPoint.ENTRY, row(pupil, "activity", null)))
                .isEqualTo(new Assessments.Stored(0, 0, 1));
        assertThat(values(AssessmentPoint.ENTRY, pupil)).isEqualTo(Map.of("anxiety", "4"));
        assertThat(measure(AssessmentPoint.ENTRY, row(pupil, "activity", "5", "anxiety", null)))
                .isEqualTo(new Assessments.Stored(1, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "activity, 6, assessment.out-of-scale",
        "activity, 0, assessment.out-of-scale",
        "activity, 3.333, assessment.out-of-scale",
        "activity, 1e30, assessment.out-of-scale",
        "deficits, 3, assessment.not-of.WORKER",
        "nothing, 3, assessment.unknown-scale"
    })
    void whatCannotBeIsRefusedWithRowAndScaleAndNothingIsStored(String scale, String value, String code) {
        Participant first = consented("Примеров");
        Participant second = consented("Образцов");
        assertThatThrownBy(() -> measure(AssessmentPoint.ENTRY, row(first, "anxiety", "3"), row(second, scale, value)))
                .isInstanceOfSatisfying(UserInputException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(code);
                    assertThat(refused.arguments()).startsWith("2").hasSizeGreaterThan(1);
                });
        assertThat(values(AssessmentPoint.ENTRY, first)).isEmpty();
    }

    @Test
    void rowsAreOfDifferentPeopleOfTheProgramme() {
        Participant pupil = consented("Примеров");
        Long other = programmes
                .open(school.id(), SchoolYear.around(today), "pupil-to-pupil")
                .id();
        Participant elsewhere = enter(other, "Образцов", ParticipantRole.MENTEE, ParticipantCategory.PUPIL, 12);
        refused("assessment.twice", row(pupil, "activity", "3"), row(pupil, "anxiety", "3"));
        refused("assessment.unknown", row(elsewhere, "activity", "3"));
        refused("assessment.unknown", new Assessments.Row(null, Map.of()));
    }

    @Test
    void nobodyIsMeasuredWithoutAConsent() {
        Participant none = enter(programme, "Примеров", ParticipantRole.MENTEE, ParticipantCategory.PUPIL, 12);
        refused("assessment.consent", row(none, "activity", "3"));
        sign(none, ConsentKind.PROCESSING);
        refused("assessment.help-consent", row(none, "activity", "3"));
        sign(none, ConsentKind.PSYCHOLOGICAL_HELP);
        measure(AssessmentPoint.ENTRY, row(none, "activity", "3"));
        Participant teacher = enter(programme, "Образцов", ParticipantRole.MENTOR, ParticipantCategory.TEACHER, 40);
        sign(teacher, ConsentKind.PROCESSING);
        measure(AssessmentPoint.ENTRY, row(teacher, "deficits", "7"));
    }

    @Test
    void aDayIsThereAndNotToCome() {
        Participant pupil = consented("Примеров");
        assertThatThrownBy(() -> school.as(
                        Role.CURATOR,
                        () -> assessments.record(
                                programme,
                                AssessmentPoint.ENTRY,
                                today.plusDays(1),
                                List.of(row(pupil, "activity", "3")))))
                .hasMessage("assessment.day-to-come");
        assertThatThrownBy(() -> school.as(
                        Role.CURATOR,
                        () -> assessments.record(
                                programme, AssessmentPoint.ENTRY, null, List.of(row(pupil, "activity", "3")))))
                .hasMessage("assessment.no-day");
    }

    @Test
    void scalesAreTheSchoolsOwnUntilSomethingIsMeasured() {
        Participant pupil = consented("Примеров");
        assertThat(names()).startsWith("Вовлечённость", "Активность", "Самооценка", "Тревожность");
        change(
                scale("activity", "Активность на уроке", "0", "10", Better.MORE),
                scale("", "Темп чтения", "0", "300", Better.NEITHER),
                scale("", " ", "1", "5", Better.MORE));
        assertThat(names()).containsExactly("Активность на уроке", "Темп чтения");
        measure(AssessmentPoint.ENTRY, row(pupil, "activity", "7", "scale-1", "120"));

        assertThatThrownBy(() -> change(scale("activity", "Активность", "1", "5", Better.MORE)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("assessment.frozen");
        assertThat(names()).containsExactly("Активность на уроке", "Темп чтения");
    }

    @Test
    void scalesThatCannotBeAreRefused() {
        assertThatThrownBy(() -> change(scale("", "Темп", "5", "5", Better.MORE)))
                .hasMessage("assessment.scale-bounds");
        assertThatThrownBy(() -> change(scale("", "Темп", null, "5", Better.MORE)))
                .hasMessage("assessment.scale-bounds");
        assertThatThrownBy(() ->
                        change(scale("", "Темп", "1", "5", Better.MORE), scale("", " темп ", "1", "5", Better.MORE)))
                .hasMessage("assessment.scale-twice");
        assertThatThrownBy(() -> change(scale("", "", "1", "5", Better.MORE))).hasMessage("assessment.scales-none");
        assertThatThrownBy(() -> change(IntStream.rangeClosed(0, AssessmentScales.MAX_SCALES)
                        .mapToObj(number -> scale("", "Шкала " + number, "1", "5", Better.MORE))
                        .toArray(AssessmentScales.Typed[]::new)))
                .hasMessage("assessment.scales-many");
    }

    @Test
    void entryAndExitAreComparedAndFewPeopleAreNotTold() {
        List<Participant> pupils = IntStream.range(0, Assessments.MIN_GROUP)
                .mapToObj(number -> consented("Примеров" + "абвгд".charAt(number)))
                .toList();
        for (Participant pupil : pupils) {
            measure(AssessmentPoint.ENTRY, row(pupil, "activity", "2", "anxiety", "4"));
        }
        for (Participant pupil : pupils.subList(1, pupils.size())) {
            measure(AssessmentPoint.EXIT, row(pupil, "activity", "4", "anxiety", "4"));
        }
        assertThat(compared("activity"))
                .isEqualTo(new Assessments.Comparison(scaleOf("activity"), 5, 4, 4, null, null, null, null, null));

        measure(AssessmentPoint.EXIT, row(pupils.get(0), "activity", "1", "anxiety", "5"));

        assertThat(compared("activity"))
                .isEqualTo(new Assessments.Comparison(
                        scaleOf("activity"), 5, 5, 5, new BigDecimal("2"), new BigDecimal("3.4"), 4, 0, 1));
        assertThat(compared("anxiety"))
                .isEqualTo(new Assessments.Comparison(
                        scaleOf("anxiety"), 5, 5, 5, new BigDecimal("4"), new BigDecimal("4.2"), 0, 4, 1));
    }

    @Test
    void whoIsErasedLeavesNothing() {
        Participant pupil = consented("Примеров");
        measure(AssessmentPoint.ENTRY, row(pupil, "activity", "3"));
        assertThat(assessments.of(pupil.id())).hasSize(1);
        assessments.anonymised(new PersonAnonymised(
                pupil.person().id(),
                school.id(),
                ErasedNames.of(List.of(pupil.person().details()), name -> false)));
        assertThat(assessments.of(pupil.id())).isEmpty();
    }

    @Test
    void valuesAreForCuratorAndPsychologistAlone() {
        Participant pupil = consented("Примеров");
        for (Role role : List.of(Role.DEPUTY, Role.DIRECTOR, Role.CLASS_TEACHER, Role.MENTOR)) {
            assertThatThrownBy(() -> school.as(
                            role,
                            () -> assessments.record(
                                    programme, AssessmentPoint.ENTRY, today, List.of(row(pupil, "activity", "3")))))
                    .isInstanceOf(ForbiddenException.class);
            assertThatThrownBy(() -> school.as(role, () -> assessments.programme(programme)))
                    .isInstanceOf(ForbiddenException.class);
        }
    }

    /** The same person was entered twice: what was measured of either stands, of the kept entry where both were measured. */
    @Test
    void whatWasMeasuredOfTheOtherEntryGoesAlongAndComesBack() {
        Participant kept = consented("Примеров");
        Participant closed = consented("Примиров");
        measure(AssessmentPoint.ENTRY, row(kept, "activity", "3"));
        measure(AssessmentPoint.ENTRY, row(closed, "activity", "5", "anxiety", "4"));
        measure(AssessmentPoint.EXIT, row(closed, "activity", "5"));

        Long merge = school.as(
                        Role.CURATOR,
                        () -> duplicates.merge(
                                programme,
                                kept.person().id(),
                                closed.person().id(),
                                kept.person().details()))
                .id();
        assertThat(values(AssessmentPoint.ENTRY, kept)).isEqualTo(Map.of("activity", "3", "anxiety", "4"));
        assertThat(values(AssessmentPoint.EXIT, kept)).isEqualTo(Map.of("activity", "5"));
        assertThat(compared("activity").both()).isEqualTo(1);
        measure(AssessmentPoint.ENTRY, row(kept, "anxiety", "2"));

        school.as(Role.CURATOR, () -> {
            duplicates.undo(programme, merge);
            return null;
        });
        assertThat(values(AssessmentPoint.ENTRY, kept))
                .as("what was measured of the kept entry itself stays")
                .isEqualTo(Map.of("activity", "3", "anxiety", "2"));
        assertThat(values(AssessmentPoint.EXIT, kept)).isEmpty();
        assertThat(values(AssessmentPoint.ENTRY, closed)).isEqualTo(Map.of("activity", "5", "anxiety", "4"));
    }

    @Test
    void theFiguresOfTheReportAreThoseOfPeopleMeasuredTwice() {
        assertThat(twice.of(programme)).isEqualTo(new MeasuredTwice.Figures(0, 0, 0, null));
        for (int i = 0; i < 5; i++) {
            assertThat(twice.of(programme).better()).as("too few to be told").isNull();
            Participant pupil = consented("Примеров" + "абвгд".charAt(i));
            measure(AssessmentPoint.ENTRY, row(pupil, "activity", "3", "anxiety", "3"));
            measure(AssessmentPoint.EXIT, row(pupil, "activity", i < 3 ? "4" : "2", "anxiety", "3"));
        }
        measure(AssessmentPoint.ENTRY, row(consented("Образцов"), "activity", "3"));

        assertThat(twice.of(programme)).isEqualTo(new MeasuredTwice.Figures(6, 5, 5, 3));
    }

    /** Three questions measure a scale together, one of them the other way round, from 1 to 10; the scale goes from 1 to 5. */
    @Test
    void answersBecomeWhatWasMeasuredWhenSomebodyTakesThemOver() {
        Participant pupil = consented("Примеров");
        Participant minor = enter(programme, "Образцов", ParticipantRole.MENTEE, ParticipantCategory.PUPIL, 12);
        sign(minor, ConsentKind.PROCESSING);
        for (Participant one : List.of(pupil, minor)) {
            answer(
                    one,
                    Map.of(
                            "activity1", List.of("10"),
                            "activity2", List.of("10"),
                            "activity3", List.of("1"),
                            "anxiety1", List.of("1")));
        }
        assertThat(values(AssessmentPoint.ENTRY, pupil)).as("nothing by itself").isEmpty();
        assertThat(school.as(Role.PSYCHOLOGIST, () -> answered.waiting(programme, AssessmentPoint.ENTRY)))
                .as("a minor whose parents have not consented to the psychologist's help is not measured")
                .isEqualTo(1);

        assertThat(school.as(Role.PSYCHOLOGIST, () -> answered.take(programme, AssessmentPoint.ENTRY)))
                .isEqualTo(1);

        assertThat(values(AssessmentPoint.ENTRY, pupil)).isEqualTo(Map.of("activity", "5", "anxiety", "1"));
        assertThat(values(AssessmentPoint.ENTRY, minor)).isEmpty();
        assertThat(school.as(Role.PSYCHOLOGIST, () -> answered.waiting(programme, AssessmentPoint.ENTRY)))
                .isZero();
        assertThatThrownBy(() -> school.as(Role.DEPUTY, () -> answered.take(programme, AssessmentPoint.ENTRY)))
                .isInstanceOf(ForbiddenException.class);
    }

    private void answer(Participant of, Map<String, List<String>> given) {
        Long invitation = school.as(
                        Role.CURATOR, () -> campaigns.invite(programme, "assessment-entry", List.of(of.id()), null))
                .get(0)
                .invitationId();
        school.as(Role.CURATOR, () -> answers.enter(programme, invitation, 0, Channel.PAPER, given));
    }

    private Participant consented(String lastName) {
        Participant pupil = enter(programme, lastName, ParticipantRole.MENTEE, ParticipantCategory.PUPIL, 12);
        sign(pupil, ConsentKind.PROCESSING);
        sign(pupil, ConsentKind.PSYCHOLOGICAL_HELP);
        return pupil;
    }

    private Participant enter(
            Long into, String lastName, ParticipantRole role, ParticipantCategory category, int years) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        into,
                        role,
                        PersonDetails.named(lastName, "Пример", null, today.minusYears(years)),
                        ParticipantDetails.of(role, category, null)));
    }

    private void sign(Participant of, ConsentKind kind) {
        school.as(
                Role.CURATOR,
                () -> consents.register(of.id(), kind, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
    }

    /** @param values keys of scales and values by turns */
    private static Assessments.Row row(Participant of, String... values) {
        Map<String, BigDecimal> measured = new HashMap<>();
        for (int i = 0; i < values.length; i += 2) {
            measured.put(values[i], values[i + 1] == null ? null : new BigDecimal(values[i + 1]));
        }
        return new Assessments.Row(of.id(), measured);
    }

    private Assessments.Stored measure(AssessmentPoint point, Assessments.Row... rows) {
        return school.as(Role.PSYCHOLOGIST, () -> assessments.record(programme, point, today, List.of(rows)));
    }

    private void refused(String code, Assessments.Row... rows) {
        assertThatThrownBy(() -> measure(AssessmentPoint.ENTRY, rows)).hasMessage(code);
    }

    private Map<String, String> values(AssessmentPoint point, Participant of) {
        Map<String, String> values = new HashMap<>();
        assessments
                .of(programmes.get(programme), point, List.of(of))
                .getOrDefault(of.id(), Map.of())
                .forEach((key, measured) -> values.put(key, measured.value().toPlainString()));
        return values;
    }

    private static AssessmentScales.Typed scale(String key, String title, String lower, String upper, Better better) {
        return new AssessmentScales.Typed(
                key, title, Whom.PUPIL, lower == null ? null : new BigDecimal(lower), new BigDecimal(upper), better);
    }

    private void change(AssessmentScales.Typed... typed) {
        school.as(Role.CURATOR, () -> {
            scales.replace(programme, Arrays.asList(typed));
            return null;
        });
    }

    private List<String> names() {
        return scales.of(programmes.get(programme)).stream().map(Scale::title).toList();
    }

    private Scale scaleOf(String key) {
        return scales.of(programmes.get(programme)).stream()
                .filter(scale -> scale.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private Assessments.Comparison compared(String key) {
        return school.as(Role.DIRECTOR, () -> assessments.compare(programme)).stream()
                .filter(each -> each.scale().key().equals(key))
                .findFirst()
                .orElseThrow();
    }
}
