package org.mentoringroadmap.activity.evidence;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends an activity from its page: files and outcome are kept together or not at all. */
@Service
@Transactional
public class ActivityClosing {
    private final Tasks tasks;
    private final Evidence evidence;

    ActivityClosing(Tasks tasks, Evidence evidence) {
        this.tasks = tasks;
        this.evidence = evidence;
    }

    /**
     * Keeps the files and completes the task; its listener checks the fields exactly as it does for REST.
     *
     * @param roadmapItem item of the task
     * @param files what proves the result; may be empty
     * @param fields outcome, date, number, note and link as they were entered
     * @throws UserInputException what {@link Evidence#attach} or {@link ActivityOutcomes#record} refuses; nothing is kept
     */
    public void close(OpenTask task, String roadmapItem, List<Upload> files, Map<String, Object> fields) {
        tasks.claim(task.id());
        for (Upload file : files) {
            evidence.attach(task.programmeId(), roadmapItem, file.name(), file.content());
        }
        tasks.complete(task.id(), fields);
    }
}
