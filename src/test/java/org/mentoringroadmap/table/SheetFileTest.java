package org.mentoringroadmap.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

/** Lists of ours as Excel opens them. */
class SheetFileTest {
    private static final List<SheetFile.Column> COLUMNS =
            List.of(new SheetFile.Column("Что", 20), new SheetFile.Column("Дата", 12));

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

    private static String part(byte[] file, String name) throws Exception {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(name)) {
                    return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                }
            }
        }
        throw new AssertionError(name);
    }
}
