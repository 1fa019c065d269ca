package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.Writer;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.MessageSource;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/** What Tomcat refuses before a filter of ours has seen it, an address that it cannot read for example, in Russian too. */
@Component
class RawErrors implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;
    private final ObjectMapper mapper;
    private final BarePage page;

    RawErrors(MessageSource messages, ObjectMapper mapper) throws IOException {
        this.messages = messages;
        this.mapper = mapper;
        this.page = BarePage.named("raw-error");
    }

    @Override
    public void customize(TomcatServletWebServerFactory tomcat) {
        tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RussianReport()));
    }

    private void write(Request request, Response response, Writer writer) throws IOException {
        boolean failure = response.getStatus() >= 500;
        String text = text(failure ? "error.failure" : "error.address");
        if (isForPrograms(request)) {
            writer.write(mapper.writeValueAsString(Map.of("message", text)));
        } else {
            Map<String, String> texts = Map.of(
                    "heading", text(failure ? "error.heading.failure" : "error.heading.refused"),
                    "text", text,
                    "status", text("error.status", String.valueOf(response.getStatus())));
            writer.write(page.with(texts).html());
        }
    }

    private static boolean isForPrograms(Request request) {
        String path = request.getRequestURI();
        return path != null && ErrorAnswers.isForPrograms(path);
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    private final class RussianReport extends ErrorReportValve {
        RussianReport() {
            setAsyncSupported(true);
        }

        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            AtomicBoolean open = new AtomicBoolean();
            response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
            if (response.getStatus() < 400
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()
                    || !open.get()) {
                return;
            }
            page.head(response);
            if (isForPrograms(request)) {
                response.setContentType(MediaType.APPLICATION_JSON_VALUE);
                response.setCharacterEncoding("UTF-8");
            }
            try {
                Writer writer = response.getReporter();
                if (writer != null) {
                    write(request, response, writer);
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException e) {
                container.getLogger().debug("Nobody reads the answer any more", e);
            }
        }
    }
}
