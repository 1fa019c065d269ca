package org.mentoringroadmap.document.process;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the blocks that make documents, and fields of their forms. */
final class DocumentVariables {
    /** Kind of document to make; a constant of the calling stage. */
    static final ProcessVariable<String> DOCUMENT_TYPE = ProcessVariable.text("documentType");

    /** Kind of event that a protocol is about. */
    static final ProcessVariable<String> EVENT_KIND = ProcessVariable.text("eventKind");

    /** What a monitoring asks about: {@code interim}, {@code satisfaction}, {@code quality} or {@code impact}. */
    static final ProcessVariable<String> MONITORING_KIND = ProcessVariable.text("monitoringKind");

    /** How the school itself calls the kind of an event in its protocol; may be empty. */
    static final ProcessVariable<String> EVENT_KIND_NAME = ProcessVariable.text("eventKindName");

    /** Names of a contest, with commas. */
    static final ProcessVariable<String> NOMINATIONS = ProcessVariable.text("nominationNames");

    /** To whom letters of gratitude go. */
    static final ProcessVariable<String> ADDRESSEES = ProcessVariable.text("addressees");

    /** What is handed out: a key of {@code PrintableForms.AWARDS}. */
    static final ProcessVariable<String> AWARDS = ProcessVariable.text("awards");

    /** What diplomas are for, with commas: «Лучший наставник». */
    static final ProcessVariable<String> DIPLOMA_NAMES = ProcessVariable.text("diplomaNames");

    /** Which sheets pairs fill in: a key of {@code PrintableForms.PLANS}. */
    static final ProcessVariable<String> PLAN_KIND = ProcessVariable.text("planKind");

    /** Which blank the block prepares: id of a kind of form. */
    static final ProcessVariable<String> BLANK_KIND = ProcessVariable.text("blankKind");

    /** The document that the block carries. */
    static final ProcessVariable<Long> DOCUMENT_ID = new ProcessVariable<>("documentId", Long.class);

    /** The director's decision: {@code approve}, {@code return} or {@code close}; gateways read it. */
    static final ProcessVariable<String> DECISION = ProcessVariable.text("decision");

    /** Whether nobody has to approve it any more: the director checked it, or its authors sign it. */
    static final ProcessVariable<Boolean> APPROVED_ON_SUBMIT = new ProcessVariable<>("approvedOnSubmit", Boolean.class);

    /** Whether the document is a form, which needs neither approval nor number. */
    static final ProcessVariable<Boolean> PRINTABLE = new ProcessVariable<>("printable", Boolean.class);

    /** Whether nobody has to sign that they know the document. */
    static final ProcessVariable<Boolean> NOT_MADE_KNOWN = new ProcessVariable<>("notMadeKnown", Boolean.class);

    /** {@code "true"}: the document leaves the school, so its number is one of the outgoing papers. */
    static final ProcessVariable<String> OUTGOING = ProcessVariable.text("outgoing");

    /** {@code "false"}: those who wrote an outgoing document sign it, and the head is not asked. */
    static final ProcessVariable<String> HEAD_APPROVES = ProcessVariable.text("headApproves");

    /** Number of the document; a field of forms, suggested when the task comes up. */
    static final ProcessVariable<String> NUMBER = ProcessVariable.text("number");

    /** Day of signing; a field of forms. */
    static final ProcessVariable<String> DATE = ProcessVariable.text("date");

    /** Why a draft is given back; a field of forms. */
    static final ProcessVariable<String> COMMENT = ProcessVariable.text("comment");

    /** Whether everybody has signed the acknowledgement sheet; a field of forms. */
    static final ProcessVariable<Boolean> ACKNOWLEDGED = new ProcessVariable<>("acknowledged", Boolean.class);

    /** Whether the document is to be approved though places of its file are blank; a field of forms. */
    static final ProcessVariable<Boolean> DESPITE_BLANKS = new ProcessVariable<>("despiteBlanks", Boolean.class);

    /** Number of the version that was read; a field of forms, which the task has from its beginning. */
    static final ProcessVariable<Integer> READ_VERSION = new ProcessVariable<>("readVersion", Integer.class);

    /**
     * Whether the director may be among those who take the task that checks a draft: the form then asks what is asked of nobody
     * else. A page of ours knows who reads it, and says so instead.
     */
    static final ProcessVariable<Boolean> DIRECTOR_READS = new ProcessVariable<>("directorReads", Boolean.class);

    private DocumentVariables() {}

    /** Ids of the roles that answer for the activity of this block. */
    static Set<String> responsible(DelegateExecution execution) {
        return BlockVariables.RESPONSIBLE.find(execution::getVariable).stream()
                .flatMap(roles -> Arrays.stream(roles.split(",")))
                .map(String::strip)
                .collect(Collectors.toUnmodifiableSet());
    }
}
