package org.mentoringroadmap.withdrawal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.mentoringroadmap.participant.Participant;

/** What becomes of a withdrawn consent; the consent itself stays as it was signed, with the day of its end. */
@Entity
@Table(name = "consent_withdrawal")
public class Withdrawal {
    @Id
    private Long consentId;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private Long participantId;

    private boolean launched;
    private boolean unpublish;
    private LocalDate unpublishedOn;
    private String unpublishNote;

    @Enumerated(EnumType.STRING)
    private Erasure erasure;

    private LocalDate decidedOn;
    private String decidedBy;
    private String reason;

    protected Withdrawal() {}

    Withdrawal(Long consentId, Participant participant, boolean unpublish) {
        this.consentId = consentId;
        this.programmeId = participant.programmeId();
        this.participantId = participant.id();
        this.unpublish = unpublish;
    }

    void launch() {
        launched = true;
    }

    boolean launched() {
        return launched;
    }

    void unpublished(LocalDate day, String note) {
        unpublishedOn = day;
        unpublishNote = note;
    }

    void decide(Erasure decision, String why, String login, LocalDate day) {
        erasure = decision;
        reason = why;
        decidedBy = login;
        decidedOn = day;
    }

    /** The consent; as variable {@code consentId} it finds the process. */
    public Long consentId() {
        return consentId;
    }

    /** Programme whose people look after it. */
    public Long programmeId() {
        return programmeId;
    }

    /** The person as participant of that programme. */
    public Long participantId() {
        return participantId;
    }

    /** Whether the person had been let in to publication, so that the site has to be looked through. */
    public boolean unpublish() {
        return unpublish;
    }

    /** Day on which nothing was left on the site; empty before. */
    public Optional<LocalDate> unpublishedOn() {
        return Optional.ofNullable(unpublishedOn);
    }

    /** What the site's editor has written; empty where nothing is written. */
    public Optional<String> unpublishNote() {
        return Optional.ofNullable(unpublishNote);
    }

    /** What was decided about the data; empty before, and where nothing had to be. */
    public Optional<Erasure> erasure() {
        return Optional.ofNullable(erasure);
    }

    /** Day of the decision; empty before. */
    public Optional<LocalDate> decidedOn() {
        return Optional.ofNullable(decidedOn);
    }

    /** Login of who has decided; empty before. */
    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    /** On which ground the data are kept; empty otherwise. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
