package org.mentoringroadmap.activity.evidence;

import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.FileType;

/**
 * A file that was checked: its extension is one of a short list, its content agrees with it, its name is harmless.
 *
 * @param name name for downloads
 * @param contentType media type that the extension stands for
 * @param content the bytes; a photo without its place
 */
record EvidenceFile(String name, String contentType, byte[] content) {
    /** A name may be at most this long, extension included. */
    private static final int MAX_NAME_LENGTH = 150;

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
        if (FileType.isTooLarge(content)) {
            throw new UserInputException("evidence.too-large", String.valueOf(FileType.MAX_MEGABYTES));
        }
        FileType type = FileType.byName(name).orElseThrow(() -> new UserInputException("evidence.type"));
        if (!type.matches(content)) {
            throw new UserInputException("evidence.content", FileType.extensionOf(name));
        }
        return new EvidenceFile(
                name, type.contentType(), type == FileType.JPEG ? PhotoLocation.removed(content) : content);
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
        int longest = MAX_NAME_LENGTH - extension.length();
        return (base.length() > longest ? base.substring(0, longest) : base) + extension;
    }
}
