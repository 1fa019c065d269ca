package org.mentoringroadmap.activity;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How the activities of a programme ended. Works for whoever asks, since processes ask too: a page shows only programmes
 * that it has got from {@link org.mentoringroadmap.programme.Programmes#visible(Long)}, and who may end an activity is
 * decided by its task.
 */
@Unguarded
@Service
@Transactional
public class ActivityOutcomes {
    private final ActivityRecordRepository records;
    private final ActivityKeys keys;
    private final PaperNumbers papers;
    private final ApplicationEventPublisher events;
    private final CurrentUser user;
    private final Clock clock;

    ActivityOutcomes(
            ActivityRecordRepository records,
            ActivityKeys keys,
            PaperNumbers papers,
            ApplicationEventPublisher events,
            CurrentUser user,
            Clock clock) {
        this.records = records;
        this.keys = keys;
        this.papers = papers;
        this.events = events;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Records the end of an activity. A record that says something else is replaced; the same said again changes
     * nothing, not even who said it first. What is done without a number keeps the number that the record has, or that
     * of the paper which is a part of the activity: the document was registered, and then the event took place.
     *
     * @throws UserInputException {@code activity.outcome}; {@code activity.date} and others when what the outcome needs
     *     is missing: DONE a date, EARLIER number and date, NOT_HELD a reason; no date may lie in the future
     * @throws ConflictException {@code activity.meanwhile} when two people record the same activity at one moment
     */
    public ActivityRecord record(Long programmeId, String roadmapItem, OutcomeInput input) {
        return record(programmeId, roadmapItem, input, false);
    }

    /**
     * Records the end of an activity that the roadmap has not come to; nobody is asked for it when its turn comes.
     *
     * @throws UserInputException and {@link ConflictException} as {@link #record}
     */
    public ActivityRecord recordAhead(Long programmeId, String roadmapItem, OutcomeInput input) {
        return record(programmeId, roadmapItem, input, true);
    }

    private ActivityRecord record(Long programmeId, String roadmapItem, OutcomeInput input, boolean ahead) {
        Optional<ActivityRecord> existing = find(programmeId, roadmapItem);
        String key = keys.key(programmeId, RoadmapItemCheck.checked(roadmapItem));
        OutcomeInput checked = input.checked(LocalDate.now(clock))
                .orNumber(existing.flatMap(ActivityRecord::number)
                        .or(() -> papers.of(programmeId, key))
                        .orElse(null));
        if (existing.filter(record -> record.said().equals(checked)).isPresent()) {
            return existing.get();
        }
        ActivityRecord record = existing.orElseGet(() -> new ActivityRecord(programmeId, key));
        LocalDate before = existing.map(ActivityRecord::endedOn).orElse(null);
        record.change(checked, user.login(), LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS));
        if (ahead) {
            record.ahead();
        }
        try {
            records.saveAndFlush(record);
        } catch (DataIntegrityViolationException e) {
            throw new ConflictException("activity.meanwhile");
        }
        events.publishEvent(new OutcomeChanged(programmeId, record.activityKey(), before));
        return record;
    }

    /** Records that an activity is not held because its roadmap has taken another way; whatever is recorded already stands. */
    public void recordPassed(Long programmeId, String roadmapItem, String cause) {
        if (find(programmeId, roadmapItem).isEmpty()) {
            record(programmeId, roadmapItem, new OutcomeInput(Outcome.NOT_HELD, null, null, cause, null));
        }
    }

    /** The record of one activity; empty while it has not ended. */
    @Transactional(readOnly = true)
    public Optional<ActivityRecord> find(Long programmeId, String roadmapItem) {
        return records.findByProgrammeIdAndActivityKey(programmeId, keys.key(programmeId, roadmapItem));
    }

    /**
     * How it ended where nobody has to be asked for it: done earlier, not held, or recorded before the roadmap came to it;
     * empty otherwise.
     */
    @Transactional(readOnly = true)
    public Optional<Outcome> closedBefore(Long programmeId, String roadmapItem) {
        return find(programmeId, roadmapItem)
                .filter(record -> record.isAhead() || record.outcome() != Outcome.DONE)
                .map(ActivityRecord::outcome);
    }

    /** The records of a programme, by the key of the activity. */
    @Transactional(readOnly = true)
    public List<ActivityRecord> of(Long programmeId) {
        return records.findByProgrammeIdOrderByActivityKey(programmeId);
    }
}
