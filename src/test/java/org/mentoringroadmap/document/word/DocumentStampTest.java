package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.document.DocumentTemplates;

class DocumentStampTest {

    private static final String NUMBER = "17/1-ОД";
    private static final String DATE = "1 сентября 2025 г.";
    private static final String W = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

    static List<String> templatesWithANumber() {
        return DocumentTemplates.ALL.stream()
                .filter(template -> DocumentTemplates.keys(template).contains("document"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("templatesWithANumber")
    void everyNumberedDocumentCanBeStampedAndStampedAgain(String template) {
        byte[] draft = draft(template);

        byte[] stamped = DocumentStamp.stamp(draft, NUMBER, DATE);
        assertThat(PoiTlDocumentRendererTest.text(stamped)).contains(NUMBER, DATE);

        String again = PoiTlDocumentRendererTest.text(DocumentStamp.stamp(stamped, "18-ОД", "2 сентября 2025 г."));
        assertThat(again).contains("18-ОД", "2 сентября 2025 г.").doesNotContain(NUMBER, DATE);
    }

    @Test
    void whatAPersonWroteStays() throws IOException {
        byte[] edited;
        try (XWPFDocument document =
                new XWPFDocument(new ByteArrayInputStream(draft(DocumentTemplates.ORDER_CURATOR)))) {
            document.createParagraph().createRun().setText("Дописано вручную & <подписано>");
            var out = new ByteArrayOutputStream();
            document.write(out);
            edited = out.toByteArray();
        }

        byte[] stamped = DocumentStamp.stamp(edited, NUMBER, DATE);

        assertThat(PoiTlDocumentRendererTest.text(stamped))
                .contains("Дописано вручную & <подписано>", "№ " + NUMBER, DATE)
                .doesNotContain("«____»");
        Map<String, String> before = PoiTlDocumentRendererTest.contents(edited);
        Map<String, String> after = PoiTlDocumentRendererTest.contents(stamped);
        assertThat(after.keySet()).containsExactlyInAnyOrderElementsOf(before.keySet());
        assertThat(after.get("word/styles.xml")).isEqualTo(before.get("word/styles.xml"));
    }

    @Test
    void aBlankSplitIntoRunsIsReplacedOnce() {
        byte[] docx = withParagraph(bookmark(
                "number",
                run("__") + "<w:proofErr w:type=\"spellStart\"/>" + run("42")
                        + "<w:del w:id=\"9\" w:author=\"\"><w:r><w:delText>41</w:delText></w:r></w:del>" + run("__")));

        byte[] stamped = DocumentStamp.stamp(docx, NUMBER, DATE);

        assertThat(xml(stamped)).contains(">" + NUMBER + "<", "41").doesNotContain(">42<", ">__<");
    }

    @Test
    void anEmptiedPlaceIsFilled() {
        byte[] docx = withParagraph("<w:r><w:rPr><w:b/></w:rPr><w:t>№ </w:t></w:r>" + bookmark("number", ""));

        byte[] stamped = DocumentStamp.stamp(docx, NUMBER, DATE);

        assertThat(PoiTlDocumentRendererTest.text(stamped)).contains("№ " + NUMBER);
        assertThat(xml(stamped)).containsSubsequence("bookmarkStart", "<w:rPr><w:b/></w:rPr>", NUMBER, "bookmarkEnd");
    }

    @Test
    void severalPlacesOfOneDocument() {
        byte[] docx = withParagraph(bookmark("number", run("__")) + bookmark("number_2", run("__")));

        assertThat(PoiTlDocumentRendererTest.text(DocumentStamp.stamp(docx, "5", null)))
                .contains("55");
    }

    @Test
    void aBookmarkThatSwallowedTextIsLeftAlone() {
        byte[] docx = withParagraph(bookmark("number", run("текст автора ".repeat(20))));
        assertThat(DocumentStamp.stamp(docx, NUMBER, DATE)).isSameAs(docx);

        byte[] spanning = withParagraph("<w:bookmarkStart w:id=\"0\" w:name=\"number\"/>" + run("первый")
                + "</w:p><w:p>" + run("второй") + "<w:bookmarkEnd w:id=\"0\"/>");
        assertThat(DocumentStamp.stamp(spanning, NUMBER, DATE)).isSameAs(spanning);
    }

    @Test
    void aFileWithoutPlacesIsReturnedAsItIs() {
        byte[] docx = withParagraph(run("Просто письмо") + bookmark("numbers", run("7")));

        assertThat(DocumentStamp.stamp(docx, NUMBER, DATE)).isSameAs(docx);
        assertThat(DocumentStamp.stamp(draft(DocumentTemplates.ORDER_CURATOR), null, " "))
                .isNotNull();
    }

    @Test
    void nothingToWriteLeavesTheFileAsItIs() {
        byte[] docx = draft(DocumentTemplates.ORDER_CURATOR);

        assertThat(DocumentStamp.stamp(docx, null, " ")).isSameAs(docx);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "not a zip", "PK\u0003\u0004 broken"})
    void whatIsNoDocxIsRefused(String content) {
        assertThatThrownBy(() -> DocumentStamp.stamp(content.getBytes(StandardCharsets.UTF_8), NUMBER, DATE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aZipWithoutADocumentIsRefused() {
        byte[] zip = edit(draft(DocumentTemplates.ORDER_CURATOR), name -> !name.startsWith("_rels"), xml -> xml);

        assertThatThrownBy(() -> DocumentStamp.stamp(zip, NUMBER, DATE)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anExternalEntityIsNotRead() {
        byte[] docx = withXml("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><w:document " + W
                + "><w:body><w:p>" + bookmark("number", run("&e;")) + "</w:p></w:body></w:document>");

        assertThatThrownBy(() -> DocumentStamp.stamp(docx, NUMBER, DATE)).isInstanceOf(IllegalArgumentException.class);
    }

    @SuppressWarnings("unchecked")
    private static byte[] draft(String template) {
        Map<String, Object> data = PoiTlDocumentRendererTest.blank(PoiTlDocumentRendererTest.full());
        Map<String, Object> paper = new HashMap<>((Map<String, Object>) data.get("paper"));
        paper.put("approved", true); // a roadmap without this mark has no place for a number
        data.put("paper", paper);
        return new PoiTlDocumentRenderer().render(template, data);
    }

    private static String bookmark(String name, String content) {
        return "<w:bookmarkStart w:id=\"%1$d\" w:name=\"%2$s\"/>%3$s<w:bookmarkEnd w:id=\"%1$d\"/>"
                .formatted(name.hashCode() & 0xFFFF, name, content);
    }

    private static String run(String text) {
        return "<w:r><w:t>" + text + "</w:t></w:r>";
    }

    private static byte[] withParagraph(String content) {
        return withXml("<w:document " + W + "><w:body><w:p>" + content + "</w:p></w:body></w:document>");
    }

    private static byte[] withXml(String document) {
        return edit(draft(DocumentTemplates.ORDER_CURATOR), name -> true, xml -> document);
    }

    private static String xml(byte[] docx) {
        return PoiTlDocumentRendererTest.contents(docx).get("word/document.xml");
    }

    private static byte[] edit(
            byte[] docx, java.util.function.Predicate<String> parts, UnaryOperator<String> documentXml) {
        var out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                byte[] bytes = in.readAllBytes();
                if (!parts.test(entry.getName())) {
                    continue;
                }
                zip.putNextEntry(new ZipEntry(entry.getName()));
                zip.write(
                        entry.getName().equals("word/document.xml")
                                ? documentXml
                                        .apply(new String(bytes, StandardCharsets.UTF_8))
                                        .getBytes(StandardCharsets.UTF_8)
                                : bytes);
            }
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return out.toByteArray();
    }
}
