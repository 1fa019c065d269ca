package org.mentoringroadmap.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.Enumeration;
import java.util.Locale;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.mentoringroadmap.shared.UserInputException;

/**
 * Looks through a packed spreadsheet before it is read, so that a small file cannot make the reader large: unpacked it
 * must stay below a limit, whatever its directory says, and have no text and no column that no spreadsheet can have.
 */
final class ZipGuard {
    /** Unpacked bytes of all parts together. */
    static final long MAX_SIZE = 64L * 1024 * 1024;

    private static final int MAX_PARTS = 2_000;

    /** A cell has up to 32 767 characters; escaped and in UTF-8 they stay below. */
    private static final int MAX_RUN_LENGTH = 512 * 1024;

    private static final byte[] REFERENCE = {' ', 'r', '=', '"'};

    private long unpacked;

    /** @throws UserInputException {@code table.macros}, {@code table.bomb}, {@code table.unreadable} */
    static void check(ZipFile zip) throws IOException {
        new ZipGuard().checkAll(zip);
    }

    private void checkAll(ZipFile zip) throws IOException {
        boolean workbook = false;
        int parts = 0;
        Enumeration<ZipArchiveEntry> entries = zip.getEntries();
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            String name = entry.getName().toLowerCase(Locale.ROOT);
            if (++parts > MAX_PARTS) {
                throw new UserInputException("table.bomb");
            }
            if (name.endsWith("vbaproject.bin")) {
                throw new UserInputException("table.macros");
            }
            workbook |= name.equals("[content_types].xml");
            try (InputStream content = zip.getInputStream(entry)) {
                check(content);
            }
        }
        if (!workbook) {
            throw new UserInputException("table.unreadable");
        }
    }

    private void check(InputStream content) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int run = 0;
        int matched = 0;
        int letters = 0;
        for (int read; (read = content.read(buffer)) >= 0; ) {
            unpacked += read;
            if (unpacked > MAX_SIZE) {
                throw new UserInputException("table.bomb");
            }
            for (int i = 0; i < read; i++) {
                byte b = buffer[i];
                run = b == '<' || b == '>' ? 0 : run + 1;
                if (matched == REFERENCE.length) {
                    letters = b >= 'A' && b <= 'Z' ? letters + 1 : 0;
                    matched = letters > 0 ? matched : 0;
                } else {
                    matched = b == REFERENCE[matched] ? matched + 1 : b == REFERENCE[0] ? 1 : 0;
                }
                if (run > MAX_RUN_LENGTH || letters > 3) {
                    throw new UserInputException("table.bomb");
                }
            }
        }
    }
}
