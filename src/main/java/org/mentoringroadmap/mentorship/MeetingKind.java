package org.mentoringroadmap.mentorship;

import java.util.Arrays;
import org.mentoringroadmap.shared.UserInputException;

/** The five kinds of meetings, in the order in which a pair has them (items 000-6.1.1 to 6.1.5). Titles are in the bundle. */
public enum MeetingKind {
    ORGANISATIONAL("organisational"),
    TRIAL("trial"),
    PLANNING("planning"),
    REGULAR("regular"),
    FINAL("final");

    private final String id;

    MeetingKind(String id) {
        this.id = id;
    }

    /** Value in models and forms; {@code meeting-kind.<id>} is the key of the title. */
    public String id() {
        return id;
    }

    /** Whether a pair has it any number of times. */
    public boolean repeats() {
        return this == REGULAR;
    }

    /**
     * Reads an id.
     *
     * @throws UserInputException {@code meeting-kind.unknown}
     */
    public static MeetingKind parse(String id) {
        return Arrays.stream(values())
                .filter(kind -> kind.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new UserInputException("meeting-kind.unknown", String.valueOf(id)));
    }
}
