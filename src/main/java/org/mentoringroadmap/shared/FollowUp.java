package org.mentoringroadmap.shared;

/**
 * A kind of work that follows from what people do and that nobody waits for: a look at a whole programme, which does what
 * there is to do and nothing where there is nothing. It may run more often than it was asked for, and is one bean of its
 * feature. {@link FollowUps} asks for it.
 */
public interface FollowUp {
    /** Short name, kept in the database; {@code follow-up.<kind>} is the key of the Russian title. */
    String kind();

    /**
     * Does the work in a transaction of its own, with no account acting. Takes the programme's lock itself where it needs
     * it. What it throws undoes all of it; it is tried again, and an administrator is told when that does not help.
     */
    void run(Long programmeId);
}
