package org.mentoringroadmap.activity.web;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A signed-in person's browser without a screen. */
final class Browser {
    private final MockMvc mvc;
    private final MockHttpSession session;

    Browser(MockMvc mvc, TestSchool school, Role role) throws Exception {
        this.mvc = mvc;
        session = (MockHttpSession)
                mvc.perform(formLogin().user(school.login(role)).password(TestSchool.PASSWORD))
                        .andReturn()
                        .getRequest()
                        .getSession();
    }

    MockHttpSession session() {
        return session;
    }

    ResultActions open(String path, Object... variables) throws Exception {
        return mvc.perform(get(path, variables).session(session));
    }

    /** Sends a form: names and values by turns. */
    ResultActions send(String path, String... fields) throws Exception {
        return mvc.perform(filled(post(path), fields));
    }

    /** Sends a form with a file in the field {@code files}. */
    ResultActions send(String path, MockMultipartFile file, String... fields) throws Exception {
        return mvc.perform(filled(multipart(path).file(file), fields));
    }

    private <B extends org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder<B>> B filled(
            B request, String... fields) {
        for (int i = 0; i < fields.length; i += 2) {
            request.param(fields[i], fields[i + 1]);
        }
        return request.session(session).with(csrf());
    }
}
