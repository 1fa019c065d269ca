package org.mentoringroadmap.shared;

import static org.mentoringroadmap.shared.AuditThing.ACCOUNT;
import static org.mentoringroadmap.shared.AuditThing.CONSENT;
import static org.mentoringroadmap.shared.AuditThing.DEPLOYMENT;
import static org.mentoringroadmap.shared.AuditThing.DOCUMENT;
import static org.mentoringroadmap.shared.AuditThing.DOCUMENT_KIND;
import static org.mentoringroadmap.shared.AuditThing.DOCUMENT_TEMPLATE;
import static org.mentoringroadmap.shared.AuditThing.EVIDENCE;
import static org.mentoringroadmap.shared.AuditThing.MATCHING_RUN;
import static org.mentoringroadmap.shared.AuditThing.PAIR;
import static org.mentoringroadmap.shared.AuditThing.PARTICIPANT;
import static org.mentoringroadmap.shared.AuditThing.PARTNER;
import static org.mentoringroadmap.shared.AuditThing.PERSON;
import static org.mentoringroadmap.shared.AuditThing.PROGRAMME;
import static org.mentoringroadmap.shared.AuditThing.ROLE;
import static org.mentoringroadmap.shared.AuditThing.SCHOOL;
import static org.mentoringroadmap.shared.AuditThing.SCHOOL_CLASS;
import static org.mentoringroadmap.shared.AuditThing.STAFF_MEMBER;
import static org.mentoringroadmap.shared.AuditThing.TASK;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Everything that is kept in the audit trail. The names are stored for years: one that was released is not renamed.
 * {@code audit.act.<NAME>} is the key of the Russian sentence.
 */
public enum AuditAct {
    SIGNED_IN(Kind.SIGN_IN),
    /** A program has sent login and password with a request; recorded once an hour for each address. */
    PROGRAM_SIGNED_IN(Kind.SIGN_IN),
    SIGN_IN_REFUSED(Kind.SIGN_IN),
    SIGNED_OUT(Kind.SIGN_IN),

    REGISTER_LISTED(Kind.PEOPLE, PROGRAMME),
    /** So many people or pairs were found by the search over everything. */
    PEOPLE_SEARCHED(Kind.PEOPLE),
    DUPLICATES_LISTED(Kind.PEOPLE, PROGRAMME),
    CONSENTS_LISTED(Kind.PEOPLE, SCHOOL_CLASS),
    ADMISSIONS_LISTED(Kind.PEOPLE, PROGRAMME),
    PAIRS_LISTED(Kind.PEOPLE, PROGRAMME),
    OWN_PAIRS_LISTED(Kind.PEOPLE),
    MEETINGS_LISTED(Kind.PEOPLE, PROGRAMME),
    SEARCHES_LISTED(Kind.PEOPLE, PROGRAMME),
    CANDIDATES_LISTED(Kind.PEOPLE, PROGRAMME),
    KNOWN_PAIRS_LISTED(Kind.PEOPLE, PROGRAMME),
    PREFERENCES_LISTED(Kind.PEOPLE, PROGRAMME),
    BOARD_OPENED(Kind.PEOPLE, MATCHING_RUN),
    /** Who was asked by a questionnaire and who has answered, not what. */
    ASKED_LISTED(Kind.PEOPLE, PROGRAMME),
    /** Who has asked for help in a questionnaire, shown to the one whom the school names. */
    HELP_LISTED(Kind.PEOPLE, SCHOOL),
    /** What was answered, counted and in words, without names. */
    RESULTS_OPENED(Kind.PEOPLE, PROGRAMME),
    TASK_PEOPLE_LISTED(Kind.PEOPLE, TASK),
    PARTNERS_LISTED(Kind.PEOPLE, PROGRAMME),
    STAFF_LISTED(Kind.PEOPLE, SCHOOL),

    CARD_OPENED(Kind.CARD, PARTICIPANT),
    DUPLICATES_COMPARED(Kind.CARD, PERSON),
    CONSENT_LINE_OPENED(Kind.CARD, PARTICIPANT),
    CANDIDATES_OF_MENTEE_OPENED(Kind.CARD, PARTICIPANT),
    WITHDRAWAL_OPENED(Kind.CARD, CONSENT),
    ANSWERS_OPENED(Kind.CARD, PROGRAMME),
    PAIR_OPENED(Kind.CARD, PAIR),
    PARTNER_OPENED(Kind.CARD, PARTNER),

