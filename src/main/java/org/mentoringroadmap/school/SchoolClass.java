package org.mentoringroadmap.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.Optional;

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
