package org.mentoringroadmap.roadmap;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.time.Year;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringroadmap.shared.SchoolYear;

/**
 * Reads the words in which papers write terms. The words are patterns of the bundle {@code messages/roadmap} under
 * {@code term.words.*} and {@code term.repeats.*}; what each reads as is told by the term itself.
 */
final class TermWords {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

    private static final List<String> MONTHS =
            List.of(Messages.raw("term.words.months").split(" "));
    private static final String ANY_MONTH = "(" + String.join("|", MONTHS) + ")";
    private static final String FIXED_YEAR = "(?: (\\d{4}))?";

    private static final Pattern YEAR_WORD = pattern("(?<=\\d{4}) ?(?:%s)(?![\\p{L}\\d])", "year");
    private static final Pattern NEXT_YEAR = pattern("(.+) (?:%s)", "next-year");
    private static final Pattern THIS_YEAR = pattern("(.+) (?:%s)", "this-year");
    private static final Pattern DURING = pattern("(?:%s) (.+)", "during");
    private static final Pattern UNTIL = pattern("(?:%s) (.+)", "until");
    private static final Pattern FROM = pattern("(?:%s) (.+)", "from");
    private static final Pattern SCHOOL_YEARS = pattern("(\\d{4})[-/](\\d{4}|\\d{2}) (?:%s)", "school-year-of");
    private static final Pattern CALENDAR_YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
    private static final Pattern NUMERIC_DAY = Pattern.compile("(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?");
    private static final Pattern DAY = Pattern.compile("(\\d{1,2}) " + ANY_MONTH + FIXED_YEAR);
    private static final Pattern DAYS =
            Pattern.compile("(?:\\p{L} )?(\\d{1,2})(?:-| \\p{L}{2} )(\\d{1,2}) " + ANY_MONTH + FIXED_YEAR);
    private static final Pattern NUMERIC_DAYS =
            Pattern.compile("(?:\\p{L} )?(\\d{1,2})(?:-| \\p{L}{2} )(\\d{1,2})\\.(\\d{1,2})(?:\\.(\\d{4}|\\d{2}))?");
    private static final Pattern MONTH = Pattern.compile("(?:(.+) )?" + ANY_MONTH + FIXED_YEAR);
    private static final Pattern PART_OF_YEAR =
            Pattern.compile("(i{1,3}|iv|[1-4])(?:-\\p{L}{1,2})? (?:(" + Messages.raw("term.words.quarter") + ")|("
                    + Messages.raw("term.words.half-year") + ")|(" + Messages.raw("term.words.school-quarter") + "))"
                    + FIXED_YEAR);
    private static final Pattern WEEK = pattern("([1-4])(?:-\\p{L}{1,2})? (?:%s)", "week");
    private static final Pattern DECADE = pattern("([1-3])(?:-\\p{L}{1,2})? (?:%s)", "decade");
    private static final Pattern LAST_WEEK =
            Pattern.compile("(?:" + Messages.raw("term.words.last") + ") (?:" + Messages.raw("term.words.week") + ")");
    private static final List<Pattern> ORDINALS =
            numbers("ordinals", Messages.raw("term.words.ordinal-endings"), "ordered");
    private static final List<Pattern> CARDINALS = numbers("cardinals", "", "counted");
    private static final List<String> DAYS_OF_A_WEEK =
            List.of(Messages.raw("term.words.days-of-a-week").split(" "));
    private static final Pattern WEEKDAY = Pattern.compile("(?:(?<before>.+?)[ ,(]+)??(?:"
            + Messages.raw("term.words.each-weekday").replace("DAY", "(?<day>" + String.join("|", DAYS_OF_A_WEEK) + ")")
            + ")\\)?(?:[ ,]+(?<after>.+?))?");
    private static final Pattern DAY_OF_MONTH = pattern("(?:%s)", "day-of-month");

    private static final String ITEM = "(?:(?<=\\p{L}\\.)|(?<![\\p{L}\\d.]))(?<item>(?:\\d{3}-)?"
            + "(?:(?:[\\p{L}\\d]+\\.)*\\p{L}{0,4}\\d{1,3}\\p{L}?|(?:[\\p{L}\\d]+\\.)+\\p{L}))";
    private static final Pattern AFTER =
            Pattern.compile(Messages.raw("term.words.after").replace("ITEM", ITEM), FLAGS);
    private static final Pattern BEFORE =
            Pattern.compile(Messages.raw("term.words.before").replace("ITEM", ITEM), FLAGS);

