package org.mentoringroadmap.roadmap.file;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element as the engine reads it: with the namespace of each name, and the text that stands directly in it, whatever
 * elements or comments it is interrupted by. The model API knows only what is defined; here nothing is left out.
 */
public final class XmlElement {

    /**
     * What is said on an element.
     *
     * @param namespace "" where the attribute has none
     * @param name without a prefix
     * @param value with entities resolved
     */
    public record Attribute(String namespace, String name, String value) {}

    private static final int MAX_BYTES = 5 * 1024 * 1024;
    private static final int MAX_ELEMENTS = 20_000;
    private static final int MAX_DEPTH = 100;

    private final XmlElement parent;
    private final String namespace;
    private final String name;
    private final List<String> declared = new ArrayList<>();
    private final List<Attribute> attributes = new ArrayList<>();
    private final List<XmlElement> children = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    private XmlElement(XmlElement parent, XMLStreamReader reader) {
        this.parent = parent;
        this.namespace = orNone(reader.getNamespaceURI());
        this.name = reader.getLocalName();
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            declared.add(orNone(reader.getNamespaceURI(i)));
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            attributes.add(new Attribute(
                    orNone(reader.getAttributeNamespace(i)),
                    reader.getAttributeLocalName(i),
                    reader.getAttributeValue(i)));
        }
        if (parent != null) {
            parent.children.add(this);
        }
    }

    /**
     * Every element of a file, each before what stands in it.
     *
     * @throws XMLStreamException when the file is no XML, or has a document type, which may bring what nobody reads
     */
    public static List<XmlElement> read(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        List<XmlElement> all = new ArrayList<>();
        XmlElement open = null;
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    open = new XmlElement(open, reader);
                    all.add(open);
                }
                case XMLStreamConstants.END_ELEMENT -> open = open.parent;
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    if (open != null) {
                        open.text.append(reader.getText());
                    }
                }
                case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                    throw new XMLStreamException("DOCTYPE");
                default -> {}
            }
        }
        return all;
    }

    /**
     * Whether a file is larger, has more elements or is nested deeper than any model of a school, so that who works with it
     * as a tree would be busy for hours. What is no XML is not too large.
     */
    public static boolean isTooLarge(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            return true;
        }
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        int depth = 0;
        int elements = 0;
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (reader.hasNext() && depth <= MAX_DEPTH && elements <= MAX_ELEMENTS) {
                int event = reader.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    depth++;
                    elements++;
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        } catch (XMLStreamException e) {
            return false; // told by whoever reads it
        }
        return depth > MAX_DEPTH || elements > MAX_ELEMENTS;
    }

    /** The element around it; null for the outermost. */
    public XmlElement parent() {
        return parent;
    }

    /** "" where it has none. */
    public String namespace() {
        return namespace;
    }

    /** Without a prefix. */
    public String name() {
        return name;
    }

    /** Namespaces that are declared here, whether anything uses them or not. */
    public List<String> declared() {
        return declared;
    }

    /** What is said on it, in the order of the file. */
    public List<Attribute> attributes() {
        return attributes;
    }

    /** Those of this name that stand directly in it, whatever their namespace. */
    public List<XmlElement> children(String childName) {
        return children.stream().filter(child -> child.name.equals(childName)).toList();
    }

    /** Value of the attribute without a namespace; null for none. */
    public String attribute(String attributeName) {
        return attributes.stream()
                .filter(attribute ->
                        attribute.namespace().isEmpty() && attribute.name().equals(attributeName))
                .map(Attribute::value)
                .findFirst()
                .orElse(null);
    }

    /** The text that stands directly in it. */
    public String text() {
        return text.toString();
    }

    private static String orNone(String namespace) {
        return namespace == null ? "" : namespace;
    }
}
