package org.mentoringroadmap.document.journal;

import java.util.Optional;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.FileType;

/**
 * A document that was signed on paper.
 *
 * @param documentId the document
 * @param number number as it stands on the paper
 * @param date day of signing as it was entered, {@code yyyy-MM-dd}
 * @param scan picture of the paper; may be null
 * @param despiteBlanks whether a protocol or a report gets its number though places of its file are blank
 */
public record PaperSignature(Long documentId, String number, String date, Scan scan, boolean despiteBlanks) {
    /** A signature of which nobody has said that places of the file may be blank. */
    public PaperSignature(Long documentId, String number, String date, Scan scan) {
        this(documentId, number, date, scan, false);
    }

    /**
     * A scan as it was uploaded.
     *
     * @param name its file name
     * @param content its bytes
     */
    public record Scan(String name, byte[] content) {
        /**
         * The kind of picture by the first bytes of the file, whatever its name says.
         *
         * @throws UserInputException {@code document.scan-type} or {@code document.scan-large}
         */
        FileType type() {
            if (FileType.isTooLarge(content)) {
                throw new UserInputException("document.scan-large", String.valueOf(FileType.MAX_MEGABYTES));
            }
            return FileType.byContent(content, FileType.SCANS)
                    .orElseThrow(() -> new UserInputException("document.scan-type"));
        }
    }

    Optional<Scan> optionalScan() {
        return Optional.ofNullable(scan);
    }
}
