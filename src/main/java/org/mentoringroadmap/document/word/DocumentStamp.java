package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Writes number and date of a registered document into its Word file.
 *
 * <p>Our templates carry the bookmarks {@code number} and {@code date} around the two blanks (a second place of the
 * same document is called {@code number_2}). Word keeps bookmarks while a person edits the text around them, so a file
 * that was downloaded, corrected and uploaded again can still be stamped.
 */
public final class DocumentStamp {

    static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private static final Pattern BOOKMARK =
            Pattern.compile("(number|date|acceptance_number|acceptance_date|approval_number|approval_date)(_\\d+)?");
    private static final Pattern AROUND = Pattern.compile(".*/(header|footer|footnotes|endnotes)");
    private static final String ACCEPTANCE = "acceptance_";
    private static final String APPROVAL = "approval_";

    /** A blank or a date is never longer: a bookmark that holds more has swallowed somebody's text. */
    private static final int MAX_BLANK_LENGTH = 64;

    private DocumentStamp() {}

    /**
     * Puts number and date into the places marked for them.
     *
     * <p>What stands in such a place, the blank or an earlier stamp, is replaced and keeps its look. A place is left
     * alone if its bookmark has come to span more than a line's worth of text or several paragraphs: no sentence of the
     * author is ever deleted. All other parts of the file stay as they are.
     *
     * @param docx a Word file, as a person uploaded it
     * @param number the number, or {@code null} to leave its place alone
     * @param date the date as it is to be read, or {@code null} to leave its place alone
     * @return the stamped file, or {@code docx} itself if it has no place to stamp
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    public static byte[] stamp(byte[] docx, String number, String date) {
        return stamp(docx, values("", number, date));
    }

    /**
     * Puts number and date of the protocol that accepted the document into «ПРИНЯТО», where its places are still blank:
     * what the author entered there stays.
     *
     * @param docx a Word file, as a person uploaded it
     * @param number the protocol's number
     * @param date the protocol's date as it is to be read
     * @return the stamped file, or {@code docx} itself if it has no such blank
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    public static byte[] stampAcceptance(byte[] docx, String number, String date) {
        return stamp(docx, values(ACCEPTANCE, number, date));
    }

    /**
     * Puts number and date of the order that approves the document into «УТВЕРЖДЕНО приказом», where its places are still
     * blank.
     *
     * @return the stamped file, or {@code docx} itself if it has no such blank
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    public static byte[] stampApproval(byte[] docx, String number, String date) {
        return stamp(docx, values(APPROVAL, number, date));
    }

    /** Number and date of another paper than the document itself. */
    private static boolean isAnotherPaper(String place) {
        return place.startsWith(ACCEPTANCE) || place.startsWith(APPROVAL);
    }

    private static Map<String, String> values(String prefix, String number, String date) {
        Map<String, String> values = new HashMap<>();
        values.put(prefix + "number", number);
        values.put(prefix + "date", date == null ? null : UnbrokenText.of(date));
        return values;
    }

    private static byte[] stamp(byte[] docx, Map<String, String> values) {
        return rewritten(docx, xml -> {
            boolean stamped = false;
            for (Element start : elements(xml, "bookmarkStart")) {
                Matcher bookmark = BOOKMARK.matcher(start.getAttributeNS(W, "name"));
                if (bookmark.matches()) {
                    String place = bookmark.group(1);
                    stamped |= stamp(xml, start, values.get(place), isAnotherPaper(place));
                }
            }
            return stamped;
        });
    }

    /**
     * A Word file with its text changed; all other parts stay as they are.
     *
     * @param change changes the text and says whether it has
     * @return the changed file, or {@code docx} itself where nothing was changed
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    static byte[] rewritten(byte[] docx, Predicate<Document> change) {
        OPCPackage file = null;
        try {
            file = OPCPackage.open(new ByteArrayInputStream(docx));
            PackagePart text = textOf(file);
            Document xml = read(text);
            if (!change.test(xml)) {
                return docx;
            }
            write(xml, text);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.save(out);
            return out.toByteArray();
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException e) {
            throw new IllegalArgumentException("not a readable .docx", e);
        } finally {
            if (file != null) {
                file.revert();
            }
        }
    }

    /**
     * The text of a Word file.
     *
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    static Document text(byte[] docx) {
        OPCPackage file = null;
        try {
            file = OPCPackage.open(new ByteArrayInputStream(docx));
            return read(textOf(file));
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException e) {
            throw new IllegalArgumentException("not a readable .docx", e);
        } finally {
            if (file != null) {
                file.revert();
            }
        }
    }

    /**
     * What is printed around the text: headers, footers and notes, as far as the text refers to them.
     *
     * @throws IllegalArgumentException if this is not a readable {@code .docx}
     */
    static List<Document> aroundText(byte[] docx) {
        OPCPackage file = null;
        try {
            file = OPCPackage.open(new ByteArrayInputStream(docx));
            PackagePart text = textOf(file);
            List<Document> around = new ArrayList<>();
            for (PackageRelationship relation : text.getRelationships()) {
                if (AROUND.matcher(relation.getRelationshipType()).matches()
                        && relation.getTargetMode() == TargetMode.INTERNAL) {
                    around.add(read(text.getRelatedPart(relation)));
                }
            }
            return around;
        } catch (IOException | OpenXML4JException | OpenXML4JRuntimeException | SAXException e) {
            throw new IllegalArgumentException("not a readable .docx", e);
        } finally {
            if (file != null) {
                file.revert();
            }
        }
    }