    private static final int DAYS_OF_WEEK = 7;
    private static final int TENTH = 10;
    private static final int MIDDLE = 15;
    private static final int TWENTIETH = 20;
    private static final int CENTURY = 2000;

    private TermWords() {}

    /**
     * The term that a text writes in words; empty where the words are not known.
     *
     * @throws InvalidTermException when a day is named that does not exist
     */
    static Optional<Term> read(String text) {
        String plain = plain(text);
        Optional<Term> relative = relative(text, plain);
        if (relative.isPresent()) {
            return relative;
        }
        try {
            return words(text, plain.toLowerCase(RUSSIAN));
        } catch (DateTimeException e) {
            throw new InvalidTermException(InvalidTermException.Reason.NO_SUCH_DAY, text);
        }
    }

    /**
     * One kind of dash, one kind of space, no quotes, no «г.» behind a year, no full stop at the end; a stroke between words
     * is a dash, and «первая неделя» is «1 неделя», «двух недель» «2 недель».
     */
    private static String plain(String text) {
        String plain = text.strip()
                .replace('\u0451', '\u0435')
                .replaceAll("[\u2010-\u2015\u2212]", "-")
                .replaceAll("[\u00ab\u00bb\"\u201c\u201d\u201e]", "")
                .replaceAll("[\\s\u00a0]+", " ")
                .replaceAll("(?<=\\p{L}) ?/ ?(?=\\p{L})", "-")
                .replaceAll(" ?- ?", "-")
                .replaceAll("(?<=\\d)\\. (?=\\d)", ".");
        for (int i = 0; i < ORDINALS.size(); i++) {
            plain = ORDINALS.get(i).matcher(plain).replaceAll(i + 1 + " ");
        }
        for (int i = 0; i < CARDINALS.size(); i++) {
            plain = CARDINALS.get(i).matcher(plain).replaceAll(i + 2 + " ");
        }
        return YEAR_WORD.matcher(plain).replaceAll("").replaceAll("[ .;,]+$", "");
    }

    private static Optional<Term> words(String text, String words) {
        Optional<TermPhrase> phrase = TermPhrase.find(words);
        if (phrase.isPresent()) {
            TermPhrase found = phrase.get();
            return Optional.of(new WordTerm(text, year -> List.of(found.in(year)), null, found.reading()));
        }
        for (Repetition repetition : Repetition.values()) {
            Matcher repeats = Pattern.compile("(?:(?<before>.+?)[ ,(]+)??(?:"
                            + Messages.raw("term.repeats." + repetition.code()) + ")\\)?(?:[ ,]+(?<after>.+?))?")
                    .matcher(words);
            if (repeats.matches() && (repeats.group("before") == null || repeats.group("after") == null)) {
                String rest = repeats.group("before") == null ? repeats.group("after") : repeats.group("before");
                Optional<Term> term = repeated(text, repetition, rest);
                if (term.isPresent()) {
                    return term;
                }
            }
        }
        return everyWeek(text, words).or(() -> spans(words).map(spans -> new WordTerm(text, spans, null, null)));
    }

    /** «каждую пятницу», «еженедельно по средам, октябрь–май»: the days of each week that lie in the term. */
    private static Optional<Term> everyWeek(String text, String words) {
        Matcher found = WEEKDAY.matcher(words);
        if (!found.matches() || found.group("before") != null && found.group("after") != null) {
            return Optional.empty();
        }
        DayOfWeek day = Arrays.stream(DayOfWeek.values())
                .filter(any -> found.group("day").matches(DAYS_OF_A_WEEK.get(any.getValue() - 1)))
                .findFirst()
                .orElseThrow();
        String rest = found.group("before") == null ? found.group("after") : found.group("before");
        Optional<Function<SchoolYear, List<TermSpan>>> within = rest == null
                ? Optional.of(year -> List.of(TermPhrase.SCHOOL_YEAR.in(year)))
                : TermPhrase.find(rest)
                        .<Function<SchoolYear, List<TermSpan>>>map(phrase -> year -> List.of(phrase.in(year)))
                        .or(() -> spans(rest));
        return within.map(spans -> new WordTerm(
                text,
                year -> onEach(day, spans.apply(year), year),
                Repetition.WEEK,
                Messages.text(
                        "term.reading.weekday",
                        day.getDisplayName(TextStyle.FULL_STANDALONE, RUSSIAN),
                        new WordTerm(text, spans, null, null).reading().orElseThrow())));
    }

