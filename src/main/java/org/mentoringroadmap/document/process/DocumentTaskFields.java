package org.mentoringroadmap.document.process;

import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.TaskInput;

/** What was entered with a task. */
final class DocumentTaskFields {
    private DocumentTaskFields() {}

    /**
     * Completing a task sets what was entered on the execution, submitting its form sets it on the task where a variable
     * of that name stands there already, such as a suggested number. The execution's is therefore the entered one.
     */
    static TaskInput of(DelegateTask task) {
        return new TaskInput(
                name -> Optional.ofNullable(task.getExecution().getVariable(name))
                        .orElseGet(() -> task.getVariableLocal(name)),
                name -> {
                    task.removeVariableLocal(name);
                    task.getExecution().removeVariable(name);
                });
    }

    /** Takes the tick «всё равно утвердить», «всё равно присвоить номер». */
    static boolean despiteBlanks(TaskInput input) {
        return input.text(DocumentVariables.DESPITE_BLANKS.name())
                .filter("true"::equals)
                .isPresent();
    }

    /**
     * Takes the number of the version that was read: the one that was said, or the one that the task came with; empty in tasks
     * that are older than this field.
     */
    static Optional<Integer> readVersion(TaskInput input) {
        return input.count(DocumentVariables.READ_VERSION.name());
    }

    /** Takes an outcome that closes the activity; empty when it goes on, or nothing is said about it. */
    static Optional<OutcomeInput> closing(DelegateTask task) {
        return BlockVariables.OUTCOME
                .find(task.getExecution()::getVariable)
                .filter(outcome -> !outcome.equals(Outcome.DONE.id()))
                .map(outcome -> OutcomeInput.take(of(task)));
    }
}
