package org.mentoringroadmap.table;

import java.io.IOException;
import java.util.Locale;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.PackedFile;

/**
 * Looks through a packed spreadsheet before it is read: it must stay below the limits of every packed file, have no
 * macros, and no text and no column that no spreadsheet can have.
 */
final class ZipGuard implements PackedFile.Watcher {
    /** A cell has up to 32 767 characters; escaped and in UTF-8 they stay below. */
    private static final int MAX_RUN_LENGTH = 512 * 1024;

    private static final byte[] REFERENCE = {' ', 'r', '=', '"'};

    private final String mandatory;
    private boolean workbook;
    private int run;
    private int matched;
    private int letters;

    private ZipGuard(String mandatory) {
        this.mandatory = mandatory;
    }

    /**
     * Looks through a workbook of Excel.
     *
     * @throws UserInputException {@code table.macros}, {@code table.bomb}, {@code table.unreadable}
     */
    static void check(byte[] content) {
        check(content, "[content_types].xml");
    }

    /**
     * Looks through an OpenDocument spreadsheet.
     *
     * @throws UserInputException as {@link #check}
     */
    static void checkDocument(byte[] content) {
        check(content, "content.xml");
    }

    private static void check(byte[] content, String mandatory) {
        try {
            PackedFile.check(content, () -> new ZipGuard(mandatory));
        } catch (PackedFile.TooMuchException e) {
            throw new UserInputException("table.bomb");
        } catch (IOException e) {
            throw new UserInputException("table.unreadable");
        }
    }

    @Override
    public void part(String part) {
        String name = part.toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin")) {
            throw new UserInputException("table.macros");
        }
        workbook |= name.equals(mandatory);
        run = 0;
        matched = 0;
        letters = 0;
    }

    @Override
    public void content(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            byte b = bytes[i];
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

    @Override
    public void end() {
        if (!workbook) {
            throw new UserInputException("table.unreadable");
        }
    }
}
