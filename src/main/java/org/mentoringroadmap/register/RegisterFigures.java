package org.mentoringroadmap.register;

/**
 * How far a group of a register is.
 *
 * @param received taking part, with a consent to processing that lasts until the programme's year ends
 * @param missing taking part, without one
 * @param refused left without ever having given one
 */
public record RegisterFigures(int received, int missing, int refused) {
    /** Everybody who was asked. */
    public int needed() {
        return received + missing + refused;
    }

    /** Whether the register of the group is kept here at all. */
    public boolean isKept() {
        return needed() > 0;
    }

    /** Whether nobody is waited for any more, and somebody is there. */
    public boolean isComplete() {
        return missing == 0 && received > 0;
    }
}
