package org.mentoringroadmap.document.word;

import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTcPr;

/** A row of a table that is one cell over all columns: the heading of the rows below it. */
final class SectionRow {
    private SectionRow() {}

    static void write(XWPFTableRow row, String heading) {
        List<XWPFTableCell> cells = row.getTableCells();
        XWPFTableCell cell = cells.get(0);
        CTTcPr properties = cell.getCTTc().isSetTcPr()
                ? cell.getCTTc().getTcPr()
                : cell.getCTTc().addNewTcPr();
        if (properties.isSetVMerge()) {
            properties.unsetVMerge();
        }
        BigInteger width = BigInteger.ZERO;
        for (XWPFTableCell each : cells) {
            width = width.add(BigInteger.valueOf(each.getWidth()));
        }
        properties.addNewGridSpan().setVal(BigInteger.valueOf(cells.size()));
        if (properties.isSetTcW()) {
            properties.getTcW().setW(width);
        }
        for (int last = cells.size() - 1; last > 0; last--) {
            row.removeCell(last);
        }
        XWPFParagraph paragraph = cell.getParagraphs().get(0);
        while (!paragraph.getRuns().isEmpty()) {
            paragraph.removeRun(0);
        }
        paragraph.setAlignment(ParagraphAlignment.LEFT);
        paragraph.setKeepNext(true);
        XWPFRun run = paragraph.createRun();
        run.setText(heading);
        run.setBold(true);
    }
}
