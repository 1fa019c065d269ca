package org.mentoringroadmap.register;

import java.util.Arrays;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;

/** What a list is narrowed to, as a link says it; what is unknown or missing narrows nothing. */
public record RegisterFilter(String role, String q, String category, Long classId, String status, String missing) {
    /** The role that the link names, or the given one. */
    public ParticipantRole roleOr(ParticipantRole otherwise) {
        ParticipantRole chosen = constant(ParticipantRole.class, role);
        return chosen == null ? otherwise : chosen;
    }

    /** Everybody of one role. */
    public ParticipantFilter of(ParticipantRole chosenRole) {
        return new ParticipantFilter(
                chosenRole,
                text(),
                constant(ParticipantCategory.class, category),
                classId,
                constant(ParticipantStatus.class, status),
                constant(ConsentKind.class, missing));
    }

    /** Part of a name; empty for all. */
    public String text() {
        return q == null ? "" : q.strip();
    }

    /** Whether it shows less than everybody of the role. */
    public boolean narrows() {
        ParticipantFilter filter = of(null);
        return !filter.text().isEmpty()
                || filter.category() != null
                || filter.classId() != null
                || filter.status() != null
                || filter.missing() != null;
    }

    private static <T extends Enum<T>> T constant(Class<T> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
