package org.mentoringroadmap.document;

import java.util.Optional;
import org.mentoringroadmap.shared.UserInputException;

/**
 * A document that was signed on paper.
 *
 * @param documentId the document
 * @param number number as it stands on the paper
 * @param date day of signing as it was entered, {@code yyyy-MM-dd}
 * @param scan picture of the paper; may be null
 */
public record PaperLine(Long documentId, String number, String date, Scan scan) {
    /**
     * A scan as it was uploaded.
     *
     * @param name its file name
     * @param content its bytes
     */
    public record Scan(String name, byte[] content) {
        private static final int MEGABYTES = 10;

        /**
         * The media type by the first bytes of the file, whatever its name says.
         *
         * @throws UserInputException {@code document.scan-type} or {@code document.scan-large}
         */
        Type type() {
            if (content.length > MEGABYTES * 1024 * 1024) {
                throw new UserInputException("document.scan-large", String.valueOf(MEGABYTES));
            }
            for (Type type : Type.values()) {
                if (type.begins(content)) {
                    return type;
                }
            }
            throw new UserInputException("document.scan-type");
        }
    }

    /** Kinds of scans. */
    enum Type {
        PDF("application/pdf", "pdf", '%', 'P', 'D', 'F', '-'),
        JPG("image/jpeg", "jpg", 0xFF, 0xD8, 0xFF),
        PNG("image/png", "png", 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A);

        final String mediaType;
        final String extension;
        private final int[] begin;

        Type(String mediaType, String extension, int... begin) {
            this.mediaType = mediaType;
            this.extension = extension;
            this.begin = begin;
        }

        private boolean begins(byte[] content) {
            for (int i = 0; i < begin.length; i++) {
                if (i >= content.length || (content[i] & 0xFF) != begin[i]) {
                    return false;
                }
            }
            return true;
        }
    }

    Optional<Scan> optionalScan() {
        return Optional.ofNullable(scan);
    }
}
