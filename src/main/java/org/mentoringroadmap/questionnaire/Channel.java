package org.mentoringroadmap.questionnaire;

/** By which way somebody has answered; {@code questionnaire-channel.<NAME>} is the key of the title. */
public enum Channel {
    /** By the personal link. */
    LINK,
    /** By the personal code, in the computer room. */
    CODE,
    /** Somebody of the staff has entered it while talking. */
    STAFF,
    /** Somebody of the staff has entered it from a sheet. */
    PAPER,
    /** It came with a list of a form service. */
    IMPORT
}
