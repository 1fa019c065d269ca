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
    private String activityKey;

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

    ActivityCorrection(ActivityRecord record, boolean takenBack, String reason, String login, LocalDateTime now) {
        this.programmeId = record.programmeId();
        this.activityKey = record.activityKey();
        this.takenBack = takenBack;
        this.reason = reason;
        OutcomeInput said = record.said();
        this.outcome = said.outcome();
        this.outcomeDate = said.date();
        this.documentNumber = said.number();
        this.note = said.note();
        this.link = said.link();
        this.recordedBy = record.recordedBy();
        this.recordedAt = record.recordedAt();
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

    /** What the record said. */
    public OutcomeInput said() {
        return new OutcomeInput(outcome, outcomeDate, documentNumber, note, link);
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
