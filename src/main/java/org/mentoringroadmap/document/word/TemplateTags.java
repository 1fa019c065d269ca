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
import org.apache.poi.xwpf.usermodel.IBody;
import org.apache.poi.xwpf.usermodel.IBodyElement;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/**
 * The tags of a Word template ({@link DocumentRenderer}) as they are written from its beginning to its end, its headers and
 * footers included.
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
            reader.body(document);
            document.getHeaderList().forEach(reader::body);
            document.getFooterList().forEach(reader::body);
        } catch (IOException | RuntimeException e) {
            throw new IllegalArgumentException("not a readable .docx", e);
        }
        reader.sections.forEach(open -> reader.faults.add("{{?" + open + "}}"));
        return new TemplateTags(reader.used, reader.faults);
    }

    private static final class Reader {
        private final Set<Tag> used = new LinkedHashSet<>();
        private final List<String> faults = new ArrayList<>();
        private final Deque<String> sections = new ArrayDeque<>();
        private final Deque<String> scopes = new ArrayDeque<>();

        void body(IBody body) {
            for (IBodyElement element : body.getBodyElements()) {
                if (element instanceof XWPFParagraph paragraph) {
                    text(paragraph.getText(), null);
                } else if (element instanceof XWPFTable table) {
                    table(table);
                }
            }
        }

        private void table(XWPFTable table) {
            String rows = null;
            for (XWPFTableRow row : table.getRows()) {
                String begun = null;
                for (XWPFTableCell cell : row.getTableCells()) {
                    for (IBodyElement element : cell.getBodyElements()) {
                        if (element instanceof XWPFParagraph paragraph) {
                            String list = text(paragraph.getText(), rows);
                            begun = list == null ? begun : list;
                        } else if (element instanceof XWPFTable inner) {
                            table(inner);
                        }
                    }
                }
                rows = begun;
            }
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
