package org.mentoringroadmap.activity.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.FileType;

class EvidenceFileTest {
    private static final byte[] PDF = "%PDF-1.7 …".getBytes(StandardCharsets.UTF_8);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0};

    @ParameterizedTest
    @CsvSource({
        "протокол.pdf,протокол.pdf",
        "C:\\Users\\school\\протокол.PDF,протокол.PDF",
        "../../etc/протокол.pdf,протокол.pdf",
        "'  про\u202Eток\u0000ол  1.pdf ',протокол 1.pdf",
        "a<b>:c?.pdf,abc.pdf",
        "...pdf,file.pdf",
        ".pdf,file.pdf",
    })
    void cleansNames(String sent, String kept) {
        assertThat(EvidenceFile.checked(sent, PDF).name()).isEqualTo(kept);
    }

    @Test
    void shortensNamesAndKeepsTheExtension() {
        assertThat(EvidenceFile.checked("я".repeat(400) + ".pdf", PDF).name())
                .hasSize(150)
                .endsWith("я.pdf");
    }

    @Test
    void mediaTypeFollowsFromTheExtension() {
        assertThat(EvidenceFile.checked("a.png", PNG).contentType()).isEqualTo("image/png");
        assertThat(EvidenceFile.checked("a.txt", "Привет\r\n".getBytes(StandardCharsets.UTF_8))
                        .contentType())
                .isEqualTo("text/plain");
        assertThat(EvidenceFile.checked("a.heic", "\0\0\0\30ftypheic\0\0\0\0".getBytes(StandardCharsets.ISO_8859_1))
                        .contentType())
                .isEqualTo("image/heic");
    }

    @Test
    void acceptsOfficeFiles() throws IOException {
        assertThat(EvidenceFile.checked("a.docx", zip("[Content_Types].xml", "word/document.xml"))
                        .contentType())
                .endsWith("wordprocessingml.document");
        assertThat(EvidenceFile.checked("a.xlsx", zip("[Content_Types].xml", "xl/workbook.xml"))
                        .contentType())
                .endsWith("spreadsheetml.sheet");
        assertThat(EvidenceFile.checked("a.odt", openDocument("application/vnd.oasis.opendocument.text"))
                        .contentType())
                .endsWith("opendocument.text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a.exe", "a.html", "a.svg", "a.zip", "a.docm", "a.pdf.exe", "a", "", "a.", "a.abcdefghijkl"})
    void refusesOtherKinds(String name) {
        assertRefused(name, PDF, "evidence.type");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.png", "a.jpg", "a.docx", "a.odt", "a.heic"})
    void refusesContentThatDoesNotAgree(String name) {
        assertRefused(name, PDF, "evidence.content");
    }

    @Test
    void refusesDisguises() throws IOException {
        assertRefused("a.docx", zip("[Content_Types].xml", "xl/workbook.xml"), "evidence.content");
        assertRefused("a.docx", zip("payload.exe"), "evidence.content");
        assertRefused(
                "a.docx", zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "evidence.content");
        assertRefused("a.ods", openDocument("application/vnd.oasis.opendocument.text"), "evidence.content");
        assertRefused("a.txt", new byte[] {'M', 'Z', 0, 1, 2}, "evidence.content");
        assertRefused("a.pdf", "<html>".getBytes(StandardCharsets.UTF_8), "evidence.content");
    }

    @Test
    void refusesBrokenArchivesWithoutFailing() throws IOException {
        byte[] whole = zip("[Content_Types].xml", "word/document.xml");
        for (int length = 1; length < whole.length; length++) {
            assertRefused("a.docx", java.util.Arrays.copyOf(whole, length), "evidence.content");
        }
    }

    @Test
    void refusesEmptyAndTooLarge() {
        assertRefused("a.pdf", new byte[0], "evidence.empty");
        assertRefused("a.pdf", new byte[FileType.MAX_MEGABYTES * 1024 * 1024 + 1], "evidence.too-large");
    }

    private static void assertRefused(String name, byte[] content, String code) {
        assertThatThrownBy(() -> EvidenceFile.checked(name, content))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        refusal -> assertThat(refusal.code()).isEqualTo(code));
    }

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(1);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] openDocument(String mediaType) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] content = mediaType.getBytes(StandardCharsets.US_ASCII);
            java.util.zip.CRC32 crc = new java.util.zip.CRC32();
            crc.update(content);
            ZipEntry entry = new ZipEntry("mimetype");
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(content.length);
            entry.setCrc(crc.getValue());
            zip.putNextEntry(entry);
            zip.write(content);
        }
        return bytes.toByteArray();
    }
}
