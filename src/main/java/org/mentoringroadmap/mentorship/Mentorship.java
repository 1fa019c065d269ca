package org.mentoringroadmap.mentorship;

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
import org.mentoringroadmap.programme.MentoringForm;

/** A mentoring pair or group of a programme. Pupils are counted, not named: lists of names stay with the school. */
@Entity
@Table(name = "mentorship")
public class Mentorship {
    /** One mentee or several. */
    public enum Kind {
        PAIR,
        GROUP
    }

    /** Where a mentorship stands; titles are in the bundle. */
    public enum State {
        /** Decided; its work has not begun. */
        FORMED,
        /** Meets. */
        RUNNING,
        /** Has had its final meeting. */
        COMPLETED,
        /** Parted before the end, see {@link Mentorship#reason()}. */
        ENDED_EARLY,
        /** The programme ended while it still met. */
        CLOSED_WITH_YEAR;

        /** Whether meetings are still to come. */
        public boolean isOpen() {
            return this == FORMED || this == RUNNING;
        }
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    private int number;

    @Column(nullable = false)
    private String code;

    private int mentees;
    private Long mentorId;

    @Enumerated(EnumType.STRING)
    private MentoringForm form;

    private String basis;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state = State.FORMED;

    @Column(nullable = false)
    private LocalDate formedOn;

    private LocalDate heldOn;
    private LocalDate startedOn;
    private LocalDate endedOn;
    private LocalDate farewellOn;
    private String reason;
    private Long continuesId;
    private Long cardId;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected Mentorship() {}

    public Mentorship(Long programmeId, Kind kind, int number, String code, LocalDate formedOn) {
        this.programmeId = programmeId;
        this.kind = kind;
        this.number = number;
        this.code = code;
        this.formedOn = formedOn;
        this.mentees = kind == Kind.PAIR ? 1 : 0;
    }

    /** Takes over what the curator says about it. */
    public void describe(MentorshipDetails details) {
        mentees = details.mentees();
        mentorId = details.mentorId();
        form = details.form();
        basis = details.basis();
    }

    /** It goes on with what another one has begun. */
    public void continues(Mentorship earlier) {
        continuesId = earlier.id;
        cardId = earlier.cardId;
    }

    void workBy(Long card) {
        cardId = card;
    }

    /** It works from that day on. */
    public void start(LocalDate day) {
        state = State.RUNNING;
        startedOn = day;
        heldOn = null;
    }

    /** It has ended on that day, for that reason. */
    public void end(State how, LocalDate day, String why) {
        state = how;
        endedOn = day;
        reason = why;
        heldOn = null;
    }

    /** Its turn has come, but somebody in it is not let in. */
    public void hold(LocalDate day) {
        heldOn = heldOn == null ? day : heldOn;
    }

    /** Its final meeting was entered by mistake: it works on. */
    public void reopen() {
        state = State.FORMED;
        endedOn = null;
        reason = null;
    }

    /** Keeps the day of the final meeting. */
    public void farewell(LocalDate day) {
        farewellOn = day;
    }

    /** Keeps who has changed it, and when. */
    public void changed(String login, LocalDateTime now) {
        changedBy = login;
        changedAt = now;
    }

    /** Key; as variable {@code pairId} it finds the process of this mentorship. */
    public Long id() {
        return id;
    }

    /** Programme that it belongs to. */
    public Long programmeId() {
        return programmeId;
    }

    /** One mentee or several. */
    public Kind kind() {
        return kind;
    }

    /** «П-001», a group «Г-001»; unique in the programme and never used again. */
    public String code() {
        return code;
    }

    /** How many mentees; 0 for a group whose size nobody has entered yet. */
    public int mentees() {
        return mentees;
    }

    /** The mentor: id of a person of the staff; empty where the school has not entered one or the mentor is no staff. */
    public Optional<Long> mentorId() {
        return Optional.ofNullable(mentorId);
    }

    /** Form of mentoring; empty where it is not entered. */
    public Optional<MentoringForm> form() {
        return Optional.ofNullable(form);
    }

    /** Why these belong together, in the words of whoever decided; empty where nothing is written. */
    public Optional<String> basis() {
        return Optional.ofNullable(basis);
    }

    /** Where it stands. */
    public State state() {
        return state;
    }

    /** Day of the decision. */
    public LocalDate formedOn() {
        return formedOn;
    }

    /**
     * Since when its work should have begun and has not, since somebody in it has no valid consent; it begins by itself
     * when all are let in again. Empty as a rule.
     */
    public Optional<LocalDate> heldOn() {
        return Optional.ofNullable(heldOn);
    }

    /** Day from which it meets; empty before. */
    public Optional<LocalDate> startedOn() {
        return Optional.ofNullable(startedOn);
    }

    /** Day of its end, whatever the end; empty before. */
    public Optional<LocalDate> endedOn() {
        return Optional.ofNullable(endedOn);
    }

    /** Day of the farewell talk of a mentorship that ended early; empty where none is entered. */
    public Optional<LocalDate> farewellOn() {
        return Optional.ofNullable(farewellOn);
    }

    /** Why it ended early; empty otherwise. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** The mentorship whose mentees this one took over; empty for a first one. */
    public Optional<Long> continuesId() {
        return Optional.ofNullable(continuesId);
    }

    /** The card of the bank of programmes by which it works; empty where none is chosen. */
    public Optional<Long> cardId() {
        return Optional.ofNullable(cardId);
    }
}
