package org.mentoringroadmap.document;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;

/** A document of a programme on its way from the draft to the signature. Its files are {@link DocumentVersion}s. */
@Entity
@Table(name = "document")
public class Document {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private String schoolId;

    @Embedded
    private DocumentKind kind;

    @Embedded
    private DocumentText text;

    @Column(nullable = false)
    private String title;

    private String activityKey;

    @ElementCollection
    @CollectionTable(name = "document_responsible", joinColumns = @JoinColumn(name = "document_id"))
    @Enumerated(EnumType.STRING)
    @Column(name = "role", nullable = false)
    private Set<Role> responsible = EnumSet.noneOf(Role.class);

    @ElementCollection
    @CollectionTable(name = "document_appendix", joinColumns = @JoinColumn(name = "order_id"))
    @Column(name = "document_id", nullable = false)
    private Set<Long> approvedDocuments = new HashSet<>();

    private String instanceId;
    private String detail;

    @Column(nullable = false)
    private String origin;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private DocumentStatus status;

    private int lastVersion;

    @Column(nullable = false)
    private LocalDateTime createdAt;

    private String submittedBy;

    private String approvedBy;
    private LocalDateTime approvedAt;

    @Column(name = "comment_text")
    private String comment;

    private String commentBy;
    private LocalDateTime commentAt;
    private LocalDate madeKnownOn;
    private String suggestedNumber;
    private String earlierNumber;
    private Integer suggestedYear;

