package org.mentoringroadmap.platform.operation;

import java.nio.file.Files;
import java.nio.file.Path;
import org.mentoringroadmap.platform.MentoringProperties;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/** The disk under the home of the installation. */
@Component
public class DiskSpace {
    /** With less nothing can be relied on to be written. */
    private static final DataSize NOTHING_LEFT = DataSize.ofMegabytes(5);

    private final Path home;
    private final DiskProperties properties;

    DiskSpace(MentoringProperties mentoring, DiskProperties properties) {
        this.home = mentoring.home().toAbsolutePath();
        this.properties = properties;
    }

    /** The folder. */
    public Path home() {
        return home;
    }

    /** Bytes that can still be written. */
    public long free() {
        return existing().toFile().getUsableSpace();
    }

    /** Bytes of the whole disk. */
    public long total() {
        return existing().toFile().getTotalSpace();
    }

    /** Whether an administrator should make room. */
    public boolean isLow() {
        return free() < properties.warnBelow().toBytes();
    }

    /** Whether writing fails or is about to. */
    public boolean isFull() {
        return free() < NOTHING_LEFT.toBytes();
    }

    private Path existing() {
        Path folder = home;
        while (!Files.exists(folder) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
