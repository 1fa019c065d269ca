package org.mentoringroadmap.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.hibernate.annotations.Immutable;

/** What the record of an activity said before it was taken back or corrected, and who did that, when and why. Never changed. */
@Entity
@Immutable
@Table(name = "activity_correction")
public class ActivityCorrection {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private String roadmapItem;

    private boolean takenBack;
    private String reason;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Outcome outcome;

    private LocalDate outcomeDate;
    private String documentNumber;
    private String note;
    private String link;

    @Column(nullable = false)
    private String recordedBy;

    @Column(nullable = false)
    private LocalDateTime recordedAt;

    @Column(nullable = false)
    private String correctedBy;

    @Column(nullable = false)
    private LocalDateTime correctedAt;

    protected ActivityCorrection() {}

    ActivityCorrection(ActivityRecord before, boolean takenBack, String reason, String login, LocalDateTime now) {
        this.programmeId = before.programmeId();
        this.roadmapItem = before.roadmapItem();
        this.takenBack = takenBack;
        this.reason = reason;
        this.outcome = before.outcome();
        this.outcomeDate = before.date().orElse(null);
        this.documentNumber = before.number().orElse(null);
        this.note = before.note().orElse(null);
        this.link = before.link().orElse(null);
        this.recordedBy = before.recordedBy();
        this.recordedAt = before.recordedAt();
        this.correctedBy = login;
        this.correctedAt = now;
    }

    /** Whether the record was withdrawn and the activity opened again; otherwise it was written over. */
    public boolean takenBack() {
        return takenBack;
    }

    /** Why; empty where whoever had just closed it needed no reason. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** How the activity had ended. */
    public Outcome outcome() {
        return outcome;
    }

    /** The day that the record named. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(outcomeDate);
    }

    /** The number that the record named. */
    public Optional<String> number() {
        return Optional.ofNullable(documentNumber);
    }

    /** The remark of the record. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** The address that the record named. */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    /** Login of who had recorded it. */
    public String recordedBy() {
        return recordedBy;
    }

    /** When it had been recorded. */
    public LocalDateTime recordedAt() {
        return recordedAt;
    }

    /** Login of who took it back or corrected it. */
    public String correctedBy() {
        return correctedBy;
    }

    /** When that was. */
    public LocalDateTime correctedAt() {
        return correctedAt;
    }
}
