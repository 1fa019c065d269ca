package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.zip.ZipInputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.document.DocumentTemplates;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STMerge;

public class PoiTlDocumentRendererTest {

    private static final String BLANK = "____________";

    private final DocumentRenderer renderer = new PoiTlDocumentRenderer();

    /** Consents and what follows from them; the others are kept longer than ten years or not told apart. */
    private static final Set<String> KEPT_THREE_YEARS =
            Set.of(DocumentTemplates.CONSENTS, DocumentTemplates.CONSENT_WITHDRAWAL, DocumentTemplates.DESTRUCTION_ACT);

    static List<String> templates() {
        return DocumentTemplates.ALL;
    }

    /** Words such as «Задачи программы:» never stand alone at the foot of a sheet. */
    @ParameterizedTest
    @MethodSource("templates")
    void whatEndsWithAColonStaysWithWhatItAnnounces(String template) throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(getClass().getResourceAsStream("/documents/" + template + ".docx"))) {
            assertThat(document.getParagraphs())
                    .filteredOn(paragraph -> paragraph.getText().strip().endsWith(":"))
                    .allSatisfy(paragraph -> assertThat(
                                    keepsNext(paragraph) || styleKeepsNext(document, paragraph.getStyle()))
                            .as(paragraph.getText())
                            .isTrue());
        }
    }

    private static boolean keepsNext(XWPFParagraph paragraph) {
        return paragraph.getCTP().getPPr() != null
                && paragraph.getCTP().getPPr().isSetKeepNext();
    }

    private static boolean styleKeepsNext(XWPFDocument document, String style) {
        return style != null
                && document.getStyles().getStyle(style).getCTStyle().getPPr() != null
                && document.getStyles().getStyle(style).getCTStyle().getPPr().isSetKeepNext();
    }

    // ---- content

    @Test
    void orderOnImplementation() {
        String text = text(renderer.render(DocumentTemplates.ORDER_IMPLEMENTATION, full()));

        assertThat(text)
                .contains(
                        "«Средняя школа № 5 города Энска»",
                        "(МБОУ «СШ № 5»)",
                        "ОГРН 1020000000000",
                        "14 августа 2025 г.",
                        "42-ОД",
                        "г. Энск",
                        "О внедрении целевой модели наставничества",
                        "В соответствии с уставом школы, в целях создания условий",
                        "ПРИКАЗЫВАЮ:",
                        "Внедрить в МБОУ «СШ № 5» в 2025–2026 учебном году",
                        "Положение о программе наставничества (приложение 1);",
                        "Дорожная карта программы наставничества (приложение 2).",
                        "Сидорова С.С., заместитель директора",
                        "Куратор программы наставничества: Кузнецова К.К., учитель истории.",
                        "Ответственный: Сидорова С.С. Срок: до 30 сентября 2025 г.",
                        "Контроль за исполнением настоящего приказа оставляю за собой.",
                        "С приказом ознакомлены:",
                        "И.И. Петрова")
                .doesNotContain("Подготовить и представить на утверждение");
    }

    @Test
    void orderOnImplementationWithoutAppendicesHasThemPrepared() {
        Map<String, Object> data = full();
        data.put("appendices", List.of());

        assertThat(text(renderer.render(DocumentTemplates.ORDER_IMPLEMENTATION, data)))
                .contains("Подготовить и представить на утверждение Положение")
                .doesNotContain("Утвердить прилагаемые документы");
    }

    @Test
    void orderOnTheCurator() {
        assertThat(text(renderer.render(DocumentTemplates.ORDER_CURATOR, full())))
                .contains(
                        "О назначении куратора программы наставничества",
                        "на 2025–2026 учебный год: Кузнецова К.К., учитель истории.",
                        "Ответственный: Кузнецова К.К. Срок: до 31 мая 2026 г.",
                        "На время отсутствия куратора его обязанности исполняет: Сидорова С.С., заместитель"
                                + " директора.");
    }

    @Test
    void regulation() {
        assertThat(text(renderer.render(DocumentTemplates.REGULATION, full())))
                .contains(
                        "ПРИНЯТО",
                        "Протокол от 13 августа 2025 г.",
                        "№ 1",
                        "УТВЕРЖДАЮ",
                        "14 августа 2025 г.",
                        "№ 42-ОД",
                        "о программе наставничества",
                        "Общие положения",
                        "Права и обязанности наставляемого",
                        "«ученик – ученик»;",
                        "Заключительные положения");
    }

    @Test
    void roadmapMergesStagesAndBlocks() throws IOException {
        byte[] docx = renderer.render(DocumentTemplates.ROADMAP, full());

        try (XWPFDocument document = open(docx)) {
            XWPFTable table = document.getTables().get(1);
            assertThat(table.getRows()).hasSize(1 + 6 + 1); // the last one is for the signature
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRows()).allMatch(row -> row.isCantSplitRow());
            assertThat(merges(table, 1))
                    .containsExactly("restart", "continue", "continue", "continue", "restart", "continue");
            assertThat(merges(table, 2))
                    .containsExactly("restart", "restart", "continue", "continue", "restart", "restart");
            assertThat(merges(table, 4))
                    .containsExactly("restart", "restart", "continue", "continue", "restart", "restart");
            assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("Подготовка условий");
            assertThat(table.getRow(2).getCell(1).getText()).isEmpty();
            assertThat(table.getRow(3).getCell(3).getText()).isEqualTo("Родительские собрания о программе");
        }
        assertThat(text(docx)).contains("на 2025–2026 учебный год", "Ответственные");
    }

    @Test
    void aRoadmapMayHaveOtherColumnsAndStagesAsRows() throws IOException {
        Map<String, Object> data = full();
        data.put(
                "columns",
                List.of(
                        mapOf("key", "item", "title", "№ п/п", "width", 6),
                        mapOf("key", "content", "title", "Наименование мероприятия", "width", 33),
                        mapOf("key", "term", "title", "Сроки", "width", 14),
                        mapOf("key", "own-1", "title", "Место", "width", 17)));
        data.put(
                "rows",
                List.of(
                        mapOf(
                                "section",
                                "1. Нормативное регулирование",
                                "item",
                                null,
                                "content",
                                null,
                                "term",
                                null,
                                "own-1",
                                null),
                        mapOf(
                                "section",
                                null,
                                "item",
                                "1.1",
                                "content",
                                "Утвердить состав",
                                "term",
                                "18.12.2020 г.",
                                "own-1",
                                "школа"),
                        mapOf(
                                "section",
                                null,
                                "item",
                                "1.2",
                                "content",
                                "Назначить куратора",
                                "term",
                                "18.12.2020 г.",
                                "own-1",
                                null)));
        map(data, "paper").put("title", "План мероприятий");
        map(data, "paper").put("usual", false);
        map(data, "paper").put("lines", texts("по внедрению целевой модели"));
        map(data, "paper").put("accepted", false);
        map(data, "paper").put("approvalWord", "УТВЕРЖДЕНО");
        map(data, "paper").put("approval", "приказом директора");
        map(data, "paper").put("heading", "Основные мероприятия");

        byte[] docx = renderer.render(DocumentTemplates.ROADMAP, data);

        try (XWPFDocument document = open(docx)) {
            XWPFTable table = document.getTables().get(1);
            assertThat(table.getRow(0).getTableCells())
                    .extracting(XWPFTableCell::getText)
                    .containsExactly("№ п/п", "Наименование мероприятия", "Сроки", "Место");
            assertThat(table.getRow(1).getTableCells())
                    .extracting(XWPFTableCell::getText)
                    .containsExactly("1. Нормативное регулирование");
            assertThat(table.getRow(1)
                            .getCell(0)
                            .getCTTc()
                            .getTcPr()
                            .getGridSpan()
                            .getVal())
                    .isEqualTo(4);
            assertThat(table.getRow(2).getTableCells())
                    .extracting(XWPFTableCell::getText)
                    .containsExactly("1.1", "Утвердить состав", "18.12.2020\u00a0г.", "школа");
            assertThat(table.getRow(3).getCell(2).getText()).isEqualTo("18.12.2020\u00a0г.");
            assertThat(table.getCTTbl().getTblGrid().sizeOfGridColArray()).isEqualTo(4);
        }
        assertThat(text(docx))
                .contains(
                        "План мероприятий",
                        "по внедрению целевой модели",
                        "УТВЕРЖДЕНО",
                        "приказом директора",
                        "Основные мероприятия")
                .doesNotContain("ПРИНЯТО", "УТВЕРЖДАЮ", "реализации программы", "{{");
    }

    /** «необходимости» is wider than the share of the terms beside six other columns. */
    @Test
    void noWordIsTornWhileOtherColumnsHaveRoom() throws IOException {
        List<Long> shares = widths(0, 0);
        List<Long> roomy = widths(13, 9);

        assertThat(roomy.get(2)).isGreaterThan(shares.get(2)).isEqualTo(13 * 125 + 220);
        assertThat(roomy.get(0)).isGreaterThan(shares.get(0)).isEqualTo(9 * 125 + 220);
        assertThat(roomy.get(1)).isLessThan(shares.get(1));
        assertThat(roomy.stream().mapToLong(Long::longValue).sum())
                .isBetween(
                        shares.stream().mapToLong(Long::longValue).sum() - 7,
                        shares.stream().mapToLong(Long::longValue).sum() + 7);
        assertThat(widths(60, 60)).as("words that no sheet holds").isEqualTo(shares);
        List<Long> narrow = widths(52, 20);
        assertThat(narrow.get(2)).as("nearly room for all").isBetween(52 * 118L, 52 * 125L + 220);
        assertThat(narrow.get(0)).isGreaterThan(20 * 118L);
    }

    /** Of seven columns, whose numbers and terms have words so long. */
    private List<Long> widths(int term, int number) throws IOException {
        Map<String, Object> data = full();
        data.put(
                "columns",
                List.of(
                        mapOf("key", "item", "title", "№", "width", 8, "word", number),
                        mapOf("key", "content", "title", "Мероприятие", "width", 33, "word", 11),
                        mapOf("key", "term", "title", "Сроки", "width", 14, "word", term),
                        mapOf("key", "responsible", "title", "Кто", "width", 17, "word", 5),
                        mapOf("key", "result", "title", "Результат", "width", 22, "word", 9),
                        mapOf("key", "own-1", "title", "Место", "width", 17, "word", 5),
                        mapOf("key", "own-2", "title", "Бюджет", "width", 17, "word", 6)));
        data.put("rows", List.of());
        try (XWPFDocument document = open(renderer.render(DocumentTemplates.ROADMAP, data))) {
            return document.getTables().get(1).getCTTbl().getTblGrid().getGridColList().stream()
                    .map(column -> Long.valueOf(column.getW().toString()))
                    .toList();
        }
    }

    @Test
    void roadmapOfSixtyRows() throws IOException {
        Map<String, Object> data = full();
        data.put("rows", rows(60));

        try (XWPFDocument document = open(renderer.render(DocumentTemplates.ROADMAP, data))) {
            assertThat(document.getTables().get(1).getRows()).hasSize(1 + 60 + 1);
        }
    }

    /** Word keeps a row with what comes next, LibreOffice only with another row of the same table. */
    @Test
    void aSignatureBelowALongTableStaysWithItsLastRows() throws IOException {
        Map<String, Object> data = full();
        data.put("rows", rows(60));

        byte[] docx = renderer.render(DocumentTemplates.ROADMAP, data);

        try (XWPFDocument document = open(docx)) {
            XWPFTable table = document.getTables().get(document.getTables().size() - 1);
            int last = table.getNumberOfRows() - 1;
            assertThat(table.getRow(last).isCantSplitRow()).isTrue();
            assertThat(table.getRow(last).getTableCells()).hasSize(1);
            assertThat(table.getRow(last).getCell(0).getTables().get(0).getText())
                    .contains("Куратор программы наставничества");
            for (int kept = last - 2; kept < last; kept++) {
                assertThat(table.getRow(kept).getTableCells())
                        .flatExtracting(XWPFTableCell::getParagraphs)
                        .allMatch(PoiTlDocumentRendererTest::keepsNext);
            }
            assertThat(table.getRow(last - 3).getCell(0).getParagraphs())
                    .noneMatch(PoiTlDocumentRendererTest::keepsNext);
        }
        assertThat(Blanks.of(docx)).extracting(Blank::toString).noneMatch(blank -> blank.contains("Куратор"));
    }

    /** Of a list without rows the page still says that it has none. */
    @Test
    void aSignatureIsNoRowOfAList() {
        Map<String, Object> data = full();
        data.put("rows", List.of());

        assertThat(Blanks.of(renderer.render(DocumentTemplates.ROADMAP, data)))
                .extracting(Blank::kind)
                .contains(Blank.Kind.ROWS);
    }

    @Test
    void protocolWithADecisionPerQuestion() {
        assertThat(text(renderer.render(DocumentTemplates.PROTOCOL, full())))
                .contains(
                        "заседания педагогического совета",
                        "Присутствовали: 24 чел.",
                        "Приглашены: представитель учредителя",
                        "1. О целевой модели наставничества",
                        "2. О Положении о программе наставничества",
                        "2. СЛУШАЛИ: Кузнецова К.К. – О Положении о программе наставничества.",
                        "РЕШИЛИ: принять Положение.",
                        "Голосовали: «за»");
    }

    @Test
    void protocolWithDecisionsInOneList() {
        Map<String, Object> data = full();
        map(data, "event")
                .put("decisions", List.of(Map.of("text", "Внедрить модель."), Map.of("text", "Принять Положение.")));
        map(data, "event").put("voting", false);

        assertThat(text(renderer.render(DocumentTemplates.PROTOCOL, data)))
                .contains("РЕШИЛИ:\n1. Внедрить модель.\n2. Принять Положение.")
                .doesNotContain("РЕШИЛИ: принять", "Голосовали");
    }

    @Test
    void programmeCard() {
        assertThat(text(renderer.render(DocumentTemplates.PROGRAMME_CARD, full())))
                .contains("ученик – ученик", "Помочь в учёбе\nПомочь в общении", "Первая встреча", "Кузнецова К.К.");
    }

    @Test
    void acknowledgementSheet() {
        assertThat(text(renderer.render(DocumentTemplates.ACKNOWLEDGEMENT_SHEET, full())))
                .contains(
                        "Документ: приказ «О внедрении целевой модели наставничества»",
                        "от 14 августа 2025 г. № 42-ОД",
                        "Орлов О.О.");
    }

    @Test
    void orderOnPairs() throws IOException {
        byte[] docx = renderer.render(DocumentTemplates.ORDER_PAIRS, full());

        assertThat(text(docx))
                .contains(
                        "Об утверждении наставнических пар и групп",
                        "Утвердить состав наставнических пар и групп на 2025–2026 учебный год (приложение).",
                        "наставниками других работников",
                        "Контроль за исполнением настоящего приказа оставляю за собой.",
                        "к приказу МБОУ «СШ № 5»");
        try (XWPFDocument document = open(docx)) {
            XWPFTable pairs = document.getTables().get(document.getTables().size() - 1);
            assertThat(pairs.getRow(0).isRepeatHeader()).isTrue();
            assertThat(pairs.getRows().stream().map(row -> row.getCell(1).getText()))
                    .containsExactly("Пара, группа", "П-001", "Г-001");
        }
        assertThat(part(docx, "word/document.xml")).contains("w:name=\"date_2\"", "w:name=\"number_2\"");
    }

    @Test
    void orderOnPairsWithoutWorkers() {
        Map<String, Object> data = full();
        data.put("workers", false);

        assertThat(text(renderer.render(DocumentTemplates.ORDER_PAIRS, data)))
                .doesNotContain("наставниками других работников");
    }

    @Test
    void orderThatAmendsTheOneOnPairs() {
        assertThat(text(renderer.render(DocumentTemplates.ORDER_AMENDMENT, full())))
                .contains(
                        "О внесении изменений в приказ от 20 октября 2025 г. № 41-ОД",
                        "Внести в приказ от 20 октября 2025 г. № 41-ОД «Об утверждении наставнических пар и групп» изменения",
                        "включена пара П-003;\nисключена пара П-001.",
                        "Наставникам новых пар и групп:");
        Map<String, Object> data = full();
        data.put("joined", false);
        assertThat(text(renderer.render(DocumentTemplates.ORDER_AMENDMENT, data)))
                .doesNotContain("Наставникам новых пар и групп:");
    }

    /** Teachers work by programmes of their own, and belong to no class. */
    @Test
    void orderThatAmendsTheOneOnMentorsSpeaksOfProgrammes() {
        String ofPupils =
                "составить планы индивидуального развития и представить их куратору программы наставничества;";
        String ofTeachers = "составить персонализированные программы наставничества и представить их куратору;";
        assertThat(text(renderer.render(DocumentTemplates.ORDER_AMENDMENT, full())))
                .contains(ofPupils, "Наставляемые (фамилия, имя, класс)", "\nКуратору программы наставничества:")
                .doesNotContain("{{", "персонализирован", "отчество)");
        Map<String, Object> data = full();
        data.put("mentors", true);
        assertThat(text(renderer.render(DocumentTemplates.ORDER_AMENDMENT, data)))
                .contains(ofTeachers, "Наставляемые (фамилия, имя, отчество)", "\nКуратору:")
                .doesNotContain("{{", "планы", "класс)");
    }

    @Test
    void orderOnTheFinalEvent() {
        assertThat(text(renderer.render(DocumentTemplates.ORDER_FINAL_EVENT, full())))
                .contains(
                        "Дата: 13 августа 2025 г., начало: 14:00.",
                        "Место: кабинет 21.",
                        "ответственным за подготовку и проведение мероприятия: Сидорова С.С., заместитель директора.",
                        "Срок подготовки: до 28 мая 2026 г.",
                        "Программа итогового мероприятия",
                        "О целевой модели наставничества");
    }

    @Test
    void orderOnReward() {
        assertThat(text(renderer.render(DocumentTemplates.ORDER_REWARD, full())))
                .contains(
                        "О поощрении участников программы наставничества",
                        "Вид поощрения",
                        "только с их отдельного согласия",
                        "Основание: протокол жюри конкурса от 20 мая 2026 г. № 4.");
    }

    @Test
    void trainingProgramme() {
        assertThat(text(renderer.render(DocumentTemplates.TRAINING_PROGRAMME, full())))
                .contains("УТВЕРЖДАЮ", "14 августа 2025 г. № 42-ОД", "Учебный план", "Всего\t8", "График занятий")
                .contains("получает сертификат");
    }

    @Test
    void everySheetIsASectionWithItsOwnCode() throws IOException {
        Map<String, Object> data = full();
        data.put("sheets", List.of(sheet(data, "П-001", "Орлов О.О."), sheet(data, "П-002", null)));
        data.put("code", new DocumentRenderer.Picture(png(), 16, 16));

        for (String template : List.of(DocumentTemplates.INDIVIDUAL_PLAN, DocumentTemplates.TRAJECTORY)) {
            String xml = part(renderer.render(template, data), "word/document.xml");
            assertThat(xml.split("<w:sectPr", -1)).as(template).hasSize(1 + 3);
            assertThat(xml.split("<w:pgNumType", -1)).as(template).hasSize(1 + 3);
        }
    }

    @Test
    void everyConsentIsADocumentOfItsOwn() throws IOException {
        byte[] docx = renderer.render(DocumentTemplates.CONSENTS, full());

        String xml = part(docx, "word/document.xml");
        assertThat(xml.split("<w:sectPr", -1)).hasSize(1 + 2);
        assertThat(xml.split("<w:pgNumType", -1)).hasSize(1 + 2);
        assertThat(text(docx)).contains("1027-1-4", "351.8", "три рабочих дня", "Обучающийся, достигший 14 лет");
        assertThat(List.of(
                        part(docx, headerOf(docx, 0)).replaceAll("<[^>]+>", "").strip(),
                        part(docx, headerOf(docx, 1)).replaceAll("<[^>]+>", "").strip()))
                .as("above a second sheet")
                .containsExactly("Согласие 1027-1-4, лист 2", "Согласие, лист 2");
    }

    /** The part with the running head of a section. */
    private static String headerOf(byte[] docx, int section) throws IOException {
        List<String> ids = Pattern.compile("<w:headerReference [^>]*>")
                .matcher(part(docx, "word/document.xml"))
                .results()
                .map(MatchResult::group)
                .filter(reference -> reference.contains("w:type=\"default\""))
                .map(reference -> reference.replaceAll(".*r:id=\"([^\"]+)\".*", "$1"))
                .toList();
        return "word/"
                + part(docx, "word/_rels/document.xml.rels")
                        .replaceAll(
                                "(?s).*<Relationship (?=[^>]*Id=\"" + ids.get(section)
                                        + "\")[^>]*Target=\"([^\"]+)\".*",
                                "$1");
    }

    @Test
    void certificateWithoutHours() {
        Map<String, Object> data = full();
        assertThat(text(renderer.render(DocumentTemplates.CERTIFICATE, data)))
                .contains("подтверждает, что", "прошёл(а) обучение", "в объёме 8 ч.", "И.И. Петрова", "К.К. Кузнецова");
        map(data, "certificate").put("training", false);

        assertThat(text(renderer.render(DocumentTemplates.CERTIFICATE, data))).doesNotContain("в объёме");
    }

    @Test
    void diplomaWithAndWithoutAnOrder() {
        Map<String, Object> data = full();
        assertThat(text(renderer.render(DocumentTemplates.DIPLOMA, data)))
                .contains("Грамота", "«Лучший наставник»", "награждается", "Приказ от 20 апреля 2026 г. № 45-ОД");
        map(data, "diploma").put("ordered", false);

        assertThat(text(renderer.render(DocumentTemplates.DIPLOMA, data))).doesNotContain("Приказ");
    }

    @Test
    void letterOfGratitude() {
        assertThat(text(renderer.render(DocumentTemplates.LETTER_GRATITUDE, full())))
                .contains("Завод «Пример»", "Уважаемые партнёры!", "в 2025–2026 учебном году", "И.И. Петрова");

        Map<String, Object> data = full();
        data.put("letter", mapOf("addressee", null, "caption", null, "greeting", null));
        assertThat(text(renderer.render(DocumentTemplates.LETTER_GRATITUDE, data)))
                .contains("Благодарственное письмо", "(кому:", "Уважаем____");
    }

    @Test
    void juryProtocol() {
        assertThat(text(renderer.render(DocumentTemplates.JURY_PROTOCOL, full())))
                .contains("Присутствовали члены жюри: 5 чел.", "поступило заявок – 7", "признать пару П-003");
    }

    @Test
    void reportsHaveLinesToWriteOnWhereNothingIsSaid() {
        Map<String, Object> data = full();
        map(data, "report").put("weaknesses", List.of());

        assertThat(text(renderer.render(DocumentTemplates.REPORT_QUALITY, data)))
                .contains("Встречи проходят регулярно.", "Что мешает", "Завершили досрочно\t1")
                .doesNotContain("Мало времени");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void whatIsNotKnownIsABlankToFillByHand(String template) {
        Map<String, Object> data = blank(full());
        data.put("consents", List.of(consent(data, null)));
        String text = text(renderer.render(template, data));

        assertThat(text)
                .contains("____")
                .doesNotContain("{{", "}}", "null", "|")
                .doesNotContainPattern("\\[[a-z]+");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void nothingOfTheTemplateLanguageIsLeft(String template) {
        assertThat(text(renderer.render(template, full())))
                .doesNotContain("{{", "}}", "null", "|", "..")
                .doesNotContainPattern("\\[[a-z]+");
    }

    @ParameterizedTest
    @MethodSource("templates")
    void filesAreNeutralAndLaidOutAsTheStandardAsks(String template) throws IOException {
        try (XWPFDocument document = open(renderer.render(template, full()))) {
            var properties = document.getProperties();
            assertThat(properties.getCoreProperties().getCreator()).isNullOrEmpty();
            assertThat(properties.getCoreProperties().getLastModifiedByUser()).isNullOrEmpty();
            assertThat(properties.getExtendedProperties().getCompany()).isNullOrEmpty();

            var section = document.getDocument().getBody().getSectPr();
            int left = KEPT_THREE_YEARS.contains(template) ? 20 : 30; // 30 for what is kept longer than ten years
            assertThat(millimetres(section.getPgMar().getLeft())).isGreaterThanOrEqualTo(left);
            assertThat(millimetres(section.getPgMar().getRight())).isGreaterThanOrEqualTo(10);
            assertThat(millimetres(section.getPgMar().getTop())).isGreaterThanOrEqualTo(20);
            assertThat(millimetres(section.getPgMar().getBottom())).isGreaterThanOrEqualTo(20);
            assertThat(section.isSetTitlePg()).isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void everyKeyThatDocumentTemplatesNamesIsEnough(String template) {
        Map<String, Object> data = full();
        data.keySet().retainAll(DocumentTemplates.keys(template));

        assertThat(renderer.render(template, data)).isNotEmpty();
        for (String key : DocumentTemplates.keys(template)) {
            Map<String, Object> less = new HashMap<>(data);
            less.remove(key);
            assertThatThrownBy(() -> renderer.render(template, less))
                    .as("without %s", key)
                    .isInstanceOf(DocumentRenderer.TemplateException.class)
                    .hasMessageContaining(key);
        }
    }

    // ---- values

    @Test
    void specialCharactersAndLineBreaks() throws IOException {
        Map<String, Object> data = full();
        map(data, "curator").put("name", "A & B <c> \"d\" ]]> \u0001\uD800 'e'");
        data.put("basis", "Первое\r\nвторое\nтретье");

        byte[] docx = renderer.render(DocumentTemplates.ORDER_CURATOR, data);

        assertThat(text(docx)).contains("A & B <c> \"d\" ]]>  'e'", "Первое\nвторое\nтретье, в целях");
        assertThat(part(docx, "word/document.xml")).contains("<w:br/>");
    }

    @Test
    void aTagInsideAValueStaysText() {
        Map<String, Object> data = full();
        map(data, "curator").put("name", "{{school.phone}}");
        data.put("people", List.of(person("[post]", "{{?x}}")));
        data.put("appendices", List.of(Map.of("title", "{{@code}} {{school.phone}}")));

        assertThat(text(renderer.render(DocumentTemplates.ORDER_IMPLEMENTATION, data)))
                .contains("{{school.phone}}, учитель", "[post]", "{{?x}}", "{{@code}} {{school.phone}} (приложение 1)");
    }

    /** Those who sign a protocol stand together, with the line that says who they are. */
    @Test
    void theMembersOfAJuryAreNotTornApart() throws IOException {
        try (XWPFDocument document =
                new XWPFDocument(getClass().getResourceAsStream("/documents/jury-protocol.docx"))) {
            XWPFTable members = document.getTables().get(document.getTables().size() - 1);
            assertThat(members.getRow(0).getCell(2).getText()).isEqualTo("Подпись");
            assertThat(members.getRows().subList(0, members.getRows().size() - 1))
                    .hasSizeGreaterThan(2)
                    .flatExtracting(row -> row.getTableCells())
                    .flatExtracting(XWPFTableCell::getParagraphs)
                    .allMatch(paragraph -> paragraph.getCTP().getPPr().isSetKeepNext());
        }
    }

    /** A blank consent has no code at the right of its heading: as much is left free at the left. */
    @Test
    void theHeadingOfAConsentIsInTheMiddle() throws IOException {
        try (XWPFDocument document = new XWPFDocument(getClass().getResourceAsStream("/documents/consents.docx"))) {
            List<XWPFTable> headings = document.getTables().stream()
                    .filter(table -> table.getText().contains("{{@qr}}"))
                    .toList();

            assertThat(headings).hasSize(7).allSatisfy(heading -> {
                List<XWPFTableCell> cells = heading.getRow(0).getTableCells();
                assertThat(cells.get(0).getWidth())
                        .isEqualTo(cells.get(cells.size() - 1).getWidth());
            });
        }
    }

    @Test
    void aPictureIsPlacedIntoTheFooterOfTheFirstPage() throws IOException {
        Map<String, Object> data = full();
        data.put("code", new DocumentRenderer.Picture(png(), 18, 18));

        byte[] docx = renderer.render(DocumentTemplates.ORDER_CURATOR, data);

        assertThat(part(docx, "word/footer1.xml")).contains("<pic:blipFill", "648000");
        assertThat(names(docx)).anyMatch(name -> name.startsWith("word/media/"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/etc/passwd", "https://example.org/a.png", "data:image/png;base64,AAAA"})
    void aTextForAPictureIsRefusedAndNothingIsRead(String text) {
        Map<String, Object> data = full();
        data.put("code", text);

        assertThatThrownBy(() -> renderer.render(DocumentTemplates.ORDER_CURATOR, data))
                .isInstanceOf(DocumentRenderer.TemplateException.class)
                .hasMessageContaining("order-curator")
                .hasMessageContaining("code")
                .hasMessageNotContaining(text);
    }

    @Test
    void onlyPlainValuesAreTaken() {
        Map<String, Object> data = full();
        data.put("curator", new Object());

        assertThatThrownBy(() -> renderer.render(DocumentTemplates.ORDER_CURATOR, data))
                .isInstanceOf(DocumentRenderer.TemplateException.class)
                .hasMessageContaining("curator")
                .hasMessageContaining("java.lang.Object");
    }

    // ---- mistakes

    @Test
    void aMissingKeyIsNamed() {
        Map<String, Object> data = full();
        map(data, "school").remove("city");

        assertThatThrownBy(() -> renderer.render(DocumentTemplates.ORDER_CURATOR, data))
                .isInstanceOfSatisfying(DocumentRenderer.TemplateException.class, e -> {
                    assertThat(e.template()).isEqualTo("order-curator");
                    assertThat(e.tag()).contains("school.city");
                    assertThat(e).hasMessageContaining("order-curator").hasMessageContaining("school.city");
                });
    }

    @Test
    void aMissingKeyInARowIsNamed() {
        Map<String, Object> data = full();
        data.put("people", List.of(Map.of("name", "Орлов О.О.")));

        assertThatThrownBy(() -> renderer.render(DocumentTemplates.ACKNOWLEDGEMENT_SHEET, data))
                .isInstanceOf(DocumentRenderer.TemplateException.class)
                .hasMessageContaining("acknowledgement-sheet")
                .hasMessageContaining("post");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"broken-unknown-tag", "broken-misspelt-tag", "broken-unclosed-section", "broken-kind-of-tag"})
    void aMistakeInATemplateAborts(String template) {
        assertThatThrownBy(() -> renderer.render(template, full()))
                .isInstanceOf(DocumentRenderer.TemplateException.class)
                .hasMessageContaining(template);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-such", "../documents/roadmap", "", "roadmap.docx"})
    void anUnknownTemplateIsRefused(String template) {
        assertThatThrownBy(() -> renderer.render(template, full()))
                .isInstanceOf(DocumentRenderer.TemplateException.class)
                .hasMessageContaining("no such template");
    }

    // ---- threads

    @Test
    void twentyDocumentsOnFourThreads() throws Exception {
        Map<String, Object> data = full();
        data.put("code", new DocumentRenderer.Picture(png(), 18, 18));
        var pool = Executors.newFixedThreadPool(4);
        try {
            List<Future<byte[]>> rendered = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(() ->
                            renderer.render(templates().get(i % templates().size()), data)))
                    .toList();
            for (int i = 0; i < rendered.size(); i++) {
                byte[] alone = renderer.render(templates().get(i % templates().size()), data);
                assertThat(contents(rendered.get(i).get())).isEqualTo(contents(alone));
            }
        } finally {
            pool.shutdownNow();
        }
    }

    // ---- data: what a real school would have, all of it invented

    static Map<String, Object> full() {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("kind", mapOf("title", "Приказ"));
        data.put("heading", "О создании рабочей группы");
        data.put(
                "items",
                List.of(
                        mapOf(
                                "text", "Создать рабочую группу",
                                "first", "Создать рабочую группу",
                                "second", "октябрь",
                                "third", "куратор",
                                "dashes", List.of(mapOf("text", "подготовить план работы"))),
                        mapOf(
                                "text", "Утвердить план работы",
                                "first", "Утвердить план работы",
                                "second", "ноябрь",
                                "third", "директор",
                                "dashes", List.of())));
        data.put(
                "stamps",
                mapOf(
                        "acceptedBy",
                        "на заседании педагогического совета",
                        "agreed",
                        List.of(mapOf("body", "Управляющий совет"), mapOf("body", "Совет родителей")),
                        "byOrder",
                        false));
        data.put("approval", mapOf("number", null, "date", null));
        data.put("director", mapOf("name", "Петрова И.И.", "signature", "И.И. Петрова", "post", "директор"));
        data.put("secretary", mapOf("name", "Сидорова С.С.", "signature", "С.С. Сидорова", "post", "секретарь"));
        data.put("roadmap", mapOf("title", "Наставничество молодых педагогов"));
        data.put(
                "school",
                mapOf(
                        "founder", "Комитет по образованию администрации города Энска",
                        "fullName",
                                "Муниципальное бюджетное общеобразовательное учреждение\n"
                                        + "«Средняя школа № 5 города Энска»",
                        "name",
                                "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 5 города"
                                        + " Энска»",
                        "shortName", "МБОУ «СШ № 5»",
                        "address", "100000, Энская область, г. Энск, ул. Школьная, д. 1",
                        "city", "г. Энск",
                        "phone", "+7 (000) 000-00-00",
                        "email", "school5@example.org",
                        "site", "https://school5.example.org",
                        "details", "ОКПО 00000000, ОГРН 1020000000000, ИНН/КПП 0000000000/000000000",
                        "directorPost", "Директор",
                        "directorPostWithin", "директор",
                        "directorName", "И.И. Петрова",
                        "pages", "https://school5.example.org/mentors",
                        "directorGround", null,
                        "signatory", "директора Петровой Ирины Ивановны, действующей на основании Устава",
                        "directorFullName", "Петрова Ирина Ивановна"));
        data.put(
                "document",
                mapOf(
                        "number", "42-ОД",
                        "date", "14 августа 2025 г.",
                        "title", "приказ «О внедрении целевой модели наставничества»"));
        data.put("schoolYear", "2025–2026");
        data.put("teachers", true);
        data.put("approves", mapOf("first", false, "last", true));
        data.put("control", true);
        data.put("basis", "В соответствии с уставом школы");
        data.put("code", null);
        data.put("deputy", mapOf("name", "Сидорова С.С.", "post", "заместитель директора"));
        data.put("curator", mapOf("name", "Кузнецова К.К.", "signature", "К.К. Кузнецова", "post", "учитель истории"));
        data.put("author", new HashMap<>(map(data, "curator")));
        map(data, "author").put("title", "Куратор программы наставничества");
        data.put("siteEditor", mapOf("name", "Орлов О.О.", "post", "учитель информатики"));
        data.put(
                "terms",
                mapOf(
                        "documents", "до 31 августа 2025 г.",
                        "information", "до 30 сентября 2025 г.",
                        "forms", "до 31 августа 2025 г.",
                        "site", "до 30 сентября 2025 г.",
                        "event", "до 28 мая 2026 г.",
                        "report", "до 31 мая 2026 г."));
        data.put(
                "appendices",
                List.of(
                        mapOf("title", "Положение о программе наставничества"),
                        mapOf("title", "Дорожная карта программы наставничества")));
        data.put("acceptance", mapOf("number", "1", "date", "13 августа 2025 г."));
        data.put("jury", mapOf("number", "4", "date", "20 мая 2026 г."));
        data.put(
                "pairs",
                List.of(
                        pair("П-001", "Орлов О.О.", "____", "учитель – ученик"),
                        pair("Г-001", null, "____\n____\n____", null)));
        data.put("sheets", List.of(sheet(data, "П-001", "Орлов О.О.")));
        data.put("consents", List.of(consent(data, "Орлов О.О."), consent(data, null)));
        data.put("heads", List.of("Согласие 1027-1-4, лист", "Согласие, лист"));
        for (String flag : List.of(
                "processing", "help", "publication", "duties", "workerMentee", "adult", "representative", "pupil")) {
            data.put(flag, true);
        }
        for (String key : List.of(
                "whose",
                "role",
                "signedOn",
                "lastDay",
                "subject",
                "data",
                "processor",
                "system",
                "reason",
                "decision",
                "erasedOn")) {
            data.put(key, "значение " + key);
        }
        data.put("person", mapOf("name", "Орлов О.О.", "line", "Орлов О.О.", "post", null, "signature", "О.О. Орлов"));
        data.put("signer", mapOf("name", "Орлов О.О.", "relation", null, "contacts", null, "signature", "О.О. Орлов"));
        data.put(
                "certificate",
                mapOf("text", "прошёл(а) обучение по программе подготовки наставников", "training", true, "hours", 8));
        data.put("interview", mapOf("of", "Должность, предмет"));
        data.put(
                "diploma",
                mapOf("name", "Лучший наставник", "ordered", true, "number", "45-ОД", "date", "20 апреля 2026 г."));
        data.put("workers", true);
        data.put(
                "amended",
                mapOf(
                        "number",
                        "41-ОД",
                        "date",
                        "20 октября 2025 г.",
                        "title",
                        "Об утверждении наставнических пар и групп"));
        data.put("mentors", false);
        data.put("joined", true);
        data.put("changes", List.of(mapOf("text", "включена пара П-003"), mapOf("text", "исключена пара П-001")));
        data.put(
                "report",
                mapOf(
                        "period",
                        "декабрь 2025 г.",
                        "pairs",
                        12,
                        "groups",
                        2,
                        "mentees",
                        "не менее 18",
                        "invited",
                        40,
                        "answered",
                        31,
                        "answeredShare",
                        "78 %",
                        "started",
                        14,
                        "completed",
                        11,
                        "endedEarly",
                        1,
                        "respondents",
                        31,
                        "positive",
                        27,
                        "positiveShare",
                        "87 %",
                        "measuredBefore",
                        20,
                        "measuredAfter",
                        18,
                        "measuredTwice",
                        17,
                        "improved",
                        11,
                        "improvedShare",
                        "65 %",
                        "strengths",
                        texts("Встречи проходят регулярно.", "Наставники подготовлены."),
                        "weaknesses",
                        texts("Мало времени в расписании."),
                        "conclusions",
                        texts("Продолжить работу пар.", "Выделить час в неделю."),
                        "notes",
                        texts("Ответили 31 из 40 приглашённых.", "Отчёт не доказывает, что причина – программа.")));
        data.put(
                "contest",
                mapOf(
                        "heading",
                        "в номинации «Лучшая пара»",
                        "first",
                        "Лучшая пара",
                        "second",
                        "Наставник года",
                        "nominations",
                        2,
                        "entries",
                        7,
                        "jury",
                        5,
                        "winners",
                        2,
                        "decisions",
                        texts("Победителем в номинации «Лучшая пара» признать пару П-003.")));
        data.put("forms", List.of(mapOf("title", "ученик – ученик"), mapOf("title", "учитель – учитель")));
        data.put(
                "people",
                List.of(
                        person("Сидорова С.С.", "заместитель директора"),
                        person("Кузнецова К.К.", "учитель истории"),
                        person("Орлов О.О.", "учитель информатики")));
        data.put(
                "paper",
                mapOf(
                        "title",
                        "Дорожная карта",
                        "usual",
                        true,
                        "lines",
                        List.of(),
                        "accepted",
                        true,
                        "acceptanceWord",
                        "ПРИНЯТО",
                        "acceptance",
                        "на заседании педагогического совета",
                        "approved",
                        true,
                        "approvalWord",
                        "УТВЕРЖДАЮ",
                        "approval",
                        null,
                        "heading",
                        null));
        data.put(
                "rows",
                List.of(
                        row(
                                "1",
                                "Подготовка условий",
                                "Изучение материалов",
                                "Знакомство с шаблонами документов",
                                "июнь – август"),
                        row("1", "Подготовка условий", "Информирование", "Педагогический совет", "август – сентябрь"),
                        row(
                                "1",
                                "Подготовка условий",
                                "Информирование",
                                "Родительские собрания о программе",
                                "август – сентябрь"),
                        row("1", "Подготовка условий", "Информирование", "Классные часы", "август – сентябрь"),
                        row("2", "Формирование базы наставляемых", "Сбор данных", "Анкетирование", "сентябрь"),
                        row(
                                "2",
                                "Формирование базы наставляемых",
                                "База наставляемых",
                                "База из числа обучающихся",
                                "сентябрь")));
        data.put(
                "event",
                mapOf(
                        "kind", "заседания педагогического совета",
                        "title", "О наставничестве в 2025–2026 учебном году",
                        "date", "13 августа 2025 г.",
                        "begins", "14:00",
                        "place", "кабинет 21",
                        "chair", "Петрова И.И.",
                        "chairSignature", "И.И. Петрова",
                        "secretarySignature", "О.О. Орлов",
                        "secretary", "Орлов О.О.",
                        "presentCount", 24,
                        "invited", "представитель учредителя",
                        "questions",
                                List.of(
                                        mapOf(
                                                "title",
                                                "О целевой модели наставничества",
                                                "speaker",
                                                "Сидорова С.С.",
                                                "heard",
                                                null,
                                                "decision",
                                                "внедрить модель."),
                                        mapOf(
                                                "title",
                                                "О Положении о программе наставничества",
                                                "speaker",
                                                "Кузнецова К.К.",
                                                "heard",
                                                "Рассказала о содержании Положения.",
                                                "decision",
                                                "принять Положение.")),
                        "decisions", List.of(),
                        "voting", true));
        data.put(
                "letter",
                mapOf("addressee", "Завод «Пример»", "caption", "мастеру", "greeting", "Уважаемые партнёры!"));
        data.put(
                "card",
                mapOf(
                        "title", "Вместе к успеху",
                        "form", "ученик – ученик",
                        "roleModel", "успевающий – неуспевающий",
                        "goal", "Повышение учебной мотивации",
                        "tasks", "Помочь в учёбе\nПомочь в общении",
                        "mentors", "обучающиеся 9–11 классов",
                        "mentees", "обучающиеся 5–7 классов",
                        "period", "сентябрь 2025 г. – май 2026 г.",
                        "place", "очно, в школе",
                        "results", "Рост качества знаний наставляемых",
                        "responsible", "Кузнецова К.К.",
                        "activities",
                                List.of(
                                        mapOf(
                                                "title",
                                                "Первая встреча",
                                                "term",
                                                "сентябрь",
                                                "responsible",
                                                "наставник"),
                                        mapOf(
                                                "title",
                                                "Итоговая встреча",
                                                "term",
                                                "май",
                                                "responsible",
                                                "наставник"))));
        return data;
    }

    static List<Map<String, Object>> rows(int count) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(row(
                    String.valueOf(i / 12 + 1),
                    "Этап " + (i / 12 + 1) + ": подготовка условий для запуска программы наставничества",
                    "Информирование родителей, педагогов, обучающихся о возможностях и целях модели, часть "
                            + (i / 4 + 1),
                    (i % 4 + 1) + ". Проведение мониторинга по выявлению предварительных запросов от потенциальных"
                            + " наставляемых и о заинтересованных в наставничестве аудиториях внутри школы.",
                    i % 8 < 4 ? "август – сентябрь" : "декабрь, май"));
        }
        return rows;
    }

    private static Map<String, Object> row(String number, String stage, String block, String content, String term) {
        return mapOf(
                "number", number,
                "item", number + ".1",
                "stage", stage,
                "block", block,
                "content", content,
                "term", term,
                "responsible", "заместитель директора, куратор");
    }

    private static Map<String, Object> person(String name, String post) {
        return mapOf("name", name, "post", post);
    }

    private static List<Map<String, Object>> texts(String... lines) {
        return Arrays.stream(lines).map(line -> mapOf("text", line)).toList();
    }

    private static Map<String, Object> pair(String code, String mentor, String mentees, String form) {
        return mapOf("code", code, "mentor", mentor, "mentees", mentees, "count", 1, "form", form);
    }

    private static Map<String, Object> sheet(Map<String, Object> data, String code, String mentor) {
        return mapOf(
                "code",
                code,
                "mentor",
                mentor,
                "mentees",
                "Примеров Пётр (5А)",
                "form",
                null,
                "school",
                data.get("school"),
                "schoolYear",
                data.get("schoolYear"),
                "curator",
                data.get("curator"));
    }

    /** All papers of a person at once, the longest wording of each. */
    private static Map<String, Object> consent(Map<String, Object> data, String name) {
        Map<String, Object> consent = mapOf("school", data.get("school"), "schoolYear", data.get("schoolYear"));
        for (String flag : List.of(
                "processingAdult",
                "processingRepresentative",
                "publication",
                "help",
                "duties",
                "agreement",
                "workerMentee",
                "plain",
                "mentor",
                "mentee",
                "representative",
                "pupil")) {
            consent.put(flag, true);
        }
        consent.put("adult", false);
        consent.put("data", name == null ? null : "фамилия, имя, отчество; класс");
        consent.put("special", name == null ? null : "ограниченные возможности здоровья");
        consent.put("until", "31 августа 2026 г.");
        consent.put("capacity", name == null ? null : "не более 2");
        consent.put("hours", name == null ? null : "пн 14:00–15:00, ср 15:00–16:00");
        consent.put("qr", name == null ? null : new DocumentRenderer.Picture(png(), 16, 16));
        consent.put("codeText", name == null ? null : "1027-1-4");
        consent.put("person", mapOf("name", name, "line", name, "post", null, "signature", name));
        consent.put("signer", mapOf("name", name, "relation", null, "contacts", null, "signature", name));
        return consent;
    }

    /** The same keys, nothing in them. */
    static Map<String, Object> blank(Map<String, Object> data) {
        Map<String, Object> blank = new LinkedHashMap<>();
        data.forEach((key, value) -> blank.put(
                key,
                value instanceof Map<?, ?> map
                        ? blank(cast(map))
                        : value instanceof List<?> ? List.of() : key.length() % 2 == 0 ? "  " : null));
        return blank;
    }

    private static Map<String, Object> mapOf(Object... keysAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put((String) keysAndValues[i], keysAndValues[i + 1]);
        }
        return map;
    }

    private static Map<String, Object> map(Map<String, Object> data, String key) {
        return cast((Map<?, ?>) data.get(key));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> cast(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    static byte[] png() {
        try {
            var image = new java.awt.image.BufferedImage(58, 58, java.awt.image.BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < 58 * 58; i++) {
                image.setRGB(i % 58, i / 58, (i % 58 / 6 * 31 + i / 58 / 6 * 17) % 3 == 0 ? 0 : 0xFFFFFF);
            }
            var out = new java.io.ByteArrayOutputStream();
            javax.imageio.ImageIO.write(image, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    // ---- reading

    private static XWPFDocument open(byte[] docx) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    public static String text(byte[] docx) {
        try (var extractor = new org.apache.poi.xwpf.extractor.XWPFWordExtractor(open(docx))) {
            return extractor.getText().replace('\u00a0', ' ');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> merges(XWPFTable table, int column) {
        return table.getRows().stream()
                .skip(1)
                .filter(row -> row.getTableCells().size() > 1) // the last one is for the signature
                .map(row -> merge(row, column))
                .toList();
    }

    private static String merge(XWPFTableRow row, int column) {
        var merge = row.getCell(column).getCTTc().getTcPr().getVMerge();
        return merge.getVal() == STMerge.CONTINUE ? "continue" : "restart";
    }

    private static long millimetres(Object twips) {
        return Math.round(Double.parseDouble(twips.toString()) / 1440 * 25.4);
    }

    private static String part(byte[] docx, String name) {
        return contents(docx).get(name);
    }

    private static List<String> names(byte[] docx) {
        return List.copyOf(contents(docx).keySet());
    }

    /** Parts of the file without the times of the zip. */
    static Map<String, String> contents(byte[] docx) {
        Map<String, String> parts = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readAllBytes();
                parts.put(
                        entry.getName(),
                        entry.getName().endsWith(".png")
                                ? Arrays.toString(bytes)
                                : new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }
}
