package org.mentoringroadmap.roadmap.check;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeType;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.mentoringroadmap.roadmap.file.ParserWords;
import org.mentoringroadmap.roadmap.language.DecisionLanguage;
import org.mentoringroadmap.roadmap.language.Labels;
import org.mentoringroadmap.shared.OutcomeFields;

/**
 * Rules about Camunda Form files, going by what Tasklist 7.24 (form-js 1.8.7) can show. A form is run by the browser of
 * whoever opens it: its settings are listed, and its expressions call nothing but functions of FEEL.
 */
final class FormFileRules {

    static final Set<String> FIELDS = Set.of(
            "textfield",
            "textarea",
            "number",
            "checkbox",
            "radio",
            "select",
            "checklist",
            "taglist",
            "datetime",
            "expression");

    /**
     * A dynamic list is rendered, but once it is edited the task cannot be completed: it is not among these. Neither is a
     * piece of HTML: a text with markup says the same.
     */
    private static final Set<String> OTHERS =
            Set.of("text", "image", "table", "group", "separator", "spacer", "button");

    private static final Set<String> OF_THE_FORM = Set.of(
            "id",
            "type",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "components",
            "$schema");

    /** Settings of components; those that consist of several ones are followed by what they may consist of. */
    private static final Set<String> OF_COMPONENTS = Set.of(
            "action",
            "alt",
            "appearance",
            "columns",
            "columnsExpression",
            "components",
            "computeOn",
            "conditional",
            "dataSource",
            "dateLabel",
            "decimalDigits",
            "defaultValue",
            "description",
            "disabled",
            "disallowPassedDates",
            "expression",
            "height",
            "id",
            "increment",
            "key",
            "label",
            "layout",
            "path",
            "properties",
            "readonly",
            "rowCount",
            "searchable",
            "serializeToString",
            "showOutline",
            "source",
            "subtype",
            "text",
            "timeInterval",
            "timeLabel",
            "timeSerializingFormat",
            "type",
            "use24h",
            "validate",
            "values",
            "valuesExpression",
            "valuesKey",
            "verticalAlignment");

    private static final Map<String, Set<String>> PARTS = Map.of(
            "appearance", Set.of("prefixAdorner", "suffixAdorner"),
            "columns", Set.of("label", "key"),
            "conditional", Set.of("hide"),
            "layout", Set.of("row", "columns"),
            "validate",
                    Set.of(
                            "required",
                            "min",
                            "max",
                            "minLength",
                            "maxLength",
                            "pattern",
                            "patternErrorMessage",
                            "validationType"),
            "values", Set.of("label", "value"));

    private static final Pattern TEMPLATE = Pattern.compile("\\{\\{(.*?)}}", Pattern.DOTALL);
    private static final Pattern BLOCK = Pattern.compile("^\\s*(#(if|loop)\\s|/(if|loop)\\s*$|else\\s*$)");

    /** A picture comes with the form or from the application; another address would be told who opens the form. */
    private static final Pattern OWN_PICTURE =
            Pattern.compile("data:image/(png|jpeg|gif|webp);.*|/[^/\\\\].*|=.*", Pattern.DOTALL);

    /** What a browser cannot do without being told as text, as an object or as a list: of another kind it stops the form. */
    private static final Map<String, JsonNodeType> KINDS = Map.ofEntries(
            Map.entry("id", JsonNodeType.STRING),
            Map.entry("type", JsonNodeType.STRING),
            Map.entry("key", JsonNodeType.STRING),
            Map.entry("path", JsonNodeType.STRING),
            Map.entry("label", JsonNodeType.STRING),
            Map.entry("dateLabel", JsonNodeType.STRING),
            Map.entry("timeLabel", JsonNodeType.STRING),
            Map.entry("description", JsonNodeType.STRING),
            Map.entry("text", JsonNodeType.STRING),
            Map.entry("appearance", JsonNodeType.OBJECT),
            Map.entry("conditional", JsonNodeType.OBJECT),
            Map.entry("layout", JsonNodeType.OBJECT),
            Map.entry("validate", JsonNodeType.OBJECT),
            Map.entry("columns", JsonNodeType.ARRAY));

    /** A form is sent to the browser whenever its task is opened; the largest of ours is a fiftieth of this. */
    private static final int MAX_BYTES = 512 * 1024;

    private static final int MAX_COMPONENTS = 300;
    private static final int MAX_DEPTH = 20;

    private static final String BYTE_ORDER_MARK = "\ufeff";

