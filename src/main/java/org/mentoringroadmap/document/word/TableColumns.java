package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute.Space;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/**
 * Gives the table of a template other columns before it is filled: the table that repeats a row, its head and that row. A
 * column that the template has keeps the look of its cells; a new one looks like the widest.
 */
final class TableColumns {
    private static final String REPEATS = "{{%";

    /** Twentieths of a point. */
    private static final int SPACE_ABOVE = 240;

    private static final int SPACE_BELOW = 120;

    /** A letter of the tables, most of which are of 12 points, and what stands free beside a word in a cell. */
    private static final int LETTER = 125;

    private static final int MARGINS = 220;

    private static final int PERCENT = 100;

    /** By how much the words of a table are set closer than a letter takes, in per cent. */
    private static final int SQUEEZED = 10;

    private TableColumns() {}

    /**
     * Shapes the table, and puts tables of further sections behind it, which look like it.
     *
     * @param template a template
     * @param columns of each {@code key}, by which the rows name it, {@code title}, {@code width} beside the others, and
     *     {@code word}, how long its longest word is, where that is known: no word is torn while others have room to spare;
     *     the template's where there are none
     * @param sections of each {@code heading} and {@code columns}; the rows of the first are repeated by the tag
     *     {@code section-0} and so on
     */
    static InputStream shape(InputStream template, List<?> columns, List<?> sections) throws IOException {
        try (XWPFDocument document = new XWPFDocument(template)) {
            document.getTables().stream()
                    .filter(table -> table.getRows().size() > 1
                            && table.getRow(0).getTableCells().stream()
                                    .anyMatch(cell -> cell.getText().contains(REPEATS)))
                    .findFirst()
                    .map(XWPFTable::getCTTbl)
                    .ifPresent(table -> {
                        addSections(document, table, sections);
                        if (!columns.isEmpty()) {
                            shape(
                                    table,
                                    columns,
                                    text(table.getTrArray(0).getTcArray(0)).replaceAll("(?s)}}.*", "}}"));
                        }
                    });
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return new ByteArrayInputStream(out.toByteArray());
        }
    }

    /** Name of the rows of a section among the values of the document. */
    static String rowsOf(int section) {
        return "section-" + section;
    }

    private static void addSections(XWPFDocument document, CTTbl table, List<?> sections) {
        CTTbl last = table;
        for (int i = 0; i < sections.size(); i++) {
            Map<?, ?> section = (Map<?, ?>) sections.get(i);
            try (XmlCursor behind = last.newCursor()) {
                behind.toEndToken();
                behind.toNextToken();
                XWPFParagraph heading = document.insertNewParagraph(behind);
                CTP like = table.getTrArray(0).getTcArray(0).getPArray(0);
                if (like.isSetPPr()) {
                    heading.getCTP().setPPr((CTPPr) like.getPPr().copy());
                }
                heading.setSpacingBefore(SPACE_ABOVE);
                heading.setSpacingAfter(SPACE_BELOW);
                heading.setKeepNext(true);
                XWPFRun words = heading.createRun();
                words.setBold(true);
                words.setText(String.valueOf(section.get("heading")));
                behind.toNextToken();
                last = document.insertNewTbl(behind).getCTTbl();
            }
            last.set(table.copy());
            shape(last, (List<?>) section.get("columns"), REPEATS + rowsOf(i) + "}}");
        }
    }

    private static void shape(CTTbl table, List<?> columns, String repeats) {
        CTRow head = table.getTrArray(0);
        CTRow row = table.getTrArray(1);
        List<BigInteger> widths = widths(table, columns);
        List<CTTc> heads = new ArrayList<>();
        List<CTTc> cells = new ArrayList<>();
        boolean hierarchy = true; // only the columns at the left merge downwards, and what follows from them
        boolean merges = false;
        for (int i = 0; i < columns.size(); i++) {
            Map<?, ?> column = (Map<?, ?>) columns.get(i);
            int like = find(row, String.valueOf(column.get("key")));
            CTTc title = (CTTc) head.getTcArray(Math.max(like, 0)).copy();
            write(title, (i == 0 ? repeats : "") + column.get("title"));
            heads.add(sized(title, widths.get(i)));
            CTTc cell = (CTTc) row.getTcArray(like < 0 ? widest(row) : like).copy();
            write(cell, "[" + column.get("key") + "|]");
            boolean merging = cell.isSetTcPr() && cell.getTcPr().isSetVMerge();
            hierarchy &= merging;
            merges |= hierarchy;
            if (merging && !merges) {
                cell.getTcPr().unsetVMerge();
            }
            cells.add(sized(cell, widths.get(i)));
        }
        head.setTcArray(heads.toArray(CTTc[]::new));
        row.setTcArray(cells.toArray(CTTc[]::new));
    }

