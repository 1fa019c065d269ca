package org.mentoringroadmap.register;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;

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

    private static final Map<String, RegisterGroup> BY_CONSENTS = Map.of(
            "adult", new RegisterGroup(ParticipantRole.MENTEE, null, Age.ADULT),
            "representative", new RegisterGroup(ParticipantRole.MENTEE, null, Age.MINOR),
            "mentor", new RegisterGroup(ParticipantRole.MENTOR, null, Age.ANY),
            "adult-mentor", new RegisterGroup(ParticipantRole.MENTOR, null, Age.ANY));
    private static final Map<String, ParticipantRole> ROLES =
            Map.of("mentee", ParticipantRole.MENTEE, "mentor", ParticipantRole.MENTOR);
    private static final Map<String, ParticipantCategory> CATEGORIES = Arrays.stream(ParticipantCategory.values())
            .collect(Collectors.toMap(category -> category.name().toLowerCase(Locale.ROOT), Function.identity()));

    /** Everybody of a role, whoever they are outside the programme. */
    private static final String ANY = "any";

    /** Whose consents a block can collect. */
    public static final Set<String> CONSENT_KINDS = BY_CONSENTS.keySet();

    /** Whose register a block can form: of mentees or of mentors. */
    public static final Set<String> REGISTER_ROLES = ROLES.keySet();

    /** Whose register a block can form: of one category, or {@code any}. */
    public static final Set<String> REGISTER_CATEGORIES =
            Stream.concat(Stream.of(ANY), CATEGORIES.keySet().stream()).collect(Collectors.toUnmodifiableSet());

    /**
     * The register that a block forms.
     *
     * @param role {@code mentee} or {@code mentor}
     * @param category {@code pupil}, {@code teacher} and the other categories in small letters, or {@code any}
     */
    public static RegisterGroup ofRegister(String role, String category) {
        return new RegisterGroup(
                known(ROLES, role, "participantRole"),
                ANY.equals(category) ? null : known(CATEGORIES, category, "participantCategory"),
                Age.ANY);
    }

    /**
     * Those whose consents a block collects.
     *
     * @param kind {@code adult} or {@code representative} for mentees; {@code mentor} for mentors, of age or
     *     not, {@code adult-mentor} where all are of age
     */
    public static RegisterGroup ofConsents(String kind) {
        return known(BY_CONSENTS, kind, "consentKind");
    }

    private static <T> T known(Map<String, T> values, String value, String name) {
        return Optional.ofNullable(value)
                .map(values::get)
                .orElseThrow(() -> new IllegalStateException("Unknown " + name + ": " + value));
    }
}
