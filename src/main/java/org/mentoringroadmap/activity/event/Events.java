package org.mentoringroadmap.activity.event;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.BlockReopened;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.RoadmapItemCheck;
import org.mentoringroadmap.activity.StepTakenBack;
import org.mentoringroadmap.activity.TextInput;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The events of the programmes: meetings, councils, conferences. Works for whoever asks, since processes ask too: a page
 * shows only programmes that its reader sees.
 */
@Unguarded
@Service
@Transactional
public class Events {
    private final EventRepository events;
    private final ActivityOutcomes outcomes;
    private final ActivityKeys keys;
    private final CurrentUser user;
    private final Clock clock;

    Events(EventRepository events, ActivityOutcomes outcomes, ActivityKeys keys, CurrentUser user, Clock clock) {
        this.events = events;
        this.outcomes = outcomes;
        this.keys = keys;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Plans an event, or plans it anew; its activity ends only when the event has been reported. An event that took place
     * earlier or is not held ends its activity at once, without a plan.
     *
     * @param instanceId process instance of the block that runs it
     * @param input outcome of the form; its remark is kept with the plan
     * @throws UserInputException {@code event.date} or {@code event.place} when one is missing; what {@link
     *     ActivityOutcomes#record} refuses
     */
    public void plan(Long programmeId, String roadmapItem, String instanceId, OutcomeInput input, EventPlan plan) {
        if (input.outcome() != Outcome.DONE) {
            outcomes.record(programmeId, roadmapItem, input);
            return;
        }
        EventPlan checked = plan.checked();
        Event event = find(instanceId)
                .orElseGet(() -> new Event(
                        programmeId, keys.key(programmeId, RoadmapItemCheck.checked(roadmapItem)), instanceId));
        event.plan(checked, TextInput.clean(input.note(), OutcomeInput.MAX_NOTE_LENGTH), user.login(), now());
        events.save(event);
    }

    /**
     * Reports what came of a planned event and ends its activity. That more people came than were invited is no error
     * ({@link Event#moreCameThanInvited}).
     *
     * @param input outcome of the form with its day, remark and link
     * @throws UserInputException {@code activity.date}, {@code activity.date-future}, {@code activity.too-long}; what
     *     {@link ActivityOutcomes#record} refuses
     * @throws NotFoundException {@code event.unknown} when it was never planned
     */
    public void report(
            Long programmeId, String roadmapItem, String instanceId, OutcomeInput input, EventReport report) {
        outcomes.record(programmeId, roadmapItem, input);
        if (input.outcome() == Outcome.DONE) {
            Event event = get(instanceId);
            event.report(report.checked(LocalDate.now(clock)), user.login(), now());
        }
    }

    /**
     * The event of a block.
     *
     * @throws NotFoundException {@code event.unknown} when it was never planned
     */
    @Transactional(readOnly = true)
    public Event get(String instanceId) {
        return find(instanceId).orElseThrow(() -> new NotFoundException("event.unknown"));
    }

    /** The event of a block; empty while it is not planned. */
    @Transactional(readOnly = true)
    public Optional<Event> find(String instanceId) {
        return events.findByInstanceId(instanceId);
    }

    /** The events of a programme in the order of their days. */
    @Transactional(readOnly = true)
    public List<Event> of(Long programmeId) {
        return events.findByProgrammeIdOrderByPlannedForAscIdAsc(programmeId);
    }

    /** What has been planned last for an activity; empty while nothing is planned. */
    @Transactional(readOnly = true)
    public Optional<Event> planned(Long programmeId, String roadmapItem) {
        return events.findFirstByProgrammeIdAndActivityKeyOrderByIdDesc(
                programmeId, keys.key(programmeId, RoadmapItemCheck.checked(roadmapItem)));
    }

    /** Its report goes, or where it was only planned the event. */
    @EventListener
    void withdraw(StepTakenBack back) {
        find(back.instanceId()).filter(event -> !event.takeBack()).ifPresent(events::delete);
    }

    @EventListener
    void follow(BlockReopened block) {
        find(block.from()).ifPresent(event -> event.goOnIn(block.to()));
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
