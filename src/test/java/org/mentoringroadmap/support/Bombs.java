package org.mentoringroadmap.support;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** Packed files that are small and would make whoever opens them large. Each is made of a file that is none. */
public final class Bombs {
    private static final int MEGABYTE = 1024 * 1024;
    private static final int END = 22;

    private Bombs() {}

    /** What is added to a packed file. */
    public interface Parts {
        void to(ZipOutputStream zip) throws IOException;
    }

    /** The same file with further parts. */
    public static byte[] with(byte[] packed, Parts parts) {
        return rebuilt(packed, null, null, parts);
    }

    /** The same file with another text of one part. */
    public static byte[] with(byte[] packed, String part, String text) {
        return rebuilt(packed, part, text, zip -> {});
    }

    private static byte[] rebuilt(byte[] packed, String part, String text, Parts parts) {
        try (ZipInputStream from = new ZipInputStream(new ByteArrayInputStream(packed));
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (ZipEntry entry; (entry = from.getNextEntry()) != null; ) {
                    zip.putNextEntry(new ZipEntry(entry.getName()));
                    if (entry.getName().equals(part)) {
                        zip.write(text.getBytes(StandardCharsets.UTF_8));
                    } else {
                        from.transferTo(zip);
                    }
                }
                parts.to(zip);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Parts of 30 MB that keep below the ratio at which libraries become suspicious. */
    public static byte[] ofLargeParts(byte[] packed) {
        byte[] noise = new byte[2048];
        new Random(7).nextBytes(noise);
        byte[] zeros = new byte[64 * 1024];
        return with(packed, zip -> {
            for (int part = 0; part < 3; part++) {
                zip.putNextEntry(new ZipEntry("word/media/x" + part + ".bin"));
                for (int size = 0; size < 30 * MEGABYTE; size += noise.length + zeros.length) {
                    zip.write(noise);
                    zip.write(zeros);
                }
            }
        });
    }

    /** One part of zeros, a thousand times as large as its file. */
    public static byte[] ofZeros(byte[] packed, int megabytes) {
        return with(packed, zip -> zeros(zip, "word/media/zeros.bin", megabytes));
    }

    private static void zeros(ZipOutputStream zip, String name, int megabytes) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        fill(zip, megabytes);
    }

    private static void fill(OutputStream out, int megabytes) throws IOException {
        byte[] zeros = new byte[MEGABYTE];
        for (int i = 0; i < megabytes; i++) {
            out.write(zeros);
        }
    }

    /** Thousands of parts with nothing in them. */
    public static byte[] ofManyParts(byte[] packed) {
        return with(packed, zip -> {
            for (int part = 0; part < 12_000; part++) {
                zip.putNextEntry(new ZipEntry("word/media/" + part));
            }
        });
    }

    /** Headers full of fields that mean nothing. */
    public static byte[] ofFullHeaders(byte[] packed) {
        byte[] fields = new byte[60_000];
        for (int at = 0; at < fields.length; at += 4) {
            fields[at] = 0x34;
            fields[at + 1] = 0x12;
        }
        return with(packed, zip -> {
            for (int part = 0; part < 60; part++) {
                ZipEntry entry = new ZipEntry("word/media/" + part);
                entry.setExtra(fields);
                zip.putNextEntry(entry);
            }
        });
    }

    /** Parts that the file's own directory does not list, but whoever reads from beginning to end meets. */
    public static byte[] ofUnlistedParts(byte[] packed, int megabytes) {
        byte[] plain = with(packed, zip -> {});
        byte[] hidden = hidden(megabytes);
        ByteBuffer end = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN);
        int directory = end.getInt(plain.length - END + 16);
        end.putInt(plain.length - END + 16, directory + hidden.length);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(Arrays.copyOf(plain, directory));
        out.writeBytes(hidden);
        out.writeBytes(Arrays.copyOfRange(plain, directory, plain.length));
        return out.toByteArray();
    }

    private static byte[] hidden(int megabytes) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zeros(zip, "word/media/hidden.bin", megabytes);
            }
            byte[] whole = out.toByteArray();
            int directory =
                    ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN).getInt(whole.length - END + 16);
            return Arrays.copyOf(whole, directory);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The file with a bomb packed in one part, which nobody unpacks. */
    public static byte[] inAPart(int megabytes) {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                zeros(zip, "zeros", megabytes);
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** The last part is said to be packed in a way that no office program uses (bzip2). */
    public static byte[] ofAnotherMethod(byte[] packed) {
        byte[] changed = with(packed, zip -> {
            zip.putNextEntry(new ZipEntry("word/media/odd.bin"));
            zip.write(1);
        });
        byte[] name = "word/media/odd.bin".getBytes(StandardCharsets.US_ASCII);
        for (int at = 46; at + name.length <= changed.length; at++) {
            if (Arrays.equals(changed, at, at + name.length, name, 0, name.length)) {
                boolean local = changed[at - 30] == 'P' && changed[at - 29] == 'K' && changed[at - 28] == 3;
                changed[at - (local ? 22 : 36)] = 12;
            }
        }
        return changed;
    }
}
