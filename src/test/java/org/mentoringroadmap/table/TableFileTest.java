package org.mentoringroadmap.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.SheetVisibility;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.Bombs;
import org.mentoringroadmap.table.Table.Cell;
import org.mentoringroadmap.table.Table.Flaw;
import org.mentoringroadmap.table.Table.Row;

class TableFileTest {
    private static final String LIST = "Фамилия;Имя\r\nПримеров;Пётр\r\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1251", "UTF-16LE", "UTF-16BE"})
    void readsWhateverEncoding(String charset) {
        String text = charset.equals("windows-1251") ? LIST : "\uFEFF" + LIST;

        assertThat(texts(only("список.csv", text.getBytes(Charset.forName(charset)))))
                .containsExactly(List.of("Фамилия", "Имя"), List.of("Примеров", "Пётр"));
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t"})
    void readsWhateverSeparator(String separator) {
        String text = String.join(separator, "Фамилия", "\"Запросы, цели\"", "Класс")
                + "\n"
                + String.join(separator, "Примеров", "\"Химия, \"\"био\"\"\nлогия; ещё\"", "5А");

        assertThat(texts(only(text)))
                .containsExactly(
                        List.of("Фамилия", "Запросы, цели", "Класс"),
                        List.of("Примеров", "Химия, \"био\"\nлогия; ещё", "5А"));
    }

    @Test
    void aSeparatorMayBeNamedInTheFirstLine() {
        Table table = only("sep=,\r\nФамилия,Имя\r\nПримеров,Пётр;Иван");

        assertThat(texts(table).get(1)).containsExactly("Примеров", "Пётр;Иван");
        assertThat(table.rows()).extracting(Row::number).containsExactly(2, 3);
    }

    @Test
    void rowsKeepTheirNumbersAndEmptyOnesAreLeftOut() {
        Table table = only("Фамилия;Имя\n\n;;\n \nПримеров;\"Пётр\nПетрович\"\nЛожкин;Олег");

        assertThat(table.rows()).extracting(Row::number).containsExactly(1, 5, 6);
        assertThat(only(table.text()).rows()).isEqualTo(table.rows());
        Table late = only("\n\nФамилия;Имя\nПримеров;\"Пётр\r\nПетрович\rИванович\"");
        assertThat(late.rows()).extracting(Row::number).containsExactly(3, 4);
        assertThat(only(late.text())).isEqualTo(late);
        assertThat(late.text()).doesNotContain("\r").endsWith("\n");
    }

    @Test
    void quotesWithinWordsAreWords() {
        assertThat(texts(only("Организация;Имя\nООО \"Пример\";Пётр\n\"Завод\" № 1;Иван")))
                .contains(List.of("ООО \"Пример\"", "Пётр"))
                .anySatisfy(row -> assertThat(row.get(0)).contains("Завод").contains("№ 1"));
    }

    @Test
    void anApostropheSaysThatATextIsNoFormula() {
        Table table = only("А;Б\n'=1+1;'+7 900\n'@слесарь;'слово'");

        assertThat(flaws(table).get(1)).containsOnlyNulls();
        assertThat(flaws(table).get(2)).containsOnlyNulls();
        assertThat(table.rows().get(1).cells()).extracting(Table.Cell::text).containsExactly("=1+1", "+7 900");
        assertThat(table.rows().get(2).cells()).extracting(Table.Cell::text).containsExactly("@слесарь", "'слово'");
        assertThat(only(table.text()).rows()).isEqualTo(table.rows());
    }

    @Test
    void aFormulaIsAFlaw() {
        Table table = only("А;Б\n=1+1;+SUM(A1)\n@cmd;+7 900 000-00-00\n#N/A;#ССЫЛКА!\n#1;- дробь");

        assertThat(flaws(table).get(1)).containsExactly(Flaw.FORMULA, Flaw.FORMULA);
        assertThat(flaws(table).get(2)).containsExactly(Flaw.FORMULA, null);
        assertThat(flaws(table).get(3)).containsExactly(Flaw.FAILED, Flaw.FAILED);
        assertThat(flaws(table).get(4)).containsExactly(null, null);
    }

    @ParameterizedTest
    @CsvSource({
        "'',table.empty",
        "' ; ; ',table.empty",
        "'А;Б\n\"В;Г',table.quotes",
        "'А\0Б',table.unreadable",
    })
    void refusesWhatIsNoTable(String text, String code) {
        refused(() -> TableFile.read(text), code);
        refused(() -> TableFile.read("список.csv", text.getBytes(StandardCharsets.UTF_8)), code);
    }

    @Test
    void hasLimits() {
        refused(() -> TableFile.read("А\n" + "Б\n".repeat(20_000)), "table.too-many-rows");
        assertThat(only("А\n" + "Б\n".repeat(10_000)).rows()).hasSize(10_001);
        refused(() -> TableFile.read("А;".repeat(300)), "table.too-many-columns");
        refused(() -> TableFile.read("А".repeat(20_000)), "table.cell-too-long");
        refused(() -> TableFile.read("а.csv", new byte[TableFile.MAX_SIZE + 1]), "table.too-large");
    }

    @Test
    void readsAWorkbook() {
        Table table = only("список.xlsx", workbook(book -> {
            XSSFSheet sheet = book.createSheet("Список");
            fill(sheet.createRow(0), "Фамилия", "Дата рождения", "Телефон", "Да", "Сколько");
            XSSFRow row = sheet.createRow(3);
            fill(row, " Примеров\u00a0", null, null, null, null);
            CellStyle day = book.createCellStyle();
            day.setDataFormat(book.createDataFormat().getFormat("dd.mm.yyyy;@"));
            row.createCell(1).setCellValue(LocalDate.of(2014, 9, 1));
            row.getCell(1).setCellStyle(day);
            row.createCell(2).setCellValue(89000000000d);
            row.createCell(3).setCellValue(true);
            row.createCell(4).setCellValue(2);
        }));

        assertThat(texts(table).get(1)).containsExactly("Примеров", "01.09.2014", "89000000000", "1", "2");
        assertThat(table.rows()).extracting(Row::number).containsExactly(1, 4);
        assertThat(only(table.text()).rows()).isEqualTo(table.rows());
    }

    @Test
    void daysOfAnOldAppleWorkbookAreTheSameDays() {
        assertThat(texts(only("список.xlsx", workbook(book -> {
                    book.getCTWorkbook().getWorkbookPr().setDate1904(true);
                    CellStyle day = book.createCellStyle();
                    day.setDataFormat((short) 14);
                    XSSFRow row = book.createSheet().createRow(0);
                    row.createCell(0).setCellValue(LocalDate.of(2014, 9, 1));
                    row.getCell(0).setCellStyle(day);
                }))))
                .containsExactly(List.of("01.09.2014"));
    }

    @Test
    void allSheetsWithTextAreRead() {
        Workbook workbook = TableFile.read("список.xlsx", workbook(book -> {
            fill(book.createSheet("Скрытый").createRow(0), "нет");
            book.setSheetVisibility(0, SheetVisibility.HIDDEN);
            book.createSheet("Пустой");
            fill(book.createSheet("5А").createRow(0), "да");
            fill(book.createSheet("5Б").createRow(0), "тоже");
        }));

        assertThat(workbook.sheets())
                .extracting(table -> table.name() + " " + table.hidden() + " " + texts(table))
                .containsExactly("Скрытый true [[нет]]", "5А false [[да]]", "5Б false [[тоже]]");
        assertThat(Workbook.of(workbook.text())).isEqualTo(workbook);
    }

    @Test
    void aFormulaInAWorkbookIsAFlawWhateverItsResult() {
        Table table = only("список.xlsx", workbook(book -> {
            XSSFRow row = book.createSheet().createRow(0);
            fill(row, "Примеров", null, null);
            row.createCell(1).setCellFormula("1+1");
            row.createCell(2).setCellFormula("\"Пётр\"");
            book.getCreationHelper().createFormulaEvaluator().evaluateAll();
        }));

        assertThat(flaws(table).get(0)).containsExactly(null, Flaw.FORMULA, Flaw.FORMULA);
        assertThat(flaws(only(table.text()))).isEqualTo(flaws(table));
    }

    @Test
    void macrosAreRefusedWhateverTheName() {
        byte[] plain = workbook(book -> fill(book.createSheet().createRow(0), "А"));
        refused(() -> TableFile.read("список.xlsm", plain), "table.macros");
        refused(() -> TableFile.read("список.xlsx", with(plain, "xl/vbaProject.bin", "x")), "table.macros");
    }

    @Test
    void otherFilesAreRefused() {
        refused(
                () -> TableFile.read(
                        "список.xls",
                        new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1}),
                "table.old-excel");
        refused(() -> TableFile.read("список.xlsx", new byte[] {'P', 'K', 3, 4, 0, 0}), "table.unreadable");
        refused(() -> TableFile.read("список.xlsx", zip(Map.of("письмо.txt", "А"))), "table.archive");
        refused(
                () -> TableFile.read(
                        "список.xlsx", zip(Map.of("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<не xml"))),
                "table.unreadable");
        byte[] whole = workbook(book -> fill(book.createSheet().createRow(0), "А"));
        refused(
                () -> TableFile.read("список.xlsx", java.util.Arrays.copyOf(whole, whole.length / 2)),
                "table.unreadable");
    }

    @Test
    @Timeout(180)
    void aZipBombIsRefusedBeforeItIsRead() {
        byte[] bomb =
                zip(Map.of("[Content_Types].xml", "<Types/>", "xl/worksheets/sheet1.xml", " <a/>".repeat(30_000_000)));

        assertThat(bomb.length).isLessThan(1024 * 1024);
        refused(() -> TableFile.read("список.xlsx", bomb), "table.bomb");
    }

    @Test
    @Timeout(180)
    void aFileThatHidesWhatItIsFullOfIsRefused() {
        byte[] plain = workbook(book -> fill(book.createSheet().createRow(0), "А"));
        assertThat(texts(only("список.xlsx", Bombs.with(plain, parts -> {})))).containsExactly(List.of("А"));
        for (byte[] bomb : List.of(
                Bombs.ofLargeParts(plain),
                Bombs.ofManyParts(plain),
                Bombs.ofFullHeaders(plain),
                Bombs.ofUnlistedParts(plain, 100))) {
            refused(() -> TableFile.read("список.xlsx", bomb), "table.bomb");
        }
        refused(() -> TableFile.read("список.xlsx", Bombs.ofAnotherMethod(plain)), "table.unreadable");
    }

    @Test
    void aColumnOrATextThatNoSpreadsheetHasIsRefused() {
        String sheet = "<worksheet><sheetData><row r=\"1\"><c r=\"%s1\" t=\"inlineStr\"><is><t>%s</t></is></c></row>"
                + "</sheetData></worksheet>";
        refused(() -> TableFile.read("а.xlsx", bookOf(sheet.formatted("ZZZZZZ", "А"))), "table.bomb");
        refused(() -> TableFile.read("а.xlsx", bookOf(sheet.formatted("A", "А".repeat(600_000)))), "table.bomb");
        assertThat(texts(only("а.xlsx", bookOf(sheet.formatted("B", "А"))))).containsExactly(List.of("", "А"));
    }

    @Test
    void aFileInTheNameOfAnotherKindIsReadAsWhatItIs() {
        assertThat(texts(only(
                        "список.csv", workbook(book -> fill(book.createSheet().createRow(0), "А")))))
                .containsExactly(List.of("А"));
        assertThat(texts(only("список.xlsx", LIST.getBytes(StandardCharsets.UTF_8))))
                .hasSize(2);
    }

    private static byte[] bookOf(String sheet) {
        String types = "http://schemas.openxmlformats.org/package/2006/content-types";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        return zip(Map.of(
                "[Content_Types].xml",
                "<Types xmlns=\"" + types + "\"><Override PartName=\"/xl/workbook.xml\" ContentType=\""
                        + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
                "xl/workbook.xml",
                "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                        + "\"><sheets><sheet name=\"1\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>",
                "xl/worksheets/sheet1.xml",
                sheet));
    }

    private static Table only(String text) {
        return TableFile.read(text).sheets().get(0);
    }

    private static Table only(String name, byte[] content) {
        return TableFile.read(name, content).sheets().get(0);
    }

    private static void refused(Runnable reading, String code) {
        assertThatThrownBy(reading::run)
                .isInstanceOfSatisfying(
                        UserInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static List<List<String>> texts(Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(Cell::text).toList())
                .toList();
    }

    private static List<List<Flaw>> flaws(Table table) {
        return table.rows().stream()
                .map(row -> row.cells().stream().map(Cell::flaw).toList())
                .toList();
    }

    private static void fill(XSSFRow row, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                row.createCell(i).setCellValue(texts[i]);
            }
        }
    }

    private static byte[] workbook(Consumer<XSSFWorkbook> content) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(file);
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] with(byte[] zip, String name, String content) {
        try (java.util.zip.ZipInputStream old =
                        new java.util.zip.ZipInputStream(new java.io.ByteArrayInputStream(zip));
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            try (ZipOutputStream out = new ZipOutputStream(file)) {
                for (ZipEntry entry; (entry = old.getNextEntry()) != null; ) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    old.transferTo(out);
                }
                out.putNextEntry(new ZipEntry(name));
                out.write(content.getBytes(StandardCharsets.UTF_8));
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] zip(Map<String, String> parts) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            try (ZipOutputStream out = new ZipOutputStream(file)) {
                for (Map.Entry<String, String> part : parts.entrySet()) {
                    out.putNextEntry(new ZipEntry(part.getKey()));
                    out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                }
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
