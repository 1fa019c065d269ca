package org.mentoringroadmap.exchange;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.HeadingKey;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The Russian words of the files that are imported: headings and values with all the ways in which people write them. */
@Component
class ImportWords {
    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final int MAX_GONE = 60;
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /**
     * What a heading stands for.
     *
     * @param column the column
     * @param value where the column says Yes or No of one value of that column: the value; else null
     */
    record Heading(ImportColumn column, Enum<?> value) {
        /** The name under which pages and programs choose it. */
        String id() {
            return value == null ? column.name() : column.name() + "." + value.name();
        }
    }

    private final MessageSource messages;
    private final Map<String, Heading> headings = new HashMap<>();
    private final Map<Class<?>, Map<String, Enum<?>>> values = new LinkedHashMap<>();
    private final Map<String, Heading> byId = new LinkedHashMap<>();
    private final Set<String> numbers;
    private final Set<String> ignored;
    private final List<String> below;
    private final List<String> gone;
    private final Set<String> yes;
    private final Set<String> no;

    ImportWords(MessageSource messages) {
        this.messages = messages;
        values.put(ParticipantCategory.class, read(ParticipantCategory.values(), this::code));
        values.put(MentoringForm.class, read(MentoringForm.values(), this::code));
        values.put(RoleModel.class, read(RoleModel.values(), this::code));
        values.put(Need.class, read(Need.values(), this::code));
        flags(MentoringForm.class, ImportColumn.FORMS);
        flags(RoleModel.class, ImportColumn.ROLE_MODELS);
        flags(Need.class, ImportColumn.NEEDS);
        for (ImportColumn column : ImportColumn.values()) {
            Heading heading = new Heading(column, null);
            byId.put(heading.id(), heading);
            ways("import-column." + column).forEach(way -> headings.put(HeadingKey.of(way), heading));
        }
        headings.values().forEach(heading -> byId.putIfAbsent(heading.id(), heading));
        numbers = words("import-column.numbers");
        below = List.copyOf(words("import-word.below"));
        gone = List.copyOf(words("import-word.gone"));
        ignored = words("import-column.ignored");
        ignored.addAll(numbers);
        for (RegisterColumn column : RegisterColumn.values()) {
            ignored.add(key(title(column)));
        }
        yes = words("import-word.yes");
        no = words("import-word.no");
    }

    private void flags(Class<?> type, ImportColumn column) {
        values.get(type).forEach((way, value) -> headings.put(HeadingKey.of(way), new Heading(column, value)));
    }

    private <T extends Enum<T>> Map<String, Enum<?>> read(T[] all, Function<Enum<?>, String> code) {
        Map<String, Enum<?>> read = new LinkedHashMap<>();
        Arrays.stream(all).forEach(value -> ways(code.apply(value)).forEach(way -> read.put(way, value)));
        return read;
    }

