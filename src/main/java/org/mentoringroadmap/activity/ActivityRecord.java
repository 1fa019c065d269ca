package org.mentoringroadmap.activity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** How an activity of a programme ended: the record that the roadmap's result rests on. */
@Entity
@Table(name = "activity_outcome")
public class ActivityRecord {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private String activityKey;

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
    private boolean ahead;

    protected ActivityRecord() {}

    ActivityRecord(Long programmeId, String activityKey) {
        this.programmeId = programmeId;
        this.activityKey = activityKey;
    }

    /** What it says, as it was entered. */
    public OutcomeInput said() {
        return new OutcomeInput(outcome, outcomeDate, documentNumber, note, link);
    }

    void change(OutcomeInput input, String login, LocalDateTime now) {
        outcome = input.outcome();
        outcomeDate = input.date();
        documentNumber = input.number();
        note = input.note();
        link = input.link();
        recordedBy = login;
        recordedAt = now;
    }

    /** The roadmap has not come to the activity yet. */
    void ahead() {
        ahead = true;
    }

    /** Whether it was recorded before the roadmap had come to the activity. */
    public boolean isAhead() {
        return ahead;
    }

    /** Writes over what it says; who has recorded it, and when, stays. */
    void correct(OutcomeInput input) {
        change(input, recordedBy, recordedAt);
    }

    /** Programme of the activity. */
    public Long programmeId() {
        return programmeId;
    }

    /** Key of the activity in the roadmap. */
    public String activityKey() {
        return activityKey;
    }

    /** Which of the three ways. */
    public Outcome outcome() {
        return outcome;
    }

    /** Day on which it was done, or date of the document; empty where it is not held. */
    public Optional<LocalDate> date() {
        return Optional.ofNullable(outcomeDate);
    }

    /** Number of the document. */
    public Optional<String> number() {
        return Optional.ofNullable(documentNumber);
    }

    /** Remark, or the reason why it is not held. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Address of a page of the web that shows the result; http or https. */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    /** Day on which the activity ended: the day that is said, else the day of the record. */
    public LocalDate endedOn() {
        return date().orElse(recordedAt.toLocalDate());
    }

    /** Login of who recorded it. */
    public String recordedBy() {
        return recordedBy;
    }

    /** When it was recorded. */
    public LocalDateTime recordedAt() {
        return recordedAt;
    }
}
