package org.mentoringroadmap.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.event.EventListener;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The steps of the activities, with their figures and texts. Works for whoever asks, since processes ask too: a page
 * shows only programmes that its reader sees.
 */
@Unguarded
@Service
@Transactional
public class Steps {
    private final StepRepository steps;
    private final ActivityOutcomes outcomes;
    private final ActivityKeys keys;
    private final CurrentUser user;
    private final Clock clock;

    Steps(StepRepository steps, ActivityOutcomes outcomes, ActivityKeys keys, CurrentUser user, Clock clock) {
        this.steps = steps;
        this.outcomes = outcomes;
        this.keys = keys;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Records a step after which the activity goes on; a step done earlier or not held ends the activity with it. The
     * same step of the same instance is replaced.
     *
     * @param instanceId process instance of the block
     * @param step id of the task in its model
     * @throws UserInputException what {@link ActivityOutcomes#record} refuses
     * @throws ConflictException {@code activity.meanwhile} when two people record the same step at one moment
     */
    public StepRecord step(Long programmeId, String roadmapItem, String instanceId, String step, StepInput input) {
        StepRecord record = keep(programmeId, roadmapItem, instanceId, step, input);
        if (input.outcome().outcome() != Outcome.DONE) {
            end(programmeId, roadmapItem, input.outcome());
        }
        return record;
    }

    /** Records the last step, and with it how the activity ended; for the rest like {@link #step}. */
    public StepRecord result(Long programmeId, String roadmapItem, String instanceId, String step, StepInput input) {
        StepRecord record = keep(programmeId, roadmapItem, instanceId, step, input);
        end(programmeId, roadmapItem, input.outcome());
        return record;
    }

    /** Records what was done one time, or by one of several; the activity goes on whatever became of it. */
    public StepRecord part(Long programmeId, String roadmapItem, String instanceId, String step, StepInput input) {
        return keep(programmeId, roadmapItem, instanceId, step, input);
    }

    /**
     * Ends an activity of several times or people by what was recorded of each: done on the latest day on which it was
     * done, else done earlier, else not held for the reasons given.
     *
     * @param nobody the reason where nothing was recorded
     */
    public Outcome sumUp(Long programmeId, String roadmapItem, String instanceId, String nobody) {
        List<StepRecord> parts = ofInstance(instanceId);
        OutcomeInput input = parts.stream()
                .filter(part -> part.outcome() != Outcome.NOT_HELD)
                .max(Comparator.comparing((StepRecord part) -> part.outcome() == Outcome.DONE)
                        .thenComparing(part -> part.date().orElse(LocalDate.MIN)))
                .map(part -> new OutcomeInput(
                        part.outcome(), part.date().orElse(null), part.number().orElse(null), null, null))
                .orElseGet(() -> new OutcomeInput(
                        Outcome.NOT_HELD, null, null, parts.isEmpty() ? nobody : reasons(parts), null));
        outcomes.record(programmeId, roadmapItem, input);
        return input.outcome();
    }

    private static String reasons(List<StepRecord> parts) {
        String reasons =
                parts.stream().flatMap(part -> part.note().stream()).distinct().collect(Collectors.joining("; "));
        return reasons.substring(0, Math.min(reasons.length(), OutcomeInput.MAX_NOTE_LENGTH));
    }

    /** The steps of a programme by activity, the earlier recorded first. */
    @Transactional(readOnly = true)
    public List<StepRecord> of(Long programmeId) {
        return steps.findByProgrammeIdOrderByActivityKeyAscRecordedAtAscIdAsc(programmeId);
    }

    /** The steps of one activity, the earlier recorded first. */
    @Transactional(readOnly = true)
    public List<StepRecord> of(Long programmeId, String roadmapItem) {
        return steps.findByProgrammeIdAndActivityKeyOrderByRecordedAtAscIdAsc(
                programmeId, keys.key(programmeId, roadmapItem));
    }

    /** The steps of one instance of a block, the earlier recorded first. */
    @Transactional(readOnly = true)
    public List<StepRecord> ofInstance(String instanceId) {
        return steps.findByInstanceIdOrderByRecordedAtAscIdAsc(instanceId);
    }

    @EventListener
    void withdraw(StepTakenBack back) {
        steps.deleteByInstanceIdAndStep(back.instanceId(), back.step());
    }

    @EventListener
    void follow(BlockReopened block) {
        steps.findByInstanceIdOrderByRecordedAtAscIdAsc(block.from()).forEach(step -> step.goOnIn(block.to()));
    }

    /** An activity of several parts that was done in one of them stays done, though a later part is not held. */
    private void end(Long programmeId, String roadmapItem, OutcomeInput input) {
        boolean doneBefore = outcomes.find(programmeId, roadmapItem)
                .filter(record -> record.outcome() == Outcome.DONE)
                .isPresent();
        if (!doneBefore || input.outcome() != Outcome.NOT_HELD) {
            outcomes.record(programmeId, roadmapItem, input);
        }
    }

    private StepRecord keep(Long programmeId, String roadmapItem, String instanceId, String step, StepInput input) {
        StepInput checked = input.with(input.outcome().checked(LocalDate.now(clock)));
        StepRecord record = steps.findByInstanceIdAndStep(instanceId, step)
                .orElseGet(() -> new StepRecord(
                        programmeId, keys.key(programmeId, RoadmapItemCheck.checked(roadmapItem)), instanceId, step));
        record.change(checked, user.login(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        try {
            return steps.saveAndFlush(record);
        } catch (DataIntegrityViolationException e) {
            throw new ConflictException("activity.meanwhile");
        }
    }
}
