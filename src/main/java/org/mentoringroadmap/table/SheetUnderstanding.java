package org.mentoringroadmap.table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a file is understood: which sheets and rows hold the list, where its header is, what each column is, what a row of one
 * text or the name of a sheet says of the rows under it, and what is left out and why. Made of the tables as they are and of
 * what the person has chosen; whoever reads the list sees clean rows only.
 *
 * @param sheets all sheets of the file
 * @param headerFrom number of the first row of the header in the first sheet that is taken
 * @param headerTo number of its last row
 * @param headers rows that could be chosen as the header
 * @param columns columns from the left; where rows or sheets name the class and no column does, one more column for it
 * @param rows clean rows, with a cell for each column
 * @param below rows that are left out because they stand under a table or under «Выбыли», or would be
 * @param hiddenRows how many rows are hidden
 * @param repeated how many rows only repeat the header or number the columns
 * @param groups classes that rows name for the rows under them
 * @param groupRows those rows
 * @param groupsOfSheets whether names of sheets name the class
 * @param spread whether merged cells were filled in the rows
 * @param takesHiddenRows whether hidden rows are among the rows
 * @param takesBelow whether what stands under a table is among the rows
 */
public record SheetUnderstanding(
        List<SheetLine> sheets,
        int headerFrom,
        int headerTo,
        List<Table.Row> headers,
        List<Column> columns,
        List<TakenRow> rows,
        List<TakenRow> below,
        int hiddenRows,
        int repeated,
        List<String> groups,
        List<TakenRow> groupRows,
        boolean groupsOfSheets,
        boolean spread,
        boolean takesHiddenRows,
        boolean takesBelow) {
    /** A list may have a title and a date above its header. */
    private static final int HEADER_WITHIN = 15;

    /** Texts of a heading that stands in several rows, from the top. */
    private static final String PARTS = " · ";

    /** What no heading is: a day, a phone, an address of electronic mail; one figure or year may be a heading. */
    private static final Pattern ANSWER = Pattern.compile("[+(]?\\d(?:[\\s().:/-]*\\d){5,}|\\S+@\\S+");

    private static final int SAMPLES = 3;

    /** Rows that are looked through for them. */
    private static final int LOOKED_AT = 200;

    /**
     * A sheet of the file.
     *
     * @param index from 0
     * @param rows rows that are taken of it
     * @param hidden whether the spreadsheet hides it
     * @param same whether its columns are those of the first sheet that is taken
     * @param gone whether its name says that those in it have left
     * @param headFrom number of the first row of its header
     * @param bodyAfter number of the last row before the list
     */
    public record SheetLine(
            int index,
            String name,
            int rows,
            boolean hidden,
            boolean taken,
            boolean same,
            boolean gone,
            int headFrom,
            int bodyAfter) {}

    /**
     * A column.
     *
     * @param index from 0
     * @param title heading as the file has it, with what stands over it
     * @param id what it is; null for a column that is left out
     * @param twin id of another column that is the same, and for which this one is left out; null as a rule
     * @param hidden whether the spreadsheet hides it
     * @param chosen whether the person has said what it is
     * @param number whether it holds the list's own numbers
     * @param samples first values
     */
    public record Column(
            int index,
            String title,
            String id,
            String twin,
            boolean hidden,
            boolean chosen,
            boolean number,
            List<String> samples) {
        /** Whether no column of the file has it: rows or sheets say it. */
        public boolean derived() {
            return title.isEmpty() && id != null && !chosen;
        }

        /** «A», «B» as spreadsheets name columns. */
        public String letter() {
            String last = String.valueOf((char) ('A' + index % 26));
            return index < 26 ? last : (char) ('A' + index / 26 - 1) + last;
        }

        private Column with(List<String> values) {
            return new Column(index, title, id, twin, hidden, chosen, number, values);
        }
    }

    /**
     * A row with the sheet in which it stands.
     *
     * @param sheet index of the sheet
     * @param sheetName name of the sheet; empty where only one is taken
     */
    public record TakenRow(int sheet, String sheetName, Table.Row row) {}

    /**
     * The place of a row.
     *
     * @param sheet index of its sheet
     * @param number its number in the sheet
     */
    public record RowOf(int sheet, int number) {}

    /** The header of a sheet: its rows, the last one nearest to the list, and what follows without being a row of it. */
    private record Header(List<Table.Row> rows, int bodyAfter, boolean numbered) {}

    /** How a file is understood. */
    public static SheetUnderstanding of(Workbook file, Headings headings, SheetChoices choices) {
        return new Reading(file, headings, choices).understand();
    }

    /** Names the headings, so that what was chosen for columns is not taken for those of others. */
    public String key() {
        return key(columns.stream()
                .map(column -> column.hidden() ? "" : column.title())
                .toList());
    }

    private static String key(List<String> titles) {
        int last = titles.size();
        while (last > 0 && titles.get(last - 1).isEmpty()) {
            last--;
        }
        return Integer.toHexString(titles.subList(0, last).hashCode());
    }

    /** How many hidden rows are left out. */
    public int hiddenRowsLeftOut() {
        return takesHiddenRows ? 0 : hiddenRows;
    }

    /** How many rows are left out as standing under a table. */
    public int belowLeftOut() {
        return takesBelow ? 0 : below.size();
    }

    /** Sheets that are taken. */
    public List<SheetLine> takenSheets() {
        return sheets.stream().filter(SheetLine::taken).toList();
    }

    /** Sheets that are left out. */
    public List<SheetLine> otherSheets() {
        return sheets.stream().filter(sheet -> !sheet.taken()).toList();
    }

    /** Columns that the spreadsheet hides. */
    public List<Column> hiddenColumns() {
        return columns.stream().filter(Column::hidden).toList();
    }

    /** The list as a table of its own: the header in one row, and the rows on their numbers where only one sheet is taken. */
    public Table clean() {
        List<Table.Row> clean = new ArrayList<>();
        clean.add(new Table.Row(
                Math.max(headerTo, 1),
                false,
                columns.stream()
                        .map(column -> new Table.Cell(isSeen(column) ? column.title() : "", null))
                        .toList()));
        int last = headerTo;
        for (TakenRow taken : rows) {
            last = takenSheets().size() == 1 ? taken.row().number() : last + 1;
            clean.add(new Table.Row(
                    last,
                    false,
                    columns.stream()
                            .map(column -> isSeen(column)
                                            && column.index()
                                                    < taken.row().cells().size()
                                    ? taken.row().cells().get(column.index())
                                    : Table.Cell.EMPTY)
                            .toList()));
        }
        return new Table("", false, clean, Set.of());
    }

    /**
     * Some rows of the file in the shape in which they came, so that they can be mended and brought again: with the header
     * and the rows that name their classes, and one more column; if they came with this column, it is written anew.
     *
     * @param file the file that was understood
     * @param title heading of the column that is added
     * @param more what it says, by the rows that are wanted
     */
    public Workbook part(Workbook file, String title, Map<RowOf, String> more) {
        int width = (int) columns.stream()
                .filter(column -> !column.derived())
                .takeWhile(column -> title.isEmpty() || !column.title().equals(title))
                .count();
        Set<RowOf> heads = headsOf(more.keySet());
        List<Table> sheets = new ArrayList<>();
        for (SheetLine line : takenSheets()) {
            Table sheet = file.sheets().get(line.index());
            List<Table.Row> kept = new ArrayList<>();
            for (Table.Row row : sheet.rows()) {
                RowOf place = new RowOf(line.index(), row.number());
                boolean head =
                        row.number() >= line.headFrom() && row.number() <= line.bodyAfter() || heads.contains(place);
                if (head || more.containsKey(place)) {
                    String last = row.number() == line.bodyAfter() ? title : more.getOrDefault(place, "");
                    kept.add(new Table.Row(row.number(), false, cells(row, width, last)));
                }
            }
            if (more.keySet().stream().anyMatch(place -> place.sheet() == line.index())) {
                sheets.add(new Table(sheet.name(), false, kept, Set.of()));
            }
        }
        return new Workbook(sheets, file.spreadsheet());
    }

    /** The rows that name the classes of these rows: of each the last one above it. */
    private Set<RowOf> headsOf(Set<RowOf> places) {
        Map<Integer, NavigableSet<Integer>> heads = groupRows.stream()
                .collect(Collectors.groupingBy(
                        TakenRow::sheet,
                        Collectors.mapping(group -> group.row().number(), Collectors.toCollection(TreeSet::new))));
        return places.stream()
                .filter(place -> heads.containsKey(place.sheet()))
                .map(place -> Optional.ofNullable(heads.get(place.sheet()).lower(place.number()))
                        .map(number -> new RowOf(place.sheet(), number)))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    /** The choices with which {@link #part} is understood as the file was. */
    public SheetChoices choicesOfPart() {
        return new SheetChoices(
                Set.of(),
                null,
                columns.stream()
                        .filter(column -> !column.derived())
                        .map(column -> column.id() == null ? SheetChoices.LEAVE_OUT : column.id())
                        .toList(),
                "",
                false,
                false,
                true);
    }

    /** What stands in columns that are hidden and not taken stays where it is. */
    private List<Table.Cell> cells(Table.Row row, int width, String last) {
        List<Table.Cell> cells = new ArrayList<>();
        for (int index = 0; index < width; index++) {
            boolean seen = isSeen(columns.get(index)) && index < row.cells().size();
            cells.add(seen ? row.cells().get(index) : Table.Cell.EMPTY);
        }
        if (!last.isEmpty()) {
            cells.add(new Table.Cell(last, null));
        }
        return cells;
    }

    private static boolean isSeen(Column column) {
        return !column.hidden() || column.id() != null;
    }

    private static final class Reading {
        private final Workbook file;
        private final Headings headings;
        private final SheetChoices choices;
        private final List<TakenRow> rows = new ArrayList<>();
        private final List<TakenRow> below = new ArrayList<>();
        private final Set<String> groups = new LinkedHashSet<>();
        private final List<TakenRow> groupRows = new ArrayList<>();
        private int hiddenRows;
        private int repeated;
        private boolean groupsOfSheets;
        private boolean spread;

        Reading(Workbook file, Headings headings, SheetChoices choices) {
            this.file = file;
            this.headings = headings;
            this.choices = choices;
        }

        SheetUnderstanding understand() {
            int first = first();
            Table table = file.sheets().get(first);
            Header header = choices.header() == null ? header(table) : chosen(table, choices.header());
            List<Column> columns = columns(table, header.rows(), choices);
            Set<Integer> taken = taken(first, columns);
            String groupColumn = headings.groupColumn();
            boolean named = columns.stream()
                    .anyMatch(column -> column.id() != null && column.id().equals(groupColumn));
            int[] counts = new int[file.sheets().size()];
            int[] ends = new int[counts.length];
            int[] heads = new int[counts.length];
            for (int index : taken) {
                Table sheet = file.sheets().get(index);
                int before = rows.size();
                String name = taken.size() > 1 ? sheet.name() : "";
                Header own = index == first ? header : header(sheet);
                read(sheet, index, name, own, columns, named);
                counts[index] = rows.size() - before;
                ends[index] = own.bodyAfter();
                heads[index] = own.rows().get(0).number();
            }
            List<Column> all = new ArrayList<>(columns);
            if (!named && (groupsOfSheets || !groups.isEmpty())) {
                all.add(new Column(columns.size(), "", groupColumn, null, false, false, false, List.of()));
            }
            all.replaceAll(column -> column.with(samples(column.index())));
            List<SheetLine> lines = IntStream.range(0, counts.length)
                    .mapToObj(index -> new SheetLine(
                            index,
                            file.sheets().get(index).name(),
                            counts[index],
                            file.sheets().get(index).hidden(),
                            taken.contains(index),
                            index == first || same(file.sheets().get(index), columns),
                            headings.isGone(file.sheets().get(index).name()),
                            heads[index],
                            ends[index]))
                    .toList();
            return new SheetUnderstanding(
                    lines,
                    header.rows().get(0).number(),
                    header.bodyAfter(),
                    beginning(table),
                    List.copyOf(all),
                    List.copyOf(rows),
                    List.copyOf(below),
                    hiddenRows,
                    repeated,
                    List.copyOf(groups),
                    List.copyOf(groupRows),
                    groupsOfSheets,
                    spread,
                    choices.hiddenRows(),
                    choices.below());
        }

        /**
         * The first of the sheets that are chosen, else the first one that can be understood, else the first to be seen; one
         * of those who have left comes last.
         */
        private int first() {
            List<Integer> open = new ArrayList<>(choices.sheets().stream()
                    .filter(index -> index >= 0 && index < file.sheets().size())
                    .sorted()
                    .toList());
            if (open.isEmpty()) {
                IntStream.range(0, file.sheets().size())
                        .filter(index -> !file.sheets().get(index).hidden())
                        .boxed()
                        .sorted(Comparator.comparing(index ->
                                headings.isGone(file.sheets().get(index).name())))
                        .forEach(open::add);
            }
            return open.stream()
                    .filter(index -> isUnderstood(file.sheets().get(index)))
                    .findFirst()
                    .orElse(open.isEmpty() ? 0 : open.get(0));
        }

        private boolean isUnderstood(Table table) {
            return headings.suffices(ids(columns(table, header(table).rows(), SheetChoices.NONE)));
        }

        /** Further sheets are taken with the first one where they go on with it: a sheet for each class. */
        private Set<Integer> taken(int first, List<Column> columns) {
            Set<Integer> taken = new TreeSet<>(Set.of(first));
            for (int index = 0; index < file.sheets().size(); index++) {
                Table sheet = file.sheets().get(index);
                boolean wanted = choices.sheets().isEmpty()
                        ? index > first
                                && !sheet.hidden()
                                && !headings.isGone(sheet.name())
                                && goesOn(file.sheets().get(first), sheet)
                        : choices.sheets().contains(index);
                if (wanted && same(sheet, columns)) {
                    taken.add(index);
                }
            }
            return taken;
        }

        private boolean goesOn(Table first, Table sheet) {
            boolean classes = headings.group(first.name()).isPresent()
                    && headings.group(sheet.name()).isPresent();
            return classes
                    || first.name().replaceAll("\\d+$", "").equals(sheet.name().replaceAll("\\d+$", ""));
        }

        private boolean same(Table sheet, List<Column> columns) {
            List<String> own = titles(columns(sheet, header(sheet).rows(), SheetChoices.NONE));
            return !own.isEmpty() && own.equals(titles(columns));
        }

        private static List<String> titles(List<Column> columns) {
            List<String> titles = new ArrayList<>(columns.stream()
                    .map(column -> column.title()
                            .toLowerCase()
                            .replaceAll("[^\\p{L}\\p{N}]+", " ")
                            .strip())
                    .toList());
            while (!titles.isEmpty() && titles.get(titles.size() - 1).isEmpty()) {
                titles.remove(titles.size() - 1);
            }
            return titles;
        }

        private List<String> samples(int column) {
            return rows.stream()
                    .limit(LOOKED_AT)
                    .map(taken -> taken.row().text(column))
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .limit(SAMPLES)
                    .toList();
        }

        private static List<Table.Row> beginning(Table table) {
            return table.rows().subList(0, Math.min(HEADER_WITHIN, table.rows().size()));
        }

        /** The first row that names what the list is about, else the one that says most; with what belongs to it. */
        private Header header(Table table) {
            List<Table.Row> beginning = beginning(table);
            int best = 0;
            long most = 0;
            for (int i = 0; i < beginning.size(); i++) {
                if (hasAnswers(beginning.get(i))) {
                    continue;
                }
                Collection<String> found = ids(columns(table, List.of(beginning.get(i)), SheetChoices.NONE));
                if (headings.suffices(found) && !isTitle(beginning.get(i))) {
                    return around(table, i);
                }
                if (found.size() > most) {
                    most = found.size();
                    best = i;
                }
            }
            return around(table, best);
        }

        /** One text over several columns. */
        private static boolean isTitle(Table.Row row) {
            return texts(row).size() == 1 && row.cells().stream().anyMatch(Table.Cell::spread);
        }

        /** Whether a row is none of the header: a cell of it is nothing but a day, a phone or an address. */
        private static boolean hasAnswers(Table.Row row) {
            return row.cells().stream()
                    .anyMatch(cell -> ANSWER.matcher(cell.text()).matches());
        }

        private Header chosen(Table table, int number) {
            for (int i = 0; i < table.rows().size(); i++) {
                if (table.rows().get(i).number() == number) {
                    return around(table, i);
                }
            }
            return header(table);
        }

        /** A header may have several rows: what stands over some columns together, and the columns under it. */
        private Header around(Table table, int at) {
            List<Table.Row> all = table.rows();
            List<Table.Row> header = new ArrayList<>(List.of(all.get(at)));
            if (at > 0 && isOver(all.get(at - 1), all.get(at))) {
                header.add(0, all.get(at - 1));
            }
            int next = at + 1;
            while (next < all.size() && header.size() < 4 && goesOn(table, all.get(next - 1), all.get(next))) {
                header.add(all.get(next++));
            }
            boolean numbered = next < all.size() && numbersColumns(all.get(next));
            return new Header(header, all.get(numbered ? next : next - 1).number(), numbered);
        }

        private static boolean isOver(Table.Row upper, Table.Row lower) {
            boolean spread = upper.cells().stream().anyMatch(Table.Cell::spread);
            return upper.number() == lower.number() - 1
                    && texts(upper).size() > 1
                    && (spread
                            || upper.cells().stream()
                                    .anyMatch(cell -> cell.text().isEmpty()));
        }

        /** Whether a row says more about what stands over it: its headings are under one that spans several columns. */
        private boolean goesOn(Table table, Table.Row upper, Table.Row lower) {
            if (lower.number() != upper.number() + 1 || hasAnswers(lower)) {
                return false;
            }
            int known = 0;
            for (Column column : columns(table, List.of(lower), SheetChoices.NONE)) {
                if (column.id() == null && !column.number()) {
                    continue;
                }
                int at = column.index();
                String over = upper.text(at);
                boolean under = over.isEmpty()
                        || over.equals(lower.text(at))
                        || over.equals(upper.text(at + 1))
                        || at > 0 && over.equals(upper.text(at - 1))
                        || upper.text(at + 1).isEmpty() && !lower.text(at + 1).isEmpty();
                if (!under) {
                    return false;
                }
                known++;
            }
            return known > 1;
        }

        /** «1 | 2 | 3» under a header, as forms number their columns. */
        private static boolean numbersColumns(Table.Row row) {
            List<String> texts = row.cells().stream()
                    .filter(cell -> !cell.spread() && !cell.text().isEmpty())
                    .map(Table.Cell::text)
                    .toList();
            return texts.size() > 2
                    && IntStream.range(0, texts.size())
                            .allMatch(i -> texts.get(i).equals(String.valueOf(i + 1)));
        }

        private List<Column> columns(Table table, List<Table.Row> header, SheetChoices said) {
            int width = table.width();
            List<String> titles = IntStream.range(0, width)
                    .mapToObj(index -> String.join(PARTS, over(header, index)))
                    .toList();
            String key = key(IntStream.range(0, width)
                    .mapToObj(index -> table.hiddenColumns().contains(index) ? "" : titles.get(index))
                    .toList());
            List<Column> columns = new ArrayList<>();
            List<Headings.Neighbour> before = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (int index = 0; index < width; index++) {
                List<String> texts = over(header, index);
                boolean hidden = table.hiddenColumns().contains(index);
                String chosen = said.column(index, key);
                String id;
                String twin = null;
                boolean number = !texts.isEmpty() && headings.isNumber(texts.get(texts.size() - 1));
                if (!chosen.isEmpty()) {
                    id = chosen.equals(SheetChoices.LEAVE_OUT) ? null : chosen;
                } else if (hidden && !said.hiddenColumns() || texts.isEmpty() || number) {
                    id = null;
                } else {
                    id = headings.column(texts, before).orElse(null);
                    if (id != null && headings.mayRepeat(id) && seen.contains(id)) {
                        twin = id;
                        id = null;
                    }
                }
                if (id != null) {
                    seen.add(id);
                }
                String known = id != null ? id : twin == null ? "" : twin;
                before.add(0, new Headings.Neighbour(titles.get(index), known));
                columns.add(
                        new Column(index, titles.get(index), id, twin, hidden, !chosen.isEmpty(), number, List.of()));
            }
            return columns;
        }

        /** Texts of the header over a column, from the top; what is merged down stands there once. */
        private static List<String> over(List<Table.Row> header, int index) {
            return header.stream()
                    .flatMap(row -> Stream.of(row.text(index).split(PARTS)))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .distinct()
                    .toList();
        }

        private static List<String> ids(List<Column> columns) {
            return columns.stream().map(Column::id).filter(id -> id != null).toList();
        }

        private static Set<String> texts(Table.Row row) {
            Set<String> texts = new LinkedHashSet<>();
            row.cells().stream()
                    .map(Table.Cell::text)
                    .filter(text -> !text.isEmpty())
                    .forEach(texts::add);
            return texts;
        }

        private void read(Table table, int index, String name, Header header, List<Column> columns, boolean named) {
            String group = null;
            if (!named && headings.groupColumn() != null) {
                group = headings.group(table.name()).orElse(null);
                groupsOfSheets |= group != null;
                group = titled(table, index, name, header).orElse(group);
            }
            repeated += header.numbered() ? 1 : 0;
            Set<Set<String>> headerTexts =
                    header.rows().stream().map(Reading::texts).collect(Collectors.toSet());
            Places places = places(columns);
            List<Table.Row> body = table.rows().stream()
                    .filter(row -> row.number() > header.bodyAfter())
                    .toList();
            int tail = tail(body, places);
            boolean gone = false;
            for (int i = 0; i < body.size(); i++) {
                Table.Row row = body.get(i);
                Optional<String> said = group(row);
                if (said.isPresent()) {
                    group = said.get();
                    groups.add(group);
                    groupRows.add(new TakenRow(index, name, row));
                    gone = false;
                    continue;
                }
                if (texts(row).size() == 1
                        && headings.isGone(texts(row).iterator().next())) {
                    gone = true;
                    below.add(new TakenRow(index, name, row));
                    continue;
                }
                boolean bare = places.isBare(row);
                if (repeats(row, columns) && headerTexts.contains(texts(row))) {
                    repeated++;
                    continue;
                }
                if (row.hidden()) {
                    hiddenRows++;
                    if (!choices.hiddenRows()) {
                        continue;
                    }
                }
                if (gone || i >= tail || bare && isSignature(row, places)) {
                    below.add(new TakenRow(index, name, row));
                    if (!choices.below()) {
                        continue;
                    }
                }
                spread |= row.cells().stream().anyMatch(Table.Cell::spread);
                rows.add(new TakenRow(index, name, clean(row, columns, group)));
            }
        }

        /** Whether a row may be the header once more: a cell says what stands over it. */
        private static boolean repeats(Table.Row row, List<Column> columns) {
            for (Column column : columns) {
                String text = row.text(column.index());
                if (!text.isEmpty()) {
                    return column.title().endsWith(text);
                }
            }
            return false;
        }

        /** What a row of one text says of those under it. */
        private Optional<String> group(Table.Row row) {
            if (headings.groupColumn() == null) {
                return Optional.empty();
            }
            String only = "";
            for (Table.Cell cell : row.cells()) {
                if (!cell.text().isEmpty() && !cell.text().equals(only)) {
                    if (!only.isEmpty()) {
                        return Optional.empty();
                    }
                    only = cell.text();
                }
            }
            return headings.group(only);
        }

        /** «Список 5А класса» over the header. */
        private Optional<String> titled(Table table, int index, String name, Header header) {
            Optional<Table.Row> title = table.rows().stream()
                    .takeWhile(row -> row.number() < header.rows().get(0).number())
                    .filter(row -> texts(row).size() == 1)
                    .filter(row -> headings.group(texts(row).iterator().next()).isPresent())
                    .reduce((one, other) -> other);
            title.ifPresent(row -> groupRows.add(new TakenRow(index, name, row)));
            Optional<String> said =
                    title.flatMap(row -> headings.group(texts(row).iterator().next()));
            said.ifPresent(groups::add);
            return said;
        }

        /** The row with what its group says, in the column for it. */
        private Table.Row clean(Table.Row row, List<Column> columns, String group) {
            if (group == null) {
                return row;
            }
            int at = columns.stream()
                    .filter(column -> headings.groupColumn().equals(column.id()))
                    .mapToInt(Column::index)
                    .findFirst()
                    .orElse(columns.size());
            List<Table.Cell> cells = new ArrayList<>(row.cells());
            while (cells.size() <= at) {
                cells.add(Table.Cell.EMPTY);
            }
            if (cells.get(at).text().isEmpty()) {
                cells.set(at, Table.Cell.of(group));
            }
            return row.with(cells);
        }

        /**
         * Where the rows under the table begin: after an empty row only such as say nothing but a name, while most rows of
         * the list say more; or a signature.
         */
        private int tail(List<Table.Row> body, Places places) {
            int from = body.size();
            while (from > 0 && places.isBare(body.get(from - 1))) {
                from--;
            }
            int full = 0;
            for (int i = 0; i < body.size(); i++) {
                boolean gap = i > 0 && body.get(i).number() > body.get(i - 1).number() + 1;
                if (gap && (i >= from && full * 2 > i || isSignature(body.get(i), places))) {
                    return i;
                }
                full += places.isBare(body.get(i)) ? 0 : 1;
            }
            return body.size();
        }

        /** Whether a row is none of the list: a sum, a signature. Its first text says so, and is no value of a column. */
        private boolean isSignature(Table.Row row, Places places) {
            for (int index = 0; index < row.cells().size(); index++) {
                String text = row.text(index);
                if (!text.isEmpty()) {
                    int at = index;
                    boolean value = IntStream.of(places.values()).anyMatch(column -> column == at);
                    return !value && !places.isNumbered(row) && headings.isBelow(text);
                }
            }
            return false;
        }

        private Places places(List<Column> columns) {
            return new Places(
                    columns.stream()
                            .filter(column -> column.id() != null && !headings.isName(column.id()))
                            .mapToInt(Column::index)
                            .toArray(),
                    columns.stream()
                            .filter(Column::number)
                            .mapToInt(Column::index)
                            .toArray());
        }
    }

    /**
     * Columns by which a row of the list is told from what stands around it.
     *
     * @param values columns that say more than a name
     * @param numbers columns of the list's own numbers
     */
    private record Places(int[] values, int[] numbers) {
        private static final Pattern NUMBER = Pattern.compile("\\d{1,5}[.)]?");

        /** Whether a row says nothing but a name. */
        boolean isBare(Table.Row row) {
            for (int column : values) {
                if (!row.text(column).isEmpty()) {
                    return false;
                }
            }
            return !isNumbered(row);
        }

        boolean isNumbered(Table.Row row) {
            for (int column : numbers) {
                if (NUMBER.matcher(row.text(column)).matches()) {
                    return true;
                }
            }
            return false;
        }
    }
}
