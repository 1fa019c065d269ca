package org.mentoringroadmap.school.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.school.ClassKey;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.ListReport;
import org.mentoringroadmap.table.ListReport.Line;
import org.mentoringroadmap.table.ListReport.Outcome;
import org.mentoringroadmap.table.ListReport.Question;
import org.mentoringroadmap.table.ListWords;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.mentoringroadmap.table.SheetUnderstanding.TakenRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Staff and classes from a list: who is known by name is not entered twice, a class that the school has is not added again.
 * Roles come from a column of their own, by the words of the school, and are only added; accounts are opened by hand. A class
 * that has a teacher keeps the teacher.
 */
@Component
class StaffList {
    private static final String FULL_NAME = "FULL_NAME";
    private static final String LAST_NAME = "LAST_NAME";
    private static final String FIRST_NAME = "FIRST_NAME";
    private static final String MIDDLE_NAME = "MIDDLE_NAME";
    private static final String POST = "POST";
    private static final String CLASS = "CLASS";
    private static final String ROLES = "ROLES";
    private static final int MAX_NAME = 200;
    private static final int MAX_CLASS = 20;

    private final SchoolAccess access;
    private final Staff staff;
    private final SchoolClasses classes;
    private final RoleTitles titles;
    private final CurrentUser user;
    private final ListWords words;

    StaffList(
            SchoolAccess access,
            Staff staff,
            SchoolClasses classes,
            RoleTitles titles,
            CurrentUser user,
            MessageSource messages) {
        this.access = access;
        this.staff = staff;
        this.classes = classes;
        this.titles = titles;
        this.user = user;
        words = new ListWords(
                messages,
                "staff-list",
                List.of(FULL_NAME, LAST_NAME, FIRST_NAME, MIDDLE_NAME, POST, CLASS, ROLES),
                List.of(Set.of(FULL_NAME), Set.of(LAST_NAME, FIRST_NAME), Set.of(CLASS)));
    }

    ListWords words() {
        return words;
    }

    /** A row as it is read. */
    private record Row(RowOf place, String name, String post, List<String> classNames, List<String> roles) {}

    /** What a list would do. */
    @Transactional(readOnly = true)
    public ListReport preview(String schoolId, Brought brought) {
        return run(schoolId, brought, false);
    }

    /** Stores the rows of a list in which nothing is wrong. */
    @Transactional
    public ListReport store(String schoolId, Brought brought) {
        return run(schoolId, brought, true);
    }

    private ListReport run(String schoolId, Brought brought, boolean store) {
        SheetUnderstanding understood = SheetUnderstanding.of(brought.file(), words, brought.choices());
        Map<String, StaffMember> known = new HashMap<>();
        staff.of(schoolId).forEach(member -> known.putIfAbsent(NameKey.of(member.fullName()), member));
        Map<String, SchoolClass> present = new HashMap<>();
        Map<String, SchoolClass> twins = new HashMap<>();
        classes.of(schoolId).forEach(one -> {
            String key = ClassKey.of(one.name());
            if (present.putIfAbsent(key, one) != null) {
                twins.put(key, one);
            }
        });
        Map<String, Role> grantable = grantable(schoolId);
        Map<String, Integer> seen = new HashMap<>();
        Set<String> taken = new HashSet<>();
        List<Line> lines = new ArrayList<>();
        for (Row row : rows(understood)) {
            Outcome outcome = Outcome.REFUSED;
            UserInputException refusal = null;
            List<Question> questions = questions(row, known, present);
            try {
                check(row, seen);
                refuseTwins(row, present, twins);
                outcome = decide(schoolId, row, roles(row, grantable), known, present, taken, store);
            } catch (UserInputException e) {
                refusal = e;
            }
            lines.add(new Line(
                    row.place(),
                    outcome,
                    List.of(
                            row.name(),
                            row.post(),
                            String.join(", ", row.classNames()),
                            String.join(", ", row.roles())),
                    refusal,
                    questions));
        }
        return new ListReport(
                understood,
                Stream.of(FULL_NAME, POST, CLASS, ROLES)
                        .map(words.titles()::get)
                        .toList(),
                List.copyOf(lines),
                store);
    }

    private List<Row> rows(SheetUnderstanding understood) {
        List<String> ids = understood.columns().stream()
                .map(SheetUnderstanding.Column::id)
                .filter(Objects::nonNull)
                .toList();
        if (!words.suffices(ids)) {
            return List.of();
        }
        List<Row> rows = new ArrayList<>();
        List<Map<String, String>> values = ListReport.values(understood);
        for (int i = 0; i < values.size(); i++) {
            Map<String, String> said = values.get(i);
            TakenRow taken = understood.rows().get(i);
            String name = Stream.of(FULL_NAME, LAST_NAME, FIRST_NAME, MIDDLE_NAME)
                    .map(said::get)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
            rows.add(new Row(
                    new RowOf(taken.sheet(), taken.row().number()),
                    PersonName.written(PersonName.withoutNumber(line(name))),
                    line(said.get(POST)),
                    Arrays.stream(line(said.get(CLASS)).split("[,;\n]"))
                            .filter(text -> !PersonName.isNoPatronymic(text)) // «нет» stands in such cells as well
                            .map(StaffList::className)
                            .filter(text -> !text.isEmpty())
                            .toList(),
                    Arrays.stream(line(said.get(ROLES)).split("[,;\n]"))
                            .filter(text -> !PersonName.isNoPatronymic(text))
                            .map(String::strip)
                            .filter(text -> !text.isEmpty())
                            .toList()));
        }
        return rows;
    }

