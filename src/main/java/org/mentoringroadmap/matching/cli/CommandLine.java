package org.mentoringroadmap.matching.cli;

import java.util.List;

/** The way to the solver from the command line, beside the application and without it. */
public final class CommandLine {
    /** First argument that asks for it. */
    public static final String COMMAND = "match";

    private CommandLine() {}

    /**
     * Matches the files that the arguments name; see {@link MatchCommand} for their formats.
     *
     * @param arguments everything after {@value #COMMAND}
     * @return exit code of the process: 0 done, 1 the result cannot be written, 2 bad arguments or input
     */
    public static int run(List<String> arguments) {
        return MatchCommand.run(arguments);
    }
}
