package org.mentoringroadmap.activity;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.mentoringroadmap.shared.UserInputException;

/**
 * A file that was checked: its extension is one of a short list, its content agrees with it, its name is harmless.
 *
 * @param name name for downloads
 * @param contentType media type that the extension stands for
 * @param content the bytes; a photo without its place
 */
record EvidenceFile(String name, String contentType, byte[] content) {
    /** Largest size, in bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    /** A name may be at most this long, extension included. */
    private static final int LONGEST_NAME = 150;

    /** Kinds of files that a school keeps as evidence. Archives, programs and pages of the web are none. */
    private enum Kind {
        PDF("application/pdf", "pdf"),
        DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
        XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
        PPTX("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
        ODT("application/vnd.oasis.opendocument.text", "odt"),
        ODS("application/vnd.oasis.opendocument.spreadsheet", "ods"),
        JPEG("image/jpeg", "jpg", "jpeg"),
        PNG("image/png", "png"),
        HEIC("image/heic", "heic", "heif"),
        TXT("text/plain", "txt");

        private final String contentType;
        private final String[] extensions;

        Kind(String contentType, String... extensions) {
            this.contentType = contentType;
            this.extensions = extensions;
        }

        static Optional<Kind> of(String extension) {
            return Arrays.stream(values())
                    .filter(kind -> Arrays.asList(kind.extensions).contains(extension))
                    .findFirst();
        }

        boolean agrees(byte[] content) {
            return switch (this) {
                case PDF -> Signatures.starts(content, "%PDF-");
                case DOCX -> Signatures.office(content, "word/");
                case XLSX -> Signatures.office(content, "xl/");
                case PPTX -> Signatures.office(content, "ppt/");
                case ODT, ODS -> Signatures.openDocument(content, contentType);
                case JPEG -> Signatures.jpeg(content);
                case PNG -> Signatures.png(content);
                case HEIC -> Signatures.heic(content);
                case TXT -> Signatures.text(content);
            };
        }
    }

    /**
     * Checks a file.
     *
     * @throws UserInputException {@code evidence.empty}, {@code evidence.too-large}, {@code evidence.type}, {@code
     *     evidence.content}
     */
    static EvidenceFile checked(String sentName, byte[] content) {
        String name = clean(sentName);
        if (content.length == 0) {
            throw new UserInputException("evidence.empty");
        }
        if (content.length > LARGEST) {
            throw new UserInputException("evidence.too-large", "10");
        }
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        Kind kind = Kind.of(extension).orElseThrow(() -> new UserInputException("evidence.type"));
        if (!kind.agrees(content)) {
            throw new UserInputException("evidence.content", extension);
        }
        return new EvidenceFile(name, kind.contentType, kind == Kind.JPEG ? PhotoLocation.removed(content) : content);
    }

    /** The last part of a path without characters that a file system or a reader could misunderstand. */
    static String clean(String sentName) {
        String name = sentName == null
                ? ""
                : sentName.substring(sentName.replace('\\', '/').lastIndexOf('/') + 1);
        name = name.replaceAll("[\\p{Cntrl}\\p{Cf}\"*:<>?|;%]", "")
                .replaceAll("\\s+", " ")
                .strip();
        int dot = name.lastIndexOf('.');
        String extension = dot < 0 ? "" : name.substring(dot);
        String base = (dot < 0 ? name : name.substring(0, dot)).replaceAll("^[. ]+|[. ]+$", "");
        if (extension.length() > 10) {
            throw new UserInputException("evidence.type");
        }
        if (base.isEmpty()) {
            base = "file";
        }
        int longest = LONGEST_NAME - extension.length();
        return (base.length() > longest ? base.substring(0, longest) : base) + extension;
    }
}
