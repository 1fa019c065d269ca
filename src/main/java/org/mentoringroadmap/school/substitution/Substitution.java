package org.mentoringroadmap.school.substitution;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.mentoringroadmap.school.Role;

/** Somebody who has a role from one day to another, both included, because its holders are away. */
@Entity
@Table(name = "role_substitution")
public class Substitution {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private Long staffMemberId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Role role;

    @Column(nullable = false)
    private LocalDate fromDay;

    @Column(nullable = false)
    private LocalDate untilDay;

    private String basis;
    private boolean begun;
    private LocalDate endedOn;

    protected Substitution() {}

    Substitution(String schoolId, Long staffMemberId, Role role, LocalDate fromDay, LocalDate untilDay, String basis) {
        this.schoolId = schoolId;
        this.staffMemberId = staffMemberId;
        this.role = role;
        this.fromDay = fromDay;
        this.untilDay = untilDay;
        this.basis = basis;
    }

    void begin() {
        begun = true;
    }

    void end(LocalDate day) {
        endedOn = day;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** The school. */
    public String schoolId() {
        return schoolId;
    }

    /** Who stands in. */
    public Long staffMemberId() {
        return staffMemberId;
    }

    /** The role that is had meanwhile. */
    public Role role() {
        return role;
    }

    /** First day. */
    public LocalDate fromDay() {
        return fromDay;
    }

    /** Last day. */
    public LocalDate untilDay() {
        return untilDay;
    }

    /** The order by which it was said, in the words of who entered it; empty where nobody has said. */
    public Optional<String> basis() {
        return Optional.ofNullable(basis);
    }

    /** Whether the role has been given. */
    public boolean isBegun() {
        return begun;
    }

    boolean isOver() {
        return endedOn != null;
    }
}
