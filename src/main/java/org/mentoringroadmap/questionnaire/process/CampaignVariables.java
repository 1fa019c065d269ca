package org.mentoringroadmap.questionnaire.process;

import java.time.LocalDate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ProcessVariable;

/** Variables of the block that asks people. */
final class CampaignVariables {
    /** How people are asked, {@link #PEOPLE} or {@link #PAPER}; the last form is shown by it. */
    static final ProcessVariable<String> ASKED = ProcessVariable.text("asked");

    /** Field of the first form; taken from the task. */
    static final String WAY = "way";

    /** The application invites people by name. */
    static final String PEOPLE = "people";

    /** Sheets without names, of which somebody enters the numbers. */
    static final String PAPER = "paper";

    /** Figure of the first step. */
    static final String INVITED = "invited";

    /** Figure of the last step. */
    static final String ANSWERED = "answered";

    /** A term is a day and a time behind it. */
    private static final int DAY = 10;

    private CampaignVariables() {}

    /** What the application has counted, in place of what somebody may have typed, of which nothing stays in the engine. */
    static void counted(DelegateTask task, String figure, int count) {
        task.removeVariable(figure);
        task.setVariableLocal(figure, count);
    }

    static Long programme(DelegateTask task) {
        return Long.valueOf(task.getExecution().getProcessBusinessKey());
    }

    /** Last day of the row's term; null where it has none. */
    static LocalDate due(DelegateTask task) {
        return BlockVariables.DUE
                .find(task::getVariable)
                .map(due -> LocalDate.parse(due.substring(0, DAY)))
                .orElse(null);
    }
}
