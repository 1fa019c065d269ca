package org.mentoringroadmap.exchange;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mentoringroadmap.exchange.ImportWords.Heading;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.table.Headings;

/** What lists of participants call their columns, and what their neighbourhood makes of them. */
final class ImportHeadings implements Headings {
    private static final Set<ImportColumn> NAMES =
            Set.of(ImportColumn.LAST_NAME, ImportColumn.FIRST_NAME, ImportColumn.MIDDLE_NAME, ImportColumn.FULL_NAME);

    private static final Set<ImportColumn> OF_REPRESENTATIVE = Set.of(
            ImportColumn.REPRESENTATIVE_NAME, ImportColumn.REPRESENTATIVE_RELATION, ImportColumn.REPRESENTATIVE_PHONE);

    /** What may be the representative's as well as the participant's. */
    private static final Set<ImportColumn> OF_ANYBODY =
            Set.of(ImportColumn.PHONE, ImportColumn.EMAIL, ImportColumn.ORGANISATION, ImportColumn.POST);

    private static final Pattern REPRESENTATIVE = Pattern.compile(
            "(?<!\\p{L})(?:родител|представител|мат(?:ь|ери)|мам|отец|отц|пап[аы]|опекун|попечител)\\p{L}*");
    private static final Pattern PARTICIPANT =
            Pattern.compile("(?<!\\p{L})(?:учени|учащ|обучающ|участни|ребен|школьни|наставник|наставляем|личн)\\p{L}*");

    private static final Pattern BESIDE = Pattern.compile("[,;/\\n]|\\s(?:и|\\+)\\s");

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final String CLASS = "(1[0-2]|[1-9])(?:\\s*[-–—]?\\s*[«\"“'(]?([А-ЯЁA-Z])[»\"”')]?)?";
    private static final Pattern ALONE = Pattern.compile(
            "(1[0-2]|[1-9])\\s*[-–—]?\\s*[«\"“'(]?([А-ЯЁA-Z])[»\"”')]?|(?:1[0-2]|[1-9])[-/]\\d{1,2}", FLAGS);
    private static final Pattern WITH_WORD = Pattern.compile(
            "(?<![\\p{L}\\d])" + CLASS
                    + "(?:\\s*-?\\s*(?:й|ый|ого|го))?\\s*(?:класс|кл\\.)|(?<!\\p{L})(?:класс|кл\\.?)\\s*:?\\s*" + CLASS
                    + "(?![\\p{L}\\d])",
            FLAGS);
    private static final Pattern LETTERED =
            Pattern.compile("(?<![\\p{L}\\d])\\d{1,2}\\s*-?\\s*[«\"]?[А-ЯЁA-Z][»\"]?(?!\\p{L})");

    private final ImportWords words;
    private final ParticipantRole role;

    ImportHeadings(ImportWords words, ParticipantRole role) {
        this.words = words;
        this.role = role;
    }

    @Override
    public Optional<String> column(List<String> texts, List<Neighbour> before) {
        String own = texts.get(texts.size() - 1);
        Optional<Heading> heading = words.heading(String.join(" ", texts))
                .or(() -> words.heading(own))
                .or(() -> named(own));
        String over = ImportWords.key(String.join(" ", texts.subList(0, texts.size() - 1)));
        boolean under = isOfParent(over);
        return heading.map(Heading::column)
                .filter(column -> heading.get().value() == null)
                .flatMap(column -> under
                        ? ofRepresentative(column)
                        : isOfNeighbour(column, own, before) ? ofRepresentative(column) : Optional.of(column))
                .map(column -> new Heading(column, null))
                .or(() -> heading.filter(found -> found.value() != null))
                .filter(found -> found.column().of(role))
                .map(Heading::id);
    }

