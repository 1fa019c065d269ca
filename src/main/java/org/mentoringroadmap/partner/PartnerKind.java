package org.mentoringroadmap.partner;

/** What an organisation is; {@code partner-kind.<NAME>} is the key of the title. */
public enum PartnerKind {
    /** A business that takes part as an employer. */
    EMPLOYER,
    COLLEGE,
    UNIVERSITY,
    /** Another school or a centre of further education. */
    EDUCATION,
    /** A non-profit organisation. */
    NON_PROFIT,
    /** An authority or its institution. */
    AUTHORITY,
    OTHER
}
