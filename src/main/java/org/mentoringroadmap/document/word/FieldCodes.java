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
 * comments between them, whatever prefix and quotes the file uses. Where another field stands in a code, {@link #INNER} stands.
 */
final class FieldCodes {
    /** Stands for a field inside a code: what Word puts there is known to nobody before it is opened. */
    static final char INNER = '\uFFFC';

    private static final Set<String> PIECES = Set.of("instrText", "delInstrText");
    private static final Set<Integer> TEXTS =
            Set.of(XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE);

    private final List<String> ended = new ArrayList<>();
    private final Deque<StringBuilder> open = new ArrayDeque<>();
    private int depthInPiece;

    FieldCodes() {
        open.push(new StringBuilder()); // pieces that stand in no field
    }

    void read(XMLStreamReader xml, int event) {
        if (event == XMLStreamConstants.START_ELEMENT) {
            begin(xml);
        } else if (event == XMLStreamConstants.END_ELEMENT && depthInPiece > 0) {
            depthInPiece--;
        } else if (depthInPiece > 0 && TEXTS.contains(event)) {
            open.element().append(xml.getText());
        }
    }

    private void begin(XMLStreamReader xml) {
        if (depthInPiece > 0 || PIECES.contains(xml.getLocalName())) {
            depthInPiece++;
        } else if (xml.getLocalName().equals("fldSimple")) {
            ended.add(attribute(xml, "instr"));
        } else if (xml.getLocalName().equals("fldChar")) {
            String mark = attribute(xml, "fldCharType");
            if (mark.equals("begin")) {
                open.element().append(INNER);
                open.push(new StringBuilder());
            } else if (mark.equals("end") && open.size() > 1) {
                ended.add(open.pop().toString());
            }
        }
    }

    private static String attribute(XMLStreamReader xml, String name) {
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            if (xml.getAttributeLocalName(at).equals(name)) {
                return xml.getAttributeValue(at);
            }
        }
        return "";
    }

    /** All codes, those of fields that do not end too. */
    List<String> all() {
        List<String> all = new ArrayList<>(ended);
        open.forEach(code -> all.add(code.toString()));
        return all;
    }
}
