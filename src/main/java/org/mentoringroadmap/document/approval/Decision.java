package org.mentoringroadmap.document.approval;

import java.util.Arrays;
import org.mentoringroadmap.shared.UserInputException;

/** What the director decides. */
public enum Decision {
    APPROVE("approve"),
    RETURN("return");

    private final String id;

    Decision(String id) {
        this.id = id;
    }

    /** Value in forms, REST and models. */
    public String id() {
        return id;
    }

    /**
     * Reads an id.
     *
     * @throws UserInputException {@code document.decision} when it is missing or unknown
     */
    public static Decision parse(String id) {
        return Arrays.stream(values())
                .filter(decision -> decision.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new UserInputException("document.decision"));
    }
}
