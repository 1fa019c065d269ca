package org.mentoringroadmap.document.word;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperViewTest {
    /** Whoever reads an order must read the numbers of its items as Word prints them. */
    @Test
    void itemsOfAnOrderHaveTheNumbersThatWordPrints() throws IOException {
        Document page = page(shipped("order-pairs"));
        List<String> items = page.select("p").eachText().stream()
                .filter(text -> text.matches("\\d+(\\.\\d+)?\\. .*"))
                .map(text -> text.substring(0, text.indexOf(' ')))
                .toList();
        assertThat(items)
                .containsExactly("1.", "2.", "2.1.", "2.2.", "2.3.", "3.", "3.1.", "3.2.", "3.3.", "4.", "5.", "6.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "order-curator",
                "regulation",
                "roadmap",
                "report-quality",
                "certificate",
                "consents",
                "individual-plan",
                "media-plan"
            })
    void everyWordOfTheTextIsThere(String template) throws IOException {
        byte[] docx = shipped(template);
        try (XWPFDocument word = new XWPFDocument(new java.io.ByteArrayInputStream(docx))) {
            String said = plain(page(docx).wholeText());
            word.getParagraphs().stream()
                    .map(paragraph -> plain(paragraph.getText()))
                    .forEach(text -> assertThat(said).contains(text));
        }
    }

    @Test
    void howATextStandsIsKeptAndNothingElse() {
        Document page = page(word(document -> {
            var title = document.createParagraph();
            title.setAlignment(ParagraphAlignment.CENTER);
            var run = title.createRun();
            run.setBold(true);
            run.setText("Приказ");
            var item = document.createParagraph();
            item.setFirstLineIndent(709);
            item.createRun().setText("Пункт");
        }));
        assertThat(page.selectFirst("p.paper-center strong").text()).isEqualTo("Приказ");
        assertThat(page.selectFirst("p.paper-indent").text()).isEqualTo("Пункт");
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .map(attribute -> attribute.getKey()))
                .allMatch("class"::equals);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "<img src=x onerror=alert(1)>",
                "</div></main><a href=\"javascript:alert(1)\">x</a>",
                "&lt;b&gt;"
            })
    void whatLooksLikeMarkupIsText(String text) {
        Document page = page(word(document -> {
            document.createParagraph().createRun().setText(text);
            var link = document.createParagraph().createHyperlinkRun("javascript:alert(1)");
            link.setText("ссылка");
        }));
        assertThat(page.select("script, img, a, iframe, style, link, [onerror], [href], [src], [style]"))
                .isEmpty();
        assertThat(page.wholeText()).contains(text, "ссылка");
    }

    @Test
    void whatIsBlankIsMarked() {
        Document page = page(word(document -> {
            document.createParagraph().createRun().setText("На основании ______________, ПРИКАЗЫВАЮ:");
            document.createParagraph().createRun().setText("Директор ____________ П. П. Примеров");
            XWPFTable table = document.createTable(3, 2);
            table.getRow(0).getCell(0).setText("Что");
            table.getRow(0).getCell(1).setText("Когда");
            table.getRow(1).getCell(0).setText("Встреча");
            table.getRow(2).getCell(0).setText("Семинар");
            table.getRow(2).getCell(1).setText("10.12.2026");
        }));
        assertThat(page.select(".paper-blank")).hasSize(2);
        assertThat(page.select(".paper-blank").first().text()).startsWith("На основании");
        assertThat(page.select("tr:eq(1) > td").get(1).select(".paper-blank")).isNotEmpty();
        assertThat(page.text()).doesNotContain("\ue000");
    }

    @Test
    void whatHasChangedIsMarkedAndWhatIsGoneIsStruckOut() {
        byte[] before = word(document -> {
            for (String text : List.of("Первый", "Второй", "Третий")) {
                document.createParagraph().createRun().setText(text);
            }
            row(document, "Старая строка");
        });
        byte[] now = word(document -> {
            for (String text : List.of("Первый", "Второй, исправленный", "Третий", "Четвёртый")) {
                document.createParagraph().createRun().setText(text);
            }
            row(document, "Новая строка");
        });
        PaperView view = PaperView.of(now, Optional.of(before), false).orElseThrow();
        Document page = Jsoup.parse(view.html());
        assertThat(page.select("p.paper-new").eachText()).containsExactly("Второй, исправленный", "Четвёртый");
        assertThat(page.select("tr.paper-new").eachText()).containsExactly("Новая строка");
        assertThat(page.select(".paper-gone del").eachText()).containsExactlyInAnyOrder("Второй", "Старая строка");
        assertThat(view.changes()).isEqualTo(2);
        assertThat(PaperView.of(now, Optional.of(now), false).orElseThrow().changes())
                .isZero();
        assertThat(PaperView.of(now, Optional.of(before), false).orElseThrow().html())
                .as("whatever was taken away last, at the end too")
                .contains("Старая строка");
    }

    @Test
    void aTableInsideATableIsShown() {
        Document page = page(word(document -> {
            XWPFTable outer = document.createTable(1, 1);
            outer.getRow(0).getCell(0).setText("снаружи");
        }));
        assertThat(page.select("table td").eachText()).contains("снаружи");
    }

    @Test
    void aLongFileIsShownFromItsBeginning() {
        PaperView view = PaperView.of(
                        word(document -> {
                            for (int i = 0; i < 3_000; i++) {
                                document.createParagraph().createRun().setText("Строка " + i);
                            }
                        }),
                        Optional.empty(),
                        false)
                .orElseThrow();
        assertThat(view.cut()).isTrue();
        assertThat(view.html()).contains("Строка 0<").doesNotContain("Строка 2999");
    }

    @Test
    void whatIsNoWordFileIsNotShown() {
        assertThat(PaperView.of("нет".getBytes(StandardCharsets.UTF_8), Optional.empty(), false))
                .isEmpty();
        assertThat(PaperView.of(new byte[0], Optional.empty(), false)).isEmpty();
        assertThat(PaperView.of(new byte[1_600_000], Optional.empty(), false)).isEmpty();
    }

    private static void row(XWPFDocument document, String text) {
        document.createTable(1, 1).getRow(0).getCell(0).setText(text);
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\u00a0]+", "");
    }

    private static Document page(byte[] docx) {
        String html = PaperView.of(docx, Optional.empty(), false).orElseThrow().html();
        Document page = Jsoup.parseBodyFragment(html);
        assertThat(page.body().getAllElements().stream()
                        .map(Element::normalName)
                        .distinct())
                .isSubsetOf("body", "p", "table", "tbody", "tr", "td", "strong", "em", "u", "br", "del", "div");
        return page;
    }

    private static byte[] shipped(String template) throws IOException {
        try (InputStream in = PaperViewTest.class.getResourceAsStream("/documents/" + template + ".docx")) {
            return in.readAllBytes();
        }
    }

    private static byte[] word(Consumer<XWPFDocument> write) {
        try (XWPFDocument document = new XWPFDocument()) {
            write.accept(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
