package org.mentoringroadmap.participant;

/**
 * Which participants a list shows; null and empty stand for «all».
 *
 * @param text part of a name
 * @param missing kind of consent that is not valid today
 */
public record ParticipantFilter(
        ParticipantRole role,
        String text,
        ParticipantCategory category,
        Long classId,
        ParticipantStatus status,
        ConsentKind missing) {
    /** Everybody of a role. */
    public static ParticipantFilter of(ParticipantRole role) {
        return new ParticipantFilter(role, "", null, null, null, null);
    }
}
