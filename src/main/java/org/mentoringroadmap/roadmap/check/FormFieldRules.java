package org.mentoringroadmap.roadmap.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.roadmap.check.FormFileRules.Component;
import org.mentoringroadmap.roadmap.language.DecisionLanguage;
import org.mentoringroadmap.roadmap.language.NeededFields;

/**
 * Rules about the fields of one form: whatever form-js refuses to show, and whatever nobody could complete. A form that is
 * deployed is shown at once in every task that is opened from then on, so that one bad field would stop them all.
 */
final class FormFieldRules {

    /**
     * What a process hands to its tasks, and what its listeners go by: ids, terms and flags that no form asks for. A form
     * that did would let anybody overwrite them.
     */
    static final Set<String> RESERVED = Set.of(
            "activityProperties",
            "addressees",
            "another",
            "approvedOnSubmit",
            "asked",
            "authority",
            "awards",
            "blankKind",
            "channel",
            "closed",
            "closing",
            "closingItem",
            "collectors",
            "consentId",
            "consentKind",
            "controlPoint",
            "diplomaNames",
            "directorReads",
            "documentId",
            "documentType",
            "due",
            "dutiesNeeded",
            "erasureDue",
            "erasureNeeded",
            "eventKind",
            "eventKindName",
            "execution",
            "firstYear",
            "frequency",
            "guide",
            "headApproves",
            "indicators",
            "linked",
            "meetingKind",
            "meetingState",
            "memberId",
            "monitoringKind",
            "nominationNames",
            "notMadeKnown",
            "outgoing",
            "pairId",
            "pairStep",
            "pairsExist",
            "pairsOpen",
            "part",
            "participantCategory",
            "participantId",
            "participantRole",
            "planKind",
            "pointNumber",
            "points",
            "printable",
            "programmeId",
            "proposalAccepted",
            "proposalDue",
            "proposalStart",
            "proposed",
            "protocol",
            "published",
            "publisher",
            "questionnaire",
            "questionnaireName",
            "recognitionKind",
            "responsible",
            "roadmapItem",
            "roleMembers",
            "schoolId",
            "searchId",
            "searching",
            "secondYear",
            "start",
            "task",
            "termsPassed",
            "timeDue",
            "timeName",
            "timeStart",
            "timesLeft",
            "title");

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
    private static final Set<String> TEXTS = Set.of("textfield", "textarea");
    private static final Set<String> SINGLE_CHOICES = Set.of("radio", "select");
    private static final Set<String> CHOICES = Set.of("radio", "select", "checklist", "taglist");
    private static final Set<String> SUBTYPES = Set.of("date", "time", "datetime");

    private static final String COMPUTED_FIELD = "expression";

    /** Fields that our listeners read as a day. */
    private static final Set<String> DATES = Set.of("date", "eventDate");

    /** Limits that may be computed. */
    private static final Set<String> COMPUTED = Set.of("min", "max", "minLength", "maxLength");

    /** Settings that are computed, or mean nothing where they are not. */
    private static final List<String> EXPRESSIONS =
            List.of("valuesExpression", "columnsExpression", "dataSource", "expression");

    /** What Java reads in a pattern and a browser does not, or reads as something else. */
    private static final Pattern JAVA_ONLY =
            Pattern.compile("\\\\[pPAZzGQEhHXRae]|\\(\\?[^:=!<]|\\(\\?<(?![=!A-Za-z])|[*+?}]\\+|&&|\\[[^]]*\\[");

    private final JsonNode form;
    private final Findings findings;
    private final Set<String> ids = new HashSet<>();
    private final Map<String, String> labelOfKey = new HashMap<>();

    FormFieldRules(JsonNode form, Findings findings) {
        this.form = form;
        this.findings = findings;
    }

    void check() {
        ids.add(form.path("id").asText());
        check(form, List.of());
    }

