package org.mentoringroadmap.resilience;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.FormFiller;
import org.mentoringroadmap.support.PageTasks;

/**
 * The people of the demo school carry one programme through its year: forms over the engine's REST, pages in a browser,
 * several people at once and in any order. When the application is gone they stop; when it is back they go on.
 */
final class YearWork {
    private static final Pattern STAGE = Pattern.compile("000-(\\d)\\..*");
    private static final Pattern MENTOR = Pattern.compile("<option value=\"(\\d+)\"[^>]*>[^<]*" + mentor());
    private static final Set<String> BEFORE_FAREWELL = Set.of("organisational", "trial", "planning", "regular");
    private static final int REFUSALS_AT_MOST = 5;

    private final Acknowledged acknowledged;
    private final String programmeId;
    private final LocalDate day;
    private final Random random;
    private final PageTasks pages;
    private final AtomicInteger effects = new AtomicInteger();
    private final Set<Integer> stages = ConcurrentHashMap.newKeySet();
    private final Map<String, AtomicInteger> refusals = new ConcurrentHashMap<>();
    private final Set<String> inWork = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean mentorNamed = new AtomicBoolean();

    private YearWork(Acknowledged acknowledged, String programmeId, LocalDate day, Random random) {
        this.acknowledged = acknowledged;
        this.programmeId = programmeId;
        this.day = day;
        this.random = random;
        this.pages = new PageTasks(programmeId);
    }

    /**
     * The curator starts a school year.
     *
     * @param day a day of that year on which everything is said to be done
     * @param random in which order people take up what is open
     */
    static YearWork start(
            RestClient client, Acknowledged acknowledged, String schoolYear, LocalDate day, Random random) {
        Caller.Answer answer = client.post(
                "curator",
                "/engine-rest/process-definition/key/target-model/start",
                RestClient.variables(Map.of("schoolYear", schoolYear)));
        if (!RestClient.acknowledged(answer)) {
            throw new AssertionError("The start was refused: " + answer);
        }
        acknowledged.started(schoolYear);
        return new YearWork(acknowledged, answer.json().path("businessKey").asText(), day, random);
    }

    String programmeId() {
        return programmeId;
    }

    /** How many tasks were acknowledged so far. */
    int effects() {
        return effects.get();
    }

    /** Stages of which tasks were acknowledged since the last call. */
    Set<Integer> takeStages() {
        Set<Integer> taken = new TreeSet<>(stages);
        stages.removeAll(taken);
        return taken;
    }

