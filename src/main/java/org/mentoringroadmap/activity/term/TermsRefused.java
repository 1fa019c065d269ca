package org.mentoringroadmap.activity.term;

import java.util.Map;
import org.mentoringroadmap.shared.UserInputException;

/** Nothing was stored because at least one decision is wrong; every wrong one is named. */
public class TermsRefused extends UserInputException {
    private final transient Map<String, UserInputException> problems;

    TermsRefused(Map<String, UserInputException> problems) {
        super("term.refused", String.valueOf(problems.size()));
        this.problems = Map.copyOf(problems);
    }

    /** What is wrong, by the item of the activity. */
    public Map<String, UserInputException> problems() {
        return problems;
    }
}
