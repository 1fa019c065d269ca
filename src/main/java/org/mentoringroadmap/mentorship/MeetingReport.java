package org.mentoringroadmap.mentorship;

import java.time.LocalDate;

/**
 * What somebody says about a meeting.
 *
 * @param held whether they met; otherwise they do without it
 * @param date its day; null where they do without it
 * @param note remark, or why they do without it; may be null
 */
public record MeetingReport(boolean held, LocalDate date, String note) {
    /** They met on this day. */
    public static MeetingReport on(LocalDate date) {
        return new MeetingReport(true, date, null);
    }
}
