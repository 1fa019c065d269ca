package org.mentoringroadmap.document.word;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.openxml4j.exceptions.InvalidFormatException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackagePart;
import org.apache.poi.openxml4j.opc.PackageRelationship;
import org.apache.poi.openxml4j.opc.TargetMode;
import org.mentoringroadmap.shared.UserInputException;

/**
 * Makes sure that an uploaded template is harmless in every document that is made from it: beyond {@link WordFile}, nothing
 * in it leads out of the file, and it is small, since parts of it are repeated for each person.
 */
public final class TemplateFile {
    private static final int MEGABYTES = 2;
    private static final int MAX_SIZE = MEGABYTES * 1024 * 1024;

    /** Characters of markup of one part; the largest one that comes with the product has a fifth of it. */
    private static final int MAX_MARKUP = 500_000;

    /** The one field that a document of an office needs: the number of a sheet. */
    private static final Pattern NUMBERING = Pattern.compile("\\s*(PAGE|NUMPAGES|SECTIONPAGES)\\b[^\"]*");

    private TemplateFile() {}

    /**
     * @param name name under which it was uploaded
     * @throws UserInputException as {@link WordFile#check}, and {@code document.template.large}, {@code
     *     document.template.link}, {@code document.template.field}
     */
    public static void check(String name, byte[] content) {
        if (content != null && content.length > MAX_SIZE) {
            throw new UserInputException("document.template.large", String.valueOf(MEGABYTES));
        }
        WordFile.check(name, content);
        try (OPCPackage file = OPCPackage.open(new ByteArrayInputStream(content))) {
            refuseLinks(file.getRelationships());
            for (PackagePart part : file.getParts()) {
                check(part);
            }
            file.revert();
        } catch (IOException | InvalidFormatException | XMLStreamException e) {
            throw new UserInputException("document.upload-docx");
        }
    }

    private static void refuseLinks(Iterable<PackageRelationship> relations) {
        for (PackageRelationship relation : relations) {
            if (relation.getTargetMode() == TargetMode.EXTERNAL) {
                throw new UserInputException("document.template.link");
            }
        }
    }

    private static void check(PackagePart part) throws InvalidFormatException, IOException, XMLStreamException {
        if (part.isRelationshipPart()) {
            return;
        }
        refuseLinks(part.getRelationships());
        if (!part.getContentType().contains("wordprocessingml")) {
            return;
        }
        try (InputStream content = part.getInputStream()) {
            if (content.readNBytes(MAX_MARKUP + 1).length > MAX_MARKUP) {
                throw new UserInputException("document.template.large", String.valueOf(MEGABYTES));
            }
        }
        FieldCodes fields = new FieldCodes();
        WordFile.hasBody(part, fields);
        for (String inner : fields.all()) {
            String code = inner.replace(FieldCodes.INNER, ' ');
            if (!code.isBlank() && !NUMBERING.matcher(code).matches()) {
                throw new UserInputException("document.template.field", code.strip());
            }
        }
    }
}
