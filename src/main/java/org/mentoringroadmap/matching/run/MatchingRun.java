package org.mentoringroadmap.matching.run;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.policy.MatchingPolicy;
import org.mentoringroadmap.programme.MentoringForm;

/** One run of the matching: for whom, by which rules, and what came of it. */
@Entity
@Table(name = "matching_run")
class MatchingRun {
    private static final int BATCH = 50;

    /** One rule of the policy as it was when the run was made. */
    @Embeddable
    record RuleLine(
            @Enumerated(EnumType.STRING) MatchingPolicy.Rule rule,
            @Enumerated(EnumType.STRING) MatchingPolicy.Kind kind,
            double weight) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    private int number;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private RunState state = RunState.PROPOSED;

    private boolean preferences;
    private long salt;
    private int matched;
    private int unmatched;

    @Column(nullable = false)
    private BigDecimal total;

    private boolean optimal;
    private int blockingPairs;
    private boolean changedMeanwhile;
    private boolean thinned;

    @Column(nullable = false)
    private String policyVersion;

    @Column(nullable = false)
    private LocalDateTime startedAt;

    @Column(nullable = false)
    private String startedBy;

    private LocalDateTime confirmedAt;
    private String confirmedBy;

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "matching_run_form", joinColumns = @JoinColumn(name = "run_id"))
    @Column(name = "form")
    @Enumerated(EnumType.STRING)
    private Set<MentoringForm> forms = new HashSet<>();

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "matching_run_class", joinColumns = @JoinColumn(name = "run_id"))
    @Column(name = "class_id")
    private Set<Long> classIds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "matching_run_mentor", joinColumns = @JoinColumn(name = "run_id"))
    @Column(name = "mentor_id")
    private Set<Long> mentorIds = new HashSet<>();

    @ElementCollection
    @CollectionTable(name = "matching_run_rule", joinColumns = @JoinColumn(name = "run_id"))
    private Set<RuleLine> rules = new HashSet<>();

    protected MatchingRun() {}

    MatchingRun(Long programmeId, int number, RunRequest request, long salt, String login, LocalDateTime now) {
        this.programmeId = programmeId;
        this.number = number;
        this.salt = salt;
        preferences = request.preferences();
        forms.addAll(request.forms());
        classIds.addAll(request.classIds());
        startedBy = login;
        startedAt = now;
    }

    /**
     * What came of it; every solution that exists is proven.
     *
     * @param stale whether what it was computed from has changed since
     */
    void found(Solution solution, int blocking, boolean stale) {
        changedMeanwhile = stale;
        matched = solution.matching().matched();
        unmatched = solution.inputs().mentees().size() - matched;
        total = solution.matching().total();
        optimal = true;
        blockingPairs = blocking;
        MatchingPolicy policy = solution.inputs().policy();
        policyVersion = policy.version();
        policy.lines().forEach((rule, line) -> rules.add(new RuleLine(rule, line.kind(), line.weight())));
        solution.inputs().mentors().forEach(mentor -> mentorIds.add(mentor.id()));
    }

    void confirm(String login, LocalDateTime now) {
        state = RunState.CONFIRMED;
        confirmedBy = login;
        confirmedAt = now;
    }

    void outdate() {
        state = RunState.OUTDATED;
    }

    /** Who was proposed to whom is kept no longer, the figures are. */
    void thin() {
        thinned = true;
        mentorIds.clear();
    }

    boolean isThinned() {
        return thinned;
    }

    Long id() {
        return id;
    }

    Long programmeId() {
        return programmeId;
    }

    int number() {
        return number;
    }

    RunState state() {
        return state;
    }

    long salt() {
        return salt;
    }

    String policyVersion() {
        return policyVersion;
    }

    Set<Long> mentorIds() {
        return Set.copyOf(mentorIds);
    }

    RunRequest request() {
        return new RunRequest(forms, classIds, preferences);
    }

    RunSummary summary() {
        return new RunSummary(
                id,
                number,
                programmeId,
                state,
                matched,
                unmatched,
                total,
                optimal,
                blockingPairs,
                policyVersion,
                startedAt,
                startedBy,
                request(),
                changedMeanwhile,
                thinned);
    }
}