    /** What was measured of people at the entry or the exit. */
    ASSESSMENTS_LISTED(Kind.PEOPLE, PROGRAMME),

    JOURNAL_LISTED(Kind.JOURNAL, PROGRAMME),
    JOURNAL_OPENED(Kind.JOURNAL, PARTICIPANT),

    NOTE_WRITTEN(Kind.NOTES, PARTICIPANT),
    NOTE_CHANGED(Kind.NOTES, PARTICIPANT),
    NOTE_REMOVED(Kind.NOTES, PARTICIPANT),
    /** The notes about a person went with the consent that they rested on. */
    NOTES_ERASED(Kind.NOTES, PARTICIPANT),

    PEOPLE_IMPORTED(Kind.REGISTER, PROGRAMME),
    ASSESSMENTS_RECORDED(Kind.REGISTER, PROGRAMME),
    /** A programme measures by other scales. */
    SCALES_CHANGED(Kind.REGISTER, PROGRAMME),
    /** So many people were asked by a questionnaire. */
    PEOPLE_ASKED(Kind.REGISTER, PROGRAMME),
    /** So many personal links were made anew. */
    LINKS_MADE(Kind.REGISTER, PROGRAMME),
    /** So many letters with personal links were ordered. */
    LINKS_MAILED(Kind.REGISTER, PROGRAMME),
    /** Somebody of the staff has entered what a person has answered. */
    ANSWERS_ENTERED(Kind.REGISTER, PARTICIPANT),
    /** Whoever reads it has taken care of somebody who had asked for help in a questionnaire. */
    HELP_GIVEN(Kind.REGISTER, PARTICIPANT),
    /** Who of a school reads that somebody has asked for help. */
    HELP_READER_CHOSEN(Kind.DECISION, SCHOOL),
    /** So many changes that answers had offered were accepted or refused. */
    OFFERS_DECIDED(Kind.REGISTER, PROGRAMME),
    CARD_ENTERED(Kind.REGISTER, PARTICIPANT),
    CARD_CHANGED(Kind.REGISTER, PARTICIPANT),
    /** Two entries were made one; the id is that of the entry that is kept. */
    DUPLICATES_UNITED(Kind.REGISTER, PERSON),
    DUPLICATES_PARTED(Kind.REGISTER, PERSON),
    DUPLICATES_TOLD_APART(Kind.REGISTER, PERSON),

    DOCUMENT_APPROVED(Kind.DECISION, DOCUMENT),
    /** Approved though so many places of its file were blank. */
    DOCUMENT_APPROVED_WITH_BLANKS(Kind.DECISION, DOCUMENT),
    DOCUMENT_RETURNED(Kind.DECISION, DOCUMENT),
    /** It has its number: it is in force. */
    DOCUMENT_REGISTERED(Kind.DECISION, DOCUMENT),
    APPROVAL_TAKEN_BACK(Kind.DECISION, DOCUMENT),
    /** Its outcome was recorded before the roadmap had come to it. */
    ACTIVITY_RECORDED_AHEAD(Kind.DECISION, PROGRAMME),
    ACTIVITY_TAKEN_BACK(Kind.DECISION, PROGRAMME),
    ACTIVITY_CORRECTED(Kind.DECISION, PROGRAMME),
    /** So many terms that a late start had moved are as they were before. */
    TERMS_TAKEN_BACK(Kind.DECISION, PROGRAMME),
    EVIDENCE_REMOVED(Kind.DECISION, EVIDENCE),
    /** A meeting that was entered by mistake; nothing of it is left. */
    MEETING_REMOVED(Kind.DECISION, PAIR),
    /** How a journal writes the numbers that come. */
    NUMBERS_CHANGED(Kind.DECISION, SCHOOL),
    /** Nobody answers a questionnaire any more that was sent beside the roadmap. */
    CAMPAIGN_CLOSED(Kind.DECISION, PROGRAMME),

