package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLTransientConnectionException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.platform.operation.DatabaseWatch;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;

/** What is answered while the database is away, and by whom: nothing behind the filter is asked. */
class DatabaseAwayFilterTest {
    private static final FilterChain NOBODY = (request, response) -> {
        throw new AssertionError("asked behind the filter");
    };

    private final DatabaseWatch watch = mock(DatabaseWatch.class);
    private final AtomicLong breaks = new AtomicLong();
    private DatabaseAwayFilter filter;

    @BeforeEach
    void filter() throws IOException {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages/platform");
        messages.setDefaultEncoding("UTF-8");
        filter = new DatabaseAwayFilter(watch, messages, new ObjectMapper());
        when(watch.awaySince()).thenReturn(Optional.empty());
        when(watch.breaks()).thenAnswer(asked -> breaks.get());
        when(watch.answers()).thenReturn(true);
    }

    @Test
    void aPersonReadsAPageThatNeedsNothing() throws Exception {
        when(watch.awaySince()).thenReturn(Optional.of(Instant.now()));
        MockHttpServletResponse response = answer("/programmes/1", NOBODY);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("10");
        assertThat(response.getContentType()).startsWith("text/html");
        assertThat(text(response)).contains("не сохранено").doesNotContain(" th:", "<link", "<script", "src=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/programmes", "/engine-rest/task", "/camunda/api/engine/engine/default/task"})
    void aProgramReadsJson(String path) throws Exception {
        when(watch.awaySince()).thenReturn(Optional.of(Instant.now()));
        MockHttpServletResponse response = answer(path, NOBODY);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(new ObjectMapper().readTree(text(response)).path("message").asText())
                .startsWith("База данных сейчас не отвечает");
    }

    @Test
    void healthIsDown() throws Exception {
        when(watch.awaySince()).thenReturn(Optional.of(Instant.now()));
        MockHttpServletResponse response = answer("/actuator/health", NOBODY);

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(text(response)).isEqualTo("{\"status\":\"DOWN\"}");
    }

    @Test
    void aFailureOfTheWayToTheDatabaseIsAnsweredToo() throws Exception {
        MockHttpServletResponse response = answer("/", (request, answer) -> {
            throw new CannotCreateTransactionException("none", new SQLTransientConnectionException("timed out"));
        });

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void aFailureThatSomebodyHidInAnAnswerIsFoundByTheBreak() throws Exception {
        MockHttpServletResponse response = answer("/engine-rest/task", (request, answer) -> {
            breaks.incrementAndGet();
            answer.getOutputStream().print("{\"type\":\"ProcessEngineException\"}");
            ((HttpServletResponse) answer).setStatus(500);
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(text(response)).doesNotContain("ProcessEngineException");
    }

    @Test
    void everyOtherFailureGoesOn() throws Exception {
        assertThatThrownBy(() -> answer("/", (request, answer) -> {
                    throw new ServletException("a fault of ours");
                }))
                .hasMessage("a fault of ours");
        assertThat(answer("/", (request, answer) -> ((HttpServletResponse) answer).setStatus(500))
                        .getStatus())
                .isEqualTo(500);
    }

    private MockHttpServletResponse answer(String path, FilterChain chain) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(new MockHttpServletRequest("GET", path), response, chain);
        return response;
    }

    private static String text(MockHttpServletResponse response) throws IOException {
        return response.getContentAsString(StandardCharsets.UTF_8);
    }
}
