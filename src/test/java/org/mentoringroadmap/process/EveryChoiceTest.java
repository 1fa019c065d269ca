package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.OwnKind;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.roadmap.block.BlockChoice;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TaskForms;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Whatever the product lets somebody choose, works: every value of every list in the palette of Modeler, and every
 * answer of every list in a form. Each is chosen once and people who know nothing else go on to the end.
 */
class EveryChoiceTest extends MentorshipTestCase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path PALETTE = Path.of("processes", ".camunda", "element-templates");
    private static final Set<String> LISTS = Set.of("radio", "select", "checklist", "taglist");
    private static final Pattern FORM_OF_A_TASK = Pattern.compile("camunda:formRef=\"([^\"]+)\"");
    private static final String CLASSES = "/tasks/classes";
    private static final int TASKS_AT_MOST = 40;

    /** Beginnings that are not in the palette: their processes start by themselves from what people do. */
    private static final List<String> LIFE = List.of("meeting", "mentor-search", "consent-withdrawal");

    @Autowired
    private List<BlockChoice> choices;

    @Autowired
    private Admissions admissions;

    @Autowired
    private DocumentKinds kinds;

    /** A way to begin: a block of the palette with its inputs, or one of {@link #LIFE}. */
    record Beginning(String block, Map<String, String> inputs) {
        @Override
        public String toString() {
            return block + (inputs.isEmpty() ? "" : " " + inputs);
        }
    }

    /** An answer that a form offers. */
    record Answer(String form, String field, String option) {
        @Override
        public String toString() {
            return form + ": " + field + " = " + option;
        }
    }

    static Stream<Beginning> palette() {
        return templates().flatMap(EveryChoiceTest::beginnings);
    }

    @ParameterizedTest
    @MethodSource("palette")
    void everyChoiceOfThePaletteIsCarriedOut(Beginning beginning) {
        begin(beginning);
        carryOn(task -> Map.of());
        assertNothingIsStuck();
    }

    @Test
    void thePaletteOffersWhatTheBlocksCanDoAndNothingElse() {
        Map<String, Set<String>> offered = new TreeMap<>();
        templates()
                .forEach(template -> lists(template)
                        .forEach(list -> offered.put(block(template) + " " + target(list), options(list, "choices"))));
        Map<String, Set<String>> known = new TreeMap<>();
        Set<String> added = kinds.own().stream().map(OwnKind::getId).collect(Collectors.toSet());
        choices.forEach(choice -> known.put(
                choice.block() + " " + choice.input(),
                choice.values().stream().filter(value -> !added.contains(value)).collect(Collectors.toSet())));

        assertThat(offered).as("lists").isNotEmpty();
        known.forEach((input, values) ->
                assertThat(offered.get(input)).as(input).containsExactlyInAnyOrderElementsOf(values));
    }

    static Stream<Beginning> everyBeginning() {
        return Stream.concat(palette(), LIFE.stream().map(process -> new Beginning(process, Map.of())));
    }

    /** A form is come to by giving the first answer to every other; which beginning comes to it is tried. */
    @Test
    void everyAnswerOfEveryFormIsCarriedOut() {
        Set<Answer> left = offeredAnswers();
        assertThat(left).as("answers").isNotEmpty();
        for (Beginning beginning : everyBeginning().toList()) {
            Set<String> asked = formsOf(beginning.block());
            if (left.stream().noneMatch(answer -> asked.contains(answer.form()))) {
                continue; // another beginning of the block has come to all of its answers
            }
            for (Answer answer : answersFrom(beginning, left)) {
                afresh();
                begin(beginning);
                choose(answer);
                assertNothingIsStuck();
                left.remove(answer);
            }
        }
        assertThat(left).as("answers that nobody comes to").isEmpty();
    }

    /** What nobody has tried yet of the forms that come up when everybody gives the first answer. */
    private List<Answer> answersFrom(Beginning beginning, Set<Answer> left) {
        Set<String> forms = new TreeSet<>();
        afresh();
        begin(beginning);
        carryOn(task -> {
            forms.add(form(task));
            return Map.of();
        });
        assertNothingIsStuck();
        return left.stream().filter(answer -> forms.contains(answer.form())).toList();
    }

    private void choose(Answer answer) {
        List<Answer> given = new ArrayList<>();
        carryOn(task -> {
            if (!given.isEmpty() || !answer.form().equals(form(task))) {
                return Map.of();
            }
            given.add(answer);
            return Map.of(answer.field(), answer.option());
        });
        assertThat(given).as("answered").containsExactly(answer);
    }

    private void afresh() {
        school = schools.create();
        key = null;
    }

    private void begin(Beginning beginning) {
        switch (beginning.block()) {
            case "meeting" -> ownPair(true);
            case "mentor-search" -> {
                Long programme = programmeId();
                school.as(Role.CURATOR, () -> searches.add(programme, true));
                school.runJobs();
            }
            case "consent-withdrawal" -> withdrawWhatWasPublished();
            default -> startBlock(beginning.block(), "curator", beginning.inputs());
        }
    }

    private void withdrawWhatWasPublished() {
        Participant mentee = mentee("Примеров");
        sign(mentee, ConsentKind.PUBLICATION);
        assertThat(school.as(
                        Role.CURATOR, () -> admissions.admit(AdmissionPurpose.PUBLICATION, List.of(mentee.id()), DAY)))
                .hasSize(1);
        school.as(Role.CURATOR, () -> {
            consents.of(mentee.person().id()).forEach(consent -> consents.withdraw(consent.id(), null));
            return null;
        });
        school.runJobs();
    }

    /** Answers given by hand for some lists; the first of each other list. */
    private interface Chosen {
        Map<String, String> of(Task task);
    }

    private void carryOn(Chosen chosen) {
        for (int done = 0; !open().isEmpty(); done++) {
            assertThat(done).as("tasks, the last of them: %s", openTasks()).isLessThan(TASKS_AT_MOST);
            Task task = open().get(0);
            school.complete(
                    groups(task).isEmpty() ? owner(task) : roleFor(task),
                    task,
                    CLASSES.equals(form(task))
                            ? NOT_HELD // a school without classes has none to tick
                            : TaskForms.fill(engine.getFormService(), task, day(TODAY), chosen.of(task)));
        }
    }

    /** Whose account the task is assigned to; that of the mentor where it is of a pair. */
    private Role owner(Task task) {
        return Stream.of(Role.values())
                .filter(role -> school.login(role).equals(task.getAssignee()))
                .findFirst()
                .orElse(Role.MENTOR);
    }

    private List<Task> open() {
        return school.tasks(key);
    }

    private void assertNothingIsStuck() {
        assertThat(runtime.createIncidentQuery().tenantIdIn(school.id()).list()).isEmpty();
        assertThat(management
                        .createJobQuery()
                        .tenantIdIn(school.id())
                        .noRetriesLeft()
                        .list())
                .isEmpty();
        assertNothingButFlagsStands();
    }

    /** Form of a task; that of a page of ours is its path. */
    private String form(Task task) {
        var data = engine.getFormService().getTaskFormData(task.getId());
        return data.getCamundaFormRef() == null
                ? data.getFormKey()
                : data.getCamundaFormRef().getKey();
    }

    private static Set<Answer> offeredAnswers() {
        Set<String> used = forms(files(Path.of("processes"), ".bpmn"));
        return files(Path.of("forms"), ".form")
                .map(EveryChoiceTest::json)
                .filter(form -> used.contains(form.path("id").asText()))
                .flatMap(form -> fields(form)
                        .filter(field -> LISTS.contains(field.path("type").asText()))
                        .flatMap(field -> options(field, "values").stream()
                                .map(option -> new Answer(
                                        form.path("id").asText(),
                                        field.path("key").asText(),
                                        option))))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> formsOf(String process) {
        return forms(files(Path.of("processes"), "/" + process + ".bpmn"));
    }

    private static Set<String> forms(Stream<Path> models) {
        return models.flatMap(model -> FORM_OF_A_TASK.matcher(text(model)).results())
                .map(found -> found.group(1))
                .collect(Collectors.toSet());
    }

    private static Stream<JsonNode> fields(JsonNode parent) {
        return StreamSupport.stream(parent.path("components").spliterator(), false)
                .flatMap(field -> Stream.concat(Stream.of(field), fields(field)));
    }

    /** The block with its first choices, and once for each other choice. */
    private static Stream<Beginning> beginnings(JsonNode template) {
        Map<String, String> first = new LinkedHashMap<>();
        lists(template)
                .forEach(list -> first.put(target(list), list.path("value").asText()));
        Stream<Map<String, String>> others = lists(template)
                .flatMap(list -> options(list, "choices").stream()
                        .filter(option -> !option.equals(list.path("value").asText()))
                        .map(option -> {
                            Map<String, String> other = new LinkedHashMap<>(first);
                            other.put(target(list), option);
                            return other;
                        }));
        return Stream.concat(Stream.of(first), others).map(inputs -> new Beginning(block(template), inputs));
    }

    private static Stream<JsonNode> templates() {
        return files(PALETTE, ".json").map(EveryChoiceTest::json).filter(template -> block(template) != null);
    }

    private static String block(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(property ->
                        property.path("binding").path("name").asText().equals("calledElement"))
                .map(property -> property.path("value").asText())
                .filter(called -> !called.isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonNode> lists(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false)
                .filter(property -> property.has("choices"));
    }

    private static String target(JsonNode list) {
        JsonNode binding = list.path("binding");
        return binding.path(binding.has("target") ? "target" : "name").asText();
    }

    private static Set<String> options(JsonNode list, String name) {
        return StreamSupport.stream(list.path(name).spliterator(), false)
                .map(option -> option.path("value").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