    /** Does one open task after the other until the connection breaks or the year has ended. */
    void untilKilledOrEnded(RestClient client) {
        try {
            while (runs(client)) {
                nameMentor(client);
                List<JsonNode> open = open(client);
                Collections.shuffle(open, random);
                for (JsonNode task : open) {
                    attempt(client, task);
                }
                TimeUnit.MILLISECONDS.sleep(50);
            }
        } catch (UncheckedIOException e) {
            client.brokenBy(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean runs(RestClient client) {
        Caller.Answer answer =
                client.get("administrator", "/engine-rest/process-instance/count?businessKey=" + programmeId);
        if (answer.status() != 200) {
            throw new AssertionError("Nobody can tell whether the year still runs: " + answer);
        }
        return answer.json().path("count").asInt() > 0;
    }

    private List<JsonNode> open(RestClient client) {
        List<JsonNode> open = new ArrayList<>();
        client.get("administrator", "/engine-rest/task?processInstanceBusinessKey=" + programmeId)
                .json()
                .forEach(open::add);
        return open;
    }

    /** A task that somebody else is at is left alone; one that is refused while it is open fails after a few times. */
    private void attempt(RestClient client, JsonNode task) {
        String id = task.path("id").asText();
        if (!inWork.add(id)) {
            return;
        }
        try {
            work(client, task, id);
        } catch (AssertionError refusal) {
            boolean open =
                    client.get("administrator", "/engine-rest/task/" + id).status() == 200;
            if (open && refusals.computeIfAbsent(id, any -> new AtomicInteger()).incrementAndGet() > REFUSALS_AT_MOST) {
                throw refusal;
            }
        } finally {
            inWork.remove(id);
        }
    }

    private void work(RestClient client, JsonNode task, String id) {
        JsonNode variables = client.get("administrator", "/engine-rest/task/" + id + "/variables")
                .json();
        String account = account(client, task, id);
        JsonNode form = client.get(account, "/engine-rest/task/" + id + "/form").json();
        if (form.isMissingNode() || account.isEmpty()) {
            return; // it has just ended
        }
        Acknowledged.Task noted = new Acknowledged.Task(
                id,
                task.path("taskDefinitionKey").asText(),
                programmeId,
                variables.at("/roadmapItem/value").asText());
        String page = form.path("key").asText();
        if ("final".equals(variables.at("/meetingKind/value").asText()) && !readyForFarewell(client)) {
            return; // whoever has parted meets no more: what comes before is entered first
        }
        if (page.startsWith("/")) {
            List<PageTasks.Met> met = pages.work(client.browser(account), page, id, noted.item(), day);
            met.forEach(meeting -> acknowledged.met(programmeId, meeting.pairId(), meeting.kind(), day));
            if (page.equals("/tasks/activity")) {
                acknowledged.completed(noted, "done", null);
            }
        } else if (client.claim(account, id)) {
            submit(client, account, noted);
        } else {
            return; // somebody was faster
        }
        effects.incrementAndGet();
        Matcher stage = STAGE.matcher(noted.item());
        if (stage.matches()) {
            stages.add(Integer.parseInt(stage.group(1)));
        }
    }

    /** Whether every pair has had each meeting that comes before the final one. */
    private boolean readyForFarewell(RestClient client) {
        JsonNode pairs = client.get("curator", "/api/programmes/" + programmeId + "/mentorships")
                .json()
                .path("items");
        return StreamSupport.stream(pairs.spliterator(), false)
                .allMatch(pair -> StreamSupport.stream(pair.path("meetings").spliterator(), false)
                        .map(meeting -> meeting.path("kind").asText())
                        .collect(Collectors.toSet())
                        .containsAll(BEFORE_FAREWELL));
    }

    private void submit(RestClient client, String account, Acknowledged.Task task) {
        ObjectNode answers = FormFiller.fill(
                client.get(account, "/engine-rest/task/" + task.id() + "/deployed-form")
                        .json(),
                day);
        ObjectNode body = JsonNodeFactory.instance.objectNode().set("variables", answers);
        Caller.Answer answer = client.complete(account, task.id(), body);
        if (!RestClient.acknowledged(answer)) {
            throw new AssertionError(task + " was refused: " + answer);
        }
        acknowledged.completed(
                task,
                answers.at("/outcome/value").asText(),
                answers.at("/number/value").asText());
    }

    /** Its person where it has one, otherwise the first role that may; accounts are named like roles. */
    private static String account(RestClient client, JsonNode task, String id) {
        return task.hasNonNull("assignee")
                ? task.path("assignee").asText()
                : client.get("administrator", "/engine-rest/task/" + id + "/identity-links?type=candidate")
                        .json()
                        .path(0)
                        .path("groupId")
                        .asText();
    }

    /** Gives the first pair a mentor with an account, so that a mentor works too. */
    private void nameMentor(RestClient client) {
        if (mentorNamed.get()) {
            return;
        }
        String pair = client.get("curator", "/api/programmes/" + programmeId + "/mentorships")
                .json()
                .at("/items/0/id")
                .asText();
        if (!pair.isEmpty() && mentorNamed.compareAndSet(false, true)) {
            Caller browser = client.browser("curator");
            String address = "/programmes/" + programmeId + "/pairs/" + pair;
            Matcher mentor = MENTOR.matcher(browser.page(address).text());
            if (!mentor.find()) {
                throw new AssertionError("The mentor is not offered for a pair");
            }
            browser.submit(address, address, Map.of("mentorId", mentor.group(1)));
        }
    }

    /** Name of the demo's person whose account is the mentor's. */
    private static String mentor() {
        try (InputStream school = YearWork.class.getResourceAsStream("/demo/school.json")) {
            for (JsonNode person : new ObjectMapper().readTree(school).path("staff")) {
                if (person.path("account").asText().equals("mentor")) {
                    return Pattern.quote(person.path("name").asText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("The demo has no mentor");
    }
}
