package org.mentoringroadmap.roadmap.block;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A decision table that the application asks, and the words by which it does: the table has an answer for each of them, one
 * and no more. A table that has not is refused before it is in force. Whoever asks a table declares it as a bean of this type.
 *
 * @param decision id of the decision, and name of its file
 * @param input variable by which the table is asked
 * @param asked every value that the application asks for
 * @param words columns of the answer by their names, with what may stand in them
 * @param numbers columns of the answer that are numbers of at least 0
 */
public record AskedTable(
        String decision, String input, List<String> asked, Map<String, Set<String>> words, Set<String> numbers) {
    public AskedTable {
        asked = List.copyOf(asked);
        words = Map.copyOf(words);
        numbers = Set.copyOf(numbers);
    }
}
