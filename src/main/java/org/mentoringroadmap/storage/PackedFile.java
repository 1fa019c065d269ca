package org.mentoringroadmap.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.function.Supplier;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.UnsupportedZipFeatureException;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * A file that packs others, a document or a workbook, looked through before any library opens it, so that a small file
 * cannot make its reader large: its parts stay below a number and, unpacked, below a size, whatever its own directory
 * says. It is looked through twice, by its directory and from beginning to end, since some libraries read it one way and
 * some the other, and a hostile file may say two things. Little memory is needed, whatever the file.
 */
public final class PackedFile {
    /** Unpacked bytes of all parts together. */
    public static final long MAX_SIZE = 64L * 1024 * 1024;

    /** Parts of one file. */
    public static final int MAX_PARTS = 2_000;

    /** Headers of parts, also of those that lie packed in a part; each makes an object for whoever lists them. */
    private static final int MAX_HEADERS = 10_000;

    /** What stands in a header beside the name: a few dozen bytes, with Office's filling some hundred. */
    private static final int MAX_EXTRA = 2_048;

    private static final int MAX_EXTRAS = 1 << 20;

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int DIRECTORY_HEADER = 0x02014b50;
    private static final int HEADER_BYTES = 46;

    /** There is too much in the file. */
    public static final class TooMuchException extends IOException {
        private TooMuchException(String what) {
            super(what);
        }
    }

    /** Looks at the parts of one format while they are unpacked; may refuse with any exception. */
    public interface Watcher {
        /** The next part begins. */
        void part(String name);

        /** The next bytes of the part; they are valid during the call only. */
        void content(byte[] bytes, int length);

        /** There are no more parts. */
        void end();
    }

    private final byte[] content;

    private PackedFile(byte[] content) {
        this.content = content;
    }

    /**
     * Looks through a file.
     *
     * @param watchers a new watcher for each time that the file is looked through
     * @throws TooMuchException if a limit is passed
     * @throws IOException if it is no such file, or packed in a way that no office program uses
     */
    public static void check(byte[] content, Supplier<? extends Watcher> watchers) throws IOException {
        PackedFile file = new PackedFile(content);
        file.countHeaders();
        file.followDirectory(watchers.get());
        file.readThrough(watchers.get());
    }

    private void countHeaders() throws TooMuchException {
        ByteBuffer bytes = ByteBuffer.wrap(content).order(ByteOrder.LITTLE_ENDIAN);
        int headers = 0;
        int extras = 0;
        for (int at = 0; at + HEADER_BYTES <= content.length; at++) {
            if (content[at] != 'P' || content[at + 1] != 'K') {
                continue;
            }
            int kind = bytes.getInt(at);
            if (kind == LOCAL_HEADER || kind == DIRECTORY_HEADER) {
                int extra = bytes.getShort(at + (kind == LOCAL_HEADER ? 28 : 30)) & 0xffff;
                extras += extra;
                if (++headers > MAX_HEADERS || extra > MAX_EXTRA || extras > MAX_EXTRAS) {
                    throw new TooMuchException("headers");
                }
            }
        }
    }

    private void followDirectory(Watcher watcher) throws IOException {
        try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
            Pass pass = new Pass(watcher);
            Enumeration<ZipArchiveEntry> entries = zip.getEntries();
            while (entries.hasMoreElements()) {
                ZipArchiveEntry entry = entries.nextElement();
                pass.begin(entry);
                try (InputStream part = zip.getInputStream(entry)) {
                    pass.read(part);
                }
            }
            watcher.end();
        } catch (IllegalArgumentException e) {
            throw new IOException("Not a packed file", e);
        }
    }

    private void readThrough(Watcher watcher) throws IOException {
        try (ZipArchiveInputStream zip = new ZipArchiveInputStream(
                new ByteArrayInputStream(content), StandardCharsets.UTF_8.name(), false, true)) {
            Pass pass = new Pass(watcher);
            for (ZipArchiveEntry entry; (entry = zip.getNextEntry()) != null; ) {
                pass.begin(entry);
                pass.read(zip);
            }
            watcher.end();
        } catch (TooMuchException | UnsupportedZipFeatureException e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            // Whoever reads the file this way comes no further either.
        }
    }

    private static final class Pass {
        private final Watcher watcher;
        private final byte[] buffer = new byte[64 * 1024];
        private int parts;
        private long size;

        Pass(Watcher watcher) {
            this.watcher = watcher;
        }

        void begin(ZipArchiveEntry entry) throws IOException {
            if (++parts > MAX_PARTS) {
                throw new TooMuchException("parts");
            }
            if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
                throw new UnsupportedZipFeatureException(UnsupportedZipFeatureException.Feature.METHOD, entry);
            }
            watcher.part(entry.getName());
        }

        void read(InputStream part) throws IOException {
            for (int read; (read = part.read(buffer)) >= 0; ) {
                size += read;
                if (size > MAX_SIZE) {
                    throw new TooMuchException("size");
                }
                watcher.content(buffer, read);
            }
        }
    }
}
