package org.mentoringroadmap.matching.core;

import java.util.List;

/**
 * Why a mentee has to go without: these mentees (it is one of them) can go to these mentors only, who have one place less
 * than there are mentees (Hall's theorem). Without mentors: every pair of the mentee is forbidden.
 *
 * @param mentees numbers of the mentees, ascending
 * @param mentors numbers of the mentors, ascending
 * @param places how many of these mentees they can take
 */
public record HallWitness(List<Integer> mentees, List<Integer> mentors, int places) {}
