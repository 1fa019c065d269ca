package org.mentoringroadmap.participant;

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

/** A line of the story of a participant: when they came to stand where, and by whom. Written once; only the words go when the
 * person is anonymised. */
@Entity
@Table(name = "participant_status")
public class StatusChange {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long participantId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ParticipantStatus status;

    @Column(nullable = false)
    private LocalDate statusOn;

    private String reason;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected StatusChange() {}

    public StatusChange(Participant participant, String reason, String login, LocalDateTime now) {
        participantId = participant.id();
        status = participant.status();
        statusOn = participant.statusOn();
        this.reason = reason;
        changedBy = login;
        changedAt = now;
    }

    /** Takes the words; day and status stay for the figures. */
    public void erase() {
        reason = null;
    }

    /** Where the participant came to stand. */
    public ParticipantStatus status() {
        return status;
    }

    /** Day of it. */
    public LocalDate statusOn() {
        return statusOn;
    }

    /** Why; empty where nothing was written. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Login of whoever changed it. */
    public String changedBy() {
        return changedBy;
    }
}
