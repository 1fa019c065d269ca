package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.poi.openxml4j.opc.PackagingURIHelper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.support.Bombs;

/** Small files that unpack to much are refused by a process that could not hold what is in them. */
class WordBombsTest {
    private static final String DOCUMENT = "word/document.xml";
    private static final String HEAD =
            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

    @TempDir
    private Path folder;

    @Test
    void noBombGoesOffInASmallHeap() throws Exception {
        byte[] plain = WordFileTest.docx(file -> {});
        Map<String, byte[]> files = new TreeMap<>(Map.of(
                "plain", plain,
                "large-parts", Bombs.ofLargeParts(plain),
                "zeros", Bombs.ofZeros(plain, 600),
                "many-parts", Bombs.ofManyParts(plain),
                "full-headers", Bombs.ofFullHeaders(plain),
                "unlisted", Bombs.ofUnlistedParts(plain, 600),
                "another-method", Bombs.ofAnotherMethod(plain),
                "packed-in-a-part", packedInAPart()));
        files.put("many-tags", text(plain, "<w:p/>".repeat(3_100_000)));
        files.put("deep", text(plain, "<w:p>".repeat(100_000) + "</w:p>".repeat(100_000)));
        files.put(
                "entities",
                Bombs.with(
                        plain,
                        DOCUMENT,
                        "<!DOCTYPE x [<!ENTITY a \"" + "a".repeat(1000) + "\"><!ENTITY b \"" + "&a;".repeat(1000)
                                + "\">]>" + HEAD + "<w:body>" + "&b;".repeat(1000) + "</w:body></w:document>"));
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            assertThat(file.getValue()).as(file.getKey()).hasSizeLessThan(10 * 1024 * 1024);
            Files.write(folder.resolve(file.getKey()), file.getValue());
        }

        assertThat(checkedInASmallHeap())
                .containsExactly(
                        "another-method document.upload-docx",
                        "deep document.upload-docx",
                        "entities document.upload-docx",
                        "full-headers document.upload-bomb",
                        "large-parts document.upload-bomb",
                        "many-parts document.upload-bomb",
                        "many-tags document.upload-bomb",
                        "packed-in-a-part taken",
                        "plain taken",
                        "unlisted document.upload-bomb",
                        "zeros document.upload-bomb");
    }

    private static byte[] text(byte[] plain, String body) {
        return Bombs.with(plain, DOCUMENT, HEAD + "<w:body>" + body + "</w:body></w:document>");
    }

    private static byte[] packedInAPart() throws Exception {
        return WordFileTest.docx(file -> {
            try (OutputStream part = file.createPart(
                            PackagingURIHelper.createPartName("/word/media/inner.zip"), "application/zip")
                    .getOutputStream()) {
                part.write(Bombs.inAPart(600));
            }
        });
    }

    private List<String> checkedInASmallHeap() throws IOException, InterruptedException {
        Path output = Files.createTempFile("small-heap", ".txt");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx80m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dfile.encoding=UTF-8",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        SmallHeap.class.getName(),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        Files.delete(output);
        assertThat(process.exitValue()).as(String.join("\n", lines)).isZero();
        return lines.stream()
                .filter(line -> line.matches("[a-z-]+ (taken|document\\.[a-z-]+)"))
                .toList();
    }
}
