package org.mentoringroadmap.shared;

/** Process variables with the same meaning in several processes: what a roadmap hands to the process of an activity. */
public final class BlockVariables {
    /** Id of the programme, as text. */
    public static final ProcessVariable<String> PROGRAMME_ID = ProcessVariable.text("programmeId");

    /** Item of the roadmap, such as {@code 000-1.2.1}. */
    public static final ProcessVariable<String> ROADMAP_ITEM = ProcessVariable.text("roadmapItem");

    /** Item of the activity that is closed by this process besides its own. */
    public static final ProcessVariable<String> CLOSING_ITEM = ProcessVariable.text("closingItem");

    /** What is to be done, as tasks are named; words of the model, never of a person. */
    public static final ProcessVariable<String> TITLE = ProcessVariable.text("title");

    /** Begin of the term, ISO local date and time. */
    public static final ProcessVariable<String> START = ProcessVariable.text("start");

    /** End of the term, ISO local date and time. */
    public static final ProcessVariable<String> DUE = ProcessVariable.text("due");

    /** When the part of the term that is open can be done, ISO local date and time; of what is done in parts. */
    public static final ProcessVariable<String> TIME_START = ProcessVariable.text("timeStart");

    /** When that part should be done, ISO local date and time. */
    public static final ProcessVariable<String> TIME_DUE = ProcessVariable.text("timeDue");

    /** First calendar year of the school year. */
    public static final ProcessVariable<String> FIRST_YEAR = ProcessVariable.text("firstYear");

    /** Second calendar year of the school year. */
    public static final ProcessVariable<String> SECOND_YEAR = ProcessVariable.text("secondYear");

    /** Whose consents a block collects: {@code adult}, {@code representative} or {@code mentor}. */
    public static final ProcessVariable<String> CONSENT_KIND = ProcessVariable.text("consentKind");

    /** What people are asked: {@code entry-assessment} and others. */
    public static final ProcessVariable<String> QUESTIONNAIRE = ProcessVariable.text("questionnaire");

    /** Roles that answer for the activity, with commas. */
    public static final ProcessVariable<String> RESPONSIBLE = ProcessVariable.text("responsible");

    /** Month of a control point in English, {@code december} for example, or {@code year}. */
    public static final ProcessVariable<String> CONTROL_POINT = ProcessVariable.text("controlPoint");

    /** The pair that a task is about, its id as text. */
    public static final ProcessVariable<String> PAIR_ID = ProcessVariable.text("pairId");

    /** How the task ended, see {@link OutcomeFields#OUTCOME}. */
    public static final ProcessVariable<String> OUTCOME = ProcessVariable.text(OutcomeFields.OUTCOME);

    /** Whether the block is one part of its activity, {@code true}: what is done in it does not end the activity. */
    public static final ProcessVariable<String> PART = ProcessVariable.text("part");

    private BlockVariables() {}
}