    private static final ObjectMapper JSON = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    void check(String name, byte[] bytes, Findings findings) {
        if (bytes.length > MAX_BYTES) {
            findings.addCase(
                    null, null, ModelRule.UNREADABLE_FORM, "large", MAX_BYTES / 1024, MAX_COMPONENTS, MAX_DEPTH);
            return;
        }
        JsonNode form;
        try {
            form = parse(bytes);
        } catch (IOException e) {
            findings.addCase(null, null, ModelRule.UNREADABLE_FORM, "text", ParserWords.of(e));
            return;
        }
        if (!form.path("type").asText().equals("default") || !consistsOfComponents(form)) {
            findings.addForFile(ModelRule.UNREADABLE_FORM);
            return;
        }
        if (components(form, 0) > MAX_COMPONENTS) {
            findings.addCase(
                    null, null, ModelRule.UNREADABLE_FORM, "large", MAX_BYTES / 1024, MAX_COMPONENTS, MAX_DEPTH);
            return;
        }
        if (!FileNames.stem(name).equals(form.path("id").asText())) {
            findings.addForFile(ModelRule.FORM_ID, FileNames.stem(name));
        }
        form.fieldNames().forEachRemaining(setting -> {
            if (!OF_THE_FORM.contains(setting)) {
                findings.addForFile(ModelRule.FORM_SETTING, setting);
            }
        });
        checkComponents(form, findings);
        new FormFieldRules(form, findings).check();
        new QuestionnaireRules(form, findings).check();
    }

    /** Whether some task takes what is asked for, and what tasks cannot do without is asked for. */
    void checkTaken(String name, byte[] bytes, DeploymentContext known, Findings findings) {
        JsonNode form = bytes.length > MAX_BYTES ? JSON.missingNode() : read(bytes);
        if (!form.path("components").isArray()) {
            return; // said by another rule
        }
        String key = FileNames.stem(name);
        Set<String> needed = known.fieldsNeeded(key, outcomes(form));
        known.fieldsTaken(key).ifPresent(taken -> {
            checkTaken(form, taken, findings);
            new FormFieldRules(form, findings).checkNeeded(needed);
        });
        Set<String> asked = keys(bytes);
        needed.stream()
                .filter(field -> !asked.contains(field))
                .sorted()
                .forEach(field -> findings.addForFile(ModelRule.FORM_FIELD_MISSING, field));
    }

    private static void checkTaken(JsonNode parent, Set<String> taken, Findings findings) {
        for (JsonNode component : parent.path("components")) {
            String key = component.path("key").asText();
            if (FIELDS.contains(component.path("type").asText())
                    && FormFieldRules.isFreeName(key)
                    && !taken.contains(key)) {
                new Component(component, findings).add(ModelRule.FORM_FIELD_UNREAD, key);
            }
            checkTaken(component, taken, findings);
        }
    }

    /** How many components it has; more than are allowed where they stand too deep within each other. */
    private static int components(JsonNode parent, int depth) {
        int count = depth > MAX_DEPTH ? MAX_COMPONENTS + 1 : 0;
        for (JsonNode component : parent.path("components")) {
            count += count > MAX_COMPONENTS ? 0 : 1 + components(component, depth + 1);
        }
        return count;
    }

    /** Whether it holds a list of components, and each that has a list itself too. */
    private static boolean consistsOfComponents(JsonNode parent) {
        JsonNode components = parent.path("components");
        if (!components.isArray()) {
            return false;
        }
        for (JsonNode component : components) {
            if (!component.isObject() || component.has("components") && !consistsOfComponents(component)) {
                return false;
            }
        }
        return true;
    }

    /** Keys of all fields of a form, in whichever group; none where it cannot be read. */
    static Set<String> keys(byte[] bytes) {
        Set<String> keys = new HashSet<>();
        collect(bytes.length > MAX_BYTES ? JSON.missingNode() : read(bytes), keys);
        return keys;
    }

    /** The outcomes that a form lets choose. */
    static Set<String> outcomes(byte[] bytes) {
        return outcomes(bytes.length > MAX_BYTES ? JSON.missingNode() : read(bytes));
    }

    private static Set<String> outcomes(JsonNode parent) {
        Set<String> values = new HashSet<>();
        for (JsonNode component : parent.path("components")) {
            if (component.path("key").asText().equals(OutcomeFields.OUTCOME)) {
                component
                        .path("values")
                        .forEach(option -> values.add(option.path("value").asText()));
            }
            values.addAll(outcomes(component));
        }
        return values;
    }

