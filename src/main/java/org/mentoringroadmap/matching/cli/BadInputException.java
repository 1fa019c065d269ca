package org.mentoringroadmap.matching.cli;

import java.util.List;

/** The command cannot work with what it was given. */
final class BadInputException extends Exception {
    private final transient List<Fault> faults;

    BadInputException(List<Fault> faults) {
        super(faults.get(0).text());
        this.faults = List.copyOf(faults);
    }

    List<Fault> faults() {
        return faults;
    }
}
