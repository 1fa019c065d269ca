package org.mentoringroadmap.withdrawal;

import java.util.Arrays;
import org.mentoringroadmap.shared.UserInputException;

/** What the school does with the data of somebody who has withdrawn the consent to their processing. */
public enum Erasure {
    /** Everything that tells who it was is taken away. */
    ANONYMISE("anonymise"),
    /** The school has another ground to keep them. */
    KEEP("keep");

    private final String id;

    Erasure(String id) {
        this.id = id;
    }

    /** Value in the model and its form; {@code erasure.<NAME>} is the key of the title. */
    public String id() {
        return id;
    }

    /**
     * Reads an id.
     *
     * @throws UserInputException {@code withdrawal.erasure}
     */
    public static Erasure parse(String id) {
        return Arrays.stream(values())
                .filter(erasure -> erasure.id.equals(id))
                .findFirst()
                .orElseThrow(() -> new UserInputException("withdrawal.erasure"));
    }
}
