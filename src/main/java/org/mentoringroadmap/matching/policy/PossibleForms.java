package org.mentoringroadmap.matching.policy;

import java.util.Set;
import org.mentoringroadmap.programme.MentoringForm;

/**
 * In which of the seven forms somebody can take part: by who they are, and by what they have chosen. Whoever has chosen
 * nothing is open to all.
 */
public final class PossibleForms {
    private PossibleForms() {}

    /** Forms in which the two could be a pair; empty for none. */
    static Set<MentoringForm> of(Candidate mentee, Candidate mentor) {
        Set<MentoringForm> both = ofMentee(mentee);
        both.retainAll(ofMentor(mentor));
        return both;
    }

    /** Forms in which somebody can be a mentee. */
    public static Set<MentoringForm> ofMentee(Candidate mentee) {
        return chosen(mentee, mentee.details().category().asMentee());
    }

    /** Forms in which somebody can be a mentor. */
    public static Set<MentoringForm> ofMentor(Candidate mentor) {
        return chosen(mentor, mentor.details().category().asMentor());
    }

    private static Set<MentoringForm> chosen(Candidate side, Set<MentoringForm> possible) {
        if (!side.details().forms().isEmpty()) {
            possible.retainAll(side.details().forms());
        }
        return possible;
    }
}
