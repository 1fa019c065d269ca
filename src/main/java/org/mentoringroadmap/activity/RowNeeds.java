package org.mentoringroadmap.activity;

import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.programme.EditionReplaced;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Lets the roadmap go on where it waits for rows, once each of them has an outcome, whichever. It is looked for both as a
 * stage comes to such a place and as an outcome is recorded: whichever is committed last is followed by a look that sees
 * both. What is taken back afterwards holds up nothing that has begun. Nothing waits for a
 * row that the programme's edition no longer has, nor for one whose stage has ended: no outcome comes of it any more, unless
 * its end was taken back and somebody is asked anew. A row that an answer has left out for good is recorded as not held, so
 * that what waits for it waits no longer.
 */
@Service
public class RowNeeds implements FollowUp {
    private static final String KIND = "row-needs";

    private final ActivityRecordRepository records;
    private final ActivityCorrectionRepository corrections;
    private final ActivityOutcomes outcomes;
    private final ActivityProcess process;
    private final Programmes programmes;
    private final Editions editions;
    private final ProgrammeLock lock;
    private final FollowUps followUps;

    RowNeeds(
            ActivityRecordRepository records,
            ActivityCorrectionRepository corrections,
            ActivityOutcomes outcomes,
            ActivityProcess process,
            Programmes programmes,
            Editions editions,
            ProgrammeLock lock,
            FollowUps followUps) {
        this.records = records;
        this.corrections = corrections;
        this.outcomes = outcomes;
        this.process = process;
        this.programmes = programmes;
        this.editions = editions;
        this.lock = lock;
        this.followUps = followUps;
    }

    /** Has the programme looked at once what the running transaction does is in the database. */
    public void lookSoon(Long programmeId) {
        followUps.request(KIND, programmeId);
    }

    @EventListener
    void recorded(OutcomeChanged outcome) {
        lookSoon(outcome.programmeId());
    }

    @EventListener
    void replaced(EditionReplaced edition) {
        lookSoon(edition.programmeId());
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    @Transactional
    public void run(Long programmeId) {
        lock.acquire(programmeId);
        Programme programme = programmes.get(programmeId);
        if (programme.state() != Programme.State.RUNNING) {
            return;
        }
        editions.roadmapIfAny(programme).ifPresent(roadmap -> {
            process.passed(programmeId, stages(roadmap))
                    .forEach(row -> outcomes.recordPassed(programmeId, row.item(), row.cause()));
            Set<String> ended = records.findByProgrammeIdOrderByActivityKey(programmeId).stream()
                    .map(ActivityRecord::activityKey)
                    .collect(Collectors.toSet());
            Set<String> reopened = corrections.open(programmeId);
            Set<String> stages = process.ended(programmeId);
            Predicate<RoadmapActivity> hasEnded = row ->
                    ended.contains(row.key()) || stages.contains(row.processId()) && !reopened.contains(row.key());
            process.waits(programmeId).stream()
                    .filter(wait -> awaited(wait, roadmap).allMatch(hasEnded))
                    .forEach(wait -> process.goOn(wait.id()));
        });
    }

    private static Set<String> stages(Roadmap roadmap) {
        return roadmap.activities().map(RoadmapActivity::processId).collect(Collectors.toSet());
    }

    private static Stream<RoadmapActivity> awaited(ActivityProcess.Wait wait, Roadmap roadmap) {
        return roadmap.activities()
                .filter(row -> row.items().stream()
                        .anyMatch(number -> wait.items().stream().anyMatch(item -> RoadmapItems.same(item, number))));
    }
}
