package org.mentoringroadmap.document.content;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.document.DocumentStamps;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.OrderTerm;
import org.mentoringroadmap.roadmap.PaperColumn;
import org.mentoringroadmap.roadmap.PaperColumn.Kind;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapCalendar;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.roadmap.RoadmapPaper;
import org.mentoringroadmap.roadmap.Stage;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.Schools;
import org.springframework.stereotype.Component;

/** Reads from the deployed models what documents print, so that paper and process cannot disagree. */
@Component
class ProgrammeRoadmap {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /** The number of a part of a row, {@code 1.5а}. */
    private static final Pattern PART = Pattern.compile(".*\\d[а-я]");

    /** The block that publishes. */
    private static final String PUBLICATION = "publication";

    /** A table that prints the numbers of its rows in a column of their own. */
    private static final List<PaperColumn> NUMBERED = List.of(new PaperColumn(Kind.NUMBER, "", ""));

    /** How much room the columns take beside each other. */
    private static final Map<Kind, Integer> WIDTHS = Map.of(
            Kind.STAGE_NUMBER, 4,
            Kind.NUMBER, 8,
            Kind.STAGE, 16,
            Kind.BLOCK, 19,
            Kind.CONTENT, 33,
            Kind.TERM, 14,
            Kind.RESPONSIBLE, 17,
            Kind.RESULT, 22,
            Kind.OWN, 17);

    private static final int FEW_COLUMNS = 3;

    /** Addresses of the web are longer, and no column holds them. */
    private static final int MAX_WORD = 20;

    private final Editions editions;
    private final Terms terms;
    private final ActivityOutcomes outcomes;
    private final Schools schools;
    private final DocumentTexts texts;
    private final RoleTitles titles;

    ProgrammeRoadmap(
            Editions editions,
            Terms terms,
            ActivityOutcomes outcomes,
            Schools schools,
            RoleTitles titles,
            DocumentTexts texts) {
        this.editions = editions;
        this.terms = terms;
        this.outcomes = outcomes;
        this.schools = schools;
        this.texts = texts;
        this.titles = titles;
    }

    /**
     * What the paper prints: {@code rows}, {@code columns} (empty for those of the template), {@code sections} behind that
     * table, each with {@code heading}, {@code columns} and {@code rows}, and {@code paper} with the head.
     */
    Map<String, Object> content(Programme programme, DocumentStamps stamps) {
        Roadmap roadmap = roadmap(programme);
        Rows rows = rowsOf(programme);
        List<Map<String, Object>> sections = rows.stages().stream()
                .filter(stage -> !stage.table().isEmpty())
                .map(stage -> section(heading(stage, programme), stage.table(), rows.of(stage, stage.table())))
                .filter(section -> !((List<?>) section.get("rows")).isEmpty())
                .toList();
        List<Map<String, Object>> printed = rows(programme);
        return Map.of(
                "rows",
                printed,
                "columns",
                columns(roadmap.paper().columns(), printed),
                "sections",
                sections,
                "paper",
                head(programme, roadmap.paper(), stamps));
    }

    /**
     * What the paper says about telling of the programme: {@code rows} and {@code columns} of the section that has a table
     * for it, else the rows that publish, in columns of the template.
     */
    Map<String, Object> publications(Programme programme) {
        Rows rows = rowsOf(programme);
        return rows.stages().stream()
                .filter(stage -> !stage.table().isEmpty())
                .filter(stage -> stage.activities().stream().anyMatch(ProgrammeRoadmap::publishes))
                .findFirst()
                .map(stage -> {
                    List<Map<String, Object>> printed = rows.of(stage, stage.table());
                    return Map.<String, Object>of("rows", printed, "columns", columns(stage.table(), printed));
                })
                .orElseGet(() -> Map.of(
                        "rows",
                        rows.stages().stream()
                                .flatMap(stage -> rows.of(stage, ProgrammeRoadmap::publishes, NUMBERED).stream())
                                .toList()));
    }

    private static boolean publishes(RoadmapActivity activity) {
        return PUBLICATION.equals(activity.calledElement());
    }

