package org.mentoringroadmap.document.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlCursor;
import org.apache.xmlbeans.XmlObject;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;

/** What is read in one breath stays on one line of a paper: «2026 г.», «№ 7», «ст. 9», «О. О. Планова». */
final class UnbrokenText {
    private static final char UNBROKEN = '\u00a0';

    private static final String EVERYWHERE = "(?<=[\\d_]) (?=гг?\\.)|(?<=№) (?=[\\d_]|\\p{Lu}-)"
            + "|(?<=(?<!\\p{L})(?:ст|п|пп|ч)\\.) (?=\\d)|(?<=(?<!\\p{L})\\p{Lu}\\.) (?=\\p{Lu}\\.)";

    /** In a narrow column a surname that cannot leave its initials would be torn itself. */
    private static final Pattern IN_TABLES = Pattern.compile(EVERYWHERE);

    private static final Pattern IN_LINES = Pattern.compile(
            EVERYWHERE + "|(?<=(?<!\\p{L})\\p{Lu}\\.) (?=\\p{Lu}\\p{Ll})|(?<=\\p{Ll}) (?=\\p{Lu}\\. ?\\p{Lu}\\.)");

    private UnbrokenText() {}

    /** The text as it stands in a line. */
    static String of(String text) {
        return IN_LINES.matcher(text).replaceAll(String.valueOf(UNBROKEN));
    }

    /** Keeps together what belongs together in a document with its heads and feet. */
    static void in(XWPFDocument document) {
        in(document.getDocument());
        document.getHeaderList().forEach(head -> in(head._getHdrFtr()));
        document.getFooterList().forEach(foot -> in(foot._getHdrFtr()));
    }

    private static void in(XmlObject part) {
        Deque<String> path = new ArrayDeque<>();
        Deque<Paragraph> paragraphs = new ArrayDeque<>();
        try (XmlCursor cursor = part.newCursor()) {
            while (!cursor.isEnddoc()) {
                if (cursor.isStart()) {
                    String name = cursor.getName().getLocalPart();
                    path.push(name);
                    if (name.equals("p")) {
                        paragraphs.push(new Paragraph(path.contains("tbl") ? IN_TABLES : IN_LINES));
                    } else if (!paragraphs.isEmpty()) {
                        paragraphs.peek().read(name, cursor);
                    }
                } else if (cursor.isEnd() && path.pop().equals("p")) {
                    paragraphs.pop().keepTogether();
                }
                cursor.toNextToken();
            }
        }
    }

    /** The texts of a paragraph, one after the other, whichever runs they are in. */
    private static final class Paragraph {
        private final Pattern gaps;
        private final StringBuilder line = new StringBuilder();
        private final List<CTText> texts = new ArrayList<>();
        private final List<Integer> starts = new ArrayList<>();

        Paragraph(Pattern gaps) {
            this.gaps = gaps;
        }

        void read(String element, XmlCursor at) {
            if (element.equals("t") && at.getObject() instanceof CTText text) {
                texts.add(text);
                starts.add(line.length());
                line.append(text.getStringValue());
            } else if (element.equals("br") || element.equals("cr") || element.equals("tab")) {
                line.append('\n');
            }
        }

        void keepTogether() {
            Matcher gap = gaps.matcher(line.toString());
            boolean found = false;
            while (gap.find()) {
                found = true;
                line.setCharAt(gap.start(), UNBROKEN);
            }
            for (int i = 0; found && i < texts.size(); i++) {
                CTText text = texts.get(i);
                String old = text.getStringValue();
                String now = line.substring(starts.get(i), starts.get(i) + old.length());
                if (!now.equals(old)) {
                    text.setStringValue(now);
                }
            }
        }
    }
}
