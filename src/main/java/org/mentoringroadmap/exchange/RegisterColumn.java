package org.mentoringroadmap.exchange;

import java.util.Arrays;
import java.util.List;
import org.mentoringroadmap.participant.ParticipantRole;

/**
 * A column of a register that is taken away, after those that an import reads ({@link ImportColumn}). What it says comes of
 * what happens in the application: brought back it is not read. {@code register-column.<NAME>} is the key of its heading.
 */
enum RegisterColumn {
    STATUS,
    PROCESSING_UNTIL,
    PUBLICATION_UNTIL,
    DUTIES_UNTIL,
    RESULT;

    /** Those of a register. */
    static List<RegisterColumn> of(ParticipantRole role) {
        return Arrays.stream(values())
                .filter(column -> column != DUTIES_UNTIL || role == ParticipantRole.MENTOR)
                .toList();
    }
}
