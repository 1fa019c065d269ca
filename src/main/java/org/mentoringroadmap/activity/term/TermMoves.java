package org.mentoringroadmap.activity.term;

import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapCalendar;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was moved together at the late start of a year. */
@Service
@Transactional
public class TermMoves {
    private final MovedTermRepository moves;
    private final Terms terms;
    private final ActivityOutcomes outcomes;
    private final Programmes programmes;
    private final Editions editions;
    private final ProgrammeLock lock;
    private final Tasks tasks;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final Clock clock;

    TermMoves(
            MovedTermRepository moves,
            Terms terms,
            ActivityOutcomes outcomes,
            Programmes programmes,
            Editions editions,
            ProgrammeLock lock,
            Tasks tasks,
            AuditTrail trail,
            CurrentUser user,
            Clock clock) {
        this.moves = moves;
        this.terms = terms;
        this.outcomes = outcomes;
        this.programmes = programmes;
        this.editions = editions;
        this.lock = lock;
        this.tasks = tasks;
        this.trail = trail;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The last move of several terms of a programme that the acting account may take back; empty where there is none, where
     * none of them would get its term back, and for who may not.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    @Transactional(readOnly = true)
    public Optional<MovedTogether> last(Long programmeId) {
        Programme programme = programmes.visible(programmeId);
        if (!terms.mayMove() || programme.state() != Programme.State.RUNNING) {
            return Optional.empty();
        }
        List<MovedTerm> valid = moves.findByProgrammeIdAndTakenBackAtIsNullOrderById(programmeId);
        return valid.stream()
                .flatMap(moved -> moved.moveId().stream())
                .reduce((earlier, later) -> later)
                .map(id -> together(programmeId, valid, id))
                .filter(together -> together.returnable() > 0);
    }

    private MovedTogether together(Long programmeId, List<MovedTerm> valid, UUID id) {
        List<MovedTerm> moved = valid.stream().filter(term -> isOf(term, id)).toList();
        return new MovedTogether(
                id,
                moved.get(0).movedAt(),
                moved.size(),
                returnable(programmeId, valid, id).size());
    }

    /**
     * Takes a move of several terms back: what has not ended and was not moved again has its former term, and so have the
     * tasks that are open for it. The rest stays as it is.
     *
     * @return how many terms are as they were before
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code term.forbidden}
     * @throws ConflictException {@code term.take-back.none} where nothing is left to take back; {@code
     *     activity.programme-completed}
     */
    public int takeBack(Long programmeId, UUID move) {
        Programme programme = programmes.visible(programmeId);
        if (!terms.mayMove()) {
            throw new ForbiddenException("term.forbidden");
        }
        lock.acquire(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("activity.programme-completed");
        }
        List<MovedTerm> back =
                returnable(programmeId, moves.findByProgrammeIdAndTakenBackAtIsNullOrderById(programmeId), move);
        if (back.isEmpty()) {
            throw new ConflictException("term.take-back.none");
        }
        RoadmapCalendar before = terms.calendar(programme);
        LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
        back.forEach(moved -> moved.takeBack(user.login(), now));
        moves.flush();
        reschedule(programme, back);
        terms.follow(programme, before);
        trail.record(AuditEvent.of(AuditAct.TERMS_TAKEN_BACK, programmeId).count(back.size()));
        return back.size();
    }

    private void reschedule(Programme programme, List<MovedTerm> back) {
        RoadmapCalendar calendar = terms.calendar(programme);
        Map<String, MovedTerm> former = terms.of(programme.id());
        Map<String, RoadmapActivity> activities = editions.roadmap(programme)
                .activities()
                .collect(Collectors.toMap(RoadmapActivity::key, Function.identity(), (first, second) -> first));
        for (MovedTerm moved : back) {
            RoadmapActivity activity = activities.get(moved.activityKey());
            if (activity != null) {
                Optional<MovedTerm> again = Optional.ofNullable(former.get(moved.activityKey()));
                Optional<LocalDateTime> start = calendar.start(activity);
                tasks.reschedule(
                        programme.id(),
                        activity.item(),
                        moved.dueAt(),
                        again.map(term -> start.map(term::startAt))
                                .orElse(start)
                                .orElse(null),
                        again.map(MovedTerm::dueAt).orElseGet(() -> calendar.due(activity)));
            }
        }
    }

    private List<MovedTerm> returnable(Long programmeId, List<MovedTerm> valid, UUID move) {
        Set<String> ended = outcomes.of(programmeId).stream()
                .map(ActivityRecord::activityKey)
                .collect(Collectors.toSet());
        Map<String, MovedTerm> latest = valid.stream()
                .collect(Collectors.toMap(MovedTerm::activityKey, Function.identity(), (earlier, later) -> later));
        return latest.values().stream()
                .filter(term -> isOf(term, move) && !ended.contains(term.activityKey()))
                .toList();
    }

    private static boolean isOf(MovedTerm term, UUID move) {
        return term.moveId().filter(id -> id.equals(move)).isPresent();
    }
}
