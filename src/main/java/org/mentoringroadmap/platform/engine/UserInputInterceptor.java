package org.mentoringroadmap.platform.engine;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.impl.cmd.CorrelateAllMessageCmd;
import org.camunda.bpm.engine.impl.cmd.CorrelateMessageCmd;
import org.camunda.bpm.engine.impl.cmd.MessageEventReceivedCmd;
import org.camunda.bpm.engine.impl.cmd.SaveUserCmd;
import org.camunda.bpm.engine.impl.cmd.StartProcessInstanceCmd;
import org.camunda.bpm.engine.impl.cmd.SubmitStartFormCmd;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.form.validator.FormFieldValidationException;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.camunda.bpm.engine.rest.exception.InvalidRequestException;
import org.camunda.bpm.impl.juel.jakarta.el.PropertyNotFoundException;
import org.mentoringroadmap.shared.BlockVariables;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.MissingVariableException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * What a person entered and a listener refused comes out of the engine as an answer with our Russian text: 400, 404
 * for a task that is not there any more, or 409 where it contradicts what exists, instead of the 500 that any other
 * exception would be. What the engine itself denies is said in Russian too. Whoever asks for what is not there, or not there
 * any more, has made no failure either: the engine's REST answers 400 and writes no trace.
 */
@Component
class UserInputInterceptor extends CommandInterceptor {
    /** What a stage gives to every block. */
    private static final Set<String> HANDED_IN = Set.of(
            BlockVariables.ROADMAP_ITEM.name(),
            BlockVariables.TITLE.name(),
            BlockVariables.START.name(),
            BlockVariables.DUE.name(),
            BlockVariables.FIRST_YEAR.name(),
            BlockVariables.SECOND_YEAR.name(),
            BlockVariables.RESPONSIBLE.name(),
            "guide");

    private static final Pattern RUSSIAN = Pattern.compile("\\p{IsCyrillic}{3}");
    private static final String UNKNOWN_TASK = "task.unknown";

    /** Here the engine's REST takes a refused field of a form for a failure. */
    private static final Set<Class<?>> NOT_FORMS = Set.of(
            StartProcessInstanceCmd.class,
            SaveUserCmd.class,
            CorrelateMessageCmd.class,
            CorrelateAllMessageCmd.class,
            MessageEventReceivedCmd.class);

    private static final Set<Class<?>> STARTS = Set.of(StartProcessInstanceCmd.class, SubmitStartFormCmd.class);

    private final MessageSource messages;

    UserInputInterceptor(@Lazy MessageSource messages) {
        this.messages = messages;
    }

    @Override
    public <T> T execute(Command<T> command) {
        boolean asked = Context.getCommandContext() == null; // by a caller from outside, not on the way of other work
        try {
            return next.execute(command);
        } catch (AuthorizationException e) {
            throw inRussian(command, e);
        } catch (NullValueException e) {
            throw asked ? new org.camunda.bpm.engine.exception.NotFoundException(e.getMessage(), e) : e;
        } catch (RuntimeException e) {
            if (asked && STARTS.contains(command.getClass()) && lacksVariables(e)) {
                throw answer(command, new UserInputException("process.start-lacks"));
            }
            throw refused(e).map(refused -> answer(command, refused)).orElse(e);
        }
    }

    /** The engine names permissions and ids of its own, which help nobody; a task that is gone is one of the reasons. */
    private AuthorizationException inRussian(Command<?> command, AuthorizationException denied) {
        if (RUSSIAN.matcher(denied.getMessage()).find()) {
            return denied;
        }
        String code = CollidingPeople.OF_PEOPLE.contains(command.getClass()) ? UNKNOWN_TASK : "role.required";
        AuthorizationException told =
                new AuthorizationException(messages.getMessage(code, null, LocaleContextHolder.getLocale()));
        told.initCause(denied);
        return told;
    }

    /** A block that somebody starts by itself is given nothing of what a stage gives it, nor the programme's number as its key. */
    private static boolean lacksVariables(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof MissingVariableException
                    || cause instanceof NumberFormatException
                    || cause instanceof PropertyNotFoundException unknown && isHandedIn(unknown)) {
                return true;
            }
        }
        return false;
    }

    /** What else a model names and nobody knows is a fault of the model. */
    private static boolean isHandedIn(PropertyNotFoundException unknown) {
        return HANDED_IN.stream().anyMatch(name -> unknown.getMessage().contains("'" + name + "'"));
    }

    private static Optional<UserInputException> refused(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof FormFieldValidationException || cause instanceof InvalidRequestException) {
                return Optional.empty();
            }
            if (cause instanceof UserInputException refused) {
                return Optional.of(refused);
            }
        }
        return Optional.empty();
    }

    private RuntimeException answer(Command<?> command, UserInputException refused) {
        String text = messages.getMessage(refused.code(), refused.arguments(), LocaleContextHolder.getLocale());
        if (refused instanceof ConflictException) {
            return new InvalidRequestException(Response.Status.CONFLICT, refused, text);
        }
        if (refused instanceof NotFoundException && UNKNOWN_TASK.equals(refused.code())) {
            return new InvalidRequestException(Response.Status.NOT_FOUND, refused, text);
        }
        if (refused instanceof ForbiddenException) {
            return new InvalidRequestException(Response.Status.FORBIDDEN, refused, text);
        }
        if (NOT_FORMS.contains(command.getClass())) {
            return new InvalidRequestException(Response.Status.BAD_REQUEST, refused, text);
        }
        RuntimeException answer = new FormFieldValidationException(refused.code(), text);
        answer.initCause(refused);
        return answer;
    }
}
