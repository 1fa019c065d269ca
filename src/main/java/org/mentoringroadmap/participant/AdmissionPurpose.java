package org.mentoringroadmap.participant;

/** Where somebody is let in, and the consent that it takes; {@code admission-purpose.<NAME>} is the key of the title. */
public enum AdmissionPurpose {
    /** The choice of mentors and their training (stage 4). */
    SELECTION(ConsentKind.PROCESSING),
    /** A pair or group (stage 5). */
    MATCHING(ConsentKind.PROCESSING),
    /** Site, photos, lists of the best. */
    PUBLICATION(ConsentKind.PUBLICATION),
    /** The order that gives a worker the duties of a mentor. */
    ORDER(ConsentKind.DUTIES),
    /** Talks with the psychologist and the assessment at the entry, of a minor. */
    PSYCHOLOGIST(ConsentKind.PSYCHOLOGICAL_HELP);

    private final ConsentKind consent;

    AdmissionPurpose(ConsentKind consent) {
        this.consent = consent;
    }

    /** The consent that has to be valid. */
    public ConsentKind consent() {
        return consent;
    }
}
