package org.mentoringroadmap.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.exchange.ImportWords.Heading;
import org.mentoringroadmap.participant.Hour;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.Table;

/** Reads the rows of one file; everything that is wrong with a row is kept with its column. */
final class ImportRowReader {
    private static final ParticipantDetails NOTHING =
            ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null);

    private final ImportWords words;
    private final ParticipantRole role;
    private final boolean special;
    private final Set<Need> offered;
    private final LocalDate today;
    private final Map<String, ImportClasses.Known> classes;
    private final boolean addClasses;

    /**
     * @param special whether the acting account may bring special categories
     * @param offered those that the school asks for
     * @param classes classes of the school by {@link ClassName}
     * @param addClasses whether a class that is missing is added
     */
    ImportRowReader(
            ImportWords words,
            ParticipantRole role,
            boolean special,
            Set<Need> offered,
            LocalDate today,
            Map<String, ImportClasses.Known> classes,
            boolean addClasses) {
        this.words = words;
        this.role = role;
        this.special = special;
        this.offered = offered;
        this.today = today;
        this.classes = classes;
        this.addClasses = addClasses;
    }

    ImportedRow read(Table.Row row, ImportSheet sheet) {
        ImportedRow read = new ImportedRow(row.number());
        sheet.headings().forEach((index, heading) -> {
            if (index < row.cells().size()) {
                read(read, heading, sheet.titles().get(index), row.cells().get(index));
            }
        });
        requireNames(read, sheet);
        checkTogether(read, sheet);
        return read;
    }

    private void read(ImportedRow row, Heading heading, String title, Table.Cell cell) {
        try {
            if (cell.flaw() != null) {
                throw new RowRefused(cell.flaw() == Table.Flaw.FORMULA ? "import.formula" : "import.failed");
            }
            String text = EnteredText.clean(cell.text());
            if (text == null) {
                return;
            }
            if (heading.value() != null) {
                boolean yes = words.isYes(text);
                if (yes) {
                    requireAllowed(heading.column());
                    requireOffered(heading.value());
                }
                if (yes || special || !heading.column().isSpecial()) {
                    row.flags.put(heading.value(), yes);
                }
            } else if (!ImportWords.isDash(text)) {
                requireAllowed(heading.column());
                take(row, heading.column(), text);
            }
        } catch (RowRefused e) {
            row.errors.add(new ImportIssue(row.number, title, words.text(e)));
        } catch (UserInputException e) {
            row.errors.add(new ImportIssue(row.number, title, words.text(e)));
        }
    }

    private void requireAllowed(ImportColumn column) {
        if (column.isSpecial() && !special) {
            throw new RowRefused("import.special");
        }
    }

    private void requireOffered(Enum<?> value) {
        if (value instanceof Need need && !offered.contains(need)) {
            throw new RowRefused("import.not-offered", words.title(need));
        }
    }

    private void take(ImportedRow row, ImportColumn column, String text) {
        switch (column) {
            case LAST_NAME, FIRST_NAME, MIDDLE_NAME -> row.texts.put(column, name(text));
            case FULL_NAME -> fullName(row, text);
            case BIRTH_DATE ->
                row.birthDate = EnteredDay.parse(text, today).orElseThrow(() -> new RowRefused("import.date", text));
            case CATEGORY -> row.category = words.value(ParticipantCategory.class, text, "import.category");
            case SCHOOL_CLASS -> schoolClass(row, text);
            case REQUESTS -> row.topics.put(TopicKind.REQUEST, Topic.list(TopicKind.REQUEST, text));
            case COMPETENCES -> row.topics.put(TopicKind.COMPETENCE, Topic.list(TopicKind.COMPETENCE, text));
            case INTERESTS -> row.topics.put(TopicKind.INTEREST, Topic.list(TopicKind.INTEREST, text));
            case HOURS -> row.hours = hours(text);
            case CAPACITY, AGE_FROM, AGE_TO -> row.numbers.put(column, number(text));
            case FORMS -> row.forms = list(MentoringForm.class, text);
            case ROLE_MODELS -> row.roleModels = list(RoleModel.class, text);
            case NEEDS -> {
                Set<Need> needs = list(Need.class, text);
                needs.forEach(this::requireOffered);
                row.needs = needs;
            }
            default -> row.texts.put(column, text);
        }
    }

    /** A name in capital letters only, or in small ones, is written as a name. */
    private static String name(String text) {
        if (!text.matches("[\\p{L}\\p{M} .'’`()-]+")) {
            throw new RowRefused("import.name-letters");
        }
        String line = text.replaceAll("\\s+", " ");
        boolean shouted = line.length() > 1 && (line.equals(line.toUpperCase()) || line.equals(line.toLowerCase()));
        if (!shouted) {
            return line;
        }
        StringBuilder name = new StringBuilder();
        boolean start = true;
        for (char c : line.toCharArray()) {
            name.append(start ? Character.toUpperCase(c) : Character.toLowerCase(c));
            start = !Character.isLetter(c);
        }
        return name.toString();
    }

    private static void fullName(ImportedRow row, String text) {
        String[] parts = name(text).split(" ", 3);
        if (parts.length < 2) {
            throw new RowRefused("import.full-name");
        }
        row.texts.putIfAbsent(ImportColumn.LAST_NAME, parts[0]);
        row.texts.putIfAbsent(ImportColumn.FIRST_NAME, parts[1]);
        if (parts.length > 2) {
            row.texts.putIfAbsent(ImportColumn.MIDDLE_NAME, parts[2]);
        }
    }

    private void schoolClass(ImportedRow row, String text) {
        String name = ClassName.of(text);
        ImportClasses.Known known = classes.get(name);
        if (known != null) {
            row.classId = known.id();
            row.className = known.name();
            return;
        }
        if (!ClassName.isPlausible(name)) {
            throw new RowRefused("import.class-name", text);
        }
        row.className = name;
        if (!addClasses) {
            throw new RowRefused("import.class", text);
        }
    }

    private static Set<Hour> hours(String text) {
        try {
            return HoursText.parse(text);
        } catch (UserInputException e) {
            throw new RowRefused("import.hours", text);
        }
    }

    private static Integer number(String text) {
        if (!text.matches("\\d{1,3}")) {
            throw new RowRefused("import.number", text);
        }
        return Integer.valueOf(text);
    }

    private <T extends Enum<T>> Set<T> list(Class<T> type, String text) {
        return Arrays.stream(text.split("[,;\\n]"))
                .filter(part -> !part.isBlank())
                .map(part -> words.value(type, part.strip(), "import.value"))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private void requireNames(ImportedRow row, ImportSheet sheet) {
        boolean together =
                sheet.headings().values().stream().noneMatch(heading -> heading.column() == ImportColumn.LAST_NAME);
        List<ImportColumn> columns =
                together ? List.of(ImportColumn.FULL_NAME) : List.of(ImportColumn.LAST_NAME, ImportColumn.FIRST_NAME);
        for (ImportColumn column : columns) {
            ImportColumn needed = together ? ImportColumn.LAST_NAME : column;
            String title = title(sheet, column);
            boolean missing = !row.texts.containsKey(needed)
                    || NameKey.of(row.texts.get(needed)).isEmpty();
            if (missing && row.errors.stream().noneMatch(error -> error.column().equals(title))) {
                String code = switch (column) {
                    case LAST_NAME -> "import.last-name";
                    case FIRST_NAME -> "import.first-name";
                    default -> "import.full-name";
                };
                row.errors.add(new ImportIssue(row.number, title, words.text(code)));
            }
        }
    }

    /** What the card refuses: a text that is too long, a birthday that cannot be, ages from high to low. */
    private void checkTogether(ImportedRow row, ImportSheet sheet) {
        boolean named = row.texts.containsKey(ImportColumn.LAST_NAME) && row.texts.containsKey(ImportColumn.FIRST_NAME);
        if (named && refused(row).isEmpty()) {
            return;
        }
        List<ImportIssue> found = new ArrayList<>();
        row.texts.forEach((column, text) -> {
            ImportedRow alone = nameless(row);
            alone.texts.put(column, text);
            refused(alone).ifPresent(refused -> found.add(issue(row, sheet, column, refused)));
        });
        if (row.birthDate != null) {
            ImportedRow alone = nameless(row);
            alone.birthDate = row.birthDate;
            refused(alone).ifPresent(refused -> found.add(issue(row, sheet, ImportColumn.BIRTH_DATE, refused)));
        }
        ImportedRow numbers = nameless(row);
        numbers.numbers.putAll(row.numbers);
        refused(numbers).ifPresent(refused -> found.add(issue(row, sheet, columnOf(row, refused), refused)));
        row.errors.addAll(found);
    }

    private static ImportedRow nameless(ImportedRow row) {
        ImportedRow nameless = new ImportedRow(row.number);
        nameless.texts.put(ImportColumn.LAST_NAME, "x");
        nameless.texts.put(ImportColumn.FIRST_NAME, "x");
        return nameless;
    }

    private Optional<UserInputException> refused(ImportedRow row) {
        try {
            row.person(null).checked(today);
            row.participant(NOTHING).checked(role);
            return Optional.empty();
        } catch (UserInputException e) {
            return Optional.of(e);
        }
    }

    private ImportIssue issue(ImportedRow row, ImportSheet sheet, ImportColumn column, UserInputException refused) {
        return new ImportIssue(row.number, title(sheet, column), words.text(refused));
    }

    private static ImportColumn columnOf(ImportedRow row, UserInputException refused) {
        if (refused.code().equals("participant.capacity")) {
            return ImportColumn.CAPACITY;
        }
        return row.numbers.containsKey(ImportColumn.AGE_FROM) ? ImportColumn.AGE_FROM : ImportColumn.AGE_TO;
    }

    /** The heading as the file has it. */
    private String title(ImportSheet sheet, ImportColumn column) {
        return sheet.headings().entrySet().stream()
                .filter(heading -> heading.getValue().column() == column
                        && heading.getValue().value() == null)
                .map(heading -> sheet.titles().get(heading.getKey()))
                .findFirst()
                .or(() -> column == ImportColumn.FULL_NAME
                        ? Optional.empty()
                        : Optional.of(title(sheet, ImportColumn.FULL_NAME)))
                .orElseGet(() -> words.title(column));
    }
}
