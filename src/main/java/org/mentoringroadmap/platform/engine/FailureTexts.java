package org.mentoringroadmap.platform.engine;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.roadmap.ModelFault;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** What an administrator reads about work that failed: the cause in Russian, the kind of the fault and its place; nobody's data. */
@Component
class FailureTexts {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String OURS = MentoringRoadmapApplication.class.getPackageName();

    private final MessageSource messages;

    FailureTexts(@Lazy MessageSource messages) {
        this.messages = messages;
    }

    /** Why it failed. */
    String cause(Throwable failure) {
        return text("failure.cause", reason(failure), failure.getClass().getSimpleName(), place(failure));
    }

    /** What all follow-ups are called. */
    String followUps() {
        return text("follow-up.title");
    }

    /** Title of a kind of follow-up; the bare kind where a release knows it no longer. */
    String followUp(String kind) {
        return messages.getMessage("follow-up." + kind, null, kind, RUSSIAN);
    }

    private String reason(Throwable failure) {
        if (failure instanceof UserInputException refused) {
            Object[] unnamed =
                    Arrays.stream(refused.arguments()).map(any -> "…").toArray();
            return messages.getMessage(refused.code(), unnamed, RUSSIAN);
        }
        if (failure instanceof ModelFault fault) {
            return messages.getMessage(fault.code(), fault.arguments(), RUSSIAN);
        }
        return text(
                failure instanceof DataAccessException || failure instanceof TransactionException
                        ? "failure.database"
                        : "failure.program");
    }

    /** Where in our code it began. */
    private static String place(Throwable failure) {
        Optional<StackTraceElement> ours = Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith(OURS))
                .findFirst();
        return ours.map(frame -> frame.getFileName() + ":" + frame.getLineNumber())
                .orElse("—");
    }

    private String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, RUSSIAN);
    }
}
