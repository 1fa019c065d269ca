package org.mentoringroadmap.benchmark;

import java.util.Map;
import java.util.stream.LongStream;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** A delegate or listener that sets the flags which the models read next. */
final class FlagsOnly implements JavaDelegate, ExecutionListener, TaskListener {
    private static final Map<String, Map<String, Object>> FLAGS = Map.of(
            "lookUpOutcome", Map.of("closed", "false"),
            "lookUpPassedTerms", Map.of("termsPassed", "false"),
            "lookUpPairs", Map.of("pairsExist", "true"),
            "lookUpMeeting", Map.of("meetingState", "grid"),
            "generateDraft", Map.of("documentId", 1L),
            "generateReport", Map.of("documentId", 1L),
            "generateProtocol", Map.of("documentId", 1L),
            "generateJuryProtocol", Map.of("documentId", 1L));

    private final String bean;
    private final int pairs;

    FlagsOnly(String bean, int pairs) {
        this.bean = bean;
        this.pairs = pairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(FLAGS.getOrDefault(bean, Map.of()));
        if (bean.equals("startMentorships")) {
            LongStream.rangeClosed(1, pairs)
                    .forEach(pair -> execution
                            .getProcessEngineServices()
                            .getRuntimeService()
                            .startProcessInstanceByMessage(
                                    "MentorshipStarted", execution.getProcessBusinessKey(), Map.of("pairId", pair)));
        }
    }

    @Override
    public void notify(DelegateExecution execution) {
        execute(execution);
    }

    @Override
    public void notify(DelegateTask task) {
        if (bean.equals("submitDraft")) {
            task.getExecution().setVariable("approvedOnSubmit", false);
        }
    }
}
