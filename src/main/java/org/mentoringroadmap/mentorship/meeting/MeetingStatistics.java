package org.mentoringroadmap.mentorship.meeting;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.search.SearchLifecycle;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the activities of the roadmap keep of the pairs: how many met, how many did not, how many are still looking. */
@Service
@Transactional
public class MeetingStatistics {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final String HELD = "held";
    private static final String OPEN = "open";

    private final Steps steps;
    private final ActivityOutcomes outcomes;
    private final Meetings meetings;
    private final SearchLifecycle searches;
    private final MentorshipLocks locks;
    private final MessageSource messages;
    private final Clock clock;

    MeetingStatistics(
            Steps steps,
            ActivityOutcomes outcomes,
            Meetings meetings,
            SearchLifecycle searches,
            MentorshipLocks locks,
            MessageSource messages,
            Clock clock) {
        this.steps = steps;
        this.outcomes = outcomes;
        this.meetings = meetings;
        this.searches = searches;
        this.locks = locks;
        this.messages = messages;
        this.clock = clock;
    }

    /**
     * Records the end of a watch over meetings, and how many pairs have had the meeting and how many are still without.
     *
     * @throws org.mentoringroadmap.shared.UserInputException what {@link Steps#result} refuses
     */
    public void watched(
            Long programmeId,
            String roadmapItem,
            String instanceId,
            String step,
            MeetingKind kind,
            OutcomeInput outcome) {
        locks.programme(programmeId);
        steps.result(
                programmeId,
                roadmapItem,
                instanceId,
                step,
                new StepInput(outcome, figures(programmeId, kind), Map.of()));
    }

    /** The programme has no pairs: nobody is to meet. */
    public void noPairs(Long programmeId, String roadmapItem) {
        outcomes.record(programmeId, roadmapItem, notHeld("mentorship.report.no-pairs"));
    }

    /**
     * The stage ends by its term: what has no outcome gets one, with how many meetings are still missing. Whoever met is
     * not lost: the pairs go on.
     *
     * @param kinds the kind of meetings by the item of its activity
     */
    public void closeOpen(Long programmeId, String instanceId, String step, Map<String, MeetingKind> kinds) {
        locks.programme(programmeId);
        kinds.forEach((item, kind) -> {
            if (outcomes.find(programmeId, item).isEmpty()) {
                Map<String, Integer> figures = figures(programmeId, kind);
                OutcomeInput outcome = figures.get(HELD) == 0
                        ? notHeld("mentorship.report.none-held")
                        : done("mentorship.report.closed", figures.get(HELD), figures.get(OPEN));
                steps.result(
                        programmeId,
                        item,
                        instanceId,
                        step + "." + kind.id(),
                        new StepInput(outcome, figures, Map.of()));
            }
        });
    }

    /** The search goes on for those who are left, or there is nobody left. */
    public void startSearches(Long programmeId, String roadmapItem) {
        locks.programme(programmeId);
        int open = searches.startAll(programmeId);
        outcomes.record(
                programmeId,
                roadmapItem,
                open == 0 ? notHeld("mentorship.report.all-matched") : done("mentorship.report.searching", open));
    }

    private Map<String, Integer> figures(Long programmeId, MeetingKind kind) {
        return Map.of(
                HELD, Math.toIntExact(meetings.having(programmeId, kind)),
                OPEN, Math.toIntExact(meetings.missing(programmeId, kind)));
    }

    private OutcomeInput notHeld(String code) {
        return new OutcomeInput(Outcome.NOT_HELD, null, null, text(code), null);
    }

    private OutcomeInput done(String code, Integer... figures) {
        Object[] arguments = List.of(figures).stream().map(String::valueOf).toArray();
        return new OutcomeInput(Outcome.DONE, LocalDate.now(clock), null, text(code, arguments), null);
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