    /** «ФИО родителей, телефон», «ФИО, класс»: what is named beside a name is looked for in its cells. */
    private Optional<Heading> named(String heading) {
        return BESIDE.splitAsStream(heading)
                .flatMap(part -> words.heading(part).stream())
                .filter(part ->
                        part.column() == ImportColumn.FULL_NAME || part.column() == ImportColumn.REPRESENTATIVE_NAME)
                .findFirst()
                .map(part -> isOfParent(heading) ? new Heading(ImportColumn.REPRESENTATIVE_NAME, null) : part);
    }

    private static boolean isOfParent(String heading) {
        String key = ImportWords.key(heading);
        return REPRESENTATIVE.matcher(key).find()
                && !PARTICIPANT
                        .matcher(REPRESENTATIVE.matcher(key).replaceAll(" "))
                        .find();
    }

    /**
     * «Телефон» right of a parent's name is the parent's, unless it says whose it is; after «Телефон представителя» it is
     * another one's.
     */
    private static boolean isOfNeighbour(ImportColumn column, String own, List<Neighbour> before) {
        if (!OF_ANYBODY.contains(column)
                || PARTICIPANT.matcher(ImportWords.key(own)).find()) {
            return false;
        }
        return before.stream()
                .filter(neighbour -> !neighbour.id().isEmpty())
                .findFirst()
                .filter(neighbour ->
                        OF_REPRESENTATIVE.stream().anyMatch(of -> of.name().equals(neighbour.id())))
                .filter(neighbour -> column != ImportColumn.PHONE
                        || !neighbour.id().equals(ImportColumn.REPRESENTATIVE_PHONE.name())
                        || !REPRESENTATIVE
                                .matcher(ImportWords.key(neighbour.title()))
                                .find())
                .isPresent();
    }

    /** The same of the representative; empty for what a card does not have of one. */
    private static Optional<ImportColumn> ofRepresentative(ImportColumn column) {
        return switch (column) {
            case FULL_NAME, REPRESENTATIVE_NAME -> Optional.of(ImportColumn.REPRESENTATIVE_NAME);
            case PHONE, REPRESENTATIVE_PHONE -> Optional.of(ImportColumn.REPRESENTATIVE_PHONE);
            case REPRESENTATIVE_RELATION -> Optional.of(column);
            default -> Optional.empty();
        };
    }

    @Override
    public boolean isNumber(String heading) {
        return words.isNumber(heading);
    }

    @Override
    public boolean suffices(Collection<String> columns) {
        return columns.contains(ImportColumn.FULL_NAME.name())
                || columns.contains(ImportColumn.LAST_NAME.name()) && columns.contains(ImportColumn.FIRST_NAME.name());
    }

    /** Whether a column is a part of the name. */
    static boolean isName(ImportColumn column) {
        return NAMES.contains(column);
    }

    @Override
    public boolean isName(String column) {
        return NAMES.stream().anyMatch(name -> name.name().equals(column));
    }

    @Override
    public Optional<String> group(String said) {
        String text = EnteredText.plain(said);
        if (isGone(text)) {
            return Optional.empty();
        }
        Matcher alone = ALONE.matcher(text);
        if (alone.matches()) {
            return Optional.of(alone.group(1) == null ? text : alone.group(1) + alone.group(2))
                    .map(String::toUpperCase);
        }
        if (LETTERED.matcher(text.toUpperCase()).results().count() > 1) {
            return Optional.empty();
        }
        Matcher word = WITH_WORD.matcher(text);
        if (!word.find()) {
            return Optional.empty();
        }
        int first = word.group(1) == null ? 3 : 1;
        String letter = word.group(first + 1);
        return Optional.of((word.group(first) + (letter == null ? "" : letter)).toUpperCase());
    }

    @Override
    public String groupColumn() {
        return ImportColumn.SCHOOL_CLASS.name();
    }

    @Override
    public boolean isBelow(String text) {
        return words.isBelow(text);
    }

    @Override
    public boolean isGone(String text) {
        return words.isGone(text);
    }

    @Override
    public boolean mayRepeat(String column) {
        return OF_REPRESENTATIVE.stream().anyMatch(of -> of.name().equals(column));
    }
}
