package org.mentoringroadmap.activity.term;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
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
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Moves an activity with what comes after it, and takes back what was moved together. */
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
     * What would move along with an activity: what comes after it and would otherwise end too early. Nothing is stored.
     *
     * @return in the order of dependencies
     * @throws NotFoundException {@code programme.unknown}, {@code term.unknown}
     * @throws ForbiddenException {@code term.forbidden}
     * @throws UserInputException as {@link Terms#move} refuses the move itself
     */
    @Transactional(readOnly = true)
    public List<ProposedTerm> following(Long programmeId, String roadmapItem, LocalDate due, String reason) {
        Programme programme = programmes.visible(programmeId);
        if (!terms.mayMove()) {
            throw new ForbiddenException("term.forbidden");
        }
        return terms.open(programmeId).following(terms.movable(programme, roadmapItem, due, reason), due);
    }

    /**
     * Moves an activity and what comes after it, so that all of it can be taken back at once.
     *
     * @param reason why the activity moves
     * @param reasonOfOthers why the others do
     * @param shown new last days of the others as somebody has seen them, by item
     * @return how many terms have moved
     * @throws UserInputException as {@link #following}; {@code term.following.changed} where others would move by now
     */
    public int move(
            Long programmeId,
            String roadmapItem,
            LocalDate due,
            String reason,
            String reasonOfOthers,
            Map<String, LocalDate> shown) {
        lock.acquire(programmeId);
        List<ProposedTerm> following = following(programmeId, roadmapItem, due, reason);
        Map<String, LocalDate> days = following.stream()
                .collect(Collectors.toMap(row -> row.term().activity().item(), ProposedTerm::due));
        if (!days.equals(shown)) {
            throw new ConflictException("term.following.changed");
        }
        Programme programme = programmes.visible(programmeId);
        List<TermDecision> together = new ArrayList<>();
        together.add(move(terms.movable(programme, roadmapItem, due, reason), due, reason));
        days.forEach((item, day) -> together.add(move(item, day, null)));
        Map<String, UserInputException> refused = terms.moveTogether(programme, together, reasonOfOthers);
        if (!refused.isEmpty()) {
            throw new TermsRefused(refused);
        }
        return together.size();
    }

    private static TermDecision move(String item, LocalDate due, String reason) {
        return new TermDecision(item, TermDecision.Choice.MOVE, due, null, reason);
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
                tasks.reschedule(
                        programme.id(),
                        activity.item(),
                        Terms.span(activity, calendar, Optional.of(moved)),
                        Terms.span(activity, calendar, Optional.ofNullable(former.get(moved.activityKey()))));
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
