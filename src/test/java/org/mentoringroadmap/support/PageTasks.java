package org.mentoringroadmap.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Does the tasks that have a page of ours instead of a form, as their people do in a browser. */
public final class PageTasks {
    /** Which meeting the page watches over: the table that it opens shows who lacks it. */
    private static final Pattern WATCHED = Pattern.compile("/meetings\\?missing=(\\w+)");

    private static final Pattern CLASS_BOX = Pattern.compile("name=\"classIds\"[^>]*value=\"(\\d+)\"");

    private final String programmeId;

    public PageTasks(String programmeId) {
        this.programmeId = programmeId;
    }

    /** A meeting that a page has entered for a pair. */
    public record Met(String pairId, String kind) {}

    /**
     * Does what the page asks for; a watch over meetings other than the regular ones ends by itself afterwards.
     *
     * @param page form key of the task
     * @return the meetings that were entered on the way
     */
    public List<Met> work(Caller browser, String page, String taskId, String item, LocalDate today) {
        switch (page) {
            case "/tasks/terms" -> sent(browser.submit(address(page, taskId), page, Map.of("taskId", taskId)));
            case "/tasks/activity" -> end(browser, page, taskId, today, Map.of("link", "https://example.org/"));
            case "/tasks/classes" -> answerForAllClasses(browser, page, taskId, item, today);
            case "/tasks/register" -> end(browser, page, taskId, today, Map.of("included", "12"));
            case "/tasks/consents" -> end(browser, page, taskId, today, Map.of("needed", "12", "received", "11"));
            case "/tasks/duties", "/tasks/proposal" -> end(browser, page, taskId, today);
            case "/tasks/matching" ->
                end(browser, page, taskId, today, Map.of("mentees", "12", "mentors", "10", "candidates", "20"));
            case "/tasks/pairs" ->
                end(
                        browser,
                        page,
                        taskId,
                        today,
                        Map.of("pairs", "3", "groups", "3", "unmatched", "3", "supportNeeded", "3"));
            case "/tasks/meetings" -> {
                return enterMeetings(browser, page, taskId, today);
            }
            default -> throw new AssertionError("An unknown page " + page);
        }
        return List.of();
    }

    private void end(Caller browser, String page, String taskId, LocalDate today) {
        end(browser, page, taskId, today, Map.of());
    }

    private void end(Caller browser, String page, String taskId, LocalDate today, Map<String, String> more) {
        Map<String, String> typed = new HashMap<>(more);
        typed.put("taskId", taskId);
        typed.put("outcome", "done");
        typed.put("doneDate", today.toString());
        typed.put("date", today.toString());
        typed.put("note", "Сделано по дорожной карте.");
        sent(browser.submit(address(page, taskId), page, typed));
    }

    private void answerForAllClasses(Caller browser, String page, String taskId, String item, LocalDate today) {
        sent(browser.submit(
                address(page, taskId),
                page + "/ticks",
                Map.of(
                        "taskId",
                        taskId,
                        "programmeId",
                        programmeId,
                        "roadmapItem",
                        item,
                        "classIds",
                        boxes(browser.page(address(page, taskId)).text()),
                        "answer",
                        "held",
                        "date",
                        today.toString())));
    }

    /** The classes that the page offers to tick. */
    private static String boxes(String html) {
        return CLASS_BOX.matcher(html).results().map(box -> box.group(1)).collect(Collectors.joining(","));
    }

    private List<Met> enterMeetings(Caller browser, String page, String taskId, LocalDate today) {
        String grid = "/programmes/" + programmeId + "/meetings";
        Caller.Answer shown = browser.page(address(page, taskId));
        assertThat(shown.status()).isEqualTo(200);
        Matcher watched = WATCHED.matcher(shown.text());
        assertThat(watched.find()).as(shown.text()).isTrue();
        String kind = watched.group(1);
        List<String> pairs = runningPairs(browser);
        sent(browser.submit(
                grid, grid, Map.of("kind", kind, "pairIds", String.join(",", pairs), "date", today.toString())));
        if (kind.equals("regular")) {
            end(browser, page, taskId, today);
        }
        return pairs.stream().map(pair -> new Met(pair, kind)).toList();
    }

    private List<String> runningPairs(Caller browser) {
        JsonNode pairs = browser.get("/api/programmes/" + programmeId + "/mentorships?state=RUNNING")
                .json()
                .path("items");
        return StreamSupport.stream(pairs.spliterator(), false)
                .map(pair -> pair.path("id").asText())
                .toList();
    }

    private static String address(String page, String taskId) {
        return page + "?taskId=" + taskId;
    }

    private static void sent(Caller.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isIn(302, 303);
    }
}
