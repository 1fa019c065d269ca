package org.mentoringroadmap.programmebank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** What the bank of programmes promises, on whichever database the subclass brings. */
abstract class ProgrammeBankContract {
    private static final CardDetails FULL = new CardDetails(
            "Ёлка знаний",
            MentoringForm.PUPIL_PUPIL,
            RoleModel.ACHIEVING_STRUGGLING,
            "Догнать программу",
            "Первая\nВторая",
            "Старшеклассники",
            "Пятиклассники",
            "октябрь – май",
            "Библиотека",
            "Отметки выросли",
            "Знакомство | октябрь | наставник\nИтог | май");

    @Autowired
    private TestSchools schools;

    @Autowired
    private ProgrammeBank bank;

    @Autowired
    private CardExchange exchange;

    private TestSchool school;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.MENTOR);
    }

    @Test
    void everythingIsKeptAndFoundByAnyPartOfTheTitle() {
        Long id = add(FULL);

        assertThat(found("ЕЛКА", null, false)).containsExactly(id);
        assertThat(found("знаний", MentoringForm.PUPIL_PUPIL, false)).containsExactly(id);
        assertThat(found("", MentoringForm.TEACHER_PUPIL, false)).isEmpty();
        assertThat(school.as(Role.MENTOR, () -> bank.visible(id).details())).isEqualTo(FULL);
    }

    @Test
    void aCardInTheArchiveIsNotOffered() {
        Long id = add(FULL);

        run(Role.DEPUTY, () -> bank.retire(id, true));
        assertThat(bank.offered(school.id())).isEmpty();
        assertThat(found("", null, false)).isEmpty();
        assertThat(found("", null, true)).containsExactly(id);
        assertThat(bank.find(school.id(), id)).isPresent();

        run(Role.DEPUTY, () -> bank.retire(id, false));
        assertThat(bank.offered(school.id())).extracting(ProgrammeCard::id).containsExactly(id);
    }

    @Test
    void wrongInputIsRefused() {
        add(FULL);

        assertThatThrownBy(() -> add(named("  ", MentoringForm.PUPIL_PUPIL))).hasMessage("card.title");
        assertThatThrownBy(() -> add(named("Без формы", null))).hasMessage("card.form");
        assertThatThrownBy(() -> add(named("П".repeat(301), MentoringForm.PUPIL_PUPIL)))
                .hasMessage("card.too-long");
        assertThatThrownBy(() -> add(named("«ЕЛКА  знаний»", MentoringForm.PUPIL_PUPIL)))
                .isInstanceOf(ConflictException.class)
                .hasMessage("card.exists");
        assertThat(add(named("Ёлка знаний", MentoringForm.TEACHER_PUPIL))).isNotNull();
    }

    @Test
    void ofTwoEditorsTheSecondIsTold() {
        Long id = add(FULL);
        int seen = school.as(Role.CURATOR, () -> bank.visible(id).version());
        run(Role.CURATOR, () -> bank.change(id, seen, named("Раз", MentoringForm.PUPIL_PUPIL)));

        assertThatThrownBy(() -> run(Role.DEPUTY, () -> bank.change(id, seen, named("Два", MentoringForm.PUPIL_PUPIL))))
                .isInstanceOf(ConflictException.class)
                .hasMessage("card.changed-meanwhile");
    }

    @Test
    void othersDoNotWriteAndAnotherSchoolSeesNothing() {
        Long id = add(FULL);
        TestSchool other = schools.create(Role.CURATOR);

        assertThatThrownBy(() -> school.as(Role.MENTOR, () -> bank.add(null, FULL)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> other.as(Role.CURATOR, () -> bank.visible(id))).isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> other.as(Role.CURATOR, () -> bank.add(school.id(), FULL)))
                .hasMessage("card.school");
        assertThat(other.as(Role.CURATOR, () -> bank.find("", null, false, 0).getTotalElements()))
                .isZero();
    }

    @Test
    void aFileTakesTheBankToAnotherSchoolOnce() {
        add(FULL);
        Long retired = add(named("Старая", MentoringForm.TEACHER_TEACHER));
        run(Role.CURATOR, () -> bank.retire(retired, true));
        byte[] file = school.as(Role.CURATOR, () -> exchange.export());
        TestSchool other = schools.create(Role.CURATOR);

        assertThat(other.as(Role.CURATOR, () -> exchange.take(null, file))).isEqualTo(new CardExchange.Result(1, 0));
        assertThat(other.as(Role.CURATOR, () -> exchange.take(null, file))).isEqualTo(new CardExchange.Result(0, 1));
        assertThat(bank.offered(other.id())).extracting(ProgrammeCard::details).containsExactly(FULL);
    }

    @Test
    void aWrongFileChangesNothing() {
        String good = "{\"title\":\"Первая\",\"form\":\"pupil-pupil\"}";
        for (String bad : List.of(
                "{}",
                "[]",
                "null",
                "не файл",
                "{\"format\":\"" + CardExchange.FORMAT + "\",\"version\":2,\"cards\":[]}")) {
            assertThatThrownBy(() -> take(bad)).hasMessage("card.file");
        }
        for (String bad : List.of(
                "{\"form\":\"pupil-pupil\"}",
                "{\"title\":\"Вторая\",\"form\":\"нет такой\"}",
                "{\"title\":\"Вторая\",\"form\":\"pupil-pupil\",\"roleModel\":\"НЕТ\"}")) {
            assertThatThrownBy(() -> take(file(good + "," + bad)))
                    .hasMessage("card.file-entry")
                    .asInstanceOf(InstanceOfAssertFactories.type(UserInputException.class))
                    .satisfies(refused -> assertThat(refused.arguments()[0]).isEqualTo("2"));
        }
        assertThatThrownBy(() -> take(file(good + ",null"))).hasMessage("card.file");
        assertThat(found("", null, false)).isEmpty();
    }

    private static String file(String cards) {
        return "{\"format\":\"" + CardExchange.FORMAT + "\",\"version\":1,\"cards\":[" + cards + "]}";
    }

    private CardExchange.Result take(String file) {
        return school.as(Role.CURATOR, () -> exchange.take(null, file.getBytes(StandardCharsets.UTF_8)));
    }

    private static CardDetails named(String title, MentoringForm form) {
        return new CardDetails(title, form, null, null, null, null, null, null, null, null, null);
    }

    private Long add(CardDetails details) {
        return school.as(Role.CURATOR, () -> bank.add(null, details).id());
    }

    private List<Long> found(String text, MentoringForm form, boolean retired) {
        return school.as(Role.CURATOR, () -> bank.find(text, form, retired, 0)).stream()
                .map(ProgrammeCard::id)
                .toList();
    }

    private void run(Role role, Runnable work) {
        school.as(role, () -> {
            work.run();
            return null;
        });
    }
}