    private static Map<String, Object> section(
            String heading, List<PaperColumn> columns, List<Map<String, Object>> rows) {
        return CommonContent.values("heading", heading, "columns", columns(columns, rows), "rows", rows);
    }

    private static List<Map<String, Object>> columns(List<PaperColumn> columns, List<Map<String, Object>> rows) {
        return columns.stream()
                .map(column -> CommonContent.values(
                        "key",
                        key(column),
                        "title",
                        column.heading(),
                        "width",
                        width(column.kind(), columns.size()),
                        "word",
                        longestWord(column, rows)))
                .toList();
    }

    /**
     * Letters of the longest word in a column, of which the bold ones of the heading take more room; what a hyphen or a stroke
     * divides may be torn there.
     */
    private static int longestWord(PaperColumn column, List<Map<String, Object>> rows) {
        int ofHeading = longestWord(Stream.of(column.heading()));
        int ofRows = longestWord(rows.stream().map(row -> Objects.toString(row.get(key(column)), "")));
        return Math.max(ofHeading == 0 ? 0 : ofHeading + 1, ofRows);
    }

    private static int longestWord(Stream<String> texts) {
        return texts.flatMap(text -> Arrays.stream(text.split("[\\s/–-]+")))
                .mapToInt(String::length)
                .filter(length -> length <= MAX_WORD)
                .max()
                .orElse(0);
    }

    /** Beside one or two columns that of the numbers would get more room than numbers need. */
    private static int width(Kind kind, int columns) {
        int width = WIDTHS.get(kind);
        return kind == Kind.NUMBER && columns <= FEW_COLUMNS ? width / 2 : width;
    }

    /**
     * The rows of the paper table, an activity at each of its numbers. Where the table has no column for the stages, each
     * stage is a row of its own above its activities. Stages with a table of their own are not among them.
     */
    List<Map<String, Object>> rows(Programme programme) {
        Rows rows = rowsOf(programme);
        List<PaperColumn> columns = roadmap(programme).paper().columns();
        boolean stagesAsRows = !columns.isEmpty() && !has(columns, Kind.STAGE);
        List<Map<String, Object>> printed = new ArrayList<>();
        for (Stage stage : rows.stages()) {
            List<Map<String, Object>> found = stage.table().isEmpty() ? rows.of(stage, columns) : List.of();
            if (stagesAsRows && !found.isEmpty()) {
                printed.add(sectionRow(heading(stage, programme), columns));
            }
            printed.addAll(found);
        }
        return printed;
    }

    private Rows rowsOf(Programme programme) {
        Map<String, ActivityRecord> recorded = outcomes.of(programme.id()).stream()
                .collect(Collectors.toMap(ActivityRecord::activityKey, Function.identity()));
        Map<String, Stage> removed = removed(programme, recorded.keySet());
        List<Stage> stages = new ArrayList<>(roadmap(programme).stages());
        removed.values().stream()
                .filter(stage -> roadmap(programme).processes().noneMatch(stage.processId()::equals))
                .forEach(stages::add);
        return new Rows(programme, stages, removed, recorded, terms.of(programme.id()), wholes(stages));
    }

    /** All that the rows of a programme are printed from, read once. */
    private final class Rows {
        private final Programme programme;
        private final List<Stage> stages;
        private final Map<String, Stage> removed;
        private final Map<String, ActivityRecord> recorded;
        private final Map<String, MovedTerm> moved;
        private final Map<String, String> wholes;

        Rows(
                Programme programme,
                List<Stage> stages,
                Map<String, Stage> removed,
                Map<String, ActivityRecord> recorded,
                Map<String, MovedTerm> moved,
                Map<String, String> wholes) {
            this.programme = programme;
            this.stages = stages;
            this.removed = removed;
            this.recorded = recorded;
            this.moved = moved;
            this.wholes = wholes;
        }

        List<Stage> stages() {
            return stages;
        }

        List<Map<String, Object>> of(Stage stage, List<PaperColumn> columns) {
            return of(stage, activity -> true, columns);
        }

        List<Map<String, Object>> of(Stage stage, Predicate<RoadmapActivity> which, List<PaperColumn> columns) {
            return withRemoved(stage, removed.get(stage.anchor())).stream()
                    .filter(RoadmapActivity::isPrinted)
                    .filter(which)
                    .map(activity -> printed(stage, activity, columns))
                    .toList();
        }

