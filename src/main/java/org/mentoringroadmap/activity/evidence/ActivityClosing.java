package org.mentoringroadmap.activity.evidence;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Ends an activity from its page: files and outcome are kept together or not at all. */
@Service
@Transactional
public class ActivityClosing {
    /** How a guide names the field for a link. */
    private static final String LINK_FIELD = "«Ссылка»";

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
     * @param withoutProof whether it is to be done though nothing proves it
     * @throws UserInputException {@code activity.proof.link} when the guide asks for a link and there is none, {@code
     *     activity.proof} when there is neither link nor file nor a word about it, now or before, unless that is accepted; what {@link Evidence#attach} or {@link ActivityOutcomes#record} refuses; nothing is kept
     */
    public void close(
            OpenTask task, String roadmapItem, List<Upload> files, Map<String, Object> fields, boolean withoutProof) {
        tasks.claim(task.id());
        if (Outcome.DONE.id().equals(fields.get(OutcomeFields.OUTCOME)) && !withoutProof) {
            requireProof(task, roadmapItem, files, fields);
        }
        for (Upload file : files) {
            evidence.attach(task.programmeId(), roadmapItem, file.name(), file.content());
        }
        tasks.complete(task.id(), fields);
    }

    /** The guide is what the person reads: where it names the field for a link, a link is what is expected. */
    private void requireProof(OpenTask task, String roadmapItem, List<Upload> files, Map<String, Object> fields) {
        boolean linked = isTyped(fields, OutcomeFields.LINK);
        List<EvidenceEntry> known = evidence.list(task.programmeId(), roadmapItem);
        boolean expectsLink = task.guide() != null && task.guide().contains(LINK_FIELD);
        if (expectsLink && !linked && known.stream().noneMatch(entry -> entry.kind() == EvidenceEntry.Kind.LINK)) {
            throw new UserInputException("activity.proof.link");
        }
        if (!linked && !isTyped(fields, OutcomeFields.NOTE) && files.isEmpty() && known.isEmpty()) {
            throw new UserInputException("activity.proof");
        }
    }

    private static boolean isTyped(Map<String, Object> fields, String name) {
        Object text = fields.get(name);
        return text != null && !text.toString().isBlank();
    }
}
