package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.junit.jupiter.api.Test;

class NamesInWordTest {
    @Test
    void aNameGoesFromTextHeaderTableAndProperties() throws IOException {
        byte[] file = docx();
        assertThat(NamesInWord.has(file, text -> text.contains("Примеров Пётр")))
                .isTrue();

        byte[] changed = NamesInWord.changed(file, text -> text.replace("Примеров Пётр", "[…]"));

        assertThat(NamesInWord.has(changed, text -> text.contains("Пример"))).isFalse();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(changed))) {
            assertThat(document.getParagraphs().get(0).getText()).isEqualTo("Ученик […], 7А");
            assertThat(document.getParagraphs().get(1).getRuns())
                    .as("untouched")
                    .hasSize(2);
            assertThat(document.getTables().get(0).getText()).contains("[…]");
            assertThat(document.getHeaderList().get(0).getText()).contains("[…]");
            assertThat(document.getProperties().getCoreProperties().getTitle()).isEqualTo("О […]");
        }
    }

    @Test
    void whatIsNoWordFileHasNoNames() {
        assertThat(NamesInWord.has("%PDF-1.7 Примеров Пётр".getBytes(StandardCharsets.UTF_8), text -> true))
                .isFalse();
    }

    private static byte[] docx() throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFParagraph named = document.createParagraph();
            List.of("Ученик При", "меров ", "Пётр, 7А")
                    .forEach(run -> named.createRun().setText(run));
            XWPFParagraph plain = document.createParagraph();
            List.of("Просто ", "текст").forEach(run -> plain.createRun().setText(run));
            document.createTable(1, 1).getRow(0).getCell(0).setText("Примеров Пётр");
            document.createHeader(HeaderFooterType.DEFAULT)
                    .createParagraph()
                    .createRun()
                    .setText("Примеров Пётр");
            document.getProperties().getCoreProperties().setTitle("О Примеров Пётр");
            document.write(out);
            return out.toByteArray();
        }
    }
}