    /** The roles that the acting account gives, by the words of the school and by those of everybody. */
    private Map<String, Role> grantable(String schoolId) {
        Map<String, Role> roles = new LinkedHashMap<>();
        access.grantable().forEach(role -> roles.put(roleKey(titles.of(schoolId, role.id())), role));
        access.grantable().forEach(role -> roles.putIfAbsent(roleKey(titles.everybodys(role.id())), role));
        return roles;
    }

    private static String roleKey(String title) {
        return NameKey.of(title);
    }

    /** What a row gives; the psychologist's role is only proposed by it, as everywhere. */
    private static Set<Role> roles(Row row, Map<String, Role> grantable) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String title : row.roles()) {
            Role role = grantable.get(roleKey(title));
            if (role == null) {
                throw new UserInputException("staff-list.role", title);
            }
            roles.add(role);
        }
        return roles;
    }

    private static String line(String text) {
        String clean = EnteredText.clean(text);
        return clean == null ? "" : clean.replaceAll("\\s+", " ");
    }

    private static String className(String text) {
        return ClassKey.shortest(text);
    }

    /** Nobody becomes the teacher of one of two classes that cannot be told apart. */
    private static void refuseTwins(Row row, Map<String, SchoolClass> present, Map<String, SchoolClass> twins) {
        row.classNames().stream()
                .map(ClassKey::of)
                .filter(twins::containsKey)
                .findFirst()
                .ifPresent(key -> {
                    throw new ConflictException(
                            "class.same",
                            present.get(key).name(),
                            twins.get(key).name());
                });
    }

    /** What looks like a slip in a row: a name that is none of a person, somebody who may be there already, a rare class. */
    private static List<Question> questions(Row row, Map<String, StaffMember> known, Map<String, SchoolClass> present) {
        List<Question> questions = new ArrayList<>();
        if (!row.name().isEmpty() && !known.containsKey(NameKey.of(row.name()))) {
            PersonName.Read read = PersonName.read(row.name());
            boolean odd = row.name().matches(".*[\\d@,].*")
                    || EnteredText.isMixed(row.name())
                    || read.reading() != PersonName.Reading.CERTAIN
                            && read.reading() != PersonName.Reading.SEVERAL_WORDS;
            if (odd) {
                questions.add(Question.of("staff-list.odd-name", row.name()));
            }
            known.values().stream()
                    .filter(member -> mayBeOne(read.name(), PersonName.of(member.fullName())))
                    .findFirst()
                    .ifPresent(member -> questions.add(Question.of("staff-list.twin", row.name(), member.fullName())));
        }
        if (row.post().matches(".*(?:@|\\d(?:[\\s()–.-]*\\d){6,}).*")) {
            questions.add(Question.of("staff-list.odd-post", row.post()));
        }
        row.classNames().stream()
                .filter(name -> !present.containsKey(ClassKey.of(name)) && !ClassKey.isUsual(name))
                .forEach(name -> questions.add(Question.of("doubt.class", name)));
        return questions;
    }

    /** «Иванова А. П.» and «Иванова Анна Петровна». */
    private static boolean mayBeOne(PersonName one, PersonName other) {
        return (isInitial(one.firstName()) || isInitial(other.firstName()))
                && NameKey.of(one.initials()).equals(NameKey.of(other.initials()));
    }

    private static boolean isInitial(String name) {
        return name.matches("\\p{L}\\.?");
    }

    private static void check(Row row, Map<String, Integer> seen) {
        boolean named =
                row.name().matches("\\S*\\p{L}\\S* .*\\p{L}.*") && row.name().length() <= MAX_NAME;
        boolean classAlone = row.name().isEmpty()
                && row.post().isEmpty()
                && !row.classNames().isEmpty();
        if (!named && !classAlone) {
            throw new UserInputException("staff.name");
        }
        if (row.classNames().stream().anyMatch(name -> name.length() > MAX_CLASS)) {
            throw new UserInputException("class.name");
        }
        if (named) {
            Integer earlier =
                    seen.putIfAbsent(NameKey.of(row.name()), row.place().number());
            if (earlier != null) {
                throw new UserInputException("import.repeated", String.valueOf(earlier));
            }
        }
    }

    private Outcome decide(
            String schoolId,
            Row row,
            Set<Role> given,
            Map<String, StaffMember> known,
            Map<String, SchoolClass> present,
            Set<String> taken,
            boolean store) {
        StaffMember member = known.get(NameKey.of(row.name()));
        Outcome outcome = Outcome.UNCHANGED;
        if (member == null && !row.name().isEmpty()) {
            outcome = Outcome.CREATED;
            member = store ? staff.add(schoolId, row.name(), row.post(), given) : null;
        } else if (member != null && access.mayChange(member)) {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(member.roles());
            if (roles.addAll(given)
                    && member.account().filter(user.login()::equals).isPresent()) {
                throw new UserInputException("staff.own-roles");
            }
            String post = row.post().isEmpty() ? member.post() : row.post();
            if (!Objects.equals(post, member.post()) || !roles.equals(member.roles())) {
                outcome = Outcome.UPDATED;
                if (store) {
                    staff.change(schoolId, member.id(), member.fullName(), post, roles);
                }
            }
        }
        for (String name : row.classNames()) {
            String key = ClassKey.of(name);
            SchoolClass own = present.get(key);
            boolean free =
                    (own == null || own.teacherId().isEmpty() && !row.name().isEmpty()) && taken.add(key);
            if (free) {
                outcome = outcome == Outcome.CREATED || row.name().isEmpty() ? Outcome.CREATED : Outcome.UPDATED;
            }
            if (free && store) {
                Long teacher = member == null ? null : member.id();
                if (own == null) {
                    classes.add(schoolId, name, teacher);
                } else {
                    classes.change(schoolId, own.id(), own.name(), teacher);
                }
            }
        }
        return outcome;
    }
}
