package org.mentoringroadmap.mentorship.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.mentoringroadmap.shared.BlockVariables;
import org.springframework.stereotype.Component;

/** Marks the pair as working when its process starts; a start for an unknown or a working pair leaves nothing behind. */
@Component("startMentorship")
class StartMentorship implements ExecutionListener {
    private final MentorshipLifecycle lifecycle;
    private final PairTasks tasks;

    StartMentorship(MentorshipLifecycle lifecycle, PairTasks tasks) {
        this.lifecycle = lifecycle;
        this.tasks = tasks;
    }

    @Override
    public void notify(DelegateExecution execution) {
        Long programmeId = MentorshipVariables.programme(execution);
        Long pairId = MentorshipVariables.pair(execution);
        MentorshipLifecycle.Started started = lifecycle.start(programmeId, execution.getTenantId(), pairId);
        BlockVariables.PROGRAMME_ID.to(execution::setVariable, String.valueOf(programmeId));
        BlockVariables.PAIR_ID.to(execution::setVariable, String.valueOf(pairId));
        BlockVariables.TITLE.to(execution::setVariable, started.title());
        BlockVariables.FIRST_YEAR.to(
                execution::setVariable, String.valueOf(started.year().firstYear()));
        BlockVariables.SECOND_YEAR.to(
                execution::setVariable, String.valueOf(started.year().secondYear()));
        tasks.join(programmeId, pairId);
    }
}
