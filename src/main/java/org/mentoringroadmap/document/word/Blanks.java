package org.mentoringroadmap.document.word;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Finds what is still blank in a Word file, whoever wrote it and with whichever template: lines to write on, hints that
 * were to be replaced, fields that nobody has filled, empty rows and cells of a table below its head, a head with nothing
 * below it, the empty place beside a caption where a table is a form; also in headers, footers and notes.
 *
 * <p>What is filled by hand or later in every document is no blank: number and date of the document itself, a place for a
 * signature (with a name behind it, or in a cell of its own beside one), and the columns «Подпись» and «Дата» of a sheet
 * that people sign.
 */
public final class Blanks {
    /** A line to write on: underscores, dots or dashes that stand for it. */
    private static final Pattern LINE =
            Pattern.compile("[_‗＿]{3,}|_(?: _){2,}|…{2,}|\\.{5,}|(?<=[\\p{L}:,] ?)[-–—]{5,}");

    /** Word puts five wide spaces where nobody has written into a field of a form. */
    private static final Pattern EMPTY_FIELD = Pattern.compile("\\u2002{5,}");

    /** A hint of a template: {@code {{name}}}, {@code ${name}}, {@code [указать дату]}, {@code (указать ФИО)}. */
    private static final Pattern HINT =
            Pattern.compile("\\{\\{[^{}]*}}|\\$\\{[^{}]*}|\\[(?=[^\\[\\]]*\\p{L})[^\\[\\]]{2,80}]"
                    + "|(?iu)\\((?:указать|укажите|вписать|впишите)\\s[^()]{1,80}\\)");

    /** A signature: a line with initials and family name behind it, in whichever order. */
    private static final Pattern SIGNATURE = Pattern.compile("_{3,}[\\s/(]*(?=(\\p{Lu}\\.\\s*){1,2}\\p{Lu}\\p{Ll}+"
            + "|\\p{Lu}\\p{Ll}+(-\\p{Lu}\\p{Ll}+)?\\s+\\p{Lu}\\.|подпись\\))");

    /** Nothing but date and number of the document itself, as they stand in its head. */
    private static final Pattern REQUISITES =
            Pattern.compile("\\s*(от\\s*)?([«\"]_+[»\"]\\s*_+\\s*20_*\\s*(г\\.?|года)?)?\\s*(№\\s*_+)?\\s*");

    private static final Pattern SIGNED = Pattern.compile("(?iu)\\s*(личная\\s+)?подпись.*");
    private static final Pattern BY_HAND = Pattern.compile("(?iu)\\s*(дата.*|отметка.*)");
    private static final Pattern OPTIONAL = Pattern.compile("(?iu)\\s*(примечани|замечани|№\\s*$).*");
    private static final Pattern TOTAL = Pattern.compile("(?iu)\\s*(всего|итого).*");

    private static final Pattern NUMBER = Pattern.compile("(?iu)\\s*№(\\s*п\\s*/\\s*п)?\\s*");
    private static final List<String> DRAWN_SIDES =
            List.of("top", "left", "start", "bottom", "right", "end", "insideH", "insideV");
    private static final List<String> NO_LINE = List.of("", "nil", "none");

    private static final int AROUND = 45;
    private static final int MAX_HEAD_LENGTH = 80;
    private static final int MAX_HINT_LENGTH = 80;
    private static final String SHORT_LINE = "____";

    private final List<Blank> found = new ArrayList<>();

    /** Paragraphs and cells in which something is blank. */
    private final List<Element> places = new ArrayList<>();

    private final boolean cellsMayBeEmpty;

    private Blanks(boolean cellsMayBeEmpty) {
        this.cellsMayBeEmpty = cellsMayBeEmpty;
    }

    /** What is blank in a file, from its beginning to its end; one {@link Blank.Kind#UNREADABLE} where it is no Word file. */
    public static List<Blank> of(byte[] docx) {
        return of(docx, false);
    }

    /**
     * The same.
     *
     * @param cellsMayBeEmpty whether cells beside others that say something are empty on purpose, as those of a roadmap are
     */
    public static List<Blank> of(byte[] docx, boolean cellsMayBeEmpty) {
        Document text;
        List<Document> around;
        try {
            text = DocumentStamp.text(docx);
            around = DocumentStamp.aroundText(docx);
        } catch (IllegalArgumentException e) {
            return List.of(Blank.of(Blank.Kind.UNREADABLE));
        }
        Blanks blanks = in(text, cellsMayBeEmpty);
        around.forEach(part -> blanks.lookAt(part.getDocumentElement()));
        return List.copyOf(blanks.found);
    }

