package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringroadmap.support.Caller;

/** Consents of the demo school's running year: a task that collects them, and a curator who enters all that are missing. */
final class ConsentWork {
    private static final String PROGRAMME = "1";
    private static final String PAGE = "/programmes/" + PROGRAMME + "/consents";
    private static final String ITEM = "9.9.9";
    private static final Pattern CLASS = Pattern.compile("consents\\?classId=(-?\\d+)");
    private static final Pattern TICK = Pattern.compile("name=\"tick\" value=\"([^\"]*)\"");

    private final RestClient client;

    ConsentWork(RestClient client) {
        this.client = client;
    }

    /** Starts a task that waits until no consent of the mentees is missing. */
    void startCollection() {
        LocalDate today = LocalDate.now();
        ObjectNode body = RestClient.variables(Map.ofEntries(
                        Map.entry("schoolId", "demo-school"),
                        Map.entry("programmeId", PROGRAMME),
                        Map.entry("firstYear", String.valueOf(today.getYear())),
                        Map.entry("secondYear", String.valueOf(today.getYear() + 1)),
                        Map.entry("roadmapItem", ITEM),
                        Map.entry("title", "Собрать согласия"),
                        Map.entry("guide", "Соберите согласия."),
                        Map.entry("start", today + "T08:00:00"),
                        Map.entry("due", today.plusMonths(1) + "T18:00:00"),
                        Map.entry("responsible", "curator"),
                        Map.entry("consentKind", "representative")))
                .put("businessKey", PROGRAMME);
        Caller.Answer answer =
                client.post("administrator", "/engine-rest/process-definition/key/consent-collection/start", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    /** How many tasks of {@link #startCollection} are open. */
    int openCollections() {
        return client.get(
                        "administrator",
                        "/engine-rest/task/count?processInstanceBusinessKey=" + PROGRAMME
                                + "&processVariables=roadmapItem_eq_" + ITEM)
                .json()
                .path("count")
                .asInt();
    }

    /** Enters every consent that is missing, by one form of the curator's. */
    void registerAllConsents() {
        Caller curator = client.browser("curator");
        List<String> ticks = new TreeSet<>(all(CLASS, curator.page(PAGE).text()))
                .stream()
                        .flatMap(id ->
                                all(TICK, curator.page(PAGE + "?classId=" + id).text()).stream())
                        .toList();
        assertThat(ticks).isNotEmpty();
        Caller.Answer answer = curator.submitWith(
                curator.token(PAGE),
                PAGE + "?tick=" + String.join("&tick=", ticks),
                Map.of("date", LocalDate.now().toString()));
        assertThat(answer.status()).isEqualTo(303);
    }

    private static List<String> all(Pattern pattern, String page) {
        Matcher found = pattern.matcher(page);
        return Stream.generate(() -> found)
                .takeWhile(Matcher::find)
                .map(match -> match.group(1))
                .toList();
    }
}
