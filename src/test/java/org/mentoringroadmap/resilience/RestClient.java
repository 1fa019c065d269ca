package org.mentoringroadmap.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A script's view of the application: JSON over HTTP with Basic sign-in of a demo account. */
final class RestClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI address;

    RestClient(URI address) {
        this.address = address;
    }

    /** What the application answered. */
    record Answer(int status, JsonNode body) {
        boolean acknowledged() {
            return status / 100 == 2;
        }
    }

    Answer get(String account, String path) throws IOException, InterruptedException {
        return send(account, HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    Answer post(String account, String path, JsonNode body) throws IOException, InterruptedException {
        return send(
                account,
                HttpRequest.newBuilder(address.resolve(path))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** A body in the shape in which the engine's REST takes variables. */
    static ObjectNode variables(Map<String, String> values) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        values.forEach((name, value) -> variables.putObject(name).put("value", value));
        return body;
    }

    private Answer send(String account, HttpRequest.Builder request) throws IOException, InterruptedException {
        String basic = Base64.getEncoder().encodeToString((account + ":" + account).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                request.timeout(Duration.ofSeconds(60))
                        .header("Authorization", "Basic " + basic)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        return new Answer(
                response.statusCode(),
                response.body().isBlank() || !response.body().matches("(?s)\\s*[\\[{].*")
                        ? JSON.nullNode()
                        : JSON.readTree(response.body()));
    }
}