        private Map<String, Object> printed(Stage stage, RoadmapActivity activity, List<PaperColumn> columns) {
            Map<String, Object> row = row(
                    programme,
                    stage,
                    activity,
                    wholes.getOrDefault(activity.printedItem(), activity.printedItem()),
                    columns,
                    term(activity, programme, moved.get(activity.key())));
            boolean gone = removed.values().stream()
                    .flatMap(other -> other.activities().stream())
                    .anyMatch(other -> other.key().equals(activity.key()));
            if (gone) {
                row.put("content", removed((String) row.get("content"), recorded.get(activity.key())));
            }
            return row;
        }
    }

    private static boolean has(List<PaperColumn> columns, Kind kind) {
        return columns.stream().anyMatch(column -> column.kind() == kind);
    }

    /** Numbers of rows that stand for all their parts, {@code 1.5} for {@code 1.5а}: the paper has no row for the others. */
    private static Map<String, String> wholes(List<Stage> stages) {
        Map<String, List<RoadmapActivity>> parts = stages.stream()
                .flatMap(stage -> stage.rows().stream())
                .filter(row -> PART.matcher(row.printedItem()).matches())
                .collect(Collectors.groupingBy(row -> whole(row.printedItem())));
        Map<String, String> wholes = new HashMap<>();
        parts.forEach((whole, rows) -> {
            List<RoadmapActivity> printed =
                    rows.stream().filter(RoadmapActivity::isPrinted).toList();
            if (rows.size() > 1 && printed.size() == 1) {
                wholes.put(printed.get(0).printedItem(), whole);
            }
        });
        return wholes;
    }

    private static String whole(String part) {
        return part.substring(0, part.length() - 1);
    }

    /** What was taken out of the running year and has an outcome, by the anchor of its stage; the rest never began. */
    private Map<String, Stage> removed(Programme programme, Set<String> recorded) {
        return editions.removed(programme).stream()
                .map(stage -> stage.with(stage.activities().stream()
                        .filter(activity -> recorded.contains(activity.key()))
                        .toList()))
                .filter(stage -> !stage.activities().isEmpty())
                .collect(Collectors.toMap(Stage::anchor, Function.identity(), Stage::plus, LinkedHashMap::new));
    }

    private static List<RoadmapActivity> withRemoved(Stage stage, Stage removed) {
        if (removed == null || removed == stage) {
            return stage.rows();
        }
        return Stream.concat(stage.rows().stream(), removed.activities().stream())
                .sorted(Comparator.comparing(RoadmapActivity::item, RoadmapItems.order()))
                .toList();
    }

    /** As the pages mark it, with how it ended: «(исключено из карты; выполнено 12.03.2026)». */
    private String removed(String content, ActivityRecord record) {
        String outcome = texts.text("outcome." + record.outcome().id()).toLowerCase(RUSSIAN);
        String date = record.date().map(texts::shortDate).map(" "::concat).orElse("");
        String number = record.number().map(" № "::concat).orElse("");
        return texts.text("document.roadmap.removed", content, texts.text("overview.removed"), outcome + date + number);
    }

    /** The stamps above it: where the model has its own words for the head's, no order stands there. */
    DocumentStamps stamps(Programme programme, DocumentStamps said) {
        RoadmapPaper paper = roadmap(programme).paper();
        return new DocumentStamps(said.acceptedBy(), said.agreedWith(), said.byOrder() && paper.approval() == null);
    }

    /** The terms that orders name: «до 31 августа 2025 г.»; blank where the roadmap has no such activity. */
    Map<String, Object> terms(Programme programme) {
        Roadmap roadmap = roadmap(programme);
        Map<String, Object> values = new HashMap<>();
        for (OrderTerm place : OrderTerm.values()) {
            values.put(place.id(), until(roadmap, programme, activity -> activity.orderTerm() == place));
        }
        values.put("report", report(roadmap, programme));
        return values;
    }

