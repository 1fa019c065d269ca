package org.mentoringroadmap.document.word;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import com.github.difflib.patch.DeltaType;
import fr.opensagres.poi.xwpf.converter.xhtml.XHTMLConverter;
import fr.opensagres.poi.xwpf.converter.xhtml.XHTMLOptions;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTTblGrid;

/**
 * A Word file as a page shows it: its paragraphs and tables with their numbers, what is blank and what has changed marked.
 * It is built anew of a handful of elements and of text alone, whatever the file holds: no address, script, style or
 * picture of the file reaches the page.
 *
 * @param html what stands between the page's own tags; its classes begin with {@code paper-}
 * @param changes in how many places it differs from the earlier file; 0 without one
 * @param cut whether only its beginning is shown
 */
public record PaperView(String html, int changes, boolean cut) {
    /** About thirty pages: more is not read on a page, and a phone would not show it. */
    private static final int MAX_BLOCKS = 1_200;

    /** A plan with a section for each of 300 pairs; looked into, it would keep a visitor waiting. */
    private static final int MAX_FILE = 1_500_000;

    /** From the private use area: no text has it. */
    private static final String BLANK = "\ue000";

    private static final Pattern RULE = Pattern.compile("(p|span)\\.([\\w-]+)\\{([^}]*)}");
    /** In twentieths of a point. */
    private static final int PAGE_WIDTH = 9_600;

    private static final String PARAGRAPH = "p";
    private static final String ROW = "tr";
    private static final String CELL = "td";
    private static final String PICTURE = "[рисунок]";

