package org.mentoringroadmap.nextyear;

import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

@ApplicationTest
class NextYearPagesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private SchoolClasses classes;

    private TestSchool school;
    private String page;
    private MockHttpSession curator;

    @BeforeEach
    void start() throws Exception {
        school = schools.create(Role.CURATOR, Role.DEPUTY, Role.TEACHER);
        page = "/programmes/" + school.start("target-model", "2026-2027") + "/next";
        curator = session(Role.CURATOR);
    }

    @Test
    void aSchoolWithoutClassesHasPromotedNone() throws Exception {
        get(curator)
                .andExpect(content()
                        .string(allOf(
                                containsString("Переводить нечего: классов в школе нет."),
                                not(containsString("Классы переведены")))));
    }

    @Test
    void eachStepSaysWhetherItIsDone() throws Exception {
        Long fifth = classes.add(school.id(), "5А", null).id();
        Long eleventh = classes.add(school.id(), "11А", null).id();
        get(curator)
                .andExpect(content()
                        .string(allOf(
                                containsString("Следующий учебный год"),
                                containsString("name=\"class." + fifth + "\" value=\"6А\""),
                                containsString("name=\"class." + eleventh + "\" value=\"\""),
                                containsString("Запустить 2027-2028"),
                                not(containsString(">сделано<")))));

        post("/people")
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Сначала запустите")));
        mvc.perform(MockMvcRequestBuilders.post(page + "/classes")
                        .session(curator)
                        .with(csrf())
                        .param("class." + fifth, "11А")
                        .param("class." + eleventh, "11-А"))
                .andExpect(status().is4xxClientError())
                .andExpect(content()
                        .string(allOf(
                                containsString("Два класса получили бы название"), containsString("value=\"11А\""))));
        mvc.perform(MockMvcRequestBuilders.post(page + "/classes")
                        .session(curator)
                        .with(csrf())
                        .param("class." + fifth, "6А")
                        .param("class." + eleventh, ""))
                .andExpect(status().isSeeOther());
        post("/start").andExpect(status().isSeeOther());
        post("/start")
                .andExpect(status().isSeeOther())
                .andExpect(flash().attribute("notice", "nextyear.saved.start-before"));
        get(curator)
                .andExpect(content()
                        .string(allOf(
                                containsString("Классы переведены."),
                                containsString("Дорожная карта 2027-2028</a> запущена"),
                                containsString("Взять больше некого"),
                                containsString("Участников нового года без согласия нет"))));
    }

    @Test
    void nobodyElseIsLedThere() throws Exception {
        for (Role role : new Role[] {Role.DEPUTY, Role.TEACHER}) {
            MockHttpSession other = session(role);
            mvc.perform(MockMvcRequestBuilders.get(page).session(other)).andExpect(status().isForbidden());
            mvc.perform(MockMvcRequestBuilders.get(page.replace("/next", "")).session(other))
                    .andExpect(content().string(not(containsString("Следующий год"))));
        }
        mvc.perform(MockMvcRequestBuilders.get(page.replace("/next", "")).session(curator))
                .andExpect(content().string(containsString("Следующий год")));
    }

    private ResultActions get(MockHttpSession session) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.get(page).session(session)).andExpect(status().isOk());
    }

    private ResultActions post(String step) throws Exception {
        return mvc.perform(
                MockMvcRequestBuilders.post(page + step).session(curator).with(csrf()));
    }

    private MockHttpSession session(Role role) throws Exception {
        return (MockHttpSession)
                mvc.perform(formLogin().user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }
}