    /** Shares the width of the table out, and writes it into its grid. */
    private static List<BigInteger> widths(CTTbl table, List<?> columns) {
        CTTblGrid grid = table.getTblGrid();
        long whole = 0;
        for (int i = 0; i < grid.sizeOfGridColArray(); i++) {
            whole += new BigInteger(grid.getGridColArray(i).getW().toString()).longValue();
        }
        long parts = columns.stream().mapToLong(TableColumns::width).sum();
        while (grid.sizeOfGridColArray() > 0) {
            grid.removeGridCol(0);
        }
        List<Long> shares = new ArrayList<>();
        for (Object column : columns) {
            shares.add(whole * width(column) / parts);
        }
        List<BigInteger> widths = withRoomForWords(shares, columns).stream()
                .map(BigInteger::valueOf)
                .toList();
        widths.forEach(width -> grid.addNewGridCol().setW(width));
        return widths;
    }

    /** What columns need for their longest words beyond their shares is taken from those that have more than they need. */
    private static List<Long> withRoomForWords(List<Long> shares, List<?> columns) {
        long missing = 0;
        long spare = 0;
        for (int i = 0; i < shares.size(); i++) {
            long left = shares.get(i) - needed(columns.get(i));
            missing += Math.max(0, -left);
            spare += Math.max(0, left);
        }
        if (missing == 0) {
            return shares;
        }
        if (spare < missing) {
            return squeezed(shares, columns);
        }
        List<Long> widths = new ArrayList<>();
        for (int i = 0; i < shares.size(); i++) {
            long needed = needed(columns.get(i));
            widths.add(Math.max(needed, shares.get(i) - Math.max(0, shares.get(i) - needed) * missing / spare));
        }
        return widths;
    }

    /** Where nearly all fits, each column lacks a little, which letters narrower than most make up; else the shares stay. */
    private static List<Long> squeezed(List<Long> shares, List<?> columns) {
        long whole = shares.stream().mapToLong(Long::longValue).sum();
        long needed = columns.stream().mapToLong(TableColumns::needed).sum();
        boolean known = columns.stream().allMatch(column -> needed(column) > 0);
        return !known || needed * (PERCENT - SQUEEZED) > whole * PERCENT
                ? shares
                : columns.stream()
                        .map(column -> needed(column) * whole / needed)
                        .toList();
    }

    private static long needed(Object column) {
        Object word = ((Map<?, ?>) column).get("word");
        return word == null ? 0 : Long.parseLong(String.valueOf(word)) * LETTER + MARGINS;
    }

    private static long width(Object column) {
        return Long.parseLong(String.valueOf(((Map<?, ?>) column).get("width")));
    }

    private static CTTc sized(CTTc cell, BigInteger width) {
        CTTcPr properties = cell.isSetTcPr() ? cell.getTcPr() : cell.addNewTcPr();
        (properties.isSetTcW() ? properties.getTcW() : properties.addNewTcW()).setW(width);
        return cell;
    }

    private static int find(CTRow row, String key) {
        for (int i = 0; i < row.sizeOfTcArray(); i++) {
            if (text(row.getTcArray(i)).startsWith("[" + key + "|")) {
                return i;
            }
        }
        return -1;
    }

    private static int widest(CTRow row) {
        int widest = 0;
        for (int i = 1; i < row.sizeOfTcArray(); i++) {
            if (widthOf(row.getTcArray(i)).compareTo(widthOf(row.getTcArray(widest))) > 0) {
                widest = i;
            }
        }
        return widest;
    }

    private static BigInteger widthOf(CTTc cell) {
        return cell.isSetTcPr() && cell.getTcPr().isSetTcW()
                ? new BigInteger(cell.getTcPr().getTcW().getW().toString())
                : BigInteger.ZERO;
    }

    private static String text(CTTc cell) {
        StringBuilder text = new StringBuilder();
        for (CTP paragraph : cell.getPArray()) {
            for (int run = 0; run < paragraph.sizeOfRArray(); run++) {
                for (CTText part : paragraph.getRArray(run).getTArray()) {
                    text.append(part.getStringValue());
                }
            }
        }
        return text.toString();
    }

    /** One run in the first paragraph, with the look of the first that stood there. */
    private static void write(CTTc cell, String text) {
        CTP paragraph = cell.sizeOfPArray() > 0 ? cell.getPArray(0) : cell.addNewP();
        while (cell.sizeOfPArray() > 1) {
            cell.removeP(1);
        }
        while (paragraph.sizeOfRArray() > 1) {
            paragraph.removeR(1);
        }
        CTR run = paragraph.sizeOfRArray() > 0 ? paragraph.getRArray(0) : paragraph.addNewR();
        while (run.sizeOfTArray() > 0) {
            run.removeT(0);
        }
        CTText written = run.addNewT();
        written.setStringValue(text);
        written.setSpace(Space.PRESERVE);
    }
}
