package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Names in a Word file, wherever they stand: text, tables, headers and footers, comments, properties. A paragraph is read as a
 * whole, since Word cuts it into runs as it likes; a paragraph that is changed takes the style of its first run.
 */
public final class NamesInWord {
    private static final String ANY = "*";

    private NamesInWord() {}

    /** Whether a text of the file is one of those. What is no Word file has no text. */
    public static boolean has(byte[] file, Predicate<String> wanted) {
        boolean[] found = {false};
        walk(file, text -> {
            found[0] |= wanted.test(text);
            return text;
        });
        return found[0];
    }

    /** The file with its texts changed. */
    public static byte[] changed(byte[] file, UnaryOperator<String> change) {
        return walk(file, change);
    }

    private static byte[] walk(byte[] file, UnaryOperator<String> change) {
        ByteArrayOutputStream changed = new ByteArrayOutputStream(file.length);
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream to = new ZipOutputStream(changed)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                byte[] content = from.readAllBytes();
                to.putNextEntry(new ZipEntry(entry.getName()));
                to.write(isText(entry.getName()) ? part(content, change) : content);
            }
        } catch (IOException | ParserConfigurationException | TransformerException e) {
            throw new IllegalStateException("A Word file cannot be read", e);
        }
        return changed.toByteArray();
    }

    private static boolean isText(String part) {
        return (part.endsWith(".xml") || part.endsWith(".rels")) && !part.equals("[Content_Types].xml");
    }

    /** What cannot be read as XML is read as a text. */
    private static byte[] part(byte[] xml, UnaryOperator<String> change)
            throws ParserConfigurationException, IOException, TransformerException {
        try {
            return readable(xml, change);
        } catch (SAXException e) {
            return change.apply(new String(xml, StandardCharsets.UTF_8)).getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] readable(byte[] xml, UnaryOperator<String> change)
            throws ParserConfigurationException, SAXException, IOException, TransformerException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        DocumentBuilder reader = factory.newDocumentBuilder();
        reader.setErrorHandler(null); // or it prints to the console
        Document part = reader.parse(new ByteArrayInputStream(xml));
        boolean changed = paragraphs(part, change);
        changed |= others(part.getDocumentElement(), change);
        if (!changed) {
            return xml;
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream(xml.length);
        TransformerFactory writers = TransformerFactory.newInstance();
        writers.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        writers.newTransformer().transform(new DOMSource(part), new StreamResult(out));
        return out.toByteArray();
    }

    private static boolean paragraphs(Document part, UnaryOperator<String> change) {
        boolean changed = false;
        for (Element paragraph : elements(part.getElementsByTagNameNS(ANY, "p"))) {
            List<Element> runs = elements(paragraph.getElementsByTagNameNS(ANY, "t")).stream()
                    .filter(run -> paragraphOf(run) == paragraph)
                    .toList();
            String text = runs.stream().map(Node::getTextContent).collect(Collectors.joining());
            String wanted = text.isEmpty() ? text : change.apply(text);
            if (!wanted.equals(text)) {
                changed = true;
                runs.forEach(run -> run.setTextContent(""));
                runs.get(0).setTextContent(wanted);
                runs.get(0).setAttributeNS(XMLConstants.XML_NS_URI, "xml:space", "preserve");
            }
        }
        return changed;
    }

    private static Node paragraphOf(Node node) {
        Node parent = node.getParentNode();
        while (parent != null && !"p".equals(parent.getLocalName())) {
            parent = parent.getParentNode();
        }
        return parent;
    }

    /** What stands in no paragraph: properties, descriptions of pictures, authors of comments. */
    private static boolean others(Node node, UnaryOperator<String> change) {
        boolean changed = false;
        NamedNodeMap attributes = node.getAttributes();
        for (int i = 0; attributes != null && i < attributes.getLength(); i++) {
            changed |= value(attributes.item(i), change);
        }
        NodeList children = node.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            changed |= child.getNodeType() == Node.TEXT_NODE ? value(child, change) : others(child, change);
        }
        return changed;
    }

    private static boolean value(Node node, UnaryOperator<String> change) {
        String text = node.getNodeValue();
        String wanted = change.apply(text);
        if (wanted.equals(text)) {
            return false;
        }
        node.setNodeValue(wanted);
        return true;
    }

    private static List<Element> elements(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
