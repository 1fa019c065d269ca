package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.Totp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Everybody's own page. */
@ApplicationTest
class ProfilePageTest {
    private static final String GOOD = "верблюд читает громкие облака";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private AccountSafeguards safeguards;

    private TestSchool school;
    private MockHttpSession teacher;

    @BeforeEach
    void signIn() throws Exception {
        school = schools.create(Role.CURATOR, Role.TEACHER, Role.SECRETARY);
        teacher = Sessions.of(mvc, school, Role.TEACHER);
    }

    @Test
    void showsTheOwnAccountAndStandsInTheMenuOfEverybody() throws Exception {
        mvc.perform(get("/").session(teacher)).andExpect(content().string(containsString("href=\"/profile\"")));
        mvc.perform(get("/profile").session(teacher))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString(school.login(Role.TEACHER))))
                .andExpect(content().string(containsString("Примеров Пример T")))
                .andExpect(content().string(not(containsString("Включить код"))));
        mvc.perform(get("/profile").session(Sessions.of(mvc, school, Role.CURATOR)))
                .andExpect(content().string(containsString("Включить код")));
        mvc.perform(get("/profile").session(Sessions.ofAdministrator(mvc))).andExpect(status().isOk());
    }

    /** Nothing can be chosen, since nothing is sent: the page says what one is told of, and where. */
    @Test
    void saysWhatOneIsToldOf() throws Exception {
        mvc.perform(get("/profile").session(teacher))
                .andExpect(content().string(containsString("Свои задачи, срок которых наступит в ближайшие семь дней")))
                .andExpect(content().string(containsString("Сотрудникам система не шлёт ни писем, ни сообщений")))
                .andExpect(content().string(not(containsString("Просроченные задачи всех"))))
                .andExpect(content().string(not(containsString("Состояние системы"))));
        mvc.perform(get("/profile").session(Sessions.of(mvc, school, Role.CURATOR)))
                .andExpect(content().string(containsString("Просроченные задачи всех")));
        mvc.perform(get("/profile").session(Sessions.ofAdministrator(mvc)))
                .andExpect(content().string(containsString("«Состояние системы» и «Сбои»")));
    }

    @Test
    void aPasswordIsChangedByWhoKnowsTheOldOne() throws Exception {
        MockHttpSession another = Sessions.of(mvc, school, Role.TEACHER);
        change("wrong", GOOD, GOOD)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Нынешний пароль неверен")));
        change(TestSchool.PASSWORD, GOOD, GOOD + "!")
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("введён по-разному")));
        change(TestSchool.PASSWORD, TestSchool.PASSWORD, TestSchool.PASSWORD)
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("совпадает с нынешним")));

        change(TestSchool.PASSWORD, GOOD, GOOD)
                .andExpect(redirectedUrl("/profile"))
                .andExpect(flash().attribute("notice", "profile.password-saved"));

        mvc.perform(get("/profile").session(teacher)).andExpect(status().isOk());
        mvc.perform(get("/profile").session(another)).andExpect(status().is3xxRedirection());
        mvc.perform(get("/").session(Sessions.of(mvc, school.login(Role.TEACHER), GOOD)))
                .andExpect(status().isOk());
    }

    @Test
    void aPasswordThatIsEasyToGuessIsRefused() throws Exception {
        for (String easy : List.of("12345678", "password", "пароль123", school.login(Role.TEACHER), "Примеров2026")) {
            change(TestSchool.PASSWORD, easy, easy)
                    .andExpect(status().isBadRequest())
                    .andExpect(content().string(containsString("легко угадать")));
        }
        change(TestSchool.PASSWORD, "короткий".substring(1), "короткий".substring(1))
                .andExpect(content().string(containsString("не короче 8 знаков")));
        String long129 = "kX9#vLq2".repeat(16) + "1";
        change(TestSchool.PASSWORD, long129, long129)
                .andExpect(content().string(containsString("не длиннее 128 знаков")));
    }

    /** Whoever has taken a session over shall not find the password by trying. */
    @Test
    void theOldPasswordIsNotTriedForEver() throws Exception {
        for (int i = 0; i < 3; i++) {
            change("wrong-" + i, GOOD, GOOD).andExpect(status().isBadRequest());
        }
        change(TestSchool.PASSWORD, GOOD, GOOD).andExpect(status().isBadRequest());
    }

    @Test
    void theAddressOfMailIsSeenByWhoLooksAfterTheStaff() throws Exception {
        mvc.perform(form("/profile/email").session(teacher).param("email", "не почта"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("не похоже на адрес почты")));
        mvc.perform(form("/profile/email").session(teacher).param("email", "teacher@example.org"))
                .andExpect(redirectedUrl("/profile"));
        mvc.perform(get("/profile").session(teacher))
                .andExpect(content().string(containsString("value=\"teacher@example.org\"")));
        mvc.perform(get("/school").session(Sessions.of(mvc, school, Role.SECRETARY)))
                .andExpect(content().string(containsString("mailto:teacher@example.org")));
        mvc.perform(form("/profile/email").session(teacher).param("email", "")).andExpect(redirectedUrl("/profile"));
    }

    @Test
    void codesAreSwitchedOnAndOffByWhoKnowsThePassword() throws Exception {
        String login = school.login(Role.CURATOR);
        MockHttpSession curator = Sessions.of(mvc, school, Role.CURATOR);
        mvc.perform(form("/profile/codes/prepare").session(curator).param("password", "wrong"))
                .andExpect(status().isBadRequest());
        assertThat(safeguards.preparedCodes(login)).isEmpty();
        mvc.perform(form("/profile/codes/prepare").session(curator).param("password", TestSchool.PASSWORD))
                .andExpect(redirectedUrl("/profile/codes"));
        String key = safeguards.preparedCodes(login).orElseThrow();
        mvc.perform(get("/profile/codes").session(curator))
                .andExpect(content().string(containsString("<path")))
                .andExpect(content().string(containsString(key.substring(0, 4) + " " + key.substring(4, 8))));
        mvc.perform(form("/profile/codes").session(curator).param("code", "123"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Код неверен")));

        MvcResult on = mvc.perform(form("/profile/codes").session(curator).param("code", Totp.code(key)))
                .andExpect(redirectedUrl("/profile"))
                .andReturn();

        assertThat((List<?>) on.getFlashMap().get("spareCodes")).hasSize(10);
        assertThat(safeguards.of(login).codes()).isTrue();
        for (String act : List.of("/spare", "/program", "/off")) {
            mvc.perform(form("/profile/codes" + act).session(curator).param("password", ""))
                    .andExpect(status().isBadRequest());
        }
        mvc.perform(form("/profile/codes/program").session(curator).param("password", TestSchool.PASSWORD))
                .andExpect(flash().attributeExists("programPassword"));
        mvc.perform(form("/profile/codes/program/remove").session(curator)).andExpect(redirectedUrl("/profile"));
        assertThat(safeguards.of(login).programs()).isFalse();
        mvc.perform(form("/profile/codes/spare").session(curator).param("password", TestSchool.PASSWORD))
                .andExpect(flash().attributeExists("spareCodes"));
        mvc.perform(form("/profile/codes/off").session(curator).param("password", TestSchool.PASSWORD))
                .andExpect(redirectedUrl("/profile"));
        assertThat(safeguards.of(login).codes()).isFalse();
        mvc.perform(form("/profile/codes/spare").session(curator).param("password", TestSchool.PASSWORD))
                .andExpect(status().isBadRequest());
    }

    private ResultActions change(String current, String password, String again) throws Exception {
        return mvc.perform(form("/profile/password")
                .session(teacher)
                .param("currentPassword", current)
                .param("password", password)
                .param("passwordAgain", again));
    }

    private static MockHttpServletRequestBuilder form(String path) {
        return post(path).with(csrf());
    }
}
