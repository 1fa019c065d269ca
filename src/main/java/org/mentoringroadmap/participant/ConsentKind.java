package org.mentoringroadmap.participant;

/** What a consent allows; each is a document of its own. {@code consent-kind.<NAME>} is the key of the title. */
public enum ConsentKind {
    /** Processing of personal data (152-ФЗ, article 9 part 4). */
    PROCESSING,
    /** Publication (152-ФЗ, article 10.1). */
    PUBLICATION,
    /** A worker's consent to mentoring duties (Labour Code, article 351.8). */
    DUTIES
}
