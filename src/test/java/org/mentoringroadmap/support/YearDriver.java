package org.mentoringroadmap.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.camunda.spin.plugin.variable.SpinValues;
import org.mentoringroadmap.school.Role;

/**
 * Runs a programme to its end inside one JVM: every task is done by a person of its role with what its form names. Holds
 * on at nothing and moves no clock; for what people see, tests go over HTTP instead.
 */
public final class YearDriver {
    /** Page of the tasks that wait for the meetings of all pairs. */
    private static final String MEETINGS = "/tasks/meetings";

    /** Page of the tasks that every class would have to tick. */
    private static final String CLASSES = "/tasks/classes";

    private static final int TASKS_AT_MOST = 2000;

    private final ObjectMapper json = new ObjectMapper();
    private final TestSchool school;
    private final ProcessEngine engine;
    private final Clock clock;
    private final String roadmap;
    private final int pairs;
    private final Consumer<Long> holdMeetings;
    private boolean met;
    private int done;

    /**
     * @param pairs how many pairs the curator decides on
     * @param holdMeetings enters all meetings of all pairs of the programme; called once, when they run
     */
    public YearDriver(TestSchool school, ProcessEngine engine, Clock clock, int pairs, Consumer<Long> holdMeetings) {
        this(school, engine, clock, "target-model", pairs, holdMeetings);
    }

    /** The same for another roadmap. */
    public YearDriver(
            TestSchool school,
            ProcessEngine engine,
            Clock clock,
            String roadmap,
            int pairs,
            Consumer<Long> holdMeetings) {
        this.roadmap = roadmap;
        this.school = school;
        this.engine = engine;
        this.clock = clock;
        this.pairs = pairs;
        this.holdMeetings = holdMeetings;
    }

    /** Completes task after task until the master has ended; fails when nothing is left to do before. */
    public void run(String programmeId) {
        while (runs(programmeId)) {
            step(programmeId);
        }
    }

    /** Completes task after task until one of this definition is open; fails when the year never comes there. */
    public void runUntil(String programmeId, String taskDefinitionKey) {
        while (school.tasks(programmeId).stream()
                .noneMatch(task -> task.getTaskDefinitionKey().equals(taskDefinitionKey))) {
            step(programmeId);
        }
    }

    private void step(String programmeId) {
        Task task = school.tasks(programmeId).stream()
                .findFirst()
                .orElseThrow(() -> new AssertionError("The year stands still after " + done + " tasks"));
        if (MEETINGS.equals(formKey(task)) && !met) {
            met = true;
            holdMeetings.accept(Long.valueOf(programmeId));
            school.runJobs();
        } else {
            complete(task);
        }
    }

    /** How many tasks people have completed. */
    public int tasksDone() {
        return done;
    }

    private boolean runs(String programmeId) {
        return engine.getRuntimeService()
                        .createProcessInstanceQuery()
                        .processInstanceBusinessKey(programmeId)
                        .rootProcessInstances()
                        .processDefinitionKey(roadmap)
                        .count()
                > 0;
    }

    private void complete(Task task) {
        if (++done > TASKS_AT_MOST) {
            throw new AssertionError("The year goes in circles at " + task.getTaskDefinitionKey());
        }
        school.complete(role(task), task, input(task));
    }

    private Map<String, Object> input(Task task) {
        if (CLASSES.equals(formKey(task))) {
            return Map.of("outcome", "not-held", "note", "Провели для всех классов вместе");
        }
        if (formKey(task) != null) {
            Map<String, Object> typed = TaskForms.onPage(formKey(task), LocalDate.now(clock));
            typed.computeIfPresent("pairs", (name, any) -> pairs);
            return typed;
        }
        Map<String, Object> input = new HashMap<>();
        ObjectNode answers = FormFiller.fill(form(task));
        answers.fieldNames().forEachRemaining(field -> input.put(field, value(answers.get(field))));
        if (input.containsKey("date")) {
            input.put("date", LocalDate.now(clock).toString());
        }
        Object offered = engine.getTaskService().getVariableLocal(task.getId(), "number");
        if (offered != null) {
            input.replace("number", offered);
        }
        return input;
    }

    private static Object value(JsonNode answer) {
        JsonNode value = answer.path("value");
        if (answer.path("type").asText().equals("Json")) {
            return SpinValues.jsonValue(value.asText()).create();
        }
        return value.isNumber() ? (Object) value.asInt() : value.isBoolean() ? value.asBoolean() : value.asText();
    }

    private JsonNode form(Task task) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return json.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String formKey(Task task) {
        String key = engine.getFormService().getTaskFormKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return key != null && key.startsWith("/") ? key : null;
    }

    /** Somebody's own task is that person's; what a role of the school's own would do is the curator's while nobody holds it. */
    private Role role(Task task) {
        List<String> groups = groups(task);
        return groups.stream()
                .flatMap(group -> Role.of(group).stream())
                .findFirst()
                .or(() -> holder(task.getAssignee()))
                .orElse(groups.isEmpty() ? Role.MENTOR : Role.CURATOR);
    }

    private Optional<Role> holder(String login) {
        return Stream.of(Role.values())
                .filter(role -> school.login(role).equals(login))
                .findFirst();
    }

    private List<String> groups(Task task) {
        return engine.getTaskService().getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(group -> group != null)
                .toList();
    }
}
