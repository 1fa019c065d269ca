package org.mentoringroadmap.matching.run;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.util.Optional;
import org.mentoringroadmap.matching.core.Alternative;
import org.mentoringroadmap.programme.MentoringForm;

/** What a run proposes for one mentee: a mentor, or none. */
@Entity
@Table(name = "matching_proposal")
public class Proposal {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "matching_proposal_seq")
    @SequenceGenerator(name = "matching_proposal_seq", allocationSize = 50)
    private Long id;

    @Column(nullable = false)
    private Long runId;

    @Column(nullable = false)
    private Long menteeId;

    private Long mentorId;

    @Enumerated(EnumType.STRING)
    private MentoringForm form;

    private double score;
    private BigDecimal loss;
    private int lossLeft;
    private boolean locked;
    private boolean earlier;

    @Column(nullable = false)
    private String basis;

    @Column(nullable = false)
    private String reasons;

    private Long pairId;

    protected Proposal() {}

    /** A pair. */
    Proposal(Solution.Pair pair, Optional<Alternative> other, boolean earlier, String basis, String reasons) {
        this(pair.mentee().id(), reasons);
        this.earlier = earlier;
        this.basis = basis;
        mentorId = pair.mentor().id();
        form = pair.judgement().form().orElse(null);
        score = pair.judgement().score();
        locked = pair.locked();
        other.map(Alternative::loss).ifPresent(found -> {
            loss = found.total();
            lossLeft = found.matched();
        });
    }

    /** Somebody left. */
    Proposal(Long menteeId, String reasons) {
        this.menteeId = menteeId;
        this.reasons = reasons;
        basis = "{}";
    }

    /** Says which run has proposed it, as soon as that is stored. */
    Proposal of(MatchingRun run) {
        runId = run.id();
        return this;
    }

    /** The pair that has come of it; empty for none. */
    Optional<Long> pairId() {
        return Optional.ofNullable(pairId);
    }

    Long menteeId() {
        return menteeId;
    }

    Optional<Long> mentorId() {
        return Optional.ofNullable(mentorId);
    }

    Optional<MentoringForm> form() {
        return Optional.ofNullable(form);
    }

    double score() {
        return score;
    }

    Optional<BigDecimal> loss() {
        return Optional.ofNullable(loss);
    }

    int lossLeft() {
        return lossLeft;
    }

    boolean locked() {
        return locked;
    }

    boolean earlier() {
        return earlier;
    }

    String reasons() {
        return reasons;
    }
}
