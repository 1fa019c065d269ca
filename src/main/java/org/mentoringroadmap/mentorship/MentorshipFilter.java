package org.mentoringroadmap.mentorship;

import java.util.Optional;

/**
 * Which pairs and groups a list shows.
 *
 * @param text part of a code, of the mentor's name or of a member's; empty for all
 * @param state only these; empty for all
 * @param missing only those without a meeting of this kind; empty for all
 */
public record MentorshipFilter(String text, Optional<Mentorship.State> state, Optional<MeetingKind> missing) {
    /** Everything. */
    public static MentorshipFilter all() {
        return new MentorshipFilter("", Optional.empty(), Optional.empty());
    }
}
