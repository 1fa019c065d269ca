package org.mentoringroadmap.activity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.term.CatchUp;
import org.mentoringroadmap.activity.term.OpenTerm;
import org.mentoringroadmap.activity.term.OpenTerms;
import org.mentoringroadmap.activity.term.ProposedTerm;
import org.mentoringroadmap.activity.term.TermDecision;
import org.mentoringroadmap.activity.term.TermDecision.Choice;
import org.mentoringroadmap.shared.UserInputException;

/**
 * What stands on the page of the year's terms, as it was typed, so that a refused page shows it again. A row's fields carry
 * its item: {@code choice-000-1.1.1}. A row whose term has not passed is on the page where its choice is a field. What the
 * page has proposed is sent along as {@code proposed-}, so that it can be told from what a person has decided.
 *
 * @param fields the values by their names
 */
record TermsForm(Map<String, String> fields) {
    private static final Set<String> OVER = Set.of(Choice.DONE.name(), Choice.EARLIER.name(), Choice.NOT_HELD.name());
    private static final String FIRST = "first";
    private static final String UNTIL = "until";
    private static final String SHOWN = "shown-";
    private static final String APPLIED = "applied";
    private static final String CHOICE = "choice-";
    private static final String DUE = "due-";
    private static final String PROPOSED = "proposed-";

    /** The page as it opens. */
    static TermsForm opened(OpenTerms open) {
        return new TermsForm(open.catchUp()
                .map(days -> Map.of(
                        FIRST, days.first().toString(), UNTIL, days.until().toString()))
                .orElse(Map.of()));
    }

    /** Value of a field; empty where it was not sent. */
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }

    /** Id of what was chosen for a row. */
    public String choice(String item) {
        return fields.getOrDefault(CHOICE + item, Choice.LEAVE.name());
    }

    /** The rows of the page, in the order of the roadmap. */
    List<OpenTerm> rows(OpenTerms open) {
        return open.all().stream()
                .filter(row -> open.hasPassed(row)
                        || fields.containsKey(CHOICE + row.activity().item()))
                .toList();
    }

    /**
     * The same with the new terms by which the year catches up with its plan; what a person has decided stays, and what was
     * proposed for other days goes.
     *
     * @throws UserInputException {@code term.catch-up} when the days make no sense; {@code input.date}, {@code
     *     term.choice} for what a browser does not send
     */
    TermsForm proposed(OpenTerms open) {
        List<TermDecision> kept = byHand(open);
        Optional<CatchUp> catchUp = open.catchUp(date(FIRST), date(UNTIL), kept);
        Set<String> stay = kept.stream().map(TermDecision::roadmapItem).collect(Collectors.toSet());
        Map<String, String> left = new HashMap<>(fields);
        open.all().stream()
                .map(row -> row.activity().item())
                .filter(item -> !stay.contains(item))
                .forEach(item -> {
                    left.remove(CHOICE + item);
                    left.remove(DUE + item);
                    left.remove(PROPOSED + item);
                });
        left.remove(APPLIED);
        catchUp.ifPresent(days -> left.put(APPLIED, days.earliest().toString()));
        return new TermsForm(left)
                .with(catchUp.map(days -> open.propose(days, kept)).orElseGet(() -> open.following(kept)));
    }

    /** The same with new terms. */
    TermsForm with(List<ProposedTerm> proposed) {
        Map<String, String> more = new HashMap<>(fields);
        for (ProposedTerm row : proposed) {
            String item = row.term().activity().item();
            more.put(CHOICE + item, Choice.MOVE.name());
            more.put(DUE + item, row.due().toString());
            more.put(PROPOSED + item, row.due().toString());
        }
        return new TermsForm(more);
    }

    /**
     * The decisions about the rows of the page.
     *
     * @throws UserInputException {@code input.date} or {@code term.choice} for what a browser does not send
     */
    List<TermDecision> decisions(OpenTerms open) {
        return rows(open).stream().map(row -> decision(row.activity().item())).toList();
    }

    /** The new last day of a row; null where it has none, or none that can be read. */
    LocalDate movedTo(String item) {
        try {
            return choice(item).equals(Choice.MOVE.name()) ? date(DUE + item) : null;
        } catch (UserInputException e) {
            return null;
        }
    }

    /** What the page has proposed for a row as its last day; empty where nothing. */
    public String proposed(String item) {
        return get(PROPOSED + item);
    }

    /** Whether a row is to be closed, so that nothing has to wait for it. */
    boolean isOver(String item) {
        return OVER.contains(choice(item));
    }

    /** The rows that are to be closed. */
    List<TermDecision> over(OpenTerms open) {
        return open.all().stream()
                .map(row -> row.activity().item())
                .filter(this::isOver)
                .map(item -> new TermDecision(item, Choice.valueOf(choice(item)), null, null, null))
                .toList();
    }

    /** Whether the days of catching up are others than the page was shown with. */
    boolean hasOtherDays() {
        return fields.containsKey(SHOWN + FIRST)
                && !(get(FIRST).equals(get(SHOWN + FIRST)) && get(UNTIL).equals(get(SHOWN + UNTIL)));
    }

    /**
     * What has to move along with what a person has decided and does not stand so on the page.
     *
     * @throws UserInputException as {@link #proposed(OpenTerms)} does
     */
    List<ProposedTerm> following(OpenTerms open) {
        List<TermDecision> byHand = byHand(open);
        List<ProposedTerm> expected = get(APPLIED).isBlank()
                ? open.following(byHand)
                : open.propose(open.catchUp(date(FIRST), date(UNTIL), date(APPLIED)), byHand);
        return expected.stream()
                .filter(row -> !row.due().equals(movedTo(row.term().activity().item())))
                .toList();
    }

    private List<TermDecision> byHand(OpenTerms open) {
        return open.all().stream()
                .map(row -> row.activity().item())
                .filter(this::isByHand)
                .map(this::decision)
                .toList();
    }

    /** Left as it is by somebody who has seen another term there, or decided in any other way than it was proposed. */
    private boolean isByHand(String item) {
        String proposed = proposed(item);
        return switch (chosen(item)) {
            case LEAVE -> !proposed.isEmpty();
            case MOVE -> !get(DUE + item).isBlank() && !get(DUE + item).equals(proposed);
            case DONE, EARLIER, NOT_HELD -> true;
        };
    }

    private Choice chosen(String item) {
        return Arrays.stream(Choice.values())
                .filter(value -> value.name().equals(choice(item)))
                .findFirst()
                .orElseThrow(() -> new UserInputException("term.choice"));
    }

    private TermDecision decision(String item) {
        Choice choice = chosen(item);
        return switch (choice) {
            case LEAVE -> new TermDecision(item, choice, null, null, null);
            case DONE -> new TermDecision(item, choice, date("date-" + item), null, null);
            case EARLIER -> new TermDecision(item, choice, date("date-" + item), get("number-" + item), null);
            case MOVE -> new TermDecision(item, choice, date(DUE + item), null, null);
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
}