    private void check(JsonNode parent, List<String> hiding) {
        for (JsonNode json : parent.path("components")) {
            Component component = new Component(json, findings);
            List<String> conditions = new ArrayList<>(hiding);
            conditions.add(json.path("conditional").path("hide").asText());
            checkId(component);
            checkExpressions(component);
            if (!json.path("path").asText().isBlank()) {
                component.addCase(
                        ModelRule.FORM_FIELD_NAME, "path", json.path("path").asText());
            }
            if (FormFileRules.FIELDS.contains(json.path("type").asText())) {
                checkKey(component);
                checkFillable(component, conditions);
                checkChoices(component);
                new Limits(component).check();
            }
            check(json, conditions);
        }
    }

    /** Whether a field may have this key at all. */
    static boolean isFreeName(String key) {
        return NAME.matcher(key).matches() && !RESERVED.contains(key);
    }

    private void checkId(Component component) {
        String id = component.json().path("id").asText();
        if (!id.isEmpty() && !ids.add(id)) {
            component.addCase(ModelRule.FORM_FIELD_TWICE, "id", id);
        }
    }

    private void checkKey(Component component) {
        String key = component.json().path("key").asText();
        if (key.isBlank() || !component.json().path("key").isTextual()) {
            return; // said by another rule
        }
        if (!NAME.matcher(key).matches()) {
            component.addCase(ModelRule.FORM_FIELD_NAME, "key", key);
        } else if (RESERVED.contains(key)) {
            component.add(ModelRule.FORM_FIELD_RESERVED, key);
        }
        String earlier = labelOfKey.putIfAbsent(key, component.label());
        if (earlier != null) {
            component.addCase(ModelRule.FORM_FIELD_TWICE, "key", key, earlier);
        }
    }

    private void checkExpressions(Component component) {
        JsonNode json = component.json();
        EXPRESSIONS.forEach(name -> checkExpression(component, name, json.path(name)));
        checkExpression(component, "conditional.hide", json.path("conditional").path("hide"));
        if (json.path("readonly").isTextual()) {
            checkExpression(component, "readonly", json.path("readonly"));
        }
    }

    private static void checkExpression(Component component, String name, JsonNode value) {
        boolean given =
                !value.isMissingNode() && !(value.isTextual() && value.asText().isEmpty());
        if (given && (!isExpression(value) || value.asText().substring(1).isBlank())) {
            component.add(ModelRule.FORM_EXPRESSION, name, value.asText());
        }
    }

    private static boolean isExpression(JsonNode value) {
        return value.isTextual() && value.asText().startsWith("=");
    }

    private void checkFillable(Component component, List<String> conditions) {
        JsonNode json = component.json();
        JsonNode subtype = json.path("subtype");
        if (json.path("type").asText().equals("datetime")
                && !subtype.isMissingNode()
                && !SUBTYPES.contains(subtype.asText())) {
            component.addCase(ModelRule.FORM_UNFILLABLE, "subtype", subtype.asText());
        }
        if (holds(json.path("validate").path("required"))) {
            checkOpen(component, conditions, ModelRule.FORM_UNFILLABLE);
        }
    }

    private void checkOpen(Component component, List<String> conditions, ModelRule rule) {
        if (holds(component.json().path("readonly"))) {
            component.addCase(rule, "readonly");
        }
        if (holds(component.json().path("disabled"))) {
            component.addCase(rule, "disabled");
        }
        if (conditions.stream().anyMatch(this::isAlwaysTrue)) {
            component.addCase(rule, "hidden");
        }
    }

    /** What tasks cannot do without, whether the form says that it must be given or not; and words that nobody reads. */
    void checkNeeded(Set<String> needed) {
        checkNeeded(form, List.of(), needed);
    }

