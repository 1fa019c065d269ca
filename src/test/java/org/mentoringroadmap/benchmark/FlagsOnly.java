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
    /** As many as the filled form of the pairs' decision leaves without a mentor in our year. */
    private static final int SEARCHES = 3;

    private static final String DAY = "2027-05-31T18:00:00";
    private static final Map<String, Map<String, Object>> FLAGS = Map.ofEntries(
            Map.entry("lookUpOutcome", Map.of("closed", "false")),
            Map.entry("lookUpCollectors", Map.of("collectors", "deputy")),
            Map.entry(
                    "takeDefaults",
                    Map.of(
                            "linked", "true",
                            "publisher", "site-editor",
                            "channel", "",
                            "questionnaireName", "",
                            "indicators", "",
                            "addressees", "",
                            "nominationNames", "",
                            "eventKindName", "")),
            Map.entry("lookUpPassedTerms", Map.of("termsPassed", "false")),
            Map.entry("lookUpPairs", Map.of("pairsExist", "true")),
            Map.entry("lookUpClosing", Map.of("closing", DAY)),
            Map.entry("lookUpMeeting", Map.of("meetingState", "grid", "start", DAY, "due", DAY)),
            Map.entry("startMentorship", Map.of("title", "П", "firstYear", "2026", "secondYear", "2027")),
            Map.entry(
                    "startSearch",
                    Map.of("title", "Н", "guide", "", "supportNeeded", "true", "start", DAY, "due", DAY)),
            Map.entry("lookForMentor", Map.of("proposed", "false")),
            Map.entry("generateDraft", Map.of("documentId", 1L)),
            Map.entry("generateReport", Map.of("documentId", 1L)),
            Map.entry("generateProtocol", Map.of("documentId", 1L)),
            Map.entry("generateJuryProtocol", Map.of("documentId", 1L)));

    private final String bean;
    private final int pairs;

    FlagsOnly(String bean, int pairs) {
        this.bean = bean;
        this.pairs = pairs;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariables(FLAGS.getOrDefault(bean, Map.of()));
        if (bean.equals("nextControlPoint")) {
            appoint(execution);
        } else if (bean.equals("startMentorships")) {
            send(execution, "MentorshipStarted", "pairId", pairs);
        } else if (bean.equals("startSearches")) {
            send(execution, "MentorSearchStarted", "searchId", SEARCHES);
        }
    }

    /** Two control points, as the roadmap has them. */
    private static void appoint(DelegateExecution execution) {
        int before = execution.hasVariable("pointNumber") ? (Integer) execution.getVariable("pointNumber") : 0;
        execution.setVariables(Map.of(
                "pointNumber",
                before + 1,
                "timesLeft",
                String.valueOf(before < 2),
                "timeName",
                "Т",
                "controlPoint",
                "may",
                "timeStart",
                DAY,
                "timeDue",
                DAY));
    }

    private static void send(DelegateExecution execution, String message, String variable, int count) {
        LongStream.rangeClosed(1, count)
                .forEach(id -> execution
                        .getProcessEngineServices()
                        .getRuntimeService()
                        .startProcessInstanceByMessage(
                                message, execution.getProcessBusinessKey(), Map.of(variable, String.valueOf(id))));
    }

    @Override
    public void notify(DelegateExecution execution) {
        execute(execution);
    }

    @Override
    public void notify(DelegateTask task) {
        if (bean.equals("submitDraft")) {
            task.getExecution().setVariable("approvedOnSubmit", false);
            task.getExecution().setVariable("printable", false);
        } else if (bean.equals("decidePairs")) {
            task.getExecution().setVariable("pairsExist", "true");
            task.getExecution().setVariable("dutiesNeeded", "false");
        }
    }
}
