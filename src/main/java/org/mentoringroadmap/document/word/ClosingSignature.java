package org.mentoringroadmap.document.word;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSpacing;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTbl;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGridCol;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblWidth;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTc;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcBorders;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STBorder;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STLineSpacingRule;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STTblWidth;

/**
 * Nobody signs an empty sheet: a signature stays with the words before it, and below a long table with its last rows.
 *
 * <p>Word keeps a row with whatever comes next, LibreOffice with another row of the same table only; so the signature below
 * a long table becomes its last row, one cell without lines.
 */
final class ClosingSignature {
    private static final String STYLE = "Signature";
    private static final int KEPT_ROWS = 2;

    /** A cell ends with a paragraph; this one is as good as none. */
    private static final BigInteger HAIRLINE = BigInteger.valueOf(20);

    private ClosingSignature() {}

    /** Works on a document whose lists are complete; tables that it adds a row to are not to be read through POI again. */
    static void keep(XWPFDocument document) {
        for (int at = document.getBodyElements().size() - 1; at > 0; at--) {
            if (document.getBodyElements().get(at) instanceof XWPFTable table && isSignature(table)) {
                keep(document, table, at);
            }
        }
    }

    private static boolean isSignature(XWPFTable table) {
        CTTbl rows = table.getCTTbl();
        return rows.sizeOfTrArray() > 0
                && rows.getTrArray(0).sizeOfTcArray() > 0
                && rows.getTrArray(0).getTcArray(0).sizeOfPArray() > 0
                && style(rows.getTrArray(0).getTcArray(0).getPArray(0)).equals(STYLE);
    }

    private static String style(CTP paragraph) {
        return paragraph.isSetPPr() && paragraph.getPPr().isSetPStyle()
                ? paragraph.getPPr().getPStyle().getVal()
                : "";
    }

    private static void keep(XWPFDocument document, XWPFTable signature, int at) {
        List<XWPFParagraph> gap = new ArrayList<>();
        int before = at - 1;
        while (before >= 0
                && document.getBodyElements().get(before) instanceof XWPFParagraph paragraph
                && paragraph.getText().isBlank()
                && !paragraph.isPageBreak()) {
            keepNext(paragraph.getCTP());
            gap.add(0, paragraph);
            before--;
        }
        if (before < 0) {
            return;
        }
        IBodyElement said = document.getBodyElements().get(before);
        if (said instanceof XWPFParagraph paragraph) {
            keepNext(paragraph.getCTP());
        } else if (said instanceof XWPFTable table) {
            keepRows(table.getCTTbl(), isSignature(table) ? table.getNumberOfRows() : KEPT_ROWS);
            if (!isSignature(table) && table.getRow(0).isRepeatHeader()) {
                addAsRow(table.getCTTbl(), signature.getCTTbl(), gap);
                for (int element = at; element > before; element--) {
                    document.removeBodyElement(element);
                }
            }
        }
    }

    private static void keepRows(CTTbl table, int rows) {
        List<CTRow> all = table.getTrList();
        all.subList(Math.max(0, all.size() - rows), all.size()).stream()
                .flatMap(row -> row.getTcList().stream())
                .flatMap(cell -> cell.getPList().stream())
                .forEach(ClosingSignature::keepNext);
    }

    private static void keepNext(CTP paragraph) {
        CTPPr properties = paragraph.isSetPPr() ? paragraph.getPPr() : paragraph.addNewPPr();
        if (!properties.isSetKeepNext()) {
            properties.addNewKeepNext();
        }
    }

    private static void addAsRow(CTTbl table, CTTbl signature, List<XWPFParagraph> gap) {
        CTRow row = table.addNewTr();
        row.addNewTrPr().addNewCantSplit();
        CTTc cell = row.addNewTc();
        withoutLines(cell.addNewTcPr(), table.getTblGrid().getGridColList());
        gap.forEach(paragraph -> cell.addNewP().set(paragraph.getCTP()));
        cell.addNewTbl().set(signature);
        CTSpacing end = cell.addNewP().addNewPPr().addNewSpacing();
        end.setBefore(BigInteger.ZERO);
        end.setAfter(BigInteger.ZERO);
        end.setLine(HAIRLINE);
        end.setLineRule(STLineSpacingRule.EXACT);
    }

    /** As wide as the table, without margins: the signature stands where it stood on the sheet. */
    private static void withoutLines(CTTcPr cell, List<CTTblGridCol> columns) {
        CTTblWidth width = cell.addNewTcW();
        width.setType(STTblWidth.DXA);
        width.setW(columns.stream()
                .map(column -> new BigInteger(column.getW().toString()))
                .reduce(BigInteger.ZERO, BigInteger::add));
        cell.addNewGridSpan().setVal(BigInteger.valueOf(columns.size()));
        CTTcBorders lines = cell.addNewTcBorders();
        lines.addNewLeft().setVal(STBorder.NIL);
        lines.addNewBottom().setVal(STBorder.NIL);
        lines.addNewRight().setVal(STBorder.NIL);
        CTTcMar margins = cell.addNewTcMar();
        List.of(margins.addNewTop(), margins.addNewLeft(), margins.addNewBottom(), margins.addNewRight())
                .forEach(margin -> {
                    margin.setType(STTblWidth.DXA);
                    margin.setW(BigInteger.ZERO);
                });
    }
}
