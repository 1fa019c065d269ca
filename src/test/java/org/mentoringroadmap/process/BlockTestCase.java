package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.journal.PaperSignature;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.document.word.PoiTlDocumentRendererTest;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.FormFiller;
import org.springframework.beans.factory.annotation.Autowired;

/** What the tests of the blocks with steps share. */
abstract class BlockTestCase extends ProcessTestCase {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Autowired
    Steps steps;

    @Autowired
    private Documents documents;

    @Autowired
    private PaperSignatures paper;

    /** «Done today» with these fields: names and values in turn. */
    static Map<String, Object> done(Object... more) {
        Map<String, Object> input = new HashMap<>(Map.of("outcome", "done", "date", TODAY));
        for (int i = 0; i < more.length; i += 2) {
            input.put((String) more[i], more[i + 1]);
        }
        return input;
    }

    /** The input without one of its fields. */
    static Map<String, Object> without(String field, Map<String, Object> input) {
        Map<String, Object> rest = new HashMap<>(input);
        rest.remove(field);
        return rest;
    }

    /** The input with another value of one field. */
    static Map<String, Object> with(Map<String, Object> input, String field, Object value) {
        Map<String, Object> changed = new HashMap<>(input);
        changed.put(field, value);
        return changed;
    }

    /** The only step of the programme that was recorded in this task. */
    StepRecord step(String definitionKey) {
        List<StepRecord> found = steps.of(Long.valueOf(key)).stream()
                .filter(step -> step.step().equals(definitionKey))
                .toList();
        assertThat(found).as("steps in %s", definitionKey).hasSize(1);
        return found.get(0);
    }

    /** An activity that was done before the year was started here asks nobody. */
    void assertClosedBefore(String block, Map<String, String> more) {
        outcomeBefore();

        String instance = startBlock(block, "curator", more);

        assertThat(openTasks()).isEmpty();
        assertThat(documents()).isEmpty();
        assertThat(steps.of(Long.valueOf(key))).isEmpty();
        assertEndedAt(instance, "End_ClosedBefore");
    }

    /** The activity was done before the programme was opened here. */
    void outcomeBefore() {
        key = programmes.open(school.id(), YEAR, "target-model").id().toString();
        school.as(
                Role.CURATOR,
                () -> outcomes.record(
                        Long.valueOf(key),
                        ITEM,
                        new OutcomeInput(Outcome.EARLIER, day("2025-05-30"), "3-ОД", null, null)));
    }

    /** Both ways to close an activity without carrying it out. */
    static Stream<Map<String, Object>> closings() {
        return Stream.of(EARLIER, NOT_HELD);
    }

    /** The task is closed so, with it the activity, and the block ends there. */
    void assertCloses(String instance, Role role, String definitionKey, Map<String, Object> closing, String end) {
        Task task = task(definitionKey); // the block's own or that of a block which it calls
        assertThat(known(task.getProcessInstanceId())).isWaitingAt(definitionKey);
        assertThat(task).isNotAssigned();

        complete(role, definitionKey, closing);

        assertThat(outcome(ITEM).outcome().id()).isEqualTo(closing.get("outcome"));
        assertThat(step(definitionKey).outcome()).isEqualTo(outcome(ITEM).outcome());
        assertThat(flag(instance, "outcome")).isEqualTo(closing.get("outcome"));
        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, end);
    }

    /** Somebody who knows nothing about the block completes every task by its form alone: ones, today, and a word. */
    void assertARobotGetsThrough(String instance, String end) {
        for (int round = 0; round < 20 && !school.tasks(key).isEmpty(); round++) {
            Task task = school.tasks(key).get(0);
            school.complete(roleFor(task), task, robot(task));
        }
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, end);
    }

    private Map<String, Object> robot(Task task) {
        Map<String, Object> input = new HashMap<>();
        FormFiller.fill(form(task)).fields().forEachRemaining(field -> {
            JsonNode value = field.getValue().path("value");
            input.put(
                    field.getKey(),
                    value.isNumber()
                            ? Integer.valueOf(1)
                            : value.isBoolean()
                                    ? Boolean.valueOf(value.asBoolean())
                                    : value.asText().matches("\\d{4}-\\d{2}-\\d{2}") ? TODAY : value.asText());
        });
        return input;
    }

    private JsonNode form(Task task) {
        try (InputStream form = engine.getFormService().getDeployedTaskForm(task.getId())) {
            return JSON.readTree(form);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Enters number and date as the secretary does who holds the signed paper. */
    void signOnPaper(Document document, String number) {
        school.as(Role.SECRETARY, () -> {
            paper.sign(List.of(new PaperSignature(document.id(), number, TODAY, null, true)));
            return null;
        });
        school.runJobs();
    }

    /** The documents of the programme. */
    List<Document> documents() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(key)));
    }

    /** The only document of the programme that is of this type. */
    Document document(String type) {
        List<Document> found = documents().stream()
                .filter(document -> document.type().id().equals(type))
                .toList();
        assertThat(found).as("documents of type %s", type).hasSize(1);
        return found.get(0);
    }

    /** What the newest file of a document says. */
    String words(Document document) {
        byte[] docx =
                school.as(Role.CURATOR, () -> documents.file(document.id())).content();
        return PoiTlDocumentRendererTest.text(docx);
    }
}
