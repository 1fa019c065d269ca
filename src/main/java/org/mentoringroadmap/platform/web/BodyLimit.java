package org.mentoringroadmap.platform.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.springframework.context.MessageSource;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * What a program sends has a limit: so much for data, more for files that are deployed. Data with the character of code 0
 * are refused as well, since PostgreSQL keeps no text with it. Both before anybody reads, so that nothing fails halfway.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 12)
class BodyLimit extends OncePerRequestFilter {
    private static final DataSize MAX_DATA = DataSize.ofMegabytes(2);
    private static final DataSize MAX_FILES = DataSize.ofMegabytes(20);

    private static final byte[] ZERO_CHARACTER = "\\u0000".getBytes(StandardCharsets.US_ASCII);

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MessageSource messages;
    private final ObjectMapper mapper;

    BodyLimit(MessageSource messages, ObjectMapper mapper) {
        this.messages = messages;
        this.mapper = mapper;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        boolean hasBody =
                request.getContentLengthLong() > 0 || request.getHeader(HttpHeaders.TRANSFER_ENCODING) != null;
        return !hasBody
                || isOfType(request, MediaType.APPLICATION_FORM_URLENCODED_VALUE) // Tomcat has a limit for forms
                || !ErrorAnswers.isForPrograms(ErrorAnswers.path(request));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long length = request.getContentLengthLong();
        if (isOfType(request, MediaType.MULTIPART_FORM_DATA_VALUE)) {
            if (length < 0) {
                refuse(response, HttpStatus.LENGTH_REQUIRED, "error.body-length");
            } else if (length > MAX_FILES.toBytes()) {
                refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "error.body-too-large");
            } else {
                chain.doFilter(request, response);
            }
            return;
        }
        int limit = (int) MAX_DATA.toBytes();
        byte[] data = length > limit ? null : request.getInputStream().readNBytes(limit + 1);
        if (data == null || data.length > limit) {
            refuse(response, HttpStatus.PAYLOAD_TOO_LARGE, "error.body-too-large");
        } else if (hasZeroCharacter(data)) {
            refuse(response, HttpStatus.BAD_REQUEST, "error.zero-character");
        } else {
            chain.doFilter(new ReadBefore(request, data), response);
        }
    }

    private static boolean isOfType(HttpServletRequest request, String type) {
        return request.getContentType() != null && request.getContentType().startsWith(type);
    }

    /** The error page would read the body again. */
    private void refuse(HttpServletResponse response, HttpStatus status, String code) throws IOException {
        String text =
                messages.getMessage(code, new Object[] {MAX_DATA.toMegabytes(), MAX_FILES.toMegabytes()}, RUSSIAN);
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.getOutputStream().write(mapper.writeValueAsBytes(Map.of("message", text)));
    }

    /** As JSON writes it; a backslash that stands for itself begins nothing. */
    private static boolean hasZeroCharacter(byte[] data) {
        int matched = 0;
        for (byte one : data) {
            if (matched == 1 && one == '\\') {
                matched = 0;
            } else if (one == ZERO_CHARACTER[matched]) {
                matched++;
            } else {
                matched = one == '\\' ? 1 : 0;
            }
            if (matched == ZERO_CHARACTER.length) {
                return true;
            }
        }
        return false;
    }

    private static final class ReadBefore extends HttpServletRequestWrapper {
        private final ServletInputStream stream;
        private BufferedReader reader;

        ReadBefore(HttpServletRequest request, byte[] data) {
            super(request);
            stream = new Stream(new ByteArrayInputStream(data));
        }

        @Override
        public ServletInputStream getInputStream() {
            return stream;
        }

        @Override
        public BufferedReader getReader() throws IOException {
            if (reader == null) {
                String charset = getCharacterEncoding();
                reader = new BufferedReader(
                        new InputStreamReader(stream, charset == null ? StandardCharsets.UTF_8.name() : charset));
            }
            return reader;
        }
    }

    private static final class Stream extends ServletInputStream {
        private final ByteArrayInputStream data;

        Stream(ByteArrayInputStream data) {
            this.data = data;
        }

        @Override
        public int read() {
            return data.read();
        }

        @Override
        public int read(byte[] into, int from, int length) {
            return data.read(into, from, length);
        }

        @Override
        public boolean isFinished() {
            return data.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException("What is here already is not waited for");
        }
    }
}
