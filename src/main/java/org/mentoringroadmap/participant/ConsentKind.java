package org.mentoringroadmap.participant;

/**
 * What a consent allows; each is a document of its own. {@code consent-kind.<NAME>} is the key of the title. Printed papers
 * carry the place in this order: a new kind comes at the end.
 */
public enum ConsentKind {
    /** Processing of personal data (152-ФЗ, article 9 part 4). */
    PROCESSING,
    /** Publication (152-ФЗ, article 10.1). */
    PUBLICATION,
    /** A worker's consent to mentoring duties (Labour Code, article 351.8). */
    DUTIES,
    /** The psychologist's work with a minor (273-ФЗ, article 42 part 3: written consent of the parents). */
    PSYCHOLOGICAL_HELP,
    /** A worker's own consent to be accompanied by a mentor. */
    WORKER_MENTEE
}
