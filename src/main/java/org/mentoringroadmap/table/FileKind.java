package org.mentoringroadmap.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.stream.Stream;

/** What a file is, told by what stands in it and never by its name. */
enum FileKind {
    TEXT(null),
    XLSX(null),
    ODS(null),
    /** A spreadsheet as one XML file, of Excel 2003 or of LibreOffice. */
    XML(null),
    /** An Excel file of before 2007, or one with a password: nothing more can be told. */
    OLD_EXCEL("table.old-excel"),
    XLS("table.xls"),
    PASSWORD("table.password"),
    BINARY_EXCEL("table.binary-excel"),
    WEB_PAGE("table.web-page"),
    WORD("table.word"),
    PDF("table.pdf"),
    NUMBERS("table.numbers"),
    IMAGE("table.image"),
    ARCHIVE("table.archive"),
    OTHER("table.unreadable");

    private static final int LOOKED_AT = 4096;

    private final String refusal;

    FileKind(String refusal) {
        this.refusal = refusal;
    }

    /** Key of the sentence that says what it is and what to do; null for what can be read. */
    String refusal() {
        return refusal;
    }

    static FileKind of(byte[] content) {
        if (startsWith(content, 0xD0, 0xCF, 0x11, 0xE0)) {
            return office(content);
        }
        if (startsWith(content, 'P', 'K', 3, 4)) {
            return packed(content);
        }
        if (startsWith(content, '%', 'P', 'D', 'F')) {
            return PDF;
        }
        if (startsWith(content, '{', '\\', 'r', 't', 'f')) {
            return WORD;
        }
        if (startsWith(content, 0x89, 'P', 'N', 'G')
                || startsWith(content, 0xFF, 0xD8, 0xFF)
                || startsWith(content, 'G', 'I', 'F', '8')
                || startsWith(content, 'I', 'I', 42, 0)
                || startsWith(content, 'M', 'M', 0, 42)
                || startsWith(content, 'R', 'I', 'F', 'F')
                || content.length > 8 && "ftyp".equals(new String(content, 4, 4, StandardCharsets.ISO_8859_1))) {
            return IMAGE;
        }
        if (startsWith(content, 'R', 'a', 'r', '!')
                || startsWith(content, '7', 'z', 0xBC, 0xAF)
                || startsWith(content, 0x1F, 0x8B)
                || startsWith(content, 'P', 'K', 5, 6)) {
            return ARCHIVE;
        }
        return text(content);
    }

    private static FileKind text(byte[] content) {
        byte[] beginning = Arrays.copyOf(content, Math.min(content.length, LOOKED_AT) & ~1);
        String text =
                Encodings.decode(beginning).replace("\uFEFF", "").stripLeading().toLowerCase(Locale.ROOT);
        if (text.startsWith("mime-version:")) {
            return WEB_PAGE;
        }
        if (!text.startsWith("<")) {
            return TEXT;
        }
        if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")
                || text.contains("urn:oasis:names:tc:opendocument")) {
            return XML;
        }
        for (String element :
                new String[] {"<html", "<!doctype html", "<table", "<head", "<meta", "<body", "<div", "<style"}) {
            if (text.contains(element)) {
                return WEB_PAGE;
            }
        }
        return text.startsWith("<?xml") || text.startsWith("<!doctype") ? OTHER : TEXT;
    }

    /** An old container of Office: names of what it contains stand in it, two bytes a letter. */
    private static FileKind office(byte[] content) {
        String letters = new String(content, StandardCharsets.ISO_8859_1);
        if (letters.contains(wide("EncryptedPackage")) || letters.contains(wide("EncryptionInfo"))) {
            return PASSWORD;
        }
        if (letters.contains(wide("WordDocument"))) {
            return WORD;
        }
        return letters.contains(wide("Workbook")) || letters.contains(wide("Book")) ? XLS : OLD_EXCEL;
    }

    private static String wide(String name) {
        return String.join("\0", name.split("")) + "\0";
    }

    /** Names of parts are read where they stand; nothing is unpacked before {@link ZipGuard} has looked at it. */
    private static FileKind packed(byte[] content) {
        if (content.length > 120 && startsWith(content, 30, "mimetype")) {
            if (startsWith(content, 38, "application/vnd.oasis.opendocument.spreadsheet")) {
                return ODS;
            }
            return startsWith(content, 38, "application/vnd.oasis.opendocument.text") ? WORD : ARCHIVE;
        }
        EnumSet<FileKind> seen = EnumSet.noneOf(FileKind.class);
        for (int at = 0; at + 46 < content.length; at++) {
            if (content[at] != 'P' || content[at + 1] != 'K') {
                continue;
            }
            boolean local = content[at + 2] == 3 && content[at + 3] == 4;
            boolean listed = content[at + 2] == 1 && content[at + 3] == 2;
            if (local || listed) {
                int name = at + (local ? 30 : 46);
                seen.add(kind(content, name, content[at + (local ? 26 : 28)] & 0xFF));
            }
        }
        return Stream.of(BINARY_EXCEL, XLSX, WORD, NUMBERS)
                .filter(seen::contains)
                .findFirst()
                .orElse(seen.isEmpty() ? OTHER : ARCHIVE);
    }

    /** What a part of this name is a part of. */
    private static FileKind kind(byte[] content, int at, int length) {
        String name = new String(content, at, Math.min(length, content.length - at), StandardCharsets.ISO_8859_1)
                .toLowerCase(Locale.ROOT);
        if (name.equals("xl/workbook.bin")) {
            return BINARY_EXCEL;
        }
        if (name.startsWith("xl/")) {
            return XLSX;
        }
        if (name.startsWith("word/")) {
            return WORD;
        }
        return name.endsWith(".iwa") || name.equals("index.zip") ? NUMBERS : ARCHIVE;
    }

    private static boolean startsWith(byte[] content, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        return content.length >= at + bytes.length
                && Arrays.equals(content, at, at + bytes.length, bytes, 0, bytes.length);
    }

    private static boolean startsWith(byte[] content, int... bytes) {
        if (content.length < bytes.length) {
            return false;
        }
        for (int i = 0; i < bytes.length; i++) {
            if ((content[i] & 0xFF) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
