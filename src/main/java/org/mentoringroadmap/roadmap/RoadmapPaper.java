package org.mentoringroadmap.roadmap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How the document of a roadmap looks, as its master says it; what the master leaves out looks as it always did.
 *
 * @param title kind of the document in its head, such as «Дорожная карта»; null for the usual one
 * @param lines what stands below; null for the usual lines, which name the programme, the year and the school
 * @param acceptance mark of the council at the left, such as «ПРИНЯТО на педагогическом совете»; null for the usual one, empty for none
 * @param approval mark of the head at the right, such as «УТВЕРЖДЕНО»; null for the usual one, empty for none
 * @param heading what stands above the table; empty for nothing
 * @param columns the columns in their order; empty for those of the template
 */
public record RoadmapPaper(
        String title, String lines, String acceptance, String approval, String heading, List<PaperColumn> columns) {
    /** Most columns that a sheet can hold. */
    public static final int MAX_COLUMNS = 10;

    private static final String CELL_END = "[;\\n]";

    /** «P2. Нормативные основы», «IV = Мониторинг»: the number, then the title. */
    private static final Pattern SECTION =
            Pattern.compile("([\\p{L}\\d]+(?:\\.[\\p{L}\\d]+)*)(?:[.)]?\\s*=\\s*|[.)]?\\s+)(\\S.*)");

    /** A part of a text that is for one number of the row. */
    private static final Pattern OF_NUMBER = Pattern.compile("(?:^|[;\\n])\\s*([^\\s;=]+)\\s*=");

    /** Words in braces, or braces that are not a pair; what the engine computes is found to be left out. */
    private static final Pattern BRACES = Pattern.compile("[$#]\\{[^{}]*}|\\{+[^{}]*}+|\\{+[^{}\\s]*|}+");

    private static final String COMPUTED = "[$#].*";

    /** A word in braces that is unknown on the paper, in the text of another document, or where none is known. */
    private static final String ON_PAPER = "place";

    private static final String IN_A_DOCUMENT = "document-place";
    private static final String NOWHERE = "no-place";

    private static final List<String> OF_THE_DOCUMENT = List.of(
            ModelProperties.TITLE,
            ModelProperties.SUBTITLE,
            ModelProperties.HEADING,
            ModelProperties.GROUND,
            ModelProperties.ACCEPTANCE,
            ModelProperties.APPROVAL,
            ModelProperties.SECTIONS,
            ModelProperties.PRINTED);

    private static final List<String> AS_IT_STANDS_IN_THE_DOCUMENT =
            List.of(ModelProperties.COLUMNS, ModelProperties.TABLE, ModelProperties.STAGE_WORD);

    private static final List<String> OF_A_ROW = List.of(
            ModelProperties.PRINTED,
            ModelProperties.PRINTED_TERM,
            ModelProperties.PRINTED_RESPONSIBLE,
            ModelProperties.RESULT,
            ModelProperties.DOCUMENT_KIND,
            ModelProperties.CO_EXECUTORS,
            ModelProperties.CELLS);

    private static final List<String> AS_IT_STANDS_IN_A_ROW = List.of(
            ModelProperties.DOCUMENT_TITLE,
            ModelProperties.APPENDICES,
            ModelProperties.DOCUMENT_ACCEPTANCE,
            ModelProperties.EVENT_KIND_NAME,
            ModelProperties.INDICATORS);

    /** Columns that a row fills by a field of their own. */
    static final Map<String, String> COLUMNS_OF_FIELDS = Map.of(
            ModelProperties.DOCUMENT_KIND, Messages.text("paper.cell.document-kind"),
            ModelProperties.CO_EXECUTORS, Messages.text("paper.cell.co-executors"));

    /** Where a row says what stands in a column that is not of the school's own; of the others the drawing says it. */
    private static final Map<PaperColumn.Kind, String> FIELDS_OF_COLUMNS = Map.of(
            PaperColumn.Kind.NUMBER, ModelProperties.ITEM,
            PaperColumn.Kind.CONTENT, ModelProperties.PRINTED,
            PaperColumn.Kind.TERM, ModelProperties.DUE,
            PaperColumn.Kind.RESPONSIBLE, ModelProperties.RESPONSIBLE,
            PaperColumn.Kind.RESULT, ModelProperties.RESULT);

    /** A roadmap that says nothing about its document. */
    public static final RoadmapPaper USUAL = new RoadmapPaper(null, null, null, null, "", List.of());

    public RoadmapPaper {
        columns = List.copyOf(columns);
    }

    static RoadmapPaper of(Map<String, String> properties) {
        return new RoadmapPaper(
                orNothing(properties.get(ModelProperties.TITLE)),
                orNothing(ModelProperties.lines(properties.get(ModelProperties.SUBTITLE))),
                orNothing(properties.get(ModelProperties.ACCEPTANCE)),
                orNothing(properties.get(ModelProperties.APPROVAL)),
                properties.getOrDefault(ModelProperties.HEADING, ""),
                PaperColumn.list(properties.get(ModelProperties.COLUMNS)));
    }

    /**
     * What is wrong with what a master says about its document.
     *
     * @param code which of the rule's wordings says it
     * @param text what stands there
     * @param field property in which it stands
     */
    public record Problem(String code, String text, String field) {}

    /**
     * A section that only repeats rows of stages.
     *
     * @param number as it is printed
     */
    public record Section(String number, String title) {}

    /** Such sections of a master in the order in which it lists them; what has no number is none. */
    public static List<Section> sections(Map<String, String> properties) {
        return sectionLines(properties).flatMap(line -> section(line).stream()).toList();
    }

    private static Optional<Section> section(String line) {
        Matcher found = SECTION.matcher(line);
        return found.matches() && RoadmapItems.isStage(found.group(1))
                ? Optional.of(new Section(RoadmapItems.printed(found.group(1)), found.group(2)))
                : Optional.empty();
    }

    private static Stream<String> sectionLines(Map<String, String> properties) {
        return Arrays.stream(
                        properties.getOrDefault(ModelProperties.SECTIONS, "").split(CELL_END))
                .map(String::strip)
                .filter(line -> !line.isEmpty());
    }

    /** The first thing that is wrong with the properties of a master or a stage; empty where nothing is. */
    public static Optional<Problem> problem(Map<String, String> properties) {
        return Stream.of(
                        Stream.of(ModelProperties.COLUMNS, ModelProperties.TABLE)
                                .filter(properties::containsKey)
                                .flatMap(field -> problem(field, properties.get(field)).stream()),
                        sectionLines(properties)
                                .filter(line -> section(line).isEmpty())
                                .map(line -> new Problem("section", line, ModelProperties.SECTIONS)),
                        unknownPlaces(properties, OF_THE_DOCUMENT, ON_PAPER),
                        unknownPlaces(properties, AS_IT_STANDS_IN_THE_DOCUMENT, NOWHERE))
                .flatMap(Function.identity())
                .findFirst();
    }

    /**
     * The first thing that is wrong with the words that a row has for the paper; empty where nothing is.
     *
     * @param items numbers of the row
     */
    public static Optional<Problem> problemOfRow(Map<String, String> properties, List<String> items) {
        return Stream.of(
                        Stream.of(
                                        ModelProperties.PRINTED,
                                        ModelProperties.PRINTED_TERM,
                                        ModelProperties.PRINTED_RESPONSIBLE)
                                .filter(properties::containsKey)
                                .flatMap(field -> Stream.concat(
                                        strayNumbers(field, properties.get(field), items),
                                        doubledNumbers(field, properties.get(field), items))),
                        unknownPlaces(properties, OF_A_ROW, ON_PAPER),
                        unknownPlaces(properties, List.of(ModelProperties.DOCUMENT_ITEMS), IN_A_DOCUMENT),
                        unknownPlaces(properties, AS_IT_STANDS_IN_A_ROW, NOWHERE))
                .flatMap(Function.identity())
                .findFirst();
    }

    /** Of two texts for one number only the last would be printed. */
    private static Stream<Problem> doubledNumbers(String field, String text, List<String> items) {
        Set<String> seen = new HashSet<>();
        return OF_NUMBER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(number -> items.contains(number) && !seen.add(number))
                .map(number -> new Problem("number-twice", number, field));
    }

    /** What is meant for a number that the row does not have would be printed for all that it has. */
    private static Stream<Problem> strayNumbers(String field, String text, List<String> items) {
        return OF_NUMBER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(number -> number.matches(".*\\d.*|[IVX]+") && RoadmapItems.isWellFormed(number))
                .filter(number -> !items.contains(number))
                .map(number -> new Problem("number", number, field));
    }

    /** What is wrong with the name of a row or a stage, which the paper prints with the school and the year put in. */
    public static Optional<Problem> problemOfName(String name) {
        return unknownPlaces(Messages.text("paper.name"), name, ON_PAPER).findFirst();
    }

    /** The same for the name of a roadmap or of a sub-process around rows, which is printed as it stands. */
    public static Optional<Problem> problemOfPlainName(String name) {
        return unknownPlaces(Messages.text("paper.name"), name, NOWHERE).findFirst();
    }

    private static Stream<Problem> unknownPlaces(Map<String, String> properties, List<String> fields, String kind) {
        return fields.stream()
                .filter(properties::containsKey)
                .flatMap(field -> unknownPlaces(field, properties.get(field), kind));
    }

    /** The paper would print them as they stand. */
    private static Stream<Problem> unknownPlaces(String field, String text, String kind) {
        return BRACES.matcher(text == null ? "" : text)
                .results()
                .map(MatchResult::group)
                .filter(place -> !place.matches(COMPUTED) && !place.matches(Messages.raw("known." + kind)))
                .map(place -> new Problem(kind, place, field));
    }

    private static Optional<Problem> problem(String field, String text) {
        List<PaperColumn> columns = PaperColumn.list(text);
        if (columns.size() > MAX_COLUMNS) {
            return Optional.of(new Problem("many", String.valueOf(columns.size()), field));
        }
        Set<List<String>> seen = new HashSet<>();
        for (PaperColumn column : columns) {
            if (!seen.add(List.of(column.kind().name(), column.name()))) {
                return Optional.of(new Problem("twice", column.heading(), field));
            }
        }
        return columns.isEmpty() || columns.stream().anyMatch(column -> column.kind() == PaperColumn.Kind.CONTENT)
                ? Optional.empty()
                : Optional.of(new Problem("content", text, field));
    }

    /**
     * The first thing that is wrong with what a row says for columns of the school's own; empty where nothing is.
     *
     * @param row what it says, such as «Место = актовый зал; Бюджет = 0 руб.» for cells
     * @param columns what is said about the columns of each table in which the row stands
     */
    public static Optional<Problem> problem(Map<String, String> row, Collection<String> columns) {
        Set<String> printed = columns.stream()
                .flatMap(list -> PaperColumn.list(list).stream())
                .map(PaperColumn::name)
                .collect(Collectors.toSet());
        Set<String> filled = new HashSet<>();
        List<Problem> problems = new ArrayList<>();
        COLUMNS_OF_FIELDS.forEach((field, column) -> {
            if (row.containsKey(field)) {
                filled.add(column);
                if (!printed.contains(column)) {
                    problems.add(new Problem("column", column, field));
                }
            }
        });
        Arrays.stream(row.getOrDefault(ModelProperties.CELLS, "").split(CELL_END))
                .map(String::strip)
                .filter(cell -> !cell.isEmpty())
                .forEach(cell -> problemOfCell(cell, printed, filled).ifPresent(problems::add));
        return problems.stream().findFirst();
    }

    /** @param filled columns for which the row has said something already; that of the cell is added */
    private static Optional<Problem> problemOfCell(String cell, Set<String> printed, Set<String> filled) {
        if (cell.indexOf('=') < 1) {
            return Optional.of(new Problem("cell-form", cell, ModelProperties.CELLS));
        }
        String name = cell.split("=", 2)[0].strip();
        PaperColumn column = PaperColumn.list(name).get(0);
        if (column.kind() != PaperColumn.Kind.OWN) {
            return Optional.of(
                    FIELDS_OF_COLUMNS.containsKey(column.kind())
                            ? new Problem("cell-field", name, FIELDS_OF_COLUMNS.get(column.kind()))
                            : new Problem("cell-drawn", name, ModelProperties.CELLS));
        }
        if (!printed.contains(column.name())) {
            return Optional.of(new Problem("cell", name, ModelProperties.CELLS));
        }
        return filled.add(column.name())
                ? Optional.empty()
                : Optional.of(new Problem("cell-twice", name, ModelProperties.CELLS));
    }

    /** Whether a text says that the paper has nothing there. */
    public static boolean isNothing(String text) {
        return text.matches(Messages.raw("paper.nothing"));
    }

    /** «нет» is how a model says that the paper has nothing there; what is left out is null. */
    static String orNothing(String text) {
        return text != null && isNothing(text) ? "" : text;
    }

    /** Reads pairs such as «Место = актовый зал; Бюджет = 0 руб.», names as {@link PaperColumn#key} has them. */
    static Map<String, String> cells(String text) {
        return text == null
                ? Map.of()
                : Arrays.stream(text.split(CELL_END))
                        .map(pair -> pair.split("=", 2))
                        .filter(pair -> pair.length == 2 && !pair[1].isBlank())
                        .collect(Collectors.toMap(
                                pair -> PaperColumn.key(pair[0]),
                                pair -> pair[1].strip(),
                                (first, second) -> second,
                                LinkedHashMap::new));
    }
}
