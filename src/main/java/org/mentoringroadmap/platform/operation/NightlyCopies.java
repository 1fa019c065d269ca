package org.mentoringroadmap.platform.operation;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringroadmap.shared.ConflictException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * A copy of the database for each day, made by itself while people work, where the database is a file. A computer that is
 * switched off at night makes it soon after it was switched on. What is older than the settings say goes, but only when
 * the copy of the day was made.
 */
@Component
public class NightlyCopies {
    private static final Logger LOG = LoggerFactory.getLogger(NightlyCopies.class);
    private static final Pattern NAME = Pattern.compile("mentoring-(\\d{4}-\\d{2}-\\d{2})\\.zip");

    private final DatabaseStock stock;
    private final CopyProperties properties;
    private final Path folder;
    private final Clock clock;
    private volatile String failure;

    NightlyCopies(DatabaseStock stock, CopyProperties properties, DiskSpace disk, Clock clock) {
        this.stock = stock;
        this.properties = properties;
        this.folder = properties.folder() == null || properties.folder().isBlank()
                ? disk.home().resolve(OwnerOnly.COPIES_FOLDER)
                : Path.of(properties.folder()).toAbsolutePath();
        this.clock = clock;
    }

    /**
     * How the copies are.
     *
     * @param folder where they lie
     * @param keepDays how many days one is kept
     * @param days of which days there is one, the newest first
     * @param failure code of the sentence that says why the last try failed; null when it did not
     */
    public record State(Path folder, int keepDays, List<LocalDate> days, String failure) {}

    /** How the copies are; empty where none are made. */
    public Optional<State> state() {
        return isOn()
                ? Optional.of(new State(
                        folder,
                        properties.keepDays(),
                        days().stream().sorted(Comparator.reverseOrder()).toList(),
                        failure))
                : Optional.empty();
    }

    /** Makes the copy of the day when its hour has come and there is none yet. */
    @Scheduled(initialDelay = 10, fixedDelay = 30, timeUnit = TimeUnit.MINUTES)
    void look() {
        LocalDateTime now = LocalDateTime.now(clock);
        if (!isOn() || now.getHour() < properties.fromHour() || days().contains(now.toLocalDate())) {
            return;
        }
        try {
            make(now.toLocalDate());
            failure = null;
        } catch (ConflictException e) {
            failed(e.code(), e);
        } catch (IOException | DataAccessException e) {
            failed("state.copies.failed", e);
        }
    }

    private void failed(String code, Exception cause) {
        if (!code.equals(failure)) {
            LOG.warn("No copy of the database today: {}", cause.toString());
        }
        failure = code;
    }

    private void make(LocalDate day) throws IOException {
        OwnerOnly.closeFolder(folder);
        Path made = stock.copy();
        Path beside = folder.resolve(made.getFileName());
        try {
            Files.move(made, beside, StandardCopyOption.REPLACE_EXISTING);
            OwnerOnly.closeFile(beside);
            Files.move(beside, folder.resolve("mentoring-" + day + ".zip"), StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(made);
            Files.deleteIfExists(beside);
        }
        for (LocalDate old : days()) {
            if (!old.isAfter(day.minusDays(properties.keepDays()))) {
                Files.deleteIfExists(folder.resolve("mentoring-" + old + ".zip"));
            }
        }
    }

    private boolean isOn() {
        return properties.keepDays() > 0 && stock.isCopied();
    }

    private List<LocalDate> days() {
        List<LocalDate> days = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "mentoring-*.zip")) {
                files.forEach(file -> day(file).ifPresent(days::add));
            } catch (IOException e) {
                LOG.warn("The folder of copies cannot be read: {}", e.toString());
            }
        }
        return days;
    }

    private static Optional<LocalDate> day(Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        try {
            return name.matches() ? Optional.of(LocalDate.parse(name.group(1))) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
