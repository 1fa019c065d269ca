package org.mentoringroadmap.activity;

import java.util.Arrays;
import java.util.Optional;
import org.mentoringroadmap.shared.UserInputException;

/** The three ways in which an activity of the roadmap ends. */
public enum Outcome {
    /** It was carried out; a date says when. */
    DONE("done"),
    /** It was carried out before the programme reached it; a document with number and date proves it. */
    EARLIER("earlier"),
    /** The school does without it; a reason says why. */
    NOT_HELD("not-held");

    private final String id;

    Outcome(String id) {
        this.id = id;
    }

    /** Value in forms, REST and models. */
    public String id() {
        return id;
    }

    /**
     * Reads an id.
     *
     * @throws UserInputException {@code activity.outcome} when it is missing or unknown
     */
    public static Outcome parse(String id) {
        return find(id).orElseThrow(() -> new UserInputException("activity.outcome"));
    }

    /** Reads an id; empty when it is missing or unknown. */
    public static Optional<Outcome> find(String id) {
        return Arrays.stream(values()).filter(outcome -> outcome.id.equals(id)).findFirst();
    }
}
