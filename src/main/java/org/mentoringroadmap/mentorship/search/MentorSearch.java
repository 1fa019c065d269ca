package org.mentoringroadmap.mentorship.search;

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

/**
 * A mentee without a pair, for whom the school goes on looking for a mentor (item 000-5.2.3): somebody of the register, or
 * a code alone where the school keeps its names.
 */
@Entity
@Table(name = "mentorship_search")
public class MentorSearch {
    /** How far the search is; titles are in the bundle. */
    public enum State {
        SEARCHING,
        /** A pair was formed, see {@link MentorSearch#foundId()}. */
        FOUND,
        /** Given up, see {@link MentorSearch#reason()}. */
        STOPPED,
        /** The year ended first; the mentee is the first one in the next. */
        CARRIED_OVER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    private int number;

    @Column(nullable = false)
    private String code;

    private boolean supportNeeded;
    private LocalDate supportedOn;
    private boolean launched;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state = State.SEARCHING;

    @Column(nullable = false)
    private LocalDate openedOn;

    private LocalDate remindedOn;
    private LocalDate closedOn;
    private String reason;
    private Long leftId;
    private Long foundId;
    private Long participantId;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected MentorSearch() {}

    MentorSearch(
            Long programmeId,
            int number,
            String code,
            boolean supportNeeded,
            Long leftId,
            Long participantId,
            LocalDate openedOn) {
        this.programmeId = programmeId;
        this.number = number;
        this.code = code;
        this.supportNeeded = supportNeeded;
        this.leftId = leftId;
        this.participantId = participantId;
        this.openedOn = openedOn;
    }

    void launch() {
        launched = true;
    }

    void isFor(Long participant) {
        participantId = participant;
    }

    void supported(LocalDate day) {
        supportedOn = day;
    }

    void remind(LocalDate day) {
        remindedOn = day;
    }

    void close(State how, LocalDate day, String why, Long pairFound) {
        state = how;
        closedOn = day;
        reason = why;
        foundId = pairFound;
    }

    void changed(String login, LocalDateTime now) {
        changedBy = login;
        changedAt = now;
    }

    /** Whether its process runs or has run. */
    boolean launched() {
        return launched;
    }

    /** Key; as variable {@code searchId} it finds the process of this search. */
    public Long id() {
        return id;
    }

    /** Programme that it belongs to. */
    public Long programmeId() {
        return programmeId;
    }

    /** «Н-001»; unique in the programme. */
    public String code() {
        return code;
    }

    /** Whether a psychologist helps meanwhile. */
    public boolean supportNeeded() {
        return supportNeeded;
    }

    /** Day on which the psychologist had helped; empty before and where no help is needed. */
    public Optional<LocalDate> supportedOn() {
        return Optional.ofNullable(supportedOn);
    }

    /** How far it is. */
    public State state() {
        return state;
    }

    /** Day on which it began. */
    public LocalDate openedOn() {
        return openedOn;
    }

    /** Day on which the application last said that it still goes on; empty in the first month. */
    public Optional<LocalDate> remindedOn() {
        return Optional.ofNullable(remindedOn);
    }

    /** Day on which it ended; empty before. */
    public Optional<LocalDate> closedOn() {
        return Optional.ofNullable(closedOn);
    }

    /** Why it was given up; empty otherwise. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The mentee in the register; empty where only a code is known. */
    public Optional<Long> participantId() {
        return Optional.ofNullable(participantId);
    }

    /** The pair that the mentee left; empty for who has had none. */
    public Optional<Long> leftId() {
        return Optional.ofNullable(leftId);
    }

    /** The pair that was found; empty otherwise. */
    public Optional<Long> foundId() {
        return Optional.ofNullable(foundId);
    }
}
