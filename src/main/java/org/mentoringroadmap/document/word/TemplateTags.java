package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The tags of a Word template ({@link DocumentRenderer}) as they are written from its beginning to its end, also those in
 * content controls and boxes, and in its headers, footers and notes.
 *
 * @param used each once
 * @param faults what cannot be read as a tag, or a section that is not closed, as it stands in the file
 */
public record TemplateTags(Set<Tag> used, List<String> faults) {

    /** What a tag does. */
    public enum Kind {
        /** {@code {{school.city}}} or {@code [name]} in a row of a table. */
        TEXT,
        /** {@code {{?people}}}: repeated or kept. */
        SECTION,
        /** {@code {{%people}}}: rows of a table. */
        ROWS,
        /** {@code {{@code}}}. */
        PICTURE
    }

    /**
     * One tag.
     *
     * @param path keys with points; a key inside a list follows the list's: {@code people.name}
     */
    public record Tag(Kind kind, String path) {}

    /** Lists: what stands in a section of one of them is looked up in its elements. */
    public static final Set<String> LISTS = Set.of(
            "appendices",
            "card.activities",
            "changes",
            "consents",
            "contest.decisions",
            "event.decisions",
            "event.questions",
            "forms",
            "items",
            "items.dashes",
            "pairs",
            "paper.lines",
            "people",
            "report.conclusions",
            "report.notes",
            "report.strengths",
            "report.weaknesses",
            "rows",
            "sheets",
            "stamps.agreed");

    /** What every element of a list knows of itself. */
    private static final Set<String> OF_ELEMENTS = Set.of("_number", "_last", "_next");

    private static final Pattern TOKEN =
            Pattern.compile("\\{\\{([^{}]*)}}|\\[([\\w-]+(?:\\.[\\w-]+)*)(?:\\|[^\\[\\]]*)?]|\\{\\{|}}");
    private static final Pattern NAME = Pattern.compile("([?/@%]?)(#?[\\w-]+(?:\\.[\\w-]+)*)?(?:\\|[^{}\\[\\]|]*)?");

    private static final String WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /** What was struck out, and what older programs are to show in place of what stands before it. */
    private static final Set<String> LEFT_OUT = Set.of("del", "moveFrom", "Fallback");

    public TemplateTags {
        used = Set.copyOf(used);
        faults = List.copyOf(faults);
    }

    /**
     * Reads the tags of a template.
     *
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    public static TemplateTags of(byte[] docx) {
        Reader reader = new Reader();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            reader.body(document.getDocument().getBody().getDomNode());
            document.getHeaderList()
                    .forEach(head -> reader.body(head._getHdrFtr().getDomNode()));
            document.getFooterList()
                    .forEach(foot -> reader.body(foot._getHdrFtr().getDomNode()));
            Stream.concat(document.getFootnotes().stream(), document.getEndnotes().stream())
                    .forEach(note -> reader.body(note.getCTFtnEdn().getDomNode()));
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a readable .docx", e);
        }
        reader.sections.forEach(open -> reader.faults.add("{{?" + open + "}}"));
        return new TemplateTags(reader.used, reader.faults);
    }

    private static List<Element> elements(Node container) {
        List<Element> elements = new ArrayList<>();
        for (Node node = container.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && !LEFT_OUT.contains(element.getLocalName())) {
                elements.add(element);
            }
        }
        return elements;
    }

    /** Its name in Word; empty for what other languages call the same. */
    private static String name(Element element) {
        return WORD.equals(element.getNamespaceURI()) ? element.getLocalName() : "";
    }

    /** Rows of a table or cells of a row; a content control or a correction may stand around each. */
    private static List<Element> inside(Element container, String name) {
        List<Element> found = new ArrayList<>();
        for (Element element : elements(container)) {
            if (name(element).equals(name)) {
                found.add(element);
            } else if (!name(element).equals("tbl")) {
                found.addAll(inside(element, name));
            }
        }
        return found;
    }

