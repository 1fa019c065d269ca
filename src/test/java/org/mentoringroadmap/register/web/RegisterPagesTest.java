package org.mentoringroadmap.register.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.PeoplePagesTestCase;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Pages and JSON of the registers, as browsers and programs ask for them. */
class RegisterPagesTest extends PeoplePagesTestCase {
    @Autowired
    private Withdrawals withdrawals;

    @Autowired
    private JdbcClient jdbc;

    private Long ownClass;

    @BeforeEach
    void ownClass() {
        ownClass = classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER))
                .id();
    }

    @Test
    void theWayOfACardOnPages() throws Exception {
        as(curator, get("/participants")).andExpect(redirectedUrlPattern("/programmes/*/participants"));
        as(curator, list()).andExpect(content().string(containsString("Здесь пока никого нет")));
        as(curator, get("/programmes/{id}/participants/new", programme)).andExpect(status().isOk());
        as(curator, mentee("Примеров").param("next", "true"))
                .andExpect(redirectedUrlPattern("/programmes/*/participants/new?role=MENTEE&classId=" + ownClass));
        Participant entered = only(ParticipantRole.MENTEE);
        as(curator, list())
                .andExpect(content().string(containsString("Примеров Пример Примерович")))
                .andExpect(content().string(containsString("Нет согласия на обработку")));
        as(curator, get("/participants/{p}/edit", entered.id()))
                .andExpect(content().string(containsString("после регистрации согласия")))
                .andExpect(content().string(not(containsString("name=\"difficulties\""))));
        as(curator, edited(entered))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("До согласия на обработку")));
        as(curator, post("/participants/{p}/result", entered.id()).param("result", "Полюбил дроби"))
                .andExpect(status().isConflict());
        sign(entered, ConsentKind.PROCESSING);
        as(curator, edited(entered)).andExpect(status().isSeeOther());

        as(curator, list()).andExpect(content().string(containsString("дроби, чтение")));
        as(curator, get("/participants/{p}", entered.id()))
                .andExpect(content().string(containsString("пн 14:00–15:30, ср 10:00–11:00")))
                .andExpect(content().string(containsString("Проблемы с поведением")))
                .andExpect(content().string(containsString("Примерова Мама")));
        as(curator, get("/participants/{p}/edit", entered.id()))
                .andExpect(content().string(containsString("value=\"пн 14:00–15:30, ср 10:00–11:00\"")));
        as(curator, post("/participants/{p}/status", entered.id()).param("status", "REGISTERED"))
                .andExpect(status().isSeeOther());
        as(curator, post("/participants/{p}/result", entered.id()).param("result", "Полюбил дроби"))
                .andExpect(status().isSeeOther());
        as(curator, get("/participants/{p}", entered.id()))
                .andExpect(content().string(containsString("Полюбил дроби")))
                .andExpect(content().string(containsString("В базе")));
    }

    @Test
    void nobodyWaitsForTheResultOfWhoHasLeft() throws Exception {
        as(curator, mentee("Примеров"));
        Participant entered = only(ParticipantRole.MENTEE);
        as(curator, get("/participants/{p}", entered.id()))
                .andExpect(content().string(containsString("Появится, когда работа пары или группы завершится.")));

        as(curator, post("/participants/{p}/status", entered.id()).param("status", "LEFT"))
                .andExpect(status().isSeeOther());

        as(curator, get("/participants/{p}", entered.id()))
                .andExpect(content().string(containsString("Не записан.")))
                .andExpect(content().string(not(containsString("Появится, когда"))));
    }

    @Test
    void whoGoesOnIsTakenOverFromThePageOfTheNextYear(@Autowired Programmes programmes) throws Exception {
        as(curator, mentee("Примеров"));
        as(
                        curator,
                        post(
                                        "/participants/{p}/status",
                                        only(ParticipantRole.MENTEE).id())
                                .param("status", "CONTINUES"))
                .andExpect(status().isSeeOther());
        Long next = programmes
                .open(school.id(), SchoolYear.parse("2031-2032"), "target-model")
                .id();
        String register = "/programmes/" + next + "/participants?role=MENTEE";
        as(curator, get(register)).andExpect(content().string(containsString("Из прежних программ продолжают")));

        for (String said : List.of("participant.saved.taken-over", "participant.saved.taken-nobody")) {
            as(curator, post("/programmes/{id}/participants/take-over", next).param("role", "MENTEE"))
                    .andExpect(status().is3xxRedirection())
                    .andExpect(flash().attribute("notice", said));
        }

        as(curator, get(register))
                .andExpect(content().string(not(containsString("Из прежних программ продолжают"))))
                .andExpect(content().string(containsString("Примеров Пример Примерович")));
    }

    /** What would be refused is not offered: when the consent is withdrawn, and when the data are erased. */
    @Test
    void theCardOfWhoHasWithdrawnOffersNothingMore() throws Exception {
        Participant pupil = pupil("Отзывов");
        Consent help = sign(pupil, ConsentKind.PSYCHOLOGICAL_HELP);
        Consent processing = sign(pupil, ConsentKind.PROCESSING);
        MockHttpSession psychologist = session(Role.PSYCHOLOGIST);
        as(curator, get("/participants/{p}", pupil.id()))
                .andExpect(content().string(containsString("Изменить состояние")))
                .andExpect(content().string(containsString("Приложить скан")))
                .andExpect(content().string(containsString("Добавить и как наставника")));
        as(psychologist, get("/participants/{p}/journal", pupil.id()))
                .andExpect(content().string(containsString("Новая запись")));

        school.as(Role.CURATOR, () -> consents.withdraw(processing.id(), null));
        nothingIsOffered(pupil, psychologist);
        as(curator, post("/participants/{p}/status", pupil.id()).param("status", "REGISTERED"))
                .andExpect(status().isConflict());
        as(curator, get("/consents/{c}/withdrawal-form", help.id())).andExpect(status().isOk());

        jdbc.sql("update consent set withdrawn_on = null, signed_on = :first, valid_until = :past where id = :id")
                .param("first", LocalDate.now(clock).minusYears(1)) // of a year before
                .param("past", LocalDate.now(clock).minusDays(1))
                .param("id", help.id())
                .update();
        withdrawals.anonymise(processing.id());
        nothingIsOffered(pupil, psychologist);
        as(curator, get("/participants/{p}", pupil.id()))
                .andExpect(content().string(containsString("Прежние, срок истёк: 1")))
                .andExpect(content().string(not(containsString("Отметить отзыв"))))
                .andExpect(content().string(not(containsString("Отмечено по ошибке"))));
        as(psychologist, get("/participants/{p}/journal", pupil.id()))
                .andExpect(content().string(containsString("Данные этого человека обезличены")));
        as(curator, get("/consents/{c}/withdrawal-form", help.id())).andExpect(status().isConflict());
        for (String page : List.of("/participants/{p}/edit", "/participants/{p}/consents/print")) {
            as(curator, get(page, pupil.id()))
                    .andExpect(status().isConflict())
                    .andExpect(content().string(containsString("Данные этого человека обезличены")));
        }
    }

    private void nothingIsOffered(Participant of, MockHttpSession psychologist) throws Exception {
        as(curator, get("/participants/{p}", of.id()))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Изменить состояние"))))
                .andExpect(content().string(not(containsString("Приложить скан"))))
                .andExpect(content().string(not(containsString("Добавить и как наставника"))))
                .andExpect(content().string(not(containsString("Записать итог"))));
        as(psychologist, get("/participants/{p}/journal", of.id()))
                .andExpect(content().string(not(containsString("Новая запись"))));
    }

    @Test
    void aMentorIsEnteredFromTheStaffAndFromTheMentees() throws Exception {
        as(
                        curator,
                        post("/programmes/{id}/participants", programme)
                                .param("role", "MENTOR")
                                .param("category", "TEACHER")
                                .param("lastName", "Советов")
                                .param("firstName", "Пример")
                                .param(
                                        "staffMemberId",
                                        school.staffId(Role.MENTOR).toString()))
                .andExpect(status().isSeeOther());
        Participant mentor = only(ParticipantRole.MENTOR);
        sign(mentor, ConsentKind.PROCESSING);
        as(
                        curator,
                        versions(post("/participants/{p}", mentor.id()), mentor)
                                .param("category", "TEACHER")
                                .param("lastName", "Советов")
                                .param("firstName", "Пример")
                                .param("capacity", "3")
                                .param("ageFrom", "10")
                                .param("ageTo", "14")
                                .param("matters", "Дроби; шахматы\nдроби")
                                .param("forms", "TEACHER_PUPIL"))
                .andExpect(status().isSeeOther());
        as(curator, get("/participants/{p}", mentor.id()))
                .andExpect(content().string(containsString("Дроби, шахматы")))
                .andExpect(content().string(not(containsString("Нет согласия на обязанности"))))
                .andExpect(content().string(containsString("Педагог сопровождает учеников")));

        as(curator, mentee("Примеров"));
        Participant mentee = only(ParticipantRole.MENTEE);
        sign(mentee, ConsentKind.PROCESSING);
        as(curator, get("/participants/{p}/edit", mentee.id()))
                .andExpect(content().string(containsString("data-add-word=\"#matters\">Дроби")));
        as(
                        curator,
                        get("/programmes/{id}/participants/new", programme)
                                .param("role", "MENTOR")
                                .param("like", mentee.id().toString()))
                .andExpect(content().string(containsString("останутся общими")));
        as(
                        curator,
                        post("/programmes/{id}/participants", programme)
                                .param("role", "MENTOR")
                                .param("category", "PUPIL")
                                .param("personId", mentee.person().id().toString()))
                .andExpect(status().isSeeOther());
        as(curator, get("/participants/{p}", mentee.id())).andExpect(content().string(containsString("Участвует ещё")));
    }

    @Test
    void whatLooksLikeASlipComesBackUntilSomebodySaysThatItIsRight() throws Exception {
        as(curator, mentee("Примеров").param("phone", "890012345").param("middleName", "нет"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Похоже на ошибку: в номере «890012345»")))
                .andExpect(content().string(containsString("name=\"accepted\"")))
                .andExpect(content().string(containsString("value=\"890012345\"")));
        as(curator, list()).andExpect(content().string(containsString("Здесь пока никого нет")));

        as(curator, mentee("Примеров").param("phone", "890012345").param("accepted", "true"))
                .andExpect(status().isSeeOther());
        Participant entered = only(ParticipantRole.MENTEE);
        as(
                        curator,
                        versions(post("/participants/{p}", entered.id()), entered)
                                .param("category", "PUPIL")
                                .param("lastName", "Примеров")
                                .param("firstName", "Пример")
                                .param("middleName", "отсутствует")
                                .param("birthDate", "1954-03-02")
                                .param("phone", "890012345"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("по этой дате рождения обучающемуся")))
                .andExpect(content().string(not(containsString("в номере «890012345»"))));
        as(
                        curator,
                        versions(post("/participants/{p}", entered.id()), entered)
                                .param("category", "PUPIL")
                                .param("lastName", "Cоко\u200Bлов")
                                .param("firstName", "Пример")
                                .param("middleName", "отсутствует")
                                .param("birthDate", "2014-03-02")
                                .param("phone", "7,90012E+10"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("потеряны цифры")));
        as(
                        curator,
                        versions(post("/participants/{p}", entered.id()), entered)
                                .param("category", "PUPIL")
                                .param("lastName", "Cоко\u200Bлов")
                                .param("firstName", "Пример")
                                .param("middleName", "отсутствует")
                                .param("birthDate", "2014-03-02"))
                .andExpect(status().isSeeOther());
        assertThat(only(ParticipantRole.MENTEE).person().fullName()).isEqualTo("Соколов Пример");
    }

    @Test
    void badInputIsAnsweredInRussian() throws Exception {
        as(curator, mentee("")).andExpect(status().isBadRequest());
        as(curator, mentee("Примеров").param("hours", "как-нибудь"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Проверьте время встреч")));
        as(curator, mentee("Примеров").param("email", "не почта")).andExpect(status().isBadRequest());
        as(curator, mentee("Примеров").with(request -> {
                    request.setParameter("classId", "987654321");
                    return request;
                }))
                .andExpect(status().isNotFound());
        assertThat(found(ParticipantRole.MENTEE)).isEmpty();
        as(curator, get("/participants/987654321")).andExpect(status().isNotFound());
    }

    @Test
    void ofTwoWhoEditTheSecondIsTold() throws Exception {
        as(curator, mentee("Примеров"));
        Participant seen = only(ParticipantRole.MENTEE);
        MockHttpServletRequestBuilder change = post("/participants/{p}", seen.id())
                .param("personVersion", String.valueOf(seen.person().version()))
                .param("version", String.valueOf(seen.version()))
                .param("category", "PUPIL")
                .param("lastName", "Примерова")
                .param("firstName", "Пример");

        as(curator, change).andExpect(status().isSeeOther());
        as(session(Role.DEPUTY), change)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("карточку изменил другой сотрудник")));
    }

    @Test
    void programsGetWhatPagesShow() throws Exception {
        as(curator, mentee("Примеров"));
        as(curator, mentee("Образцов"));

        as(curator, api())
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items[*].name")
                        .value(contains("Образцов Пример Примерович", "Примеров Пример Примерович")))
                .andExpect(jsonPath("$.items[0].class").value("5А"))
                .andExpect(jsonPath("$.items[0].status").value("PROPOSED"))
                .andExpect(jsonPath("$.items[0].consents").isEmpty());
        as(curator, api().param("size", "1").param("page", "1"))
                .andExpect(jsonPath("$.total").value(2))
                .andExpect(jsonPath("$.items.length()").value(1));
        as(curator, api().param("q", "образ")).andExpect(jsonPath("$.total").value(1));
        as(curator, api().param("role", "MENTOR")).andExpect(jsonPath("$.total").value(0));
        as(session(Role.MENTOR), api()).andExpect(status().isForbidden());
    }

    @Test
    void whoHasOpenedACardIsSeenByThoseWhoAnswerForIt() throws Exception {
        as(curator, mentee("Примеров"));
        Long card = only(ParticipantRole.MENTEE).id();
        as(session(Role.DIRECTOR), get("/participants/{p}", card))
                .andExpect(content().string(containsString("Раньше карточку никто не открывал.")))
                .andExpect(content().string(not(containsString("Примеров П. P."))));

        as(session(Role.PSYCHOLOGIST), get("/participants/{p}", card))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("Кто открывал карточку"))));

        as(session(Role.DIRECTOR), get("/participants/{p}", card))
                .andExpect(content().string(containsString("Последние открытия: 2")))
                .andExpect(content().string(containsString("Примеров П. P.")));
    }

    @Test
    void aRegisterIsTakenAwayAsATable() throws Exception {
        as(curator, mentee("=Примеров"));
        sign(only(ParticipantRole.MENTEE), ConsentKind.PROCESSING);
        as(curator, edited(only(ParticipantRole.MENTEE))).andExpect(status().isSeeOther());

        byte[] csv = body(curator, "csv");
        String text = new String(csv, StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFФамилия;Имя;Отчество;Дата рождения;");
        assertThat(text).contains("Трудности").contains("Проблемы с поведением");
        assertThat(text).contains("\n'=Примеров;Пример;Примерович;02.03.2014;Обучающийся;5А;");
        assertThat(new String(body(session(Role.DIRECTOR), "csv"), StandardCharsets.UTF_8))
                .contains("Примерович")
                .doesNotContain("Трудности")
                .doesNotContain("Проблемы с поведением");
        try (XSSFWorkbook workbook = new XSSFWorkbook(new ByteArrayInputStream(body(curator, "xlsx")))) {
            Sheet sheet = workbook.getSheetAt(0);
            assertThat(sheet.getSheetName()).startsWith("База наставляемых 20");
            assertThat(sheet.getRow(1).getCell(0).getStringCellValue()).isEqualTo("=Примеров");
            assertThat(sheet.getRow(1).getCell(7).getStringCellValue()).isEmpty();
            assertThat(sheet.getRow(1).getCell(6).getStringCellValue()).isEqualTo("дроби, чтение");
        }
    }

    private byte[] body(MockHttpSession session, String format) throws Exception {
        return as(
                        session,
                        get("/programmes/{id}/participants/export", programme)
                                .param("role", "MENTEE")
                                .param("format", format))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
    }

    @Test
    void theJournalIsWrittenCorrectedAndEmptied() throws Exception {
        as(curator, mentee("Примеров"));
        Long card = only(ParticipantRole.MENTEE).id();
        MockHttpSession psychologist = session(Role.PSYCHOLOGIST);
        MockHttpServletRequestBuilder entry = post("/participants/{p}/journal", card)
                .param("heldOn", LocalDate.now(clock).toString())
                .param("topic", "О дружбе");

        as(psychologist, entry)
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("согласия родителей на психолого-педагогическую помощь")));
        as(psychologist, get("/participants/{p}/journal", card))
                .andExpect(content().string(containsString("Напечатать бланки")))
                .andExpect(content().string(not(containsString("Новая запись"))));
        as(psychologist, get("/programmes/{id}/psychologist-journal", programme))
                .andExpect(content().string(containsString("С кем из учеников работать пока нельзя")));
        as(
                        curator,
                        post("/programmes/{id}/consents", programme)
                                .param("date", "2026-09-01")
                                .param("tick", card + ".PSYCHOLOGICAL_HELP"))
                .andExpect(status().isSeeOther());
        as(psychologist, get("/programmes/{id}/psychologist-journal", programme))
                .andExpect(content().string(not(containsString("работать пока нельзя"))));
        as(psychologist, entry).andExpect(status().isSeeOther());
        as(curator, entry).andExpect(status().isForbidden());
        as(psychologist, post("/participants/{p}/journal", card).param("topic", "О дружбе"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Укажите день беседы")));
        String page = as(psychologist, get("/participants/{p}/journal", card))
                .andExpect(content().string(containsString("О дружбе")))
                .andReturn()
                .getResponse()
                .getContentAsString();
        String note = page.replaceAll("(?s).*/journal/(\\d+)/remove.*", "$1");
        as(
                        psychologist,
                        post("/participants/{p}/journal/{n}", card, note)
                                .param("heldOn", "2026-09-01")
                                .param("topic", "О классе"))
                .andExpect(status().isSeeOther());
        as(
                        psychologist,
                        post("/participants/{p}/journal/{n}", card, note)
                                .param("heldOn", "2026-08-31")
                                .param("topic", "До согласия"))
                .andExpect(status().isConflict());
        as(psychologist, get("/programmes/{id}/psychologist-journal", programme).param("q", "примеров"))
                .andExpect(content().string(containsString("О классе")));
        as(psychologist, post("/participants/{p}/journal/{n}/remove", card, note))
                .andExpect(status().isSeeOther());
        as(psychologist, get("/programmes/{id}/psychologist-journal", programme))
                .andExpect(content().string(containsString("Записей пока нет")));
    }

    @Test
    void namesakesHaveTheirBirthdaysInLists() throws Exception {
        Long schoolClass = school.addClass("8В");
        Participant one =
                enter(ParticipantRole.MENTEE, "Двойнов", today.minusYears(12), ParticipantCategory.PUPIL, schoolClass);
        enter(
                ParticipantRole.MENTEE,
                "Двойнов",
                today.minusYears(12).minusDays(1),
                ParticipantCategory.PUPIL,
                schoolClass);
        enter(ParticipantRole.MENTEE, "Одинцов", today.minusYears(12), ParticipantCategory.PUPIL, schoolClass);
        java.time.format.DateTimeFormatter day = java.time.format.DateTimeFormatter.ofPattern("dd.MM.yyyy");

        for (String path : List.of(
                "/programmes/" + programme + "/participants?role=MENTEE",
                "/programmes/" + programme + "/consents?classId=" + schoolClass,
                "/programmes/" + programme + "/admissions?purpose=PUBLICATION")) {
            as(curator, get(path))
                    .andExpect(content()
                            .string(containsString("Двойнов Пример (" + day.format(today.minusYears(12)) + ")")))
                    .andExpect(content()
                            .string(containsString("Двойнов Пример ("
                                    + day.format(today.minusYears(12).minusDays(1)) + ")")))
                    .andExpect(content().string(containsString("Одинцов Пример<")));
        }
        assertThat(one.person().tellingName()).as("alone when it was entered").isEqualTo("Двойнов Пример");
    }

    @Test
    void twoEntriesOfOnePersonAreMergedOnPages() throws Exception {
        as(curator, mentee("Примеров"));
        as(curator, mentee("Примиров"));
        List<Participant> both = found(ParticipantRole.MENTEE);
        Long kept = both.get(0).person().id();
        Long taken = both.get(1).person().id();

        as(curator, get("/participants/{p}", both.get(0).id()))
                .andExpect(content().string(containsString("Похоже, этот человек уже записан")));
        as(curator, get("/programmes/{id}/duplicates", programme))
                .andExpect(content().string(containsString("Примиров Пример Примерович")));
        as(curator, get("/programmes/{id}/duplicates/{a}/{b}", programme, kept, taken))
                .andExpect(content().string(containsString("value=\"2014-03-02\"")));
        as(
                        curator,
                        post("/programmes/{id}/duplicates/{a}/{b}", programme, kept, taken)
                                .param("lastName", "Примеров")
                                .param("firstName", "Пример"))
                .andExpect(status().isSeeOther());
        assertThat(found(ParticipantRole.MENTEE)).hasSize(1);
        as(curator, get("/programmes/{id}/duplicates", programme))
                .andExpect(content().string(containsString("Похожих записей нет")))
                .andExpect(content().string(containsString("Отменить объединение")));
    }

    private MockHttpServletRequestBuilder list() {
        return get("/programmes/{id}/participants", programme);
    }

    private MockHttpServletRequestBuilder api() {
        return get("/api/programmes/{id}/participants", programme);
    }

    private MockHttpServletRequestBuilder mentee(String lastName) {
        return post("/programmes/{id}/participants", programme)
                .param("role", "MENTEE")
                .param("category", "PUPIL")
                .param("lastName", lastName)
                .param("firstName", "Пример")
                .param("middleName", "Примерович")
                .param("birthDate", "2014-03-02")
                .param("classId", ownClass.toString())
                .param("representativeName", "Примерова Мама");
    }

    /** Everything that is entered after the consent. */
    private MockHttpServletRequestBuilder edited(Participant of) {
        return versions(post("/participants/{p}", of.id()), of)
                .param("category", "PUPIL")
                .param("lastName", of.person().details().lastName())
                .param("firstName", "Пример")
                .param("middleName", "Примерович")
                .param("birthDate", "2014-03-02")
                .param("classId", ownClass.toString())
                .param("matters", "чтение, дроби")
                .param("needs", "BEHAVIOUR")
                .param("representativeName", "Примерова Мама")
                .param("hours", "пн 14:00–15:30, ср с 10 до 11");
    }

    private MockHttpServletRequestBuilder versions(MockHttpServletRequestBuilder request, Participant of) {
        Participant now = school.as(Role.CURATOR, () -> registers.visible(of.id()));
        return request.param("personVersion", String.valueOf(now.person().version()))
                .param("version", String.valueOf(now.version()));
    }

    private Participant only(ParticipantRole role) {
        return found(role).get(0);
    }

    private List<Participant> found(ParticipantRole role) {
        return school.as(
                Role.CURATOR,
                () -> registers
                        .find(programme, ParticipantFilter.of(role), 0, 10)
                        .getContent());
    }
}
