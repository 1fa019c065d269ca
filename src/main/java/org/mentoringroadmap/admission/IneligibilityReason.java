package org.mentoringroadmap.admission;

/** Why somebody is not let in; {@code hindrance.<NAME>} is the key of the text. */
public enum IneligibilityReason {
    /** There is no such consent. */
    MISSING,
    /** It was, but not any more, or not yet. */
    EXPIRED,
    /** It is valid, but ends before the programme's year does: it was given for an earlier one. */
    ENDS_TOO_SOON,
    /** It is valid, but was signed when the programme's year was over: it was given for a later one. */
    BEGINS_TOO_LATE,
    WITHDRAWN,
    /** It is valid, but was signed as mentee, and this is the mentor, or the other way round. */
    OTHER_ROLE,
    /** It is valid, but others had to sign it at the age of that day. */
    WRONG_SIGNERS,
    /** Has finished or left the programme, is anonymised, or is not meant: an order is for mentors who work here. */
    NOT_TAKING_PART
}
