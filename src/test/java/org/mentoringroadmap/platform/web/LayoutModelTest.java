package org.mentoringroadmap.platform.web;

import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import jakarta.servlet.RequestDispatcher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Login, menu and answers to errors, as browsers and programs see them. */
@ApplicationTest
class LayoutModelTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    private TestSchool school;
    private MockHttpSession curator;

    @BeforeEach
    void signIn() throws Exception {
        school = schools.create();
        curator = Sessions.of(mvc, school, Role.CURATOR);
    }

    @Test
    void loginPageOffersNoAccountsWithoutTheDemo() throws Exception {
        mvc.perform(get("/login"))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("name=\"_csrf\"")))
                .andExpect(content().string(not(containsString("data-fill-login"))));
    }

    @Test
    void loginPageSaysWhatWentWrong() throws Exception {
        mvc.perform(formLogin().user("nobody").password("wrong")).andExpect(redirectedUrl("/login?error"));
        mvc.perform(get("/login").param("error", ""))
                .andExpect(content().string(containsString("Логин или пароль неверны")));
        mvc.perform(get("/login").param("error", "locked")).andExpect(content().string(containsString("Подождите")));
        mvc.perform(get("/login").param("logout", ""))
                .andExpect(content().string(containsString("Вы вышли из системы")));
    }

    @Test
    void whoHasSignedInGoesToTheMainPage() throws Exception {
        mvc.perform(get("/login").session(curator)).andExpect(redirectedUrl("/"));
        mvc.perform(post("/logout").session(curator).with(csrf())).andExpect(redirectedUrl("/login?logout"));
    }

    @Test
    void withoutSignInPagesLeadToLoginAndJsonAnswers401() throws Exception {
        mvc.perform(get("/programmes")).andExpect(redirectedUrl("/login"));
        mvc.perform(get("/api/programmes")).andExpect(status().isUnauthorized());
    }

    @Test
    void menuShowsWhatTheRoleFindsUseful() throws Exception {
        mvc.perform(get("/programmes").session(curator))
                .andExpect(content().string(containsString("href=\"/documents/paper\"")))
                .andExpect(content().string(containsString("МБОУ «Школа примеров»")))
                .andExpect(content().string(not(containsString("/admin/incidents"))));
        mvc.perform(get("/programmes").session(Sessions.of(mvc, school, Role.DIRECTOR)))
                .andExpect(content().string(containsString("href=\"/inbox\"")));
        mvc.perform(get("/programmes").session(Sessions.ofAdministrator(mvc)))
                .andExpect(content().string(containsString("href=\"/admin/incidents\"")));
    }

    @Test
    void unknownPageIsARussianPageWithAWayOut() throws Exception {
        mvc.perform(get("/nowhere").session(curator))
                .andExpect(status().isNotFound())
                .andExpect(content().string(containsString("Не найдено")))
                .andExpect(content().string(containsString("На главную")))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void jsonSaysInRussianWhatIsWrong() throws Exception {
        var user = httpBasic(school.login(Role.CURATOR), TestSchool.PASSWORD);
        mvc.perform(get("/api/nothing").with(user))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.message").value(containsString("нет")));
        mvc.perform(get("/api/programmes/abc/documents").with(user))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.message").isNotEmpty());
        mvc.perform(put("/api/programmes").with(user))
                .andExpect(status().isMethodNotAllowed())
                .andExpect(jsonPath("$.message").isNotEmpty());
    }

    @Test
    void aFormWithoutItsTokenIsRefused() throws Exception {
        mvc.perform(post("/programmes").session(curator).param("schoolYear", "2030-2031"))
                .andExpect(status().isForbidden());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 413, 500})
    void whatFiltersAndTheContainerRefuseLooksLikeOurs(int code) throws Exception {
        mvc.perform(get("/error")
                        .session(curator)
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/camunda/app/cockpit/default/")
                        .requestAttr(RequestDispatcher.ERROR_EXCEPTION, new IllegalStateException("secret")))
                .andExpect(status().is(code))
                .andExpect(content().string(containsString("Код ответа: " + code)))
                .andExpect(content().string(not(containsString("secret"))));
        mvc.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, code)
                        .requestAttr(RequestDispatcher.ERROR_REQUEST_URI, "/api/programmes"))
                .andExpect(status().is(code))
                .andExpect(jsonPath("$.message").isNotEmpty());
    }

    @Test
    void aFormWithTooLargeAFileIsNotCalledForbidden() throws Exception {
        mvc.perform(get("/error")
                        .requestAttr(RequestDispatcher.ERROR_STATUS_CODE, 403)
                        .requestAttr("org.apache.catalina.parameter_parse_failed", true))
                .andExpect(status().is(413))
                .andExpect(content().string(containsString("10 МБ")));
    }

    @Test
    void incidentsAreForAdministrators() throws Exception {
        mvc.perform(get("/admin/incidents").session(curator)).andExpect(status().isForbidden());
        mvc.perform(post("/admin/incidents/x/retry").session(curator).with(csrf()))
                .andExpect(status().isForbidden());
        MockHttpSession administrator = Sessions.ofAdministrator(mvc);
        mvc.perform(get("/admin/incidents").session(administrator)).andExpect(status().isOk());
        mvc.perform(post("/admin/incidents/x/retry").session(administrator).with(csrf()))
                .andExpect(status().isNotFound());
    }

    @ParameterizedTest
    @ValueSource(strings = {"curator", "director", "administrator", "roadmap"})
    void guidesAreShown(String guide) throws Exception {
        mvc.perform(get("/help/" + guide).session(curator))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("<h2>")))
                .andExpect(content().string(not(containsString("{{"))));
        mvc.perform(get("/help").session(curator)).andExpect(redirectedUrl("/help/curator"));
        mvc.perform(get("/help/application").session(curator)).andExpect(status().isNotFound());
    }
}
