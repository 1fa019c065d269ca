package org.mentoringroadmap.matching.run;

import java.util.List;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.participant.Participant;

/**
 * A mentee who is left without a mentor.
 *
 * @param mentee with the person
 * @param reasons why: too few places, or the rules that forbid everybody
 */
public record LeftMentee(Participant mentee, List<Reason> reasons) {}
