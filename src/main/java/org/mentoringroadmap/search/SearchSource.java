package org.mentoringroadmap.search;

import java.util.List;
import org.mentoringroadmap.shared.Guarded;

/** Implemented by a feature whose things can be looked for by a word. */
public interface SearchSource {
    /** What is looked through, in the order in which a page shows it. */
    enum Kind {
        /** People of the registers: that they were found is recorded. */
        PEOPLE,
        /** Pairs and groups, with the names of people. */
        PAIRS,
        /** Mentees for whom a mentor is looked for, with their names. */
        SEARCHES,
        /** Activities of the roadmaps that run. */
        ACTIVITIES,
        /** Documents. */
        DOCUMENTS
    }

    /** What this looks through. */
    Kind kind();

    /**
     * Those that the acting account may see and whose name, number or title has this part.
     *
     * @param text what is looked for, never blank
     * @param limit how many are wanted at most
     */
    @Guarded
    List<Found> find(String text, int limit);
}
