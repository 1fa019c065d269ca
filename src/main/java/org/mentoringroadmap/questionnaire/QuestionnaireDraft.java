package org.mentoringroadmap.questionnaire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A questionnaire while somebody words it: what a page shows in fields and takes back from them. What the page does not show,
 * the keys and values by which answers are kept among it, stays as it is in the form.
 *
 * @param title as people read it
 * @param intro words above the first question; paragraphs stand apart by an empty line
 * @param asks whom it is sent to; {@link Questionnaire.Asks#ROW} for those of the product
 * @param lines from the top to the end
 */
public record QuestionnaireDraft(String title, String intro, Questionnaire.Asks asks, List<Line> lines) {
    /** How many lines a questionnaire may have; people answer hardly thirty questions. */
    public static final int MAX_LINES = 100;

    /** Longest question, hint or answer that is offered, in characters. */
    public static final int MAX_WORDS = 1_000;

    private static final int MAX_TITLE = 200;
    private static final int MAX_POINTS = 11;
    private static final int MIN_ROWS = 3;
    private static final String VALUES = "values";

    /** Keeps its own copy. */
    public QuestionnaireDraft {
        lines = List.copyOf(lines);
    }

    /** What a line is, and the component of the form that shows it. */
    public enum Kind {
        WORDS("text"),
        LINE("textfield"),
        TEXT("textarea"),
        ONE("radio"),
        SEVERAL("checklist"),
        SCALE("radio"),
        FIGURE("number"),
        /** A rule or a gap; it has no words. */
        GAP("separator");

        private final String component;

        Kind(String component) {
            this.component = component;
        }

        /** Whether somebody answers it. */
        public boolean isAsked() {
            return this != WORDS && this != GAP;
        }

        /** Whether answers are offered. */
        public boolean isOffered() {
            return this == ONE || this == SEVERAL || this == SCALE;
        }
    }

    /**
     * A line.
     *
     * @param id of the component; empty for a line that is not in the form yet
     * @param words the question, or the words between questions; a line without any is left out
     * @param hint beneath the question
     * @param reversed whether the highest point of a scale is the worst answer
     * @param offered answers that are offered, one in a line
     * @param min least number, as it was typed
     * @param max greatest one
     */
    public record Line(
            String id,
            Kind kind,
            String words,
            String hint,
            boolean required,
            boolean reversed,
            String offered,
            String min,
            String max) {
        /** A line that nobody has worded yet. */
        public static Line empty(Kind kind) {
            String offered = kind == Kind.SCALE ? "1 — совсем нет\n2\n3\n4\n5 — полностью" : "";
            return new Line("", kind, "", "", false, false, offered, "", "");
        }

        /** How many rows of a field hold what is offered, with room for one more. */
        public int rows() {
            return Math.max(offers().size() + 1, MIN_ROWS);
        }

        List<String> offers() {
            return offered.lines()
                    .map(String::strip)
                    .filter(one -> !one.isEmpty())
                    .toList();
        }

        boolean isLeftOut() {
            return kind != Kind.GAP && words.isBlank();
        }
    }

    /**
     * What is wrong with a draft.
     *
     * @param line where, counted from one among all lines; 0 for the questionnaire itself
     * @param code key of the text
     */
    public record Problem(int line, String code) {}

    /**
     * What goes from a question into the card of whoever answers.
     *
     * @param field of the card, as the form names it
     * @param words in the card for each answer that has some; empty where the answer goes there as it is
     */
    public record CardNote(String field, List<CardWord> words) {}

    /**
     * What stands in the card for an answer.
     *
     * @param answer as it is offered
     * @param word for a form of mentoring its id
     */
    public record CardWord(String answer, String word) {}

    /** What goes into the card, by the component of the question. */
    static Map<String, CardNote> cardNotes(JsonNode form) {
        Map<String, CardNote> notes = new HashMap<>();
        for (JsonNode part : form.path("components")) {
            String field = QuestionnaireReader.property(part, QuestionnaireReader.REGISTER);
            if (!field.isEmpty()) {
                Map<String, String> known = QuestionnaireReader.cardWords(part);
                List<CardWord> words = new ArrayList<>();
                part.path(VALUES).forEach(value -> {
                    String inCard = known.get(value.path("value").asText());
                    if (inCard != null) {
                        words.add(new CardWord(value.path("label").asText(), inCard));
                    }
                });
                notes.put(part.path("id").asText(), new CardNote(field, words));
            }
        }
        return notes;
    }

    static QuestionnaireDraft read(JsonNode form) {
        List<Line> lines = new ArrayList<>();
        JsonNode titled = titled(form);
        for (JsonNode part : form.path("components")) {
            if (part != titled) {
                lines.add(line(part));
            }
        }
        return new QuestionnaireDraft(
                QuestionnaireReader.property(titled, QuestionnaireReader.TITLE).strip(),
                titled.path("text").asText(),
                Questionnaire.Asks.of(QuestionnaireReader.property(titled, QuestionnaireReader.ASKS)),
                lines);
    }

    private static JsonNode titled(JsonNode form) {
        for (JsonNode part : form.path("components")) {
            if (!QuestionnaireReader.property(part, QuestionnaireReader.TITLE).isBlank()) {
                return part;
            }
        }
        throw new IllegalArgumentException("The form is no questionnaire");
    }

    private static Line line(JsonNode part) {
        Kind kind = kind(part);
        List<String> offered = new ArrayList<>();
        part.path(VALUES).forEach(value -> offered.add(value.path("label").asText()));
        return new Line(
                part.path("id").asText(),
                kind,
                part.path(kind == Kind.WORDS ? "text" : "label").asText(),
                part.path("description").asText(),
                part.path("validate").path("required").asBoolean(),
                QuestionnaireReader.property(part, "scale").equals("reversed"),
                String.join("\n", offered),
                part.path("validate").path("min").asText(),
                part.path("validate").path("max").asText());
    }

    private static Kind kind(JsonNode part) {
        return switch (part.path("type").asText()) {
            case "text" -> Kind.WORDS;
            case "textfield" -> Kind.LINE;
            case "textarea" -> Kind.TEXT;
            case "number" -> Kind.FIGURE;
            case "checklist" -> Kind.SEVERAL;
            case "radio", "select" ->
                QuestionnaireReader.property(part, "scale").isEmpty() ? Kind.ONE : Kind.SCALE;
            default -> Kind.GAP;
        };
    }

    /** What keeps it from being a questionnaire, in the order of the page. */
    public List<Problem> problems() {
        List<Problem> problems = new ArrayList<>();
        if (title.isBlank() || title.length() > MAX_TITLE) {
            problems.add(new Problem(0, "questionnaire.draft.title"));
        }
        if (intro.isBlank()) {
            problems.add(new Problem(0, "questionnaire.draft.intro"));
        }
        if (isComputed(intro)) {
            problems.add(new Problem(0, "questionnaire.draft.intro-sign"));
        }
        if (lines.size() > MAX_LINES) {
            problems.add(new Problem(0, "questionnaire.draft.many"));
        }
        if (lines.stream().noneMatch(line -> line.kind().isAsked() && !line.isLeftOut())) {
            problems.add(new Problem(0, "questionnaire.draft.empty"));
        }
        for (int i = 0; i < lines.size(); i++) {
            for (String code : problems(lines.get(i))) {
                problems.add(new Problem(i + 1, "questionnaire.draft." + code));
            }
        }
        return problems;
    }

    private static List<String> problems(Line line) {
        if (line.isLeftOut()) {
            return List.of();
        }
        List<String> offers = line.offers();
        boolean tooLong = line.kind() != Kind.WORDS
                && Stream.concat(Stream.of(line.words(), line.hint()), offers.stream())
                        .anyMatch(words -> words.length() > MAX_WORDS);
        boolean sign = Stream.concat(Stream.of(line.words(), line.hint()), offers.stream())
                .anyMatch(QuestionnaireDraft::isComputed);
        boolean few = line.kind().isOffered() && offers.size() < 2;
        boolean twice = line.kind().isOffered() && new HashSet<>(offers).size() < offers.size();
        boolean points = line.kind() == Kind.SCALE && offers.size() > MAX_POINTS;
        boolean figure = line.kind() == Kind.FIGURE
                && !isRange(line.min().strip(), line.max().strip());
        return Stream.of(
                        tooLong ? "long" : "",
                        sign ? "sign" : "",
                        few ? "few" : "",
                        twice ? "twice" : "",
                        points ? "points" : "",
                        figure ? "figure" : "")
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** Forms compute what looks so. */
    private static boolean isComputed(String words) {
        return words.startsWith("=") || words.contains("{{");
    }

    private static boolean isRange(String min, String max) {
        String whole = "-?\\d{1,9}";
        return min.matches(whole) && max.matches(whole) && Integer.parseInt(min) < Integer.parseInt(max);
    }

    /**
     * The form with these words. A line that comes from it keeps its key, and an answer that is offered keeps its value as long
     * as it is found again by its words, or by its place where as many are offered as before.
     *
     * @param base the form that was worded
     * @param key name of the file without the ending
     */
    ObjectNode write(JsonNode base, String key) {
        ObjectNode form = base.deepCopy();
        Map<String, ObjectNode> parts = new HashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (JsonNode part : form.path("components")) {
            parts.put(part.path("id").asText(), (ObjectNode) part);
            names.add(part.path("key").asText());
            names.add(part.path("id").asText());
        }
        ObjectNode titled = (ObjectNode) titled(form);
        titled.put("text", intro);
        titled.withObject("/properties").put(QuestionnaireReader.TITLE, title);
        if (asks != Questionnaire.Asks.ROW) {
            titled.withObject("/properties").put(QuestionnaireReader.ASKS, asks.id());
        }
        ArrayNode components = form.arrayNode().add(titled);
        for (Line line : lines) {
            if (!line.isLeftOut()) {
                ObjectNode part = parts.get(line.id());
                boolean known =
                        part != null && part != titled && kind(part) == line.kind() && parts.remove(line.id(), part);
                components.add(word(known ? part : fresh(form.objectNode(), line.kind(), names), line));
            }
        }
        for (int i = 0; i < components.size(); i++) {
            ((ObjectNode) components.get(i)).withObject("/layout").put("row", "Row_" + (i + 1));
        }
        form.put("id", key);
        form.set("components", components);
        return form;
    }

    private static ObjectNode fresh(ObjectNode part, Kind kind, Set<String> names) {
        int number = 1;
        while (names.contains("q" + number) || names.contains("Field_Q" + number)) {
            number++;
        }
        names.add("q" + number);
        part.put("type", kind.component).put("id", "Field_Q" + number);
        if (kind.isAsked()) {
            part.put("key", "q" + number);
        }
        return part;
    }

    private static ObjectNode word(ObjectNode part, Line line) {
        if (!line.kind().isAsked()) {
            return line.kind() == Kind.WORDS ? part.put("text", line.words()) : part;
        }
        part.put("label", line.words());
        if (line.hint().isBlank()) {
            part.remove("description");
        } else {
            part.put("description", line.hint());
        }
        ObjectNode validate = part.withObject("/validate");
        validate.put("required", line.required());
        if (line.kind() == Kind.FIGURE) {
            validate.put("min", Integer.parseInt(line.min().strip()));
            validate.put("max", Integer.parseInt(line.max().strip()));
        }
        if (line.kind() == Kind.SCALE) {
            part.withObject("/properties").put("scale", line.reversed() ? "reversed" : "direct");
        }
        if (line.kind().isOffered()) {
            part.set(VALUES, offered(part, line));
            if (line.kind() != Kind.SCALE && part.get("properties") instanceof ObjectNode properties) {
                Set<String> values = new HashSet<>();
                part.path(VALUES)
                        .forEach(value -> values.add(value.path("value").asText()));
                forget(properties, values);
            }
        }
        return part;
    }

    /**
     * What is said of answers that are not offered any more goes with them. Where the card has a word for none of those that are,
     * nothing is proposed for it.
     */
    private static void forget(ObjectNode properties, Set<String> values) {
        boolean hadWords =
                !properties.path(QuestionnaireReader.CARD_WORDS).asText().isBlank();
        forget(properties, QuestionnaireReader.CARD_WORDS, "; ", values);
        forget(properties, "helpAsked", ",", values);
        forget(properties, "overall", ",", values);
        if (hadWords && !properties.has(QuestionnaireReader.CARD_WORDS)) {
            properties.remove(QuestionnaireReader.REGISTER);
        }
    }

    private static void forget(ObjectNode properties, String name, String separator, Set<String> values) {
        List<String> said = Stream.of(properties.path(name).asText().split(separator.strip()))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
        List<String> kept = said.stream()
                .filter(part -> values.contains(part.split("=", 2)[0].strip()))
                .toList();
        if (kept.isEmpty()) {
            properties.remove(name);
        } else if (kept.size() < said.size()) {
            properties.put(name, String.join(separator, kept));
        }
    }

    private static ArrayNode offered(ObjectNode part, Line line) {
        List<String> offers = line.offers();
        List<String> values = line.kind() == Kind.SCALE ? points(part, offers.size()) : values(part, offers);
        ArrayNode offered = part.arrayNode();
        for (int i = 0; i < offers.size(); i++) {
            offered.addObject().put("label", offers.get(i)).put("value", values.get(i));
        }
        return offered;
    }

    /** Points follow each other from where they began. */
    private static List<String> points(ObjectNode part, int count) {
        int first = part.path(VALUES).path(0).path("value").asInt(1);
        return Stream.iterate(first, point -> point + 1)
                .limit(count)
                .map(String::valueOf)
                .toList();
    }

    private static List<String> values(ObjectNode part, List<String> offers) {
        List<String> before = new ArrayList<>();
        Map<String, String> byLabel = new HashMap<>();
        part.path(VALUES).forEach(value -> {
            before.add(value.path("value").asText());
            byLabel.putIfAbsent(
                    value.path("label").asText(), value.path("value").asText());
        });
        Set<String> taken = new HashSet<>(before);
        Set<String> kept = new HashSet<>();
        offers.forEach(label -> kept.add(byLabel.get(label)));
        List<String> values = new ArrayList<>();
        offers.forEach(label -> values.add(byLabel.get(label)));
        for (int i = 0; i < offers.size(); i++) {
            if (values.get(i) == null && before.size() == offers.size() && !kept.contains(before.get(i))) {
                values.set(i, before.get(i));
            }
        }
        reword(values, before);
        for (int i = 0; i < offers.size(); i++) {
            String value = values.get(i);
            for (int number = 1; value == null; number++) {
                value = taken.add("o" + number) ? "o" + number : null;
            }
            values.set(i, value);
        }
        return values;
    }

    /** Between two answers that are known as many others have got other words as stood there before. */
    private static void reword(List<String> values, List<String> before) {
        int from = 0;
        for (int to = 0; to <= values.size(); to++) {
            if (to < values.size() && values.get(to) == null) {
                continue;
            }
            int above = from == 0 ? -1 : before.indexOf(values.get(from - 1));
            int below = to == values.size() ? before.size() : before.indexOf(values.get(to));
            if (below - above - 1 == to - from) {
                List<String> between = before.subList(above + 1, below);
                if (between.stream().noneMatch(values::contains)) {
                    for (int i = from; i < to; i++) {
                        values.set(i, between.get(i - from));
                    }
                }
            }
            from = to + 1;
        }
    }

    /** The same with a line more at its end. */
    public QuestionnaireDraft with(Line line) {
        List<Line> more = new ArrayList<>(lines);
        more.add(line);
        return new QuestionnaireDraft(title, intro, asks, more);
    }

    /** The same with two neighbours exchanged; the same where there is no such place. */
    public QuestionnaireDraft withMoved(int from, int to) {
        if (from < 0 || to < 0 || from >= lines.size() || to >= lines.size()) {
            return this;
        }
        List<Line> moved = new ArrayList<>(lines);
        moved.add(to, moved.remove(from));
        return new QuestionnaireDraft(title, intro, asks, moved);
    }

    /** The same under another title. */
    QuestionnaireDraft titled(String other, Questionnaire.Asks whom) {
        return new QuestionnaireDraft(other, intro, whom, lines);
    }
}
