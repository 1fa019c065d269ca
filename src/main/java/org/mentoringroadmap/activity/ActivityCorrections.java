package org.mentoringroadmap.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * An activity that was closed by a slip, or with a wrong day. Whoever has closed it takes that back within a short time and
 * without a word: the record is withdrawn and the task is there again; or corrects the record. Afterwards the curator
 * corrects it, with a reason. What the record said before is kept, with who changed it, when and why. What has begun behind
 * an activity goes on: the process is never turned back.
 */
@Service
@Transactional
public class ActivityCorrections {
    private static final int MAX_REASON_LENGTH = 500;
    private static final int MAX_RECENT = 20;

    private final ActivityRecordRepository records;
    private final ActivityCorrectionRepository corrections;
    private final ActivityProcess process;
    private final ActivityKeys keys;
    private final Programmes programmes;
    private final ProgrammeLock lock;
    private final Tasks tasks;
    private final TakeBackRules rules;
    private final ApplicationEventPublisher events;
    private final AuditTrail trail;
    private final CurrentUser user;
    private final Clock clock;

    ActivityCorrections(
            ActivityRecordRepository records,
            ActivityCorrectionRepository corrections,
            ActivityProcess process,
            ActivityKeys keys,
            Programmes programmes,
            ProgrammeLock lock,
            Tasks tasks,
            TakeBackRules rules,
            CurrentUser user,
            Clock clock,
            ApplicationEventPublisher events,
            AuditTrail trail) {
        this.records = records;
        this.corrections = corrections;
        this.process = process;
        this.keys = keys;
        this.programmes = programmes;
        this.lock = lock;
        this.tasks = tasks;
        this.rules = rules;
        this.user = user;
        this.clock = clock;
        this.events = events;
        this.trail = trail;
    }

    /** How many minutes one has to take back what one has closed. */
    public long minutes() {
        return rules.within().toMinutes();
    }

    /** Until when the acting account may correct a record without a reason; empty where it may not. */
    @Transactional(readOnly = true)
    public Optional<LocalDateTime> freelyUntil(ActivityRecord record) {
        return record.recordedBy().equals(user.login()) && isRunning(record.programmeId())
                ? rules.stillUntil(record.recordedAt(), now())
                : Optional.empty();
    }

    /** Until when the acting account may take the end of an activity back, so that it is open again; empty where it may not. */
    @Transactional(readOnly = true)
    public Optional<LocalDateTime> takeBackUntil(ActivityRecord record) {
        return freelyUntil(record)
                .filter(until -> keys.item(record.programmeId(), record.activityKey())
                        .filter(item -> isStillAhead(record, item)
                                || process.lastDone(record.programmeId(), item).isPresent())
                        .isPresent());
    }

    /** Recorded before its turn, which has not come: nothing has to be opened again. */
    private boolean isStillAhead(ActivityRecord record, String item) {
        return record.isAhead() && !process.hasBegun(record.programmeId(), item);
    }

    /** Whether the acting account may correct a record, with a reason or without one. */
    @Transactional(readOnly = true)
    public boolean mayCorrect(ActivityRecord record) {
        return isRunning(record.programmeId())
                && (user.has(Role.CURATOR) || freelyUntil(record).isPresent());
    }

    /**
     * Opens an activity again that the acting account has just closed: the record is withdrawn and the task is back, in the
     * hands of the account where its role does such tasks. What was recorded ahead of its turn is only withdrawn.
     *
     * @throws NotFoundException {@code programme.unknown}, {@code activity.unknown}
     * @throws ForbiddenException {@code activity.take-back.forbidden} for everybody else
     * @throws ConflictException {@code activity.take-back.late} when the time has passed; {@code
     *     activity.take-back.begun} where more than the record has come of it; {@code activity.programme-completed}
     */
    public void takeBack(Long programmeId, String roadmapItem) {
        lockRunning(programmeId);
        Optional<ActivityRecord> record = record(programmeId, roadmapItem);
        Optional<String> known = keys.item(programmeId, keys.key(programmeId, RoadmapItemCheck.checked(roadmapItem)));
        Optional<ActivityProcess.Done> done = known.flatMap(item -> process.lastDone(programmeId, item));
        if (record.isEmpty()
                || done.filter(step -> isBehind(step, record.get())).isPresent()) {
            takeBackStep(done.orElseThrow(() -> new NotFoundException("activity.unknown")));
        } else {
            takeBack(programmeId, record.get());
            if (known.filter(item -> isStillAhead(record.get(), item)).isPresent()) {
                return;
            }
            done.ifPresent(this::withdraw);
        }
        String item = known.orElseThrow(() -> new ConflictException("activity.take-back.begun"));
        String task =
                process.reopen(programmeId, item).orElseThrow(() -> new ConflictException("activity.take-back.begun"));
        OpenTask again = tasks.anybodys(task);
        done.filter(step -> !step.instanceId().equals(again.instanceId()))
                .ifPresent(step -> events.publishEvent(new BlockReopened(step.instanceId(), again.instanceId())));
        if (isMine(again)) {
            tasks.claim(task);
        }
    }

    private void takeBack(Long programmeId, ActivityRecord record) {
        if (!record.recordedBy().equals(user.login())) {
            throw new ForbiddenException("activity.take-back.forbidden");
        }
        if (freelyUntil(record).isEmpty()) {
            throw new ConflictException("activity.take-back.late", String.valueOf(minutes()));
        }
        corrections.save(new ActivityCorrection(record, true, null, user.login(), now()));
        records.delete(record);
        records.flush();
        events.publishEvent(new OutcomeChanged(programmeId, record.activityKey(), record.endedOn()));
        trail.record(AuditEvent.of(AuditAct.ACTIVITY_TAKEN_BACK, programmeId)
                .item(keys.knownItem(programmeId, record.activityKey())));
    }

