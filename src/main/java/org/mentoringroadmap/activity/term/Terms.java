package org.mentoringroadmap.activity.term;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.TextInput;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of a programme's activities where life has moved them. Works for whoever asks, since processes ask too: a
 * page asks {@link #mayMove} and shows only programmes that its reader sees.
 */
@Unguarded
@Service
@Transactional
public class Terms {
    private static final int MAX_REASON_LENGTH = 500;

    private final MovedTermRepository terms;
    private final ActivityOutcomes outcomes;
    private final Programmes programmes;
    private final Editions editions;
    private final ActivityKeys keys;
    private final Tasks tasks;
    private final CurrentUser user;
    private final Clock clock;

    Terms(
            MovedTermRepository terms,
            ActivityOutcomes outcomes,
            Programmes programmes,
            Editions editions,
            ActivityKeys keys,
            Tasks tasks,
            CurrentUser user,
            Clock clock) {
        this.terms = terms;
        this.outcomes = outcomes;
        this.programmes = programmes;
        this.editions = editions;
        this.keys = keys;
        this.tasks = tasks;
        this.user = user;
        this.clock = clock;
    }

    /** Whether the acting account may move terms: curator and deputy may. */
    public boolean mayMove() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    /**
     * Moves the last day of an activity; what runs for it already gets the new term too.
     *
     * @param due new last day, today or later, within the calendar year in which lessons end
     * @param reason why; the roadmap document and the year page print it
     * @throws UserInputException {@code term.due}, {@code term.past}, {@code term.late}, {@code term.same}, {@code
     *     term.reason} or {@code activity.too-long}
     * @throws NotFoundException {@code term.unknown}
     * @throws ConflictException {@code term.closed} when the activity has ended, {@code activity.programme-completed}
     */
    public MovedTerm move(Long programmeId, String roadmapItem, LocalDate due, String reason) {
        Programme programme = programmes.get(programmeId);
        RoadmapActivity activity = activity(programme, roadmapItem);
        checkOpen(programme, activity);
        String why = TextInput.clean(reason, MAX_REASON_LENGTH);
        if (why == null) {
            throw new UserInputException("term.reason");
        }
        LocalDateTime planned = activity.due().dueIn(programme.schoolYear());
        LocalDateTime current =
                find(programmeId, roadmapItem).map(MovedTerm::dueAt).orElse(planned);
        checkDay(due, current.toLocalDate(), programme);
        MovedTerm moved = terms.save(new MovedTerm(
                programmeId,
                activity.key(),
                planned.toLocalDate(),
                due,
                why,
                user.login(),
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS)));
        LocalDateTime start =
                activity.start() == null ? null : moved.startAt(activity.start().startIn(programme.schoolYear()));
        tasks.reschedule(programmeId, activity.item(), current, start, moved.dueAt());
        return moved;
    }

    /** The moved term of one activity, the latest; empty where it stands as planned. */
    @Transactional(readOnly = true)
    public Optional<MovedTerm> find(Long programmeId, String roadmapItem) {
        return terms.findFirstByProgrammeIdAndActivityKeyOrderByIdDesc(programmeId, keys.key(programmeId, roadmapItem));
    }

    /** The moved terms of a programme by the key of the activity, of each the latest. */
    @Transactional(readOnly = true)
    public Map<String, MovedTerm> of(Long programmeId) {
        return terms.findByProgrammeIdOrderById(programmeId).stream()
                .collect(Collectors.toMap(MovedTerm::activityKey, Function.identity(), (earlier, later) -> later));
    }

    /**
     * The activities that have not ended and whose last day has passed, in the order of the roadmap.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code programme.unknown}
     */
    @Transactional(readOnly = true)
    public List<PassedTerm> passed(Long programmeId) {
        Programme programme = programmes.get(programmeId);
        Map<String, MovedTerm> moved = of(programmeId);
        List<String> ended = outcomes.of(programmeId).stream()
                .map(ActivityRecord::activityKey)
                .toList();
        LocalDate today = LocalDate.now(clock);
        return editions.roadmap(programme).stages().stream()
                .flatMap(stage -> stage.activities().stream()
                        .filter(activity -> activity.due() != null && !ended.contains(activity.key()))
                        .map(activity -> new PassedTerm(
                                stage,
                                activity,
                                Optional.ofNullable(moved.get(activity.key()))
                                        .map(MovedTerm::due)
                                        .orElseGet(() -> activity.due()
                                                .dueIn(programme.schoolYear())
                                                .toLocalDate()))))
                .filter(term -> term.due().isBefore(today))
                .toList();
    }

    private RoadmapActivity activity(Programme programme, String roadmapItem) {
        String key = keys.key(programme.id(), roadmapItem);
        return editions.roadmap(programme)
                .activities()
                .filter(activity -> activity.key().equals(key) && activity.due() != null)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("term.unknown"));
    }

    /** An activity of several parts has an outcome when the first is done; it is closed when nothing of it is open. */
    private void checkOpen(Programme programme, RoadmapActivity activity) {
        if (programme.state() == Programme.State.COMPLETED) {
            throw new ConflictException("activity.programme-completed");
        }
        if (outcomes.find(programme.id(), activity.key()).isPresent()
                && tasks.ofProgramme(programme.id()).stream()
                        .noneMatch(task -> activity.item().equals(task.roadmapItem()))) {
            throw new ConflictException("term.closed");
        }
    }

    private void checkDay(LocalDate due, LocalDate current, Programme programme) {
        if (due == null) {
            throw new UserInputException("term.due");
        }
        if (due.isBefore(LocalDate.now(clock))) {
            throw new UserInputException("term.past");
        }
        LocalDate last = LocalDate.of(programme.schoolYear().secondYear(), Month.DECEMBER, 31);
        if (due.isAfter(last)) {
            throw new UserInputException("term.late", String.valueOf(last.getYear()));
        }
        if (due.equals(current)) {
            throw new UserInputException("term.same");
        }
    }
}
