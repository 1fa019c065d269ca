package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What is answered between the opening of the port and the moment when everything is there. */
class StartingFilterTest {
    private static final FilterChain NOBODY = (request, response) -> {
        throw new AssertionError("asked behind the filter");
    };

    private StartingFilter filter;

    @BeforeEach
    void filter() throws Exception {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/platform");
        messages.setDefaultEncoding("UTF-8");
        filter = new StartingFilter(messages, new ObjectMapper());
    }

    @Test
    void nobodyIsToldThatAPasswordIsWrong() throws Exception {
        MockHttpServletResponse page = answer("POST", "/login", NOBODY);

        assertThat(page.getStatus()).isEqualTo(503);
        assertThat(page.getHeader("Retry-After")).isEqualTo("10");
        assertThat(page.getContentAsString(StandardCharsets.UTF_8))
                .contains("Система ещё запускается", "http-equiv=\"refresh\"")
                .doesNotContain("неверн", "<script", "<link", "src=");
        assertThat(page.getHeader("Content-Security-Policy"))
                .startsWith("default-src 'none'")
                .contains("style-src 'sha256-");
    }

    @Test
    void programsAndWhoWatchesReadJson() throws Exception {
        MockHttpServletResponse program = answer("GET", "/engine-rest/task", NOBODY);
        MockHttpServletResponse health = answer("GET", "/actuator/health", NOBODY);

        assertThat(program.getStatus()).isEqualTo(503);
        assertThat(program.getContentAsString(StandardCharsets.UTF_8)).contains("Система ещё запускается");
        assertThat(health.getStatus()).isEqualTo(503);
        assertThat(health.getContentAsString(StandardCharsets.UTF_8)).isEqualTo("{\"status\":\"OUT_OF_SERVICE\"}");
    }

    @Test
    void thenEverythingGoesOn() throws Exception {
        filter.ready(mock(ApplicationReadyEvent.class));

        assertThat(answer(
                                "POST",
                                "/login",
                                (request, response) -> response.getWriter().print("in"))
                        .getContentAsString())
                .isEqualTo("in");
    }

    private MockHttpServletResponse answer(String method, String path, FilterChain chain) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest(method, path), response, chain);
        return response;
    }
}
