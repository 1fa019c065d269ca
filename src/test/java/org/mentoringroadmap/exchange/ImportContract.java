package org.mentoringroadmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.Duplicates;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Cards;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.table.SheetChoices;
import org.mentoringroadmap.table.TableFile;
import org.mentoringroadmap.table.Workbook;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the import promises, on whichever database the subclass brings. */
abstract class ImportContract {
    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private ImportOfPeople imports;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private Staff staff;

    @Autowired
    private ImportProgress progress;

    @Autowired
    private TableAccess access;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private RegisterExport export;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;

    @BeforeEach
    void school() {
        school = schools.create(Role.values());
        programmeId = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        classes.add(school.id(), "5А", null);
    }

    @Test
    void everythingOfARowIsKept() {
        ImportReport report = store(
                ParticipantRole.MENTEE,
                "Фамилия;Имя;Отчество;Дата рождения;Категория;Класс;Запросы;Трудности;Интересы;Дни и"
                        + " часы;Формы;Ролевые модели;Особая категория;Представитель;Кем приходится;Телефон"
                        + " представителя;Телефон;Почта",
                "Примеров;Пётр;Петрович;1 сентября 2014 г.;ученик;5-а;Математика, чтение;Теряется у доски;Шахматы;"
                        + "\"пн 14:00–15:30, ср с 10 до 11\";Ученик — ученик;лидер - пассивный;ОВЗ, одарённый;"
                        + "Примерова Анна;мать;8 900 000-00-00;8 900 000-00-01;primer@example.org");

        assertThat(report.errors()).isEmpty();
        assertThat(report.stored()).isTrue();
        assertThat(report.waiting()).isEqualTo(1);
        assertThat(report.lines().get(0).waits())
                .containsExactly(
                        "Трудности",
                        "Формы",
                        "Ролевые модели",
                        "Дни и часы",
                        "Особая категория",
                        "Запросы",
                        "Интересы");
        assertThat(only(ParticipantRole.MENTEE).details().saysMoreThanAConsentNeeds(ParticipantRole.MENTEE))
                .as("before the consent")
                .isFalse();
        sign(ParticipantRole.MENTEE);
        Participant entered = only(ParticipantRole.MENTEE);
        assertThat(entered.person().details())
                .isEqualTo(new PersonDetails(
                        "Примеров",
                        "Пётр",
                        "Петрович",
                        LocalDate.of(2014, 9, 1),
                        "8 900 000-00-01",
                        "primer@example.org",
                        null,
                        null,
                        null,
                        "Примерова Анна",
                        "мать",
                        "8 900 000-00-00"));
        ParticipantDetails details = entered.details();
        assertThat(details.category()).isEqualTo(ParticipantCategory.PUPIL);
        assertThat(details.classId()).isEqualTo(classId("5А"));
        assertThat(details.difficulties()).isEqualTo("Теряется у доски");
        assertThat(details.topics())
                .containsExactlyInAnyOrder(
                        Topic.of(TopicKind.REQUEST, "Математика"),
                        Topic.of(TopicKind.REQUEST, "чтение"),
                        Topic.of(TopicKind.INTEREST, "Шахматы"));
        assertThat(details.hours()).containsExactlyInAnyOrder(new Hour(1, 840, 930), new Hour(3, 600, 660));
        assertThat(details.forms()).containsExactly(MentoringForm.PUPIL_PUPIL);
        assertThat(details.roleModels()).containsExactly(RoleModel.LEADER_PASSIVE);
        assertThat(details.needs()).containsExactlyInAnyOrder(Need.SPECIAL_HEALTH_NEEDS, Need.GIFTED);
        assertThat(entered.status()).isEqualTo(ParticipantStatus.PROPOSED);
        assertThat(school.as(Role.CURATOR, () -> registers.story(entered.id()))).hasSize(1);
    }

