package org.mentoringroadmap.programmebank.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The bank of programmes as browsers ask for it. */
@ApplicationTest
class ProgrammeCardPagesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private ProgrammeBank bank;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private MockHttpSession curator;

    @BeforeEach
    void signIn() throws Exception {
        school = schools.create(Role.CURATOR, Role.MENTOR);
        curator = session(school, Role.CURATOR);
    }

    @Test
    void theWayOfACardOnPages() throws Exception {
        as(curator, get("/programme-cards")).andExpect(content().string(containsString("В банке пока нет программ")));
        as(curator, get("/programme-cards/new")).andExpect(status().isOk());
        as(curator, card("Решаем вместе")).andExpect(redirectedUrlPattern("/programme-cards/*"));
        Long id = bank.offered(school.id()).get(0).id();

        as(curator, get("/programme-cards/{id}", id))
                .andExpect(content()
                        .string(allOf(
                                containsString("Решаем вместе"),
                                containsString("Лидер — пассивный"),
                                containsString("Ожидаемые результаты"),
                                not(containsString("Формат и место встреч")))));
        as(curator, get("/programme-cards").param("q", "вместе").param("form", "pupil-pupil"))
                .andExpect(content().string(containsString("/programme-cards/" + id)));
        as(curator, get("/programme-cards").param("q", "неттакого"))
                .andExpect(content().string(containsString("Ничего не нашлось")));
        as(curator, get("/programme-cards/{id}/edit", id))
                .andExpect(content().string(containsString("value=\"Решаем вместе\"")));

        as(curator, post("/programme-cards/{id}/retire", id))
                .andExpect(flash().attribute("notice", "card.saved.retired"));
        as(curator, get("/programme-cards").param("archive", "true"))
                .andExpect(content().string(containsString("Решаем вместе")));
        as(session(school, Role.MENTOR), get("/programme-cards/{id}", id))
                .andExpect(content().string(allOf(containsString("В архиве"), not(containsString("Изменить")))));
    }

    @Test
    void whatIsRefusedStaysTyped() throws Exception {
        as(curator, card("Решаем вместе"));

        as(curator, card("Решаем вместе").param("place", "Спортзал"))
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("в банке уже есть"), containsString("Спортзал"))));
        as(curator, post("/programme-cards").param("title", "Без формы"))
                .andExpect(status().isBadRequest())
                .andExpect(content()
                        .string(allOf(containsString("Выберите форму наставничества"), containsString("Без формы"))));
        Long id = bank.offered(school.id()).get(0).id();
        as(curator, post("/programme-cards/{id}", id).param("title", "Другая").param("form", "pupil-pupil"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("изменил другой сотрудник")));
    }

    @Test
    void aFileGoesToAnotherSchool() throws Exception {
        as(curator, card("Решаем вместе"));
        byte[] file = as(curator, get("/programme-cards/export"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();
        TestSchool other = schools.create(Role.CURATOR);
        MockHttpSession there = session(other, Role.CURATOR);

        as(there, multipart("/programme-cards/import").file(new MockMultipartFile("file", "банк.json", null, file)))
                .andExpect(flash().attributeExists("taken"));
        as(there, get("/programme-cards"))
                .andExpect(content().string(containsString("Файл прочитан. Добавлено программ: 1")));
        assertThat(bank.offered(other.id())).hasSize(1);
        as(
                        there,
                        multipart("/programme-cards/import")
                                .file(new MockMultipartFile("file", "a.json", null, "{}".getBytes())))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("не из банка программ")));
    }

    @Test
    void aCardIsPrinted() throws Exception {
        Long programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        as(curator, card("Решаем вместе"));
        Long id = bank.offered(school.id()).get(0).id();

        for (int i = 0; i < 2; i++) {
            as(curator, post("/programme-cards/{id}/document", id).param("programmeId", programme.toString()))
                    .andExpect(status().isSeeOther())
                    .andExpect(redirectedUrlPattern("/documents/*"));
        }
        as(curator, get("/documents").param("q", "Решаем"))
                .andExpect(content().string(containsString("Карточка программы наставничества «Решаем вместе»")));
    }

    private static MockHttpServletRequestBuilder card(String title) {
        return post("/programme-cards")
                .param("title", title)
                .param("form", "pupil-pupil")
                .param("roleModel", "LEADER_PASSIVE")
                .param("results", "Растёт уверенность");
    }

    private ResultActions as(MockHttpSession session, AbstractMockHttpServletRequestBuilder<?> request)
            throws Exception {
        return mvc.perform(request.session(session).with(csrf()));
    }

    private MockHttpSession session(TestSchool of, Role role) throws Exception {
        return (MockHttpSession) mvc.perform(formLogin().user(of.login(role)).password(TestSchool.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
