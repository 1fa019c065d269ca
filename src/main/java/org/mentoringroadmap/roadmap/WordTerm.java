package org.mentoringroadmap.roadmap;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * A term in the words of a paper: «октябрь», «до 15 октября», «декабрь, май», «ежемесячно», «в течение года». It is
 * printed as it is written; two of the same words are the same term.
 */
public final class WordTerm implements Term {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM", RUSSIAN);
    private static final SchoolYear ONE_YEAR = new SchoolYear(2025);
    private static final SchoolYear LATER_YEAR = new SchoolYear(2027);
    private static final int MANY = 6;

    private final String text;
    private final Function<SchoolYear, List<TermSpan>> spans;
    private final Repetition repetition;
    private final String reading;

    /**
     * @param spans the days in a school year, in order, at least one; what repeats has a span for each time
     * @param repetition null for what does not repeat
     * @param reading null where the reading follows from the days
     */
    WordTerm(String text, Function<SchoolYear, List<TermSpan>> spans, Repetition repetition, String reading) {
        this.text = text;
        this.spans = spans;
        this.repetition = repetition;
        this.reading = reading;
    }

    @Override
    public String text() {
        return text;
    }

    @Override
    public boolean hasStart() {
        return spans.apply(ONE_YEAR).get(0).from() != null;
    }

    @Override
    public LocalDateTime startIn(SchoolYear year) {
        TermSpan first = spans.apply(year).get(0);
        return first.from() == null
                ? first.to().atTime(DAY_START)
                : first.from().atTime(DAY_START);
    }

    @Override
    public LocalDateTime dueIn(SchoolYear year) {
        List<TermSpan> all = spans.apply(year);
        return all.get(all.size() - 1).to().atTime(DAY_END);
    }

    @Override
    public List<LocalDate> pointsIn(SchoolYear year) {
        return spans.apply(year).stream().map(TermSpan::to).toList();
    }

    @Override
    public Optional<Repetition> repetition() {
        return Optional.ofNullable(repetition);
    }

    @Override
    public Optional<String> reading() {
        return Optional.of(reading == null ? describe() : reading);
    }

    private String describe() {
        List<TermSpan> now = spans.apply(ONE_YEAR);
        List<TermSpan> later = spans.apply(LATER_YEAR);
        if (repetition != null) {
            String days = span(
                    new TermSpan(now.get(0).from(), now.get(now.size() - 1).to()),
                    new TermSpan(
                            later.get(0).from(), later.get(later.size() - 1).to()));
            return Messages.text("term.reading.repeats." + repetition.code(), days);
        }
        String each = IntStream.range(0, Math.min(MANY, now.size()))
                .mapToObj(i -> span(now.get(i), later.get(i)))
                .collect(Collectors.joining("; "));
        return now.size() == 1 ? each : Messages.text("term.reading.points", each);
    }

    private static String span(TermSpan now, TermSpan later) {
        String to = day(now.to(), later.to());
        if (now.from() == null) {
            return Messages.text("term.reading.until", to);
        }
        String from = day(now.from(), later.from());
        return from.equals(to) ? to : Messages.text("term.reading.from-to", from, to);
    }

    /** Which calendar year of a school year it is; the year itself where it is the same in every school year. */
    private static String day(LocalDate now, LocalDate later) {
        String day = DAY.format(now);
        if (now.equals(later)) {
            return Messages.text("term.reading.day-of-year", day, String.valueOf(now.getYear()));
        }
        return Messages.text("term.reading.day." + (now.getYear() - ONE_YEAR.firstYear()), day);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WordTerm term && text.equals(term.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
