package org.mentoringroadmap.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** What the engine says when it fails, as it has been seen, and what a person reads instead. */
class RussianRefusalsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RussianRefusals refusals = new RussianRefusals(messages(), JSON);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            404 | /engine-rest/task/1 | No matching task with id 1 | она уже выполнена
            404 | /engine-rest/task/нет | No matching task with id нет | она уже выполнена
            500 | /engine-rest/task/1/complete | Cannot complete task 1: Cannot find task with id 1: task is null | она уже выполнена
            500 | /camunda/api/engine/engine/default/task/1/submit-form | Cannot invoke "TaskEntity.getId()" because "task" is null | В системе произошёл сбой
            500 | /engine-rest/task/1/complete | Cannot complete task 1: ENGINE-03005 Execution of 'DELETE TaskEntity[1]' failed. Entity was updated by another transaction concurrently. | изменил кто-то другой
            500 | /engine-rest/task/1/complete | Cannot complete task 1: ENGINE-03041 task 1 is suspended | приостановлена
            403 | /engine-rest/task/1/claim | The user with id 'о' does not have 'UPDATE' permission on resource '1' of type 'Task' | закрыты
            400 | /engine-rest/task/1/submit-form | Cannot submit task form 1: Cannot convert value 'Много людей' of type 'String' to java type java.lang.Integer | данные в нём
            400 | /engine-rest/task/1/submit-form | Cannot submit task form 1: Укажите дату. | ^Укажите дату\\.$
            400 | /engine-rest/task/нет/submit-form | Cannot submit task form нет: «31.11» — не дата. | ^«31\\.11» — не дата\\.$
            409 | /engine-rest/task/1/claim | Задачу уже взял в работу другой сотрудник. | ^Задачу уже взял
            405 | /engine-rest/task/1 | HTTP 405 Method Not Allowed | по этому адресу невозможно
            400 | /engine-rest/deployment/create | ENGINE-09005 Could not parse BPMN process. | Движок не смог их прочитать.*ENGINE-09005
            400 | /engine-rest/deployment/create | Модели не приняты, работают прежние версии. | ^Модели не приняты
            """)
    void saysInRussianWhatHasHappened(int status, String path, String said, String told)
            throws IOException, ServletException {
        byte[] body = JSON.writeValueAsBytes(JSON.createObjectNode()
                .put("type", "RestException")
                .put("message", said)
                .put("code", 7));

        MockHttpServletResponse response = answer(path, status, "application/json", body);

        JsonNode refusal = JSON.readTree(response.getContentAsByteArray());
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(refusal.path("message").asText()).containsPattern(told);
        assertThat(refusal.path("type").asText()).isEqualTo("RestException");
        assertThat(refusal.path("code").asInt()).isEqualTo(7);
    }

    @Test
    void aPageOfTheContainerBecomesAMessageToo() throws IOException, ServletException {
        MockHttpServletResponse response =
                answer("/engine-rest/task", 500, "text/html", "<html>Oops</html>".getBytes(StandardCharsets.UTF_8));

        assertThat(response.getContentType()).startsWith("application/json");
        assertThat(response.getContentAsString(StandardCharsets.UTF_8))
                .contains("сбой")
                .doesNotContain("Oops");
    }

    @Test
    void whatSucceedsAndWhatIsNotTheEnginesPassesAsItIs() throws IOException, ServletException {
        byte[] text = "No matching task".getBytes(StandardCharsets.UTF_8);

        assertThat(answer("/engine-rest/task", 200, "text/plain", text).getContentAsByteArray())
                .isEqualTo(text);
        assertThat(answer("/api/programmes", 400, "text/plain", text).getContentAsByteArray())
                .isEqualTo(text);
    }

    private MockHttpServletResponse answer(String path, int status, String type, byte[] body)
            throws IOException, ServletException {
        LocaleContextHolder.setLocale(Locale.forLanguageTag("ru"));
        MockHttpServletResponse response = new MockHttpServletResponse();
        refusals.doFilter(new MockHttpServletRequest("POST", path), response, (request, answer) -> {
            answer.setContentLength(body.length);
            answer.setContentType(type);
            ((HttpServletResponse) answer).setStatus(status);
            answer.getOutputStream().write(body);
        });
        return response;
    }

    private static ResourceBundleMessageSource messages() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames("messages/platform", "messages/task", "messages/programme");
        messages.setDefaultEncoding(StandardCharsets.UTF_8.name());
        return messages;
    }
}
