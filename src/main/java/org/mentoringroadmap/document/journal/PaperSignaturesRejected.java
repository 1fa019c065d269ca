package org.mentoringroadmap.document.journal;

import java.util.Map;
import org.mentoringroadmap.shared.UserInputException;

/** Nothing was stored because at least one line is wrong; every wrong line is named. */
public class PaperSignaturesRejected extends UserInputException {
    private final transient Map<Long, UserInputException> problems;

    PaperSignaturesRejected(Map<Long, UserInputException> problems) {
        super("document.paper-refused");
        this.problems = Map.copyOf(problems);
    }

    /** What is wrong, by the document of the line. */
    public Map<Long, UserInputException> problems() {
        return problems;
    }
}
