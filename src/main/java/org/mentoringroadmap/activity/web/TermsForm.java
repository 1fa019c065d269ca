package org.mentoringroadmap.activity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.activity.term.PassedTerm;
import org.mentoringroadmap.activity.term.TermDecision;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What stands on the page of passed terms, as it was typed, so that a refused page shows it again. A row's fields carry
 * its item: {@code choice-000-1.1.1}.
 *
 * @param fields the values by their names
 */
record TermsForm(Map<String, String> fields) {
    private static final int MAX_SHIFT = 800;
    private static final Map<String, Integer> UNITS = Map.of("weeks", 7, "days", 1);

    /** The page as it opens. */
    static TermsForm opened(int weeks) {
        return new TermsForm(Map.of("shift", String.valueOf(weeks), "unit", "weeks"));
    }

    /** Value of a field; empty where it was not sent. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Id of what was chosen for a row. */
    public String choice(String item) {
        return fields.getOrDefault("choice-" + item, TermDecision.Choice.LEAVE.name());
    }

    /**
     * The same with a new term for every row that was left as it is.
     *
     * @throws UserInputException {@code term.shift} when the shift is no number of days that makes sense
     */
    TermsForm shifted(List<PassedTerm> rows) {
        int days = days();
        Map<String, String> shifted = new HashMap<>(fields);
        rows.stream()
                .filter(row -> choice(row.activity().item()).equals(TermDecision.Choice.LEAVE.name()))
                .forEach(row -> {
                    String item = row.activity().item();
                    shifted.put("choice-" + item, TermDecision.Choice.MOVE.name());
                    shifted.put("due-" + item, row.due().plusDays(days).toString());
                });
        return new TermsForm(shifted);
    }

    /** How many of these rows have a new term that has passed already. */
    long movedBefore(LocalDate today, List<PassedTerm> rows) {
        return rows.stream()
                .map(row -> row.activity().item())
                .filter(item -> choice(item).equals(TermDecision.Choice.MOVE.name()))
                .map(item -> date("due-" + item))
                .filter(due -> due != null && due.isBefore(today))
                .count();
    }

    /**
     * The decisions about these rows.
     *
     * @throws UserInputException {@code input.date} or {@code term.choice} for what a browser does not send
     */
    List<TermDecision> decisions(List<PassedTerm> rows) {
        return rows.stream().map(row -> decision(row.activity().item())).toList();
    }

    private TermDecision decision(String item) {
        TermDecision.Choice choice = Arrays.stream(TermDecision.Choice.values())
                .filter(value -> value.name().equals(choice(item)))
                .findFirst()
                .orElseThrow(() -> new UserInputException("term.choice"));
        return switch (choice) {
            case LEAVE -> new TermDecision(item, choice, null, null, null);
            case EARLIER -> new TermDecision(item, choice, date("date-" + item), get("number-" + item), null);
            case MOVE -> new TermDecision(item, choice, date("due-" + item), null, null);
            case NOT_HELD -> new TermDecision(item, choice, null, null, get("note-" + item));
        };
    }

    private LocalDate date(String name) {
        String text = get(name).strip();
        try {
            return text.isEmpty() ? null : LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new UserInputException("input.date", text);
        }
    }

    private int days() {
        String number = get("shift").strip();
        Integer unit = UNITS.get(get("unit"));
        if (!number.matches("\\d{1,3}") || unit == null) {
            throw new UserInputException("term.shift");
        }
        int days = Integer.parseInt(number) * unit;
        if (days < 1 || days > MAX_SHIFT) {
            throw new UserInputException("term.shift");
        }
        return days;
    }
}
