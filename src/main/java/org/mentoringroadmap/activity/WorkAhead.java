package org.mentoringroadmap.activity;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have done before the roadmap has come to it: whoever has to do with an activity records its outcome ahead, so
 * that nobody is asked for it when its turn comes, and what waits for it goes on.
 */
@Service
@Transactional
public class WorkAhead {
    /** Blocks of which a person's word is all that comes; others make papers, lists or pairs, which cannot be skipped so. */
    private static final Set<String> BY_WORD =
            Set.of("activity", "class-checklist", "role-checklist", "event", "publication");

    private final ActivityOutcomes outcomes;
    private final ActivityProcess process;
    private final Programmes programmes;
    private final Editions editions;
    private final ProgrammeLock lock;
    private final AuditTrail trail;
    private final CurrentUser user;

    WorkAhead(
            ActivityOutcomes outcomes,
            ActivityProcess process,
            Programmes programmes,
            Editions editions,
            ProgrammeLock lock,
            AuditTrail trail,
            CurrentUser user) {
        this.outcomes = outcomes;
        this.process = process;
        this.programmes = programmes;
        this.editions = editions;
        this.lock = lock;
        this.trail = trail;
        this.user = user;
    }

    /**
     * The outcomes that the acting account may record ahead of an activity's turn; none where it may not, or where its turn
     * has come or it has ended. Only the curator and the deputy say that an activity is not held.
     */
    @Transactional(readOnly = true)
    public List<Outcome> ways(Long programmeId, RoadmapActivity activity) {
        return programmes.visible(programmeId).state() == Programme.State.RUNNING
                        && outcomes.find(programmeId, activity.key()).isEmpty()
                        && !process.hasBegun(programmeId, activity.item())
                ? Stream.of(Outcome.values())
                        .filter(outcome -> mayRecord(activity) && isWay(activity, outcome))
                        .toList()
                : List.of();
    }

    /**
     * Records the outcome of an activity that the roadmap has not come to.
     *
     * @throws NotFoundException {@code programme.unknown}, {@code activity.unknown}
     * @throws ForbiddenException {@code activity.ahead.forbidden} for who has nothing to do with it
     * @throws UserInputException {@code activity.ahead.way} where more than a word is needed, and what {@link
     *     ActivityOutcomes#record} refuses
     * @throws ConflictException {@code activity.ahead.begun} where its turn has come or it has ended; {@code
     *     activity.programme-completed}
     */
    public ActivityRecord record(Long programmeId, String roadmapItem, OutcomeInput input) {
        Programme programme = programmes.visible(programmeId);
        RoadmapActivity activity = editions.roadmap(programme)
                .activities()
                .filter(row -> row.item().equals(RoadmapItemCheck.checked(roadmapItem)))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("activity.unknown"));
        if (!mayRecord(activity)) {
            throw new ForbiddenException("activity.ahead.forbidden");
        }
        lock.acquire(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("activity.programme-completed");
        }
        if (outcomes.find(programmeId, activity.key()).isPresent() || process.hasBegun(programmeId, activity.item())) {
            throw new ConflictException("activity.ahead.begun");
        }
        if (input.outcome() != null && !isWay(activity, input.outcome())) {
            throw new UserInputException("activity.ahead.way");
        }
        ActivityRecord record = outcomes.recordAhead(programmeId, activity.item(), input);
        trail.record(
                AuditEvent.of(AuditAct.ACTIVITY_RECORDED_AHEAD, programmeId).item(activity.item()));
        return record;
    }

    /** Whether a person's word is all that comes of an activity: then it can be said to be done without a document. */
    public static boolean isByWord(RoadmapActivity activity) {
        return BY_WORD.contains(activity.calledElement());
    }

    private boolean mayRecord(RoadmapActivity activity) {
        return leads() || activity.responsible().stream().anyMatch(user::holds);
    }

    private boolean leads() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    private boolean isWay(RoadmapActivity activity, Outcome outcome) {
        return switch (outcome) {
            case DONE -> isByWord(activity);
            case EARLIER -> true;
            case NOT_HELD -> leads();
        };
    }
}
