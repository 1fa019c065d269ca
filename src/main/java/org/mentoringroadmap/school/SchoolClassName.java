package org.mentoringroadmap.school;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** What a class was called up to a school year. */
@Entity
@Immutable
@Table(name = "school_class_name")
class SchoolClassName {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long classId;

    private int lastYear;

    @Column(nullable = false)
    private String name;

    protected SchoolClassName() {}

    SchoolClassName(Long classId, int lastYear, String name) {
        this.classId = classId;
        this.lastYear = lastYear;
        this.name = name;
    }

    /** The class. */
    Long classId() {
        return classId;
    }

    /** First calendar year of the last school year with this name. */
    int lastYear() {
        return lastYear;
    }

    /** The name. */
    String name() {
        return name;
    }
}