    /** A step on the way to the end of its activity. */
    private void takeBackStep(ActivityProcess.Done done) {
        if (!done.login().equals(user.login())) {
            throw new ForbiddenException("activity.take-back.forbidden");
        }
        if (rules.stillUntil(done.at(), now()).isEmpty()) {
            throw new ConflictException("activity.take-back.late", String.valueOf(minutes()));
        }
        withdraw(done);
        trail.record(
                AuditEvent.of(AuditAct.ACTIVITY_TAKEN_BACK, done.programmeId()).item(done.roadmapItem()));
    }

    private void withdraw(ActivityProcess.Done done) {
        events.publishEvent(new StepTakenBack(done.instanceId(), done.step()));
    }

    /** Whether a step was done after the record was made, so that the record did not come of it. */
    private static boolean isBehind(ActivityProcess.Done done, ActivityRecord record) {
        return record.recordedAt()
                .isBefore(done.at().truncatedTo(ChronoUnit.SECONDS).minusSeconds(1));
    }

    private boolean isMine(OpenTask task) {
        return task.roles().stream().anyMatch(user::holds);
    }

    /**
     * Writes over what the record of an activity says. The roadmap does not go another way for it.
     *
     * @param reason why; may be null for whoever has just closed the activity
     * @throws NotFoundException {@code programme.unknown}, {@code activity.unknown}
     * @throws ForbiddenException {@code activity.correct.forbidden}
     * @throws UserInputException {@code activity.correct.reason} and what {@link ActivityOutcomes#record} refuses
     * @throws ConflictException {@code activity.correct.numbered} when a registered document proves it and it is to be
     *     called not held; {@code activity.programme-completed}
     */
    public void correct(Long programmeId, String roadmapItem, OutcomeInput input, String reason) {
        ActivityRecord record = changeable(programmeId, roadmapItem);
        boolean freely = freelyUntil(record).isPresent();
        if (!freely && !user.has(Role.CURATOR)) {
            throw new ForbiddenException("activity.correct.forbidden");
        }
        String why = TextInput.clean(reason, MAX_REASON_LENGTH);
        if (!freely && why == null) {
            throw new UserInputException("activity.correct.reason");
        }
        OutcomeInput checked =
                input.checked(LocalDate.now(clock)).orNumber(record.number().orElse(null));
        if (record.outcome() == Outcome.DONE && record.number().isPresent() && checked.outcome() != Outcome.DONE) {
            throw new ConflictException(
                    "activity.correct.numbered", record.number().get());
        }
        if (!record.said().equals(checked)) {
            corrections.save(new ActivityCorrection(record, false, why, user.login(), now()));
            LocalDate before = record.endedOn();
            record.correct(checked);
            records.flush();
            events.publishEvent(new OutcomeChanged(programmeId, record.activityKey(), before));
            trail.record(AuditEvent.of(AuditAct.ACTIVITY_CORRECTED, programmeId)
                    .item(keys.knownItem(programmeId, record.activityKey())));
        }
    }

    private ActivityRecord changeable(Long programmeId, String roadmapItem) {
        lockRunning(programmeId);
        return record(programmeId, roadmapItem).orElseThrow(() -> new NotFoundException("activity.unknown"));
    }

    private void lockRunning(Long programmeId) {
        Programme programme = programmes.visible(programmeId);
        lock.acquire(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("activity.programme-completed");
        }
    }

    private Optional<ActivityRecord> record(Long programmeId, String roadmapItem) {
        return records.findByProgrammeIdAndActivityKey(
                programmeId, keys.key(programmeId, RoadmapItemCheck.checked(roadmapItem)));
    }

    /** What was taken back and corrected of an activity, the first first; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public List<ActivityCorrection> history(Long programmeId, String roadmapItem) {
        return corrections.findByProgrammeIdAndActivityKeyOrderById(programmeId, keys.key(programmeId, roadmapItem));
    }

    /** Keys of the activities of a programme that are open again since somebody has taken their end back; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public Set<String> reopened(Long programmeId) {
        return corrections.open(programmeId);
    }

    /** What the acting account has just closed and may still take back, the newest first; a few. */
    @Transactional(readOnly = true)
    public List<ActivityRecord> recent() {
        return records
                .findByRecordedByAndRecordedAtGreaterThanEqualOrderByRecordedAtDescIdDesc(
                        user.login(), rules.since(now()), Limit.of(MAX_RECENT))
                .stream()
                .filter(record -> takeBackUntil(record).isPresent())
                .toList();
    }

    /**
     * Steps that the acting account has just done, after which their activities go on, and may still take back; the newest
     * first, a few.
     */
    @Transactional(readOnly = true)
    public List<ActivityProcess.Done> recentSteps() {
        return process.doneBy(user.login(), rules.since(now())).stream()
                .filter(done -> isRunning(done.programmeId()))
                .filter(done -> record(done.programmeId(), done.roadmapItem())
                        .filter(record -> !isBehind(done, record))
                        .isEmpty())
                .limit(MAX_RECENT)
                .toList();
    }

    /** The step of an activity that the acting account may take back, as {@link #recentSteps} says; empty for none. */
    @Transactional(readOnly = true)
    public Optional<ActivityProcess.Done> recentStep(Long programmeId, String roadmapItem) {
        return recentSteps().stream()
                .filter(done -> done.programmeId().equals(programmeId)
                        && done.roadmapItem().equals(roadmapItem))
                .findFirst();
    }

    /** Until when an act of that moment may be taken back. */
    public LocalDateTime until(LocalDateTime act) {
        return rules.until(act);
    }

    private boolean isRunning(Long programmeId) {
        return programmes.get(programmeId).state() == Programme.State.RUNNING;
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
