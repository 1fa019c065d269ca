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

/** A meeting that a pair or group has had. */
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

    @Column(nullable = false)
    private LocalDate meetingDate;

    private String note;

    @Column(nullable = false)
    private String recordedBy;

    @Column(nullable = false)
    private LocalDateTime recordedAt;

    protected Meeting() {}

    Meeting(Long mentorshipId, MeetingKind kind, LocalDate date, String note, String login, LocalDateTime now) {
        this.mentorshipId = mentorshipId;
        this.kind = kind;
        this.meetingDate = date;
        this.note = note;
        this.recordedBy = login;
        this.recordedAt = now;
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

    /** Its day. */
    public LocalDate date() {
        return meetingDate;
    }

    /** What was talked about; empty where nothing is written. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Login of whoever entered it. */
    public String recordedBy() {
        return recordedBy;
    }
}