    /** When the year is over: what the paper leaves for the next school year does not keep its report back. */
    private String report(Roadmap roadmap, Programme programme) {
        LocalDate last = programme.schoolYear().lastDay();
        List<LocalDateTime> ends = ends(roadmap, programme, activity -> true);
        return until(ends.stream()
                .filter(end -> !end.toLocalDate().isAfter(last))
                .max(Comparator.naturalOrder())
                .or(() -> ends.stream().max(Comparator.naturalOrder())));
    }

    /** The item of the roadmap that asks for a kind of document; empty where none does. */
    Optional<String> itemOf(Programme programme, DocumentType type) {
        return roadmap(programme)
                .activities()
                .filter(activity -> type.id().equals(activity.constants().get("documentType")))
                .map(RoadmapActivity::item)
                .findFirst();
    }

    /** Title of the roadmap. */
    String title(Programme programme) {
        return roadmap(programme).title();
    }

    /** What the orders of the programme stand on; empty where the roadmap does not say it. */
    String ground(Programme programme) {
        return named(roadmap(programme).ground(), programme);
    }

    /** Whether teachers alone take part. */
    boolean isOfTeachers(Programme programme) {
        return roadmap(programme).isOfTeachers();
    }

    /** Whether pupils alone take part. */
    boolean isOfPupils(Programme programme) {
        return roadmap(programme).isOfPupils();
    }

    private Roadmap roadmap(Programme programme) {
        return editions.roadmap(programme);
    }

    /**
     * The term as the paper says it; a moved one is marked: until when, since when, and why. One that is empty on paper
     * stays so until it is moved.
     */
    private String term(RoadmapActivity activity, Programme programme, MovedTerm moved) {
        if (moved != null) {
            return texts.text(
                    "document.term.moved",
                    texts.shortDate(moved.due()),
                    texts.shortDate(moved.plannedDue()),
                    moved.reason());
        }
        String term = activity.printedTerm(programme.schoolYear());
        return term == null ? null : named(term, programme);
    }

    /** Where no column prints the numbers of the rows, they stand before the text. */
    private Map<String, Object> row(
            Programme programme,
            Stage stage,
            RoadmapActivity activity,
            String number,
            List<PaperColumn> columns,
            String term) {
        String content = named(activity.printedContent(), programme);
        String text = has(columns, Kind.NUMBER) ? content : texts.text("document.roadmap.item", number, content);
        String block = isHome(stage, activity) ? activity.blockTitle() : "";
        Map<String, Object> row = CommonContent.values(
                "section",
                null,
                "number",
                stage.number(),
                "item",
                number,
                "stage",
                named(stage.printed(), programme),
                "block",
                block,
                "content",
                text,
                "term",
                term,
                "responsible",
                named(responsible(programme.schoolId(), activity), programme),
                "result",
                named(activity.result(), programme));
        for (PaperColumn column : columns) {
            if (column.kind() == Kind.OWN) {
                row.put(
                        key(column),
                        Optional.ofNullable(activity.cells().get(column.name()))
                                .map(cell -> named(cell, programme))
                                .orElse(null));
            }
        }
        return row;
    }

    /** Whether the stage runs the row; where another only repeats it, the name of its block would be a foreign word. */
    private static boolean isHome(Stage stage, RoadmapActivity activity) {
        return activity.processId().equals(stage.processId());
    }

    private String heading(Stage stage, Programme programme) {
        return stage.heading(named(stage.printed(), programme));
    }

    private static Map<String, Object> sectionRow(String heading, List<PaperColumn> columns) {
        Map<String, Object> row = new HashMap<>();
        List.of("number", "item", "stage", "block", "content", "term", "responsible", "result")
                .forEach(key -> row.put(key, null));
        columns.forEach(column -> row.put(key(column), null));
        row.put("section", heading);
        return row;
    }

    private static String key(PaperColumn column) {
        return switch (column.kind()) {
            case STAGE_NUMBER -> "number";
            case NUMBER -> "item";
            case OWN -> "own-" + Integer.toHexString(column.name().hashCode());
            default -> column.kind().code();
        };
    }

