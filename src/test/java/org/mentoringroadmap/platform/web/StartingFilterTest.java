package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.StaticMessageSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class StartingFilterTest {
    private StartingFilter filter;

    @BeforeEach
    void start() throws IOException {
        StaticMessageSource messages = new StaticMessageSource();
        messages.addMessage("error.starting", Locale.forLanguageTag("ru"), "Запускается");
        filter = new StartingFilter(messages, new ObjectMapper());
    }

    @Test
    void peopleAndProgramsReadThatItIsStarting() throws Exception {
        MockHttpServletResponse page = ask("POST", "/login");
        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getHeader("Retry-After")).isNotNull();
        assertThat(page.getContentAsString()).contains("Система запускается", "http-equiv=\"refresh\"");
        MockHttpServletResponse json = ask("GET", "/engine-rest/task");
        assertThat(json.getStatus()).isEqualTo(503);
        assertThat(json.getContentAsString()).isEqualTo("{\"message\":\"Запускается\"}");
    }

    @Test
    void itsHealthAnswersAllTheTimeAndEverythingOnceItIsReady() throws Exception {
        assertThat(ask("GET", "/actuator/health").getStatus()).isEqualTo(200);
        filter.open(null);
        assertThat(ask("GET", "/login").getStatus()).isEqualTo(200);
    }

    private MockHttpServletResponse ask(String method, String path) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(method, path), response, new MockFilterChain());
        return response;
    }
}
