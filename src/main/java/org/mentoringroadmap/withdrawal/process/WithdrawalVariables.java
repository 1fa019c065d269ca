package org.mentoringroadmap.withdrawal.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mentoringroadmap.programme.ProgrammeKey;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the process that looks after a withdrawn consent. */
final class WithdrawalVariables {
    /** The consent: id of a {@link org.mentoringroadmap.consent.Consent} as text. */
    static final ProcessVariable<String> CONSENT_ID = ProcessVariable.text("consentId");

    /** The person in the programme: id of a {@link org.mentoringroadmap.participant.Participant} as text. */
    static final ProcessVariable<String> PARTICIPANT_ID = ProcessVariable.text("participantId");

    /** Until when the data have to be erased. */
    static final ProcessVariable<String> ERASURE_DUE = ProcessVariable.text("erasureDue");

    /** Whether a pair has to be ended: true or false. */
    static final ProcessVariable<String> PAIRS_OPEN = ProcessVariable.text("pairsOpen");

    /** Whether something may have been published: true or false. */
    static final ProcessVariable<String> PUBLISHED = ProcessVariable.text("published");

    /** Whether it has to be decided about the data: true or false. */
    static final ProcessVariable<String> ERASURE_NEEDED = ProcessVariable.text("erasureNeeded");

    /** Id of an {@link org.mentoringroadmap.withdrawal.Erasure}. */
    static final ProcessVariable<String> ERASURE = ProcessVariable.text("erasure");

    private static final String NUMBER = "\\d{1,18}";

    private WithdrawalVariables() {}

    /** @throws NotFoundException {@code programme.unknown} when a message came with another business key */
    static Long programme(DelegateExecution execution) {
        return ProgrammeKey.of(execution.getProcessBusinessKey());
    }

    /** @throws NotFoundException {@code withdrawal.unknown} when a message came without a consent */
    static Long consent(DelegateExecution execution) {
        return id(execution.getVariable(CONSENT_ID.name()), "withdrawal.unknown");
    }

    private static Long id(Object value, String refusal) {
        String text = String.valueOf(value);
        if (!text.matches(NUMBER)) {
            throw new NotFoundException(refusal);
        }
        return Long.valueOf(text);
    }
}
