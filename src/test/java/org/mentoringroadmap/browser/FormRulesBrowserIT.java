package org.mentoringroadmap.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Browser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.roadmap.check.BrokenModel;
import org.mentoringroadmap.roadmap.check.FormVerdict;
import org.mentoringroadmap.roadmap.check.ModelRule;

/** What form-js itself refuses, the checker refuses before it is deployed; what ships, both accept. */
@ExtendWith(Chromium.class)
class FormRulesBrowserIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One field of each kind, with everything that may be set. */
    private static final String ALL = """
            {"id": "form", "type": "default", "components": [
              {"id": "A", "type": "textfield", "key": "a", "label": "Текст", "validate": {"required": true, "minLength": 1, "maxLength": 9, "pattern": "^[а-я]+$"}, "appearance": {"prefixAdorner": "№"}, "layout": {"row": "R1"}},
              {"id": "B", "type": "textarea", "key": "b", "label": "Много текста", "description": "Сколько угодно.", "conditional": {"hide": "=e = \\"no\\""}},
              {"id": "C", "type": "number", "key": "c", "label": "Число", "decimalDigits": 0, "increment": "1", "validate": {"required": true, "min": 0, "max": 9}, "defaultValue": 3},
              {"id": "D", "type": "checkbox", "key": "d", "label": "Отметка", "validate": {"required": true}},
              {"id": "E", "type": "radio", "key": "e", "label": "Одно", "values": [{"label": "Да", "value": "yes"}, {"label": "Нет", "value": "no"}], "defaultValue": "yes", "validate": {"required": true}},
              {"id": "F", "type": "select", "key": "f", "label": "Список", "values": [{"label": "Да", "value": "yes"}], "searchable": true},
              {"id": "G", "type": "checklist", "key": "g", "label": "Несколько", "values": [{"label": "Да", "value": "yes"}], "validate": {"required": true}},
              {"id": "H", "type": "taglist", "key": "h", "label": "Метки", "values": [{"label": "Да", "value": "yes"}]},
              {"id": "I", "type": "datetime", "key": "i", "dateLabel": "День", "subtype": "date", "validate": {"required": true}},
              {"id": "J", "type": "datetime", "key": "j", "dateLabel": "День", "timeLabel": "Время", "subtype": "datetime", "use24h": true, "timeInterval": 15},
              {"id": "K", "type": "group", "label": "Вместе", "showOutline": true, "components": [{"id": "L", "type": "textfield", "key": "l", "label": "Внутри"}]},
              {"id": "M", "type": "text", "text": "Итого {{c}}"},
              {"id": "N", "type": "separator"}, {"id": "O", "type": "spacer", "height": 10},
              {"id": "P", "type": "table", "label": "Таблица", "dataSource": "=rows", "columns": [{"label": "Имя", "key": "name"}]},
              {"id": "Q", "type": "expression", "key": "q", "expression": "=c + 1", "computeOn": "change"},
              {"id": "S", "type": "image", "alt": "Схема", "source": "/static/scheme.png"}]}""";

    private static final List<String> SETTINGS = List.of(
            "id",
            "type",
            "key",
            "label",
            "description",
            "values",
            "validate",
            "conditional",
            "appearance",
            "layout",
            "readonly",
            "subtype",
            "path",
            "components",
            "dateLabel",
            "timeInterval",
            "text",
            "columns",
            "dataSource",
            "expression",
            "defaultValue",
            "decimalDigits",
            "increment");

    private static final List<String> ODD = List.of(
            "null",
            "5",
            "-1",
            "true",
            "\"\"",
            "\"x\"",
            "\"=\"",
            "\"=c + \"",
            "\"a\"",
            "\"A\"",
            "\"{{#if\"",
            "[]",
            "[null]",
            "{}");

    private static final String EXPRESSIONS = """
            a = "x"
            a = = "x"
            a == "x"
            a = 'x'
            a = “x”
            a <> "x"
            a && b
            a || b
            !a
            not(a)
            a ? 1 : 2
            a = "x" or
            if a then 1
            if a = "x" then true else false
            (a
            a)
            [1, 2
            "x
            1 +
            a b
            a?.b
            a between 1 and 2
            a in [1..3]
            some x in [1, 2] satisfies x = a
            string length(a) > 3
            upper case(a) = "X"
            contains(a, "x")
            matches(a, "x")
            includes([1..3], 2)
            starts([1..3], [1..4])
            finishes([1..3], [2..3])
            during([1..3], [1..4])
            coincides([1..3], [1..3])
            overlaps before([1..3], [2..4])
            get or else(a, "x")
            today() > date("2026-01-01")
            """;

    /** What a form alone does not tell: its file's name, and the models beside it. */
    private static final Set<ModelRule> BESIDE_IT = Set.of(
            ModelRule.FORM_ID,
            ModelRule.DUPLICATE_FILE,
            ModelRule.FORM_FIELD_UNREAD,
            ModelRule.FORM_FIELD_MISSING,
            ModelRule.FORM_WORDS,
            ModelRule.FORM_NEEDED);

    private static FormJs forms;

    @BeforeAll
    static void open(Browser browser) {
        forms = new FormJs(browser);
    }

    @AfterAll
    static void close() {
        forms.close();
    }

    @Test
    void everyFormThatShipsIsShownAndCanBeFilled() throws IOException {
        List<String> shipped = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("forms"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".form")).toList()) {
                shipped.add(Files.readString(file));
            }
        }
        shipped.add(ALL);

        assertThat(shipped).hasSizeGreaterThan(30);
        assertThat(forms.verdicts(shipped)).containsOnly("");
        assertThat(shipped).allSatisfy(form -> assertThat(FormVerdict.of(form)).isEmpty());
    }

    /** The renderer is asked too: some of them it shows, and then nobody can complete them. */
    @Test
    void whatTheFixturesBreakIsBroken() {
        List<String> broken = BrokenModel.all()
                .filter(breach -> breach.resource().equals("sample-form.form"))
                .filter(breach -> !BESIDE_IT.contains(breach.rule()))
                .flatMap(breach ->
                        breach.deployment().stream().filter(file -> file.name().endsWith(".form")))
                .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                .toList();
        List<String> verdicts = forms.verdicts(broken);

        assertThat(verdicts).filteredOn(verdict -> !verdict.isEmpty()).hasSizeGreaterThan(15);
        assertThat(broken).allSatisfy(form -> assertThat(FormVerdict.of(form)).isNotEmpty());
    }

    /** So that rules and renderer cannot drift apart: settings of every field get odd values. */
    @Test
    void whateverFormJsRefusesTheCheckerRefuses() throws IOException {
        assertThat(missed(variants(List.of("null", "5", "{}")), 40)).isEmpty();
    }

    @Test
    @Tag("long")
    void whateverElseFormJsRefusesTheCheckerRefuses() throws IOException {
        assertThat(missed(variants(ODD), 300)).isEmpty();
    }

    /** The checker reads FEEL with the engine's parser, form-js with another one. */
    @Test
    void whateverExpressionFormJsCannotComputeTheCheckerRefuses() {
        List<String> variants = EXPRESSIONS
                .lines()
                .map(expression -> JSON.createObjectNode()
                        .put("id", "form")
                        .put("type", "default")
                        .set(
                                "components",
                                JSON.createArrayNode()
                                        .add(JSON.createObjectNode()
                                                .put("id", "A")
                                                .put("type", "textfield")
                                                .put("key", "a")
                                                .put("label", "Текст")
                                                .set(
                                                        "conditional",
                                                        JSON.createObjectNode().put("hide", "=" + expression))))
                        .toString())
                .toList();
        assertThat(missed(variants, 15)).isEmpty();
    }

    /** Those that form-js refuses, more than so many, and the checker does not. */
    private static List<String> missed(List<String> variants, int refused) {
        List<String> verdicts = forms.verdicts(variants);
        assertThat(verdicts).filteredOn(verdict -> !verdict.isEmpty()).hasSizeGreaterThan(refused);
        return IntStream.range(0, variants.size())
                .filter(i -> !verdicts.get(i).isEmpty())
                .filter(i -> FormVerdict.of(variants.get(i)).isEmpty())
                .mapToObj(i -> verdicts.get(i) + ": " + variants.get(i))
                .toList();
    }

    /** Each with the one field that is odd and the two that expressions ask for, so that a thousand are shown quickly. */
    private static List<String> variants(List<String> values) throws IOException {
        List<String> variants = new ArrayList<>();
        JsonNode all = JSON.readTree(ALL);
        for (JsonNode field : all.path("components")) {
            for (String setting : SETTINGS) {
                for (String odd : setting.equals("type") || field.has(setting) ? values : List.<String>of()) {
                    ObjectNode changed = field.deepCopy();
                    changed.set(setting, JSON.readTree(odd));
                    ObjectNode form = all.deepCopy();
                    form.putArray("components")
                            .add(all.path("components").path(0))
                            .add(changed);
                    variants.add(form.toString());
                }
            }
        }
        return variants;
    }
}
