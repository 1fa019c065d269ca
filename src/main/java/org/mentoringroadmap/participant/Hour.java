package org.mentoringroadmap.participant;

import jakarta.persistence.Embeddable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.mentoringroadmap.shared.UserInputException;

/**
 * A time of the week at which somebody can meet.
 *
 * @param dayOfWeek 1 for Monday … 7 for Sunday
 * @param fromMinute minutes after midnight
 * @param toMinute minutes after midnight, later than {@code fromMinute}
 */
@Embeddable
public record Hour(int dayOfWeek, int fromMinute, int toMinute) implements Comparable<Hour> {
    private static final int DAY = 24 * 60;

    /** @throws UserInputException {@code hour.invalid} */
    public Hour {
        if (dayOfWeek < 1 || dayOfWeek > 7 || fromMinute < 0 || toMinute > DAY || fromMinute >= toMinute) {
            throw new UserInputException("hour.invalid");
        }
    }

    /** Whether both can meet for a while. */
    public boolean overlaps(Hour other) {
        return dayOfWeek == other.dayOfWeek && fromMinute < other.toMinute && other.fromMinute < toMinute;
    }

    /** Day of the week. */
    public DayOfWeek day() {
        return DayOfWeek.of(dayOfWeek);
    }

    /** Beginning. */
    public LocalTime from() {
        return LocalTime.ofSecondOfDay(fromMinute * 60L);
    }

    /** End; midnight stands as 23:59. */
    public LocalTime to() {
        return toMinute == DAY ? LocalTime.of(23, 59) : LocalTime.ofSecondOfDay(toMinute * 60L);
    }

    @Override
    public int compareTo(Hour other) {
        return dayOfWeek != other.dayOfWeek ? dayOfWeek - other.dayOfWeek : fromMinute - other.fromMinute;
    }
}