    private void checkNeeded(JsonNode parent, List<String> hiding, Set<String> needed) {
        for (JsonNode json : parent.path("components")) {
            Component component = new Component(json, findings);
            String key = json.path("key").asText();
            List<String> conditions = new ArrayList<>(hiding);
            conditions.add(json.path("conditional").path("hide").asText());
            boolean required = json.path("validate").path("required").asBoolean();
            if (needed.contains(key) && !isPreset(json) && !required) {
                checkOpen(component, conditions, ModelRule.FORM_NEEDED);
            }
            if (needed.contains(key) && DATES.contains(key) && !isDate(json)) {
                component.addCase(ModelRule.FORM_NEEDED, "date");
            }
            Optional.ofNullable(NeededFields.words().get(key))
                    .ifPresent(words -> checkWords(component, words, needed.contains(key) && !isChosen(form, key)));
            checkNeeded(json, conditions, needed);
        }
    }

    private static boolean isDate(JsonNode json) {
        String type = json.path("type").asText();
        return type.equals(COMPUTED_FIELD)
                || type.equals("datetime") && !json.path("subtype").asText().equals("time");
    }

    /** What comes with the form need not be given. */
    private static boolean isPreset(JsonNode json) {
        return json.path("type").asText().equals(COMPUTED_FIELD)
                || !json.path("validate").path("required").asBoolean() && holds(json.path("defaultValue"));
    }

    private static boolean isChosen(JsonNode parent, String key) {
        for (JsonNode component : parent.path("components")) {
            if (component.path("key").asText().equals(key)
                            && CHOICES.contains(component.path("type").asText())
                    || isChosen(component, key)) {
                return true;
            }
        }
        return false;
    }

    private static void checkWords(Component component, Set<String> words, boolean needed) {
        String type = component.json().path("type").asText();
        boolean choice = CHOICES.contains(type);
        if (!choice && needed && !type.equals(COMPUTED_FIELD)) {
            component.addCase(ModelRule.FORM_WORDS, "text", listed(words));
        } else if (choice) {
            component.json().path("values").forEach(option -> {
                String value = option.path("value").asText();
                if (!value.isBlank() && !words.contains(value)) {
                    component.addCase(ModelRule.FORM_WORDS, "unknown", value, listed(words));
                }
            });
        }
    }

    private static String listed(Set<String> words) {
        return new TreeSet<>(words).stream().map(word -> "«" + word + "»").collect(Collectors.joining(", "));
    }

    /** What a browser takes for «yes», the word «false» among it. */
    private static boolean holds(JsonNode setting) {
        return switch (setting.getNodeType()) {
            case MISSING, NULL -> false;
            case BOOLEAN -> setting.booleanValue();
            case NUMBER -> setting.doubleValue() != 0;
            case STRING -> !setting.asText().isEmpty();
            default -> true;
        };
    }

    /** Whether a condition holds whatever is chosen: it asks for nothing, or for one choice whose every answer keeps it. */
    private boolean isAlwaysTrue(String condition) {
        if (!condition.startsWith("=")
                || DecisionLanguage.refusedInForm(condition.substring(1)).isPresent()) {
            return false;
        }
        String expression = condition.substring(1);
        Set<String> names = DecisionLanguage.namesInForm(expression);
        if (names.isEmpty()) {
            return isTrue(expression, Map.of());
        }
        String name = names.iterator().next();
        List<Object> answers = answers(form, name);
        return names.size() == 1
                && !answers.isEmpty()
                && answers.stream().allMatch(answer -> {
                    Map<String, Object> values = new HashMap<>();
                    values.put(name, answer);
                    return isTrue(expression, values);
                });
    }

