package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the processes of pairs, meetings and searches. */
final class MentorshipVariables {
    /** The search: id of a {@link org.mentoringroadmap.mentorship.search.MentorSearch} as text. */
    static final ProcessVariable<String> SEARCH_ID = ProcessVariable.text("searchId");

    /** Id of a {@link org.mentoringroadmap.mentorship.MeetingKind}. */
    static final ProcessVariable<String> MEETING_KIND = ProcessVariable.text("meetingKind");

    /** Who enters the meeting: recorded, own or grid. */
    static final ProcessVariable<String> MEETING_STATE = ProcessVariable.text("meetingState");

    /** What follows a regular meeting: regular or final. */
    static final ProcessVariable<String> NEXT_MEETING = ProcessVariable.text("nextMeeting");

    /** Whether the programme has any pairs: true or false. */
    static final ProcessVariable<String> PAIRS_EXIST = ProcessVariable.text("pairsExist");

    /** Whether mentors' consents to their duties are collected: true or false. */
    static final ProcessVariable<String> DUTIES_NEEDED = ProcessVariable.text("dutiesNeeded");

    /** What a search is told: true where a mentor is proposed, false where nobody is, over where it has ended. */
    static final ProcessVariable<String> PROPOSED = ProcessVariable.text("proposed");

    /** From when the curator can decide about a proposal. */
    static final ProcessVariable<String> PROPOSAL_START = ProcessVariable.text("proposalStart");

    /** Until when. */
    static final ProcessVariable<String> PROPOSAL_DUE = ProcessVariable.text("proposalDue");

    /** What the curator has decided about a proposal: true or false. */
    static final ProcessVariable<String> PROPOSAL_ACCEPTED = ProcessVariable.text("proposalAccepted");

    /** Whether a psychologist gets a task: true or false. */
    static final ProcessVariable<String> SUPPORT_NEEDED = ProcessVariable.text("supportNeeded");

    private static final String NUMBER = "\\d{1,18}";

    private MentorshipVariables() {}

    /**
     * Programme of an instance: its business key.
     *
     * @throws NotFoundException {@code programme.unknown} when a message came with another key
     */
    static Long programme(DelegateExecution execution) {
        return id(execution.getProcessBusinessKey(), "programme.unknown");
    }

    /** @throws NotFoundException {@code mentorship.unknown} when a message came without a pair */
    static Long pair(DelegateExecution execution) {
        return id(execution.getVariable(BlockVariables.PAIR_ID.name()), "mentorship.unknown");
    }

    /** @throws NotFoundException {@code search.unknown} when a message came without a search */
    static Long search(DelegateExecution execution) {
        return id(execution.getVariable(SEARCH_ID.name()), "search.unknown");
    }

    private static Long id(Object value, String refusal) {
        String text = String.valueOf(value);
        if (!text.matches(NUMBER)) {
            throw new NotFoundException(refusal);
        }
        return Long.valueOf(text);
    }
}
