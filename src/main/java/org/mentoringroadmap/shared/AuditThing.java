package org.mentoringroadmap.shared;

/** What an act that is kept in the audit trail was about. The id beside it tells which one. */
public enum AuditThing {
    SCHOOL,
    SCHOOL_CLASS,
    STAFF_MEMBER,
    /** Its id is the login. */
    ACCOUNT,
    /** A role that an administrator has added; its id is what models name. */
    ROLE,
    PROGRAMME,
    PERSON,
    PARTICIPANT,
    CONSENT,
    PAIR,
    MATCHING_RUN,
    DOCUMENT,
    EVIDENCE,
    PARTNER,
    PROGRAMME_CARD,
    /** A kind of document that an administrator has added; its id is what models name. */
    DOCUMENT_KIND,
    /** A Word template; its id is the name of the template. */
    DOCUMENT_TEMPLATE,
    /** A task of the engine. */
    TASK,
    /** A deployment of the engine. */
    DEPLOYMENT
}
