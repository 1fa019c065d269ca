package org.mentoringroadmap.platform.engine;

import java.util.Set;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.camunda.bpm.engine.TaskAlreadyClaimedException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.ClaimTaskCmd;
import org.camunda.bpm.engine.impl.cmd.CompleteTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitTaskFormCmd;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * What people do with tasks at the same moment. Work on different tasks that got in each other's way is done once more;
 * on the same task the second one learns who was first, instead of the failure that the engine would answer with.
 */
@Component
class CollidingPeople extends CommandInterceptor {
    /** How people take and end a task. */
    static final Set<Class<?>> OF_PEOPLE = Set.of(ClaimTaskCmd.class, CompleteTaskCmd.class, SubmitTaskFormCmd.class);

    private static final int ATTEMPTS = 5;

    /**
     * @throws ConflictException {@code task.taken} when somebody else has claimed the task; {@code error.changed} when the
     *     work collides again and again; {@code task.suspended} when an administrator has stopped its process
     * @throws NotFoundException {@code task.unknown} when the task is done already
     */
    @Override
    public <T> T execute(Command<T> command) {
        if (!OF_PEOPLE.contains(command.getClass())) {
            return next.execute(command);
        }
        // Within a transaction nothing can be done again: it is lost as a whole, and its owner answers for it.
        int attempts = TransactionSynchronizationManager.isActualTransactionActive() ? 1 : ATTEMPTS;
        for (int attempt = 1; ; attempt++) {
            try {
                return next.execute(command);
            } catch (TaskAlreadyClaimedException e) {
                throw new ConflictException("task.taken");
            } catch (SuspendedEntityInteractionException e) {
                throw new ConflictException("task.suspended");
            } catch (NullValueException e) {
                throw isUnknownTask(e) ? new NotFoundException("task.unknown") : e;
            } catch (RuntimeException e) {
                if (!Collisions.caused(e)) {
                    throw e;
                }
                if (attempt == attempts) {
                    throw new ConflictException("error.changed");
                }
            }
        }
    }

    private static boolean isUnknownTask(NullValueException e) {
        return e.getMessage() != null && e.getMessage().contains("Cannot find task with id");
    }
}
