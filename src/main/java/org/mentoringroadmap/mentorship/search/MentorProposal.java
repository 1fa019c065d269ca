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
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mentoringroadmap.matching.MentorSuggestion;
import org.mentoringroadmap.programme.MentoringForm;

/** A mentor whom the application proposes to a search; a person decides. */
@Entity
@Table(name = "mentorship_proposal")
public class MentorProposal {
    /** Where it stands. */
    public enum State {
        /** For the curator's decision. */
        WAITING,
        /** A pair was formed. */
        ACCEPTED,
        /** Refused, see the reason. */
        DECLINED,
        /** The two can be a pair no longer, or the search has ended otherwise. */
        VOID
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long searchId;

    @Column(nullable = false)
    private Long menteeId;

    @Column(nullable = false)
    private Long mentorId;

    @Enumerated(EnumType.STRING)
    private MentoringForm form;

    @Column(nullable = false)
    private BigDecimal score;

    private String basis;

    @Column(nullable = false)
    private String policyVersion;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state = State.WAITING;

    /** True or null: the table lets one row of a search be true. */
    private Boolean waiting = true;

    @Column(nullable = false)
    private LocalDate proposedOn;

    private LocalDate closedOn;
    private String reason;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected MentorProposal() {}

    /** @param basis the suggestion's reasons in words */
    public MentorProposal(MentorSearch search, MentorSuggestion suggestion, String basis, LocalDate day) {
        searchId = search.id();
        menteeId = suggestion.menteeId();
        mentorId = suggestion.mentorId();
        form = suggestion.form().orElse(null);
        score = BigDecimal.valueOf(suggestion.score()).setScale(6, RoundingMode.HALF_UP);
        this.basis = basis;
        policyVersion = suggestion.policyVersion();
        proposedOn = day;
    }

    /** The proposal is decided or has lapsed. */
    public void close(State how, LocalDate day, String why) {
        state = how;
        waiting = null;
        closedOn = day;
        reason = why;
    }

    /** Keeps who has changed it, and when. */
    public void changed(String login, LocalDateTime now) {
        changedBy = login;
        changedAt = now;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** The search that it is for. */
    public Long searchId() {
        return searchId;
    }

    /** Participant for whom a mentor is looked for. */
    public Long menteeId() {
        return menteeId;
    }

    /** Participant who is proposed. */
    public Long mentorId() {
        return mentorId;
    }

    /** Form of mentoring in which they fit together; empty where none of the seven is meant. */
    public Optional<MentoringForm> form() {
        return Optional.ofNullable(form);
    }

    /** Why they fit together, one reason a line; empty where nothing speaks for them but a free place. */
    public Optional<String> basis() {
        return Optional.ofNullable(basis);
    }

    /** Rules and weights that it was made by. */
    public String policyVersion() {
        return policyVersion;
    }

    /** Where it stands. */
    State state() {
        return state;
    }

    /** Day on which it was made. */
    public LocalDate proposedOn() {
        return proposedOn;
    }

    /** Why it was refused; empty otherwise. */
    Optional<String> reason() {
        return Optional.ofNullable(reason);
    }
}
