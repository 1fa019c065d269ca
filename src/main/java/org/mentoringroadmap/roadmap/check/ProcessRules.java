package org.mentoringroadmap.roadmap.check;

import java.util.Collection;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Rules about the process as a whole. */
final class ProcessRules implements BpmnRules {

    private static final Pattern KEBAB_CASE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern TIME_TO_LIVE = Pattern.compile("P\\d{1,5}D|\\d{1,5}");

    @Override
    public void check(BpmnFile file, ModelContext known, Findings findings) {
        Collection<Process> processes = file.all(Process.class);
        if (processes.size() != 1 || !processes.iterator().next().isExecutable()) {
            findings.addForFile(ModelRule.EXECUTABLE_PROCESS);
        }
        file.executableProcess().ifPresent(process -> checkProcess(file, process, findings));
    }

    private static void checkProcess(BpmnFile file, Process process, Findings findings) {
        String stem = FileNames.stem(file.name());
        if (!stem.equals(process.getId()) || !KEBAB_CASE.matcher(stem).matches()) {
            findings.add(process, ModelRule.PROCESS_ID, stem);
        }
        String timeToLive = ModelProperties.attribute(process, "historyTimeToLive");
        if (!isTimeToLive(timeToLive)) {
            findings.add(process, ModelRule.HISTORY_TIME_TO_LIVE);
        }
    }

    /** Whether the engine reads it as a time after which history is deleted; null is none. */
    static boolean isTimeToLive(String value) {
        return value != null && TIME_TO_LIVE.matcher(value).matches();
    }
}
