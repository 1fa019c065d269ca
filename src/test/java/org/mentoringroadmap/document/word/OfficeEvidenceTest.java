package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePartName;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.Bombs;

class OfficeEvidenceTest {
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private static final String TEXT =
            "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                    + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>%s</office:document-content>";

    private final OfficeEvidence evidence = new OfficeEvidence();

    @Test
    void whatSchoolsBringIsTaken() throws Exception {
        Map<String, byte[]> files = Map.of(
                "Список.xlsx", workbook(file -> {}),
                "Итоги.pptx", slides(),
                "Отчёт.docx", WordFileTest.docx(file -> {}),
                "Справка.odt",
                        openDocument("text", "Обычный текст", "Basic/script-lc.xml", "Basic/Standard/script-lb.xml"),
                "Таблица.ods", openDocument("spreadsheet", "1"),
                "Фото.jpg", new byte[] {1});
        files.forEach((name, content) ->
                assertThatCode(() -> evidence.check(name, content)).as(name).doesNotThrowAnyException());
    }

    @Test
    void aLinkThatAPersonClicksAndAWorkbookBesideAreHarmless() throws Exception {
        byte[] linked = workbook(file -> {
            external(file, "hyperlink", "https://example.org/");
            external(file, "externalLinkPath", "file:///C:/school/list.xlsx");
        });
        assertThatCode(() -> evidence.check("a.xlsx", linked)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.xlsx", "a.pptx", "a.odt", "a.ods"})
    void aSmallFileThatUnpacksToMuchIsRefused(String name) throws Exception {
        byte[] plain = name.endsWith("x")
                ? name.equals("a.xlsx") ? workbook(file -> {}) : slides()
                : openDocument(name.equals("a.odt") ? "text" : "spreadsheet", "1");
        Map<String, byte[]> bombs = new TreeMap<>(Map.of(
                "large parts", Bombs.ofLargeParts(plain),
                "zeros", Bombs.ofZeros(plain, 80),
                "many parts", Bombs.ofManyParts(plain),
                "full headers", Bombs.ofFullHeaders(plain),
                "unlisted parts", Bombs.ofUnlistedParts(plain, 80)));
        bombs.forEach((kind, bomb) -> assertThat(refusal(name, bomb)).as(kind).isEqualTo("evidence.too-much"));
        assertThat(refusal(name, Bombs.ofAnotherMethod(plain))).isEqualTo("evidence.content");
    }

    @Test
    void whatRunsOrFetchesIsRefused() throws Exception {
        assertActive(
                "a.xlsx",
                workbook(file -> part(file, "/xl/vbaProject.bin", "application/vnd.ms-office.vbaProject", "")));
        assertActive(
                "a.xlsx",
                workbook(file -> part(
                        file,
                        "/xl/connections.xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.connections+xml",
                        "<connections/>")));
        assertActive(
                "a.xlsx",
                workbook(file -> part(
                        file,
                        "/xl/externalLinks/externalLink1.xml",
                        "application/vnd.openxmlformats-officedocument.spreadsheetml.externalLink+xml",
                        "<externalLink><ddeLink ddeService='cmd' ddeTopic='/c calc'/></externalLink>")));
        assertActive("a.xlsx", workbook(file -> external(file, "image", "http://example.org/a.png")));
        assertActive("a.xlsx", workbook(file -> external(file, "externalLinkPath", "file://server/share/a.xlsx")));
        assertActive("a.pptx", Bombs.with(slides(), zip -> zip.putNextEntry(new ZipEntry("ppt/VBAPROJECT.BIN"))));
        assertActive("a.pptx", Bombs.with(slides(), zip -> zip.putNextEntry(new ZipEntry("../../a.txt"))));
        assertActive("a.odt", openDocument("text", "1", "Basic/Standard/Module1.xml"));
        assertActive("a.ods", openDocument("spreadsheet", "1", "Scripts/python/a.py"));
        assertActive("a.odt", openDocument("text", "<text:dde-connection-decl office:dde-application='cmd'/>"));
        assertActive("a.ods", openDocument("spreadsheet", "<office:dde-source office:dde-application='cmd'/>"));
    }

    @Test
    void whatCannotBeReadIsRefusedWithTheKindThatItShouldBe() throws Exception {
        assertThat(refusal("a.odt", openDocument("text", "<broken"))).isEqualTo("evidence.content");
        assertThat(refusal("a.xlsx", new byte[] {'P', 'K', 3, 4})).isEqualTo("evidence.content");
        assertThat(refusal("a.odt", openDocument("text", "<x>".repeat(100_000))))
                .isEqualTo("evidence.content");
    }

    private void assertActive(String name, byte[] content) {
        assertThat(refusal(name, content)).isEqualTo("evidence.active");
    }

    private String refusal(String name, byte[] content) {
        String[] code = new String[1];
        assertThatThrownBy(() -> evidence.check(name, content))
                .isInstanceOfSatisfying(UserInputException.class, refused -> code[0] = refused.code());
        return code[0];
    }

    private static void part(OPCPackage file, String name, String type, String text) throws Exception {
        try (var out =
                file.createPart(PackagingURIHelper.createPartName(name), type).getOutputStream()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void external(OPCPackage file, String type, String target) throws Exception {
        PackagePartName workbook = PackagingURIHelper.createPartName("/xl/workbook.xml");
        file.getPart(workbook).addRelationship(URI.create(target), TargetMode.EXTERNAL, RELATION + type);
    }

    private static byte[] workbook(WordFileTest.Change change) throws Exception {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            workbook.createSheet().createRow(0).createCell(0).setCellValue("Список");
            change.in(workbook.getPackage());
            workbook.write(out);
            return out.toByteArray();
        }
    }

    private static byte[] slides() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        OPCPackage file = OPCPackage.create(out);
        part(
                file,
                "/ppt/presentation.xml",
                "application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                "<presentation/>");
        file.addRelationship(
                PackagingURIHelper.createPartName("/ppt/presentation.xml"),
                TargetMode.INTERNAL,
                RELATION + "officeDocument");
        file.close();
        return out.toByteArray();
    }

    private static byte[] openDocument(String kind, String body, String... others) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] type = ("application/vnd.oasis.opendocument." + kind).getBytes(StandardCharsets.US_ASCII);
            CRC32 crc = new CRC32();
            crc.update(type);
            ZipEntry first = new ZipEntry("mimetype");
            first.setMethod(ZipEntry.STORED);
            first.setSize(type.length);
            first.setCrc(crc.getValue());
            zip.putNextEntry(first);
            zip.write(type);
            zip.putNextEntry(new ZipEntry("content.xml"));
            zip.write(TEXT.formatted(body).getBytes(StandardCharsets.UTF_8));
            for (String other : others) {
                zip.putNextEntry(new ZipEntry(other));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }
}
