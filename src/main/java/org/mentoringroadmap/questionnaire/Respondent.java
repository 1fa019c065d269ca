package org.mentoringroadmap.questionnaire;

import java.util.Arrays;
import java.util.Optional;
import org.mentoringroadmap.participant.Participant;

/**
 * Who is asked about a participant. The ids are the values by which a form offers them; {@code respondent.<NAME>} is the key of
 * the title.
 */
public enum Respondent {
    CLASS_TEACHER("class-teacher"),
    PARENT("parent"),
    PSYCHOLOGIST("psychologist"),
    SOCIAL_WORKER("social-worker"),
    DEPUTY("deputy");

    private final String id;

    Respondent(String id) {
        this.id = id;
    }

    /** Value of the answer. */
    public String id() {
        return id;
    }

    /** The respondent with this id; empty for another word. */
    public static Optional<Respondent> find(String id) {
        return Arrays.stream(values()).filter(one -> one.id.equals(id)).findFirst();
    }

    /** What somebody of this kind is asked about whoever answers a questionnaire about the own year; empty for nothing. */
    Optional<String> besides(String questionnaire) {
        return this == PARENT && questionnaire.equals("final-mentee") ? Optional.of("final-parent") : Optional.empty();
    }

    /** Whether somebody of this kind knows the participant: children have parents and teachers, workers a deputy. */
    boolean knows(Participant participant) {
        return switch (this) {
            case CLASS_TEACHER, PARENT, SOCIAL_WORKER -> !participant.category().worksHere();
            case DEPUTY -> participant.category().worksHere();
            case PSYCHOLOGIST -> true;
        };
    }
}
