package org.mentoringroadmap.matching.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.mentoringroadmap.matching.core.Matching;
import org.mentoringroadmap.matching.core.MatchingProblem;

/** The result as CSV. Appears whole or not at all. */
final class ResultFile {
    private ResultFile() {}

    static void write(Path file, Iterable<String> mentees, Matching matching) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Path unfinished = Files.createTempFile(folder, "match", ".tmp");
        try {
            try (Writer text = Files.newBufferedWriter(unfinished, StandardCharsets.UTF_8);
                    CsvWriter csv =
                            CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(text)) {
                csv.writeRecord("mentee", "mentor", "score");
                for (String mentee : mentees) {
                    writeRow(csv, mentee, matching);
                }
            }
            Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private static void writeRow(CsvWriter csv, String id, Matching matching) {
        MatchingProblem problem = matching.problem();
        int mentee = problem.mentee(id);
        if (matching.isMatched(mentee)) {
            csv.writeRecord(
                    id,
                    problem.mentorId(matching.mentorOf(mentee)),
                    Decimals.plain(BigDecimal.valueOf(problem.score(matching.pairOf(mentee)))));
        } else {
            csv.writeRecord(id, "", "");
        }
    }
}