    private static List<TermSpan> onEach(DayOfWeek day, List<TermSpan> within, SchoolYear year) {
        LocalDate from = begin(within, year);
        LocalDate to = within.get(within.size() - 1).to();
        List<LocalDate> days = from.isAfter(to)
                ? List.of()
                : from.datesUntil(to.plusDays(1))
                        .filter(any -> any.getDayOfWeek() == day)
                        .toList();
        return inTurn(from, days.isEmpty() ? List.of(to) : days);
    }

    /** Why words are no term, where people write them and more can be said about them than which words there are. */
    static InvalidTermException.Reason unreadable(String text) {
        String words = plain(text).toLowerCase(RUSSIAN);
        if (words.matches(Messages.raw("term.words.holidays"))) {
            return InvalidTermException.Reason.HOLIDAYS;
        }
        return words.matches(Messages.raw("term.words.times"))
                ? InvalidTermException.Reason.TIMES
                : InvalidTermException.Reason.UNKNOWN;
    }

    private static Optional<Term> repeated(String text, Repetition repetition, String rest) {
        if (rest == null) {
            return Optional.of(repeated(text, repetition, year -> List.of(TermPhrase.SCHOOL_YEAR.in(year))));
        }
        Matcher day = DAY_OF_MONTH.matcher(rest);
        if (repetition == Repetition.MONTH && day.matches()) {
            int last = Integer.parseInt(day.group(1));
            return last < 1 || last > 28 ? Optional.empty() : Optional.of(monthly(text, last));
        }
        if (repetition == Repetition.YEAR) {
            return spans(rest).map(spans -> new WordTerm(text, spans, repetition, null));
        }
        return TermPhrase.find(rest)
                .<Function<SchoolYear, List<TermSpan>>>map(phrase -> year -> List.of(phrase.in(year)))
                .or(() -> spans(rest))
                .map(spans -> repeated(text, repetition, spans));
    }

    private static Term repeated(String text, Repetition repetition, Function<SchoolYear, List<TermSpan>> within) {
        return new WordTerm(text, year -> times(repetition, within.apply(year), year), repetition, null);
    }

    private static List<TermSpan> times(Repetition repetition, List<TermSpan> within, SchoolYear year) {
        LocalDate from = begin(within, year);
        LocalDate to = within.get(within.size() - 1).to();
        return inTurn(from, to.isBefore(from) ? List.of(to) : repetition.ends(from, to));
    }

    private static LocalDate begin(List<TermSpan> within, SchoolYear year) {
        return within.get(0).from() == null
                ? TermPhrase.SCHOOL_YEAR.in(year).from()
                : within.get(0).from();
    }

    private static Term monthly(String text, int lastDay) {
        return new WordTerm(
                text,
                year -> {
                    TermSpan whole = TermPhrase.SCHOOL_YEAR.in(year);
                    List<LocalDate> days = whole.from()
                            .withDayOfMonth(lastDay)
                            .datesUntil(whole.to().plusDays(1), Period.ofMonths(1))
                            .toList();
                    return inTurn(whole.from(), days);
                },
                Repetition.MONTH,
                null);
    }

    private static List<TermSpan> inTurn(LocalDate from, List<LocalDate> ends) {
        List<TermSpan> spans = new ArrayList<>();
        LocalDate begin = from;
        for (LocalDate end : ends) {
            spans.add(new TermSpan(begin.isAfter(end) ? end : begin, end));
            begin = end.plusDays(1);
        }
        return spans;
    }

    // ---- days

