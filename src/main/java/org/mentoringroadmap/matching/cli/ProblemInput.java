package org.mentoringroadmap.matching.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.mentoringroadmap.matching.core.Defect;
import org.mentoringroadmap.matching.core.InvalidProblemException;
import org.mentoringroadmap.matching.core.MatchingProblem;
import org.mentoringroadmap.matching.core.ProblemBuilder;

/** A problem read from two files, and its mentees in the order of the file. */
final class ProblemInput {
    private static final List<String> MENTORS_HEADER = List.of("mentor", "capacity");
    private static final List<String> PAIRS_HEADER = List.of("mentee", "mentor", "score");
    private static final String WHOLE_NUMBER = "-?\\d{1,9}";

    private final Path pairsFile;
    private final Path mentorsFile;
    private final List<Fault> faults = new ArrayList<>();
    private final ProblemBuilder builder;
    private final RowNumbers mentorRows = new RowNumbers();
    private final RowNumbers pairRows = new RowNumbers();
    private final Set<String> mentees = new LinkedHashSet<>();
    private MatchingProblem problem;

    private ProblemInput(Path pairsFile, Path mentorsFile, long salt) {
        this.pairsFile = pairsFile;
        this.mentorsFile = mentorsFile;
        builder = MatchingProblem.builder().salt(salt);
    }

    /** @throws BadInputException with every fault of both files and its row */
    static ProblemInput read(Path pairs, Path mentors, long salt) throws BadInputException {
        ProblemInput input = new ProblemInput(pairs, mentors, salt);
        new CsvInput(mentors, MENTORS_HEADER, input.faults).read(input::readMentor);
        new CsvInput(pairs, PAIRS_HEADER, input.faults).read(input::readPair);
        try {
            input.problem = input.builder.build();
        } catch (InvalidProblemException e) {
            e.defects().stream().map(input::fault).forEach(input.faults::add);
        }
        if (!input.faults.isEmpty()) {
            input.faults.sort(Comparator.comparing((Fault fault) -> fault.file().equals(pairs))
                    .thenComparingLong(Fault::row));
            throw new BadInputException(input.faults);
        }
        return input;
    }

    MatchingProblem problem() {
        return problem;
    }

    Set<String> mentees() {
        return mentees;
    }

    private void readMentor(long row, List<String> fields) {
        boolean isNumber = fields.get(1).matches(WHOLE_NUMBER);
        if (!isNumber) {
            faults.add(Fault.inRow(mentorsFile, row, "capacity", fields.get(1)));
        }
        mentorRows.add(row);
        builder.mentor(fields.get(0), isNumber ? Integer.parseInt(fields.get(1)) : 0);
    }

    private void readPair(long row, List<String> fields) {
        String mentee = fields.get(0);
        String mentor = fields.get(1);
        OptionalDouble score = Decimals.parse(fields.get(2));
        if (mentee.isEmpty() || mentor.isEmpty()) {
            faults.add(Fault.inRow(pairsFile, row, "empty-id"));
        } else if (score.isEmpty()) {
            faults.add(Fault.inRow(pairsFile, row, "score", fields.get(2)));
        } else {
            if (mentees.add(mentee)) {
                builder.mentee(mentee);
            }
            pairRows.add(row);
            builder.allow(mentee, mentor, score.getAsDouble());
        }
    }

    private Fault fault(Defect defect) {
        boolean ofMentor = defect.entry() == Defect.Entry.MENTOR;
        String key = defect.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return switch (defect.entry()) {
            case MENTOR, PAIR ->
                Fault.inRow(
                        ofMentor ? mentorsFile : pairsFile,
                        (ofMentor ? mentorRows : pairRows).row(defect.position()),
                        key,
                        defect.mentee(),
                        defect.mentor(),
                        defect.value());
            default -> Fault.inFile(pairsFile, key);
        };
    }
}
