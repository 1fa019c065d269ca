package org.mentoringroadmap.document.approval;

import java.time.LocalDateTime;
import java.util.Optional;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskRemark;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the director wrote as a draft was returned, above the task to mend it. */
@Component
class ReturnedDraft implements TaskRemark {
    private final DocumentRepository repository;
    private final Documents documents;
    private final DocumentDecisionRepository decisions;

    ReturnedDraft(DocumentRepository repository, Documents documents, DocumentDecisionRepository decisions) {
        this.repository = repository;
        this.documents = documents;
        this.decisions = decisions;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Remark> of(OpenTask task) {
        return repository
                .findByOrigin("instance/" + task.instanceId())
                .filter(document -> document.status() == DocumentStatus.RETURNED)
                .filter(documents::isWorkedOn)
                .flatMap(document -> document.comment()
                        .map(text -> new Remark(
                                document.commentAt()
                                        .map(LocalDateTime::toLocalDate)
                                        .orElse(null),
                                text,
                                isUntouched(document))));
    }

    private boolean isUntouched(Document document) {
        return decisions.findByDocumentIdOrderById(document.id()).stream()
                .filter(decision -> decision.kind() == DocumentDecision.Kind.RETURNED)
                .reduce((one, other) -> other)
                .filter(last -> last.version() == document.lastVersion())
                .isPresent();
    }
}
