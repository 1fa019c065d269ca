package org.mentoringroadmap.activity.term;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.WorkAhead;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The start of a year in its middle: terms that have passed are settled before anybody is asked for anything. */
@Service
@Transactional
public class YearStart {
    private final Terms terms;
    private final ActivityOutcomes outcomes;
    private final Programmes programmes;
    private final Editions editions;
    private final ProgrammeLock lock;
    private final Tasks tasks;

    YearStart(
            Terms terms,
            ActivityOutcomes outcomes,
            Programmes programmes,
            Editions editions,
            ProgrammeLock lock,
            Tasks tasks) {
        this.terms = terms;
        this.outcomes = outcomes;
        this.programmes = programmes;
        this.editions = editions;
        this.lock = lock;
        this.tasks = tasks;
    }

    /**
     * Stores what was decided about the terms and ends the task; all of it or nothing. What is moved is moved together.
     *
     * @param task the task «Подтвердить сроки года» of the programme
     * @param decisions about activities that have not ended; those that are missing stay as they are
     * @param reason why terms are moved, for those that have no reason of their own
     * @throws TermsRefused naming every decision that cannot be stored
     */
    public void confirm(OpenTask task, List<TermDecision> decisions, String reason) {
        Programme programme = programmes.get(task.programmeId());
        lock.acquire(programme.id());
        tasks.claim(task.id());
        Map<String, UserInputException> problems = new HashMap<>(terms.moveTogether(
                programme,
                decisions.stream()
                        .filter(decision -> decision.choice() == TermDecision.Choice.MOVE)
                        .toList(),
                reason));
        for (TermDecision decision : decisions) {
            try {
                settle(programme, decision);
            } catch (UserInputException refused) {
                problems.put(decision.roadmapItem(), refused);
            }
        }
        if (!problems.isEmpty()) {
            throw new TermsRefused(problems);
        }
        tasks.complete(task.id(), Map.of());
    }

    private void settle(Programme programme, TermDecision decision) {
        switch (decision.choice()) {
            case LEAVE, MOVE -> {}
            case DONE -> {
                if (!isByWord(programme, decision.roadmapItem())) {
                    throw new UserInputException("activity.ahead.way");
                }
                record(programme, decision, new OutcomeInput(Outcome.DONE, decision.date(), null, null, null));
            }
            case EARLIER ->
                record(
                        programme,
                        decision,
                        new OutcomeInput(Outcome.EARLIER, decision.date(), decision.number(), null, null));
            case NOT_HELD ->
                record(programme, decision, new OutcomeInput(Outcome.NOT_HELD, null, null, decision.reason(), null));
        }
    }

    private void record(Programme programme, TermDecision decision, OutcomeInput input) {
        outcomes.recordAhead(programme.id(), decision.roadmapItem(), input);
    }

    private boolean isByWord(Programme programme, String item) {
        return editions.roadmap(programme)
                .activities()
                .filter(activity -> activity.item().equals(item))
                .anyMatch(WorkAhead::isByWord);
    }
}
