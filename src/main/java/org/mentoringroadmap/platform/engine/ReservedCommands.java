package org.mentoringroadmap.platform.engine;

import java.sql.SQLException;
import java.util.Set;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.cmd.ActivateJobCmd;
import org.camunda.bpm.engine.impl.cmd.CreateMembershipCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteDeploymentCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteJobCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByIdsCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteProcessDefinitionsByKeyCmd;
import org.camunda.bpm.engine.impl.cmd.DeleteUserCmd;
import org.camunda.bpm.engine.impl.cmd.DeployCmd;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.cmd.GetHistoricJobLogExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.GetJobExceptionStacktraceCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskBpmnErrorCmd;
import org.camunda.bpm.engine.impl.cmd.HandleTaskEscalationCmd;
import org.camunda.bpm.engine.impl.cmd.RecalculateJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.ResolveTaskCmd;
import org.camunda.bpm.engine.impl.cmd.SaveAuthorizationCmd;
import org.camunda.bpm.engine.impl.cmd.SaveGroupCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobDuedateCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobPriorityCmd;
import org.camunda.bpm.engine.impl.cmd.SetJobRetriesCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceAtActivitiesCmd;
import org.camunda.bpm.engine.impl.cmd.SuspendJobCmd;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.mentoringroadmap.school.Role;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What the engine's own rights do not keep from people, and only administrators may do: to start a process in its
 * middle, past the checks of its start and with any business key; to touch jobs that belong to no process, the clean-up
 * of history among them; to leave variables behind with a task that stays
 * open, or throw errors and escalations that no model catches; to delete accounts; to read where code failed and on
 * which values. To deploy and to take models
 * away is kept for the administrators of models.
 */
@Component
class ReservedCommands extends CommandInterceptor {
    private static final Set<Class<?>> RESERVED = Set.of(
            StartProcessInstanceAtActivitiesCmd.class,
            ExecuteJobsCmd.class,
            DeleteJobCmd.class,
            SetJobRetriesCmd.class,
            SetJobDuedateCmd.class,
            SetJobPriorityCmd.class,
            RecalculateJobDuedateCmd.class,
            SuspendJobCmd.class,
            ActivateJobCmd.class,
            ResolveTaskCmd.class,
            HandleTaskBpmnErrorCmd.class,
            HandleTaskEscalationCmd.class,
            DeleteUserCmd.class,
            GetJobExceptionStacktraceCmd.class,
            GetHistoricJobLogExceptionStacktraceCmd.class);

    /** What changes the models of the installation has a role of its own, whatever rights people give each other. */
    private static final Set<Class<?>> OF_MODELS = Set.of(
            DeployCmd.class,
            UnusedModels.class,
            DeleteDeploymentCmd.class,
            DeleteProcessDefinitionsByIdsCmd.class,
            DeleteProcessDefinitionsByKeyCmd.class);

    /** What people add to accounts and rights; each is there once. */
    private static final Set<Class<?>> ADDS = Set.of(
            GuardedIdentityService.AccountSaving.class,
            SaveUserCmd.class,
            SaveGroupCmd.class,
            CreateMembershipCmd.class,
            SaveAuthorizationCmd.class);

    /** What both databases answer when a row is there already. */
    private static final String UNIQUE = "23505";

    private final IdentityService identity;
    private final MessageSource messages;

    ReservedCommands(@Lazy IdentityService identity, @Lazy MessageSource messages) {
        this.identity = identity;
        this.messages = messages;
    }

    /** @throws AuthorizationException for everybody but those administrators and the application itself; for what is of another
     *     school too */
    @Override
    public <T> T execute(Command<T> command) {
        if (RESERVED.contains(command.getClass()) && lacks(Role.ADMINISTRATOR)
                || OF_MODELS.contains(command.getClass()) && lacks(Role.MODEL_ADMINISTRATOR)) {
            throw denied();
        }
        try {
            return next.execute(command);
        } catch (AuthorizationException e) {
            throw e;
        } catch (ProcessEngineException e) {
            throw isOfAnotherSchool(e) ? denied() : ADDS.contains(command.getClass()) && isThere(e) ? there(e) : e;
        }
    }

    /** The engine takes it for a failure that somebody adds what is there already. */
    private boolean isThere(ProcessEngineException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && UNIQUE.equals(refused.getSQLState())) {
                return TaskFields.isPerson(identity.getCurrentAuthentication());
            }
        }
        return false;
    }

    private BadUserRequestException there(ProcessEngineException e) {
        return new BadUserRequestException(
                messages.getMessage("account.there-already", null, LocaleContextHolder.getLocale()), e);
    }

    /** The engine takes what belongs to another tenant for a failure. */
    private static boolean isOfAnotherSchool(ProcessEngineException e) {
        return e.getMessage() != null && e.getMessage().contains("belongs to no authenticated tenant");
    }

    private AuthorizationException denied() {
        return new AuthorizationException(messages.getMessage("role.required", null, LocaleContextHolder.getLocale()));
    }

    /** Whether a person is at work who does not hold the role. */
    private boolean lacks(Role role) {
        Authentication user = identity.getCurrentAuthentication();
        return TaskFields.isPerson(user)
                && (user.getGroupIds() == null || !user.getGroupIds().contains(role.id()));
    }
}