    private static boolean isTrue(String expression, Map<String, Object> values) {
        return DecisionLanguage.valueInForm(expression, values)
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** What a field that offers a choice of single answers may come to, no answer among it; empty for any other field. */
    private static List<Object> answers(JsonNode parent, String key) {
        List<Object> answers = new ArrayList<>();
        for (JsonNode component : parent.path("components")) {
            if (component.path("key").asText().equals(key)
                    && SINGLE_CHOICES.contains(component.path("type").asText())
                    && isListed(component)) {
                component
                        .path("values")
                        .forEach(option -> answers.add(option.path("value").asText()));
                answers.add(null);
            }
            answers.addAll(answers(component, key));
        }
        return answers;
    }

    private static boolean isListed(JsonNode choice) {
        return !choice.has("valuesKey") && !choice.has("valuesExpression");
    }

    private static void checkChoices(Component component) {
        JsonNode json = component.json();
        if (!CHOICES.contains(json.path("type").asText()) || !isListed(json)) {
            return;
        }
        if (!json.path("values").isArray() || json.path("values").isEmpty()) {
            component.addCase(ModelRule.FORM_CHOICES, "none");
            return;
        }
        Set<String> values = new HashSet<>();
        for (JsonNode option : json.path("values")) {
            String value = option.path("value").asText();
            if (value.isBlank() || option.path("label").asText().isBlank()) {
                component.addCase(ModelRule.FORM_CHOICES, "blank");
            } else if (!values.add(value)) {
                component.addCase(ModelRule.FORM_CHOICES, "twice", value);
            }
        }
    }

    /** What a field accepts, and whether it accepts anything, its own preset value among it. */
    private record Limits(Component component) {

        void check() {
            checkNumbers();
            checkLengths();
            checkPattern();
            checkDefault();
        }

        private String type() {
            return component.json().path("type").asText();
        }

        private JsonNode limit(String name) {
            return component.json().path("validate").path(name);
        }

        private void checkNumbers() {
            Stream.of("min", "max").forEach(name -> checkKind(name, type().equals("number")));
            if (!type().equals("number")) {
                return;
            }
            checkNumber("decimalDigits", component.json().path("decimalDigits"), FormFieldRules::isCount);
            checkNumber("increment", component.json().path("increment"), number -> number.signum() > 0);
            Optional<BigDecimal> min = checkNumber("min", limit("min"), number -> true);
            Optional<BigDecimal> max = checkNumber("max", limit("max"), number -> true);
            if (min.isPresent() && max.isPresent() && firstFrom(min.get()).compareTo(max.get()) > 0) {
                component.addCase(
                        ModelRule.FORM_LIMITS,
                        "order",
                        min.get().toPlainString(),
                        max.get().toPlainString());
            }
        }

        /** The first number from this one on that has few enough digits, or stands on a step. */
        private BigDecimal firstFrom(BigDecimal min) {
            Optional<BigDecimal> step = number(component.json().path("increment"))
                    .filter(number -> number.signum() > 0)
                    .or(() -> number(component.json().path("decimalDigits"))
                            .filter(FormFieldRules::isCount)
                            .map(digits -> BigDecimal.ONE.movePointLeft(digits.intValue())));
            return step.map(width -> min.divide(width, 0, RoundingMode.CEILING).multiply(width))
                    .orElse(min);
        }

        private void checkLengths() {
            Stream.of("minLength", "maxLength").forEach(name -> checkKind(name, TEXTS.contains(type())));
            if (!TEXTS.contains(type())) {
                return;
            }
            Optional<BigDecimal> min = checkNumber("minLength", limit("minLength"), FormFieldRules::isCount);
            Optional<BigDecimal> max = checkNumber("maxLength", limit("maxLength"), FormFieldRules::isCount);
            BigDecimal least =
                    min.orElse(BigDecimal.ZERO).max(holds(limit("required")) ? BigDecimal.ONE : BigDecimal.ZERO);
            if (max.isPresent() && least.compareTo(max.get()) > 0) {
                component.addCase(
                        ModelRule.FORM_LIMITS,
                        "order",
                        least.toPlainString(),
                        max.get().toPlainString());
            }
        }

        private void checkKind(String name, boolean fits) {
            if (!fits && !limit(name).isMissingNode()) {
                component.addCase(ModelRule.FORM_LIMITS, "kind", name);
            }
        }

        /** The number, where one is written that fits; what is computed is not known before. */
        private Optional<BigDecimal> checkNumber(
                String name, JsonNode value, java.util.function.Predicate<BigDecimal> fits) {
            if (value.isMissingNode() || isExpression(value) && COMPUTED.contains(name)) {
                return Optional.empty();
            }
            Optional<BigDecimal> number = number(value).filter(fits);
            if (number.isEmpty()) {
                component.addCase(ModelRule.FORM_LIMITS, "number", name, value.asText());
            }
            return number;
        }

        private void checkPattern() {
            String pattern = limit("pattern").asText();
            if (!pattern.isEmpty() && !isPattern(pattern)) {
                component.add(ModelRule.FORM_PATTERN, pattern);
            }
        }

        private void checkDefault() {
            JsonNode value = component.json().path("defaultValue");
            boolean none = value.isMissingNode() || value.isNull();
            boolean computed = TEXTS.contains(type()) && isExpression(value); // said by the rule of expressions
            if (!none && !computed && !accepts(value)) {
                component.add(ModelRule.FORM_DEFAULT, value.isValueNode() ? value.asText() : value.toString());
            }
        }

        private boolean accepts(JsonNode value) {
            return switch (type()) {
                case "textfield", "textarea" -> value.isTextual() && acceptsText(value.asText());
                case "number" -> number(value).filter(this::acceptsNumber).isPresent();
                case "checkbox" -> value.isBoolean();
                case "radio", "select" -> value.isValueNode() && isOffered(value);
                case "checklist", "taglist" -> value.isArray() && offersAll(value);
                case "datetime" -> value.isTextual() && acceptsDay(value.asText());
                default -> true;
            };
        }

        private boolean acceptsText(String text) {
            String pattern = limit("pattern").asText();
            int length = text.strip().length();
            return text.isEmpty()
                    || number(limit("minLength"))
                                    .filter(min -> length < min.intValue())
                                    .isEmpty()
                            && number(limit("maxLength"))
                                    .filter(max -> length > max.intValue())
                                    .isEmpty()
                            && (pattern.isEmpty()
                                    || !isPattern(pattern)
                                    || Pattern.compile(pattern).matcher(text).find());
        }

        private boolean acceptsNumber(BigDecimal number) {
            return number(limit("min")).filter(min -> number.compareTo(min) < 0).isEmpty()
                    && number(limit("max"))
                            .filter(max -> number.compareTo(max) > 0)
                            .isEmpty()
                    && firstFrom(number).compareTo(number) == 0;
        }

        private boolean acceptsDay(String text) {
            String subtype = component.json().path("subtype").asText("date");
            if (!subtype.equals("date") || text.isEmpty()) {
                return true;
            }
            try {
                LocalDate.parse(text);
                return true;
            } catch (DateTimeParseException e) {
                return false;
            }
        }

        private boolean offersAll(JsonNode values) {
            for (JsonNode value : values) {
                if (!isOffered(value)) {
                    return false;
                }
            }
            return true;
        }

        private boolean isOffered(JsonNode value) {
            if (!isListed(component.json()) || value.asText().isEmpty()) {
                return true;
            }
            for (JsonNode option : component.json().path("values")) {
                if (option.path("value").equals(value)) {
                    return true;
                }
            }
            return false;
        }
    }

    private static boolean isCount(BigDecimal number) {
        return number.signum() >= 0 && number.stripTrailingZeros().scale() <= 0 && number.precision() < 9;
    }

    private static Optional<BigDecimal> number(JsonNode value) {
        try {
            return value.isNumber() || value.isTextual()
                    ? Optional.of(new BigDecimal(value.asText().strip()))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static boolean isPattern(String pattern) {
        try {
            Pattern.compile(pattern);
            return !JAVA_ONLY.matcher(pattern).find();
        } catch (PatternSyntaxException e) {
            return false;
        }
    }
}
