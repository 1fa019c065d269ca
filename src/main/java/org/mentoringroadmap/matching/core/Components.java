package org.mentoringroadmap.matching.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Parts of a problem that have no pair in common, for example schools; each can be solved by itself. Found by union and
 * find over the mentors.
 *
 * @param mentees mentees whose mentor is to be found, of each part, ascending
 * @param mentors mentors of each part, ascending
 */
record Components(List<int[]> mentees, List<int[]> mentors) {
    int count() {
        return mentees.size();
    }

    static Components of(MatchingProblem problem) {
        CandidateGraph graph = problem.graph();
        int[] parent = new int[problem.mentors()];
        Arrays.setAll(parent, mentor -> mentor);
        problem.open().forEach(mentee -> {
            int end = graph.rowStart()[mentee + 1];
            int pair = graph.rowStart()[mentee];
            int root = pair == end ? MatchingProblem.NONE : root(parent, graph.mentor()[pair]);
            for (; pair < end; pair++) {
                int mentor = graph.mentor()[pair];
                if (parent[mentor] != root) {
                    parent[root(parent, mentor)] = root;
                }
            }
        });
        return group(problem, parent);
    }

    private static int root(int[] parent, int mentor) {
        int at = mentor;
        while (parent[at] != at) {
            parent[at] = parent[parent[at]];
            at = parent[at];
        }
        return at;
    }

    private static Components group(MatchingProblem problem, int[] parent) {
        int[] number = new int[parent.length];
        Arrays.fill(number, MatchingProblem.NONE);
        List<IntList> mentees = new ArrayList<>();
        List<IntList> mentors = new ArrayList<>();
        problem.open().filter(mentee -> problem.graph().degree(mentee) > 0).forEach(mentee -> {
            int root = root(parent, problem.mentorOf(problem.firstPair(mentee)));
            if (number[root] == MatchingProblem.NONE) {
                number[root] = mentees.size();
                mentees.add(new IntList());
                mentors.add(new IntList());
            }
            mentees.get(number[root]).add(mentee);
        });
        for (int mentor = 0; mentor < parent.length; mentor++) {
            int of = number[root(parent, mentor)];
            if (of != MatchingProblem.NONE) {
                mentors.get(of).add(mentor);
            }
        }
        return new Components(
                mentees.stream().map(IntList::toArray).toList(),
                mentors.stream().map(IntList::toArray).toList());
    }
}
