package org.mentoringroadmap.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;
import org.mentoringroadmap.shared.SchoolYear;

/** A class of pupils with its teacher. */
@Entity
@Table(name = "school_class")
public class SchoolClass {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String nameKey;

    private Long teacherId;

    private Integer lastYear;

    protected SchoolClass() {}

    SchoolClass(String schoolId, String name, Long teacherId) {
        this.schoolId = schoolId;
        change(name, teacherId);
    }

    void change(String newName, Long newTeacherId) {
        name = newName;
        nameKey = ClassKey.of(newName);
        teacherId = newTeacherId;
    }

    /** The same class under the name that it had in an earlier year; never stored. */
    SchoolClass under(String earlierName) {
        SchoolClass copy = new SchoolClass(schoolId, earlierName, teacherId);
        copy.id = id;
        copy.lastYear = lastYear;
        return copy;
    }

    /** Frees the name for another class until {@link #change} gives a new one. */
    void park() {
        name = "#" + id;
        nameKey = "#" + id;
    }

    /** The class has left the school after this year. */
    void leave(SchoolYear year) {
        park();
        lastYear = year.firstYear();
    }

    /** Whether it still is a class of the school in this year. */
    boolean isThereIn(SchoolYear year) {
        return lastYear == null || lastYear >= year.firstYear();
    }

    /** Whether it has left the school. */
    boolean hasLeft() {
        return lastYear != null;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** School of the class. */
    public String schoolId() {
        return schoolId;
    }

    /** Name such as «5А»; unique in its school, however it is written. */
    public String name() {
        return name;
    }

    /** The staff member who leads the class; empty where nobody is named. */
    public Optional<Long> teacherId() {
        return Optional.ofNullable(teacherId);
    }
}
