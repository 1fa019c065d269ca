package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.roadmap.Messages;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.GeneratedFile;

/** An activity that an administrator makes from a template in Camunda Modeler passes the checker as it is. */
class ElementTemplatesTest {
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");
    private static final Path FOLDER = Path.of("processes/.camunda/element-templates");

    private static final Path PLAIN = FOLDER.resolve("activity.json");

    /** What each template says in its own words, though under the same name. */
    private static final Set<String> OWN = Set.of("name", "calledElement");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .defaultPrettyPrinter(new DefaultPrettyPrinter(
                            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                    .withObjectIndenter(LINES)
                    .withArrayIndenter(LINES))
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    /** What the administrator types; the rest comes from the template. */
    private static final Map<String, String> TYPED = Map.ofEntries(
            Map.entry("roadmapItem", "1.2.1, 1.2.7"),
            Map.entry("roadmapPrinted", "1.2.1 = Организация работы пар; 1.2.7 = нет"),
            Map.entry("roadmapDue", "декабрь, май"),
            Map.entry("roadmapStart", "1 сентября"),
            Map.entry("roadmapTermPrinted", "сентябрь–май"),
            Map.entry("roadmapResponsible", "deputy, curator"),
            Map.entry("roadmapResponsiblePrinted", "рабочая группа"),
            Map.entry("roadmapResult", "Приказ"),
            Map.entry("roadmapDocumentKind", "приказ"),
            Map.entry("roadmapCoExecutors", "классные руководители"),
            Map.entry("roadmapCells", "Место = школа"),
            Map.entry("roadmapOrderTerm", "site"));

    /** The paper has the column for which the row says something. */
    private static final String COLUMNS = "<bpmn:extensionElements><camunda:properties>"
            + "<camunda:property name=\"roadmapColumns\" value=\"№; содержание; срок; ответственные; вид документа; соисполнители; Место\" />"
            + "</camunda:properties></bpmn:extensionElements>";

    /** Taken from the panel without a word but the number, which every row has. */
    private static final Map<String, String> NEXT_TO_NOTHING = Map.of("roadmapItem", "1.2.1");

    static Stream<Path> activities() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .filter(file -> bindings(read(file), "camunda:property")
                            .anyMatch(property -> name(property).equals("roadmapItem") && called(read(file)) != null))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("activities")
    void makesAnActivityThatTheCheckerAccepts(Path file) {
        assertThat(problems(file, TYPED)).isEmpty();
        assertThat(problems(file, NEXT_TO_NOTHING)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("activities")
    void anActivityWithoutItsNumberIsRefused(Path file) {
        assertThat(problems(file, Map.of())).singleElement().asString().contains("«Пункт дорожной карты»");
    }

    /** Who does not choose a kind of document gets a plain order, and not a second one of those that a year has once. */
    @Test
    void theKindOfDocumentThatNobodyChoseIsAPlainOrder() {
        assertThat(bindings(read(FOLDER.resolve("document-approval.json")), "camunda:in")
                        .filter(property -> "documentType"
                                .equals(property.path("binding").path("target").asText()))
                        .map(property -> property.path("value").asText()))
                .containsExactly("order");
    }

    private static List<String> problems(Path file, Map<String, String> typed) {
        JsonNode template = read(file);
        String block = called(template);
        String stage = SampleModels.text(SampleModels.STAGE)
                .replaceFirst(
                        "(?s)(<bpmn:callActivity id=\"Activity_Study\"[^>]*?)calledElement=\"activity\"(.*?)"
                                + "<bpmn:extensionElements>.*?</bpmn:extensionElements>",
                        "$1calledElement=\"" + block + "\"$2" + Matcher.quoteReplacement(extensions(template, typed)));
        String master = SampleModels.text(SampleModels.MASTER)
                .replaceFirst("<bpmn:process [^>]*>", "$0" + Matcher.quoteReplacement(COLUMNS));
        List<ModelFile> files = SampleModels.good().stream()
                .map(good -> switch (good.name()) {
                    case SampleModels.STAGE -> ModelFile.of(SampleModels.STAGE, stage);
                    case SampleModels.MASTER -> ModelFile.of(SampleModels.MASTER, master);
                    default -> good;
                })
                .toList();

        assertThat(stage).contains("calledElement=\"" + block + "\"");
        return new ModelChecker()
                .check(files, knowing(block)).stream().map(ModelProblem::text).toList();
    }

    @Test
    void everyTemplateIsNamedAfterItsBlockWhichIsShipped() throws IOException {
        for (Path file : activities().toList()) {
            JsonNode template = read(file);
            assertThat(Path.of("processes/blocks", called(template) + ".bpmn")).exists();
            assertThat(template.path("id").asText()).isEqualTo("org.mentoringroadmap." + called(template));
            assertThat(file.getFileName().toString()).isEqualTo(called(template) + ".json");
        }
    }

    /**
     * What all templates of blocks share stands in the template of the plain activity and is written into the others from
     * there; the roles are the application's.
     */
    @Test
    void whatTemplatesShareIsTheSameInAll() throws IOException {
        ObjectNode plain = (ObjectNode) read(PLAIN);
        nameTheRoles(plain);
        Map<JsonNode, JsonNode> shared = bindings(plain)
                .filter(property -> !OWN.contains(name(property)))
                .collect(Collectors.toMap(property -> property.path("binding"), Function.identity()));
        List<JsonNode> fields = bindings(plain, "camunda:property").toList();
        for (Path file : templates()) {
            ObjectNode template = file.equals(PLAIN) ? plain : (ObjectNode) read(file);
            ArrayNode properties = template.withArrayProperty("properties");
            for (int i = 0; i < properties.size(); i++) {
                properties.set(i, shared.getOrDefault(properties.get(i).path("binding"), properties.get(i)));
            }
            if (called(template) != null) {
                withFields(properties, fields);
            }
            properties.forEach(property -> sayInRussianThatItIsEmpty(property.path("constraints")));
            GeneratedFile.matches(file, JSON.writeValueAsString(template) + "\n", ElementTemplatesTest.class);
        }
    }

    /**
     * Modeler replaces an element by one of the type that its template names, and an event loses what it waits for; what is
     * chosen beside the template is on the panel only where the template leaves it there.
     */
    @Test
    void anEventKeepsWhatItWaitsForWhenItsTemplateIsChosen() throws IOException {
        List<JsonNode> ofEvents = templates().stream()
                .map(ElementTemplatesTest::read)
                .filter(template -> template.path("appliesTo").toString().contains("CatchEvent"))
                .toList();

        assertThat(ofEvents).isNotEmpty().allSatisfy(template -> {
            assertThat(template.has("elementType")).isFalse();
            assertThat(template.path("entriesVisible").asBoolean()).isTrue();
        });
        assertThat(read(FOLDER.resolve("roadmap-start.json"))
                        .path("entriesVisible")
                        .asBoolean())
                .as("its listeners are added by hand")
                .isTrue();
    }

    /** Modeler leaves out a whole template, and everything made from it loses its panel, for a field of another type. */
    @Test
    void everyFieldIsOfATypeThatModelerKnowsForIt() throws IOException {
        for (Path file : templates()) {
            assertThat(bindings(read(file)))
                    .as(file.toString())
                    .filteredOn(property ->
                            property.path("binding").path("type").asText().equals("camunda:property"))
                    .allSatisfy(property ->
                            assertThat(property.path("type").asText()).isIn("String", "Hidden", "Dropdown"));
        }
    }

    /** What the checker calls a property is what the panel of Modeler shows. */
    @Test
    void theCheckerSpeaksTheNamesOfThePanel() throws IOException {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Path file : templates()) {
            bindings(read(file))
                    .filter(property -> !property.path("type").asText().equals("Hidden"))
                    .filter(property -> !name(property).equals("name"))
                    .forEach(property -> labels.computeIfAbsent(key(property), key -> new TreeSet<>())
                            .add(property.path("label").asText()));
        }

        assertThat(labels)
                .containsKey("roadmapDue")
                .allSatisfy((key, names) -> assertThat(names).as(key).contains(Messages.onPanel(key)));
    }

    private static String key(JsonNode property) {
        return property.path("binding").has("target")
                ? property.path("binding").path("target").asText()
                : name(property);
    }

    /** The fields of a row stand in every template of a row, in one order, where the number stands. */
    private static void withFields(ArrayNode properties, List<JsonNode> fields) {
        List<JsonNode> all = new ArrayList<>();
        properties.forEach(property -> {
            if (name(property).equals("roadmapItem")) {
                all.addAll(fields);
            } else if (!fields.contains(property)) {
                all.add(property);
            }
        });
        properties.removeAll();
        properties.addAll(all);
    }

    /**
     * Modeler says «Must not be empty» in English; what a pattern refuses it says in our words. A field that was cleared
     * has the value «undefined» there.
     */
    private static void sayInRussianThatItIsEmpty(JsonNode constraints) {
        if (!constraints.path("notEmpty").asBoolean()) {
            return;
        }
        ((ObjectNode) constraints).remove("notEmpty");
        if (constraints.has("pattern")) {
            ObjectNode pattern = (ObjectNode) constraints.path("pattern");
            pattern.put("value", pattern.path("value").asText().replaceFirst("\\^", "^(?!undefined\\$)"));
        } else {
            ((ObjectNode) constraints)
                    .putObject("pattern")
                    .put("value", "^(?!undefined$).*\\S")
                    .put("message", "Заполните это поле.");
        }
    }

    private static void nameTheRoles(JsonNode template) {
        ObjectNode responsible = (ObjectNode) bindings(template, "camunda:property")
                .filter(property -> name(property).equals("roadmapResponsible"))
                .findFirst()
                .orElseThrow();
        List<String> roles = Arrays.stream(Role.values())
                .filter(Role::isOfSchool) // nothing of a roadmap is of administrators
                .map(Role::id)
                .toList();
        responsible.put(
                "description",
                "Кто получит задачу: роли через запятую, не люди: " + String.join(", ", roles)
                        + ". Если на бумаге никого нет, оставьте пустым: задачу получит куратор.");
        String role = "[a-z][a-z0-9-]*"; // administrators add roles; the checker knows them
        ((ObjectNode) responsible.path("constraints").path("pattern"))
                .put("value", "^(%1$s(\\s*,\\s*%1$s)*)?$".formatted(role));
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.sorted().toList();
        }
    }

    /** What the sample knows, and the block. */
    private static ModelContext knowing(String block) {
        Set<String> processes = new TreeSet<>(Set.of("activity", "document-approval", "sample-roadmap-2-mentees"));
        processes.add(block);
        return new KnownNames(
                ((KnownNames) SampleModels.CONTEXT).beans(),
                Set.of(),
                processes,
                Set.of("deputy", "curator"),
                Set.of("/tasks/activity"));
    }

    private static String extensions(JsonNode template, Map<String, String> typed) {
        StringBuilder xml = new StringBuilder("<bpmn:extensionElements><camunda:properties>");
        bindings(template, "camunda:property")
                .forEach(property -> xml.append("<camunda:property name=\"%s\" value=\"%s\" />"
                        .formatted(name(property), typed.getOrDefault(name(property), value(property)))));
        xml.append("</camunda:properties>");
        bindings(template, "camunda:in:businessKey")
                .forEach(in -> xml.append("<camunda:in businessKey=\"%s\" />".formatted(value(in))));
        bindings(template, "camunda:in")
                .forEach(in -> xml.append("<camunda:in %s=\"%s\" target=\"%s\" />"
                        .formatted(
                                in.path("binding").path("expression").asBoolean() ? "sourceExpression" : "source",
                                value(in),
                                in.path("binding").path("target").asText())));
        return xml.append("</bpmn:extensionElements>").toString();
    }

    private static String called(JsonNode template) {
        return bindings(template, "property")
                .filter(property -> name(property).equals("calledElement"))
                .map(ElementTemplatesTest::value)
                .findFirst()
                .orElse(null);
    }

    private static Stream<JsonNode> bindings(JsonNode template, String type) {
        return bindings(template)
                .filter(property ->
                        property.path("binding").path("type").asText().equals(type));
    }

    private static Stream<JsonNode> bindings(JsonNode template) {
        return StreamSupport.stream(template.path("properties").spliterator(), false);
    }

    private static String name(JsonNode property) {
        return property.path("binding").path("name").asText();
    }

    private static String value(JsonNode property) {
        return property.path("value").asText();
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
