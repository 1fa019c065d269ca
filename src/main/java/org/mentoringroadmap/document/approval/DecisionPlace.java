package org.mentoringroadmap.document.approval;

import java.util.Optional;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentProcess;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPlace;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The director reads a document where he decides about it: on its page, not in a form that asks which version was read. */
@Component
class DecisionPlace implements TaskPlace {
    private final DocumentRepository documents;
    private final DocumentProcess process;
    private final CurrentUser user;

    DecisionPlace(DocumentRepository documents, DocumentProcess process, CurrentUser user) {
        this.documents = documents;
        this.process = process;
        this.user = user;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> of(OpenTask task) {
        return documents
                .findByOrigin("instance/" + task.instanceId())
                .filter(document -> document.status() == DocumentStatus.REVIEW)
                .filter(document -> user.has(Role.DIRECTOR) && user.sees(document.schoolId()))
                .filter(document -> process.decisionTask(task.instanceId())
                        .filter(task.id()::equals)
                        .isPresent())
                .map(Document::id)
                .map(id -> "/documents/" + id);
    }
}
