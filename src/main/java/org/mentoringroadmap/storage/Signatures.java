package org.mentoringroadmap.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * What the bytes of a file say about its kind. Looks at headers only and unpacks nothing, so that a hostile archive costs
 * nothing.
 */
final class Signatures {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final Set<String> HEIC_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "mif1", "msf1");

    private static final int LOCAL_FILE = 0x04034b50;
    private static final int DIRECTORY_ENTRY = 0x02014b50;
    private static final int DIRECTORY_END = 0x06054b50;
    private static final int DIRECTORY_END_LENGTH = 22;
    private static final int MAX_COMMENT_LENGTH = 65_535;

    private Signatures() {}

    static boolean starts(byte[] content, String text) {
        byte[] expected = text.getBytes(StandardCharsets.US_ASCII);
        return content.length >= expected.length
                && Arrays.equals(content, 0, expected.length, expected, 0, expected.length);
    }

    static boolean jpeg(byte[] content) {
        return content.length > 3
                && (content[0] & 0xff) == 0xff
                && (content[1] & 0xff) == 0xd8
                && (content[2] & 0xff) == 0xff;
    }

    static boolean png(byte[] content) {
        return content.length > PNG.length && Arrays.equals(content, 0, PNG.length, PNG, 0, PNG.length);
    }

    static boolean heic(byte[] content) {
        return content.length > 12
                && new String(content, 4, 4, StandardCharsets.ISO_8859_1).equals("ftyp")
                && HEIC_BRANDS.contains(new String(content, 8, 4, StandardCharsets.ISO_8859_1));
    }

    /** Text has no control characters but the usual ones; a byte order mark may stand before it. */
    static boolean text(byte[] content) {
        for (byte value : content) {
            if (value >= 0 && value < ' ' && value != '\n' && value != '\r' && value != '\t' && value != '\f') {
                return false;
            }
        }
        return true;
    }

    /** An Office Open XML file with the given folder and without macros. */
    static boolean office(byte[] content, String folder) {
        List<String> names = names(content);
        return names.contains("[Content_Types].xml")
                && names.stream().anyMatch(name -> name.startsWith(folder))
                && names.stream().noneMatch(name -> name.endsWith("vbaProject.bin"));
    }

    /** An OpenDocument file begins with an entry that holds its media type unpacked. */
    static boolean openDocument(byte[] content, String contentType) {
        if (content.length < 30 || header(content).getInt(0) != LOCAL_FILE) {
            return false;
        }
        int nameLength = header(content).getShort(26) & 0xffff;
        int extraLength = header(content).getShort(28) & 0xffff;
        byte[] expected = contentType.getBytes(StandardCharsets.US_ASCII);
        int start = 30 + nameLength + extraLength;
        return start + expected.length <= content.length
                && new String(content, 30, nameLength, StandardCharsets.UTF_8).equals("mimetype")
                && Arrays.equals(content, start, start + expected.length, expected, 0, expected.length);
    }

    /** Names in the central directory of a zip file; empty where it is none. */
    private static List<String> names(byte[] content) {
        List<String> names = new ArrayList<>();
        ByteBuffer bytes = header(content);
        int end = directoryEnd(bytes);
        if (end < 0 || bytes.getInt(0) != LOCAL_FILE) {
            return names;
        }
        int position = bytes.getInt(end + 16);
        while (position >= 0 && position + 46 <= end && bytes.getInt(position) == DIRECTORY_ENTRY) {
            int nameLength = bytes.getShort(position + 28) & 0xffff;
            if (position + 46 + nameLength > content.length) {
                break;
            }
            names.add(new String(content, position + 46, nameLength, StandardCharsets.UTF_8));
            position += 46
                    + nameLength
                    + (bytes.getShort(position + 30) & 0xffff)
                    + (bytes.getShort(position + 32) & 0xffff);
        }
        return names;
    }

    private static int directoryEnd(ByteBuffer bytes) {
        int last = bytes.capacity() - DIRECTORY_END_LENGTH;
        for (int position = last; position >= 0 && position >= last - MAX_COMMENT_LENGTH; position--) {
            if (bytes.getInt(position) == DIRECTORY_END) {
                return position;
            }
        }
        return -1;
    }

    private static ByteBuffer header(byte[] content) {
        return ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
    }
}
