package org.mentoringroadmap.consent.process;

import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the process that has consents signed anew. */
final class ConsentRenewalVariables {
    /** Programme as text; the business key says the same. */
    static final ProcessVariable<String> PROGRAMME_ID = ProcessVariable.text("programmeId");

    /** From when the task can be done. */
    static final ProcessVariable<String> START = ProcessVariable.text("start");

    /** Term of the task. */
    static final ProcessVariable<String> DUE = ProcessVariable.text("due");

    private ConsentRenewalVariables() {}
}
