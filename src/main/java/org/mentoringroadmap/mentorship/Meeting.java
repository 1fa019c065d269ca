package org.mentoringroadmap.mentorship;

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

/** A meeting that a pair or group has had, or the word of its mentor that they do without it. */
@Entity
@Table(name = "mentorship_meeting")
public class Meeting {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long mentorshipId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MeetingKind kind;

    private boolean held;

    @Column(nullable = false)
    private LocalDate meetingDate;

    private String note;

    @Column(nullable = false)
    private String recordedBy;

    @Column(nullable = false)
    private LocalDateTime recordedAt;

    protected Meeting() {}

    public Meeting(Long mentorshipId, MeetingKind kind, MeetingReport report, String login, LocalDateTime now) {
        this.mentorshipId = mentorshipId;
        this.kind = kind;
        this.held = report.held();
        this.meetingDate = report.date();
        this.note = report.note();
        this.recordedBy = login;
        this.recordedAt = now;
    }

    /** The meeting was on another day than was said. */
    public void move(LocalDate date, String login, LocalDateTime now) {
        meetingDate = date;
        recordedBy = login;
        recordedAt = now;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** The pair or group. */
    public Long mentorshipId() {
        return mentorshipId;
    }

    /** Which of the five. */
    public MeetingKind kind() {
        return kind;
    }

    /** Whether they met; otherwise they do without it. */
    public boolean held() {
        return held;
    }

    /** Its day; of a meeting that they do without, the day on which that was said. */
    public LocalDate date() {
        return meetingDate;
    }

    /** What was talked about, or why they do without it; empty where nothing is written. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Login of whoever entered it. */
    public String recordedBy() {
        return recordedBy;
    }
}
