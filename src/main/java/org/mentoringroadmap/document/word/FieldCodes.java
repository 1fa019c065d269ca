package org.mentoringroadmap.document.word;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamReader;

/**
 * What the fields of one part of a Word file do, each code as Word puts it together: of pieces in several runs, without the
 * comments between them, whatever prefix and quotes the file uses. What Word makes of a file depends on its version and on
 * its reader, so a code that was changed stands here as it reads with and without what was struck out, and {@link #INNER}
 * stands where nobody can tell: for another field in a code, and before what another version of Word may leave out.
 */
final class FieldCodes {
    /** Stands for a field inside a code: what Word puts there is known to nobody before it is opened. */
    static final char INNER = '\uFFFC';

    private static final Set<String> WORD = Set.of(
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            "http://purl.oclc.org/ooxml/wordprocessingml/main");
    private static final Set<String> PIECES = Set.of("instrText", "delInstrText");

    /** Between the beginning of a field and its result, ordinary text is a part of the code too. */
    private static final Set<String> TEXTS = Set.of("t", "delText");

    private static final Set<String> STRUCK_OUT = Set.of("del", "moveFrom", "delInstrText", "delText");
    private static final Set<String> SPACES = Set.of("tab", "ptab", "br", "cr", "p");
    private static final Set<Integer> CHARACTERS =
            Set.of(XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE);

    /** A code that nobody can tell. */
    private static final String UNKNOWN = INNER + "?";

    /** A field that has begun. */
    private static final class Code {
        final StringBuilder all = new StringBuilder();
        final StringBuilder kept = new StringBuilder();
        final int place;
        boolean hasResult;

        Code(int place) {
            this.place = place;
        }

        void append(String text, boolean struckOut) {
            all.append(text);
            if (!struckOut) {
                kept.append(text);
            }
        }
    }

    private final List<String> ended = new ArrayList<>();
    private final Deque<Code> open = new ArrayDeque<>();

    /** The elements that some versions of Word leave out with all that is in them, each with a number of its own. */
    private final Deque<Integer> places = new ArrayDeque<>();

    private final Deque<Boolean> leftOut = new ArrayDeque<>();
    private final Deque<Boolean> struckOut = new ArrayDeque<>();
    private int lastPlace;
    private int depthInPiece;

    FieldCodes() {
        open.push(new Code(0)); // pieces that stand in no field
        places.push(0);
        struckOut.push(false);
    }

    void read(XMLStreamReader xml, int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            enter(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT) {
            leave();
        } else if (depthInPiece > 0 && CHARACTERS.contains(event)) {
            piece(xml.getText());
        }
    }

    private void enter(XMLStreamReader xml) {
        String name = xml.getLocalName();
        boolean ofWord = isWord(xml.getNamespaceURI());
        leftOut.push(!ofWord);
        if (!ofWord) {
            places.push(++lastPlace);
        }
        struckOut.push(struckOut.element() || ofWord && STRUCK_OUT.contains(name));
        if (depthInPiece > 0 || PIECES.contains(name) || ofWord && TEXTS.contains(name) && isInCode()) {
            depthInPiece++;
        } else if (SPACES.contains(name)) {
            open.element().append(" ", struckOut.element());
        } else if (name.equals("fldSimple")) {
            ended.addAll(attributes(xml, "instr"));
        } else if (name.equals("fldChar")) {
            List<String> marks = attributes(xml, "fldCharType");
            mark(marks.size() == 1 ? marks.get(0) : "");
        }
    }

    private void leave() {
        if (depthInPiece > 0) {
            depthInPiece--;
        }
        struckOut.pop();
        if (leftOut.pop()) {
            places.pop();
        }
    }

    private boolean isInCode() {
        return open.size() > 1 && !open.element().hasResult;
    }

    private void piece(String text) {
        Code code = open.element();
        if (code.place != places.element()) {
            code.append(String.valueOf(INNER), false);
        }
        code.append(text, struckOut.element());
    }

    private void mark(String mark) {
        if (mark.equals("begin")) {
            open.element().append(String.valueOf(INNER), false);
            open.push(new Code(places.element()));
            return;
        }
        Code code = open.element();
        if (mark.isEmpty() || open.size() > 1 && code.place != places.element()) {
            ended.add(UNKNOWN);
        }
        if (mark.equals("separate")) {
            code.hasResult = true;
        } else if (mark.equals("end") && open.size() > 1) {
            end(open.pop());
        }
    }

    private void end(Code code) {
        ended.add(code.all.toString());
        ended.add(code.kept.toString());
    }

    private static boolean isWord(String namespace) {
        return namespace != null && WORD.contains(namespace);
    }

    /** What an attribute of Word's says, and one of no namespace; others may be called the same. */
    private static List<String> attributes(XMLStreamReader xml, String name) {
        List<String> values = new ArrayList<>();
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            String namespace = xml.getAttributeNamespace(at);
            boolean ofNone = namespace == null || namespace.isEmpty();
            if (xml.getAttributeLocalName(at).equals(name) && (ofNone || isWord(namespace))) {
                values.add(xml.getAttributeValue(at));
            }
        }
        return values;
    }

    /** All codes, those of fields that do not end too. */
    List<String> all() {
        List<String> all = new ArrayList<>(ended);
        open.forEach(code -> {
            all.add(code.all.toString());
            all.add(code.kept.toString());
        });
        return all;
    }
}
