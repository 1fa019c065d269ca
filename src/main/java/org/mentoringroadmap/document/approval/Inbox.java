package org.mentoringroadmap.document.approval;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentProcess;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The director's decisions from our pages; they complete the task of the process like Tasklist does. */
@Service
@Transactional
public class Inbox {
    private final Documents documents;
    private final DocumentProcess process;
    private final Tasks tasks;
    private final CurrentUser user;

    Inbox(Documents documents, DocumentProcess process, Tasks tasks, CurrentUser user) {
        this.documents = documents;
        this.process = process;
        this.tasks = tasks;
        this.user = user;
    }

    /**
     * Decides about one document.
     *
     * @param decision {@code approve} or {@code return}
     * @param comment why it is given back
     * @throws ForbiddenException {@code document.director}
     * @throws NotFoundException {@code document.unknown}
     * @throws UserInputException {@code document.decision} or {@code document.comment}
     * @throws ConflictException {@code document.not-waiting} when it does not wait for a decision, {@code
     *     document.moving} when it is just on its way there
     */
    public Document decide(Long id, String decision, String comment) {
        if (!user.has(Role.DIRECTOR)) {
            throw new ForbiddenException("document.director");
        }
        Document document = documents.visible(id);
        Decision.parse(decision);
        if (document.status() != DocumentStatus.REVIEW) {
            throw new ConflictException("document.not-waiting");
        }
        String task = document.instanceId()
                .flatMap(process::decisionTask)
                .orElseThrow(() -> new ConflictException("document.moving"));
        Map<String, Object> input = new HashMap<>();
        input.put("decision", decision);
        input.put("comment", comment);
        tasks.complete(task, input);
        return document;
    }

    /**
     * Approves several documents; all or none.
     *
     * @throws UserInputException {@code document.none-chosen} when there is none, and as {@link #decide}
     */
    public void approve(List<Long> ids) {
        if (ids == null || ids.isEmpty()) {
            throw new UserInputException("document.none-chosen");
        }
        ids.stream().distinct().forEach(id -> decide(id, Decision.APPROVE.id(), null));
    }
}
