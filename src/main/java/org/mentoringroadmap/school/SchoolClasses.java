package org.mentoringroadmap.school;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The classes of a school with their teachers. */
@Service
@Transactional
public class SchoolClasses {
    /** Order of a school: 1А, 1Б, 2А … 10А, 11А. */
    private static final Comparator<SchoolClass> BY_NAME =
            Comparator.comparingInt(SchoolClasses::parallel).thenComparing(SchoolClass::name);

    private static final int LAST_PARALLEL = 11;

    /** Those that schools give to classes of a year, in their order. */
    private static final String LETTERS = "АБВГДЕЖЗИК";

    private static final Pattern YEARS = Pattern.compile(
            "(\\d{1,2})\\s*\\p{Pd}\\s*(\\d{1,2})(?:\\s*кл\\p{L}*\\.?)?\\s+по\\s+(\\d{1,2})(?:\\s*кл\\p{L}*\\.?)?",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** «5А, Б» is one class of two letters. */
    private static final Pattern NEXT_CLASS = Pattern.compile("[,;]\\s*(?=\\d)");

    private final SchoolClassRepository classes;
    private final SchoolClassNameRepository names;
    private final Staff staff;
    private final AuditTrail trail;

    SchoolClasses(SchoolClassRepository classes, SchoolClassNameRepository names, Staff staff, AuditTrail trail) {
        this.classes = classes;
        this.names = names;
        this.staff = staff;
        this.trail = trail;
    }

    /**
     * Enters a class.
     *
     * @param teacherId its teacher, or null
     * @throws UserInputException {@code class.name}
     * @throws ConflictException {@code class.exists}, {@code class.same}
     */
    public SchoolClass add(String schoolId, String name, Long teacherId) {
        String normalized = normalized(name);
        requireFree(schoolId, null, normalized);
        SchoolClass added = classes.save(new SchoolClass(schoolId, normalized, teacherOf(schoolId, teacherId)));
        record(AuditAct.CLASS_ADDED, added);
        return added;
    }

    /**
     * Enters what one line names: a class («5А»), several («5А, 5Б») or all of some years («5–11 по 2» is 5А, 5Б, 6А … 11Б). Of
     * several, the school may have some already: these stay as they are.
     *
     * @param teacherId teacher of a single class, or null
     * @return how many classes were entered
     * @throws UserInputException {@code class.name}, {@code class.many-teacher}
     * @throws ConflictException {@code class.exists}, {@code class.same} for a single one
     */
    public int addAll(String schoolId, String line, Long teacherId) {
        List<String> wanted = NEXT_CLASS
                .splitAsStream(Objects.requireNonNullElse(EnteredText.clean(line), ""))
                .flatMap(SchoolClasses::named)
                .toList();
        if (wanted.size() == 1) {
            add(schoolId, wanted.get(0), teacherId);
            return 1;
        }
        if (teacherId != null) {
            throw new UserInputException("class.many-teacher");
        }
        Set<String> taken = classes.findBySchoolId(schoolId).stream()
                .map(one -> ClassKey.of(one.name()))
                .collect(Collectors.toCollection(HashSet::new));
        List<String> missing =
                wanted.stream().filter(name -> taken.add(ClassKey.of(name))).toList();
        missing.forEach(name -> add(schoolId, name, null));
        return missing.size();
    }

    private static Stream<String> named(String part) {
        Matcher years = YEARS.matcher(part.strip());
        if (!years.matches()) {
            return Stream.of(part);
        }
        int first = Integer.parseInt(years.group(1));
        int last = Integer.parseInt(years.group(2));
        int each = Integer.parseInt(years.group(3));
        if (first < 1 || last < first || last > LAST_PARALLEL || each < 1 || each > LETTERS.length()) {
            throw new UserInputException("class.name");
        }
        return IntStream.rangeClosed(first, last)
                .boxed()
                .flatMap(year -> LETTERS.chars().limit(each).mapToObj(letter -> year + Character.toString(letter)));
    }

    /**
     * Renames a class or gives it another teacher.
     *
     * @throws ConflictException {@code class.exists}, {@code class.same} when another class has the name
     */
    public void change(String schoolId, Long id, String name, Long teacherId) {
        String normalized = normalized(name);
        requireFree(schoolId, id, normalized);
        SchoolClass changed = get(schoolId, id);
        changed.change(normalized, teacherOf(schoolId, teacherId));
        record(AuditAct.CLASS_CHANGED, changed);
    }

    /** Takes a class off the list. */
    public void remove(String schoolId, Long id) {
        SchoolClass removed = get(schoolId, id);
        classes.delete(removed);
        record(AuditAct.CLASS_REMOVED, removed);
    }

    private void record(AuditAct act, SchoolClass schoolClass) {
        trail.record(AuditEvent.of(act, schoolClass.id())
                .in(schoolClass.schoolId())
                .fact("member", schoolClass.teacherId().orElse(null)));
    }

    /** Classes that a school has now, in the order 1А … 11Б. */
    @Transactional(readOnly = true)
    public List<SchoolClass> of(String schoolId) {
        return classes.findBySchoolId(schoolId).stream()
                .filter(schoolClass -> !schoolClass.hasLeft())
                .sorted(BY_NAME)
                .toList();
    }

    /** Classes of a school as they were called in a school year, without those that had left before, in the same order. */
    @Transactional(readOnly = true)
    public List<SchoolClass> of(String schoolId, SchoolYear year) {
        Map<Long, String> earlier = new HashMap<>();
        names.since(schoolId, year.firstYear()).forEach(name -> earlier.putIfAbsent(name.classId(), name.name()));
        return classes.findBySchoolId(schoolId).stream()
                .filter(schoolClass -> schoolClass.isThereIn(year))
                .map(schoolClass -> earlier.containsKey(schoolClass.id())
                        ? schoolClass.under(earlier.get(schoolClass.id()))
                        : schoolClass)
                .sorted(BY_NAME)
                .toList();
    }

    /** Whether the classes of a school have been promoted at the end of this school year. */
    @Transactional(readOnly = true)
    public boolean arePromoted(String schoolId, SchoolYear year) {
        return names.countUntil(schoolId, year.firstYear()) > 0;
    }

    /** What a class is likely called a year later: «5А» becomes «6А»; empty where it leaves the school or has no number. */
    public static Optional<String> next(String name) {
        int parallel = parallelOf(name);
        return parallel >= LAST_PARALLEL
                ? Optional.empty()
                : Optional.of(name.replaceFirst("^\\d+", String.valueOf(parallel + 1)));
    }

    /**
     * Promotes the classes of a school at the end of a school year. What they were called until then stays known for that
     * year and those before it.
     *
     * @param newNames by the id of a class its name from now on; an empty name where the class leaves the school. A class
     *     that is not named stays as it is
     * @throws UserInputException {@code class.name}
     * @throws ConflictException {@code class.promoted} when that was done for this year already; {@code class.same-next}
     *     when two classes would get one name
     * @throws NotFoundException {@code class.unknown}
     */
    public void promote(String schoolId, SchoolYear year, Map<Long, String> newNames) {
        if (arePromoted(schoolId, year)) {
            throw new ConflictException("class.promoted", year.text());
        }
        List<SchoolClass> present = of(schoolId);
        newNames.keySet().forEach(id -> get(schoolId, id));
        Map<Long, String> next = new LinkedHashMap<>();
        Map<String, String> taken = new HashMap<>();
        for (SchoolClass one : present) {
            String wanted = newNames.getOrDefault(one.id(), one.name());
            String name = wanted == null || wanted.isBlank() ? "" : normalized(wanted);
            if (!name.isEmpty() && taken.put(ClassKey.of(name), name) != null) {
                throw new ConflictException("class.same-next", name);
            }
            next.put(one.id(), name);
        }
        Map<Long, String> before = present.stream().collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        for (SchoolClass one : present) {
            names.save(new SchoolClassName(one.id(), year.firstYear(), one.name()));
            if (next.get(one.id()).isEmpty()) {
                one.leave(year);
            } else {
                one.park();
            }
        }
        // A class takes the name that another one had until now: all of them are free before any is given.
        classes.saveAllAndFlush(present);
        for (SchoolClass one : present) {
            if (!one.hasLeft()) {
                one.change(next.get(one.id()), one.teacherId().orElse(null));
            }
            if (!next.get(one.id()).equals(before.get(one.id()))) {
                record(AuditAct.CLASS_CHANGED, one);
            }
        }
        classes.saveAllAndFlush(present);
    }

    /**
     * One class of a school.
     *
     * @throws NotFoundException {@code class.unknown}
     */
    @Transactional(readOnly = true)
    public SchoolClass get(String schoolId, Long id) {
        return classes.findById(id)
                .filter(schoolClass -> schoolClass.schoolId().equals(schoolId))
                .orElseThrow(() -> new NotFoundException("class.unknown"));
    }

    /** No two classes of a school have one {@link ClassKey}. */
    private void requireFree(String schoolId, Long id, String name) {
        String key = ClassKey.of(name);
        classes.findBySchoolId(schoolId).stream()
                .filter(other ->
                        !other.id().equals(id) && ClassKey.of(other.name()).equals(key))
                .findFirst()
                .ifPresent(other -> {
                    throw other.name().equals(name)
                            ? new ConflictException("class.exists", name)
                            : new ConflictException("class.same", name, other.name());
                });
    }

    private Long teacherOf(String schoolId, Long teacherId) {
        return teacherId == null ? null : staff.get(schoolId, teacherId).id();
    }

    private static String normalized(String name) {
        String text = EnteredText.inCyrillic(Objects.requireNonNullElse(EnteredText.clean(name), ""))
                .replaceAll("(?<=\\d)\\s+(?=\\d)", "-")
                .replaceAll("\\s+", "")
                .toUpperCase();
        if (ClassKey.of(text).isEmpty() || text.length() > 20) {
            throw new UserInputException("class.name");
        }
        return text;
    }

    private static int parallel(SchoolClass schoolClass) {
        return parallelOf(schoolClass.name());
    }

    private static int parallelOf(String name) {
        String digits = name.replaceAll("\\D.*", "");
        return digits.isEmpty() || digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
