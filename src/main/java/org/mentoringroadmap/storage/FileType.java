package org.mentoringroadmap.storage;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Kinds of files that a school brings: the only ones that are taken anywhere. Archives, programs and pages of the web are
 * none. What a file is, its first bytes say; its name is only compared with them.
 */
public enum FileType {
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

    /** Pictures of a signed paper. */
    public static final Set<FileType> SCANS = Set.copyOf(EnumSet.of(PDF, JPEG, PNG));

    /** Largest file that is taken, in megabytes. */
    public static final int MAX_MEGABYTES = 10;

    private final String contentType;
    private final List<String> extensions;

    FileType(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    /** The kind that the end of a name stands for, whatever the content is; empty where it is none of them. */
    public static Optional<FileType> byName(String name) {
        String extension = extensionOf(name);
        return Arrays.stream(values())
                .filter(type -> type.extensions.contains(extension))
                .findFirst();
    }

    /** The one of these kinds that the content is, whatever its name says. */
    public static Optional<FileType> byContent(byte[] content, Set<FileType> among) {
        return Arrays.stream(values())
                .filter(among::contains)
                .filter(type -> type.matches(content))
                .findFirst();
    }

    /** What stands behind the last dot of a name, in small letters; the whole name where there is no dot. */
    public static String extensionOf(String name) {
        return name == null ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    /** Whether a file is larger than what is taken. */
    public static boolean isTooLarge(byte[] content) {
        return content.length > MAX_MEGABYTES * 1024 * 1024;
    }

    /** Whether the content is of this kind, as far as its headers say; nothing is unpacked. */
    public boolean matches(byte[] content) {
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

    /** Media type. */
    public String contentType() {
        return contentType;
    }

    /** End of a file's name, without the dot. */
    public String extension() {
        return extensions.get(0);
    }
}
