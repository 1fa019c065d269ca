package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.PackageRelationshipCollection;
import org.apache.poi.openxml4j.opc.PackageRelationshipTypes;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFRelation;
import org.mentoringroadmap.shared.UserInputException;

/** Makes sure that an uploaded file is a plain Word document: nothing in it runs or fetches anything when it is opened. */
public final class WordFile {
    private static final int MEGABYTES = 10;
    private static final int MAX_SIZE = MEGABYTES * 1024 * 1024;

    private WordFile() {}

    /**
     * @param name name under which it was uploaded
     * @throws UserInputException {@code document.upload-missing}, {@code document.upload-large}, {@code
     *     document.upload-docx} or {@code document.upload-macros}
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
        boolean harmless;
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content));
                XWPFDocument document = new XWPFDocument(file)) {
            harmless = isPlain(file) && document.getDocument().getBody() != null;
        } catch (IOException | InvalidFormatException | RuntimeException e) {
            throw new UserInputException("document.upload-docx");
        }
        if (!harmless) {
            throw new UserInputException("document.upload-macros");
        }
    }

    private static boolean isPlain(OPCPackage file) throws InvalidFormatException {
        PackageRelationshipCollection main = file.getRelationshipsByType(PackageRelationshipTypes.CORE_DOCUMENT);
        if (!XWPFRelation.DOCUMENT
                .getContentType()
                .equals(file.getPart(main.getRelationship(0)).getContentType())) {
            return false;
        }
        for (PackagePart part : file.getParts()) {
            if (part.getContentType().matches("(?i).*(vbaProject|macroEnabled|oleObject|activeX|ms-package).*")) {
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
        if (relation.getTargetMode() != TargetMode.EXTERNAL
                || relation.getRelationshipType().equals(PackageRelationshipTypes.HYPERLINK_PART)) {
            return false;
        }
        URI target = relation.getTargetURI();
        return target.getHost() != null
                || target.getAuthority() != null
                || target.getScheme() != null && !target.getScheme().equalsIgnoreCase("file")
                || target.toString().startsWith("\\\\");
    }
}
