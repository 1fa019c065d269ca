package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.UserInputException;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

class WordFileTest {
    private static final String BEGIN = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>";
    private static final String END = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";

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

    /** Who unpacks the file would write elsewhere than into the folder that was chosen. */
    @ParameterizedTest
    @ValueSource(strings = {"../../run.txt", "word/../../run.txt", "..\\run.txt", "/etc/run", "C:\\run.exe"})
    void partsThatLeadOutOfTheFileAreRefused(String name) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx(file -> {})));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                in.transferTo(zip);
            }
            zip.putNextEntry(new ZipEntry(name));
        }
        refused("document.upload-docx", "a.docx", out.toByteArray());
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
    @ValueSource(
            strings = {
                "http://example.org/t.dotm",
                "file://server/share/t.dotm",
                "file:////server/share/t.dotm",
                "//server/t.dotm"
            })
    void whatIsFetchedOnOpeningIsRefused(String target) throws Exception {
        refused(
                "document.upload-macros",
                "a.docx",
                docx(file -> external(
                        file,
                        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
                        target)));
    }

    @Test
    void theTemplateOnTheAuthorsOwnDiskIsHarmless() throws Exception {
        byte[] docx = docx(file -> external(
                file,
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate",
                "file:///C:/Users/a/Normal.dotm"));
        assertThatCode(() -> WordFile.check("a.docx", docx)).doesNotThrowAnyException();
    }

    /** Word breaks codes of fields into pieces, and so may whoever hides one. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                " DDEAUTO c:\\\\cmd.exe",
                " INCLUDEPICTURE \"http://example.org/a.png\"",
                "\"dde\" x",
                " INCLUDETEXT x",
                " LINK x"
            })
    void aFieldThatStartsAProgramOrFetchesAFileIsRefused(String code) throws Exception {
        refused("document.upload-macros", "a.docx", with(code, false));
        refused("document.upload-macros", "a.docx", with(code, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {" PAGE ", " DATE \\@ \"dd.MM.yyyy\" ", " HYPERLINK \"https://example.org\" ", " TOC \\o "})
    void otherFieldsAreTaken(String code) throws Exception {
        for (boolean inPieces : new boolean[] {false, true}) {
            byte[] docx = with(code, inPieces);
            assertThatCode(() -> WordFile.check("a.docx", docx)).doesNotThrowAnyException();
        }
    }

    /** Word drops a comment, reads any prefix and any quotes, and computes inner fields. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DDE<!--x-->AUTO c</w:instrText></w:r>",
                "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText><?x y?>LINK c</w:instrText></w:r>",
                "<w:r><w:instrText><![CDATA[INCLUDETEXT]]> c</w:instrText></w:r>",
                "<w:r><w:instrText><w:x/>DDE c</w:instrText></w:r>",
                "<w:fldSimple w:instr='INCLUDEPICTURE \"http://example.org\"'/>",
                "<q:fldSimple xmlns:q='http://schemas.openxmlformats.org/wordprocessingml/2006/main' q:instr='DDE c'/>",
                "<w:r><w:fldChar w:fldCharType='begin'/><w:instrText>D</w:instrText><w:fldChar w:fldCharType='begin'/>"
                        + "<w:instrText>QUOTE DE</w:instrText><w:fldChar w:fldCharType='end'/>"
                        + "<w:instrText>AUTO c</w:instrText><w:fldChar w:fldCharType='end'/></w:r>",
                BEGIN + "<w:r><w:t>INCLUDEPICTURE http://example.org</w:t></w:r>" + END,
                BEGIN + "<w:r><w:t>INCLUDE</w:t></w:r><w:r><w:instrText>TEXT c</w:instrText></w:r>" + END,
                BEGIN + "<w:r><w:instrText>LINK</w:instrText><w:tab/><w:instrText>c</w:instrText></w:r>" + END,
                BEGIN + "<w:del><w:r><w:delInstrText>PAGE </w:delInstrText></w:r></w:del>"
                        + "<w:r><w:instrText>DDE c</w:instrText></w:r>" + END,
                BEGIN + "<w:moveFrom><w:r><w:instrText>PAGE </w:instrText></w:r></w:moveFrom>"
                        + "<w:r><w:instrText>DDE c</w:instrText></w:r>" + END,
                BEGIN + "<x:x xmlns:x='urn:x'><w:r><w:instrText>PAGE </w:instrText></w:r></x:x>"
                        + "<w:r><w:instrText>DDE c</w:instrText></w:r>" + END,
                BEGIN + "<x:Choice xmlns:x='urn:x'><w:r><w:instrText>PAGE </w:instrText></w:r></x:Choice>"
                        + "<x:Fallback xmlns:x='urn:x'><w:r><w:instrText>DDE c</w:instrText></w:r></x:Fallback>" + END,
                BEGIN + "<w:r><w:instrText>D</w:instrText></w:r><x:x xmlns:x='urn:x'>" + END + "</x:x>"
                        + "<w:r><w:instrText>DE c</w:instrText></w:r>" + END,
                "<w:fldSimple x:instr='PAGE' xmlns:x='urn:x' w:instr='DDE c'/>",
                "<w:r><w:fldChar x:fldCharType='begin' xmlns:x='urn:x' w:fldCharType='begin'/></w:r>"
                        + "<w:r><w:instrText>D</w:instrText><w:fldChar w:fldCharType='x' fldCharType='end'/>"
                        + "<w:instrText>DE c</w:instrText></w:r>" + END
            })
    void aHiddenFieldIsRefused(String hidden) throws Exception {
        byte[] docx = inText(hidden);
        refused("document.upload-macros", "a.docx", docx);
        assertThatThrownBy(() -> TemplateFile.check("a.docx", docx)).isInstanceOf(UserInputException.class);
    }

    /** What people do to fields with the changes tracked, and what Word itself puts into and around them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<w:del>" + BEGIN + "<w:r><w:delInstrText>TOC</w:delInstrText></w:r>" + END + "</w:del>",
                BEGIN + "<w:r><w:instrText>DATE </w:instrText></w:r>"
                        + "<w:del><w:r><w:delInstrText>\\@ yy</w:delInstrText></w:r></w:del>"
                        + "<w:ins><w:r><w:instrText>\\@ yyyy</w:instrText></w:r></w:ins>" + END,
                BEGIN + "<w:r><w:rPr><x:x xmlns:x='urn:x'/></w:rPr><w:instrText>DATE</w:instrText></w:r>" + END,
                "<x:Choice xmlns:x='urn:x'>" + BEGIN + "<w:r><w:instrText>DATE</w:instrText></w:r>" + END
                        + "</x:Choice>",
                BEGIN + "<w:r><w:instrText>FORMTEXT</w:instrText><w:fldChar w:fldCharType='separate'/>"
                        + "<w:t>Link to DDE</w:t></w:r>" + END,
                "<w:r><w:t>DDE</w:t></w:r>"
            })
    void aFieldThatWasChangedIsTaken(String honest) throws Exception {
        byte[] docx = inText(honest);
        assertThatCode(() -> WordFile.check("a.docx", docx)).doesNotThrowAnyException();
    }

    @Test
    void aLetterThatAsksADatabaseIsRefused() throws Exception {
        byte[] docx = edited(
                "word/settings.xml",
                text -> "<w:settings xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
                        + "<w:mailMerge><w:connectString w:val='Data Source=//example.org/a'/></w:mailMerge>"
                        + "</w:settings>");
        refused("document.upload-letters", "a.docx", docx);
        assertThatThrownBy(() -> TemplateFile.check("a.docx", docx)).isInstanceOf(UserInputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"file:///C:/addressees.xlsx", "file://example.org/share/addressees.xlsx"})
    void aLetterWhoseAddresseesLieInAnotherFileIsToldSo(String addressees) throws Exception {
        byte[] docx = docx(file -> external(
                file,
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/mailMergeSource",
                addressees));
        refused("document.upload-letters", "a.docx", docx);
    }

    /** A template takes numbers of sheets, and no link however it is written. */
    @Test
    void aTemplateHasNoFieldButNumbers() throws Exception {
        byte[] number = inText("<w:fldSimple w:instr=' PAGE '/>");
        assertThatCode(() -> TemplateFile.check("a.docx", number)).doesNotThrowAnyException();
        for (String link : new String[] {
            "<w:fldSimple w:instr='HYPERLINK \"http://example.org\"'/>",
            "<w:r><w:instrText><![CDATA[HYPERLINK \"http://example.org\"]]></w:instrText></w:r>"
        }) {
            byte[] docx = inText(link);
            assertThatThrownBy(() -> TemplateFile.check("a.docx", docx))
                    .isInstanceOfSatisfying(
                            UserInputException.class,
                            refused -> org.assertj.core.api.Assertions.assertThat(refused.code())
                                    .isEqualTo("document.template.field"));
        }
    }

    @Test
    void whatTheWholeFileFetchesIsRefusedToo() throws Exception {
        byte[] docx = docx(file -> file.addExternalRelationship(
                "http://example.org/t.dotm",
                "http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"));
        refused("document.upload-macros", "a.docx", docx);
        assertThatThrownBy(() -> TemplateFile.check("a.docx", docx)).isInstanceOf(UserInputException.class);
    }

    private static byte[] inText(String markup) throws Exception {
        return edited("word/document.xml", text -> text.replace("</w:body>", "<w:p>" + markup + "</w:p></w:body>"));
    }

    private static byte[] edited(String part, UnaryOperator<String> edit) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(docx(file -> {})));
                ZipOutputStream to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                String text = new String(from.readAllBytes(), StandardCharsets.UTF_8);
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write((entry.getName().equals(part) ? edit.apply(text) : text).getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }

    @Test
    void aFileInTheFileIsRefused() throws Exception {
        refused("document.upload-macros", "a.docx", docx(file -> {
            PackagePartName name = PackagingURIHelper.createPartName("/word/chunk.html");
            file.createPart(name, "text/html")
                    .getOutputStream()
                    .write("<img src='//example.org/a'>".getBytes(StandardCharsets.US_ASCII));
            file.getPart(PackagingURIHelper.createPartName("/word/document.xml"))
                    .addRelationship(
                            name,
                            TargetMode.INTERNAL,
                            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk");
        }));
    }

    private static byte[] with(String code, boolean inPieces) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            XWPFParagraph paragraph = document.createParagraph();
            if (inPieces) {
                paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.BEGIN);
                paragraph.createRun().getCTR().addNewInstrText().setStringValue(code.substring(0, 3));
                paragraph.createRun().getCTR().addNewInstrText().setStringValue(code.substring(3));
                paragraph.createRun().getCTR().addNewFldChar().setFldCharType(STFldCharType.END);
            } else {
                paragraph.getCTP().addNewFldSimple().setInstr(code);
            }
            document.write(out);
            return out.toByteArray();
        }
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
