package org.mentoringroadmap.participant;

import java.util.Arrays;
import java.util.Locale;
import org.mentoringroadmap.shared.UserInputException;

/** Kinds of files in which a scanned paper is kept; the content decides, not the name that a device gave. */
enum Scan {
    PDF("application/pdf", ".pdf", new byte[] {'%', 'P', 'D', 'F', '-'}, "pdf"),
    JPEG("image/jpeg", ".jpg", new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, "jpg", "jpeg"),
    PNG("image/png", ".png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'}, "png");

    /** Largest size, in bytes. */
    static final int LARGEST = 10 * 1024 * 1024;

    private final String contentType;
    private final String ending;
    private final byte[] start;
    private final String[] extensions;

    Scan(String contentType, String ending, byte[] start, String... extensions) {
        this.contentType = contentType;
        this.ending = ending;
        this.start = start;
        this.extensions = extensions;
    }

    /**
     * The kind of a file whose name and content agree.
     *
     * @throws UserInputException {@code consent.scan}, {@code consent.scan-size}
     */
    static Scan checked(String name, byte[] content) {
        if (content.length > LARGEST) {
            throw new UserInputException("consent.scan-size", "10");
        }
        String extension =
                name == null ? "" : name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(kind -> Arrays.asList(kind.extensions).contains(extension) && kind.begins(content))
                .findFirst()
                .orElseThrow(() -> new UserInputException("consent.scan"));
    }

    private boolean begins(byte[] content) {
        return content.length > start.length && Arrays.equals(Arrays.copyOf(content, start.length), start);
    }

    String contentType() {
        return contentType;
    }

    /** Name for downloads: says which consent it is and nothing about the person. */
    String name(Long consentId) {
        return "consent-" + consentId + ending;
    }
}
