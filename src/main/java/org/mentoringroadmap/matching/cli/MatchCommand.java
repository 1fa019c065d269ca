package org.mentoringroadmap.matching.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import org.mentoringroadmap.matching.core.Matching;
import org.mentoringroadmap.matching.core.Solver;

/**
 * The solver for files, without web server, engine or database:
 *
 * <pre>match --pairs pairs.csv --mentors mentors.csv --out result.csv [--salt 42]</pre>
 *
 * <p>Files are CSV with a header, UTF-8, comma. Pairs: {@code mentee,mentor,score}, every allowed pair once, score 0 to 1
 * (used to nine decimals). Mentors: {@code mentor,capacity}. Result: {@code mentee,mentor,score} in the order in which
 * mentees first appear, mentor and score empty for those left without.
 *
 * <p>The last line on standard output is {@code matched=… total=… optimal=true ms=…}: how many mentees have a mentor, the
 * exact sum of scores as a plain decimal, that the proof has been checked, and the milliseconds of solving and proving.
 */
public final class MatchCommand {
    private static final int DONE = 0;
    private static final int CANNOT_WRITE = 1;
    private static final int BAD_INPUT = 2;
    private static final int FAULTS_TOLD = 20;
    private static final long NANOS = 1_000_000;

    private MatchCommand() {}

    /**
     * Runs the command. Bad input leaves no result and touches no file.
     *
     * @param arguments everything after the name of the command
     * @return exit code: 0 done, 1 the result cannot be written, 2 bad arguments or input, with row numbers on standard error
     */
    public static int run(List<String> arguments) {
        return run(arguments, Terminal.out(), Terminal.err());
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            CommandArguments files = CommandArguments.parse(arguments);
            ProblemInput input = ProblemInput.read(files.pairs(), files.mentors(), files.salt());
            long start = System.nanoTime();
            Matching matching = Solver.solve(input.problem());
            long millis = (System.nanoTime() - start) / NANOS;
            ResultFile.write(files.out(), input.mentees(), matching);
            out.println("matched=" + matching.matched() + " total=" + Decimals.plain(matching.total())
                    + " optimal=true ms=" + millis);
            return DONE;
        } catch (BadInputException e) {
            e.faults().stream().limit(FAULTS_TOLD).map(Fault::text).forEach(err::println);
            if (e.faults().size() > FAULTS_TOLD) {
                err.println(CommandWords.of("more", e.faults().size() - FAULTS_TOLD));
            }
            return BAD_INPUT;
        } catch (IOException e) {
            err.println(CommandWords.of("not-written", e.getMessage()));
            return CANNOT_WRITE;
        }
    }
}