    /**
     * Looks into a Word file.
     *
     * @param earlier the file that it is compared with, paragraph by paragraph and row by row; empty for no comparison
     * @param cellsMayBeEmpty as in {@link Blanks#of(byte[], boolean)}
     * @return empty where it cannot be shown: it is no Word file, or too large
     */
    public static Optional<PaperView> of(byte[] docx, Optional<byte[]> earlier, boolean cellsMayBeEmpty) {
        try {
            Reading reading = new Reading(docx, cellsMayBeEmpty);
            int changes = earlier.filter(before -> before.length <= MAX_FILE)
                    .map(before -> reading.compare(new Reading(before, cellsMayBeEmpty)))
                    .orElse(0);
            return Optional.of(new PaperView(reading.html(), changes, reading.cut));
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** One file on its way into a page. */
    private static final class Reading {
        private final Map<String, Map<String, String>> rules = new HashMap<>();
        private final List<Element> blocks = new ArrayList<>();
        private final Element paper = new Element("div");
        private boolean cut;

        Reading(byte[] docx, boolean cellsMayBeEmpty) {
            if (docx.length > MAX_FILE) {
                throw new IllegalArgumentException("too large for a page");
            }
            Document said = Jsoup.parse(xhtml(Blanks.signed(docx, BLANK, cellsMayBeEmpty)), "", Parser.xmlParser());
            for (Element style : said.select("style")) {
                Matcher rule = RULE.matcher(style.data() + style.wholeText());
                while (rule.find()) {
                    rules.put(rule.group(1) + "." + rule.group(2), declarations(rule.group(3)));
                }
            }
            said.select("body > *").forEach(section -> children(section, paper));
            tidy();
        }

        private static String xhtml(byte[] docx) {
            try (XWPFDocument word = complete(docx)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                XHTMLConverter.getInstance()
                        .convert(word, out, XHTMLOptions.create().setIgnoreStylesIfUnused(false));
                return out.toString(StandardCharsets.UTF_8);
            } catch (IOException | OpenXML4JRuntimeException unreadable) {
                throw new IllegalArgumentException("not a readable .docx", unreadable);
            } catch (RuntimeException notShown) {
                // Whatever a file holds that the converter does not know: the page offers it for download.
                throw new IllegalArgumentException("cannot be shown", notShown);
            }
        }

        /** The converter asks for styles, a page and the columns of tables, which a small file may do without. */
        private static XWPFDocument complete(byte[] docx) throws IOException {
            XWPFDocument word = new XWPFDocument(new ByteArrayInputStream(docx));
            boolean whole = withColumns(word.getTables());
            if (word.getStyles() == null) {
                word.createStyles();
                whole = false;
            }
            if (!word.getDocument().getBody().isSetSectPr()) {
                word.getDocument().getBody().addNewSectPr();
                whole = false;
            }
            if (whole) {
                return word;
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            word.write(out);
            word.close();
            return new XWPFDocument(new ByteArrayInputStream(out.toByteArray()));
        }

        /** Gives columns to tables that have none, also inside of others, and says whether all had them. */
        private static boolean withColumns(List<XWPFTable> tables) {
            boolean whole = true;
            for (XWPFTable table : tables) {
                int columns = 0;
                for (XWPFTableRow row : table.getRows()) {
                    columns = Math.max(columns, row.getTableCells().size());
                    for (XWPFTableCell cell : row.getTableCells()) {
                        whole &= withColumns(cell.getTables());
                    }
                }
                if (table.getCTTbl().getTblGrid() == null) {
                    CTTblGrid grid = table.getCTTbl().addNewTblGrid();
                    for (int column = 0; column < columns; column++) {
                        grid.addNewGridCol().setW(BigInteger.valueOf(PAGE_WIDTH / columns));
                    }
                    whole = false;
                }
            }
            return whole;
        }

        private void children(Element from, Element to) {
            for (Node child : from.childNodes()) {
                if (child instanceof TextNode text) {
                    to.appendText(text.getWholeText());
                } else if (child instanceof Element element) {
                    element(element, to);
                }
            }
        }

        private void element(Element from, Element to) {
            if (cut) {
                return;
            }
            switch (from.normalName()) {
                case PARAGRAPH, "h1", "h2", "h3", "h4", "h5", "h6" -> paragraph(from, to);
                case "table" -> table(from, to);
                case "br" -> to.appendElement("br");
                case "img" -> to.appendText(PICTURE);
                case "span", "a" -> span(from, to);
                case "style", "script", "head" -> {}
                default -> children(from, to);
            }
        }

        private void paragraph(Element from, Element to) {
            Element paragraph = to.appendElement(PARAGRAPH);
            String align = look(from, PARAGRAPH, "text-align");
            if (align.equals("center") || align.equals("right")) {
                paragraph.addClass("paper-" + align);
            }
            if (isPositive(look(from, PARAGRAPH, "text-indent"))) {
                paragraph.addClass("paper-indent");
            }
            if (points(look(from, PARAGRAPH, "margin-left")) > 150) {
                paragraph.addClass("paper-aside");
            }
            children(from, paragraph);
            if (to == paper) {
                block(paragraph);
            }
        }

        private void table(Element from, Element to) {
            Element table = to.appendElement("table");
            table.addClass(from.selectFirst("[style*=border-top]") == null ? "paper-layout" : "paper-table");
            for (Element row : from.children()) {
                Element made = table.appendElement(ROW);
                for (Element cell : row.children()) {
                    Element copy = made.appendElement(CELL);
                    copyNumber(cell, copy, "colspan");
                    copyNumber(cell, copy, "rowspan");
                    children(cell, copy);
                }
                if (to == paper) {
                    block(made);
                }
            }
        }

        private static void copyNumber(Element from, Element to, String attribute) {
            if (from.attr(attribute).matches("\\d{1,3}")) {
                to.attr(attribute, from.attr(attribute));
            }
        }

        private void span(Element from, Element to) {
            Element inside = to;
            if (look(from, "span", "font-weight").equals("bold")) {
                inside = inside.appendElement("strong");
            }
            if (look(from, "span", "font-style").equals("italic")) {
                inside = inside.appendElement("em");
            }
            if (look(from, "span", "text-decoration").contains("underline")) {
                inside = inside.appendElement("u");
            }
            children(from, inside);
        }

        private void block(Element block) {
            blocks.add(block);
            cut = blocks.size() >= MAX_BLOCKS;
        }

        /** How a paragraph or span looks by its own word, else by the last of its styles that says it. */
        private String look(Element element, String kind, String property) {
            String found = "";
            for (String style : element.classNames()) {
                found = rules.getOrDefault(kind + "." + style, Map.of()).getOrDefault(property, found);
            }
            return declarations(element.attr("style")).getOrDefault(property, found);
        }

        private static Map<String, String> declarations(String css) {
            Map<String, String> declared = new HashMap<>();
            for (String declaration : css.split(";")) {
                int colon = declaration.indexOf(':');
                if (colon > 0) {
                    declared.put(
                            declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
                            declaration.substring(colon + 1).strip().toLowerCase(Locale.ROOT));
                }
            }
            return declared;
        }

        private static boolean isPositive(String length) {
            return points(length) > 0;
        }

        private static double points(String length) {
            return length.matches("-?[\\d.]{1,10}pt")
                    ? Double.parseDouble(length.substring(0, length.length() - 2))
                    : 0;
        }

        /** Signs become marks; empty paragraphs become one gap. */
        private void tidy() {
            for (Element element : paper.select("p, td")) {
                if (element.ownText().contains(BLANK)
                        || element.select("> *").stream().anyMatch(Reading::isSigned)) {
                    element.addClass("paper-blank");
                }
            }
            for (TextNode text : paper.nodeStream(TextNode.class).toList()) {
                text.text(text.getWholeText().replace(BLANK, ""));
            }
            boolean gap = true;
            for (Element paragraph : paper.select("> p")) {
                boolean empty = plain(paragraph).isEmpty() && !paragraph.hasClass("paper-blank");
                if (empty && gap) {
                    blocks.remove(paragraph);
                    paragraph.remove();
                }
                gap = empty || paragraph.nextElementSibling() == null;
            }
        }

        private static boolean isSigned(Element inline) {
            return !inline.normalName().equals(PARAGRAPH)
                    && inline.wholeText().contains(BLANK)
                    && !inline.normalName().equals("table");
        }

        private static String plain(Element block) {
            return block.wholeText()
                    .replace(BLANK, "")
                    .replace('\u00a0', ' ')
                    .replaceAll("\\s+", " ")
                    .strip();
        }

        /** Marks what the earlier reading does not have, puts in what only it has, and counts the places. */
        int compare(Reading before) {
            List<Element> now = List.copyOf(blocks);
            List<AbstractDelta<String>> deltas = DiffUtils.diff(
                            before.blocks.stream().map(Reading::plain).toList(),
                            now.stream().map(Reading::plain).toList())
                    .getDeltas();
            for (AbstractDelta<String> delta : deltas) {
                int from = delta.getTarget().getPosition();
                if (delta.getType() != DeltaType.DELETE) {
                    now.subList(from, from + delta.getTarget().size()).forEach(block -> block.addClass("paper-new"));
                }
                if (delta.getType() != DeltaType.INSERT) {
                    delta.getSource().getLines().stream()
                            .filter(line -> !line.isEmpty())
                            .forEach(line -> gone(now, from, line));
                }
            }
            return deltas.size();
        }

        private void gone(List<Element> now, int before, String line) {
            boolean last = before >= now.size();
            Element neighbour = now.isEmpty() ? null : now.get(last ? now.size() - 1 : before);
            Element gone = new Element(PARAGRAPH).addClass("paper-gone");
            gone.appendElement("del").appendText(line);
            if (neighbour == null) {
                paper.appendChild(gone);
                return;
            }
            Element place = neighbour.normalName().equals(ROW) ? neighbour.closest("table") : neighbour;
            if (last) {
                place.after(gone);
            } else if (place == neighbour || neighbour.elementSiblingIndex() == 0) {
                place.before(gone);
            } else {
                Element row = new Element(ROW);
                row.appendElement(CELL).attr("colspan", "20").appendChild(gone);
                neighbour.before(row);
            }
        }

        String html() {
            Document page = Document.createShell("");
            page.outputSettings().prettyPrint(false);
            page.body().appendChild(paper);
            return paper.html();
        }
    }
}