    DOCUMENT_OPENED(Kind.DOCUMENT, DOCUMENT),
    DOCUMENT_FILE_TAKEN(Kind.DOCUMENT, DOCUMENT),
    EVIDENCE_OPENED(Kind.DOCUMENT, EVIDENCE),
    CONSENT_SCAN_TAKEN(Kind.DOCUMENT, CONSENT),
    FOLDER_OPENED(Kind.DOCUMENT, PROGRAMME),

    REGISTER_EXPORTED(Kind.EXPORT, PROGRAMME),
    PERSON_EXPORTED(Kind.EXPORT, PARTICIPANT),
    /** How well everybody of a run fits everybody. */
    MATRIX_EXPORTED(Kind.EXPORT, MATCHING_RUN),
    /** Pairs and groups with their meetings. */
    PAIRS_EXPORTED(Kind.EXPORT, PROGRAMME),
    DOCUMENTS_EXPORTED(Kind.EXPORT),
    PARTNERS_EXPORTED(Kind.EXPORT, PROGRAMME),
    CARDS_EXPORTED(Kind.EXPORT),
    CARD_EXPORTED(Kind.EXPORT, AuditThing.PROGRAMME_CARD),
    FOLDER_EXPORTED(Kind.EXPORT, PROGRAMME),
    AUDIT_EXPORTED(Kind.EXPORT),
    /** A copy of the whole database was taken along. */
    DATABASE_COPIED(Kind.EXPORT),

    /** The psychologist has added the notes to what the person is given. */
    NOTES_RELEASED(Kind.EXPORT, PARTICIPANT),

    CONSENTS_PRINTED(Kind.PRINT, SCHOOL_CLASS),
    CONSENTS_OF_PERSON_PRINTED(Kind.PRINT, PARTICIPANT),
    ACKNOWLEDGEMENT_PRINTED(Kind.PRINT, DOCUMENT),
    WITHDRAWAL_FORM_PRINTED(Kind.PRINT, CONSENT),
    DESTRUCTION_ACT_PRINTED(Kind.PRINT, CONSENT),

    CONSENT_REGISTERED(Kind.CONSENT, PARTICIPANT),
    CONSENT_WITHDRAWN(Kind.CONSENT, PARTICIPANT),
    CONSENT_UNDONE(Kind.CONSENT, PARTICIPANT),
    CONSENT_SCAN_KEPT(Kind.CONSENT, PARTICIPANT),

    /** What a list had brought was erased, since no consent came. */
    HELD_DATA_ERASED(Kind.ERASURE, PROGRAMME),
    ERASURE_DECIDED(Kind.ERASURE, PARTICIPANT),
    PERSON_ERASED(Kind.ERASURE, PARTICIPANT),

    /** Those whom a task waits for were asked to do it. */
    TASK_REMINDED(Kind.DECISION, TASK),
    /** A task was given to another person. */
    TASK_HANDED_OVER(Kind.DECISION, TASK),

