package org.mentoringroadmap.programme.process;

import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of a roadmap's master process. */
final class ProgrammeVariables {
    /** School year such as {@code 2025-2026}; the only field of the start form. */
    static final ProcessVariable<String> SCHOOL_YEAR = ProcessVariable.text("schoolYear");

    /** First calendar year as text; terms in models are written with it. */
    static final ProcessVariable<String> FIRST_YEAR = ProcessVariable.text("firstYear");

    /** Second calendar year as text. */
    static final ProcessVariable<String> SECOND_YEAR = ProcessVariable.text("secondYear");

    private ProgrammeVariables() {}
}