    @OneToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "registration_id")
    private JournalEntry registration;

    protected Document() {}

    public Document(
            DocumentRequest request, String activityKey, String schoolId, String title, LocalDateTime createdAt) {
        this.programmeId = request.programmeId();
        this.schoolId = schoolId;
        this.kind = request.kind();
        this.text = request.text();
        this.status = kind.isPrintable() ? DocumentStatus.READY : DocumentStatus.DRAFT;
        this.title = title;
        this.activityKey = activityKey;
        this.responsible.addAll(request.responsible());
        this.instanceId = request.instanceId();
        this.detail = request.detail();
        this.origin = request.origin();
        this.createdAt = createdAt;
    }

    /** Its author says anew what it says; the title follows from that. */
    public void rewrite(DocumentText text, String title, Set<Long> approvedDocuments) {
        this.text = text;
        this.title = title;
        this.approvedDocuments.clear();
        this.approvedDocuments.addAll(approvedDocuments);
    }

    /** Number of a new version; changing the row makes a parallel upload or decision fail instead of getting lost. */
    int nextVersion() {
        return ++lastVersion;
    }

    /** The draft goes to the director; {@code by} is the login of who has checked it. */
    public void submit(String by) {
        requireOpen();
        status = DocumentStatus.REVIEW;
        submittedBy = by;
    }

    /** Roles that answer for its activity. */
    public Set<Role> responsible() {
        return Set.copyOf(responsible);
    }

    /** Login of who sent it to the director last; empty where nobody has. */
    public Optional<String> submittedBy() {
        return Optional.ofNullable(submittedBy);
    }

    /** The director has approved the document. */
    public void approve(String by, LocalDateTime at) {
        requireOpen();
        status = DocumentStatus.APPROVED;
        approvedBy = by;
        approvedAt = at;
    }

    /**
     * The approval is taken back: the document waits for the director again. A number that was kept for it stays kept.
     *
     * @throws ConflictException {@code document.take-back.numbered} when it is in force already; {@code
     *     document.take-back.not-approved}
     */
    public void reopen() {
        if (registration != null) {
            throw new ConflictException("document.take-back.numbered");
        }
        if (status != DocumentStatus.APPROVED) {
            throw new ConflictException("document.take-back.not-approved");
        }
        status = DocumentStatus.REVIEW;
        approvedBy = null;
        approvedAt = null;
    }

    /** The director has given the draft back with a comment. */
    public void giveBack(String why, String by, LocalDateTime at) {
        requireOpen();
        status = DocumentStatus.RETURNED;
        comment = why;
        commentBy = by;
        commentAt = at;
    }

    /** Keeps a number of its journal for it; a year's journal begins anew. */
    public void suggest(String number, int year) {
        suggestedNumber = number;
        suggestedYear = year;
    }

    /** A number that was kept for it stays noted until another document is offered it. */
    public void cancel() {
        if (registration != null) {
            throw new ConflictException("document.frozen");
        }
        status = DocumentStatus.CANCELLED;
    }

    /** The document has got its number and date. */
    public void register(JournalEntry entry) {
        if (registration != null || status != DocumentStatus.APPROVED) {
            throw new ConflictException("document.frozen");
        }
        registration = entry;
        suggestedNumber = null;
        suggestedYear = null;
    }

    /** Everybody concerned has signed on that day that they know the document. */
    public void madeKnown(LocalDate day) {
        madeKnownOn = day;
    }

    /** What narrows the kind: kind of event for a protocol, form of mentoring for a card; that it is a part. */
    public Optional<String> detail() {
        return Optional.ofNullable(detail);
    }

    /** Whether it was asked for with this detail, for example for this kind of event. */
    public boolean isAbout(String wanted) {
        return wanted.equals(detail);
    }

    private void requireOpen() {
        if (status.isFinal() || status == DocumentStatus.READY) {
            throw new ConflictException("document.frozen");
        }
    }

    /** Key. */
    public Long id() {
        return id;
    }

    /** Programme that the document belongs to. */
    public Long programmeId() {
        return programmeId;
    }

    /** School of the programme. */
    public String schoolId() {
        return schoolId;
    }

    /** What kind of document it is. */
    public DocumentKind kind() {
        return kind;
    }

    /** The kind, where it is one with data of its own; null for a general or an added kind. */
    public DocumentType type() {
        return DocumentType.of(kind.id()).orElse(null);
    }

    /** What its author has written, or the model; empty parts for a kind with data of its own. */
    public DocumentText text() {
        return text == null ? DocumentText.NONE : text;
    }

    /** Keys of the documents that its author has chosen for it to approve. */
    public Set<Long> approvedDocuments() {
        return Set.copyOf(approvedDocuments);
    }

    /** Title for lists, in Russian. */
    public String title() {
        return title;
    }

    /** Key of the activity in the roadmap that asks for the document; may be empty. */
    public Optional<String> activityKey() {
        return Optional.ofNullable(activityKey);
    }

    /**
     * Key of the activity that ends with it; empty where none does: the activity whose order it amends has its own end, and one
     * of which it is a part goes on.
     */
    public Optional<String> endedActivity() {
        return amends() || isPart() ? Optional.empty() : activityKey();
    }

    /** There is a paper of before with this number, and this document is needless. */
    public void replacedByEarlier(String number) {
        earlierNumber = number;
    }

    /** Number of the paper, this one or the one of before that made it needless; empty while there is none. */
    public Optional<String> paperNumber() {
        return Optional.ofNullable(number()).or(() -> Optional.ofNullable(earlierNumber));
    }

    /** Whether its activity goes on behind it, see {@link DocumentRequest#PART}. */
    public boolean isPart() {
        return isAbout(DocumentRequest.PART);
    }

    /** Whether it is an order that names pairs and groups, see {@link DocumentType#namesPairs}. */
    public boolean namesPairs() {
        return type() != null && type().namesPairs();
    }

    /** Whether it amends another order, see {@link DocumentType#amends}. */
    public boolean amends() {
        return type() != null && type().amends();
    }

    /** Process instance that carries the document; empty for one that no process waits for. */
    public Optional<String> instanceId() {
        return Optional.ofNullable(instanceId);
    }

    /** Whether others than those who work on it may rely on it: it has number and date, or is a form to be filled. */
    public boolean isInForce() {
        return registration != null || status == DocumentStatus.READY;
    }

    /** Where it stands. */
    public DocumentStatus status() {
        return status;
    }

    /** Number of the newest version. */
    public int lastVersion() {
        return lastVersion;
    }

    /** When the draft was made. */
    public LocalDateTime createdAt() {
        return createdAt;
    }

    /** Login of who approved it, or of who entered that it was signed on paper. */
    public Optional<String> approvedBy() {
        return Optional.ofNullable(approvedBy);
    }

    /** Moment of the approval. */
    public Optional<LocalDateTime> approvedAt() {
        return Optional.ofNullable(approvedAt);
    }

    /** The director's last comment on a draft that was given back. */
    public Optional<String> comment() {
        return Optional.ofNullable(comment);
    }

    /** Moment of that comment. */
    public Optional<LocalDateTime> commentAt() {
        return Optional.ofNullable(commentAt);
    }

    /** Day when everybody concerned had signed the acknowledgement sheet. */
    public Optional<LocalDate> madeKnownOn() {
        return Optional.ofNullable(madeKnownOn);
    }

    /** Number, date and hash; empty until the document has them. */
    public Optional<JournalEntry> registration() {
        return Optional.ofNullable(registration);
    }

    /** Number in the journal, or null; for lists. */
    public String number() {
        return registration == null ? null : registration.number();
    }

    /** Day of signing, or null; for lists. */
    public LocalDate date() {
        return registration == null ? null : registration.date();
    }

    /** Whether it still waits for somebody: for a check, a decision or a number. */
    public boolean isWaiting() {
        return registration == null && status != DocumentStatus.CANCELLED && status != DocumentStatus.READY;
    }
}
