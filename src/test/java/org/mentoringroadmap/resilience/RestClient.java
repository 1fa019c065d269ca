package org.mentoringroadmap.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.support.Caller;

/**
 * The accounts of the demo school, whose passwords are their names, on one running application: as scripts and in
 * browsers. A broken connection is an {@link UncheckedIOException}.
 */
final class RestClient {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final URI address;
    private final BooleanSupplier killed;
    private final Map<String, Caller> scripts = new ConcurrentHashMap<>();
    private final Map<String, Caller> browsers = new ConcurrentHashMap<>();

    /** Speaks with an application that nobody kills. */
    RestClient(URI address) {
        this(address, () -> false);
    }

    RestClient(URI address, BooleanSupplier killed) {
        this.address = address;
        this.killed = killed;
    }

    /** Takes a broken connection as the end of the work when the application was killed, as a failure otherwise. */
    void brokenBy(UncheckedIOException broken) {
        if (!killed.getAsBoolean()) {
            throw broken;
        }
    }

    Caller.Answer get(String account, String path) {
        return script(account).get(path);
    }

    Caller.Answer post(String account, String path, JsonNode body) {
        return script(account).post(path, body.toString());
    }

    /** Takes a task that is free, or that the account has taken already; answers whether it was given. */
    boolean claim(String account, String taskId) {
        JsonNode who = JSON.createObjectNode().put("userId", account);
        return acknowledged(post(account, "/engine-rest/task/" + taskId + "/claim", who));
    }

    /** Completes a task that the account has taken. */
    Caller.Answer complete(String account, String taskId, JsonNode body) {
        return post(account, "/engine-rest/task/" + taskId + "/complete", body);
    }

    static boolean acknowledged(Caller.Answer answer) {
        return answer.status() / 100 == 2;
    }

    /** The browser of an account, signed in. */
    Caller browser(String account) {
        return browsers.computeIfAbsent(
                account, login -> Caller.anonymous(address).signIn(login, login));
    }

    /** A body in the shape in which the engine's REST takes variables. */
    static ObjectNode variables(Map<String, String> values) {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode variables = body.putObject("variables");
        values.forEach((name, value) -> variables.putObject(name).put("value", value));
        return body;
    }

    private Caller script(String account) {
        return scripts.computeIfAbsent(account, login -> Caller.basic(address, login, login));
    }
}
