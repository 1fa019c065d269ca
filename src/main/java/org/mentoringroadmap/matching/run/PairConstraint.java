package org.mentoringroadmap.matching.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.PairKey;

/** What was decided about a mentee and a mentor beforehand; kept after it is taken back. */
@Entity
@Table(name = "matching_mark")
class PairConstraint {
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
    private PairConstraintView.Kind kind;

    private String reason;

    @Column(nullable = false)
    private String madeBy;

    @Column(nullable = false)
    private LocalDateTime madeAt;

    private String endedBy;
    private LocalDateTime endedAt;

    protected PairConstraint() {}

    PairConstraint(
            Long programmeId,
            PairKey pair,
            PairConstraintView.Kind kind,
            String reason,
            String login,
            LocalDateTime now) {
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

    PairConstraintView.Kind kind() {
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