    private String code(Enum<?> value) {
        if (value instanceof MentoringForm form) {
            return "mentoring-form." + form.id();
        }
        String type = value.getDeclaringClass().getSimpleName();
        return type.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT) + "." + value;
    }

    /** The title and all that stands for it, as keys. */
    private Set<String> ways(String code) {
        Set<String> ways = words(code + ".also");
        ways.add(key(text(code)));
        return ways;
    }

    private Set<String> words(String code) {
        String list = messages.getMessage(code, null, null, RUSSIAN);
        return list == null
                ? new HashSet<>()
                : Arrays.stream(list.split("\\|", -1))
                        .map(ImportWords::key)
                        .collect(Collectors.toCollection(HashSet::new));
    }

    /** Letters and digits only: how somebody sets dashes, dots and spaces does not matter. */
    static String key(String text) {
        String words = BETWEEN.matcher(NameKey.of(text)).replaceAll(" ").strip();
        return words.isEmpty() ? text.strip() : words;
    }

    /** What the heading of a column stands for; empty for one that nobody knows. */
    Optional<Heading> heading(String text) {
        return HeadingKey.all(text).map(headings::get).filter(Objects::nonNull).findFirst();
    }

    /** What a page or a program has chosen; empty for what is no column of a file. */
    Optional<Heading> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** All that a column may be taken for. */
    Collection<Heading> all() {
        return byId.values();
    }

    /** Whether somebody reads a column with this heading. */
    boolean isHeading(String text) {
        return heading(text).isPresent() || !text.isBlank() && isNumber(text);
    }

    /** Whether a heading stands over a list's own numbers. */
    boolean isNumber(String heading) {
        return numbers.contains(key(heading));
    }

    /** Whether a column is no loss: a list's own numbers. */
    boolean isIgnored(String heading) {
        return ignored.contains(key(heading));
    }

    /** Whether a text begins what stands under a table. */
    boolean isBelow(String text) {
        return begins(text, below);
    }

    /** Whether a text says that somebody has left the school; a long one tells something else. */
    boolean isGone(String text) {
        return text.length() <= MAX_GONE && begins(text, gone);
    }

    private static boolean begins(String text, List<String> words) {
        String key = key(text) + " ";
        return words.stream().anyMatch(word -> key.startsWith(word + " "));
    }

    /**
     * A value of a list, by its title or another word for it.
     *
     * @throws RowRefused with {@code code}: the value and what it could be
     */
    <T extends Enum<T>> T value(Class<T> type, String text, String code) {
        Enum<?> found = values.get(type).get(key(text));
        if (found == null) {
            throw new RowRefused(code, text, titles(Arrays.asList(type.getEnumConstants())));
        }
        return type.cast(found);
    }

    /**
     * Who somebody is; «учитель математики» is a teacher, as the first word says.
     *
     * @throws RowRefused {@code import.category}
     */
    ParticipantCategory category(String text) {
        String first = key(text).replaceFirst(" .*", "");
        boolean whole = values.get(ParticipantCategory.class).containsKey(key(text));
        return value(
                ParticipantCategory.class,
                !whole && values.get(ParticipantCategory.class).containsKey(first) ? first : text,
                "import.category");
    }

    /** @throws RowRefused {@code import.yes-no} */
    boolean isYes(String text) {
        String key = key(text);
        if (yes.contains(key)) {
            return true;
        }
        if (no.contains(key)) {
            return false;
        }
        throw new RowRefused("import.yes-no", text);
    }

    /** Whether a cell says no more than an empty one. */
    static boolean isDash(String text) {
        return text.chars().allMatch(c -> c == '-' || c == '–' || c == '—');
    }

    String title(ImportColumn column) {
        return text("import-column." + column);
    }

    /** Title of what a column may be taken for. */
    String title(Heading heading) {
        return heading.value() == null ? title(heading.column()) : title(heading.value());
    }

    String title(RegisterColumn column) {
        return text("register-column." + column);
    }

    String title(Enum<?> value) {
        return text(code(value));
    }

    private String titles(Collection<? extends Enum<?>> all) {
        return all.stream().map(this::title).collect(Collectors.joining(", "));
    }

    String text(UserInputException refused) {
        return text(refused.code(), refused.arguments());
    }

    String text(RowRefused refused) {
        return text(refused.code(), refused.arguments());
    }

    String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }

    /** The invented row of the template; what has no sample is left out. */
    Map<ImportColumn, String> sample(ParticipantRole role) {
        Map<ImportColumn, String> sample = new EnumMap<>(ImportColumn.class);
        for (ImportColumn column : ImportColumn.values()) {
            String own = "import.sample." + role.name().toLowerCase(Locale.ROOT) + "." + column;
            String text = messages.getMessage(own, null, null, RUSSIAN);
            if (text == null) {
                text = messages.getMessage("import.sample." + column, null, null, RUSSIAN);
            }
            if (text != null) {
                sample.put(column, text);
            }
        }
        return sample;
    }
}
