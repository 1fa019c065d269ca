package org.mentoringroadmap.participant;

/**
 * The part of a register that one activity of the roadmap is about.
 *
 * @param role mentees or mentors
 * @param category one category; null for every one
 * @param age who signs; decides by the day of looking
 */
public record RegisterGroup(ParticipantRole role, ParticipantCategory category, Age age) {
    /** Whether the people of a group sign by themselves. */
    public enum Age {
        ANY,
        /** Sign alone. */
        ADULT,
        /** A representative signs, alone or beside them. */
        MINOR
    }

    /**
     * The register that a block forms.
     *
     * @param role {@code mentee} or {@code mentor}
     * @param category {@code pupil} or {@code teacher}
     */
    public static RegisterGroup ofRegister(String role, String category) {
        return new RegisterGroup(
                "mentor".equals(role) ? ParticipantRole.MENTOR : ParticipantRole.MENTEE,
                "teacher".equals(category) ? ParticipantCategory.TEACHER : ParticipantCategory.PUPIL,
                Age.ANY);
    }

    /**
     * Those whose consents a block collects.
     *
     * @param kind {@code adult} or {@code representative} for mentees; {@code mentor} for mentors, of age or not
     */
    public static RegisterGroup ofConsents(String kind) {
        return switch (String.valueOf(kind)) {
            case "adult" -> new RegisterGroup(ParticipantRole.MENTEE, null, Age.ADULT);
            case "representative" -> new RegisterGroup(ParticipantRole.MENTEE, null, Age.MINOR);
            case "mentor" -> new RegisterGroup(ParticipantRole.MENTOR, null, Age.ANY);
            default -> throw new IllegalStateException("Unknown consentKind: " + kind);
        };
    }
}
