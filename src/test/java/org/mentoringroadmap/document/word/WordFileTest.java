package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.UserInputException;

class WordFileTest {
    interface Change {
        void in(OPCPackage file) throws Exception;
    }

    @Test
    void aWordDocumentIsTaken() throws Exception {
        assertThatCode(() -> WordFile.check("Приказ.DOCX", docx(file -> {}))).doesNotThrowAnyException();
    }

    @Test
    void aLinkInTheTextIsHarmless() throws Exception {
        byte[] docx = docx(file -> external(file, XWPFRelation.HYPERLINK.getRelation(), "https://example.org/"));
        assertThatCode(() -> WordFile.check("a.docx", docx)).doesNotThrowAnyException();
    }

    @Test
    void otherFilesAreRefused() throws Exception {
        refused("document.upload-missing", "a.docx", new byte[0]);
        refused("document.upload-docx", "a.doc", docx(file -> {}));
        refused("document.upload-docx", null, docx(file -> {}));
        refused("document.upload-docx", "a.docx", "Приказ".getBytes(StandardCharsets.UTF_8));
        refused("document.upload-docx", "a.docx", zip());
        refused("document.upload-docx", "a.docx", workbook());
        refused("document.upload-docx", "a.docx", java.util.Arrays.copyOf(docx(file -> {}), 600));
        refused("document.upload-large", "a.docx", new byte[10 * 1024 * 1024 + 1]);
    }

    @Test
    void macrosAreRefused() throws Exception {
        refused(
                "document.upload-macros",
                "a.docx",
                docx(file -> file.createPart(
                                PackagingURIHelper.createPartName("/word/vbaProject.bin"),
                                "application/vnd.ms-office.vbaProject")
                        .getOutputStream()
                        .write(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://example.org/t.dotm", "file://server/share/t.dotm"})
    void whatIsFetchedOnOpeningIsRefused(String target) throws Exception {
        refused(
                "document.upload-macros",
                "a.docx",
                docx(file -> external(
                        file,
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
                        target)));
    }

    static byte[] docx(Change change) throws Exception {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText("Исправлено в Word");
            change.in(document.getPackage());
            document.write(out);
            return out.toByteArray();
        }
    }

    private static void external(OPCPackage file, String type, String target) throws Exception {
        file.getPart(PackagingURIHelper.createPartName("/word/document.xml"))
                .addRelationship(java.net.URI.create(target), TargetMode.EXTERNAL, type);
    }

    private static byte[] workbook() throws IOException {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet();
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            zip.write("<a/>".getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private static void refused(String code, String name, byte[] content) {
        assertThatThrownBy(() -> WordFile.check(name, content))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refused -> org.assertj.core.api.Assertions.assertThat(refused.code())
                                .isEqualTo(code));
    }
}
