package org.mentoringroadmap.document.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.DirectorInput;
import org.mentoringroadmap.document.approval.Inbox;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Documents for other programs. */
@RestController
@Tag(name = "documents")
class DocumentApi {
    /** A document with the number of its newest version; number and date are null until it is registered. */
    record DocumentJson(
            Long id,
            String type,
            String title,
            DocumentStatus status,
            int version,
            String register,
            String number,
            LocalDate date) {
        /** Callers know five states; a ready form is not approved and so a draft to them. */
        private static DocumentStatus told(DocumentStatus status) {
            return status == DocumentStatus.READY ? DocumentStatus.DRAFT : status;
        }

        static DocumentJson of(Document document) {
            return new DocumentJson(
                    document.id(),
                    document.kind().id(),
                    document.title(),
                    told(document.status()),
                    document.lastVersion(),
                    document.kind().register(),
                    document.number(),
                    document.date());
        }
    }

    /**
     * The director's decision: {@code approve}, or {@code return} with a comment. What is blank in the file is told by the
     * refusal; {@code despiteBlanks} approves it all the same. {@code version} is the number of the version that was read:
     * without it nothing is decided, and about another one neither.
     */
    record DecisionJson(String decision, String comment, Boolean despiteBlanks, Integer version) {}

    private final Documents documents;
    private final Inbox inbox;

    DocumentApi(Documents documents, Inbox inbox) {
        this.documents = documents;
        this.inbox = inbox;
    }

    @GetMapping("/api/programmes/{id}/documents")
    @Operation(summary = "Documents of a programme")
    List<DocumentJson> ofProgramme(@PathVariable Long id) {
        return documents.ofProgramme(id).stream().map(DocumentJson::of).toList();
    }

    @Recorded(value = AuditAct.DOCUMENT_FILE_TAKEN, id = "id")
    @GetMapping("/api/documents/{id}/file")
    @Operation(summary = "Newest Word file of a document")
    ResponseEntity<byte[]> file(@PathVariable Long id) {
        return Download.of(documents.file(id));
    }

    @PostMapping("/api/documents/{id}/decision")
    @Operation(summary = "The director approves a document or returns it with a comment")
    DocumentJson decide(@PathVariable Long id, @RequestBody DecisionJson decision) {
        inbox.decide(
                id,
                new DirectorInput(
                        decision.decision(),
                        decision.comment(),
                        Boolean.TRUE.equals(decision.despiteBlanks()),
                        decision.version()));
        return DocumentJson.of(documents.visible(id));
    }
}