    private static void collect(JsonNode component, Set<String> keys) {
        if (component.hasNonNull("key")) {
            keys.add(component.get("key").asText());
        }
        component.path("components").forEach(child -> collect(child, keys));
    }

    /** A browser takes a form for UTF-8, whatever it is, and reads nothing behind its end. */
    private static JsonNode parse(byte[] bytes) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes))
                .toString();
        return JSON.readTree(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private static JsonNode read(byte[] bytes) {
        try {
            return parse(bytes);
        } catch (IOException e) {
            return JSON.missingNode();
        }
    }

    private static void checkComponents(JsonNode parent, Findings findings) {
        for (JsonNode component : parent.path("components")) {
            String type = component.path("type").asText();
            Component named = new Component(component, findings);
            if (FIELDS.contains(type)) {
                checkField(component, named);
            } else if (!OTHERS.contains(type)) {
                named.add(ModelRule.FORM_COMPONENT, type);
            }
            named.checkSettings();
            named.checkLanguage(named.label());
            named.checkLanguage(component.path("text").asText());
            component
                    .path("values")
                    .forEach(option -> named.checkLanguage(option.path("label").asText()));
            checkComponents(component, findings);
        }
    }

    private static void checkField(JsonNode component, Component named) {
        if (component.path("key").asText().isBlank()) {
            named.add(ModelRule.FORM_FIELD_KEY);
        }
        boolean hidden = component.path("type").asText().equals("expression");
        if (!hidden && named.label().isBlank()) {
            named.add(ModelRule.LABEL_MISSING);
        }
    }

    /** A component as the administrator finds it in Modeler, and where its problems go. */
    record Component(JsonNode json, Findings findings) {

        /** A field of date and time has its label under another name. */
        String label() {
            return json.path("label")
                    .asText(json.path("dateLabel").asText(json.path("timeLabel").asText()));
        }

        void add(ModelRule rule, Object... arguments) {
            findings.add(id(), label(), rule, arguments);
        }

        /** A problem whose advice is one of several wordings of the rule. */
        void addCase(ModelRule rule, String wording, Object... arguments) {
            findings.addCase(id(), label(), rule, wording, arguments);
        }

        private String id() {
            return json.path("id")
                    .asText(json.path("key").asText(json.path("type").asText()));
        }

        void checkSettings() {
            json.fields().forEachRemaining(setting -> {
                String name = setting.getKey();
                JsonNode value = setting.getValue();
                if (!OF_COMPONENTS.contains(name)
                        || KINDS.getOrDefault(name, value.getNodeType()) != value.getNodeType()
                        || name.equals("source")
                                && !OWN_PICTURE.matcher(value.asText()).matches()) {
                    add(ModelRule.FORM_SETTING, name);
                }
                if (value.isObject()) {
                    checkParts(name, value);
                }
                if (value.isArray() && !name.equals("components")) {
                    value.forEach(part -> checkParts(name, part));
                }
                checkExpression(name, value);
            });
        }

        private void checkParts(String setting, JsonNode parts) {
            parts.fields().forEachRemaining(part -> {
                if (PARTS.containsKey(setting) && !PARTS.get(setting).contains(part.getKey())) {
                    add(ModelRule.FORM_SETTING, setting + "." + part.getKey());
                }
                checkExpression(setting + "." + part.getKey(), part.getValue());
            });
        }

        private void checkExpression(String name, JsonNode value) {
            String text = value.asText();
            if (text.startsWith("=")) {
                report(name, DecisionLanguage.refusedInForm(text.substring(1)));
            }
            TEMPLATE.matcher(text)
                    .results()
                    .map(template -> BLOCK.matcher(template.group(1)).replaceFirst(""))
                    .forEach(expression -> report(name, DecisionLanguage.refusedInForm(expression)));
        }

        private void report(String name, Optional<String> refused) {
            refused.ifPresent(part -> add(ModelRule.EXPRESSION, name, part));
        }

        void checkLanguage(String text) {
            if (!Labels.isRussian(text)) {
                add(ModelRule.LABEL_NOT_RUSSIAN, text);
            }
        }
    }

    /**
     * Rules about a form that is a questionnaire: one of its texts carries the property {@code questionnaire} with its title. Such
     * a form is shown by the server and works without a script, so that it can hold less than the form of a task.
     */
    private static final class QuestionnaireRules {
        private static final String TITLE = "questionnaire";
        private static final String ANSWERED_BY = "answeredBy";
        private static final String ASKS = "asks";
        private static final Set<String> QUESTIONS =
                Set.of("textfield", "textarea", "number", "radio", "select", "checklist");
        private static final Set<String> OTHERS = Set.of("text", "separator", "spacer");
        private static final List<String> COMPUTED =
                List.of("valuesKey", "valuesExpression", "expression", "dataSource", "columnsExpression");
        private static final List<String> UNSEEN_LIMITS = List.of("pattern", "validationType", "minLength");

        private static final Set<String> CHOSEN = Set.of("radio", "select", "checklist");
        private static final Set<String> WRITTEN = Set.of("textfield", "textarea");

        /** Fields of the card that an answer can be about, in the order in which people are told. */
        private static final List<String> REGISTER = List.of(
                "requests", "competences", "interests", "difficulties", "achievements", "forms", "hours", "capacity");

        /** By which components they are asked for. */
        private static final Map<String, Set<String>> USES = Map.of(
                "requests", QUESTIONS,
                "competences", QUESTIONS,
                "interests", QUESTIONS,
                "difficulties", WRITTEN,
                "achievements", WRITTEN,
                "forms", CHOSEN,
                "hours", CHOSEN,
                "capacity", Set.of("number"));

        /** What the labels of a form do not say as the card does. */
        private static final Set<String> IN_WORDS = Set.of("forms", "hours");

        private static final int MAX_TITLE = 200;
        private static final int MAX_KEY = 60;
        private static final int MAX_VALUE = 100;
        private static final int MAX_LENGTH = 4000;
        private static final int MAX_POINTS = 11;

        private final JsonNode form;
        private final Findings findings;

        QuestionnaireRules(JsonNode form, Findings findings) {
            this.form = form;
            this.findings = findings;
        }

        void check() {
            List<Component> components = new ArrayList<>();
            form.path("components").forEach(json -> components.add(new Component(json, findings)));
            List<Component> titled = components.stream()
                    .filter(one -> !property(one, TITLE).isBlank())
                    .toList();
            if (titled.isEmpty()) {
                return;
            }
            checkTitle(titled);
            components.forEach(QuestionnaireRules::check);
            if (components.stream().noneMatch(one -> QUESTIONS.contains(type(one)))) {
                findings.addCase(null, null, ModelRule.QUESTIONNAIRE, "empty");
            }
        }

        private static void checkTitle(List<Component> titled) {
            Component first = titled.get(0);
            if (titled.size() > 1 || property(first, TITLE).length() > MAX_TITLE) {
                first.addCase(ModelRule.QUESTIONNAIRE, "title", MAX_TITLE);
            }
            String answeredBy = property(first, ANSWERED_BY);
            if (!Set.of("", "participant", "other").contains(answeredBy)) {
                first.addCase(ModelRule.QUESTIONNAIRE, "answered-by", answeredBy);
            }
            String asks = property(first, ASKS);
            if (!Set.of("", "mentees", "mentors", "everybody").contains(asks)) {
                first.addCase(ModelRule.QUESTIONNAIRE, "asks", asks);
            }
        }

        private static void check(Component component) {
            String type = type(component);
            if (!QUESTIONS.contains(type)) {
                if (!OTHERS.contains(type)) {
                    component.addCase(ModelRule.QUESTIONNAIRE, "component", type);
                }
                checkWords(component, component.json().path("text").asText());
                checkHidden(component);
                return;
            }
            checkHidden(component);
            checkWords(component, component.label());
            checkWords(component, component.json().path("description").asText());
            COMPUTED.stream().filter(component.json()::has).forEach(name -> computed(component, name));
            UNSEEN_LIMITS.stream()
                    .filter(name -> component.json().path("validate").has(name))
                    .forEach(name -> computed(component, name));
            if (Stream.of("readonly", "disabled")
                            .anyMatch(name -> isSet(component.json().path(name)))
                    || isSet(component.json().path("defaultValue"))) {
                component.addCase(ModelRule.QUESTIONNAIRE, "preset");
            }
            checkLengths(component);
            if (type.equals("number")) {
                checkFigure(component);
            }
            if (!property(component, "scale").isEmpty()) {
                checkScale(component);
            }
            checkUse(component);
        }

        /** What is done with the answer: it goes to the card, names somebody, or asks for help. */
        private static void checkUse(Component component) {
            String register = property(component, "register");
            Set<String> values = new HashSet<>();
            component
                    .json()
                    .path("values")
                    .forEach(option -> values.add(option.path("value").asText()));
            String words = property(component, "registerWords");
            boolean named = register.isEmpty()
                    ? words.isEmpty()
                    : USES.getOrDefault(register, Set.of()).contains(type(component))
                            && (!IN_WORDS.contains(register) || !words.isEmpty());
            if (!named || !words.isEmpty() && !values.containsAll(keys(words))) {
                component.addCase(ModelRule.QUESTIONNAIRE, "register", String.join(", ", REGISTER));
            }
            String preference = property(component, "preference");
            if (!preference.isEmpty()
                    && !(Set.of("liked", "refused").contains(preference)
                            && type(component).equals("textfield"))) {
                component.addCase(ModelRule.QUESTIONNAIRE, "preference");
            }
            if (!values.containsAll(parts(property(component, "helpAsked"), ","))) {
                component.addCase(ModelRule.QUESTIONNAIRE, "help");
            }
        }

        private static List<String> keys(String words) {
            return parts(words, ";").stream()
                    .map(pair -> pair.contains("=")
                            ? pair.substring(0, pair.indexOf('=')).strip()
                            : "")
                    .toList();
        }

        private static List<String> parts(String text, String separator) {
            return Stream.of(text.split(separator))
                    .map(String::strip)
                    .filter(part -> !part.isEmpty())
                    .toList();
        }

        private static void checkHidden(Component component) {
            if (isSet(component.json().path("conditional").path("hide"))) {
                computed(component, "conditional.hide");
            }
        }

        private static void checkWords(Component component, String text) {
            if (text.startsWith("=") || text.contains("{{")) {
                component.addCase(
                        ModelRule.QUESTIONNAIRE, "computed", text.substring(0, Math.min(text.length(), MAX_KEY)));
            }
        }

        private static void computed(Component component, String setting) {
            component.addCase(ModelRule.QUESTIONNAIRE, "computed", setting);
        }

        private static void checkLengths(Component component) {
            JsonNode length = component.json().path("validate").path("maxLength");
            if (length.asLong() > MAX_LENGTH) {
                component.addCase(ModelRule.QUESTIONNAIRE, "length", MAX_LENGTH);
            }
            String key = component.json().path("key").asText();
            if (key.length() > MAX_KEY) {
                component.addCase(ModelRule.QUESTIONNAIRE, "key", key, MAX_KEY, MAX_VALUE);
            }
            for (JsonNode option : component.json().path("values")) {
                String value = option.path("value").asText();
                if (value.length() > MAX_VALUE) {
                    component.addCase(ModelRule.QUESTIONNAIRE, "key", value, MAX_KEY, MAX_VALUE);
                }
                checkWords(component, option.path("label").asText());
            }
        }

        private static void checkFigure(Component component) {
            JsonNode limits = component.json().path("validate");
            if (!isWhole(limits.path("min")) || !isWhole(limits.path("max"))) {
                component.addCase(ModelRule.QUESTIONNAIRE, "figure");
            }
        }

        private static boolean isWhole(JsonNode number) {
            return number.asText().matches("-?\\d{1,9}") && new BigDecimal(number.asText()).scale() == 0;
        }

        private static void checkScale(Component component) {
            List<String> values = new ArrayList<>();
            component
                    .json()
                    .path("values")
                    .forEach(option -> values.add(option.path("value").asText()));
            boolean inARow = values.size() > 1
                    && values.size() <= MAX_POINTS
                    && values.stream().allMatch(value -> value.matches("\\d{1,3}"));
            for (int i = 1; inARow && i < values.size(); i++) {
                inARow = Integer.parseInt(values.get(i)) == Integer.parseInt(values.get(i - 1)) + 1;
            }
            if (!inARow
                    || !Set.of("radio", "select").contains(type(component))
                    || !Set.of("direct", "reversed").contains(property(component, "scale"))) {
                component.addCase(ModelRule.QUESTIONNAIRE, "scale");
            }
        }

        private static boolean isSet(JsonNode setting) {
            return switch (setting.getNodeType()) {
                case MISSING, NULL -> false;
                case BOOLEAN -> setting.booleanValue();
                case STRING -> !setting.asText().isEmpty();
                case ARRAY -> !setting.isEmpty();
                default -> true;
            };
        }

        private static String property(Component component, String name) {
            return component.json().path("properties").path(name).asText();
        }

        private static String type(Component component) {
            return component.json().path("type").asText();
        }
    }
}
