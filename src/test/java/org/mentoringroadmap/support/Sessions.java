package org.mentoringroadmap.support;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;

import org.mentoringroadmap.school.Role;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;

/** Signs people in through our login page. */
public final class Sessions {
    private Sessions() {}

    /** A session of the person who holds the role. */
    public static MockHttpSession of(MockMvc mvc, TestSchool school, Role role) throws Exception {
        return of(mvc, school.login(role), TestSchool.PASSWORD);
    }

    /** A session of the installation's administrator. */
    public static MockHttpSession ofAdministrator(MockMvc mvc) throws Exception {
        return of(mvc, "administrator", "administrator-of-tests");
    }

    /** A session of any account. */
    public static MockHttpSession of(MockMvc mvc, String login, String password) throws Exception {
        return (MockHttpSession) mvc.perform(formLogin().user(login).password(password))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
