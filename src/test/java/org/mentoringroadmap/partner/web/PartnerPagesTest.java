package org.mentoringroadmap.partner.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The partners of a programme as browsers ask for them. */
@ApplicationTest
class PartnerPagesTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Partners partners;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private MockHttpSession curator;

    @BeforeEach
    void signIn() throws Exception {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        curator = session(Role.CURATOR);
    }

    @Test
    void theWayOfAnOrganisationOnPages() throws Exception {
        as(curator, get("/programmes/{id}/partners", programme))
                .andExpect(content().string(containsString("Партнёров в этой программе нет")));
        as(curator, add("Завод «Пример»").param("thanked", "true"))
                .andExpect(redirectedUrl("/programmes/" + programme + "/partners"));
        Long id = partners.thanked(programme).get(0).id();

        as(curator, get("/programmes/{id}/partners", programme).param("q", "завод пример"))
                .andExpect(content().string(allOf(containsString("Завод «Пример»"), containsString("Благодарим"))));
        as(session(Role.DIRECTOR), get("/programmes/{id}/partners/{p}", programme, id))
                .andExpect(content().string(allOf(containsString("disabled"), not(containsString("Сохранить")))));
        as(
                        curator,
                        post("/programmes/{id}/partners/{p}", programme, id)
                                .param("version", "0")
                                .param("name", "Завод «Образец»")
                                .param("kind", "EMPLOYER"))
                .andExpect(status().is3xxRedirection());
        as(curator, get("/programmes/{id}/partners", programme))
                .andExpect(content().string(not(containsString("Образец"))));
        as(curator, get("/programmes/{id}/partners", programme).param("everybody", "true"))
                .andExpect(content().string(allOf(containsString("Образец"), containsString("Добавить в программу"))));
        as(curator, post("/programmes/{id}/partners/{p}/join", programme, id));
        assertThat(partners.thanked(programme)).hasSize(1);
        as(curator, post("/programmes/{id}/partners/{p}/remove", programme, id));
        assertThat(partners.thanked(programme)).isEmpty();
    }

    @Test
    void whatIsRefusedStaysTyped() throws Exception {
        as(curator, add("Завод"));

        as(curator, add("ЗАВОД").param("address", "ул. Образцовая"))
                .andExpect(status().isConflict())
                .andExpect(content().string(allOf(containsString("уже есть"), containsString("ул. Образцовая"))));
        as(curator, post("/programmes/{id}/partners", programme).param("name", "Без вида"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Без вида")));
    }

    @Test
    void theListIsAFileForExcel() throws Exception {
        as(curator, add("=ЗАВОД(1)").param("contribution", "Экскурсии; практика"));

        byte[] file = as(curator, get("/programmes/{id}/partners/export", programme))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        assertThat(new String(file, StandardCharsets.UTF_8))
                .startsWith("\uFEFFОрганизация;Вид;")
                .contains("'=ЗАВОД(1);Предприятие, работодатель;;", "\"Экскурсии; практика\"");
    }

    @Test
    void aLetterIsWrittenOnce() throws Exception {
        as(curator, add("Завод «Пример»"));
        Long id = school.as(Role.CURATOR, () -> partners.joined(programme))
                .keySet()
                .iterator()
                .next();

        String first = letter(id);
        assertThat(letter(id)).isEqualTo(first);
        as(curator, get(first)).andExpect(content().string(containsString("Благодарственное письмо: Завод «Пример»")));
    }

    private String letter(Long partner) throws Exception {
        return as(curator, post("/programmes/{id}/partners/{p}/letter", programme, partner))
                .andExpect(redirectedUrlPattern("/documents/*"))
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
    }

    private MockHttpServletRequestBuilder add(String name) {
        return post("/programmes/{id}/partners", programme).param("name", name).param("kind", "EMPLOYER");
    }

    private ResultActions as(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(session).with(csrf()));
    }

    private MockHttpSession session(Role role) throws Exception {
        return (MockHttpSession)
                mvc.perform(formLogin().user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }
}
