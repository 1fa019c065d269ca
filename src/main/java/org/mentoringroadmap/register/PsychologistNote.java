package org.mentoringroadmap.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mentoringroadmap.participant.Participant;

/** An entry of the psychologist's journal: day, participant, topic, advice (roadmap 004, item 2.9). */
@Entity
@Table(name = "psychologist_note")
public class PsychologistNote {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "participant_id")
    private Participant participant;

    @Column(nullable = false)
    private LocalDate heldOn;

    @Column(nullable = false)
    private String topic;

    private String advice;

    @Column(nullable = false)
    private String writtenBy;

    @Column(nullable = false)
    private LocalDateTime writtenAt;

    protected PsychologistNote() {}

    PsychologistNote(Participant participant) {
        this.participant = participant;
    }

    void write(LocalDate day, String newTopic, String newAdvice, String login, LocalDateTime now) {
        heldOn = day;
        topic = newTopic;
        advice = newAdvice;
        writtenBy = login;
        writtenAt = now;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** About whom. */
    public Participant participant() {
        return participant;
    }

    /** Day of the talk. */
    public LocalDate heldOn() {
        return heldOn;
    }

    /** What it was about. */
    public String topic() {
        return topic;
    }

    /** What was advised; empty where nothing was written. */
    public Optional<String> advice() {
        return Optional.ofNullable(advice);
    }

    /** When it was written last. */
    LocalDateTime writtenAt() {
        return writtenAt;
    }

    /** Login of whoever wrote it last. */
    public String writtenBy() {
        return writtenBy;
    }
}
