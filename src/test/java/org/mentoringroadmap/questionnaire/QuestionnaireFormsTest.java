package org.mentoringroadmap.questionnaire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.roadmap.check.FormVerdict;

/** The questionnaires that ship, what a form of a questionnaire may hold, and what is taken as an answer. */
class QuestionnaireFormsTest {
    private static final Path FORMS = Path.of("forms/questionnaires");
    private static final Set<String> KEYS = Set.of(
            "preliminary-requests",
            "mentee-pupil",
            "mentee-teacher",
            "mentor-pupil",
            "mentor-teacher",
            "third-party-view",
            "preferences",
            "interim-feedback",
            "final-mentee",
            "final-mentor",
            "final-parent",
            "programme-quality",
            "assessment-entry",
            "assessment-exit",
            "interview",
            "interview-teacher",
            "young-teacher-satisfaction");

    private static final String FORM = """
            {"type": "default", "id": "sample", "components": [
              {"type": "text", "id": "Intro", "text": "Привет!\\n\\n### Чего ты ждёшь\\nСкажи.",
               "properties": {"questionnaire": "Проба"}},
              {"type": "radio", "key": "wish", "label": "Хочешь?", "validate": {"required": true},
               "values": [{"label": "Да", "value": "yes"}, {"label": "Нет", "value": "no"}]},
              {"type": "checklist", "key": "days", "label": "Когда?",
               "values": [{"label": "Пн", "value": "mon"}, {"label": "Вт", "value": "tue"}]},
              {"type": "radio", "key": "worry", "label": "Волнуюсь", "properties": {"scale": "reversed"},
               "values": [{"label": "1", "value": "1"}, {"label": "2", "value": "2"}]},
              {"type": "number", "key": "hours", "label": "Часов", "decimalDigits": 0,
               "validate": {"min": 1, "max": 40}},
              {"type": "textarea", "key": "words", "label": "Своими словами", "validate": {"maxLength": 20}}
              %s
            ]}""";

    static Stream<Path> shipped() throws IOException {
        return Files.list(FORMS).sorted();
    }

