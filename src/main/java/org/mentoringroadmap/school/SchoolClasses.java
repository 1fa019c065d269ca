package org.mentoringroadmap.school;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.NotFoundException;
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

    private final SchoolClassRepository classes;
    private final Staff staff;
    private final AuditTrail trail;

    SchoolClasses(SchoolClassRepository classes, Staff staff, AuditTrail trail) {
        this.classes = classes;
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

    /** Classes of a school in the order 1А … 11Б. */
    @Transactional(readOnly = true)
    public List<SchoolClass> of(String schoolId) {
        return classes.findBySchoolId(schoolId).stream().sorted(BY_NAME).toList();
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
        String digits = schoolClass.name().replaceAll("\\D.*", "");
        return digits.isEmpty() || digits.length() > 3 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }
}