    private static void collect(Element container, StringBuilder text, List<Element> boxes) {
        for (Element element : elements(container)) {
            switch (name(element)) {
                case "t" -> {
                    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                        text.append(node.getNodeValue());
                    }
                }
                case "tab", "br", "cr" -> text.append(' ');
                case "txbxContent" -> boxes.add(element);
                default -> collect(element, text, boxes);
            }
        }
    }

    private static final class Reader {
        private final Set<Tag> used = new LinkedHashSet<>();
        private final List<String> faults = new ArrayList<>();
        private final Deque<String> sections = new ArrayDeque<>();
        private final Deque<String> scopes = new ArrayDeque<>();

        /** Paragraphs and tables in their order, whatever stands around them. */
        void body(Node container) {
            for (Element element : elements(container)) {
                switch (name(element)) {
                    case "p" -> paragraph(element, null);
                    case "tbl" -> table(element);
                    default -> body(element);
                }
            }
        }

        private void table(Element table) {
            String rows = null;
            for (Element row : inside(table, "tr")) {
                String begun = null;
                for (Element cell : inside(row, "tc")) {
                    String list = cell(cell, rows);
                    begun = list == null ? begun : list;
                }
                rows = begun;
            }
        }

        /** As {@link #text}, for all that stands in a cell. */
        private String cell(Element cell, String rows) {
            String begun = null;
            for (Element element : elements(cell)) {
                String list = null;
                switch (name(element)) {
                    case "p" -> list = paragraph(element, rows);
                    case "tbl" -> table(element);
                    default -> list = cell(element, rows);
                }
                begun = list == null ? begun : list;
            }
            return begun;
        }

        /** As {@link #text}; what stands in boxes of the paragraph is read after it. */
        private String paragraph(Element paragraph, String rows) {
            StringBuilder text = new StringBuilder();
            List<Element> boxes = new ArrayList<>();
            collect(paragraph, text, boxes);
            String list = text(text.toString(), rows);
            boxes.forEach(this::body);
            return list;
        }

        /**
         * Reads the tags of one paragraph.
         *
         * @param rows the list whose elements a row of square brackets stands for; null outside of such a row
         * @return the list of {@code {{%…}}} in it, or null
         */
        private String text(String text, String rows) {
            String list = null;
            Matcher token = TOKEN.matcher(text);
            while (token.find()) {
                if (token.group(2) != null) {
                    if (rows != null) {
                        used.add(new Tag(Kind.TEXT, rows + "." + token.group(2)));
                    }
                    continue;
                }
                Matcher name = NAME.matcher(token.group(1) == null ? "{" : token.group(1));
                if (!name.matches() || name.group(2) == null && !name.group(1).equals("/")) {
                    faults.add(token.group());
                    continue;
                }
                switch (name.group(1)) {
                    case "/" -> close(token.group());
                    case "?" -> open(name.group(2));
                    case "%" -> {
                        list = scoped(name.group(2));
                        used.add(new Tag(Kind.ROWS, list));
                    }
                    case "@" -> used.add(new Tag(Kind.PICTURE, scoped(name.group(2))));
                    default -> {
                        if (!isOfElement(name.group(2))) {
                            used.add(new Tag(Kind.TEXT, scoped(name.group(2))));
                        }
                    }
                }
            }
            return list;
        }

        private void open(String name) {
            sections.push(name);
            String path = scoped(name);
            boolean condition = name.endsWith(".any") || name.endsWith(".none");
            if (LISTS.contains(path)) {
                scopes.push(path);
            } else {
                scopes.push(scopes.isEmpty() ? "" : scopes.peek());
            }
            if (!isOfElement(name)) {
                used.add(new Tag(Kind.SECTION, condition ? path.substring(0, path.lastIndexOf('.')) : path));
            }
        }

        private void close(String written) {
            if (sections.isEmpty()) {
                faults.add(written);
            } else {
                sections.pop();
                scopes.pop();
            }
        }

        private boolean isOfElement(String name) {
            return OF_ELEMENTS.contains(name)
                    && !scopes.isEmpty()
                    && !scopes.peek().isEmpty();
        }

        private String scoped(String name) {
            String scope = scopes.isEmpty() ? "" : scopes.peek();
            return scope.isEmpty() ? name : scope + "." + name;
        }
    }
}
