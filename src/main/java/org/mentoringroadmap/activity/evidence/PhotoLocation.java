package org.mentoringroadmap.activity.evidence;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Removes from a JPEG photo where it was taken, which says where pupils are. The picture itself and its turn stay byte by
 * byte: the coordinates in the Exif block are overwritten with zeros. A photo whose Exif block cannot be read is left as
 * it is.
 */
final class PhotoLocation {
    private static final int APP1 = 0xe1;
    private static final int START_OF_SCAN = 0xda;
    private static final int GPS_POINTER = 0x8825;
    private static final int ENTRY = 12;
    private static final byte[] EXIF = "Exif\0\0".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] XMP = "http://ns.adobe.com/xap/1.0/\0".getBytes(StandardCharsets.US_ASCII);
    /** Bytes of a value by its type (Exif 2.3, table 4). */
    private static final int[] TYPE_SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8};

    private PhotoLocation() {}

    /** A copy of the photo without its place. */
    static byte[] removed(byte[] photo) {
        byte[] copy = photo.clone();
        int position = 2;
        while (position + 4 <= copy.length && (copy[position] & 0xff) == 0xff) {
            int marker = copy[position + 1] & 0xff;
            int length = (copy[position + 2] & 0xff) << 8 | copy[position + 3] & 0xff;
            int end = position + 2 + length;
            if (marker == START_OF_SCAN || length < 2 || end > copy.length) {
                break;
            }
            if (marker == APP1) {
                clear(copy, position + 4, end);
            }
            position = end;
        }
        return copy;
    }

    private static void clear(byte[] photo, int start, int end) {
        if (begins(photo, start, end, EXIF)) {
            try {
                clearExif(ByteBuffer.wrap(photo, start + EXIF.length, end - start - EXIF.length)
                        .slice());
            } catch (IndexOutOfBoundsException e) {
                // A broken block: no reader finds a place in it either.
            }
        } else if (begins(photo, start, end, XMP)
                && new String(photo, start, end - start, StandardCharsets.ISO_8859_1).contains("GPS")) {
            Arrays.fill(photo, start + XMP.length, end, (byte) ' ');
        }
    }

    private static boolean begins(byte[] photo, int start, int end, byte[] prefix) {
        return end - start >= prefix.length
                && Arrays.equals(photo, start, start + prefix.length, prefix, 0, prefix.length);
    }

    private static void clearExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            if ((tiff.getShort(entry) & 0xffff) == GPS_POINTER) {
                clearDirectory(tiff, tiff.getInt(entry + 8));
            }
        }
    }

    private static void clearDirectory(ByteBuffer tiff, int directory) {
        int entries = tiff.getShort(directory) & 0xffff;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * ENTRY;
            int type = tiff.getShort(entry + 2) & 0xffff;
            long size = type < TYPE_SIZES.length ? (long) TYPE_SIZES[type] * (tiff.getInt(entry + 4) & 0xffffffffL) : 0;
            if (size > 4 && size <= tiff.capacity()) {
                zero(tiff, tiff.getInt(entry + 8), (int) size);
            }
            zero(tiff, entry, ENTRY);
        }
        tiff.putShort(directory, (short) 0);
    }

    private static void zero(ByteBuffer tiff, int start, int length) {
        for (int i = 0; i < length; i++) {
            tiff.put(start + i, (byte) 0);
        }
    }
}
