package org.mentoringroadmap.activity.term;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.mentoringroadmap.roadmap.Term;

/** A term that was moved; what was moved before stays on record, the latest that is not taken back counts. */
@Entity
@Table(name = "activity_term")
public class MovedTerm {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private String activityKey;

    @Column(nullable = false)
    private LocalDate plannedDue;

    @Column(nullable = false)
    private LocalDate due;

    @Column(nullable = false)
    private String reason;

    @Column(nullable = false)
    private String movedBy;

    @Column(nullable = false)
    private LocalDateTime movedAt;

    private UUID moveId;

    private String takenBackBy;

    private LocalDateTime takenBackAt;

    protected MovedTerm() {}

    public MovedTerm(
            Long programmeId,
            String activityKey,
            LocalDate plannedDue,
            LocalDate due,
            String reason,
            String login,
            LocalDateTime now) {
        this.programmeId = programmeId;
        this.activityKey = activityKey;
        this.plannedDue = plannedDue;
        this.due = due;
        this.reason = reason;
        this.movedBy = login;
        this.movedAt = now;
    }

    /** The same as one of several that are moved together. */
    MovedTerm in(UUID move) {
        this.moveId = move;
        return this;
    }

    void takeBack(String login, LocalDateTime now) {
        this.takenBackBy = login;
        this.takenBackAt = now;
    }

    /** Programme of the activity. */
    public Long programmeId() {
        return programmeId;
    }

    /** Key of the activity in the roadmap. */
    public String activityKey() {
        return activityKey;
    }

    /** Last day as the roadmap planned it. */
    public LocalDate plannedDue() {
        return plannedDue;
    }

    /** Last day now. */
    public LocalDate due() {
        return due;
    }

    /** When the activity is due now. */
    public LocalDateTime dueAt() {
        return due.atTime(Term.DAY_END);
    }

    /** When the activity begins: as planned, but not after its new last day. */
    public LocalDateTime startAt(LocalDateTime planned) {
        return planned.toLocalDate().isAfter(due) ? due.atTime(Term.DAY_START) : planned;
    }

    /** Why it was moved. */
    public String reason() {
        return reason;
    }

    /** Login of who moved it. */
    public String movedBy() {
        return movedBy;
    }

    /** When it was moved. */
    public LocalDateTime movedAt() {
        return movedAt;
    }

    /** What tells those that were moved together from others; empty for one that was moved by itself. */
    public Optional<UUID> moveId() {
        return Optional.ofNullable(moveId);
    }

    /** Login of who has taken the move back; empty while it counts. */
    public Optional<String> takenBackBy() {
        return Optional.ofNullable(takenBackBy);
    }

    /** When it was taken back; empty while it counts. */
    public Optional<LocalDateTime> takenBackAt() {
        return Optional.ofNullable(takenBackAt);
    }
}
