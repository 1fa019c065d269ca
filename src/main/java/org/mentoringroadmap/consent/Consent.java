package org.mentoringroadmap.consent;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.Person;

/** A signed consent of a person, as the paper says it; who had to sign is decided by {@link ConsentRules}. */
@Entity
@Table(name = "consent")
public class Consent {
    /** Whether it allows anything; {@code consent-state.<NAME>} is the key of the title. */
    public enum State {
        VALID,
        EXPIRED,
        WITHDRAWN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "consent_seq")
    @SequenceGenerator(name = "consent_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long personId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ConsentKind kind;

    @Column(nullable = false)
    private LocalDate signedOn;

    private boolean asMentee;
    private boolean asMentor;
    private boolean namesHealth;
    private boolean namesHardship;
    private boolean selfSigned;
    private boolean representativeSigned;

    @Column(nullable = false)
    private LocalDate validUntil;

    private LocalDate withdrawnOn;
    private UUID scanId;

    @Column(nullable = false)
    private String registeredBy;

    @Column(nullable = false)
    private LocalDateTime registeredAt;

    protected Consent() {}

    /** @param named fields that the paper's list of data has, of a consent to processing */
    public Consent(
            Long personId,
            ConsentKind kind,
            Collection<ParticipantRole> roles,
            LocalDate signedOn,
            Collection<Signer> signers,
            LocalDate validUntil,
            Collection<DataField> named,
            String login,
            LocalDateTime now) {
        this.personId = personId;
        this.kind = kind;
        asMentee = kind != ConsentKind.PROCESSING || roles.contains(ParticipantRole.MENTEE);
        asMentor = kind != ConsentKind.PROCESSING || roles.contains(ParticipantRole.MENTOR);
        namesHealth = named.contains(DataField.HEALTH);
        namesHardship = named.contains(DataField.HARDSHIP);
        this.signedOn = signedOn;
        selfSigned = signers.contains(Signer.SELF);
        representativeSigned = signers.contains(Signer.REPRESENTATIVE);
        this.validUntil = validUntil;
        registeredBy = login;
        registeredAt = now;
    }

    /** Makes it that person's; for entries of one person that are made one. */
    public void belongsTo(Person owner) {
        personId = owner.id();
    }

    /** The consent has been withdrawn on that day. */
    public void withdraw(LocalDate day) {
        withdrawnOn = day;
    }

    void attach(UUID scan) {
        scanId = scan;
    }

    /**
     * Whether this is the entry of the same paper, which says no more than this one. A withdrawn one is not: who consents
     * again signs again.
     */
    boolean sameAs(Consent other) {
        return kind == other.kind
                && (asMentee || !other.asMentee)
                && (asMentor || !other.asMentor)
                && (namesHealth || !other.namesHealth)
                && (namesHardship || !other.namesHardship)
                && signedOn.equals(other.signedOn)
                && signers().equals(other.signers())
                && validUntil.equals(other.validUntil)
                && withdrawnOn == null
                && other.withdrawnOn == null;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** Whose it is. */
    public Long personId() {
        return personId;
    }

    /** What it allows. */
    public ConsentKind kind() {
        return kind;
    }

    /**
     * Whether its purpose and its list of data are those of somebody in this role: of a consent to processing that was
     * signed in it, of any other always.
     */
    public boolean covers(ParticipantRole role) {
        return role == ParticipantRole.MENTEE ? asMentee : asMentor;
    }

    /**
     * Whether the paper's list of data has this field. Of those that a school decides about, only a paper that was
     * registered while they were asked for.
     */
    public boolean names(DataField field) {
        return switch (field) {
            case HEALTH -> namesHealth;
            case HARDSHIP -> namesHardship;
            default -> true;
        };
    }

    /** Day of the signature. */
    public LocalDate signedOn() {
        return signedOn;
    }

    /** Who has signed. */
    public Set<Signer> signers() {
        Set<Signer> signers = EnumSet.noneOf(Signer.class);
        if (selfSigned) {
            signers.add(Signer.SELF);
        }
        if (representativeSigned) {
            signers.add(Signer.REPRESENTATIVE);
        }
        return signers;
    }

    /** Last day on which it allows anything. */
    public LocalDate validUntil() {
        return validUntil;
    }

    /** Day from which it allows nothing; empty while nobody has withdrawn it. */
    public Optional<LocalDate> withdrawnOn() {
        return Optional.ofNullable(withdrawnOn);
    }

    /** The scanned paper; empty where none is kept. */
    public Optional<UUID> scanId() {
        return Optional.ofNullable(scanId);
    }

    /**
     * Whether it counts in a programme: it is not withdrawn, was not signed after the programme's last day, and lasts until
     * then. {@code ParticipantRepository.Where} says the same to the database.
     *
     * @param until last day that the programme needs a consent for, see {@link
     *     org.mentoringroadmap.programme.Programme#lastDay}
     */
    public boolean counts(LocalDate until) {
        return withdrawnOn == null && isOf(until);
    }

    /** Whether it was given for that programme, whether it was withdrawn since or not. */
    boolean isOf(LocalDate until) {
        return !signedOn.isAfter(until) && !validUntil.isBefore(until);
    }

    /** What it is worth on a day. Once withdrawn it is worth nothing, whatever the day. */
    public State state(LocalDate day) {
        if (withdrawnOn != null) {
            return State.WITHDRAWN;
        }
        return day.isAfter(validUntil) ? State.EXPIRED : State.VALID;
    }
}