    STAFF_ADDED(Kind.STAFF, STAFF_MEMBER),
    STAFF_CHANGED(Kind.STAFF, STAFF_MEMBER),
    STAFF_REMOVED(Kind.STAFF, STAFF_MEMBER),
    /** Somebody has a role for a time, because its holders are away. */
    SUBSTITUTION_ENTERED(Kind.STAFF, STAFF_MEMBER),
    SUBSTITUTION_ENDED(Kind.STAFF, STAFF_MEMBER),
    /** A role that has the rights of another one. */
    ROLE_ADDED(Kind.STAFF, ROLE),
    ROLE_REMOVED(Kind.STAFF, ROLE),
    /** A school calls a role otherwise. */
    ROLE_TITLED(Kind.STAFF, SCHOOL),
    PSYCHOLOGIST_PROPOSED(Kind.STAFF, STAFF_MEMBER),
    PSYCHOLOGIST_CONFIRMED(Kind.STAFF, STAFF_MEMBER),
    PSYCHOLOGIST_DECLINED(Kind.STAFF, STAFF_MEMBER),
    ACCOUNT_OPENED(Kind.STAFF, ACCOUNT),
    PASSWORD_CHANGED(Kind.STAFF, ACCOUNT),
    /** A sign-in that wrong passwords had closed was opened before its time. */
    SIGN_IN_OPENED(Kind.STAFF, ACCOUNT),
    CODES_SWITCHED_ON(Kind.STAFF, ACCOUNT),
    CODES_SWITCHED_OFF(Kind.STAFF, ACCOUNT),
    SPARE_CODES_MADE(Kind.STAFF, ACCOUNT),
    /** Programs may sign in as the person by a password of their own. */
    PROGRAM_PASSWORD_MADE(Kind.STAFF, ACCOUNT),
    PROGRAM_PASSWORD_REMOVED(Kind.STAFF, ACCOUNT),
    EMAIL_CHANGED(Kind.STAFF, ACCOUNT),
    /** The first administrator, at a start without one. */
    ADMINISTRATOR_MADE(Kind.STAFF, ACCOUNT),
    /** The administrator of the settings was let in again by an option of a start. */
    ADMINISTRATOR_RECOVERED(Kind.STAFF, ACCOUNT),
    SCHOOL_ADDED(Kind.STAFF, SCHOOL),
    SCHOOL_CHANGED(Kind.STAFF, SCHOOL),
    /** A class teacher sees the people of the own class. */
    CLASS_ADDED(Kind.STAFF, SCHOOL_CLASS),
    CLASS_CHANGED(Kind.STAFF, SCHOOL_CLASS),
    CLASS_REMOVED(Kind.STAFF, SCHOOL_CLASS),
    ROLE_GIVEN(Kind.STAFF, ACCOUNT),
    ROLE_TAKEN(Kind.STAFF, ACCOUNT),
    /** An account was made, changed, unlocked or deleted in the engine, past the page of the staff. */
    ACCOUNT_CHANGED(Kind.STAFF, ACCOUNT),
    /** Rights, groups or schools of the engine were changed. */
    RIGHTS_CHANGED(Kind.STAFF, ACCOUNT),

    MODELS_DEPLOYED(Kind.MODEL, DEPLOYMENT),
    MODELS_UNDEPLOYED(Kind.MODEL, DEPLOYMENT),
    /** A programme that runs goes by the newest models from now on. */
    MODELS_APPLIED(Kind.MODEL, PROGRAMME),
    /** Who reads documents follows from their kind. */
    KIND_ADDED(Kind.MODEL, DOCUMENT_KIND),
    KIND_CHANGED(Kind.MODEL, DOCUMENT_KIND),
    KIND_REMOVED(Kind.MODEL, DOCUMENT_KIND),
    /** A questionnaire asks in other words whoever is asked from now on. */
    QUESTIONNAIRE_WORDED(Kind.MODEL),
    QUESTIONNAIRE_REMOVED(Kind.MODEL),
    /** A school makes its documents from a file of its own. */
    TEMPLATE_UPLOADED(Kind.MODEL, DOCUMENT_TEMPLATE),
    TEMPLATE_RESTORED(Kind.MODEL, DOCUMENT_TEMPLATE);

    /** Acts that belong together; {@code audit.kind.<NAME>} is the key of the title. */
    public enum Kind {
        SIGN_IN,
        PEOPLE,
        CARD,
        JOURNAL,
        /** What the psychologist writes. */
        NOTES,
        /** What is entered about people. */
        REGISTER,
        DOCUMENT,
        DECISION,
        EXPORT,
        PRINT,
        CONSENT,
        ERASURE,
        STAFF,
        MODEL;

        /** Whether nothing is changed by such an act: somebody has read or taken along what is kept. */
        public boolean isReading() {
            return switch (this) {
                case PEOPLE, CARD, JOURNAL, DOCUMENT, EXPORT, PRINT -> true;
                default -> false;
            };
        }

        /** The acts of this kind. */
        public List<AuditAct> acts() {
            return Arrays.stream(AuditAct.values())
                    .filter(act -> act.kind == this)
                    .toList();
        }
    }

    private final Kind kind;
    private final AuditThing thing;

    AuditAct(Kind kind) {
        this(kind, null);
    }

    AuditAct(Kind kind, AuditThing thing) {
        this.kind = kind;
        this.thing = thing;
    }

    /** What acts it belongs to. */
    public Kind kind() {
        return kind;
    }

    /** What it is about; empty where it is about nothing but the account itself. */
    public Optional<AuditThing> thing() {
        return Optional.ofNullable(thing);
    }
}