    /** As on the form of a card: a list brings no more than the signed paper names. */
    @Test
    void whatTheSignedConsentDoesNotNameIsRefused() {
        asksForHealth(false);
        store(ParticipantRole.MENTEE, "ФИО;Дата рождения;Категория", "Примеров Пётр;01.09.2014;ученик");
        sign(ParticipantRole.MENTEE);
        asksForHealth(true);
        String[] table = {"ФИО;Дата рождения;Особая категория", "Примеров Пётр;01.09.2014;ОВЗ, одарённый"};

        assertThat(store(ParticipantRole.MENTEE, table).errors())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message())
                        .startsWith("Подписанное согласие не называет «Ограниченные возможности здоровья»"));
        assertThat(only(ParticipantRole.MENTEE).details().needs()).isEmpty();

        sign(ParticipantRole.MENTEE);
        assertThat(store(ParticipantRole.MENTEE, table).errors()).isEmpty();
        assertThat(only(ParticipantRole.MENTEE).details().needs())
                .containsExactlyInAnyOrder(Need.SPECIAL_HEALTH_NEEDS, Need.GIFTED);
    }

    /** What no paper of a grown-up names is refused at once, before a consent too: it would wait for nothing. */
    @Test
    void whatIsKeptOfPupilsOnlyIsRefusedOfAGrownUp() {
        asksForHealth(true);
        assertThat(store(ParticipantRole.MENTEE, "ФИО;Категория;Особая категория", "Примеров Пётр;педагог;ОВЗ")
                        .errors())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message())
                        .startsWith("«Ограниченные возможности здоровья» отмечают только у обучающихся"));
    }

    /** Who withdraws wants less to be kept: a list brings nothing that would wait for a consent, and no new card. */
    @Test
    void nothingWaitsForWhoeverHasWithdrawn() {
        classes.add(school.id(), "6А", null);
        store(ParticipantRole.MENTEE, "ФИО;Дата рождения;Класс", "Примеров Пётр;01.09.2014;5А");
        sign(ParticipantRole.MENTEE);
        Participant entered = only(ParticipantRole.MENTEE);
        school.as(
                Role.CURATOR,
                () -> consents.withdraw(
                        consents.of(entered.person().id()).get(0).id(), null));

        String head = "ФИО;Дата рождения;Класс;Трудности;Интересы";
        ImportReport report = store(ParticipantRole.MENTEE, head, "Примеров Пётр;01.09.2014;6А;Теряется;Шахматы");
        assertThat(report.stored()).isTrue();
        assertThat(report.warnings())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message())
                        .isEqualTo("Согласие на обработку персональных данных отозвано."
                                + " В карточку не попадёт и храниться не будет: Трудности, Интересы."));
        assertThat(only(ParticipantRole.MENTEE).classId()).contains(classId("6А"));
        assertThat(heldOf(entered)).isZero();
        assertThat(store(ParticipantRole.MENTEE, head, "Примеров Пётр;01.09.2014;6А;Теряется;Шахматы")
                        .count(Outcome.UNCHANGED))
                .isEqualTo(1);

        assertThat(store(ParticipantRole.MENTOR, "ФИО;Дата рождения;Класс", "Примеров Пётр;01.09.2014;6А")
                        .errors())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message())
                        .startsWith("Согласие на обработку персональных данных отозвано: добавлять ничего нельзя"));
        assertThat(all(ParticipantRole.MENTOR)).isEmpty();

        sign(ParticipantRole.MENTEE);
        store(ParticipantRole.MENTEE, head, "Примеров Пётр;01.09.2014;6А;Теряется;Шахматы");
        assertThat(only(ParticipantRole.MENTEE).details().difficulties()).isEqualTo("Теряется");
    }

    private int heldOf(Participant participant) {
        return jdbc.sql("select count(*) from held_details where participant_id = ?")
                .param(participant.id())
                .query(Integer.class)
                .single();
    }

    private void asksForHealth(boolean health) {
        school.as(Role.CURATOR, () -> {
            schools.decide(school, RegistryCodes.NONE, new PaperSettings(null, null, null, null, health, false));
            return null;
        });
    }

    @Test
    void aMentorHasWhatAMentorHas() {
        store(
                ParticipantRole.MENTOR,
                "фамилия,имя,Компетенции,Достижения,Сколько наставляемых,Возраст от,Возраст до,Место работы,Должность",
                "Образцова,Анна,\"Химия, Биология\",Кандидат наук,3,12,15,Образцовый завод,Инженер");

        sign(ParticipantRole.MENTOR);
        Participant mentor = only(ParticipantRole.MENTOR);
        assertThat(mentor.category()).isEqualTo(ParticipantCategory.EMPLOYEE);
        assertThat(mentor.details().capacity()).isEqualTo(3);
        assertThat(mentor.details().ageFrom()).isEqualTo(12);
        assertThat(mentor.details().ageTo()).isEqualTo(15);
        assertThat(mentor.details().topics()).hasSize(2);
        assertThat(mentor.person().details().organisation()).isEqualTo("Образцовый завод");
    }

    @ParameterizedTest
    @EnumSource(ParticipantRole.class)
    void theTemplateIsAFileThatIsTakenOnceAndChangesNothingTheSecondTime(ParticipantRole role) {
        for (Role who : List.of(Role.CURATOR, Role.DEPUTY)) {
            byte[] template = school.as(who, () -> imports.template(programmeId, role));
            ImportReport first = school.as(
                    who, () -> imports.store(programmeId, role, TableFile.read("образец.csv", template), false));
            assertThat(first.errors()).isEmpty();
            assertThat(first.warnings()).isEmpty();
            assertThat(first.rows()).isEqualTo(1);
            assertThat(first.count(who == Role.CURATOR ? Outcome.CREATED : Outcome.UNCHANGED))
                    .isEqualTo(1);
        }
        byte[] again = school.as(Role.CURATOR, () -> imports.template(programmeId, role));
        assertThat(school.as(
                                Role.CURATOR,
                                () -> imports.store(programmeId, role, TableFile.read("образец.csv", again), false))
                        .count(Outcome.UNCHANGED))
                .isEqualTo(1);
    }

    @Test
    void theTemplateOfASchoolWithoutClassesIsTakenToo() {
        classes.remove(school.id(), classId("5А"));
        byte[] template = school.as(Role.CURATOR, () -> imports.template(programmeId, ParticipantRole.MENTEE));

        assertThat(school.as(
                                Role.CURATOR,
                                () -> imports.store(
                                        programmeId,
                                        ParticipantRole.MENTEE,
                                        TableFile.read("образец.csv", template),
                                        false))
                        .count(Outcome.CREATED))
                .isEqualTo(1);
    }

    @Test
    void withAnErrorOrWithoutConfirmationNothingIsStored() {
        String header = "Фамилия;Имя;Дата рождения;Класс;Категория";
        String right = "Примеров;Пётр;01.09.2014;5А;";
        assertThat(preview(ParticipantRole.MENTEE, header, right).count(Outcome.CREATED))
                .isEqualTo(1);
        ImportReport wrong = store(
                ParticipantRole.MENTEE,
                header,
                right,
                "Образцов;;31.02.2014;99Ы;пират",
                "=1+1;Иван;;;",
                "Ложкин;Иван;01.09.2090;;");

        assertThat(wrong.stored()).isFalse();
        assertThat(wrong.rows()).isEqualTo(4);
        assertThat(wrong.errors())
                .extracting(issue -> issue.row() + " " + issue.column())
                .containsExactlyInAnyOrder(
                        "3 Имя", "3 Дата рождения", "3 Класс", "3 Категория", "4 Фамилия", "5 Дата рождения");
        assertThat(wrong.errors())
                .allSatisfy(issue -> assertThat(issue.message()).matches("(?s).*[а-яё].*"));
        assertThat(all(ParticipantRole.MENTEE)).isEmpty();
    }

    @Test
    void anEmptyCellErasesNothingAndOthersAreChanged() {
        store(
                ParticipantRole.MENTEE,
                "Фамилия;Имя;Дата рождения;Класс;Запросы;Интересы;Телефон",
                "Примеров;Пётр;01.09.2014;5А;Математика;Шахматы;8 900 000-00-00");
        Participant before = only(ParticipantRole.MENTEE);
        ImportReport report = store(
                ParticipantRole.MENTEE,
                "Имя;Фамилия;Дата рождения;Запросы;Интересы;Телефон",
                "ПЕТР;ПРИМЕРОВ;2014-09-01;Физика;;—");

        assertThat(report.count(Outcome.UPDATED)).isEqualTo(1);
        assertThat(report.lines().get(0).changes()).containsExactly("Запросы");
        sign(ParticipantRole.MENTEE);
        Participant after = only(ParticipantRole.MENTEE);
        assertThat(after.id()).isEqualTo(before.id());
        assertThat(after.version()).isGreaterThan(before.version());
        assertThat(after.person().version()).isEqualTo(before.person().version());
        assertThat(after.person().fullName()).isEqualTo("Примеров Пётр");
        assertThat(after.details().topics())
                .containsExactlyInAnyOrder(
                        Topic.of(TopicKind.REQUEST, "Физика"), Topic.of(TopicKind.INTEREST, "Шахматы"));
        assertThat(after.person().details().phone()).isEqualTo("8 900 000-00-00");
        assertThat(after.details().classId()).isEqualTo(classId("5А"));
    }

    @Test
    void theSameFileTwiceChangesNothing() {
        String[] file = Stream.concat(
                        Stream.of("ФИО;Класс;Дни и часы;Особая категория;Формы"),
                        IntStream.rangeClosed(1, 120)
                                .mapToObj(i -> "Примеров" + letters(i)
                                        + " Пример;5А;пн 14-15;ТЖС;Ученик — ученик, Учитель — ученик"))
                .toArray(String[]::new);
        enterByHand("Первый");
        assertThat(store(ParticipantRole.MENTEE, file).count(Outcome.CREATED)).isEqualTo(120);
        for (int i = 0; i < 60; i++) {
            enterByHand("Второй" + letters(i)); // keys of both ways do not meet
        }
        ImportReport again = store(ParticipantRole.MENTEE, file);

        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(120);
        assertThat(all(ParticipantRole.MENTEE)).hasSize(181);
        assertThat(store(ParticipantRole.MENTEE, "Фамилия;Имя", "Третий;Пример").count(Outcome.CREATED))
                .isEqualTo(1);
    }

    @Test
    void thePersonIsTheSameByBirthdayOrByClass() {
        store(ParticipantRole.MENTEE, "Фамилия;Имя;Класс", "Примеров;Пётр;5А", "Ложкин;Иван;5А", "Вилкин;Олег;");

        ImportReport report = store(
                ParticipantRole.MENTEE,
                "Фамилия;Имя;Дата рождения;Класс",
                "Примеров;Пётр;01.09.2014;5 «А» класс", // the birthday is added
                "Ложкин;Иван;01.09.2014;", // cannot be told
                "Вилкин;Олег;01.09.2014;"); // neither has a class
        assertThat(report.lines())
                .extracting(ImportLine::outcome)
                .containsExactly(Outcome.UPDATED, Outcome.REFUSED, Outcome.UPDATED);
        assertThat(report.errors()).hasSize(1);
        assertThat(report.errors().get(0).message()).contains("Ложкин Иван").contains("дату рождения");
    }

    @Test
    void oneSpelledTwiceIsProposed() {
        store(ParticipantRole.MENTEE, "ФИО;Дата рождения;Класс", "Примеров Пётр Петрович;01.09.2014;5А");

        ImportReport report = preview(
                ParticipantRole.MENTEE,
                "ФИО;Дата рождения;Класс",
                "Примиров Петр Петрович;01.09.2014;5А",
                "Пётр Примеров Петрович;01.09.2014;5А",
                "Примеров Пётр;01.09.2014;5А",
                "Примеров Пётр Петрович;02.09.2014;5А",
                "Другой Иван;01.09.2014;5А",
                "Другой Иван;01.09.2014;5А",
                "Лругой Иван;01.09.2014;5А");
        assertThat(report.warnings()).extracting(ImportIssue::row).containsExactly(2, 3, 4, 5, 8);
        assertThat(report.warnings().get(0).message()).contains("Примеров Пётр Петрович");
        assertThat(report.warnings().get(3).message()).contains("01.09.2014");
        assertThat(report.errors()).extracting(ImportIssue::row).containsExactly(7);
        assertThat(report.errors().get(0).message()).contains("строке 6");
    }

    /** Whoever was entered twice and then merged is known under both spellings. */
    @Test
    void theListOfAMergedPersonEntersNobodyAgain() {
        String[] file = {"Фамилия;Имя;Дата рождения", "Примеров;Пётр;01.09.2014", "Примиров;Пётр;01.09.2014"};
        store(ParticipantRole.MENTEE, file);
        List<Participant> both = all(ParticipantRole.MENTEE);
        school.as(
                Role.CURATOR,
                () -> duplicates.merge(
                        programmeId,
                        both.get(0).person().id(),
                        both.get(1).person().id(),
                        both.get(0).person().details()));
        ImportReport again = preview(ParticipantRole.MENTEE, file[0], file[2]);

        assertThat(again.errors()).isEmpty();
        assertThat(again.count(Outcome.UNCHANGED)).isEqualTo(1);
        assertThat(preview(ParticipantRole.MENTEE, file).errors())
                .extracting(ImportIssue::row)
                .containsExactly(3);
    }

    @Test
    void onePersonIsMenteeAndMentor() {
        store(ParticipantRole.MENTEE, "Фамилия;Имя;Дата рождения", "Примеров;Пётр;01.09.2010");
        ImportReport report = store(ParticipantRole.MENTOR, "Фамилия;Имя;Дата рождения", "Примеров;Петр;01.09.2010");

        assertThat(report.count(Outcome.CREATED)).isEqualTo(1);
        assertThat(only(ParticipantRole.MENTOR).person().id())
                .isEqualTo(only(ParticipantRole.MENTEE).person().id());
    }

    @Test
    void missingClassesAreAddedWhereTheCuratorWantsIt() {
        String[] file = {"Фамилия;Имя;Класс", "Примеров;Пётр;6 б", "Образцов;Иван;6-Б", "Ложкин;Олег;кружок"};
        assertThat(preview(ParticipantRole.MENTEE, file).errors())
                .extracting(ImportIssue::row)
                .containsExactly(2, 3, 4);
        file[3] = "Ложкин;Олег;5A"; // a Latin letter
        ImportReport report = school.as(
                Role.CURATOR,
                () -> imports.store(
                        programmeId, ParticipantRole.MENTEE, TableFile.read(String.join("\n", file)), true));

        assertThat(report.errors()).isEmpty();
        assertThat(classes.of(school.id())).extracting(SchoolClass::name).containsExactly("5А", "6Б");
        assertThat(all(ParticipantRole.MENTEE))
                .extracting(participant -> participant.classId().orElse(null))
                .containsOnly(classId("5А"), classId("6Б"));
        assertThatThrownBy(() -> school.as(
                        Role.DEPUTY,
                        () -> imports.preview(
                                programmeId, ParticipantRole.MENTEE, TableFile.read("Фамилия;Имя\nА;Б"), true)))
                .isInstanceOf(ForbiddenException.class);
    }

    @Test
    void whoMayNotReadSpecialCategoriesDoesNotBringThem() {
        store(
                ParticipantRole.MENTEE,
                "Фамилия;Имя;Дата рождения;Особая категория;Трудности",
                "Примеров;Пётр;01.09.2014;ТЖС;Тревожится");
        ImportReport refused = as(
                Role.DEPUTY,
                "Фамилия;Имя;Дата рождения;Особая категория;Трудности;Проблемы с поведением",
                "Примеров;Пётр;01.09.2014;ОВЗ;Другое;да",
                "Примеров;Пётр;01.09.2014;;;нет");
        ImportReport taken = as(
                Role.DEPUTY,
                "Фамилия;Имя;Дата рождения;Особая категория;Трудности;Трудная жизненная ситуация;Телефон",
                "Примеров;Пётр;01.09.2014;;;нет;8 900 000-00-00");

        assertThat(refused.errors())
                .filteredOn(issue -> issue.row() == 2)
                .extracting(ImportIssue::column)
                .containsExactlyInAnyOrder("Особая категория", "Трудности", "Проблемы с поведением");
        assertThat(taken.stored()).isTrue();
        sign(ParticipantRole.MENTEE);
        assertThat(only(ParticipantRole.MENTEE).details().needs()).containsExactly(Need.HARD_LIFE_SITUATION);
        assertThat(only(ParticipantRole.MENTEE).details().difficulties()).isEqualTo("Тревожится");
    }

    @Test
    void aColumnMaySayYesOrNo() {
        store(
                ParticipantRole.MENTEE,
                "Фамилия;Имя;Проблемы с поведением;ОВЗ;Ученик — ученик;Не участвует в жизни школы",
                "Примеров;Пётр;+;нет;1;Да");
        store(ParticipantRole.MENTEE, "Фамилия;Имя;Проблемы с поведением;ОВЗ", "Примеров;Пётр;-;");
        sign(ParticipantRole.MENTEE);

        assertThat(only(ParticipantRole.MENTEE).details().needs()).containsExactly(Need.DETACHED);
        assertThat(only(ParticipantRole.MENTEE).details().forms()).containsExactly(MentoringForm.PUPIL_PUPIL);
        assertThat(preview(ParticipantRole.MENTEE, "Фамилия;Имя;ОВЗ", "Примеров;Пётр;может быть")
                        .errors())
                .extracting(ImportIssue::column)
                .containsExactly("ОВЗ");
    }

    @Test
    void headersAreFoundAndWhatIsNotReadIsSaid() {
        ImportReport report = preview(
                ParticipantRole.MENTEE,
                "Список 5А класса;;;",
                "",
                "№ п/п;ИМЯ *;Любимый цвет;Фамилия:;Возраст от",
                "1;Пётр;синий;Примеров;5;забыто");

        assertThat(report.errors()).isEmpty();
        assertThat(report.lines().get(0).row()).isEqualTo(4);
        assertThat(report.lines().get(0).name()).isEqualTo("Примеров Пётр");
        assertThat(report.warnings())
                .extracting(issue -> issue.row() + " " + issue.column())
                .containsExactlyInAnyOrder("3 Любимый цвет", "3 Возраст от", "4 ");
        assertThat(preview(ParticipantRole.MENTEE, "Имя;Класс", "Пётр;5А").errors())
                .extracting(issue -> issue.row() + " " + issue.column())
                .containsExactly("1 Фамилия");
        assertThat(preview(ParticipantRole.MENTEE, "Имя;Фамилия;имя", "Пётр;Примеров;Иван")
                        .errors())
                .extracting(ImportIssue::column)
                .containsExactly("имя");
        assertThat(preview(ParticipantRole.MENTEE, "Имя;Фамилия").errors()).hasSize(1);
    }

    @Test
    void limitsOfTheCardAreErrorsOfTheirColumn() {
        ImportReport report = preview(
                ParticipantRole.MENTOR,
                "Фамилия;Имя;Почта;Сколько наставляемых;Возраст от;Возраст до;Компетенции;Должность;Отчество",
                "Примеров;Пётр;не почта;99;20;10;" + "м".repeat(201) + ";" + "д".repeat(201) + ";",
                "Примеров;Олег;;99;;;;;",
                "Примеров;Иван;;2;20;10;;;",
                "Примеров;Егор;;два;;;;;",
                "Примеров;Илья;;;;;;;" + "о".repeat(101));

        assertThat(report.errors())
                .extracting(issue -> issue.row() + " " + issue.column())
                .containsExactlyInAnyOrder(
                        "2 Почта",
                        "2 Компетенции",
                        "2 Должность",
                        "2 Сколько наставляемых",
                        "3 Сколько наставляемых",
                        "4 Возраст от",
                        "5 Сколько наставляемых",
                        "6 Отчество");
    }

    @Test
    void onlyCuratorAndDeputyImport() {
        for (Role role : Role.values()) {
            if (role != Role.CURATOR && role != Role.DEPUTY && role != Role.ADMINISTRATOR) {
                assertThatThrownBy(() -> as(role, "Фамилия;Имя", "Примеров;Пётр"))
                        .as(role.name())
                        .isInstanceOf(ForbiddenException.class);
            }
        }
    }

    /** Two who load the same list at the same moment do not enter anybody twice. */
    @Test
    void twoAtTheSameMomentTakeTurns() {
        List<CompletableFuture<ImportReport>> both = new ArrayList<>();
        for (Role role : List.of(Role.CURATOR, Role.DEPUTY)) {
            both.add(CompletableFuture.supplyAsync(
                    () -> as(role, "Фамилия;Имя;Дата рождения", "Примеров;Пётр;01.09.2014", "Ложкин;Олег;02.09.2014")));
        }

        assertThat(both.stream().map(CompletableFuture::join).map(report -> report.count(Outcome.CREATED)))
                .containsExactlyInAnyOrder(2, 0);
        assertThat(all(ParticipantRole.MENTEE)).hasSize(2);
    }

    /** Two programmes of one school are two registers of the same people. */
    @Test
    void twoProgrammesOfASchoolTakeTurnsToo() {
        Long other = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "pupil-to-pupil")
                .id();
        String list = "Фамилия;Имя;Дата рождения;Класс\nПримеров;Пётр;01.09.2014;7Я\nЛожкин;Олег;02.09.2014;7Я";
        List<CompletableFuture<ImportReport>> both = Stream.of(programmeId, other)
                .map(programme -> CompletableFuture.supplyAsync(() -> school.as(
                        Role.CURATOR,
                        () -> imports.store(programme, ParticipantRole.MENTEE, TableFile.read(list), true))))
                .toList();

        assertThat(both.stream().map(CompletableFuture::join))
                .allMatch(ImportReport::stored)
                .allMatch(report -> report.count(Outcome.CREATED) == 2);
        List<Participant> here = all(ParticipantRole.MENTEE);
        List<Participant> there = school.as(
                Role.CURATOR,
                () -> registers
                        .find(other, ParticipantFilter.of(ParticipantRole.MENTEE), 0, 10)
                        .getContent());
        assertThat(here).hasSize(2);
        assertThat(people(there)).as("the same people").isEqualTo(people(here));
        assertThat(classes.of(school.id()))
                .filteredOn(one -> one.name().equals("7Я"))
                .hasSize(1);
    }

    private static List<Long> people(List<Participant> participants) {
        return participants.stream().map(one -> one.person().id()).sorted().toList();
    }

    @Test
    void aTeacherOfTheFileIsTheOneOfTheStaff() {
        Long member = employ("Учителева Анна Петровна", Role.TEACHER);
        employ("Иная Анна Петровна", Role.SECRETARY);
        String[] list = {
            "ФИО;Дата рождения;Категория",
            "УЧИТЕЛЕВА АННА ПЕТРОВНА;01.09.1980;Педагог",
            "Иная Анна Петровна;02.09.1980;Педагог",
            "Учителева Анна;03.09.1980;Педагог"
        };

        ImportReport preview = preview(ParticipantRole.MENTOR, list);
        assertThat(preview.lines().get(0).notes()).anyMatch(note -> note.contains("Это работник школы"));
        assertThat(preview.lines().get(1).notes()).noneMatch(note -> note.contains("Это работник школы"));
        assertThat(preview.lines().get(2).notes()).noneMatch(note -> note.contains("Это работник школы"));
        store(ParticipantRole.MENTOR, list);

        assertThat(all(ParticipantRole.MENTOR).stream()
                        .map(one -> one.person().details())
                        .filter(one -> one.staffMemberId() != null))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.staffMemberId()).isEqualTo(member);
                    assertThat(one.lastName()).isEqualTo("Учителева");
                });
        assertThat(store(ParticipantRole.MENTOR, list).count(Outcome.UNCHANGED)).isEqualTo(3);
    }

    private Long employ(String name, Role role) {
        return staff.add(school.id(), name, "учитель", Set.of(role)).id();
    }

    @Test
    void aTeacherWhoWasEnteredBeforeIsLinkedOnceAndNamesakesNever() {
        String[] list = {"ФИО;Дата рождения;Категория", "Учителева Анна Петровна;01.09.1980;Педагог"};
        store(ParticipantRole.MENTOR, list);
        Long member = employ("Учителева Анна Петровна", Role.TEACHER);

        assertThat(store(ParticipantRole.MENTOR, list).count(Outcome.UPDATED)).isEqualTo(1);
        assertThat(only(ParticipantRole.MENTOR).person().details().staffMemberId())
                .isEqualTo(member);
        String[] namesake = {"ФИО;Дата рождения;Категория", "Учителева Анна Петровна;05.05.1990;Педагог"};
        assertThat(preview(ParticipantRole.MENTOR, namesake).lines().get(0).notes())
                .noneMatch(note -> note.contains("Это работник школы"));

        employ("Парная Анна Петровна", Role.CLASS_TEACHER);
        employ("Парная Анна Петровна", Role.TEACHER);
        String[] several = {"ФИО;Дата рождения;Категория", "Парная Анна Петровна;06.06.1985;Педагог"};
        ImportReport asked = store(ParticipantRole.MENTOR, several);
        assertThat(asked.warnings()).anyMatch(issue -> issue.message().contains("несколько учителей"));
        assertThat(asked.stored()).isTrue();
    }

    /** What is taken away and brought back as it is changes nothing; and what is worked on outside comes in. */
    @ParameterizedTest
    @CsvSource({"MENTEE, csv", "MENTEE, xlsx", "MENTOR, csv", "MENTOR, xlsx"})
    void aRegisterThatIsTakenAwayCanBeBroughtBack(ParticipantRole role, String format) {
        enterRich(role, "Примеров", LocalDate.of(2012, 3, 2));
        enterRich(role, "Безднёв", null);
        school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        role,
                        PersonDetails.named("Скромнов", "Пётр", "Петрович", null),
                        ParticipantDetails.of(role, ParticipantCategory.EXPERT, null)));
        List<ParticipantDetails> before = details(role);

        byte[] file = school.as(
                Role.CURATOR,
                () -> format.equals("csv")
                        ? export.csv(programmeId, ParticipantFilter.of(role)).file()
                        : export.xlsx(programmeId, ParticipantFilter.of(role)).file());
        ImportReport report = school.as(
                Role.CURATOR, () -> imports.store(programmeId, role, TableFile.read("база." + format, file), false));

        assertThat(report.errors()).isEmpty();
        assertThat(report.warnings()).isEmpty();
        assertThat(report.count(Outcome.UNCHANGED)).as("%s", report.lines()).isEqualTo(3);
        assertThat(details(role)).isEqualTo(before);

        ImportReport again =
                school.as(Role.CURATOR, () -> imports.preview(programmeId, role, TableFile.read(report.text()), false));
        assertThat(again.count(Outcome.UNCHANGED)).as("from the page, too").isEqualTo(3);
    }

    private List<ParticipantDetails> details(ParticipantRole role) {
        return all(role).stream()
                .map(one -> school.as(
                        Role.CURATOR, () -> registers.visible(one.id()).details()))
                .toList();
    }

    private void enterRich(ParticipantRole role, String lastName, LocalDate born) {
        boolean mentor = role == ParticipantRole.MENTOR;
        ParticipantDetails details = rich(mentor);
        school.as(Role.CURATOR, () -> {
            Participant entered = registers.enter(
                    programmeId,
                    role,
                    new PersonDetails(
                            lastName,
                            "Пётр",
                            "Петрович",
                            born,
                            "+7 900 000-00-01",
                            "primer@example.org",
                            "ООО «Пример; и сын»",
                            "@слесарь",
                            null,
                            "Примерова Анна",
                            "мать",
                            "-"),
                    details.asAConsentNeeds(role));
            consents.register(
                    entered.id(),
                    ConsentKind.PROCESSING,
                    LocalDate.now(clock),
                    Set.of(Signer.SELF, Signer.REPRESENTATIVE));
            return Cards.fill(registers, entered.id(), details);
        });
    }

    private ParticipantDetails rich(boolean mentor) {
        return ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId("5А"))
                .copy()
                .capacity(mentor ? 3 : 0)
                .ages(mentor ? 10 : null, mentor ? 14 : null)
                .achievements(mentor ? "=первое место\nвторое место" : null)
                .difficulties(mentor ? null : "Теряется у доски; \"молчит\"")
                .forms(EnumSet.allOf(MentoringForm.class))
                .roleModels(EnumSet.allOf(RoleModel.class))
                .topics(List.of(
                        Topic.of(mentor ? TopicKind.COMPETENCE : TopicKind.REQUEST, "Математика"),
                        Topic.of(mentor ? TopicKind.COMPETENCE : TopicKind.REQUEST, "чтение"),
                        Topic.of(TopicKind.INTEREST, "Шахматы")))
                .hours(Set.of(new Hour(1, 840, 930), new Hour(3, 600, 660), new Hour(5, 1380, 1440)))
                .needs(mentor ? Set.of() : EnumSet.allOf(Need.class))
                .done();
    }

    /** The only one consents: what the list has brought goes to the card. */
    private void sign(ParticipantRole role) {
        Long only = only(role).id();
        school.as(
                Role.CURATOR,
                () -> consents.register(
                        only,
                        ConsentKind.PROCESSING,
                        LocalDate.now(clock),
                        Set.of(Signer.SELF, Signer.REPRESENTATIVE)));
    }

    @Test
    void anotherNodeAnswersToo() {
        UUID key = UUID.randomUUID();
        ImportProgress elsewhere = new ImportProgress(jdbc, access);
        ImportProgress.Listener listener = school.as(Role.CURATOR, () -> elsewhere.start(key, programmeId));
        elsewhere.write();
        listener.at(ImportProgress.Phase.WRITING, 500, 600);
        elsewhere.write();

        assertThat(school.as(Role.CURATOR, () -> progress.of(programmeId, key)))
                .contains(new ImportProgress.State(ImportProgress.Phase.WRITING, 500, 600));
        assertThat(school.as(Role.DEPUTY, () -> progress.of(programmeId, key))).isEmpty();

        elsewhere.end(key);
        elsewhere.write();
        assertThat(school.as(Role.CURATOR, () -> progress.of(programmeId, key))).isEmpty();
    }

    /** Others see how far a table is while its transaction runs. */
    @Test
    void aClassIsReadOrRefusedAndNeverAnotherOne() {
        classes.add(school.id(), "11", null);
        String[] lists = {"Одинцов;Олег;03.03.2018;1-1", "Двоенко;Дина;04.04.2018;1 1", "Тройкин;Тимур;05.05.2018;1/0"};
        for (String line : lists) {
            assertThat(store(ParticipantRole.MENTEE, "Фамилия;Имя;Дата рождения;Класс", line)
                            .errors())
                    .singleElement()
                    .satisfies(error -> assertThat(error.message()).contains("нет в школе"));
        }
        classes.add(school.id(), "1-1", null);

        assertThat(store(
                                ParticipantRole.MENTEE,
                                "Фамилия;Имя;Дата рождения;Класс",
                                lists[0],
                                "Старшов;Семён;03.03.2009;11")
                        .stored())
                .isTrue();

        assertThat(all(ParticipantRole.MENTEE))
                .extracting(
                        each -> each.person().details().lastName(),
                        each -> each.classId().orElse(null))
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("Одинцов", classId("1-1")),
                        org.assertj.core.groups.Tuple.tuple("Старшов", classId("11")));
    }

    @ParameterizedTest
    @CsvSource({"5-А,5А", "5 «а»,5А", "5A,5А", "05а,5А"})
    void twoClassesOfOneKeyAreRefused(String twin, String known) {
        assertThatThrownBy(() -> classes.add(school.id(), twin, null))
                .isInstanceOf(org.mentoringroadmap.shared.ConflictException.class);
        SchoolClass other = classes.add(school.id(), "6Б", null);
        assertThatThrownBy(() -> classes.change(school.id(), other.id(), twin, null))
                .isInstanceOf(org.mentoringroadmap.shared.ConflictException.class);
        classes.change(school.id(), classId(known), known, null);
        assertThatThrownBy(
                        () -> jdbc.sql("insert into school_class (school_id, name, name_key) values (?, 'другой', ?)")
                                .params(school.id(), known)
                                .update())
                .isInstanceOf(org.springframework.dao.DataIntegrityViolationException.class);
    }

    @Test
    void whereTwoClassesCannotBeToldApartNobodyIsPutIntoOne() {
        jdbc.sql("insert into school_class (school_id, name, name_key) values (?, '5-А', '5А#1')")
                .param(school.id())
                .update();

        assertThat(store(ParticipantRole.MENTEE, "Фамилия;Имя;Дата рождения;Класс", "Примеров;Пётр;01.09.2014;5А")
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("«5А»", "«5-А»"));
    }

    @Test
    void whatNobodySeesOrCanTellIsNoOtherPerson() {
        String head = "Фамилия;Имя;Отчество;Дата рождения;Класс";
        classes.add(school.id(), "5И", null);
        assertThat(store(
                                ParticipantRole.MENTEE,
                                head,
                                "Зайцев;Андрей;Сергеевич;01.04.2013;5А",
                                "Соколов;Тарас;Осипович;02.04.2013;5А",
                                "Невидимов\u200B;Илья;Ильич;01.02.2013;5А",
                                "Мяг\u00ADков;Марк;Маркович;02.02.2013;5А",
                                "\u200EЛевшин;Лев;Львович;03.02.2013;5А")
                        .stored())
                .isTrue();

        ImportReport again = preview(
                ParticipantRole.MENTEE,
                head,
                java.text.Normalizer.normalize("Зайцев;Андрей;Сергеевич;01.04.2013;5А", java.text.Normalizer.Form.NFD),
                "Cоколов;Tарас;Oсипович;02.04.2013;5A",
                "Невидимов;Илья;Ильич;01.02.2013;5А",
                "Мягков;Марк;Маркович;02.02.2013;5А",
                "Левшин;Лев;Львович;03.02.2013;5А");
        assertThat(again.lines()).extracting(ImportLine::outcome).containsOnly(Outcome.UNCHANGED);

        String decomposed = java.text.Normalizer.normalize("5Й", java.text.Normalizer.Form.NFD);
        assertThat(preview(ParticipantRole.MENTEE, head, "Классный;Клим;Климович;05.04.2013;" + decomposed)
                        .errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains("нет в школе"));
    }

    @Test
    void aNameThatCannotBeReadStandsInItsLine() {
        ImportReport report = preview(ParticipantRole.MENTEE, "ФИО;Дата рождения;Класс", "Инжиров;12.2014;5А");

        assertThat(report.lines()).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(ImportLine.Outcome.REFUSED);
            assertThat(line.name()).isEqualTo("Инжиров");
        });
    }

    @Test
    void headingsOfListsOfMentorsAreKnown() {
        ImportReport report = store(
                ParticipantRole.MENTOR,
                "ФИО;Должность, категория;Сколько может взять",
                "Примерова Анна Ивановна;учитель, высшая;3");

        assertThat(only(ParticipantRole.MENTOR).person().details().post()).isEqualTo("учитель, высшая");
        assertThat(report.lines().get(0).values()).contains("3");
        assertThat(report.warnings()).isEmpty();
    }

    @Test
    void namesAreReadAsPeopleHaveThem() {
        ImportReport report = store(
                ParticipantRole.MENTEE,
                "ФИО;Дата рождения;Класс",
                "Да Силва Мария Петровна;01.08.2013;5А",
                "Абдул Рахман Ахмед Саидович;02.08.2013;5А",
                "Мамедов Али Вели оглы;03.08.2013;5А",
                "Нгуен Ван Ань;04.08.2013;5А",
                "\"Запятов, Захар Захарович\";05.08.2013;5А",
                "1. Нумеров Назар Назарович;06.08.2013;5А",
                "2) Нумерова Ника Назаровна;07.08.2013;5А",
                "АЛИЕВ САМЕД ВАГИФ ОГЛЫ;08.08.2013;5А",
                "Ли Мин отсутствует;09.08.2013;5А");

        assertThat(report.errors()).isEmpty();
        assertThat(report.questions()).isEmpty();
        assertThat(report.warnings())
                .hasSize(2)
                .allMatch(issue -> issue.message().contains("Прочитано так"));
        assertThat(all(ParticipantRole.MENTEE))
                .extracting(each -> each.person().details().name())
                .containsExactlyInAnyOrder(
                        new PersonName("Да Силва", "Мария", "Петровна"),
                        new PersonName("Абдул Рахман", "Ахмед", "Саидович"),
                        new PersonName("Мамедов", "Али", "Вели оглы"),
                        new PersonName("Нгуен", "Ван", "Ань"),
                        new PersonName("Запятов", "Захар", "Захарович"),
                        new PersonName("Нумеров", "Назар", "Назарович"),
                        new PersonName("Нумерова", "Ника", "Назаровна"),
                        new PersonName("Алиев", "Самед", "Вагиф оглы"),
                        new PersonName("Ли", "Мин", null));
    }

    @Test
    void noPatronymicIsStoredAsNone() {
        assertThat(store(
                                ParticipantRole.MENTEE,
                                "Фамилия;Имя;Отчество;Дата рождения;Класс",
                                "Нгуен;Ван;нет;01.02.2014;5А",
                                "Ли;Мин;отсутствует;02.02.2014;5А",
                                "Ким;Сон;-;03.02.2014;5А",
                                "Пак;Юн;б/о;04.02.2014;5А",
                                "Цой;Ин;—;05.02.2014;5А")
                        .stored())
                .isTrue();
        assertThat(all(ParticipantRole.MENTEE))
                .hasSize(5)
                .allMatch(each -> each.person().details().middleName() == null);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Фамилия;Имя;Дата рождения;Телефон|Телефонов;Тит;01.06.2013;890012345|в номере",
                "Фамилия;Имя;Дата рождения;Телефон представителя|Телефонов;Тит;01.06.2013;79001200000|округлил",
                "Фамилия;Имя;Дата рождения|Ветеранов;Тит;01.06.1960|обучающемуся",
                "Фамилия;Имя;Дата рождения|Младенцев;Тит;01.06.25|обучающемуся",
                "Фамилия;Имя;Дата рождения;Почта|Почтов;Тит;01.06.2013;тит@почта.рф|русские буквы",
                "Фамилия;Имя;Дата рождения|Иванov;Тит;01.06.2013|латинские",
                "Фамилия;Имя;Дата рождения|Буквин;Т.;01.06.2013|вместо имени",
                "ФИО;Дата рождения|Нгуен Тхи Ван Ань;01.06.2013|четыре слова",
                "ФИО;Дата рождения|Тит Титович Наоборотов;01.06.2013|после отчества",
                "ФИО;Дата рождения|Мария Петровна;01.06.2013|нет фамилии",
            })
    void whatLooksLikeASlipIsAskedAboutBeforeItIsStored(String head, String line, String question) {
        ImportReport asked = store(ParticipantRole.MENTEE, head, line);

        assertThat(asked.errors()).isEmpty();
        assertThat(asked.questions())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains("Похоже на ошибку", question));
        assertThat(asked.stored()).isFalse();
        assertThat(all(ParticipantRole.MENTEE)).isEmpty();
        assertThat(accepting(ParticipantRole.MENTEE, head, line).stored()).isTrue();
        assertThat(store(ParticipantRole.MENTEE, head, line).questions())
                .as("what stands in the card is not asked again")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Телефон представителя|7,90012E+10|потеряны цифры",
                "Телефон|#ССЫЛКА!|ошибка вычисления",
                "Класс|#Н/Д|ошибка вычисления",
                "Запросы|null|ошибка вычисления",
                "Запросы|'########'|ошибка вычисления",
                "Почта|a@example.org;b@example.org|",
                "Почта|a@example,org|",
                "Отчество|Ильи4|уберите «4»",
                "Отчество|?????|потерялись",
            })
    void whatCannotBeIsRefused(String column, String value, String message) {
        ImportReport report = accepting(
                ParticipantRole.MENTEE,
                "Фамилия;Имя;Дата рождения;" + column,
                "Телефонов;Тит;01.06.2013;\"" + value + "\"");

        assertThat(report.stored()).isFalse();
        assertThat(report.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains(message == null ? "" : message));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Сколько наставляемых|2,0|целое число",
                "Сколько наставляемых|2 чел.|целое число",
                "Сколько наставляемых|-1|целое число",
                "Возраст от|11 лет|целое число",
                "Дата рождения|1985|Не получилось прочитать дату",
                "Почта|a@example.org b@example.org|",
                "Телефон|=79000000001|формула",
            })
    void numbersAreFiguresAndNothingElse(String column, String value, String message) {
        ImportReport report =
                accepting(ParticipantRole.MENTOR, "Фамилия;Имя;" + column, "Числов;Тит;\"" + value + "\"");

        assertThat(report.stored()).isFalse();
        assertThat(report.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.message()).contains(message == null ? "" : message));
    }

    @Test
    void phonesAndLongNamesStayAsTheyAre() {
        String name = "Константинопольская-Вознесенская Александра-Виктория Константиновна";
        ImportReport report = store(
                ParticipantRole.MENTOR,
                "ФИО;Дата рождения;Телефон;Сколько наставляемых",
                name + ";01.02.1980;+79000000001, 8 (900) 000-00-02;0");

        assertThat(report.errors()).isEmpty();
        assertThat(report.questions()).isEmpty();
        PersonDetails person = only(ParticipantRole.MENTOR).person().details();
        assertThat(person.fullName()).isEqualTo(name);
        assertThat(person.phone()).isEqualTo("+79000000001, 8 (900) 000-00-02");
    }

    @Test
    void theCategoryDecidesTheCenturyOfABirthday() {
        String head = "Фамилия;Имя;Дата рождения;Категория";
        ImportReport report = store(
                ParticipantRole.MENTOR,
                head,
                "Ветеранов;Василий;01.05.45;Эксперт",
                "Учителев;Иван;15.03.85;Педагог",
                "Старшов;Семён;01.05.09;Обучающийся");
        assertThat(report.questions()).isEmpty();
        assertThat(all(ParticipantRole.MENTOR))
                .extracting(each -> each.person().birthDate().orElseThrow().getYear())
                .containsExactlyInAnyOrder(1945, 1985, 2009);

        ImportReport asked = store(
                ParticipantRole.MENTOR,
                head,
                "Долгожителев;Василий;01.05.25;Эксперт",
                "Младенцев;Миша;01.05.24;Эксперт");
        assertThat(asked.questions())
                .hasSize(2)
                .allMatch(issue -> issue.message().contains("взрослому"));
        assertThat(asked.stored()).isFalse();
    }

    @Test
    void aChangedSurnameIsWarnedOfAndProposed() {
        String head = "Фамилия;Имя;Отчество;Дата рождения;Класс";
        store(ParticipantRole.MENTEE, head, "Бывшева;Анна;Петровна;05.05.2012;5А");

        ImportReport report = store(ParticipantRole.MENTEE, head, "Новикова;Анна;Петровна;05.05.2012;5А");

        assertThat(report.warnings())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains("Бывшева Анна Петровна", "сменилась фамилия"));
        assertThat(report.stored()).isTrue();
        assertThat(school.as(Role.CURATOR, () -> duplicates.of(programmeId)).proposals())
                .hasSize(1);
    }

    @Test
    void leftoversOfSpreadsheetsDoNotGetIntoTopicsAndPhones() {
        ImportReport report = store(
                ParticipantRole.MENTEE,
                "Фамилия;Имя;Дата рождения;Запросы;Телефон;Телефон представителя",
                "Остатков;Остап;01.06.2013;математика_x000D_химия;89001234567.0;\"8 (900) 000-00-01, +7 900 000 00 02"
                        + " (мама)\"");

        assertThat(report.errors()).isEmpty();
        assertThat(report.questions()).isEmpty();
        sign(ParticipantRole.MENTEE);
        Participant entered = only(ParticipantRole.MENTEE);
        assertThat(entered.details().wordings(TopicKind.REQUEST)).isEqualTo("математика, химия");
        assertThat(entered.person().details().phone()).isEqualTo("89001234567");
        assertThat(entered.person().details().representativePhone())
                .isEqualTo("8 (900) 000-00-01, +7 900 000 00 02 (мама)");
    }

    @Test
    void cellsOfTwoKindsOfValuesAreParted() {
        ImportReport report = store(
                ParticipantRole.MENTEE,
                "ФИО;Контакты;Представитель",
                "Примеров Пётр, 5А, 01.09.2013;8 900 000-00-02, p@example.org;Примерова Анна (мать), +7 900 000-00-01",
                "Образцов Иван (5а) 02.09.2013;;89000000003");

        assertThat(report.errors()).isEmpty();
        assertThat(report.questions()).isEmpty();
        assertThat(report.stored()).isTrue();
        assertThat(report.values())
                .as("what is taken from other cells is shown too")
                .contains("Дата рождения", "Телефон представителя", "Кем приходится");
        assertThat(report.lines().get(0).notes())
                .anyMatch(note -> note.contains("Из ячейки «Представитель» взято ещё"));
        List<Participant> entered = all(ParticipantRole.MENTEE);
        assertThat(entered).allMatch(one -> one.classId().equals(java.util.Optional.of(classId("5А"))));
        PersonDetails first = entered.stream()
                .map(one -> one.person().details())
                .filter(one -> one.lastName().equals("Примеров"))
                .findFirst()
                .orElseThrow();
        assertThat(first.fullName()).isEqualTo("Примеров Пётр");
        assertThat(first.birthDate()).isEqualTo("2013-09-01");
        assertThat(first.representativeName()).isEqualTo("Примерова Анна");
        assertThat(first.representativeRelation()).isEqualTo("мать");
        assertThat(first.representativePhone()).isEqualTo("+7 900 000-00-01");
        assertThat(first.phone()).isEqualTo("8 900 000-00-02");
        assertThat(first.email()).isEqualTo("p@example.org");
        assertThat(store(
                                ParticipantRole.MENTEE,
                                "ФИО;Контакты;Представитель",
                                "Примеров Пётр, 5А, 01.09.2013;8 900 000-00-02, p@example.org;Примерова Анна (мать),"
                                        + " +7 900 000-00-01")
                        .count(Outcome.UNCHANGED))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ФИО;Класс|Примеров Пётр (5Б);5А|а в своём столбце стоит другое",
                "ФИО;Представитель;Телефон представителя|Примеров Пётр;Примерова Анна 89000000001;89000000002|в своём"
                        + " столбце",
                "ФИО;Представитель|Примеров Пётр;Примерова Анна, anna@example.org|такого поля в карточке нет",
                "ФИО;Телефон|Примеров Пётр;8 900 000-00-01 (мама)|чужой номер",
                "ФИО;Примечание|Примеров Пётр;выбыл 15.10|Похоже на выбывшего",
                "ФИО;Телефон представителя|Примеров Пётр (мама 89000000001);89000000002|а в своём столбце стоит другое",
                "ФИО;Представитель|Примеров Пётр;Примерова Анна 12|и слова, и номер",
            })
    void cellsThatContradictOthersAreAskedAbout(String head, String line, String question) {
        ImportReport asked = store(ParticipantRole.MENTEE, head, line);

        assertThat(asked.stored()).isFalse();
        assertThat(asked.questions())
                .singleElement()
                .satisfies(issue -> assertThat(issue.message()).contains(question));
        assertThat(accepting(ParticipantRole.MENTEE, head, line).stored()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"Педагог-психолог", "учитель математики", "соц. педагог — нет", "Социальный педагог", "Завуч"})
    void teachersCallThemselvesByTheirPosts(String category) {
        ImportReport report = store(ParticipantRole.MENTOR, "ФИО;Категория", "Учителева Анна Ильинична;" + category);

        assertThat(report.stored()).isEqualTo(!category.contains("нет"));
        assertThat(all(ParticipantRole.MENTOR)).allMatch(one -> one.category() == ParticipantCategory.TEACHER);
    }

    @Test
    void anAddressInThePlaceOfThePhoneIsAnAddress() {
        ImportReport report = store(
                ParticipantRole.MENTOR, "ФИО;Контакты", "Примеров Пётр;p@example.org", "Образцов Иван;8 900 000-00-01");

        assertThat(report.questions()).isEmpty();
        assertThat(report.stored()).isTrue();
        assertThat(all(ParticipantRole.MENTOR))
                .extracting(
                        each -> each.person().details().phone(),
                        each -> each.person().details().email())
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(null, "p@example.org"),
                        org.assertj.core.groups.Tuple.tuple("8 900 000-00-01", null));
    }

    /** A teacher's class beside the name would make a pupil of the teacher. */
    @Test
    void aClassBesideTheNameOfAMentorIsAskedAbout() {
        ImportReport asked =
                store(ParticipantRole.MENTOR, "ФИО;Дата рождения", "Учителева Анна Ильинична (5А);01.02.1985");
        assertThat(asked.stored()).isFalse();
        assertThat(asked.questions()).anyMatch(issue -> issue.message().contains("классный руководитель"));

        ImportReport said = store(
                ParticipantRole.MENTOR,
                "ФИО;Дата рождения;Категория",
                "Учителева Анна Ильинична (5А);01.02.1985;Педагог");
        assertThat(said.questions()).isEmpty();
        assertThat(said.stored()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Дни и часы|после 15:00",
                "Категория|друг школы",
                "Формы|любая",
                "Сколько наставляемых|сколько дадут",
                "Почта|нет такой",
                "Телефон|7,90012E+10",
                "Возраст от|с пятого класса",
            })
    void aValueThatCannotBeReadIsLeftOutWhereItIsChosen(String column, String value) {
        String[] list = {
            "Фамилия;Имя;Дата рождения;" + column,
            "Примеров;Пётр;15.03.1985;\"" + value + "\"",
            "Образцов;Иван;15.03.1986;"
        };
        ImportReport asked = store(ParticipantRole.MENTOR, list);
        assertThat(asked.stored()).isFalse();
        assertThat(asked.dispensable()).extracting(ImportIssue::column).containsExactly(column);

        ImportReport report = withoutValues(ParticipantRole.MENTOR, list);

        assertThat(report.stored()).as("%s", report.errors()).isTrue();
        assertThat(all(ParticipantRole.MENTOR)).hasSize(2);
        assertThat(report.leftOutValues())
                .singleElement()
                .satisfies(issue -> assertThat(issue.column()).isEqualTo(column));
        assertThat(new String(report.refused().file(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("Примеров", "загружена без этого", column)
                .doesNotContain("Образцов");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Дата рождения|давно", "Класс|странный", "Отчество|Ильи4", "Категория|выбыл"})
    void whoSomebodyIsHasToBeRead(String wrong) {
        String[] parts = wrong.split("\\|");

        ImportReport report = withoutValues(
                ParticipantRole.MENTEE, "Фамилия;Имя;" + parts[0], "Примеров;Пётр;" + parts[1], "Образцов;Иван;");

        assertThat(report.stored()).isFalse();
        assertThat(report.dispensable()).isEmpty();
        assertThat(report.errors()).hasSize(1);
    }

    private ImportReport withoutValues(ParticipantRole role, String... lines) {
        return school.as(
                Role.CURATOR,
                () -> imports.store(
                        programmeId,
                        role,
                        TableFile.read(String.join("\n", lines)),
                        new ImportChoices(SheetChoices.NONE, false, false, true, false),
                        ImportProgress.Listener.NOBODY));
    }

    private ImportReport accepting(ParticipantRole role, String... lines) {
        return school.as(
                Role.CURATOR,
                () -> imports.store(
                        programmeId,
                        role,
                        TableFile.read(String.join("\n", lines)),
                        new ImportChoices(SheetChoices.NONE, false, false, false, true),
                        ImportProgress.Listener.NOBODY));
    }

    @Test
    void aLongTableTellsHowFarItIs() {
        UUID key = UUID.randomUUID();
        String list = IntStream.range(0, 600)
                .mapToObj(number -> "Примеров" + letters(number) + ";Пётр;01.09.2014")
                .collect(Collectors.joining("\n", "Фамилия;Имя;Дата рождения\n", ""));
        List<ImportProgress.State> seen = new ArrayList<>();

        ImportReport report = school.as(Role.CURATOR, () -> {
            ImportProgress.Listener listener = progress.start(key, programmeId);
            return imports.store(
                    programmeId,
                    ParticipantRole.MENTEE,
                    TableFile.read(list),
                    ImportChoices.adding(false),
                    (phase, done, total) -> {
                        listener.at(phase, done, total);
                        seen.add(progress.of(programmeId, key).orElseThrow());
                    });
        });

        assertThat(report.stored()).isTrue();
        assertThat(seen)
                .containsExactly(
                        new ImportProgress.State(ImportProgress.Phase.CHECKING, 0, 600),
                        new ImportProgress.State(ImportProgress.Phase.CHECKING, 500, 600),
                        new ImportProgress.State(ImportProgress.Phase.WRITING, 0, 600),
                        new ImportProgress.State(ImportProgress.Phase.WRITING, 0, 600),
                        new ImportProgress.State(ImportProgress.Phase.WRITING, 500, 600));
        assertThat(seen.get(4).percent()).isEqualTo(83);
        assertThat(school.as(Role.DEPUTY, () -> progress.of(programmeId, key)))
                .as("each sees the own")
                .isEmpty();
        progress.end(key);
        assertThat(school.as(Role.CURATOR, () -> progress.of(programmeId, key))).isEmpty();
        assertThat(all(ParticipantRole.MENTEE)).isNotEmpty();
    }

    private static String letters(int number) {
        return "" + (char) ('а' + number / 30) + (char) ('а' + number % 30);
    }

    /** What is chosen on the page decides what is stored: hidden rows, the meaning of a column, rows of a sheet for each class. */
    @Test
    void aListIsStoredAsItWasUnderstoodAndChosen() {
        classes.add(school.id(), "5Б", null);
        Workbook file = Workbook.of(String.join(
                "\n",
                "true",
                "sheet;5А;;",
                "1;;Ученик;Кто;ФИО мамы;Телефон",
                "2;;Примеров Пётр Петрович;8 900 000-00-01;Примерова Анна;8 900 000-00-02",
                "3;hidden;Скрытов Иван;;;",
                "sheet;5Б;;",
                "1;;Ученик;Кто;ФИО мамы;Телефон",
                "2;;Ложкин Олег;;;"));
        ImportReport plain =
                school.as(Role.CURATOR, () -> imports.preview(programmeId, ParticipantRole.MENTEE, file, false));
        assertThat(plain.lines()).extracting(ImportLine::schoolClass).containsExactly("5А", "5Б");
        assertThat(plain.lines()).extracting(ImportLine::sheet).containsExactly("5А", "5Б");
        assertThat(plain.warnings()).anyMatch(issue -> issue.message().contains("Скрытых строк: 1"));
        SheetChoices chosen = new SheetChoices(
                Set.of(0),
                null,
                List.of("", "PHONE", "", ""),
                plain.understood().key(),
                true,
                false,
                false);

        ImportReport stored = school.as(
                Role.CURATOR,
                () -> imports.store(
                        programmeId,
                        ParticipantRole.MENTEE,
                        file,
                        new ImportChoices(chosen, false, false),
                        ImportProgress.Listener.NOBODY));

        assertThat(stored.stored()).as("%s", stored.errors()).isTrue();
        assertThat(all(ParticipantRole.MENTEE))
                .extracting(one -> one.person().details().lastName())
                .containsExactlyInAnyOrder("Примеров", "Скрытов");
        PersonDetails person = all(ParticipantRole.MENTEE).stream()
                .map(one -> one.person().details())
                .filter(one -> one.lastName().equals("Примеров"))
                .findFirst()
                .orElseThrow();
        assertThat(person.phone()).isEqualTo("8 900 000-00-01");
        assertThat(person.representativePhone()).isEqualTo("8 900 000-00-02");
        assertThat(person.representativeName()).isEqualTo("Примерова Анна");
        assertThat(all(ParticipantRole.MENTEE))
                .allMatch(one -> one.classId().equals(java.util.Optional.of(classId("5А"))));
    }

    /** One wrong row need not stop the others, and the class that only it names is not added. */
    @Test
    void rowsWithErrorsAreLeftOutWhereItIsChosenAndCanBeBroughtAgain() {
        Workbook file = TableFile.read(String.join(
                "\n",
                "Фамилия;Имя;Дата рождения;Класс",
                "Примеров;Пётр;01.09.2014;6В",
                "Образцов;;02.09.2014;7Г",
                "Ложкин;Олег;31.02.2014;5А"));
        ImportChoices without = new ImportChoices(SheetChoices.NONE, true, true);

        ImportReport report = school.as(
                Role.CURATOR,
                () -> imports.store(
                        programmeId, ParticipantRole.MENTEE, file, without, ImportProgress.Listener.NOBODY));

        assertThat(report.stored()).isTrue();
        assertThat(report.count(Outcome.CREATED)).isEqualTo(1);
        assertThat(report.count(Outcome.REFUSED)).isEqualTo(2);
        assertThat(only(ParticipantRole.MENTEE).person().fullName()).isEqualTo("Примеров Пётр");
        assertThat(classes.of(school.id())).extracting(SchoolClass::name).containsExactly("5А", "6В");
        String rest = new String(report.refused().file(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(rest)
                .startsWith("\uFEFFФамилия;Имя;Дата рождения;Класс;Почему не загружено\n")
                .contains("Образцов;;02.09.2014;7Г;")
                .doesNotContain("Примеров");
        ImportReport again = school.as(
                Role.CURATOR,
                () -> imports.store(
                        programmeId,
                        ParticipantRole.MENTEE,
                        TableFile.read(
                                rest.replace("Образцов;;", "Образцов;Иван;").replace("31.02", "28.02")),
                        true));
        assertThat(again.errors()).isEmpty();
        assertThat(again.warnings()).isEmpty();
        assertThat(all(ParticipantRole.MENTEE)).hasSize(3);
        assertThat(school.as(
                                Role.CURATOR,
                                () -> imports.store(
                                        programmeId,
                                        ParticipantRole.MENTEE,
                                        TableFile.read("Класс\n5А"),
                                        without,
                                        ImportProgress.Listener.NOBODY))
                        .stored())
                .as("a file that is not understood is not stored without all of its rows")
                .isFalse();
    }

    @Test
    void theLinesShowWhatWillBeStored() {
        ImportReport report = preview(
                ParticipantRole.MENTEE,
                "ФИО;Класс;Дата рождения;ФИО родителя;Телефон;Интересы",
                "Примеров Пётр Петрович;5-а;1.9.14;Примерова Анна;8 900 000-00-01;шахматы, футбол");

        assertThat(report.values())
                .containsExactly("Дата рождения", "Представитель", "Телефон представителя", "Интересы");
        ImportLine line = report.lines().get(0);
        assertThat(line.values()).containsExactly("01.09.2014", "Примерова Анна", "8 900 000-00-01", "футбол, шахматы");
        assertThat(line.surname()).isEqualTo("Примеров");
        assertThat(line.has("примерова")).isTrue();
        assertThat(line.has("иванов")).isFalse();
    }

    private void enterByHand(String name) {
        school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        ParticipantRole.MENTEE,
                        PersonDetails.named(name, "Вручную", null, null),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
    }

    private ImportReport preview(ParticipantRole role, String... lines) {
        return school.as(
                Role.CURATOR,
                () -> imports.preview(programmeId, role, TableFile.read(String.join("\n", lines)), false));
    }

    private ImportReport store(ParticipantRole role, String... lines) {
        return school.as(
                Role.CURATOR, () -> imports.store(programmeId, role, TableFile.read(String.join("\n", lines)), false));
    }

    private ImportReport as(Role role, String... lines) {
        return school.as(
                role,
                () -> imports.store(
                        programmeId, ParticipantRole.MENTEE, TableFile.read(String.join("\n", lines)), false));
    }

    private Long classId(String name) {
        return classes.of(school.id()).stream()
                .filter(schoolClass -> schoolClass.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private List<Participant> all(ParticipantRole role) {
        return school.as(Role.CURATOR, () -> registers.find(programmeId, ParticipantFilter.of(role), 0, 200))
                .getContent();
    }

    private Participant only(ParticipantRole role) {
        List<Participant> all = all(role);
        assertThat(all).hasSize(1);
        return school.as(Role.CURATOR, () -> registers.visible(all.get(0).id()));
    }
}
