package org.mentoringroadmap.programme.process;

import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of a roadmap's master process. */
final class ProgrammeVariables {
    /** School year such as {@code 2025-2026}; the only field of the start form. */
    static final ProcessVariable<String> SCHOOL_YEAR = ProcessVariable.text("schoolYear");

    private ProgrammeVariables() {}
}
