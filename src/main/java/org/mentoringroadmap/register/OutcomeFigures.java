package org.mentoringroadmap.register;

/**
 * With what the participants of a programme have finished it, mentees and mentors together.
 *
 * @param finished to its end
 * @param left before its end
 * @param continuing going on in the next year, or still taking part
 * @param withoutResult finished, and no result is written on the card
 */
public record OutcomeFigures(int finished, int left, int continuing, int withoutResult) {
    /** Whether the register is kept here at all. */
    public boolean isKept() {
        return finished + left + continuing > 0;
    }
}
