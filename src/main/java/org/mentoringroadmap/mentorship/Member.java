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
import org.mentoringroadmap.admission.Admission;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ParticipantRole;

/** A participant in a pair or group; stands on an admission of their own, as the keys of the table demand. */
@Entity
@Table(name = "mentorship_member")
public class Member {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long mentorshipId;

    @Column(nullable = false)
    private Long participantId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ParticipantRole role;

    @Column(nullable = false)
    private Long admissionId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private AdmissionPurpose purpose;

    @Column(nullable = false)
    private LocalDate joinedOn;

    private LocalDate leftOn;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected Member() {}

    Member(Long mentorshipId, ParticipantRole role, Admission admission, LocalDateTime now) {
        this.mentorshipId = mentorshipId;
        this.role = role;
        participantId = admission.participantId();
        purpose = admission.purpose();
        join(admission, now);
    }

    final void join(Admission admission, LocalDateTime now) {
        admissionId = admission.id();
        joinedOn = now.toLocalDate();
        leftOn = null;
        changedAt = now;
    }

    /** A newer consent holds from now on. */
    void renew(Admission admission) {
        admissionId = admission.id();
    }

    void leave(LocalDateTime now) {
        leftOn = now.toLocalDate().isBefore(joinedOn) ? joinedOn : now.toLocalDate();
        changedAt = now;
    }

    /** The pair has ended around them. */
    void end(LocalDateTime now) {
        changedAt = now;
    }

    /** The mentorship. */
    public Long mentorshipId() {
        return mentorshipId;
    }

    Long participantId() {
        return participantId;
    }

    /** On which side the member stands. */
    public ParticipantRole role() {
        return role;
    }

    Long admissionId() {
        return admissionId;
    }

    LocalDate joinedOn() {
        return joinedOn;
    }

    /** Null for who stays. */
    LocalDate leftOn() {
        return leftOn;
    }

    boolean present() {
        return leftOn == null;
    }
}
