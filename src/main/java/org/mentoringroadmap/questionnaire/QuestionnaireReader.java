package org.mentoringroadmap.questionnaire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads the form of a questionnaire. What it does not know was refused when the form was deployed (the rules of forms in
 * {@code roadmap.check}).
 */
public final class QuestionnaireReader {
    /** Longest answer in one's own words where the form says none. */
    static final int MAX_LENGTH = 4000;

    /** Property of the text that makes a form a questionnaire. */
    static final String TITLE = "questionnaire";

    /** Property of the same text: whom a questionnaire of the school's own is sent to. */
    static final String ASKS = "asks";

    /** Property of a question: the field of the card that the answer is about. */
    static final String REGISTER = "register";

    /** Property of a question: what stands in the card for each answer. */
    static final String CARD_WORDS = "registerWords";

    private static final ObjectMapper JSON = new ObjectMapper();

    private QuestionnaireReader() {}

    /** Reads a form; empty where it is the form of a task. */
    public static Optional<Questionnaire> read(String form) {
        JsonNode root = tree(form);
        for (JsonNode component : root.path("components")) {
            String title = component.path("properties").path(TITLE).asText();
            if (!title.isBlank()) {
                List<Item> items = new ArrayList<>();
                root.path("components").forEach(part -> item(part).ifPresent(items::add));
                boolean byOthers =
                        component.path("properties").path("answeredBy").asText().equals("other");
                return Optional.of(new Questionnaire(
                        root.path("id").asText(),
                        title.strip(),
                        byOthers,
                        Questionnaire.Asks.of(property(component, ASKS)),
                        items,
                        uses(root.path("components"))));
            }
        }
        return Optional.empty();
    }

    private static Map<String, FieldUse> uses(JsonNode components) {
        Map<String, FieldUse> uses = new HashMap<>();
        components.forEach(part -> {
            FieldUse use = new FieldUse(
                    property(part, REGISTER),
                    cardWords(part),
                    list(property(part, "helpAsked"), ","),
                    property(part, "preference"),
                    !property(part, "respondent").isEmpty(),
                    list(property(part, "overall"), ","));
            if (!use.equals(FieldUse.NONE)) {
                uses.put(key(part), use);
            }
        });
        return uses;
    }

    /** «study=Учёба; time=Всё успевать». */
    static Map<String, String> cardWords(JsonNode part) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String pair : list(property(part, CARD_WORDS), ";")) {
            String[] sides = pair.split("=", 2);
            if (sides.length == 2) {
                words.put(sides[0].strip(), sides[1].strip());
            }
        }
        return words;
    }

    private static List<String> list(String text, String separator) {
        return Stream.of(text.split(separator))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    static JsonNode tree(String form) {
        try {
            return JSON.readTree(form);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A deployed form is no JSON", e);
        }
    }

    private static Optional<Item> item(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "text" -> Optional.of(words(part.path("text").asText()));
            case "textfield" -> Optional.of(open(part, false));
            case "textarea" -> Optional.of(open(part, true));
            case "number" -> Optional.of(figure(part));
            case "radio", "select" ->
                Optional.of(property(part, "scale").isEmpty() ? choice(part, false) : scale(part));
            case "checklist" -> Optional.of(choice(part, true));
            case "separator", "spacer" -> Optional.empty();
            default ->
                throw new IllegalStateException(
                        "A questionnaire has no " + part.path("type").asText());
        };
    }

    /** Paragraphs stand apart by an empty line; a line that begins with # is a heading. */
    private static Item.Words words(String text) {
        List<Item.Words.Paragraph> paragraphs = new ArrayList<>();
        for (String part : text.replaceAll("(?m)^(#.*)$", "\n\n$1\n\n").split("\\n\\s*\\n")) {
            String words = part.strip().replaceFirst("^#+\\s*", "").replaceAll("[*_]{2}", "");
            if (!words.isEmpty()) {
                paragraphs.add(new Item.Words.Paragraph(words, part.strip().startsWith("#")));
            }
        }
        return new Item.Words(List.copyOf(paragraphs));
    }

    private static Item.Open open(JsonNode part, boolean lines) {
        return new Item.Open(
                key(part),
                label(part),
                description(part),
                required(part),
                lines,
                Math.min(part.path("validate").path("maxLength").asInt(MAX_LENGTH), MAX_LENGTH));
    }

    private static Item.Figure figure(JsonNode part) {
        return new Item.Figure(
                key(part),
                label(part),
                description(part),
                required(part),
                new BigDecimal(part.path("validate").path("min").asText()),
                new BigDecimal(part.path("validate").path("max").asText()));
    }

    private static Item.Choice choice(JsonNode part, boolean several) {
        return new Item.Choice(key(part), label(part), description(part), required(part), several, options(part));
    }

    private static Item.Scale scale(JsonNode part) {
        return new Item.Scale(
                key(part),
                label(part),
                description(part),
                required(part),
                property(part, "scale").equals("reversed"),
                options(part),
                property(part, "measures"),
                property(part, "comparesWith"));
    }

    private static List<Item.Option> options(JsonNode part) {
        List<Item.Option> options = new ArrayList<>();
        part.path("values")
                .forEach(value -> options.add(new Item.Option(
                        value.path("value").asText(), value.path("label").asText())));
        return options;
    }

    private static String key(JsonNode part) {
        return part.path("key").asText();
    }

    private static String label(JsonNode part) {
        return part.path("label").asText();
    }

    private static String description(JsonNode part) {
        return part.path("description").asText();
    }

    private static boolean required(JsonNode part) {
        return part.path("validate").path("required").asBoolean();
    }

    static String property(JsonNode part, String name) {
        return part.path("properties").path(name).asText();
    }
}
