package org.mentoringroadmap.platform.operation;

import java.util.ResourceBundle;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * The database was made by a version before 0.2.0, or somebody else has changed its tables: says so, and what to do, in
 * place of a stack trace. The application has not touched it.
 */
final class ForeignDatabase extends AbstractFailureAnalyzer<FlywayValidateException> {
    @Override
    protected FailureAnalysis analyze(Throwable failure, FlywayValidateException cause) {
        ResourceBundle messages = ResourceBundle.getBundle("messages/platform");
        return new FailureAnalysis(
                messages.getString("database.foreign"), messages.getString("database.foreign.action"), cause);
    }
}
