package org.mentoringroadmap.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists of ours as Excel opens them. */
class SheetFileTest {
    private static final List<SheetFile.Column> COLUMNS =
            List.of(new SheetFile.Column("Что", 20), new SheetFile.Column("Дата", 12));

    @TempDir
    private Path folder;

    @Test
    void aDayIsADayAndWhatLooksLikeAFormulaIsAText() throws Exception {
        byte[] file = new SheetFile(
                        "Список",
                        COLUMNS,
                        List.of(
                                List.of("=1+1", "31.12.2026"),
                                Arrays.asList("29.02.2027", null),
                                List.of("01.12.2026; 02.12.2026", "сегодня")))
                .content();

        String sheet = part(file, "xl/worksheets/sheet1.xml");
        assertThat(sheet).contains("<autoFilter ref=\"A1:B4\"").doesNotContain("<f>");
        assertThat(sheet).as("31.12.2026 as Excel counts days").containsPattern("r=\"B2\"[^>]*><v>46387(\\.0)?</v>");
        assertThat(sheet).as("no such day").containsPattern("r=\"A3\"[^>]*t=\"s\"");
        assertThat(part(file, "xl/styles.xml")).contains("dd.mm.yyyy");
        assertThat(part(file, "xl/sharedStrings.xml")).contains("=1+1", "29.02.2027", "01.12.2026; 02.12.2026");
    }

    private String part(byte[] file, String name) throws IOException {
        Path saved = Files.write(folder.resolve("list.xlsx"), file);
        try (ZipFile zip = new ZipFile(saved.toFile())) {
            return new String(zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
