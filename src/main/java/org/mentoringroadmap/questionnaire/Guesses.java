package org.mentoringroadmap.questionnaire;

import java.util.function.BooleanSupplier;

/** Keeps whoever guesses links and codes from guessing fast; those who come with a right one never wait for long. */
public interface Guesses {
    /** What became of a try. */
    enum Answer {
        RIGHT,
        WRONG,
        /** There were too many wrong ones from the same address; it was not looked at. */
        TOO_FAST
    }

    /**
     * Lets something be tried from the address of the current request.
     *
     * @param what what is guessed, a word of the program
     * @param right looks at it; not called when there were too many wrong ones
     */
    Answer attempt(String what, BooleanSupplier right);
}
