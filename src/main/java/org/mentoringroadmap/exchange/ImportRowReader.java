package org.mentoringroadmap.exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mentoringroadmap.exchange.ImportWords.Heading;
import org.mentoringroadmap.participant.Doubt;
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
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.ClassKey;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.Table;

/** Reads the rows of one file; everything that is wrong with a row is kept with its column. */
final class ImportRowReader {
    private static final ParticipantDetails NOTHING =
            ParticipantDetails.of(ParticipantRole.MENTOR, ParticipantCategory.PUPIL, null);

    /** What spreadsheets and programs leave instead of a value. */
    private static final Pattern BETWEEN = Pattern.compile("[,;\\n]");

    private static final Pattern SPACES = Pattern.compile("\\s+");
    private static final Pattern DASH = Pattern.compile("\\p{Pd}");
    private static final Pattern LEFTOVER = Pattern.compile(
            "#(?:Н/Д|N/A|REF!|ССЫЛКА!|ЗНАЧ!|VALUE!|ИМЯ\\?|NAME\\?|ДЕЛ/0!|DIV/0!|ПУСТО!|NULL!|ЧИСЛО!|NUM!|ПЕРЕНОС!|SPILL!"
                    + "|ВЫЧИСЛ!|CALC!)|^#{3,}$|^(?:Err|Ошибка):\\d{3}$|^(?:null|NULL|undefined|NaN|None)$");

    private static final Pattern LOST_LETTERS = Pattern.compile("\uFFFD|^\\?[\\s?.-]*\\?$");
    private static final Pattern NO_LETTER_OF_A_NAME = Pattern.compile("[^\\p{L}\\p{M} .'’`()-]+");

    private final ImportWords words;
    private final ParticipantRole role;
    private final boolean special;
    private final Set<Need> offered;
    private final LocalDate today;
    private final Map<String, ImportClasses.Known> classes;
    private final boolean addClasses;
    private final boolean withoutValues;

    /**
     * @param special whether the acting account may bring special categories
     * @param offered those that the school asks for
     * @param classes classes of the school by {@link org.mentoringroadmap.school.ClassKey}
     * @param addClasses whether a class that is missing is added
     * @param withoutValues whether a value that cannot be read is left out
     */
    ImportRowReader(
            ImportWords words,
            ParticipantRole role,
            boolean special,
            Set<Need> offered,
            LocalDate today,
            Map<String, ImportClasses.Known> classes,
            boolean addClasses,
            boolean withoutValues) {
        this.words = words;
        this.role = role;
        this.special = special;
        this.offered = offered;
        this.today = today;
        this.classes = classes;
        this.addClasses = addClasses;
        this.withoutValues = withoutValues;
    }

    ImportedRow read(Table.Row row, ImportSheet sheet) {
        ImportedRow read = new ImportedRow(row.number());
        sheet.headings().forEach((index, heading) -> {
            if (index < row.cells().size()) {
                read(read, heading, sheet.titles().get(index), row.cells().get(index));
            }
        });
        read.beside.forEach(beside -> settle(read, beside));
        read.beside.stream()
                .filter(beside -> read.foundBeside.contains(beside.column()))
                .collect(Collectors.groupingBy(
                        ImportedRow.Beside::title,
                        LinkedHashMap::new,
                        Collectors.mapping(beside -> words.title(beside.column()), Collectors.joining(", "))))
                .forEach((title, columns) -> read.notes.add(words.text("import.cell-parted", title, columns)));
        settleCentury(read);
        requireNames(read, sheet);
        checkTogether(read, sheet);
        askWhetherGone(read, row, sheet);
        return read;
    }