    private static Optional<Function<SchoolYear, List<TermSpan>>> spans(String words) {
        Matcher schoolYears = SCHOOL_YEARS.matcher(words);
        if (schoolYears.matches()) {
            return years(MonthDay.of(9, 1), schoolYears.group(1), MonthDay.of(5, 31), schoolYears.group(2));
        }
        Matcher calendarYears = CALENDAR_YEARS.matcher(words);
        if (calendarYears.matches()) {
            String last = calendarYears.group(2) == null ? calendarYears.group(1) : calendarYears.group(2);
            return years(MonthDay.of(1, 1), calendarYears.group(1), MonthDay.of(12, 31), last);
        }
        Matcher next = NEXT_YEAR.matcher(words);
        if (next.matches()) {
            return spans(next.group(1), true);
        }
        Matcher current = THIS_YEAR.matcher(words);
        return spans(current.matches() ? current.group(1) : words, false);
    }

    private static Optional<Function<SchoolYear, List<TermSpan>>> years(
            MonthDay from, String first, MonthDay to, String last) {
        int begin = Integer.parseInt(first);
        int end = fullYear(last);
        return end < begin
                ? Optional.empty()
                : Optional.of(year -> List.of(new TermSpan(from.atYear(begin), to.atYear(end))));
    }

    private static Optional<Function<SchoolYear, List<TermSpan>>> spans(String words, boolean next) {
        return until(words, next)
                .or(() -> range(words, next))
                .or(() -> point(words, next).map(point -> year -> List.of(point.in(year))))
                .or(() -> points(words, next))
                .or(() -> begins(words, next))
                .or(() -> during(words, next));
    }

    private static Optional<Function<SchoolYear, List<TermSpan>>> until(String words, boolean next) {
        Matcher until = UNTIL.matcher(words);
        return until.matches()
                ? point(until.group(1), next)
                        .map(point -> year -> List.of(new TermSpan(
                                null,
                                point.bare()
                                        ? point.in(year).from().minusDays(1)
                                        : point.in(year).to())))
                : Optional.empty();
    }

    private static Optional<Function<SchoolYear, List<TermSpan>>> begins(String words, boolean next) {
        Matcher from = FROM.matcher(words);
        return from.matches()
                ? point(from.group(1), next)
                        .map(point -> year -> List.of(new TermSpan(
                                point.in(year).from(),
                                latest(
                                        point.in(year).to(),
                                        TermPhrase.SCHOOL_YEAR.in(year).to()))))
                : Optional.empty();
    }

    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static Optional<Function<SchoolYear, List<TermSpan>>> during(String words, boolean next) {
        Matcher during = DURING.matcher(words);
        return during.matches() ? spans(during.group(1), next) : Optional.empty();
    }

    private static Optional<Function<SchoolYear, List<TermSpan>>> range(String words, boolean next) {
        Matcher days = DAYS.matcher(words);
        if (days.matches() && Integer.parseInt(days.group(1)) <= Integer.parseInt(days.group(2))) {
            return Optional.of(days(days, month(days.group(3)), next));
        }
        Matcher numeric = NUMERIC_DAYS.matcher(words);
        if (numeric.matches() && Integer.parseInt(numeric.group(1)) <= Integer.parseInt(numeric.group(2))) {
            return Optional.of(days(numeric, Month.of(Integer.parseInt(numeric.group(3))), next));
        }
        Matcher from = FROM.matcher(words);
        String ends = from.matches() ? from.group(1) : words;
        String dividers = from.matches() ? Messages.raw("term.words.to") : "-";
        for (String divider : dividers.split("\\|")) {
            String[] both = ends.split(divider.equals("-") ? "-" : " " + divider + " ", 2);
            if (both.length == 2) {
                Optional<TermPoint> first = point(both[0], next);
                Optional<TermPoint> last = point(both[1], next);
                if (first.isPresent() && last.isPresent() && !first.get().isAfter(last.get())) {
                    return Optional.of(year -> List.of(first.get().to(last.get(), year)));
                }
            }
        }
        return Optional.empty();
    }