    @Test
    void allOfThemShip() throws IOException {
        assertThat(shipped().map(file -> file.getFileName().toString().replace(".form", "")))
                .containsExactlyInAnyOrderElementsOf(KEYS);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachIsReadAndSound(Path file) throws IOException {
        Questionnaire questionnaire = read(file);

        assertThat(questionnaire.key() + ".form").isEqualTo(file.getFileName().toString());
        assertThat(questionnaire.questions()).hasSizeBetween(4, 20);
        assertThat(questionnaire.questions().stream().map(Item.Question::key)).doesNotHaveDuplicates();
        assertThat(questionnaire.questions().stream().filter(Item.Question::required))
                .as("hardly anything has to be answered")
                .hasSizeLessThanOrEqualTo(2);
        assertThat(FormVerdict.of(Files.readString(file))).isEmpty();
    }

    /** Expectations are asked at the entry, and a question of the end stands beside one that there is. */
    @Test
    void whatIsComparedIsAskedBefore() throws IOException {
        Map<String, Questionnaire> all = new HashMap<>();
        shipped().map(QuestionnaireFormsTest::read).forEach(one -> all.put(one.key(), one));
        Set<String> compared = new HashSet<>();
        all.values()
                .forEach(one -> one.questions().stream()
                        .filter(Item.Scale.class::isInstance)
                        .map(question -> ((Item.Scale) question).comparesWith())
                        .filter(before -> !before.isEmpty())
                        .forEach(compared::add));

        assertThat(compared).hasSizeGreaterThan(8).allSatisfy(before -> {
            String[] parts = before.split("\\.");
            assertThat(all.get(parts[0]).questions().stream().map(Item.Question::key))
                    .contains(parts[1]);
        });
        assertThat(all.get("assessment-exit").questions().stream()
                        .filter(Item.Scale.class::isInstance)
                        .map(question -> question.key() + question.label()))
                .as("the same is measured twice")
                .containsExactlyElementsOf(all.get("assessment-entry").questions().stream()
                        .filter(Item.Scale.class::isInstance)
                        .map(question -> question.key() + question.label())
                        .toList());
    }

    private static Questionnaire read(Path file) {
        try {
            return QuestionnaireReader.read(Files.readString(file)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aFormOfATaskIsNone() throws IOException {
        assertThat(QuestionnaireReader.read(Files.readString(Path.of("forms/tasks/campaign-open.form"))))
                .isEmpty();
    }

    @Test
    void aFormIsReadFromTopToEnd() {
        Questionnaire read = QuestionnaireReader.read(FORM.formatted("")).orElseThrow();

        assertThat(read.title()).isEqualTo("Проба");
        assertThat(read.items().get(0))
                .isEqualTo(new Item.Words(List.of(
                        new Item.Words.Paragraph("Привет!", false),
                        new Item.Words.Paragraph("Чего ты ждёшь", true),
                        new Item.Words.Paragraph("Скажи.", false))));
        assertThat(read.questions().stream().map(Item.Question::kind))
                .containsExactly("choice", "choice", "scale", "figure", "open");
        assertThat(((Item.Scale) read.questions().get(2)).reversed()).isTrue();
        assertThat(read.questions().get(1).inWords(List.of("tue", "mon"))).containsExactly("Вт", "Пн");
        assertThat(FormVerdict.of(FORM.formatted(""))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"datetime\", \"key\": \"day\", \"dateLabel\": \"Лишнее\", \"subtype\": \"date\"}",
                "{\"type\": \"checkbox\", \"key\": \"tick\", \"label\": \"Лишнее\"}",
                "{\"type\": \"taglist\", \"key\": \"tags\", \"label\": \"Лишнее\", \"values\": [{\"label\": \"А\", \"value\": \"a\"}]}",
                "{\"type\": \"group\", \"id\": \"G\", \"label\": \"Лишнее\", \"components\": []}",
                "{\"type\": \"textfield\", \"key\": \"more\", \"label\": \"Лишнее\", \"conditional\": {\"hide\": \"=wish = \\\"no\\\"\"}}",
                "{\"type\": \"textfield\", \"key\": \"more\", \"label\": \"Лишнее\", \"defaultValue\": \"да\"}",
                "{\"type\": \"textfield\", \"key\": \"more\", \"label\": \"Лишнее\", \"readonly\": true}",
                "{\"type\": \"textfield\", \"key\": \"more\", \"label\": \"Лишнее\", \"validate\": {\"pattern\": \"[а-я]\"}}",
                "{\"type\": \"textarea\", \"key\": \"more\", \"label\": \"Лишнее\", \"validate\": {\"maxLength\": 100000}}",
                "{\"type\": \"textfield\", \"key\": \"more\", \"label\": \"Лишнее {{name}}\"}",
                "{\"type\": \"number\", \"key\": \"more\", \"label\": \"Лишнее\"}",
                "{\"type\": \"radio\", \"key\": \"more\", \"label\": \"Лишнее\", \"properties\": {\"scale\": \"direct\"}, \"values\": [{\"label\": \"А\", \"value\": \"1\"}, {\"label\": \"Б\", \"value\": \"3\"}]}",
                "{\"type\": \"radio\", \"key\": \"more\", \"label\": \"Лишнее\", \"properties\": {\"scale\": \"upside\"}, \"values\": [{\"label\": \"А\", \"value\": \"1\"}, {\"label\": \"Б\", \"value\": \"2\"}]}",
                "{\"type\": \"select\", \"key\": \"more\", \"label\": \"Лишнее\", \"valuesExpression\": \"=[1]\"}"
            })
    void whatTheServerCannotAskIsRefusedByItsLabel(String component) {
        assertThat(FormVerdict.of(FORM.formatted("," + component)))
                .isNotEmpty()
                .anySatisfy(problem -> assertThat(problem).contains("«Лишнее"));
    }

    @Test
    void aQuestionnaireAsksSomethingAndHasOneTitle() {
        String nothing = """
                {"type": "default", "id": "sample", "components": [
                  {"type": "text", "id": "A", "text": "Привет", "properties": {"questionnaire": "Проба", "answeredBy": "robot"}},
                  {"type": "text", "id": "B", "text": "Привет", "properties": {"questionnaire": "Ещё"}}]}""";

        assertThat(FormVerdict.of(nothing)).hasSize(3);
    }

    @Test
    void aSheetIsTakenAsItWasMeant() {
        AnswerSheet sheet = sheet(Map.of(
                "wish", List.of("yes"),
                "days", List.of("tue", "mon", "tue"),
                "worry", List.of("2"),
                "hours", List.of(" 12 "),
                "words", List.of("  Люблю\u00a0шахматы "),
                "nobody", List.of("asks")));

        assertThat(sheet.isWhole()).isTrue();
        assertThat(sheet.answers())
                .isEqualTo(Map.of(
                        "wish", List.of("yes"),
                        "days", List.of("mon", "tue"),
                        "worry", List.of("2"),
                        "hours", List.of("12"),
                        "words", List.of("Люблю шахматы")));
    }

    @ParameterizedTest
    @CsvSource({
        "wish, maybe, questionnaire.choice",
        "days, sun, questionnaire.choice",
        "worry, 3, questionnaire.choice",
        "worry, 1.5, questionnaire.choice",
        "hours, 0, questionnaire.figure",
        "hours, 41, questionnaire.figure",
        "hours, 1e1, questionnaire.figure",
        "hours, много, questionnaire.figure",
        "words, двадцать один знак...., questionnaire.too-long"
    })
    void whatIsNoAnswerIsRefused(String key, String value, String code) {
        Map<String, List<String>> typed = new HashMap<>(Map.of("wish", List.of("yes")));
        typed.put(key, List.of(value));

        assertThat(sheet(typed).problems())
                .hasSize(1)
                .hasEntrySatisfying(key, problem -> assertThat(problem.code()).isEqualTo(code));
    }

    @Test
    void whatHasToBeAnsweredIsMissed() {
        assertThat(sheet(Map.of("wish", List.of(" "))).problems().get("wish").code())
                .isEqualTo("questionnaire.required");
        assertThat(sheet(Map.of("wish", List.of("yes", "no")))
                        .problems()
                        .get("wish")
                        .code())
                .isEqualTo("questionnaire.choice");
    }

    @Test
    void aHundredThousandCharactersAreRefusedAtOnce() {
        assertThat(sheet(Map.of("wish", List.of("yes"), "words", List.of("ы".repeat(100_000))))
                        .problems())
                .containsOnlyKeys("words");
    }

    private static AnswerSheet sheet(Map<String, List<String>> typed) {
        return AnswerSheet.of(QuestionnaireReader.read(FORM.formatted("")).orElseThrow(), typed);
    }
}
