package org.mentoringroadmap.matching.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Files to work with, and the salt that decides between equally good results. */
record CommandArguments(Path pairs, Path mentors, Path out, long salt) {
    private static final Set<String> NAMES = Set.of("--pairs", "--mentors", "--out", "--salt");

    /** Reads {@code --name value} and {@code --name=value}. */
    static CommandArguments parse(List<String> arguments) throws BadInputException {
        Map<String, String> values = new HashMap<>();
        Iterator<String> rest = arguments.iterator();
        while (rest.hasNext()) {
            String argument = rest.next();
            int sign = argument.indexOf('=');
            String name = sign < 0 ? argument : argument.substring(0, sign);
            if (!NAMES.contains(name) || sign < 0 && !rest.hasNext()) {
                throw refused("argument", argument);
            }
            if (values.put(name, sign < 0 ? rest.next() : argument.substring(sign + 1)) != null) {
                throw refused("argument-twice", name);
            }
        }
        for (String name : List.of("--pairs", "--mentors", "--out")) {
            if (values.getOrDefault(name, "").isBlank()) {
                throw refused("argument-missing", name);
            }
        }
        try {
            return new CommandArguments(
                    Path.of(values.get("--pairs")),
                    Path.of(values.get("--mentors")),
                    Path.of(values.get("--out")),
                    Long.parseLong(values.getOrDefault("--salt", "0")));
        } catch (NumberFormatException | InvalidPathException e) {
            throw refused("argument", e.getMessage());
        }
    }

    private static BadInputException refused(String key, String argument) {
        return new BadInputException(List.of(
                new Fault(null, 0, CommandWords.of(key, argument)), new Fault(null, 0, CommandWords.of("usage"))));
    }
}
