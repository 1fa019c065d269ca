package org.mentoringroadmap.document.draft;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.GeneralKind;
import org.mentoringroadmap.document.content.Appendices;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the author of a document of a general kind writes into it on its page: heading, items, appendices. */
@Service
@Transactional
public class DraftTexts {
    private final Documents documents;
    private final DocumentRepository repository;
    private final DocumentFiles files;
    private final DocumentKinds kinds;
    private final Drafts drafts;
    private final DraftUploads uploads;
    private final Appendices appendices;
    private final Programmes programmes;

    DraftTexts(
            Documents documents,
            DocumentRepository repository,
            DocumentFiles files,
            DocumentKinds kinds,
            Drafts drafts,
            DraftUploads uploads,
            Appendices appendices,
            Programmes programmes) {
        this.documents = documents;
        this.repository = repository;
        this.files = files;
        this.kinds = kinds;
        this.drafts = drafts;
        this.uploads = uploads;
        this.appendices = appendices;
        this.programmes = programmes;
    }

    /** Whether the acting account may write what the document says now. */
    @Transactional(readOnly = true)
    public boolean isOpen(Document document) {
        return kinds.general(document.kind().id()).isPresent() && uploads.isOpen(document);
    }

    /** Documents of the programme that an order can approve; none where the document is no order. */
    @Transactional(readOnly = true)
    public List<Document> approvable(Document order) {
        return kinds.general(order.kind().id()).filter(GeneralKind::isOrder).isEmpty()
                ? List.of()
                : documents.ofProgramme(order.programmeId()).stream()
                        .filter(document -> isApprovable(order, document))
                        .toList();
    }

    /** Keys of those that the author of an order has chosen for it to approve. */
    @Transactional(readOnly = true)
    public Set<Long> approved(Document order) {
        return repository.findById(order.id()).map(Document::approvedDocuments).orElseGet(Set::of);
    }

    private static boolean isApprovable(Document order, Document document) {
        return !document.id().equals(order.id())
                && document.status() != DocumentStatus.CANCELLED
                && document.kind().isApproved();
    }

    /** The order that approves a document, of those that the acting account may read. */
    @Transactional(readOnly = true)
    public Optional<Document> orderOf(Document document) {
        Set<Long> readable = documents.ofProgramme(document.programmeId()).stream()
                .map(Document::id)
                .collect(Collectors.toSet());
        return appendices
                .orderOf(document, programmes.get(document.programmeId()))
                .filter(order -> readable.contains(order.id()));
    }

    /**
     * Says anew what the document says, and makes its file anew; the earlier versions stay, one that was edited in Word
     * among them. Documents that it comes to approve and that nobody has edited are made anew too.
     *
     * @param approved keys of documents that it is to approve
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code document.unknown}
     * @throws UserInputException {@code document.text-long}
     * @throws ConflictException {@code document.frozen}, {@code document.upload-closed}, {@code document.meanwhile}; {@code
     *     document.text-none} for a kind whose text nobody writes here
     */
    public void write(Long id, DocumentText text, Set<Long> approved) {
        Document document = uploads.requireOpen(id);
        if (kinds.general(document.kind().id()).isEmpty()) {
            throw new ConflictException("document.text-none");
        }
        if (!text.fits()) {
            throw new UserInputException(
                    "document.text-long",
                    String.valueOf(DocumentText.MAX_HEADING),
                    String.valueOf(DocumentText.MAX_ITEMS),
                    String.valueOf(DocumentText.MAX_APPENDICES));
        }
        Set<Long> known = approvable(document).stream().map(Document::id).collect(Collectors.toSet());
        known.retainAll(approved);
        Programme programme = programmes.get(document.programmeId());
        Set<Document> concerned = new LinkedHashSet<>(appendices.of(document, programme));
        try {
            drafts.rewrite(document, text, known);
            repository.flush();
        } catch (OptimisticLockingFailureException e) {
            throw new ConflictException("document.meanwhile");
        }
        concerned.addAll(appendices.of(document, programme));
        concerned.stream().filter(this::isUntouched).forEach(drafts::renew);
    }

    private boolean isUntouched(Document document) {
        return (document.status() == DocumentStatus.DRAFT || document.status() == DocumentStatus.RETURNED)
                && kinds.general(document.kind().id()).isPresent()
                && files.newest(document).kind() == DocumentVersion.Kind.GENERATED;
    }
}