    /** @param found the first day, the last day and the year in the groups 1, 2 and 4 */
    private static Function<SchoolYear, List<TermSpan>> days(Matcher found, Month month, boolean next) {
        MonthDay from = MonthDay.of(month, Integer.parseInt(found.group(1)));
        MonthDay to = MonthDay.of(month, Integer.parseInt(found.group(2)));
        Integer fixed = year(found.group(4));
        refuseLeapDay(to, fixed);
        TermPoint point = new TermPoint(from, month, to.getDayOfMonth(), fixed, next, false);
        return year -> List.of(point.in(year));
    }

    /** «декабрь, май», «15 октября и 20 мая», «декабрь май»: each comes after the one before it. */
    private static Optional<Function<SchoolYear, List<TermSpan>>> points(String words, boolean next) {
        String[] parts = words.split("[,;] ?| " + Messages.raw("term.words.and") + " ");
        if (parts.length == 1) {
            parts = words.split("(?<=[^\\d ]) (?=" + ANY_MONTH + ")");
        }
        List<TermPoint> points = new ArrayList<>();
        for (String part : parts) {
            Matcher during = DURING.matcher(part.strip());
            Optional<TermPoint> point = point(during.matches() ? during.group(1) : part.strip(), next);
            if (point.isEmpty()) {
                return Optional.empty();
            }
            points.add(point.get());
        }
        Integer fixed = points.get(points.size() - 1).fixedYear();
        return points.size() < 2 || fixed != null && points.stream().anyMatch(point -> point.fixedYear() == null)
                ? Optional.empty()
                : Optional.of(year -> inOrder(points, year));
    }

    private static List<TermSpan> inOrder(List<TermPoint> points, SchoolYear year) {
        List<TermSpan> spans = new ArrayList<>();
        for (TermPoint point : points) {
            spans.add(
                    spans.isEmpty()
                            ? point.in(year)
                            : point.after(spans.get(spans.size() - 1).to(), year));
        }
        return spans;
    }

    private static Optional<TermPoint> point(String words, boolean next) {
        Matcher numeric = NUMERIC_DAY.matcher(words);
        if (numeric.matches()) {
            return Optional.of(day(Integer.parseInt(numeric.group(2)), numeric.group(1), year(numeric.group(3)), next));
        }
        Matcher day = DAY.matcher(words);
        if (day.matches()) {
            return Optional.of(day(month(day.group(2)).getValue(), day.group(1), year(day.group(3)), next));
        }
        Matcher part = PART_OF_YEAR.matcher(words);
        if (part.matches()) {
            return partOfYear(part, next);
        }
        Matcher month = MONTH.matcher(words);
        return month.matches()
                ? partOfMonth(month.group(1), month(month.group(2)), year(month.group(3)), next)
                : Optional.empty();
    }

    private static TermPoint day(int month, String day, Integer year, boolean next) {
        MonthDay date = MonthDay.of(month, Integer.parseInt(day));
        refuseLeapDay(date, year);
        return new TermPoint(date, date.getMonth(), date.getDayOfMonth(), year, next, false);
    }

    /** The engine would fail on it in three years of four. */
    private static void refuseLeapDay(MonthDay day, Integer year) {
        if (day.equals(MonthDay.of(2, 29)) && (year == null || !Year.isLeap(year))) {
            throw new DateTimeException("No such day in every year");
        }
    }

    private static Optional<TermPoint> partOfMonth(String part, Month month, Integer year, boolean next) {
        if (part == null) {
            return Optional.of(new TermPoint(MonthDay.of(month, 1), month, 0, year, next, true));
        }
        Matcher week = WEEK.matcher(part);
        if (week.matches()) {
            int last = Integer.parseInt(week.group(1)) * DAYS_OF_WEEK;
            return Optional.of(partOfMonth(month, last - DAYS_OF_WEEK + 1, last, year, next));
        }
        Matcher decade = DECADE.matcher(part);
        if (decade.matches()) {
            int first = (Integer.parseInt(decade.group(1)) - 1) * TENTH + 1;
            return Optional.of(partOfMonth(month, first, first > TWENTIETH ? 0 : first + TENTH - 1, year, next));
        }
        if (LAST_WEEK.matcher(part).matches()) {
            return Optional.of(partOfMonth(month, month.minLength() - DAYS_OF_WEEK + 1, 0, year, next));
        }
        if (part.matches(Messages.raw("term.words.beginning"))) {
            return Optional.of(partOfMonth(month, 1, TENTH, year, next));
        }
        if (part.matches(Messages.raw("term.words.middle"))) {
            return Optional.of(partOfMonth(month, TENTH + 1, TWENTIETH, year, next));
        }
        if (part.matches(Messages.raw("term.words.first-half"))) {
            return Optional.of(partOfMonth(month, 1, MIDDLE, year, next));
        }
        if (part.matches(Messages.raw("term.words.second-half"))) {
            return Optional.of(partOfMonth(month, MIDDLE + 1, 0, year, next));
        }
        return part.matches(Messages.raw("term.words.end"))
                ? Optional.of(partOfMonth(month, TWENTIETH + 1, 0, year, next))
                : Optional.empty();
    }