    /** Whether a bookmark of this name marks a place that {@link #stamp} fills in any case when the document is registered. */
    static boolean isFilledLater(String bookmark) {
        return BOOKMARK.matcher(bookmark).matches() && !isAnotherPaper(bookmark);
    }

    private static PackagePart textOf(OPCPackage file) throws InvalidFormatException {
        var relation = file.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        PackagePart part = relation.isEmpty() ? null : file.getPart(relation.getRelationship(0));
        if (part == null || !part.getContentType().contains("wordprocessingml")) {
            throw new InvalidFormatException("no Word document inside");
        }
        return part;
    }

    private static boolean stamp(Document xml, Element start, String value, boolean onlyBlank) {
        if (value == null || value.isBlank()) {
            return false;
        }
        Node paragraph = start.getParentNode();
        while (paragraph != null && !isWord(paragraph, "p")) {
            paragraph = paragraph.getParentNode();
        }
        if (paragraph == null) {
            return false;
        }
        List<Element> runs = runsInside(start, paragraph);
        if (runs == null) {
            return false;
        }
        Element first = runs.isEmpty() ? newRun(xml, start, paragraph) : runs.get(0);
        int length =
                runs.stream().mapToInt(run -> run.getTextContent().length()).sum();
        if (length > MAX_BLANK_LENGTH
                || onlyBlank
                        && runs.stream().noneMatch(run -> run.getTextContent().contains("_"))) {
            return false;
        }
        for (Element run : runs) {
            removeContent(run);
        }
        Element text = xml.createElementNS(W, prefixed(start, "t"));
        text.setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
        text.setTextContent(value.strip());
        first.appendChild(text);
        return true;
    }

    /** Runs between the two ends of a bookmark, or {@code null} if it does not end in its paragraph. */
    private static List<Element> runsInside(Element start, Node paragraph) {
        String id = start.getAttributeNS(W, "id");
        List<Element> runs = new ArrayList<>();
        boolean inside = false;
        NodeList all = ((Element) paragraph).getElementsByTagNameNS(W, "*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            if (element == start) {
                inside = true;
            } else if (inside && isWord(element, "bookmarkEnd") && id.equals(element.getAttributeNS(W, "id"))) {
                return runs;
            } else if (inside && isWord(element, "r") && !isDeleted(element)) {
                runs.add(element);
            }
        }
        return null;
    }

    /** A struck-out run of tracked changes: it stays in the file and is not ours to fill. */
    static boolean isDeleted(Element run) {
        return isWord(run.getParentNode(), "del") || isWord(run.getParentNode(), "moveFrom");
    }

    private static Element newRun(Document xml, Element start, Node paragraph) {
        Element run = xml.createElementNS(W, prefixed(start, "r"));
        NodeList neighbours = ((Element) paragraph).getElementsByTagNameNS(W, "rPr");
        for (int i = 0; i < neighbours.getLength(); i++) {
            if (isWord(neighbours.item(i).getParentNode(), "r")) {
                run.appendChild(neighbours.item(i).cloneNode(true));
                break;
            }
        }
        start.getParentNode().insertBefore(run, start.getNextSibling());
        return run;
    }

    private static void removeContent(Element run) {
        Node child = run.getFirstChild();
        while (child != null) {
            Node next = child.getNextSibling();
            if (!isWord(child, "rPr")) {
                run.removeChild(child);
            }
            child = next;
        }
    }

    private static List<Element> elements(Document xml, String name) {
        NodeList found = xml.getElementsByTagNameNS(W, name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    static boolean isWord(Node node, String name) {
        return node != null && W.equals(node.getNamespaceURI()) && name.equals(node.getLocalName());
    }

    static String prefixed(Element like, String name) {
        return like.getPrefix() == null ? name : like.getPrefix() + ":" + name;
    }

    private static Document read(PackagePart part) throws IOException, SAXException {
        try (InputStream in = part.getInputStream()) {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            // The file comes from outside: no DTD, hence no external entity.
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            DocumentBuilder builder = factory.newDocumentBuilder();
            // The default one prints to the console what the caller is told by an exception.
            builder.setErrorHandler(new DefaultHandler());
            return builder.parse(in);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void write(Document xml, PackagePart part) throws IOException {
        xml.setXmlStandalone(true);
        try (OutputStream out = part.getOutputStream()) {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.ENCODING, "UTF-8");
            transformer.transform(new DOMSource(xml), new StreamResult(out));
        } catch (TransformerException e) {
            throw new IllegalStateException(e);
        }
    }
}
