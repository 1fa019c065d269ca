package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;

/** What the parts of an office program's file do as soon as somebody opens it. */
final class OfficeParts {
    /** A name of a part that leads out of the folder into which somebody unpacks the file. */
    private static final Pattern LEADS_OUT = Pattern.compile("(^|[/\\\\])\\.\\.([/\\\\]|$)|^[/\\\\]|^[A-Za-z]:");

    /** {@code //server/share} and {@code file:////server/share}; one and three slashes stand before a file of this computer. */
    private static final Pattern ANOTHER_COMPUTER = Pattern.compile("([/\\\\]{2}|[/\\\\]{4,})(?![/\\\\])");

    /** Another file in the file, which Word opens with it. */
    private static final String FILE_IN_THE_FILE = "aFChunk";

    private static final Pattern RUNS =
            Pattern.compile("(?i).*(vbaProject|macroEnabled|oleObject|activeX|ms-package).*");

    /** Tables that Excel fills from a database or from a page of the web. */
    private static final Pattern ASKS = Pattern.compile("(?i).*spreadsheetml\\.(connections|queryTable)\\+xml");

    /** Links of Excel to another program, and of OpenDocument to one, to a plug-in or to a program of Java. */
    private static final Set<String> OTHER_PROGRAMS = Set.of("ddeLink", "oleLink");

    private static final Set<String> OF_OPEN_DOCUMENT =
            Set.of("dde-source", "dde-connection-decl", "dde-link", "plugin", "applet");

    private static final int MAX_DEPTH = 500;

    private OfficeParts() {}

    /** Whether the name of a part leads out of the file. */
    static boolean leadsOut(String name) {
        return LEADS_OUT.matcher(name).find();
    }

    /**
     * Whether nothing in a file of Excel or PowerPoint runs or fetches anything when it is opened.
     *
     * @param content looked through before, see {@link org.mentoringroadmap.storage.PackedFile}
     * @throws IOException if it is no readable file of them
     */
    static boolean areHarmless(byte[] content) throws IOException {
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            if (!areHarmless(file)) {
                return false;
            }
            for (PackagePart part : file.getParts()) {
                if (ASKS.matcher(part.getContentType()).matches()
                        || part.getContentType().endsWith("spreadsheetml.externalLink+xml")
                                && has(part.getInputStream(), OTHER_PROGRAMS::contains)) {
                    return false;
                }
            }
            return true;
        } catch (InvalidFormatException | XMLStreamException | RuntimeException e) {
            throw new IOException("No readable file of an office program", e);
        }
    }

    /** The same of a text or a spreadsheet of OpenDocument. */
    static boolean areHarmlessOfOpenDocument(byte[] content) throws IOException {
        try (ZipFile file = ZipFile.builder().setByteArray(content).get()) {
            for (String name : new String[] {"content.xml", "styles.xml"}) {
                ZipArchiveEntry part = file.getEntry(name);
                if (part != null && has(file.getInputStream(part), OF_OPEN_DOCUMENT::contains)) {
                    return false;
                }
            }
            return file.getEntry("content.xml") != null;
        } catch (XMLStreamException | IllegalArgumentException e) {
            throw new IOException("No readable OpenDocument file", e);
        }
    }

    /** Whether no part of a file of Word, Excel or PowerPoint runs, and none fetches another file. */
    static boolean areHarmless(OPCPackage file) throws InvalidFormatException {
        for (PackageRelationship relation : file.getRelationships()) {
            if (fetches(relation)) {
                return false;
            }
        }
        for (PackagePart part : file.getParts()) {
            if (RUNS.matcher(part.getContentType()).matches()) {
                return false;
            }
            if (!part.isRelationshipPart()) {
                for (PackageRelationship relation : part.getRelationships()) {
                    if (fetches(relation)) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** A link that a person clicks is fine, and so is the template on the author's own disk. */
    private static boolean fetches(PackageRelationship relation) {
        if (relation.getRelationshipType().endsWith("/" + FILE_IN_THE_FILE)) {
            return true;
        }
        if (relation.getTargetMode() != TargetMode.EXTERNAL
                || relation.getRelationshipType().equals(PackageRelationshipTypes.HYPERLINK_PART)) {
            return false;
        }
        URI target = relation.getTargetURI();
        return target.getHost() != null
                || target.getAuthority() != null
                || target.getScheme() != null && !target.getScheme().equalsIgnoreCase("file")
                || ANOTHER_COMPUTER.matcher(target.getSchemeSpecificPart()).lookingAt();
    }

    private static boolean has(InputStream part, Predicate<String> element) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try (part) {
            XMLStreamReader xml = factory.createXMLStreamReader(part);
            int depth = 0;
            while (xml.hasNext()) {
                int event = xml.next();
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (element.test(xml.getLocalName())) {
                        return true;
                    }
                    if (++depth > MAX_DEPTH) {
                        throw new XMLStreamException("Too deep");
                    }
                } else if (event == XMLStreamConstants.END_ELEMENT) {
                    depth--;
                }
            }
            return false;
        }
    }
}