    private static TermPoint partOfMonth(Month month, int from, int to, Integer year, boolean next) {
        return new TermPoint(MonthDay.of(month, from), month, to, year, next, false);
    }

    /** Quarters of the calendar year, half years and quarters of the school year. */
    private static Optional<TermPoint> partOfYear(Matcher part, boolean next) {
        int number = Arrays.asList("i", "ii", "iii", "iv").indexOf(part.group(1)) + 1;
        int index = number == 0 ? Integer.parseInt(part.group(1)) : number;
        List<Integer> months;
        if (part.group(2) != null) {
            months = List.of(List.of(1, 3), List.of(4, 6), List.of(7, 9), List.of(10, 12))
                    .get(index - 1);
        } else if (part.group(3) != null) {
            if (index > 2) {
                return Optional.empty();
            }
            months = List.of(List.of(9, 12), List.of(1, 5)).get(index - 1);
        } else {
            months = List.of(List.of(9, 10), List.of(11, 12), List.of(1, 3), List.of(4, 5))
                    .get(index - 1);
        }
        return Optional.of(new TermPoint(
                MonthDay.of(months.get(0), 1), Month.of(months.get(1)), 0, year(part.group(5)), next, false));
    }

    // ---- another activity

    private static Optional<Term> relative(String text, String words) {
        Matcher after = AFTER.matcher(words);
        if (after.matches() && RoadmapItems.isWellFormed(after.group("item"))) {
            return Optional.of(relative(text, after, false));
        }
        Matcher before = BEFORE.matcher(words);
        return before.matches() && RoadmapItems.isWellFormed(before.group("item"))
                ? Optional.of(relative(text, before, true))
                : Optional.empty();
    }

    private static Term relative(String text, Matcher found, boolean before) {
        RelativeTerm.Unit unit = null;
        if (found.group("month") != null) {
            unit = RelativeTerm.Unit.MONTH;
        } else if (found.group("week") != null) {
            unit = RelativeTerm.Unit.WEEK;
        } else if (found.group("day") != null) {
            unit = found.group("working") == null ? RelativeTerm.Unit.DAY : RelativeTerm.Unit.WORKING_DAY;
        }
        Integer amount = unit == null ? null : found.group("n") == null ? 1 : Integer.valueOf(found.group("n"));
        return new RelativeTerm(text, found.group("item"), amount, unit, before);
    }

    // ---- words

    private static Pattern pattern(String shape, String words) {
        return Pattern.compile(shape.formatted(Messages.raw("term.words." + words)), FLAGS);
    }

    /** Words that stand for numbers, in their order, before what is counted so. */
    private static List<Pattern> numbers(String words, String endings, String before) {
        return Arrays.stream(Messages.raw("term.words." + words).split(" "))
                .map(word -> Pattern.compile(
                        "(?<!\\p{L})(?:" + word + ")" + endings + " (?=(?:" + Messages.raw("term.words." + before)
                                + "))",
                        FLAGS))
                .toList();
    }

    private static Month month(String word) {
        for (int i = 0; i < MONTHS.size(); i++) {
            if (word.matches(MONTHS.get(i))) {
                return Month.of(i + 1);
            }
        }
        throw new IllegalStateException(word);
    }

    private static Integer year(String digits) {
        return digits == null ? null : (Integer) fullYear(digits);
    }

    private static int fullYear(String digits) {
        int year = Integer.parseInt(digits);
        return digits.length() == 2 ? CENTURY + year : year;
    }
}