    /**
     * What the paper calls itself, without school and year, as an order that approves it names it: «План мероприятий (дорожная
     * карта) по внедрению целевой модели наставничества»; empty where its model leaves that to us.
     */
    Optional<String> paperTitle(Programme programme) {
        RoadmapPaper paper = roadmap(programme).paper();
        if (paper.title() == null) {
            return Optional.empty();
        }
        String lines = paper.lines() == null ? "" : " " + paper.lines().replaceAll("\\s*[;\\n]\\s*", " ");
        String ours = Pattern.quote(texts.text("document.roadmap.school")) + "|"
                + Pattern.quote(texts.text("document.roadmap.year"));
        return Optional.of((paper.title().replaceAll("[«»]", "") + lines)
                .replaceFirst("\\s+(\\p{L}{1,2}\\s+)?(" + ours + ").*", "")
                .strip());
    }

    /** The head: what the model leaves out is as usual. */
    private Map<String, Object> head(Programme programme, RoadmapPaper paper, DocumentStamps stamps) {
        return CommonContent.values(
                "title", paper.title() == null ? texts.text("document.roadmap.title") : named(paper.title(), programme),
                "usual", paper.lines() == null,
                "lines", paper.lines() == null ? List.of() : lines(named(paper.lines(), programme)),
                "accepted",
                        paper.acceptance() == null
                                ? stamps.acceptedBy() != null
                                : !paper.acceptance().isEmpty(),
                "acceptance",
                        paper.acceptance() == null ? stamps.acceptedBy() : rest(named(paper.acceptance(), programme)),
                "acceptanceWord",
                        paper.acceptance() == null
                                ? texts.text("document.roadmap.acceptance-word")
                                : word(paper.acceptance()),
                "approved",
                        paper.approval() == null
                                ? !stamps.byOrder()
                                : !paper.approval().isEmpty(),
                "approvalWord",
                        paper.approval() == null
                                ? texts.text("document.roadmap.approval-word")
                                : word(paper.approval()),
                "approval", paper.approval() == null ? null : rest(named(paper.approval(), programme)),
                "heading", paper.heading().isEmpty() ? null : named(paper.heading(), programme));
    }

    /** Models name no year and no school: «{год}» and «{школа}» stand for them. */
    private String named(String text, Programme programme) {
        String year = texts.text("document.roadmap.year");
        String school = texts.text("document.roadmap.school");
        String named = text.replace(year, programme.schoolYear().text().replace('-', '–'));
        return named.contains(school)
                ? named.replace(
                        school, schools.get(programme.schoolId()).requisites().shortName())
                : named;
    }

    private static List<Map<String, Object>> lines(String text) {
        return Arrays.stream(text.split("[;\\n]"))
                .filter(line -> !line.isBlank())
                .map(line -> CommonContent.values("text", line.strip()))
                .toList();
    }

    /** A mark is a word in capitals and what it says: «ПРИНЯТО на педагогическом совете». */
    private static String word(String mark) {
        return mark.split("\\s+", 2)[0];
    }

    private static String rest(String mark) {
        String[] parts = mark.split("\\s+", 2);
        return parts.length == 1 ? null : parts[1];
    }

    /** Whom the paper names: the titles of the roles, unless the model has other words. */
    private String responsible(String schoolId, RoadmapActivity activity) {
        return activity.printedResponsible() != null
                ? activity.printedResponsible()
                : titles.of(schoolId, activity.responsible());
    }

    private String until(Roadmap roadmap, Programme programme, Predicate<RoadmapActivity> which) {
        return until(ends(roadmap, programme, which).stream().max(Comparator.naturalOrder()));
    }

    private List<LocalDateTime> ends(Roadmap roadmap, Programme programme, Predicate<RoadmapActivity> which) {
        Map<String, MovedTerm> moved = terms.of(programme.id());
        RoadmapCalendar calendar = terms.calendar(programme);
        return roadmap.activities()
                .filter(which)
                .map(activity -> moved.containsKey(activity.key())
                        ? moved.get(activity.key()).dueAt()
                        : calendar.due(activity))
                .toList();
    }

    private String until(Optional<LocalDateTime> end) {
        return end.map(day -> texts.text("document.until", texts.date(day.toLocalDate())))
                .orElse(null);
    }
}
