package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.internal.PackagePropertiesPart;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.PackedFile;

/** Makes sure that an uploaded file is a plain Word document: nothing in it runs or fetches anything when it is opened. */
public final class WordFile {
    private static final int MEGABYTES = 10;
    private static final int MAX_SIZE = MEGABYTES * 1024 * 1024;

    /** A plan with a section for each of 300 pairs has fewer. */
    private static final int MAX_TAGS = 3_000_000;

    private static final int MAX_DEPTH = 500;

    private static final QName BODY = new QName("http://schemas.openxmlformats.org/wordprocessingml/2006/main", "body");

    /** A letter for many asks the database that it names for its addressees as soon as it is opened. */
    private static final String MAIL_MERGE = "mailMerge";

    /** Fields by which Word starts a program, or brings in another file. */
    private static final Pattern FETCHING = Pattern.compile(
            "(?i)[\\s\"]*(DDE|DDEAUTO|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK|DATABASE|MACROBUTTON|RD)\\b");

    /** The name of a field is put together by another field. */
    private static final Pattern NAMED_BY_ANOTHER = Pattern.compile("[\\s\"]*[^\\s\"]*" + FieldCodes.INNER);

    private WordFile() {}

    /**
     * @param name name under which it was uploaded
     * @throws UserInputException {@code document.upload-missing}, {@code document.upload-large}, {@code
     *     document.upload-docx}, {@code document.upload-bomb}, {@code document.upload-macros} or {@code
     *     document.upload-letters}
     */
    public static void check(String name, byte[] content) {
        if (content == null || content.length == 0) {
            throw new UserInputException("document.upload-missing");
        }
        if (content.length > MAX_SIZE) {
            throw new UserInputException("document.upload-large", String.valueOf(MEGABYTES));
        }
        if (name == null || !name.strip().toLowerCase(Locale.ROOT).endsWith(".docx")) {
            throw new UserInputException("document.upload-docx");
        }
        try {
            PackedFile.check(content, Markup::new);
        } catch (PackedFile.TooMuchException e) {
            throw new UserInputException("document.upload-bomb");
        } catch (IOException e) {
            throw new UserInputException("document.upload-docx");
        }
        boolean harmless;
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            harmless = isPlain(file);
            if (harmless && !isDocument(file)) {
                throw new UserInputException("document.upload-docx");
            }
        } catch (UserInputException e) {
            throw e;
        } catch (IOException | InvalidFormatException | XMLStreamException | RuntimeException e) {
            throw new UserInputException("document.upload-docx");
        }
        if (!harmless) {
            throw new UserInputException("document.upload-macros");
        }
    }

    /** Markup is what costs memory and time once a document is worked with. */
    private static final class Markup implements PackedFile.Watcher {
        private boolean xml;
        private int tags;

        @Override
        public void part(String name) {
            if (OfficeParts.leadsOut(name)) {
                throw new UserInputException("document.upload-docx");
            }
            xml = name.endsWith(".xml") || name.endsWith(".rels");
        }

        @Override
        public void content(byte[] bytes, int length) {
            for (int i = 0; xml && i < length; i++) {
                if (bytes[i] == '<' && ++tags > MAX_TAGS) {
                    throw new UserInputException("document.upload-bomb");
                }
            }
        }

        @Override
        public void end() {
            // a document is recognised by its parts' types
        }
    }

    /** Whether all its parts of XML can be read, and the main one has a text. */
    private static boolean isDocument(OPCPackage file) throws InvalidFormatException, IOException, XMLStreamException {
        PackagePart main = main(file);
        boolean text = false;
        for (PackagePart part : file.getParts()) {
            // the library has read the properties already, and does not give them away
            if (part.getContentType().matches("(?i)(.*\\+|.*/)xml") && !(part instanceof PackagePropertiesPart)) {
                FieldCodes fields = new FieldCodes();
                boolean body = hasBody(part, fields);
                if (fields.all().stream().anyMatch(WordFile::fetches)) {
                    throw new UserInputException("document.upload-macros");
                }
                text |= body && part.getPartName().equals(main.getPartName());
            }
        }
        return text;
    }

    private static PackagePart main(OPCPackage file) {
        return file.getPart(file.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT)
                .getRelationship(0));
    }

    private static boolean fetches(String code) {
        return FETCHING.matcher(code).lookingAt()
                || NAMED_BY_ANOTHER.matcher(code).lookingAt() && !code.strip().equals("" + FieldCodes.INNER);
    }

    /**
     * Reads a part and the codes of its fields.
     *
     * @return whether it has the text of a document
     * @throws UserInputException {@code document.upload-letters} if it fetches addressees from a database
     * @throws XMLStreamException if it is no readable XML, or deeper than any office program writes
     */
    static boolean hasBody(PackagePart part, FieldCodes fields) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        boolean body = false;
        try (InputStream content = part.getInputStream()) {
            XMLStreamReader xml = factory.createXMLStreamReader(content);
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                fields.read(xml, event);
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (depth == 1 && xml.getLocalName().equals(MAIL_MERGE)) {
                        throw new UserInputException("document.upload-letters");
                    }
                    body |= depth == 1 && xml.getName().equals(BODY);
                    if (++depth > MAX_DEPTH) {
                        throw new XMLStreamException("Too deep");
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
        }
        return body;
    }

    /** The table or database of a letter's addressees is named beside its settings too. */
    private static boolean namesAddressees(OPCPackage file) throws InvalidFormatException {
        for (PackagePart part : file.getParts()) {
            if (!part.isRelationshipPart()) {
                for (PackageRelationship relation : part.getRelationships()) {
                    if (relation.getRelationshipType().contains("/" + MAIL_MERGE)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private static boolean isPlain(OPCPackage file) throws InvalidFormatException {
        String type = main(file).getContentType();
        if (!XWPFRelation.DOCUMENT.getContentType().equals(type) && !type.contains("macroEnabled")) {
            throw new UserInputException("document.upload-docx");
        }
        if (namesAddressees(file)) {
            throw new UserInputException("document.upload-letters");
        }
        return OfficeParts.areHarmless(file);
    }
}
