package org.mentoringroadmap.roadmap.check;

import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.mentoringroadmap.roadmap.ModelProperties;

/**
 * Which vocabularies a model may be written in. Engines of this family obey several namespaces with the same meaning;
 * every other rule here reads one of them, so a model that used another would pass unread.
 */
final class NamespaceRules {

    private static final Set<String> EVERYWHERE = Set.of(
            "http://www.w3.org/XML/1998/namespace",
            "http://www.w3.org/2001/XMLSchema-instance",
            "http://www.w3.org/2001/XMLSchema",
            "http://camunda.org/schema/modeler/1.0");

    private static final Set<String> OF_MODELS = Set.of(
            ModelProperties.ENGINE,
            "http://www.omg.org/spec/BPMN/20100524/MODEL",
            "http://www.omg.org/spec/BPMN/20100524/DI",
            "http://www.omg.org/spec/DD/20100524/DC",
            "http://www.omg.org/spec/DD/20100524/DI",
            "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
            "http://bpmn.io/schema/bpmn",
            "http://bpmn.io/schema/bpmn/biocolor/1.0");

    private static final Set<String> OF_DECISIONS = Set.of(
            ModelProperties.ENGINE_OF_DECISIONS,
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            "https://www.omg.org/spec/DMN/20191111/DMNDI/",
            "http://www.omg.org/spec/DMN/20180521/DC/",
            "http://www.omg.org/spec/DMN/20180521/DI/",
            "http://bpmn.io/schema/dmn/biodi/1.0",
            "http://bpmn.io/schema/dmn/biodi/2.0");

    private NamespaceRules() {}

    static void checkModel(byte[] bytes, Findings findings) {
        check(bytes, OF_MODELS, findings);
    }

    static void checkDecisions(byte[] bytes, Findings findings) {
        check(bytes, OF_DECISIONS, findings);
    }

    private static void check(byte[] bytes, Set<String> allowed, Findings findings) {
        try {
            for (String namespace : namespaces(bytes)) {
                if (!allowed.contains(namespace) && !EVERYWHERE.contains(namespace)) {
                    findings.addForFile(ModelRule.NAMESPACE, namespace);
                }
            }
        } catch (XMLStreamException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, String.valueOf(e.getMessage()));
        }
    }

    /** All that are declared or stand on an element; "" for an element without one. */
    private static Set<String> namespaces(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
        Set<String> found = new TreeSet<>();
        while (reader.hasNext()) {
            if (reader.next() == XMLStreamConstants.START_ELEMENT) {
                found.add(text(reader.getNamespaceURI()));
                for (int i = 0; i < reader.getNamespaceCount(); i++) {
                    found.add(text(reader.getNamespaceURI(i)));
                }
            }
        }
        return found;
    }

    private static String text(String namespace) {
        return namespace == null ? "" : namespace;
    }
}
