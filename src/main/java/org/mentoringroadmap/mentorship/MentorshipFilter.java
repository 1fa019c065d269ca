package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Which pairs and groups a list shows.
 *
 * @param text part of a code, of the mentor's name or of a member's; empty for all
 * @param state only these; empty for all
 * @param missing only those without a meeting of this kind; empty for all
 * @param silentSince only those that work and have not met after this day; empty for all
 */
public record MentorshipFilter(
        String text, Optional<Mentorship.State> state, Optional<MeetingKind> missing, Optional<LocalDate> silentSince) {
    /** However long they have been silent. */
    public MentorshipFilter(String text, Optional<Mentorship.State> state, Optional<MeetingKind> missing) {
        this(text, state, missing, Optional.empty());
    }

    /** Everything. */
    public static MentorshipFilter all() {
        return new MentorshipFilter("", Optional.empty(), Optional.empty());
    }
}
