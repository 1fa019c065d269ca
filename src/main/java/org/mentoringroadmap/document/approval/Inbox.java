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
     * @throws ForbiddenException {@code document.director}
     * @throws NotFoundException {@code document.unknown}
     * @throws UserInputException {@code document.decision}, {@code document.comment} or {@code document.blanks}
     * @throws ConflictException {@code document.not-waiting} when it does not wait for a decision, {@code
     *     document.moving} when it is just on its way there, {@code document.meanwhile} when another file was read
     */
    public Document decide(Long id, DirectorInput entered) {
        if (!user.has(Role.DIRECTOR)) {
            throw new ForbiddenException("document.director");
        }
        Document document = documents.visible(id);
        Decision.parse(entered.decision());
        if (document.status() != DocumentStatus.REVIEW) {
            throw new ConflictException("document.not-waiting");
        }
        if (entered.version() != null && entered.version() != document.lastVersion()) {
            throw new ConflictException("document.meanwhile");
        }
        String task = document.instanceId()
                .flatMap(process::decisionTask)
                .orElseThrow(() -> new ConflictException("document.moving"));
        Map<String, Object> input = new HashMap<>();
        input.put("decision", entered.decision());
        input.put("comment", entered.comment());
        if (entered.despiteBlanks()) {
            input.put("despiteBlanks", true);
        }
        tasks.complete(task, input);
        return document;
    }

    /**
     * Approves several documents; all or none.
     *
     * @param despiteBlanks whether all of them are to be approved though places of their files are blank
     * @throws UserInputException {@code document.none-chosen} when there is none, and as {@link #decide}
     */
    public void approve(List<Long> ids, boolean despiteBlanks) {
        if (ids == null || ids.isEmpty()) {
            throw new UserInputException("document.none-chosen");
        }
        ids.stream()
                .distinct()
                .forEach(id -> decide(id, new DirectorInput(Decision.APPROVE.id(), null, despiteBlanks, null)));
    }
}
