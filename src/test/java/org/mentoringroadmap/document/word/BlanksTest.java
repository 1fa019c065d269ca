package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.UnderlinePatterns;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSdtRun;

class BlanksTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "На основании ______________, ПРИКАЗЫВАЮ: | На основании ____, ПРИКАЗЫВАЮ:",
                "Дата: «____» ______________ 20____ г., время: ______. | Дата: «____» ____ 20____ г., время: ____.",
                "Место: ……………… | Место: ____",
                "Место: .......... | Место: ____",
                "______________ | ____",
                "Протокол от «___» _________ 20___ г. № ____ | Протокол от «____» ____ 20____ г. № ____"
            })
    void aLineToWriteOnIsBlank(String text, String told) {
        assertThat(of(document -> paragraph(document, text))).containsExactly(Blank.of(Blank.Kind.LINE, told.strip()));
    }

    @Test
    void emptyRowsAreFoundBelowATitleAndBesideAnEmptyCorner() {
        assertThat(of(document -> {
                    XWPFTable table = document.createTable(4, 2);
                    table.getRow(0).removeCell(1);
                    table.getRow(0).getCell(0).setText("Поощрить");
                    table.getRow(1).getCell(0).setText("Кого");
                    table.getRow(1).getCell(1).setText("Чем");
                }))
                .containsExactly(Blank.of(Blank.Kind.ROWS, "Кого · Чем", "1", "2"));
        assertThat(of(document -> {
                    XWPFTable table = document.createTable(2, 3);
                    table.getRow(0).getCell(1).setText("Вход");
                    table.getRow(0).getCell(2).setText("Выход");
                    table.getRow(1).getCell(0).setText("Активность");
                    table.getRow(1).getCell(1).setText("4");
                }))
                .singleElement()
                .satisfies(blank -> {
                    assertThat(blank.kind()).isEqualTo(Blank.Kind.CELLS);
                    assertThat(blank.arguments()).contains("1", "Выход");
                });
    }

    /** A row of a roadmap may lack its term or its responsible, as on paper; a row with nothing at all is forgotten. */
    @Test
    void cellsThatArePrintedEmptyAreNoBlanks() {
        Consumer<XWPFDocument> roadmap = document -> table(
                document,
                new String[] {"№", "Мероприятие", "Срок", "Место"},
                new String[] {"1.1", "Приказ", "", ""},
                new String[] {"", "", "", ""});

        assertThat(of(roadmap)).hasSize(2);
        assertThat(of(roadmap, true)).singleElement().extracting(Blank::kind).isEqualTo(Blank.Kind.ROW);
    }

    /** The first of such rows was taken for a head, and what was missing was said of the column «12». */
    @Test
    void figuresBesideTheirCaptionsAreAForm() {
        assertThat(of(document -> table(document, new String[] {"Пар", "12", "Приглашено", "0"}, new String[] {
                    "Ответили", "0", "Доля ответивших", ""
                })))
                .containsExactly(Blank.of(Blank.Kind.FIELD, "Доля ответивших"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Куратор: {{curator.name}}",
                "Куратор: ${curator}",
                "Куратор: [указать фамилию]",
                "Куратор: (указать ФИО)"
            })
    void aHintOfATemplateIsBlank(String text) {
        assertThat(of(document -> paragraph(document, text))).containsExactly(Blank.of(Blank.Kind.PLACEHOLDER, text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Обычный текст, в котором ничего не пропущено.",
                "Срок – до 15.09.2026… и далее",
                "snake_case и № 12-ОД",
                "____________ И. О. Фамилия",
                "Директор ____________ Фамилия И. О.",
                "____________ (подпись)",
                "«____» ______________ 20____ г.",
                "от «___» _________ 20___ г. № ________",
                "№ ________",
                "См. [1] и [2]"
            })
    void whatIsWrittenByHandInEveryDocumentIsNoBlank(String text) {
        assertThat(of(document -> paragraph(document, text))).isEmpty();
    }

    @Test
    void aLineThatIsDrawnIsALine() {
        assertThat(of(document -> {
                    XWPFRun run = document.createParagraph().createRun();
                    run.setText("Место: ");
                    run = document.getParagraphs().get(0).createRun();
                    run.setUnderline(UnderlinePatterns.SINGLE);
                    run.setText("          ");
                }))
                .containsExactly(Blank.of(Blank.Kind.LINE, "Место: ____"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Место: ‗‗‗‗‗",
                "Место: ＿＿＿",
                "Место: ----------",
                "Место: ———————",
                "Место: \u2002\u2002\u2002\u2002\u2002"
            })
    void aLineOfOtherSignsIsALineToo(String text) {
        assertThat(of(document -> paragraph(document, text))).containsExactly(Blank.of(Blank.Kind.LINE, "Место: ____"));
    }

    @Test
    void headersFootersAndNotesAreRead() {
        assertThat(of(document -> {
                    paragraph(document, "Обычный текст.");
                    document.createHeader(HeaderFooterType.DEFAULT)
                            .createParagraph()
                            .createRun()
                            .setText("Приказ [указать название]");
                    document.createFooter(HeaderFooterType.DEFAULT)
                            .createParagraph()
                            .createRun()
                            .setText("Исполнитель: ______, телефон ______");
                    document.createFootnote().createParagraph().createRun().setText("Основание: ______ и далее");
                }))
                .extracting(Blank::kind)
                .containsExactlyInAnyOrder(Blank.Kind.PLACEHOLDER, Blank.Kind.LINE, Blank.Kind.LINE);
    }

    @Test
    void aFieldThatNobodyHasFilledIsBlank() {
        assertThat(of(document -> {
                    XWPFParagraph paragraph = document.createParagraph();
                    paragraph.createRun().setText("Место: ");
                    CTSdtRun field = paragraph.getCTP().addNewSdt();
                    field.addNewSdtPr().addNewShowingPlcHdr();
                    field.addNewSdtContent().addNewR().addNewT().setStringValue("Место для ввода текста.");
                }))
                .containsExactly(Blank.of(Blank.Kind.PLACEHOLDER, "Место: [Место для ввода текста.]"));
    }

    /** Word breaks a text into runs wherever it likes. */
    @Test
    void aLineThatIsBrokenIntoRunsIsOne() {
        assertThat(of(document -> {
                    XWPFParagraph paragraph = document.createParagraph();
                    for (String part : List.of("Место: ", "__", "__", "__", ".")) {
                        paragraph.createRun().setText(part);
                    }
                }))
                .containsExactly(Blank.of(Blank.Kind.LINE, "Место: ____."));
    }

    @Test
    void emptyRowsBelowAHeadAreBlank() {
        assertThat(of(document -> table(
                        document,
                        new String[] {"№", "Фамилия", "Вид поощрения"},
                        new String[] {"", "Примеров", "грамота"},
                        new String[] {"", "", ""},
                        new String[] {"", "", ""},
                        new String[] {"", "Образцов", ""},
                        new String[] {"", "", ""})))
                .containsExactly(
                        Blank.of(Blank.Kind.ROWS, "№ · Фамилия · Вид поощрения", "2", "3"),
                        Blank.of(Blank.Kind.CELLS, "№ · Фамилия · Вид поощрения", "4", "Вид поощрения"),
                        Blank.of(Blank.Kind.ROW, "№ · Фамилия · Вид поощрения", "5"));
    }

    @Test
    void aSheetThatPeopleSignIsFilledByHand() {
        assertThat(of(document -> table(
                        document,
                        new String[] {"Фамилия", "Должность", "Дата", "Подпись"},
                        new String[] {"Примеров", "учитель", "", ""},
                        new String[] {"", "", "", ""})))
                .isEmpty();
        assertThat(of(document ->
                        table(document, new String[] {"Фамилия", "Должность", "Дата", "Подпись"}, new String[] {
                            "Примеров", "", "", ""
                        })))
                .containsExactly(Blank.of(Blank.Kind.CELLS, "Фамилия · Должность · Дата · Подпись", "1", "Должность"));
    }

    @Test
    void aTableWithoutAHeadAndASumHaveNoBlanks() {
        assertThat(of(document -> {
                    table(document, new String[] {"Директор", "", "И. О. Фамилия"});
                    table(
                            document,
                            new String[] {"Тема", "Часы", "Форма"},
                            new String[] {"Лекция", "2", "очно"},
                            new String[] {"Всего", "2", ""});
                }))
                .isEmpty();
    }

    @Test
    void aTableWithNothingBelowItsHeadIsBlank() {
        assertThat(of(document -> table(document, new String[] {"№", "Фамилия", "Вид поощрения"})))
                .containsExactly(Blank.of(Blank.Kind.NO_ROWS, "№ · Фамилия · Вид поощрения"));
        assertThat(of(document -> {
                    table(document, new String[] {"Кого", "Чем"});
                    document.getTables()
                            .get(0)
                            .getRow(0)
                            .getTableCells()
                            .forEach(cell ->
                                    cell.getParagraphs().get(0).getRuns().forEach(run -> run.setBold(true)));
                }))
                .as("bold letters")
                .containsExactly(Blank.of(Blank.Kind.NO_ROWS, "Кого · Чем"));
        assertThat(of(document -> {
                    table(document, new String[] {"Кого", "Чем"});
                    document.getTables().get(0).getRow(0).setRepeatHeader(true);
                }))
                .as("a head that is repeated on each page")
                .containsExactly(Blank.of(Blank.Kind.NO_ROWS, "Кого · Чем"));
        assertThat(of(document -> {
                    table(document, new String[] {"№", "Фамилия", "Подпись"});
                    table(document, new String[] {"Директор", "И. О. Фамилия"});
                }))
                .as("a sheet that people sign, and a signature")
                .isEmpty();
    }

    @Test
    void anEmptyPlaceBesideACaptionIsBlank() {
        assertThat(of(document -> table(
                        document,
                        new String[] {"Наставник", ""},
                        new String[] {"Наставляемый", "Примеров Пётр"},
                        new String[] {"Цель работы", ""},
                        new String[] {"Место: ______", ""},
                        new String[] {"Примечание", ""})))
                .containsExactly(
                        Blank.of(Blank.Kind.FIELD, "Наставник"),
                        Blank.of(Blank.Kind.FIELD, "Цель работы"),
                        Blank.of(Blank.Kind.LINE, "Место: ____"));
        assertThat(of(document -> table(document, new String[] {"Пар", "12", "Групп", ""})))
                .as("two captions in a row")
                .containsExactly(Blank.of(Blank.Kind.FIELD, "Групп"));
        assertThat(of(document ->
                        table(document, new String[] {"Пара", "П-001"}, new String[] {"Наставник", ""}, new String[] {
                            "Цель", "чтение"
                        })))
                .as("the first row says something")
                .singleElement()
                .satisfies(blank -> assertThat(blank.arguments()).contains("Наставник"));
        assertThat(of(document ->
                        table(document, new String[] {"Кто ознакомлен", "Примеров П."}, new String[] {"Подпись", ""})))
                .isEmpty();
    }

    /** Without lines a table only sets words side by side; a caption with a colon asks for something all the same. */
    @Test
    void aTableWithoutLinesIsAFormOnlyWhereItsCaptionAsks() {
        assertThat(of(document -> {
                    table(document, new String[] {"СОГЛАСОВАНО", ""}, new String[] {"Председатель жюри:", ""});
                    document.getTables().get(0).removeBorders();
                }))
                .containsExactly(Blank.of(Blank.Kind.FIELD, "Председатель жюри:"));
    }

    @Test
    void whatIsNoWordFileIsNotCalledComplete() {
        assertThat(Blanks.of(new byte[] {0})).containsExactly(Blank.of(Blank.Kind.UNREADABLE));
    }

    private static void paragraph(XWPFDocument document, String text) {
        document.createParagraph().createRun().setText(text);
    }

    private static void table(XWPFDocument document, String[]... rows) {
        XWPFTable table = document.createTable(rows.length, rows[0].length);
        for (int row = 0; row < rows.length; row++) {
            for (int column = 0; column < rows[row].length; column++) {
                table.getRow(row).getCell(column).setText(rows[row][column]);
            }
        }
    }

    private static List<Blank> of(Consumer<XWPFDocument> content) {
        return of(content, false);
    }

    private static List<Blank> of(Consumer<XWPFDocument> content, boolean cellsMayBeEmpty) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            content.accept(document);
            document.write(out);
            return Blanks.of(out.toByteArray(), cellsMayBeEmpty);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
