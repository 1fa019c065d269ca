package org.mentoringroadmap.platform.operation;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * WARNING while little space is left, which is answered with 200 since the application works; DOWN when the disk that
 * holds the database is full.
 */
@Component("diskHealthIndicator")
class DiskHealth implements HealthIndicator {
    static final Status WARNING = new Status("WARNING");

    private final DiskSpace disk;
    private final DatabaseWatch watch;

    DiskHealth(DiskSpace disk, DatabaseWatch watch) {
        this.disk = disk;
        this.watch = watch;
    }

    @Override
    public Health health() {
        return Health.status(status())
                .withDetail("free", disk.free())
                .withDetail("total", disk.total())
                .build();
    }

    private Status status() {
        if (disk.isFull() && watch.file().isPresent()) {
            return Status.DOWN;
        }
        return disk.isLow() ? WARNING : Status.UP;
    }
}
