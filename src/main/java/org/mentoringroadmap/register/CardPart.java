package org.mentoringroadmap.register;

import java.util.Map;
import org.mentoringroadmap.participant.Participant;

/** What another feature shows on the card of a participant, to who may see it. */
public interface CardPart {
    /** What its part of the page shows of a participant whose card the acting account sees, by the names of attributes. */
    Map<String, Object> of(Participant participant);
}
