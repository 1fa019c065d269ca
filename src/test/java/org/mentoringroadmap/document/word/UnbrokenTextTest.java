package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnbrokenTextTest {
    /** A tilde stands for a blank that does not break. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "с 1 сентября 2026 г. по 31 мая 2027 г. | с 1 сентября 2026~г. по 31 мая 2027~г.",
                "2026–2027 гг. | 2026–2027~гг.",
                "«____» ________ 20____ г. № ____ | «____» ________ 20____~г. №~____",
                "от 25 декабря 2019 г. № Р-145 | от 25 декабря 2019~г. №~Р-145",
                "ст. 9, п. 3, ч. 6 | ст.~9, п.~3, ч.~6",
                "Планова О. О., заместитель | Планова~О.~О., заместитель",
                "директор О. О. Планова | директор~О.~О.~Планова",
                "в 5 классе. Группа из 3 человек | в 5 классе. Группа из 3 человек",
                "г. Примерск, ул. 8 Марта | г. Примерск, ул. 8 Марта",
                "№ п/п, что № , что г. | № п/п, что № , что г.",
            })
    void whatBelongsTogetherStaysOnOneLine(String text, String kept) {
        assertThat(UnbrokenText.of(text)).isEqualTo(kept.replace('~', '\u00a0'));
    }

    @Test
    void aGapBetweenTwoRunsIsOneToo() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFParagraph paragraph = document.createParagraph();
            for (String run : new String[] {"до 2026", " г. приказ №", " 7", "", " от Плановой О.", " О."}) {
                paragraph.createRun().setText(run);
            }
            XWPFParagraph parted = document.createParagraph();
            parted.createRun().setText("2026");
            parted.createRun().addBreak();
            parted.createRun().setText(" г.");

            UnbrokenText.in(document);

            assertThat(paragraph.getText()).isEqualTo("до 2026\u00a0г. приказ №\u00a07 от Плановой\u00a0О.\u00a0О.");
            assertThat(parted.getText()).isEqualTo("2026\n г.");
        }
    }

    @Test
    void inATableASurnameMayLeaveItsInitials() throws IOException {
        try (XWPFDocument document = new XWPFDocument()) {
            XWPFTable table = document.createTable(1, 1);
            table.getRow(0).getCell(0).setText("Примерова-Образцова Ю. А., 2026 г.");
            XWPFParagraph line = document.createParagraph();
            line.createRun().setText("Планова О. О.");

            UnbrokenText.in(document);

            assertThat(table.getRow(0).getCell(0).getText().strip())
                    .isEqualTo("Примерова-Образцова Ю.\u00a0А., 2026\u00a0г.");
            assertThat(line.getText()).isEqualTo("Планова\u00a0О.\u00a0О.");
        }
    }

    @Test
    void aRenderedPaperAndItsStampAreWrittenSo() throws IOException {
        byte[] order = new PoiTlDocumentRenderer().render("order-curator", PoiTlDocumentRendererTest.full());

        byte[] stamped = DocumentStamp.stamp(order, "7", "1 сентября 2026 г.");

        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(stamped))) {
            String text = document.getParagraphs().stream()
                            .map(XWPFParagraph::getText)
                            .reduce("", (one, other) -> one + "\n" + other)
                    + document.getTables().stream().map(XWPFTable::getText).reduce("", String::concat);
            assertThat(text).contains("1 сентября 2026\u00a0г.", "№\u00a07").doesNotContain("2026 г.", "№ 7");
        }
    }
}
