package org.mentoringroadmap.matching.core;

import static org.mentoringroadmap.matching.core.CandidateGraph.NONE;

import java.util.Arrays;

/**
 * A matching under construction and the prices of the mentors. A matched mentee pays {@code cost + price of the mentor};
 * what it pays is its dual value, so duals of mentees are not stored.
 *
 * <p>Invariant between two steps of the exact method: no matched mentee could pay less elsewhere. It has finished when
 * everybody is matched who can be and mentors with room have price 0; {@link Certificate} checks both.
 */
final class Flow {
    final int[] mentorOf;
    final int[] costOf;
    final long[] price;
    final int[] load;

    private final int[] places;
    private final int[] seatStart;
    private final int[] seat;
    private final int[] seatOf;

    /**
     * @param places how many mentees each mentor can take
     * @param demand how many mentees may want each mentor; seats beyond are not kept
     */
    Flow(int mentees, int[] places, int[] demand) {
        this.places = places;
        mentorOf = new int[mentees];
        costOf = new int[mentees];
        seatOf = new int[mentees];
        Arrays.fill(mentorOf, NONE);
        price = new long[places.length];
        load = new int[places.length];
        seatStart = new int[places.length + 1];
        for (int mentor = 0; mentor < places.length; mentor++) {
            seatStart[mentor + 1] = seatStart[mentor] + Math.min(places[mentor], demand[mentor]);
        }
        seat = new int[seatStart[places.length]];
    }

    static Flow of(CandidateGraph graph, int[] places) {
        int[] demand = new int[places.length];
        for (int mentor : graph.mentor()) {
            demand[mentor]++;
        }
        return new Flow(graph.mentees(), places, demand);
    }

    boolean hasRoom(int mentor) {
        return load[mentor] < places[mentor];
    }

    boolean isMatched(int mentee) {
        return mentorOf[mentee] != NONE;
    }

    /** What the mentee pays now; without a mentor {@link Cost#UNMATCHED}. */
    long dual(int mentee) {
        return isMatched(mentee) ? costOf[mentee] + price[mentorOf[mentee]] : Cost.UNMATCHED;
    }

    /** The mentee on the mentor's n-th seat, n below the load. */
    int seated(int mentor, int n) {
        return seat[seatStart[mentor] + n];
    }

    void seat(int mentee, int mentor, int cost) {
        int free = seatStart[mentor] + load[mentor]++;
        seat[free] = mentee;
        seatOf[mentee] = free;
        mentorOf[mentee] = mentor;
        costOf[mentee] = cost;
    }

    void unseat(int mentee) {
        int mentor = mentorOf[mentee];
        int last = seatStart[mentor] + --load[mentor];
        int moved = seat[last];
        seat[seatOf[mentee]] = moved;
        seatOf[moved] = seatOf[mentee];
        mentorOf[mentee] = NONE;
    }
}
