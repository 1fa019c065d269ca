package org.mentoringroadmap.activity.term;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.OutcomeChanged;
import org.mentoringroadmap.activity.TextInput;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RelativeTerm;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapCalendar;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.Tasks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
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

    /**
     * When an activity begins and is due.
     *
     * @param start empty where nothing says when it begins
     */
    public record Planned(Optional<LocalDateTime> start, LocalDateTime due) {}

    private final MovedTermRepository terms;
    private final ActivityOutcomes outcomes;
    private final Programmes programmes;
    private final Editions editions;
    private final ActivityKeys keys;
    private final ProgrammeLock lock;
    private final Tasks tasks;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Terms(
            MovedTermRepository terms,
            ActivityOutcomes outcomes,
            Programmes programmes,
            Editions editions,
            ActivityKeys keys,
            ProgrammeLock lock,
            Tasks tasks,
            CurrentUser user,
            ApplicationEventPublisher events,
            Clock clock) {
        this.terms = terms;
        this.outcomes = outcomes;
        this.programmes = programmes;
        this.editions = editions;
        this.keys = keys;
        this.lock = lock;
        this.tasks = tasks;
        this.user = user;
        this.events = events;
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
        lock.acquire(programmeId);
        Programme programme = programmes.get(programmeId);
        RoadmapActivity activity = activity(programme, roadmapItem);
        RoadmapCalendar calendar = calendar(programme);
        Optional<MovedTerm> former = find(programmeId, roadmapItem);
        LocalDateTime current = dueAt(activity, calendar, former);
        MovedTerm moved = terms.save(checked(programme, activity, calendar, current, due, reason));
        reschedule(activity, calendar, former, moved);
        follow(programme, calendar);
        return moved;
    }

    /**
     * The activity whose last day is to be moved; nothing is stored.
     *
     * @return the number under which it is kept
     * @throws UserInputException where {@link #move} would refuse it
     */
    String movable(Programme programme, String roadmapItem, LocalDate due, String reason) {
        RoadmapActivity activity = activity(programme, roadmapItem);
        RoadmapCalendar calendar = calendar(programme);
        checked(
                programme,
                activity,
                calendar,
                dueAt(activity, calendar, find(programme.id(), roadmapItem)),
                due,
                reason);
        return activity.item();
    }

    /**
     * Moves several last days together, so that all of it can be taken back at once. Each is checked as {@link #move} does,
     * against the terms as they stand before. The programme is locked by whoever asks. What is counted from an activity that
     * moves, and gets by that the day it is to have, goes along without being moved itself.
     *
     * @param reason why, for those that have no reason of their own
     * @return what is refused and why, by the item of the activity; the transaction is not to be committed then
     */
    Map<String, UserInputException> moveTogether(Programme programme, List<TermDecision> moves, String reason) {
        RoadmapCalendar before = calendar(programme);
        Map<String, MovedTerm> earlier = of(programme.id());
        Map<String, RoadmapActivity> activities = editions.roadmap(programme)
                .activities()
                .collect(Collectors.toMap(RoadmapActivity::item, Function.identity(), (first, second) -> first));
        Map<String, UserInputException> problems = new HashMap<>();
        UUID together = UUID.randomUUID();
        List<TermDecision> inTurn = new ArrayList<>(moves);
        inTurn.sort(Comparator.comparing(
                move -> activities.containsKey(move.roadmapItem()) && isCounted(activities.get(move.roadmapItem()))));
        for (TermDecision move : inTurn) {
            try {
                RoadmapActivity activity = Optional.ofNullable(activities.get(move.roadmapItem()))
                        .orElseThrow(() -> new NotFoundException("term.unknown"));
                Optional<MovedTerm> former = Optional.ofNullable(earlier.get(activity.key()));
                LocalDateTime current = dueAt(activity, before, former);
                String own = TextInput.clean(move.reason(), MAX_REASON_LENGTH);
                MovedTerm moved =
                        checked(programme, activity, before, current, move.date(), own == null ? reason : own);
                if (former.isPresent()
                        || !isCounted(activity)
                        || !calendar(programme).due(activity).equals(moved.dueAt())) {
                    terms.save(moved.in(together));
                    reschedule(activity, before, former, moved);
                }
            } catch (UserInputException refused) {
                problems.put(move.roadmapItem(), refused);
            }
        }
        follow(programme, before);
        return problems;
    }

    private MovedTerm checked(
            Programme programme,
            RoadmapActivity activity,
            RoadmapCalendar calendar,
            LocalDateTime current,
            LocalDate due,
            String reason) {
        checkOpen(programme, activity);
        String why = TextInput.clean(reason, MAX_REASON_LENGTH);
        if (why == null) {
            throw new UserInputException("term.reason");
        }
        checkDay(due, current.toLocalDate(), programme);
        return new MovedTerm(
                programme.id(),
                activity.key(),
                calendar.due(activity).toLocalDate(),
                due,
                why,
                user.login(),
                LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
    }

    private static LocalDateTime dueAt(RoadmapActivity activity, RoadmapCalendar calendar, Optional<MovedTerm> moved) {
        return moved.map(MovedTerm::dueAt).orElseGet(() -> calendar.due(activity));
    }

    private void reschedule(
            RoadmapActivity activity, RoadmapCalendar calendar, Optional<MovedTerm> former, MovedTerm moved) {
        tasks.reschedule(
                moved.programmeId(),
                activity.item(),
                span(activity, calendar, former),
                span(activity, calendar, Optional.of(moved)));
    }

    /** When an activity begins and ends by a calendar, where it was moved or as it was planned. */
    static Tasks.Span span(RoadmapActivity activity, RoadmapCalendar calendar, Optional<MovedTerm> moved) {
        Optional<LocalDateTime> planned = calendar.start(activity);
        return new Tasks.Span(
                moved.flatMap(term -> planned.map(term::startAt))
                        .or(() -> planned)
                        .orElse(null),
                dueAt(activity, calendar, moved));
    }

    /**
     * What is counted from an activity gets the term that follows from the day of its end, and the term that it had before
     * when that end is taken back.
     */
    @EventListener
    void follow(OutcomeChanged changed) {
        Programme programme = programmes.get(changed.programmeId());
        if (editions.roadmap(programme).activities().anyMatch(Terms::isCounted)) {
            Map<String, LocalDate> ends = ends(programme);
            ends.remove(changed.activityKey());
            Optional.ofNullable(changed.before())
                    .or(() -> find(programme.id(), changed.activityKey()).map(MovedTerm::due))
                    .ifPresent(end -> ends.put(changed.activityKey(), end));
            follow(programme, calendar(programme, ends));
        }
    }

    /**
     * Terms have moved: reschedules what is counted from others and has another term now than it had by an earlier
     * calendar. Publishes {@link TermsMoved}.
     */
    void follow(Programme programme, RoadmapCalendar before) {
        RoadmapCalendar after = calendar(programme);
        Map<String, MovedTerm> moved = of(programme.id());
        editions.roadmap(programme)
                .activities()
                .filter(Terms::isCounted)
                .filter(activity -> !moved.containsKey(activity.key()))
                .filter(activity -> !before.due(activity).equals(after.due(activity)))
                .forEach(activity -> tasks.reschedule(
                        programme.id(),
                        activity.item(),
                        span(activity, before, Optional.empty()),
                        span(activity, after, Optional.empty())));
        events.publishEvent(new TermsMoved(programme.id()));
    }

    private static boolean isCounted(RoadmapActivity activity) {
        return activity.due() instanceof RelativeTerm || activity.start() instanceof RelativeTerm;
    }

    /** The moved term of one activity, the latest that is not taken back; empty where it stands as planned. */
    @Transactional(readOnly = true)
    public Optional<MovedTerm> find(Long programmeId, String roadmapItem) {
        return terms.findFirstByProgrammeIdAndActivityKeyAndTakenBackAtIsNullOrderByIdDesc(
                programmeId, keys.key(programmeId, roadmapItem));
    }

    /** The moved terms of a programme by the key of the activity, of each the latest that is not taken back. */
    @Transactional(readOnly = true)
    public Map<String, MovedTerm> of(Long programmeId) {
        return terms.findByProgrammeIdAndTakenBackAtIsNullOrderById(programmeId).stream()
                .collect(Collectors.toMap(MovedTerm::activityKey, Function.identity(), (earlier, later) -> later));
    }

    /**
     * When the activities of a programme begin and end as planned; what is counted from another activity is counted from
     * the day on which that one ended, or to which it was moved.
     */
    @Transactional(readOnly = true)
    public RoadmapCalendar calendar(Programme programme) {
        return calendar(programme, ends(programme));
    }

    private Map<String, LocalDate> ends(Programme programme) {
        Map<String, LocalDate> ends = new HashMap<>();
        of(programme.id()).forEach((key, moved) -> ends.put(key, moved.due()));
        outcomes.of(programme.id()).forEach(record -> ends.put(record.activityKey(), record.endedOn()));
        return ends;
    }

    private RoadmapCalendar calendar(Programme programme, Map<String, LocalDate> ends) {
        return new RoadmapCalendar(
                editions.roadmap(programme),
                programme.schoolYear(),
                activity -> Optional.ofNullable(ends.get(activity.key())));
    }

    /**
     * When one activity begins and is due as planned.
     *
     * @throws NotFoundException {@code term.unknown} where the roadmap of the programme has no such activity
     */
    @Transactional(readOnly = true)
    public Planned planned(Long programmeId, String roadmapItem) {
        Programme programme = programmes.get(programmeId);
        RoadmapActivity activity = activity(programme, roadmapItem);
        RoadmapCalendar calendar = calendar(programme);
        return new Planned(calendar.start(activity), calendar.due(activity));
    }

    /**
     * The activities that have not ended, as they stand now.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code programme.unknown}
     */
    @Transactional(readOnly = true)
    public OpenTerms open(Long programmeId) {
        Programme programme = programmes.get(programmeId);
        Roadmap roadmap = editions.roadmap(programme);
        Map<String, MovedTerm> moved = of(programmeId);
        Set<String> ended = outcomes.of(programmeId).stream()
                .map(ActivityRecord::activityKey)
                .collect(Collectors.toSet());
        RoadmapCalendar calendar = calendar(programme);
        List<OpenTerm> open = roadmap.stages().stream()
                .flatMap(stage -> stage.activities().stream()
                        .filter(activity -> !ended.contains(activity.key()))
                        .map(activity -> new OpenTerm(
                                stage,
                                activity,
                                dueAt(activity, calendar, Optional.ofNullable(moved.get(activity.key())))
                                        .toLocalDate())))
                .toList();
        return new OpenTerms(open, roadmap, programme.schoolYear(), LocalDate.now(clock));
    }

    /**
     * The activities that have not ended and whose last day has passed, in the order of the roadmap.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code programme.unknown}
     */
    @Transactional(readOnly = true)
    public List<OpenTerm> passed(Long programmeId) {
        return open(programmeId).passed();
    }

    private RoadmapActivity activity(Programme programme, String roadmapItem) {
        String key = keys.key(programme.id(), roadmapItem);
        return editions.roadmap(programme)
                .activities()
                .filter(activity -> activity.key().equals(key))
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
        LocalDate last = YearDays.last(programme.schoolYear());
        if (due.isAfter(last)) {
            throw new UserInputException("term.late", String.valueOf(last.getYear()));
        }
        if (due.equals(current)) {
            throw new UserInputException("term.same");
        }
    }
}
