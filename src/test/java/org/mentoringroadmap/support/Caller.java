package org.mentoringroadmap.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who speaks HTTP with the running application: nobody, a script with Basic, or a browser with its cookies. */
public final class Caller {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    static {
        // shorter than the 20 seconds after which the server closes a quiet connection: a post on a closed one breaks
        System.setProperty("jdk.httpclient.keepalive.timeout", "5");
    }

    private final URI address;
    private final String authorization;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMinutes(1))
            .build();

    private Caller(URI address, String login, String password) {
        this.address = address;
        this.authorization = login == null
                ? null
                : "Basic "
                        + Base64.getEncoder().encodeToString((login + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    /** Nobody: no credentials are sent. */
    public static Caller anonymous(URI address) {
        return new Caller(address, null, null);
    }

    /** A script that signs in with Basic. */
    public static Caller basic(URI address, String login, String password) {
        return new Caller(address, login, password);
    }

    /** What the application answered; {@code json} is missing where the body is none. */
    public record Answer(int status, HttpHeaders headers, String text, JsonNode json) {
        /** The text that a person reads in an answer for programs. */
        public String message() {
            return json.path("message").asText();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, "application/json");
    }

    public Answer options(String path) {
        return send("OPTIONS", path, null, "application/json");
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, "application/json");
    }

    /** Sends JSON as it is written. */
    public Answer post(String path, String json) {
        return send("POST", path, json, "application/json");
    }

    /** Sends JSON as it is written. */
    public Answer put(String path, String json) {
        return send("PUT", path, json, "application/json");
    }

    /** Sends a form with the token of the page that it stands on. */
    public Answer submit(String page, String path, Map<String, String> fields) {
        return submitWith(token(page), path, fields);
    }

    /** Sends a form with a token that was read before. */
    public Answer submitWith(Optional<String> token, String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(
                "POST",
                path,
                token.map(value -> body + "&_csrf=" + encode(value)).orElse(body),
                "application/x-www-form-urlencoded");
    }

    /** The token of the forms on a page; empty where it has none. */
    public Optional<String> token(String page) {
        Matcher token = FORM_TOKEN.matcher(page(page).text());
        return token.find() ? Optional.of(token.group(1)) : Optional.empty();
    }

    /** Sends a form whose fields are encoded already. */
    public Answer form(String path, String body, String... headers) {
        HttpRequest.Builder request = request("POST", path, body, "application/x-www-form-urlencoded");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Opens a page as a browser does. */
    public Answer page(String path, String... headers) {
        HttpRequest.Builder request =
                request("GET", path, null, "application/json").setHeader("Accept", "text/html");
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    /** Fetches a file; anything but success fails. */
    public byte[] download(String path) {
        try {
            HttpResponse<byte[]> response = http.send(
                    request("GET", path, null, "application/json").build(), HttpResponse.BodyHandlers.ofByteArray());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(path + " is answered by " + response.statusCode());
            }
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Sends files the way Modeler deploys them. */
    public Answer deploy(String name, Map<String, String> files) {
        String boundary = "boundary-of-tests";
        StringBuilder body = new StringBuilder();
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\n")
                .append(name)
                .append("\r\n");
        files.forEach((file, content) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"")
                .append(file)
                .append("\"; filename=\"")
                .append(file)
                .append("\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .append(content)
                .append("\r\n"));
        body.append("--" + boundary + "--\r\n");
        return send(
                "POST", "/engine-rest/deployment/create", body.toString(), "multipart/form-data; boundary=" + boundary);
    }

    /**
     * Sends a file by a form, with the token of the page that it stands on.
     *
     * @param field name of the form's field of files
     */
    public Answer upload(
            String page, String path, Map<String, String> fields, String field, String fileName, byte[] content) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        token(page).ifPresent(token -> all.put("_csrf", token));
        String boundary = "boundary-of-tests";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        all.forEach((name, value) -> body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n")
                        .getBytes(StandardCharsets.UTF_8)));
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + field + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request("POST", path, null, null)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** Value of a cookie that the application has set; null for none. Several threads may send at once. */
    public String cookie(String name) {
        return cookies.getCookieStore().get(address).stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse(null);
    }

    /** Signs in on the login page as a browser does; fails when it is refused. */
    public Caller signIn(String login, String password) {
        Answer answer = submit("/login", "/login", Map.of("username", login, "password", password));
        if (answer.status() != 302
                || answer.headers().firstValue("Location").orElse("").contains("error")) {
            throw new IllegalStateException("Sign-in of " + login + " is answered by " + answer.status());
        }
        return this;
    }

    private Answer send(String method, String path, String body, String contentType) {
        return send(request(method, path, body, contentType));
    }

    private HttpRequest.Builder request(String method, String path, String body, String contentType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(Duration.ofMinutes(3))
                .method(
                        method,
                        body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", contentType);
        }
        if (authorization != null) {
            request.header("Authorization", authorization);
        }
        String webappToken = cookie("XSRF-TOKEN");
        if (webappToken != null && path.startsWith("/camunda/")) {
            request.header("X-XSRF-TOKEN", webappToken);
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), response.headers(), response.body(), json(response));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(HttpResponse<String> response) throws IOException {
        boolean isJson =
                response.headers().firstValue("Content-Type").orElse("").contains("json");
        return isJson && !response.body().isBlank() ? JSON.readTree(response.body()) : MissingNode.getInstance();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