    /** A cell of a column that nobody reads may say that the person has left. */
    private void askWhetherGone(ImportedRow read, Table.Row row, ImportSheet sheet) {
        for (int index = 0; index < row.cells().size() && index < sheet.titles().size(); index++) {
            if (!sheet.headings().containsKey(index) && words.isGone(row.text(index))) {
                question(read, sheet.titles().get(index), "doubt.gone", row.text(index));
            }
        }
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
            if (LEFTOVER.matcher(text).find()) {
                throw new RowRefused("import.failed");
            }
            if (LOST_LETTERS.matcher(text).find()) {
                throw new RowRefused("import.letters-lost", text);
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
                take(row, heading.column(), title, text);
            }
        } catch (RowRefused e) {
            unread(row, heading.column(), title, cell, words.text(e));
        } catch (UserInputException e) {
            unread(row, heading.column(), title, cell, words.text(e));
        }
    }

    /** A name that cannot be read stands in the line as it is written, so that one sees whose line it is. */
    private void unread(ImportedRow row, ImportColumn column, String title, Table.Cell cell, String message) {
        if (column == ImportColumn.FULL_NAME) {
            row.texts.putIfAbsent(ImportColumn.LAST_NAME, EnteredText.clean(cell.text()));
        }
        wrong(row, column, title, message);
    }

    /** Who somebody is has to be read; anything else may be left out where that is chosen. */
    private void wrong(ImportedRow row, ImportColumn column, String title, String message) {
        boolean dispensable = !row.gone && isDispensable(column);
        if (dispensable && withoutValues) {
            row.leftOut.add(new ImportIssue(row.number, title, message, false, true));
        } else {
            row.errors.add(new ImportIssue(row.number, title, message, false, dispensable));
        }
    }

    private static boolean isDispensable(ImportColumn column) {
        return !ImportHeadings.isName(column)
                && switch (column) {
                    case BIRTH_DATE, SCHOOL_CLASS, CLASS_YEAR, CLASS_LETTER -> false;
                    default -> true;
                };
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

    /** What the other cells say decides the century of a birthday with two figures for the year. */
    private void settleCentury(ImportedRow row) {
        if (row.birthText == null) {
            return;
        }
        boolean pupil = row.category == null
                ? role == ParticipantRole.MENTEE || row.className != null
                : row.category == ParticipantCategory.PUPIL;
        ParticipantCategory category = pupil ? ParticipantCategory.PUPIL : ParticipantCategory.EXPERT;
        EnteredDay.parse(row.birthText, today, day -> Doubt.isAgeOf(category, day, today))
                .ifPresent(day -> row.birthDate = day);
    }

    private void question(ImportedRow row, String title, String code, Object... arguments) {
        row.warnings.add(new ImportIssue(row.number, title, words.text(code, arguments), true));
    }

    private void take(ImportedRow row, ImportColumn column, String title, String text) {
        switch (column) {
            case LAST_NAME -> row.texts.put(column, name(named(row, title, PersonName.withoutNumber(text))));
            case FIRST_NAME -> row.texts.put(column, name(named(row, title, text)));
            case MIDDLE_NAME -> {
                if (!PersonName.isNoPatronymic(text)) {
                    row.texts.put(column, name(named(row, title, text)));
                }
            }
            case FULL_NAME -> fullName(row, title, named(row, title, PersonName.withoutNumber(text)));
            case BIRTH_DATE -> {
                row.birthDate = EnteredDay.parse(text, today).orElseThrow(() -> new RowRefused("import.date", text));
                row.birthText = text;
            }
            case CATEGORY -> {
                row.gone = words.isGone(text);
                if (row.gone) {
                    throw new RowRefused("import.gone", text);
                }
                row.category = words.category(text);
            }
            case SCHOOL_CLASS -> schoolClass(row, title, text);
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
            case PHONE,
                    REPRESENTATIVE_PHONE,
                    EMAIL,
                    REPRESENTATIVE_NAME,
                    REPRESENTATIVE_RELATION,
                    ORGANISATION,
                    POST -> {
                if (!PersonName.isNoPatronymic(text)) { // «нет» stands in such cells as well
                    mixed(row, column, title, text);
                }
            }
            default -> row.texts.put(column, text);
        }
    }

    /** The name alone; what else the cell says is kept for the columns that it belongs to. */
    private static String named(ImportedRow row, String title, String text) {
        MixedCell cell = MixedCell.ofName(" " + text);
        if (cell.isPlain() || cell.rest().isEmpty()) {
            return text;
        }
        beside(row, ImportColumn.SCHOOL_CLASS, cell.schoolClass(), title);
        beside(row, ImportColumn.BIRTH_DATE, cell.birthday(), title);
        boolean ofParent = !cell.relation().isEmpty();
        beside(row, ofParent ? ImportColumn.REPRESENTATIVE_PHONE : ImportColumn.PHONE, cell.phones(), title);
        beside(row, ImportColumn.REPRESENTATIVE_RELATION, cell.relation(), title);
        beside(row, ImportColumn.EMAIL, cell.email(), title);
        return cell.rest();
    }

    /** A contact, or somebody to whom the participant is a child, of whom a cell often says more than one thing. */
    private static void mixed(ImportedRow row, ImportColumn column, String title, String text) {
        MixedCell cell = switch (column) {
            case REPRESENTATIVE_NAME, REPRESENTATIVE_PHONE -> MixedCell.ofRepresentative(text);
            case PHONE, EMAIL -> MixedCell.ofContact(text);
            default -> new MixedCell(text, "", "", "", "", "");
        };
        String own = switch (column) {
            case REPRESENTATIVE_PHONE, PHONE -> cell.phones();
            case EMAIL -> cell.email();
            default -> cell.rest();
        };
        boolean name = column == ImportColumn.REPRESENTATIVE_PHONE && cell.restIsName();
        boolean whose = !cell.relation().isEmpty() && cell.phones().contains(","); // one of two phones is the mother's
        boolean understood =
                column == ImportColumn.REPRESENTATIVE_NAME || (cell.rest().isEmpty() || name) && !whose;
        boolean several = column == ImportColumn.REPRESENTATIVE_NAME
                ? !cell.isPlain()
                : !cell.email().isEmpty() && !cell.phones().isEmpty()
                        || name
                        || !cell.relation().isEmpty()
                        || own.isEmpty() && !cell.isPlain(); // the address in the place of the phone
        if (!several || !understood) {
            row.texts.put(column, text);
            return;
        }
        if (!own.isEmpty()) {
            row.texts.put(column, own);
        }
        if (name) {
            beside(row, ImportColumn.REPRESENTATIVE_NAME, cell.rest(), title);
        }
        beside(row, ImportColumn.REPRESENTATIVE_RELATION, cell.relation(), title);
        if (column == ImportColumn.REPRESENTATIVE_NAME) {
            beside(row, ImportColumn.REPRESENTATIVE_PHONE, cell.phones(), title);
        }
        if (column == ImportColumn.EMAIL) {
            beside(row, ImportColumn.PHONE, cell.phones(), title);
        }
        if (column == ImportColumn.PHONE) {
            beside(row, ImportColumn.EMAIL, cell.email(), title);
        }
        if (column == ImportColumn.REPRESENTATIVE_NAME || column == ImportColumn.REPRESENTATIVE_PHONE) {
            beside(row, null, cell.email(), title); // a card has none of a representative
        }
    }

    private static void beside(ImportedRow row, ImportColumn column, String text, String title) {
        if (!text.isEmpty()) {
            row.beside.add(new ImportedRow.Beside(column, text, title));
        }
    }

    /** What a cell has said beside: taken where its own column says nothing, said or asked about. */
    private void settle(ImportedRow row, ImportedRow.Beside beside) {
        ImportColumn column = beside.column();
        if (column == null || !column.of(role)) {
            question(row, beside.title(), "doubt.cell-no-place", beside.text());
            return;
        }
        String title = words.title(column);
        try {
            if (!says(row, column)) {
                take(row, column, title, beside.text());
                row.foundBeside.add(column);
                if (column == ImportColumn.SCHOOL_CLASS && role == ParticipantRole.MENTOR && row.category == null) {
                    question(row, beside.title(), "doubt.mentor-class", beside.text());
                }
            } else if (!saysTheSame(row, column, beside.text())) {
                question(row, beside.title(), "doubt.cell-two", title, beside.text());
            }
        } catch (RowRefused e) {
            wrong(row, column, beside.title(), words.text(e));
        } catch (UserInputException e) {
            wrong(row, column, beside.title(), words.text(e));
        }
    }

    private static boolean says(ImportedRow row, ImportColumn column) {
        return switch (column) {
            case SCHOOL_CLASS -> row.className != null;
            case BIRTH_DATE -> row.birthDate != null;
            default -> row.texts.containsKey(column);
        };
    }

    private boolean saysTheSame(ImportedRow row, ImportColumn column, String text) {
        return switch (column) {
            case SCHOOL_CLASS -> ClassKey.of(row.className).equals(ClassKey.of(text));
            case BIRTH_DATE ->
                EnteredDay.parse(text, today).filter(row.birthDate::equals).isPresent();
            case PHONE, REPRESENTATIVE_PHONE -> figures(row.texts.get(column)).contains(figures(text));
            default -> NameKey.of(row.texts.get(column)).equals(NameKey.of(text));
        };
    }

    /** The last ten figures of a phone tell it, whether 8 or +7 stands before them. */
    private static String figures(String phone) {
        String figures = phone.replaceAll("\\D", "");
        return figures.length() == 11 ? figures.substring(1) : figures;
    }

    /** A name as names are written, whatever the list does with capitals. */
    private static String name(String text) {
        String line = DASH.matcher(SPACES.matcher(text).replaceAll(" ")).replaceAll("-");
        Matcher other = NO_LETTER_OF_A_NAME.matcher(line);
        if (other.find()) {
            throw new RowRefused("import.name-letters", other.group());
        }
        return PersonName.written(line);
    }

    private void fullName(ImportedRow row, String title, String text) {
        PersonName.Read read = PersonName.read(text);
        String last = name(read.name().lastName());
        if (read.name().firstName().isEmpty()) {
            throw new RowRefused("import.full-name");
        }
        String first = name(read.name().firstName());
        String middle =
                read.name().middleName() == null ? null : name(read.name().middleName());
        row.texts.putIfAbsent(ImportColumn.LAST_NAME, last);
        row.texts.putIfAbsent(ImportColumn.FIRST_NAME, first);
        if (middle != null) {
            row.texts.putIfAbsent(ImportColumn.MIDDLE_NAME, middle);
        }
        Object[] parts = {last, first, middle == null ? "—" : middle};
        switch (read.reading()) {
            case SEVERAL_WORDS ->
                row.warnings.add(new ImportIssue(row.number, title, words.text("import.name-read", parts)));
            case DOUBTFUL -> question(row, title, "doubt.name-words", parts);
            case SURNAME_LAST -> question(row, title, "doubt.name-order", parts);
            case NO_SURNAME -> question(row, title, "doubt.name-surname", parts);
            case CERTAIN -> {}
        }
    }

    /** A class is read or refused, never another one. */
    private void schoolClass(ImportedRow row, String title, String text) {
        ImportClasses.Known known = classes.get(ClassKey.of(text));
        if (known != null && !known.twins().isEmpty()) {
            throw new RowRefused("import.class-twins", text, String.join("», «", known.twins()));
        }
        if (known != null) {
            row.classId = known.id();
            row.className = known.name();
            return;
        }
        String name = ClassKey.shortest(text);
        if (!ClassName.isPlausible(name)) {
            throw new RowRefused("import.class-name", text);
        }
        row.className = name;
        if (!addClasses) {
            throw new RowRefused("import.class", text);
        }
        if (ClassName.isDoubtful(text, name)) {
            question(row, title, "doubt.class", text);
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
        return BETWEEN.splitAsStream(text)
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
        List<ImportColumn> refusedTexts = new ArrayList<>();
        row.texts.forEach((column, text) -> {
            ImportedRow alone = nameless(row);
            alone.texts.put(column, text);
            refused(alone).ifPresent(refused -> {
                wrong(row, column, title(sheet, column), words.text(refused));
                refusedTexts.add(column);
            });
        });
        if (withoutValues) {
            refusedTexts.stream().filter(ImportRowReader::isDispensable).forEach(row.texts::remove);
        }
        if (row.birthDate != null) {
            ImportedRow alone = nameless(row);
            alone.birthDate = row.birthDate;
            refused(alone)
                    .ifPresent(refused -> wrong(
                            row, ImportColumn.BIRTH_DATE, title(sheet, ImportColumn.BIRTH_DATE), words.text(refused)));
        }
        ImportedRow numbers = nameless(row);
        numbers.numbers.putAll(row.numbers);
        refused(numbers).ifPresent(refused -> {
            ImportColumn column = columnOf(row, refused);
            wrong(row, column, title(sheet, column), words.text(refused));
            if (withoutValues) {
                row.numbers.clear(); // ages from high to low say nothing, neither of them
            }
        });
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
