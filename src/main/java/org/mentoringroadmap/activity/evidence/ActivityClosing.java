package org.mentoringroadmap.activity.evidence;

import java.util.HashMap;
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
    private static final String NO_PROOF = "activity.proof";

    /** How a guide names the field for a link. */
    private static final String LINK_FIELD = "«Ссылка»";

    /** The page of a plain activity, as models name it. */
    private static final String PAGE = "/tasks/activity";

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

    /**
     * What hinders to say of several tasks together that they are done: nothing for a plain activity.
     */
    public enum Alone {
        /** It can be done together with others. */
        NO,
        /** Its guide asks for a link of its own, which is not there yet. */
        LINK,
        /** Its page asks for more than a day and a word. */
        PAGE
    }

    /** Whether a task has to be done by itself, and why. */
    @Transactional(readOnly = true)
    public Alone alone(OpenTask task) {
        if (task.roadmapItem() == null || task.formPath().filter(PAGE::equals).isEmpty()) {
            return Alone.PAGE;
        }
        return expectsLink(task)
                        && evidence.list(task.programmeId(), task.roadmapItem()).stream()
                                .noneMatch(entry -> entry.kind() == EvidenceEntry.Kind.LINK)
                ? Alone.LINK
                : Alone.NO;
    }

    /**
     * Completes several plain tasks as done on one day; all of them or none.
     *
     * @param day as it was entered
     * @param note what proves it, for all of them
     * @throws UserInputException {@code activity.several.none} when none is named, {@code activity.several.alone} when one
     *     has to be done by itself, {@code activity.several.proof} when nothing proves one, and what {@link #close} refuses
     */
    public void closeAll(List<OpenTask> several, String day, String note) {
        if (several.isEmpty()) {
            throw new UserInputException("activity.several.none");
        }
        several.stream().filter(task -> alone(task) != Alone.NO).findFirst().ifPresent(task -> {
            throw new UserInputException("activity.several.alone", task.name());
        });
        Map<String, Object> fields = new HashMap<>();
        fields.put(OutcomeFields.OUTCOME, Outcome.DONE.id());
        fields.put(OutcomeFields.DATE, day);
        fields.put(OutcomeFields.NOTE, note);
        several.forEach(task -> closeOne(task, fields));
    }

    private void closeOne(OpenTask task, Map<String, Object> fields) {
        try {
            close(task, task.roadmapItem(), List.of(), new HashMap<>(fields), false);
        } catch (UserInputException refused) {
            if (refused.code().equals(NO_PROOF)) {
                throw new UserInputException("activity.several.proof", task.name());
            }
            throw refused;
        }
    }

    private static boolean expectsLink(OpenTask task) {
        return task.guide() != null && task.guide().contains(LINK_FIELD);
    }

    /** The guide is what the person reads: where it names the field for a link, a link is what is expected. */
    private void requireProof(OpenTask task, String roadmapItem, List<Upload> files, Map<String, Object> fields) {
        boolean linked = isTyped(fields, OutcomeFields.LINK);
        List<EvidenceEntry> known = evidence.list(task.programmeId(), roadmapItem);
        if (expectsLink(task)
                && !linked
                && known.stream().noneMatch(entry -> entry.kind() == EvidenceEntry.Kind.LINK)) {
            throw new UserInputException("activity.proof.link");
        }
        if (!linked && !isTyped(fields, OutcomeFields.NOTE) && files.isEmpty() && known.isEmpty()) {
            throw new UserInputException(NO_PROOF);
        }
    }

    private static boolean isTyped(Map<String, Object> fields, String name) {
        Object text = fields.get(name);
        return text != null && !text.toString().isBlank();
    }
}
