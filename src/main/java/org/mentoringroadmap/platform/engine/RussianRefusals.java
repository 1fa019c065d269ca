package org.mentoringroadmap.platform.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.mentoringroadmap.shared.Webapps;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Whatever the engine's REST refuses, for programs and for its webapps alike, is told in Russian: people read it in Tasklist
 * as it is. Our own words lose the technical ones that the engine puts before them; its own give way to ours, by what has
 * happened. Status, type and code, by which programs go, stay.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 11)
class RussianRefusals extends OncePerRequestFilter {
    private static final String MESSAGE = "message";
    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}");
    private static final Pattern LATIN = Pattern.compile("\\p{IsLatin}");

    /** A reason of ours stands at the beginning, or behind what the engine has been about to do. */
    private static final Pattern REASON = Pattern.compile("(?:^|: )(?=[^\\p{L}]*\\p{IsCyrillic})");

    private static final Pattern TASK = Pattern.compile("/task/[^/]+");
    private static final Pattern GONE =
            Pattern.compile("(?i)cannot find task|no matching task|task(?: with id \\S+)? (?:is null|does not exist)");
    private static final Pattern SUSPENDED = Pattern.compile("(?i)\\bis suspended\\b");
    private static final Pattern COLLIDED = Pattern.compile("ENGINE-03005|(?i)updated by another transaction");
    private static final String DEPLOYMENT = "/deployment/create";

    private final MessageSource messages;
    private final ObjectMapper json;

    RussianRefusals(MessageSource messages, ObjectMapper json) {
        this.messages = messages;
        this.json = json;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        return !path.startsWith("/engine-rest/") && !path.startsWith(Webapps.API + "/");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Held held = new Held(response);
        chain.doFilter(request, held);
        if (held.isHeld()) {
            byte[] told = json.writeValueAsBytes(told(request, response.getStatus(), held.body()));
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding(StandardCharsets.UTF_8.name());
            response.setContentLength(told.length);
            response.getOutputStream().write(told);
        }
    }

    private JsonNode told(HttpServletRequest request, int status, byte[] body) {
        ObjectNode refusal = read(body);
        String said = refusal.path(MESSAGE).asText();
        Optional<String> ours = ours(said);
        if (ours.isPresent()) {
            return refusal.put(MESSAGE, ours.get());
        }
        if (request.getRequestURI().endsWith(DEPLOYMENT) && status == HttpServletResponse.SC_BAD_REQUEST) {
            return refusal.put(MESSAGE, text("deployment.not-read", said));
        }
        return refusal.put(MESSAGE, text(code(request.getRequestURI(), status, said)));
    }

    /** What we ourselves gave as a reason; what somebody has sent is repeated by the engine in sentences of its own. */
    private static Optional<String> ours(String said) {
        return REASON.matcher(said)
                .results()
                .map(start -> said.substring(start.end()))
                .filter(RussianRefusals::isRussian)
                .findFirst()
                .or(() -> Optional.of(said).filter(RussianRefusals::isRussian));
    }

    private static boolean isRussian(String text) {
        return CYRILLIC.matcher(text).results().count()
                > LATIN.matcher(text).results().count();
    }

    private ObjectNode read(byte[] body) {
        try {
            return json.readTree(body) instanceof ObjectNode refusal ? refusal : json.createObjectNode();
        } catch (IOException e) {
            return json.createObjectNode(); // a page of the container
        }
    }

    private static String code(String path, int status, String said) {
        if (SUSPENDED.matcher(said).find()) {
            return "task.suspended";
        }
        if (COLLIDED.matcher(said).find()) {
            return "error.changed";
        }
        if (GONE.matcher(said).find()
                || status == HttpServletResponse.SC_NOT_FOUND
                        && TASK.matcher(path).find()) {
            return "task.unknown";
        }
        return switch (status) {
            case 401 -> "error.sign-in";
            case 403 -> "role.required";
            case 404 -> "error.unknown";
            case 405, 406, 415 -> "error.unsupported";
            case 409 -> "error.changed";
            default -> status >= 500 ? "error.failure" : "error.request";
        };
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, LocaleContextHolder.getLocale());
    }

    /** Holds back what is written once the status says that it is a refusal. */
    private static final class Held extends HttpServletResponseWrapper {
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        private ServletOutputStream stream;
        private PrintWriter writer;

        Held(HttpServletResponse response) {
            super(response);
        }

        boolean isHeld() {
            return (stream != null || writer != null) && !super.isCommitted();
        }

        byte[] body() {
            if (writer != null) {
                writer.flush();
            }
            return body.toByteArray();
        }

        private boolean isRefusal() {
            return getStatus() >= HttpServletResponse.SC_BAD_REQUEST;
        }

        @Override
        public ServletOutputStream getOutputStream() throws IOException {
            if (!isRefusal()) {
                return super.getOutputStream();
            }
            if (stream == null) {
                stream = new HeldStream(body);
            }
            return stream;
        }

        @Override
        public PrintWriter getWriter() throws IOException {
            if (!isRefusal()) {
                return super.getWriter();
            }
            if (writer == null) {
                writer = new PrintWriter(new OutputStreamWriter(body, StandardCharsets.UTF_8));
            }
            return writer;
        }

        @Override
        public void flushBuffer() throws IOException {
            if (stream == null && writer == null) {
                super.flushBuffer();
            }
        }
    }

    /** A stream into memory. */
    private static final class HeldStream extends ServletOutputStream {
        private final ByteArrayOutputStream body;

        HeldStream(ByteArrayOutputStream body) {
            this.body = body;
        }

        @Override
        public void write(int value) {
            body.write(value);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("A refusal is written at once");
        }
    }
}
