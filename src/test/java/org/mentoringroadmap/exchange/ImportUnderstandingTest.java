package org.mentoringroadmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.SheetChoices;
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.SheetUnderstanding.Column;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.mentoringroadmap.table.SheetUnderstanding.SheetLine;
import org.mentoringroadmap.table.SheetUnderstanding.TakenRow;
import org.mentoringroadmap.table.TableFile;
import org.mentoringroadmap.table.Workbook;
import org.springframework.context.support.ResourceBundleMessageSource;

/** Lists as schools bring them: what is taken for what, which class each row gets, what is left out. */
class ImportUnderstandingTest {
    private static final ImportWords WORDS = words();

    private static ImportWords words() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasenames(
                "messages/import",
                "messages/participant",
                "messages/programme",
                "messages/shared",
                "messages/activity");
        messages.setDefaultEncoding("UTF-8");
        messages.setFallbackToSystemLocale(false);
        return new ImportWords(messages);
    }

    @Test
    void hiddenRowsAreLeftOutAndTakenWithAClick() {
        Workbook file = given("02-hidden-rows/input.xlsx");
        SheetUnderstanding found = understand(file, SheetChoices.NONE);

        assertThat(values(found, "LAST_NAME")).containsExactly("Видный", "Видимая");
        assertThat(found.hiddenRows()).isEqualTo(1);
        assertThat(sheet(found).leftOut())
                .extracting(ImportIssue::message)
                .anyMatch(text -> text.contains("Скрытых строк: 1"));
        SheetUnderstanding all = understand(file, new SheetChoices(Set.of(), null, List.of(), "", true, false, false));
        assertThat(values(all, "LAST_NAME")).containsExactly("Видный", "Скрытый", "Видимая");
        assertThat(sheet(all).leftOut()).isEmpty();
    }

    @Test
    void aMergedClassIsThatOfEachRow() {
        SheetUnderstanding found = understand(given("03-merged-class/input.xlsx"), SheetChoices.NONE);

        assertThat(values(found, "SCHOOL_CLASS")).containsExactly("5А", "5А", "5А");
        assertThat(found.spread()).isTrue();
    }

    @Test
    void signaturesUnderTheTableAreNobody() {
        Workbook file = given("14-signature-below/input.xlsx");
        SheetUnderstanding found = understand(file, SheetChoices.NONE);

        assertThat(values(found, "FULL_NAME")).containsExactly("Списков Степан Степанович");
        assertThat(found.below()).hasSize(2);
        assertThat(values(
                        understand(file, new SheetChoices(Set.of(), null, List.of(), "", false, false, true)),
                        "FULL_NAME"))
                .hasSize(3);
    }

    @Test
    void aRowOfOneTextNamesTheClassOfTheRowsUnderIt() {
        SheetUnderstanding found = understand(given("34-class-as-row/input.xlsx"), SheetChoices.NONE);

        assertThat(values(found, "LAST_NAME")).containsExactly("Разделов", "Разделова");
        assertThat(values(found, "SCHOOL_CLASS")).containsExactly("5А", "5Б");
        assertThat(found.groups()).containsExactly("5А", "5Б");
    }

    @Test
    void aSheetForEachClassIsOneList() {
        SheetUnderstanding found = understand(given("58-class-per-sheet/input.xlsx"), SheetChoices.NONE);

        assertThat(values(found, "LAST_NAME")).containsExactly("Листов", "Листова");
        assertThat(values(found, "SCHOOL_CLASS")).doesNotContain("").doesNotHaveDuplicates();
        assertThat(found.groupsOfSheets()).isTrue();
        assertThat(found.rows()).extracting(TakenRow::sheetName).doesNotContain("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "18-strict/input.xlsx",
                "20-date-formats/input.xlsx",
                "31-libreoffice/input.xlsx",
                "31-libreoffice/input.ods",
                "33-title-above/input.xlsx",
                "12-html-xls/input-2003.xml"
            })
    void usualFilesAreRead(String name) {
        SheetUnderstanding found = understand(given(name), SheetChoices.NONE);

        assertThat(found.rows()).isNotEmpty();
        assertThat(sheet(found).errors()).isEmpty();
    }

    @Test
    void theStrictKindOfBookHasItsDays() {
        SheetUnderstanding found = understand(given("18-strict/input.xlsx"), SheetChoices.NONE);

        assertThat(values(found, "LAST_NAME")).containsExactly("Строгова");
        assertThat(values(found, "BIRTH_DATE")).containsExactly("01.09.2013");
    }

    @Test
    void anOpenDocumentSheetIsRead() {
        SheetUnderstanding found = understand(given("31-libreoffice/input.ods"), SheetChoices.NONE);

        assertThat(values(found, "FIRST_NAME")).containsExactly("Олег", "Фока");
        assertThat(values(found, "BIRTH_DATE")).containsExactly("01.09.2013", "01.10.2011");
    }

    @ParameterizedTest
    @CsvSource({
        "12-html-xls/input.xls, table.web-page",
        "12-html-xls/input-libreoffice.html, table.web-page",
    })
    void whatIsNoTableIsNamed(String name, String code) {
        assertThatThrownBy(() -> given(name))
                .isInstanceOfSatisfying(
                        UserInputException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    @ParameterizedTest
    @ValueSource(strings = {"input.xls", "input.xlsx"})
    void anOldOrLockedBookIsNamed(String name) {
        assertThatThrownBy(() -> given("11-password-or-old-xls/" + name))
                .isInstanceOfSatisfying(
                        UserInputException.class,
                        e -> assertThat(e.code()).isIn("table.xls", "table.password", "table.old-excel"));
    }

    @Test
    void theSeparatorIsTheOneWithWhichTheHeaderIsUnderstood() {
        SheetUnderstanding found = understand(given("08-comma-with-semicolon/input.csv"), SheetChoices.NONE);

        assertThat(values(found, "FULL_NAME")).containsExactly("Гуглов Герман Германович", "Формина Фаина Фёдоровна");
        assertThat(values(found, "REQUESTS")).containsExactly("математика; химия", "химия, физика");
    }

    @ParameterizedTest
    @CsvSource({
        "input-class-letter.csv, LAST_NAME FIRST_NAME MIDDLE_NAME BIRTH_DATE SCHOOL_CLASS CLASS_LETTER, 5А",
        "input-parallel-letter.csv, LAST_NAME FIRST_NAME MIDDLE_NAME BIRTH_DATE CLASS_YEAR CLASS_LETTER, 5А",
        "input-fio-2.csv, - FULL_NAME BIRTH_DATE SCHOOL_CLASS, 5А",
        "input-fio-3.csv, - FULL_NAME - SCHOOL_CLASS, 5А",
        "input-fio-variants.csv, - FULL_NAME BIRTH_DATE SCHOOL_CLASS, 5А",
        "input-netschool.csv, - LAST_NAME FIRST_NAME MIDDLE_NAME BIRTH_DATE - SCHOOL_CLASS, 5А",
    })
    void headingsAreUnderstoodAsPeopleWriteThem(String name, String columns, String schoolClass) {
        SheetUnderstanding found = understand(given("24-headings/" + name), SheetChoices.NONE);

        assertThat(ids(found)).isEqualTo(columns);
        ImportSheet sheet = sheet(found);
        assertThat(sheet.errors()).isEmpty();
        int at = sheet.headings().entrySet().stream()
                .filter(heading -> heading.getValue().column() == ImportColumn.SCHOOL_CLASS)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
        assertThat(sheet.rows().get(0).row().text(at)).isEqualTo(schoolClass);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Ф. И. О. (полностью)|FULL_NAME",
                "Ф.И.О. ребёнка *|FULL_NAME",
                "Ф.И. учащегося|FULL_NAME",
                "Фамилия, имя, отчество обучающегося|FULL_NAME",
                "Дата рожд. (дд.мм.гггг)|BIRTH_DATE",
                "Кл.|SCHOOL_CLASS",
                "Класс [цифра и буква]|SCHOOL_CLASS",
                "Тел. родителя|REPRESENTATIVE_PHONE",
                "ФИО мамы|REPRESENTATIVE_NAME",
                "Возраст от, лет|AGE_FROM",
                "Эл. почта|EMAIL",
                "Как вас зовут? (фамилия, имя, отчество)|FULL_NAME",
                "Ваш телефон для связи|PHONE",
                "Дата вашего рождения|BIRTH_DATE",
                "ФИО родителей, телефон|REPRESENTATIVE_NAME",
                "Ф.И.О. и телефон родителя|REPRESENTATIVE_NAME",
                "ФИО ученика, класс|FULL_NAME",
                "Класс / ФИО|FULL_NAME",
                "Кем вы работаете?|CATEGORY",
                "Чем можете помочь? (через запятую)|COMPETENCES",
                "Когда вам удобно встречаться?|HOURS",
                "Сколько наставляемых готовы взять?|CAPACITY"
            })
    void headingsAreKnownWithoutDotsBracketsOwnersAndUnits(String heading, String id) {
        assertThat(new ImportHeadings(WORDS, ParticipantRole.MENTOR).column(List.of(heading), List.of()))
                .contains(id);
    }

    @ParameterizedTest
    @CsvSource({
        "5А, 5А",
        "5 «а», 5А",
        "5-А, 5А",
        "5а класс, 5А",
        "Класс 10Б, 10Б",
        "Список обучающихся 7 «В» класса, 7В",
        "11 класс, 11",
        "Лист1,",
        "5,",
        "Всего 25,",
        "5А и 5Б классы,",
        "11 лет,",
        "Иванов Иван,",
    })
    void aClassIsSaidByTextsOfSheetsAndRows(String text, String schoolClass) {
        assertThat(new ImportHeadings(WORDS, ParticipantRole.MENTEE).group(text))
                .isEqualTo(java.util.Optional.ofNullable(schoolClass));
    }

    /** The list of finding Y12: two rows of headings, a merged head over the parent's columns, signatures. */
    @Test
    void theParentsPhoneIsTheParents() {
        SheetUnderstanding found = understand(
                book(book -> {
                    XSSFSheet sheet = book.createSheet("Лист1");
                    row(sheet, 0, "МБОУ «Пример»");
                    row(sheet, 1, "Список обучающихся");
                    sheet.addMergedRegion(CellRangeAddress.valueOf("A1:F1"));
                    sheet.addMergedRegion(CellRangeAddress.valueOf("A2:F2"));
                    row(sheet, 3, "№ п/п", "Обучающийся", null, null, "Родитель (законный представитель)");
                    row(sheet, 4, null, "Фамилия Имя Отчество", "Дата рождения", "Класс", "ФИО родителя", "Телефон");
                    for (String merged : List.of("A4:A5", "B4:D4", "E4:F4")) {
                        sheet.addMergedRegion(CellRangeAddress.valueOf(merged));
                    }
                    row(sheet, 5, "1", "Примеров Пётр", "01.09.2015", "5А", "Примерова Анна", "8 900 000-00-01");
                    row(sheet, 6, "2", "Ложкин Олег", "02.09.2015", "5 \"А\"", "Ложкина Инна", "8 900 000-00-02");
                    row(sheet, 8, "Директор школы");
                    row(sheet, 9, null, "Исп. Образцова А. А.");
                }),
                SheetChoices.NONE);

        assertThat(ids(found))
                .isEqualTo("- FULL_NAME BIRTH_DATE SCHOOL_CLASS REPRESENTATIVE_NAME REPRESENTATIVE_PHONE");
        assertThat(found.headerFrom()).isEqualTo(4);
        assertThat(found.headerTo()).isEqualTo(5);
        assertThat(values(found, "FULL_NAME")).containsExactly("Примеров Пётр", "Ложкин Олег");
        assertThat(found.below()).hasSize(2);
        assertThat(sheet(found).warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ФИО;Класс;ФИО родителя;Телефон|FULL_NAME SCHOOL_CLASS REPRESENTATIVE_NAME REPRESENTATIVE_PHONE",
                "ФИО;Телефон;ФИО родителя;Телефон|FULL_NAME PHONE REPRESENTATIVE_NAME REPRESENTATIVE_PHONE",
                "ФИО;Мать;Контактный телефон;Класс|FULL_NAME REPRESENTATIVE_NAME REPRESENTATIVE_PHONE SCHOOL_CLASS",
                "ФИО;Родитель;Место работы;Телефон|FULL_NAME REPRESENTATIVE_NAME - REPRESENTATIVE_PHONE",
                "ФИО;Родитель;Телефон ученика|FULL_NAME REPRESENTATIVE_NAME PHONE",
                "ФИО;ФИО матери;Телефон;ФИО отца;Телефон|FULL_NAME REPRESENTATIVE_NAME REPRESENTATIVE_PHONE - -",
                "ФИО;Родитель;Телефон родителя;Телефон|FULL_NAME REPRESENTATIVE_NAME REPRESENTATIVE_PHONE PHONE",
                "ФИО;Родитель;Телефон;Моб. телефон|FULL_NAME REPRESENTATIVE_NAME REPRESENTATIVE_PHONE -",
                "ФИО;Родитель;Эл. почта|FULL_NAME REPRESENTATIVE_NAME -"
            })
    void aPhoneBelongsToWhoeverStandsBeforeIt(String header, String columns) {
        SheetUnderstanding found = understand(
                TableFile.read(
                        header + "\nПримеров Пётр" + ";а".repeat(header.split(";").length - 1), WORDS::isHeading),
                SheetChoices.NONE);

        assertThat(ids(found)).isEqualTo(columns);
        assertThat(sheet(found).errors()).isEmpty();
    }

    @Test
    void whatAColumnIsCanBeChosenAndStaysChosenForTheseHeadingsOnly() {
        Workbook file = text("Кто;Что;Класс", "Примеров Пётр;8 900 000-00-00;5А");
        SheetUnderstanding found = understand(file, SheetChoices.NONE);
        assertThat(sheet(found).errors()).isNotEmpty();
        SheetChoices chosen =
                new SheetChoices(Set.of(), null, List.of("FULL_NAME", "PHONE", "-"), found.key(), false, false, false);

        assertThat(ids(understand(file, chosen))).isEqualTo("FULL_NAME PHONE -");
        assertThat(sheet(understand(file, chosen)).errors()).isEmpty();
        assertThat(ids(understand(text("Что;Кто;Класс", "8 900;Примеров Пётр;5А"), chosen)))
                .as("other headings")
                .isEqualTo("- - SCHOOL_CLASS");
    }

    @Test
    void hiddenColumnsAreLeftOutAndTakenWithAClick() {
        Workbook file = book(book -> {
            XSSFSheet sheet = book.createSheet();
            row(sheet, 0, "Фамилия", "Имя", "Телефон");
            row(sheet, 1, "Примеров", "Пётр", "8 900 000-00-00");
            sheet.setColumnHidden(2, true);
        });
        assertThat(ids(understand(file, SheetChoices.NONE))).isEqualTo("LAST_NAME FIRST_NAME -");
        assertThat(ids(understand(file, new SheetChoices(Set.of(), null, List.of(), "", false, true, false))))
                .isEqualTo("LAST_NAME FIRST_NAME PHONE");
        assertThat(understand(file, SheetChoices.NONE).clean().text()).doesNotContain("8 900");
    }

    @Test
    void aTableMayRepeatItsHeaderNumberItsColumnsAndNameTheClassInItsTitle() {
        SheetUnderstanding found = understand(
                text(
                        "Список 6Б класса",
                        "№;ФИО;Дата рождения",
                        "1;2;3",
                        "1;Примеров Пётр;01.09.2014",
                        "№;ФИО;Дата рождения",
                        "2;Ложкин Олег;02.09.2014",
                        "Всего;2",
                        "3;Всеволодов Иван;03.09.2014"),
                SheetChoices.NONE);

        assertThat(values(found, "FULL_NAME")).containsExactly("Примеров Пётр", "Ложкин Олег", "Всеволодов Иван");
        assertThat(values(found, "SCHOOL_CLASS")).containsOnly("6Б");
        assertThat(found.repeated()).isEqualTo(2);
        assertThat(found.below()).hasSize(1);
    }

    @Test
    void anEmptyRowDoesNotEndAListThatSaysNothingButNames() {
        assertThat(values(
                        understand(
                                text("ФИО", "Примеров Пётр", "", "Ложкин Олег", "", "Вилкин Иван"), SheetChoices.NONE),
                        "FULL_NAME"))
                .hasSize(3);
        assertThat(values(
                        understand(
                                text("ФИО;Класс", "Примеров Пётр;5А", "", "Ложкин Олег;5Б", "", "Вилкин Иван;"),
                                SheetChoices.NONE),
                        "FULL_NAME"))
                .containsExactly("Примеров Пётр", "Ложкин Олег");
        assertThat(values(
                        understand(
                                text("Должность;ФИО", "Учитель;Примеров Пётр", "", "Директор;Ложкин Олег"),
                                SheetChoices.NONE),
                        "FULL_NAME"))
                .as("a post is no signature")
                .hasSize(2);
    }

    @Test
    void sheetsWithOtherColumnsAreLeftOutAndSaid() {
        Workbook file = book(book -> {
            XSSFSheet first = book.createSheet("5А");
            row(first, 0, "Фамилия", "Имя");
            row(first, 1, "Примеров", "Пётр");
            XSSFSheet second = book.createSheet("Выбывшие");
            row(second, 0, "Фамилия", "Имя");
            row(second, 1, "Ложкин", "Олег");
            XSSFSheet third = book.createSheet("Итоги");
            row(third, 0, "Всего", "2");
        });
        SheetUnderstanding found = understand(file, SheetChoices.NONE);

        assertThat(found.takenSheets()).extracting(SheetLine::name).containsExactly("5А");
        assertThat(sheet(found).leftOut())
                .extracting(ImportIssue::message)
                .anyMatch(text -> text.contains("«Выбывшие» похож на список выбывших"))
                .anyMatch(text -> text.contains("Листы не загружаются: Итоги."));
        assertThat(values(
                        understand(file, new SheetChoices(Set.of(0, 1), null, List.of(), "", false, false, false)),
                        "LAST_NAME"))
                .containsExactly("Примеров", "Ложкин");
        assertThat(values(
                        understand(file, new SheetChoices(Set.of(1), null, List.of(), "", false, false, false)),
                        "LAST_NAME"))
                .containsExactly("Ложкин");
    }

    @Test
    void theCleanListIsUnderstoodAsTheFileWas() {
        for (String name : List.of(
                "34-class-as-row/input.xlsx",
                "58-class-per-sheet/input.xlsx",
                "03-merged-class/input.xlsx",
                "14-signature-below/input.xlsx")) {
            SheetUnderstanding found = understand(given(name), SheetChoices.NONE);
            String text = found.clean().text();
            SheetUnderstanding again = understand(TableFile.read(text, WORDS::isHeading), SheetChoices.NONE);

            assertThat(again.rows()).hasSameSizeAs(found.rows());
            if (ids(found).contains("SCHOOL_CLASS")) {
                assertThat(values(again, "SCHOOL_CLASS")).as(text).isEqualTo(values(found, "SCHOOL_CLASS"));
            }
        }
    }

    @Test
    void refusedRowsAreAFileInTheShapeInWhichTheyCame() {
        Workbook file = given("34-class-as-row/input.xlsx");
        Workbook rest = understand(file, SheetChoices.NONE)
                .part(file, "Почему не загружено", Map.of(new RowOf(0, 5), "Имя: впишите"));

        assertThat(rest.spreadsheet()).isTrue();
        SheetUnderstanding again =
                understand(TableFile.read("остаток.xlsx", rest.file(), WORDS::isHeading), SheetChoices.NONE);
        assertThat(values(again, "LAST_NAME")).containsExactly("Разделова");
        assertThat(values(again, "SCHOOL_CLASS")).containsExactly("5Б");
        assertThat(again.rows().get(0).row().number()).isEqualTo(5);
        assertThat(sheet(again).warnings()).isEmpty();
        assertThat(sheet(again).errors()).isEmpty();

        Workbook once = TableFile.read("остаток.xlsx", rest.file(), WORDS::isHeading);
        Workbook twice = again.part(once, "Почему не загружено", Map.of(new RowOf(0, 5), "Имя: другое"));
        SheetUnderstanding last =
                understand(TableFile.read("остаток.xlsx", twice.file(), WORDS::isHeading), SheetChoices.NONE);
        assertThat(last.columns()).extracting(Column::title).containsOnlyOnce("Почему не загружено");
        assertThat(last.columns().stream()
                        .filter(column -> column.title().equals("Почему не загружено"))
                        .flatMap(column -> column.samples().stream()))
                .containsExactly("Имя: другое");
    }

    @Test
    void whoHasLeftIsLeftOutAndSaid() {
        String list = String.join(
                "\n",
                "true",
                "sheet;Выбывшие;;",
                "1;;ФИО;Дата рождения",
                "2;;Ушедшев Иван;01.09.2013",
                "sheet;Список;;",
                "1;;Список 5А класса",
                "2;;ФИО;Дата рождения",
                "3;;Примеров Пётр;01.09.2013",
                "4;;Выбыли в первой четверти:",
                "5;;Выбывшева Анна;02.09.2013",
                "6;;5Б класс",
                "7;;Ложкин Олег;03.09.2013");
        SheetUnderstanding found = understand(Workbook.of(list), SheetChoices.NONE);

        assertThat(values(found, "FULL_NAME")).containsExactly("Примеров Пётр", "Ложкин Олег");
        assertThat(values(found, "SCHOOL_CLASS")).containsExactly("5А", "5Б");
        assertThat(found.below()).hasSize(2);
        assertThat(sheet(found).leftOut())
                .extracting(ImportIssue::message)
                .anyMatch(text -> text.contains("«Выбывшие» похож на список выбывших"))
                .anyMatch(text -> text.contains("выбывшими: 2"));
        SheetUnderstanding all =
                understand(Workbook.of(list), new SheetChoices(Set.of(1), null, List.of(), "", false, false, true));
        assertThat(values(all, "FULL_NAME")).as("taken with a click").contains("Выбывшева Анна");
    }

    @Test
    void ofTitlesAndClassesOnlyThoseOfTheRefusedRowsAreInTheirFile() {
        Workbook file = Workbook.of(String.join(
                "\n",
                "true",
                "sheet;1;;",
                "1;;Школа № 1",
                "2;;Список 5А класса",
                "4;;ФИО;Дата рождения",
                "5;;Примеров Пётр;01.09.2013",
                "6;;5Б класс",
                "7;;Ложкин Олег;03.09.2013",
                "8;;5В класс",
                "9;;Ошибкин Олег;31.02.2013"));

        Workbook last = understand(file, SheetChoices.NONE).part(file, "Почему", Map.of(new RowOf(0, 9), "дата"));
        assertThat(last.compact().sheets().get(0).text())
                .isEqualTo("ФИО;Дата рождения;Почему\n5В класс;\nОшибкин Олег;31.02.2013;дата\n");
        Workbook first = understand(file, SheetChoices.NONE).part(file, "Почему", Map.of(new RowOf(0, 5), "дата"));
        assertThat(first.compact().sheets().get(0).text())
                .isEqualTo("Список 5А класса;\nФИО;Дата рождения;Почему\nПримеров Пётр;01.09.2013;дата\n");
    }

    /** Answers such as «Ученик» are words of headings too. */
    @Test
    void answersOfAFormAreNoHeader() {
        SheetUnderstanding found = understand(
                text(
                        "Отметка времени,Кто заполняет,Адрес почты,Вы кто?,Скажите класс",
                        "2026/09/14 9:15:02 PM GMT+3,Умников Савва Саввич,umnikov@example.invalid,Ученик,10А",
                        "2026/09/14 9:20:44 PM GMT+3,Близняков Илья Олегович,bliz@example.invalid,Ученик,10А"),
                SheetChoices.NONE);

        assertThat(found.headerTo()).isEqualTo(1);
        assertThat(found.rows()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {";", ",", "\t", "|"})
    void whateverSeparatesTheCells(String separator) {
        String list = String.join(separator, "ФИО", "Класс", "Запросы") + "\n"
                + String.join(separator, "Примеров Пётр", "5А", "\"а; б, в|г\"");

        assertThat(values(understand(TableFile.read(list, WORDS::isHeading), SheetChoices.NONE), "REQUESTS"))
                .containsExactly("а; б, в|г");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1251", "KOI8-R", "IBM866"})
    void whateverTheEncoding(String charset) {
        String list = "Фамилия;Имя;Класс\nПримеров;Пётр;5А\nОБРАЗЦОВА;АННА;5Б\n";
        byte[] content = list.getBytes(Charset.forName(charset));

        assertThat(values(
                        understand(TableFile.read("с.csv", content, WORDS::isHeading), SheetChoices.NONE), "LAST_NAME"))
                .containsExactly("Примеров", "ОБРАЗЦОВА");
        byte[] marked = ("\uFEFF" + list).getBytes(Charset.forName(charset));
        if (charset.startsWith("UTF")) {
            assertThat(ids(understand(TableFile.read("с.csv", marked, WORDS::isHeading), SheetChoices.NONE)))
                    .isEqualTo("LAST_NAME FIRST_NAME SCHOOL_CLASS");
        }
    }

    @Test
    void filesOfOtherKindsAreNamed() {
        Map<String, byte[]> files = Map.of(
                "table.pdf", latin("%PDF-1.7 ..."),
                "table.image", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10},
                "table.word", zip("word/document.xml"),
                "table.numbers", zip("Index/Document.iwa"),
                "table.archive", zip("список.csv"),
                "table.binary-excel", zip("xl/workbook.bin"),
                "table.web-page", "<table><tr><td>Фамилия</td></tr></table>".getBytes(StandardCharsets.UTF_8),
                "table.password", ole("EncryptedPackage"),
                "table.xls", ole("Workbook"),
                "table.empty", new byte[0]);

        files.forEach((code, content) -> assertThatThrownBy(() -> TableFile.read("список.xlsx", content))
                .as(code)
                .isInstanceOfSatisfying(
                        UserInputException.class, e -> assertThat(e.code()).isEqualTo(code)));
        assertThat(files.keySet())
                .allSatisfy(code -> assertThat(WORDS.text(code)).endsWith(".").doesNotContain("<"));
    }

    @Test
    void aBookOfOneXmlFileHasMergedAndHiddenCellsToo() {
        String flat = "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\""
                + " xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet ss:Name=\"5А\"><Table>"
                + xmlRow("", "Фамилия", "Имя", "Класс")
                + "<Row><Cell><Data ss:Type=\"String\">Примеров</Data></Cell><Cell><Data ss:Type=\"String\">Пётр</Data></Cell>"
                + "<Cell ss:MergeDown=\"1\"><Data ss:Type=\"String\">5А</Data></Cell></Row>"
                + xmlRow("", "Ложкин", "Олег")
                + xmlRow(" ss:Hidden=\"1\"", "Скрытов", "Иван")
                + "</Table></Worksheet></Workbook>";
        SheetUnderstanding found = understand(
                TableFile.read("список.xls", flat.getBytes(StandardCharsets.UTF_8), WORDS::isHeading),
                SheetChoices.NONE);

        assertThat(values(found, "LAST_NAME")).containsExactly("Примеров", "Ложкин");
        assertThat(values(found, "SCHOOL_CLASS")).containsExactly("5А", "5А");
        assertThat(found.hiddenRows()).isEqualTo(1);
    }

    @Test
    void nothingOutsideOfAnXmlFileIsRead() {
        String hostile = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]>"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"><Worksheet><Table><Row><Cell><Data>&e;"
                + "</Data></Cell></Row></Table></Worksheet></Workbook>";
        assertThatThrownBy(() -> TableFile.read("а.xml", hostile.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(UserInputException.class);
    }

    private static String xmlRow(String attributes, String... texts) {
        return "<Row" + attributes + ">"
                + List.of(texts).stream()
                        .map(text -> "<Cell><Data ss:Type=\"String\">" + text + "</Data></Cell>")
                        .collect(Collectors.joining())
                + "</Row>";
    }

    private static SheetUnderstanding understand(Workbook file, SheetChoices choices) {
        SheetUnderstanding found =
                SheetUnderstanding.of(file, new ImportHeadings(WORDS, ParticipantRole.MENTEE), choices);
        assertThat(SheetUnderstanding.of(
                        Workbook.of(file.text()), new ImportHeadings(WORDS, ParticipantRole.MENTEE), choices))
                .as("what goes with the page is the same file")
                .isEqualTo(found);
        return found;
    }

    private static ImportSheet sheet(SheetUnderstanding found) {
        return ImportSheet.of(found, ParticipantRole.MENTEE, WORDS);
    }

    private static String ids(SheetUnderstanding found) {
        return found.columns().stream()
                .filter(column -> !column.derived())
                .map(column -> column.id() == null ? "-" : column.id())
                .collect(Collectors.joining(" "));
    }

    private static List<String> values(SheetUnderstanding found, String id) {
        int index = found.columns().stream()
                .filter(column -> id.equals(column.id()))
                .mapToInt(Column::index)
                .findFirst()
                .orElseThrow(() -> new AssertionError(id + " is not among " + found.columns()));
        return found.rows().stream().map(taken -> taken.row().text(index)).toList();
    }

    private static Workbook text(String... lines) {
        return TableFile.read(String.join("\n", lines), WORDS::isHeading);
    }

    private static Workbook given(String name) {
        try (InputStream file = ImportUnderstandingTest.class.getResourceAsStream("/lists/" + name)) {
            return TableFile.read(name, file.readAllBytes(), WORDS::isHeading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void row(XSSFSheet sheet, int number, String... texts) {
        for (int i = 0; i < texts.length; i++) {
            if (texts[i] != null) {
                if (sheet.getRow(number) == null) {
                    sheet.createRow(number);
                }
                sheet.getRow(number).createCell(i).setCellValue(texts[i]);
            }
        }
    }

    private static Workbook book(Consumer<XSSFWorkbook> content) {
        try (XSSFWorkbook book = new XSSFWorkbook();
                ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            content.accept(book);
            book.write(file);
            return TableFile.read("список.xlsx", file.toByteArray(), WORDS::isHeading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] latin(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] ole(String stream) {
        return latin(
                "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1....." + String.join("\0", stream.split("")) + "\0\0");
    }

    private static byte[] zip(String part) {
        try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
            try (ZipOutputStream out = new ZipOutputStream(file)) {
                out.putNextEntry(new ZipEntry(part));
                out.write(new byte[20]);
            }
            return file.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
