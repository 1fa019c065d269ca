package org.mentoringroadmap.matching;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** What was decided about a mentee and a mentor beforehand; kept after it is taken back. */
@Entity
@Table(name = "matching_mark")
class Mark {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private Long menteeId;

    @Column(nullable = false)
    private Long mentorId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PairMark.Kind kind;

    private String reason;

    @Column(nullable = false)
    private String madeBy;

    @Column(nullable = false)
    private LocalDateTime madeAt;

    private String endedBy;
    private LocalDateTime endedAt;

    protected Mark() {}

    Mark(Long programmeId, PairKey pair, PairMark.Kind kind, String reason, String login, LocalDateTime now) {
        this.programmeId = programmeId;
        menteeId = pair.mentee();
        mentorId = pair.mentor();
        this.kind = kind;
        this.reason = reason;
        madeBy = login;
        madeAt = now;
    }

    void end(String login, LocalDateTime now) {
        endedBy = login;
        endedAt = now;
    }

    Long menteeId() {
        return menteeId;
    }

    Long mentorId() {
        return mentorId;
    }

    PairKey pair() {
        return new PairKey(menteeId, mentorId);
    }

    PairMark.Kind kind() {
        return kind;
    }

    String reason() {
        return reason == null ? "" : reason;
    }

    String madeBy() {
        return madeBy;
    }

    LocalDateTime madeAt() {
        return madeAt;
    }
}