    private static Blanks in(Document text, boolean cellsMayBeEmpty) {
        Blanks blanks = new Blanks(cellsMayBeEmpty);
        for (Element body : children(text.getDocumentElement(), "body")) {
            blanks.lookAt(body);
        }
        return blanks;
    }

    /**
     * A Word file with a sign at the beginning of each paragraph and table cell of its text in which something is blank.
     *
     * @param cellsMayBeEmpty as in {@link #of(byte[], boolean)}
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    static byte[] signed(byte[] docx, String sign, boolean cellsMayBeEmpty) {
        return DocumentStamp.rewritten(docx, text -> {
            List<Element> places = in(text, cellsMayBeEmpty).places;
            places.forEach(place -> sign(text, place, sign));
            return !places.isEmpty();
        });
    }

    private static void sign(Document text, Element place, String sign) {
        Element paragraph =
                DocumentStamp.isWord(place, "p") ? place : children(place, "p").get(0);
        Element run = text.createElementNS(DocumentStamp.W, DocumentStamp.prefixed(place, "r"));
        Element words = text.createElementNS(DocumentStamp.W, DocumentStamp.prefixed(place, "t"));
        words.setTextContent(sign);
        run.appendChild(words);
        Node first = paragraph.getFirstChild();
        paragraph.insertBefore(run, DocumentStamp.isWord(first, "pPr") ? first.getNextSibling() : first);
    }

    /** Paragraphs and tables in the order in which they are read; what wraps them, such as a content control, is passed. */
    private void lookAt(Node parent) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (DocumentStamp.isWord(node, "p")) {
                paragraph(text((Element) node), (Element) node);
            } else if (DocumentStamp.isWord(node, "tbl")) {
                table((Element) node);
            } else if (isUntouched(node)) {
                paragraph(hint(node), firstParagraph((Element) node));
            } else if (!DocumentStamp.isWord(node, "del")) {
                lookAt(node);
            }
        }
    }

    // ---- paragraphs

    private void paragraph(String text, Element place) {
        if (REQUISITES.matcher(text).matches()) {
            return;
        }
        String unsigned = SIGNATURE.matcher(text).replaceAll("");
        boolean blank = note(Blank.Kind.LINE, LINE, unsigned);
        blank |= note(Blank.Kind.PLACEHOLDER, HINT, unsigned);
        if (blank && place != null) {
            places.add(place);
        }
    }

    private static Element firstParagraph(Element control) {
        NodeList inside = control.getElementsByTagNameNS(DocumentStamp.W, "p");
        return (Element) inside.item(0);
    }

    /** One for a paragraph, however many lines it has: the words around the first one tell where. */
    private boolean note(Blank.Kind kind, Pattern blank, String text) {
        Matcher matcher = blank.matcher(text);
        boolean isBlank = matcher.find();
        if (isBlank) {
            String before = text.substring(0, matcher.start());
            String after = LINE.matcher(text.substring(matcher.end())).replaceAll(SHORT_LINE);
            String place = kind == Blank.Kind.LINE ? SHORT_LINE : matcher.group();
            found.add(Blank.of(kind, (lastWords(before) + place + firstWords(after)).strip()));
        }
        return isBlank;
    }

    private static String lastWords(String text) {
        if (text.length() <= AROUND) {
            return text;
        }
        int space = text.indexOf(' ', text.length() - AROUND);
        return "…" + text.substring(space < 0 ? text.length() - AROUND : space + 1);
    }

    private static String firstWords(String text) {
        if (text.length() <= AROUND) {
            return text;
        }
        int space = text.lastIndexOf(' ', AROUND);
        return text.substring(0, space < 0 ? AROUND : space) + "…";
    }

    /** What a reader sees, without what stands in a place that is filled later and without what was struck out. */
    private static String text(Element paragraph) {
        StringBuilder text = new StringBuilder();
        List<String> places = new ArrayList<>();
        append(paragraph, text, places);
        return text.toString().replace('\u00a0', ' ');
    }

    private static void append(Node node, StringBuilder text, List<String> places) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (DocumentStamp.isWord(child, "bookmarkStart")
                    && DocumentStamp.isFilledLater(((Element) child).getAttributeNS(DocumentStamp.W, "name"))) {
                places.add(((Element) child).getAttributeNS(DocumentStamp.W, "id"));
            } else if (DocumentStamp.isWord(child, "bookmarkEnd")) {
                places.remove(((Element) child).getAttributeNS(DocumentStamp.W, "id"));
            } else if (DocumentStamp.isWord(child, "t")) {
                if (places.isEmpty()) {
                    text.append(
                            isUnderlinedSpace(child)
                                    ? SHORT_LINE
                                    : EMPTY_FIELD
                                            .matcher(child.getTextContent())
                                            .replaceAll(SHORT_LINE));
                }
            } else if (isUntouched(child)) {
                text.append(hint(child));
            } else if (DocumentStamp.isWord(child, "tab") && DocumentStamp.isWord(child.getParentNode(), "r")) {
                text.append(isUnderlined(child.getParentNode()) && places.isEmpty() ? SHORT_LINE : " ");
            } else if (DocumentStamp.isWord(child, "br")) {
                text.append(' ');
            } else if (!DocumentStamp.isWord(child, "del") && !DocumentStamp.isWord(child, "moveFrom")) {
                append(child, text, places);
            }
        }
    }

    /** A place to fill in that still shows what Word says to whoever is to fill it. */
    private static boolean isUntouched(Node control) {
        return DocumentStamp.isWord(control, "sdt")
                && children(control, "sdtPr").stream()
                        .anyMatch(properties ->
                                !children(properties, "showingPlcHdr").isEmpty());
    }

    /** What Word says there, as a hint of a template is written. */
    private static String hint(Node control) {
        String said = control.getTextContent().strip();
        return said.isEmpty() ? SHORT_LINE : "[" + said.substring(0, Math.min(said.length(), MAX_HINT_LENGTH)) + "]";
    }

    /** Blanks with a line below are a line to write on, drawn in another way. */
    private static boolean isUnderlinedSpace(Node text) {
        return text.getTextContent().matches("[ \\u00a0\\u2000-\\u200a]{4,}") && isUnderlined(text.getParentNode());
    }

    private static boolean isUnderlined(Node run) {
        return children(run, "rPr").stream()
                .flatMap(properties -> children(properties, "u").stream())
                .anyMatch(line -> !line.getAttributeNS(DocumentStamp.W, "val").equals("none"));
    }

    // ---- tables

    private void table(Element table) {
        List<Element> rows = children(table, "tr");
        int last = rows.size() - 1;
        boolean signed = last > 0 && isSignature(rows.get(last));
        table(table, signed ? rows.subList(0, last) : rows);
        if (signed) {
            lookAt(rows.get(last));
        }
    }

    /** Below a long table a signature is its last row: see {@link ClosingSignature}. */
    private static boolean isSignature(Element row) {
        List<Element> cells = children(row, "tc");
        return cells.size() == 1 && !children(cells.get(0), "tbl").isEmpty();
    }

    private void table(Element table, List<Element> written) {
        List<List<Element>> all =
                written.stream().map(row -> children(row, "tc")).toList();
        int titles = titles(all);
        all.subList(0, titles).forEach(row -> row.forEach(this::lookAt));
        List<List<Element>> rows = all.subList(titles, all.size());
        List<String> heads = rows.isEmpty()
                ? List.of()
                : rows.get(0).stream().map(Blanks::cellText).toList();
        if (heads.size() == 2 && !isRepeated(written.get(titles)) && isForm(rows)) {
            form(rows, isDrawn(table) || isHead(heads));
            rows.forEach(row -> row.forEach(this::lookAt));
            return;
        }
        boolean signed = heads.stream().anyMatch(head -> SIGNED.matcher(head).matches());
        if (isHead(heads) && !signed && isHeadAlone(table, written.subList(titles, all.size()))) {
            found.add(Blank.of(Blank.Kind.NO_ROWS, title(heads)));
            place(rows.get(0).subList(0, 1));
        }
        boolean hasHead = rows.size() > 1 && isHead(heads) && !isFiguresBesideCaptions(heads);
        if (!hasHead) {
            form(rows, isDrawn(table));
            rows.forEach(row -> row.forEach(this::lookAt));
            return;
        }
        rows.get(0).forEach(this::lookAt);
        int firstEmpty = 0;
        for (int number = 1; number <= rows.size(); number++) {
            List<Element> row = number < rows.size() ? rows.get(number) : List.of();
            if (!row.isEmpty() && isEmpty(row) && !row.stream().allMatch(Blanks::fillsItself)) {
                firstEmpty = firstEmpty == 0 ? number : firstEmpty;
                continue;
            }
            if (firstEmpty > 0 && !signed) {
                emptyRows(heads, firstEmpty, number - 1);
                rows.subList(firstEmpty, number).forEach(this::place);
            }
            firstEmpty = 0;
            cells(heads, row, number, signed);
            row.forEach(this::lookAt);
        }
    }

    /** Whether there is nothing but a head: Word repeats it on each page, or it is drawn, and numbered or in bold letters. */
    private static boolean isHeadAlone(Element table, List<Element> rows) {
        if (rows.stream().allMatch(Blanks::isRepeated)) {
            return true;
        }
        List<Element> cells = children(rows.get(0), "tc");
        return rows.size() == 1
                && isDrawn(table)
                && (NUMBER.matcher(cellText(cells.get(0))).matches()
                        || cells.stream().allMatch(Blanks::isBold));
    }

    private static boolean isRepeated(Element row) {
        return children(row, "trPr").stream()
                .anyMatch(properties -> !children(properties, "tblHeader").isEmpty());
    }

    private static boolean isBold(Element cell) {
        return children(cell, "p").stream()
                .flatMap(paragraph -> children(paragraph, "r").stream())
                .filter(run -> !run.getTextContent().isBlank())
                .allMatch(run -> children(run, "rPr").stream()
                        .anyMatch(properties -> !children(properties, "b").isEmpty()));
    }

    /** Whether it has lines; without them a table only sets words side by side, as the blocks of a signature are. */
    private static boolean isDrawn(Element table) {
        for (Element properties : children(table, "tblPr")) {
            for (Element borders : children(properties, "tblBorders")) {
                return DRAWN_SIDES.stream()
                        .flatMap(side -> children(borders, side).stream())
                        .anyMatch(side -> !NO_LINE.contains(side.getAttributeNS(DocumentStamp.W, "val")));
            }
            for (Element style : children(properties, "tblStyle")) {
                return !style.getAttributeNS(DocumentStamp.W, "val").equals("Layout");
            }
        }
        return false;
    }

    /** Whether each row has a caption of its own, and none is empty from left to right. */
    private static boolean isForm(List<List<Element>> rows) {
        return rows.size() > 1
                && !OPTIONAL.matcher(cellText(rows.get(0).get(1))).matches()
                && rows.stream()
                        .allMatch(row -> row.size() == 2
                                && cellText(row.get(0)).matches(".*\\p{L}.*")
                                && !SIGNED.matcher(cellText(row.get(1))).matches());
    }

    /** Captions with places beside them: «Наставник | …», or two such pairs in a row. */
    private void form(List<List<Element>> rows, boolean drawn) {
        boolean signed = rows.stream()
                .filter(row -> !row.isEmpty())
                .anyMatch(row -> SIGNED.matcher(cellText(row.get(0))).matches());
        for (List<Element> row : rows) {
            for (int column = 0; row.size() % 2 == 0 && column < row.size(); column += 2) {
                String caption = cellText(row.get(column));
                Element place = row.get(column + 1);
                if (isCaption(caption, drawn, signed) && cellText(place).isBlank() && !fillsItself(place)) {
                    found.add(Blank.of(Blank.Kind.FIELD, shortened(caption)));
                    place(List.of(place));
                }
            }
        }
    }

    private static boolean isCaption(String text, boolean drawn, boolean signed) {
        return text.matches(".*\\p{L}.*")
                && (drawn || text.endsWith(":"))
                && !LINE.matcher(text).find()
                && !HINT.matcher(text).find()
                && !SIGNED.matcher(text).matches()
                && !(signed && BY_HAND.matcher(text).matches())
                && !OPTIONAL.matcher(text).matches()
                && !TOTAL.matcher(text).matches();
    }

    /** How many rows above the head are one cell from left to right: the title of the table. */
    private static int titles(List<List<Element>> rows) {
        int titles = 0;
        while (titles < rows.size() - 1
                && rows.get(titles).size() == 1
                && rows.get(titles + 1).size() > 1) {
            titles++;
        }
        return titles;
    }

    /** Words in every cell; the corner above the names of the rows may be empty. */
    private static boolean isHead(List<String> heads) {
        List<String> named = heads.size() > 2 && heads.get(0).isBlank() ? heads.subList(1, heads.size()) : heads;
        return named.size() > 1 && named.stream().noneMatch(String::isBlank);
    }

    /** «Пар | 12 | Встреч | 80»: the first of such rows is no head, though something stands in each cell. */
    private static boolean isFiguresBesideCaptions(List<String> cells) {
        boolean figures = cells.size() > 2 && cells.size() % 2 == 0;
        for (int i = 0; figures && i < cells.size(); i++) {
            figures = cells.get(i).matches(".*\\p{L}.*") == (i % 2 == 0);
        }
        return figures;
    }

    private void place(List<Element> cells) {
        cells.stream().filter(cell -> !children(cell, "p").isEmpty()).forEach(places::add);
    }

    private void emptyRows(List<String> heads, int first, int last) {
        found.add(
                first == last
                        ? Blank.of(Blank.Kind.ROW, title(heads), String.valueOf(first))
                        : Blank.of(Blank.Kind.ROWS, title(heads), String.valueOf(first), String.valueOf(last)));
    }

    private void cells(List<String> heads, List<Element> row, int number, boolean signed) {
        if (cellsMayBeEmpty
                || row.isEmpty()
                || row.size() != heads.size()
                || TOTAL.matcher(rowText(row)).matches()) {
            return;
        }
        List<String> empty = new ArrayList<>();
        for (int column = 0; column < row.size(); column++) {
            String head = heads.get(column);
            boolean byHand = signed
                    && (SIGNED.matcher(head).matches() || BY_HAND.matcher(head).matches());
            if (cellText(row.get(column)).isBlank()
                    && !head.isBlank()
                    && !byHand
                    && !OPTIONAL.matcher(head).matches()
                    && !fillsItself(row.get(column))) {
                empty.add(head);
                place(List.of(row.get(column)));
            }
        }
        if (!empty.isEmpty()) {
            found.add(Blank.of(Blank.Kind.CELLS, title(heads), String.valueOf(number), String.join(", ", empty)));
        }
    }

    private static String title(List<String> heads) {
        return shortened(String.join(" · ", heads));
    }

    private static String shortened(String title) {
        return title.length() <= MAX_HEAD_LENGTH ? title : title.substring(0, MAX_HEAD_LENGTH - 1) + "…";
    }

    private static boolean isEmpty(List<Element> row) {
        return rowText(row).isBlank();
    }

    private static String rowText(List<Element> row) {
        StringBuilder text = new StringBuilder();
        row.forEach(cell -> text.append(cellText(cell)).append(' '));
        return text.toString();
    }

    private static String cellText(Element cell) {
        StringBuilder text = new StringBuilder();
        append(cell, text, new ArrayList<>());
        return text.toString().replaceAll("[\\s\\u00a0]+", " ").strip();
    }

    /** Word numbers it, it continues the cell above, or a picture stands in it. */
    private static boolean fillsItself(Element cell) {
        return cell.getElementsByTagNameNS(DocumentStamp.W, "numPr").getLength() > 0
                || cell.getElementsByTagNameNS(DocumentStamp.W, "vMerge").getLength() > 0
                || cell.getElementsByTagNameNS(DocumentStamp.W, "drawing").getLength() > 0
                || isNumberedByStyle(cell);
    }

    private static boolean isNumberedByStyle(Element cell) {
        for (Element paragraph : children(cell, "p")) {
            for (Element properties : children(paragraph, "pPr")) {
                for (Element style : children(properties, "pStyle")) {
                    if (style.getAttributeNS(DocumentStamp.W, "val").equals("TableNumber")) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static List<Element> children(Node parent, String name) {
        List<Element> children = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (DocumentStamp.isWord(node, name)) {
                children.add((Element) node);
            } else if (DocumentStamp.isWord(node, "sdt") || DocumentStamp.isWord(node, "sdtContent")) {
                children.addAll(children(node, name));
            }
        }
        return children;
    }
}
