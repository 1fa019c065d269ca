package org.mentoringroadmap.document.approval;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.Optional;
import org.hibernate.annotations.Immutable;
import org.mentoringroadmap.document.Document;

/** One step of the way of a document between author and director: who decided what, when and about which file. Never changed. */
@Entity
@Immutable
@Table(name = "document_decision")
public class DocumentDecision {
    /** What was decided; {@code document.decision.<KIND>} is the key of the title. */
    public enum Kind {
        APPROVED,
        RETURNED,
        TAKEN_BACK,
        /** The school needs none, or has it elsewhere, and no activity says so. */
        CLOSED,
        SIGNED,
        SIGNED_ON_PAPER
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long documentId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    private int versionNo;
    private int blanks;

    @Column(name = "reason_text")
    private String reason;

    @Column(nullable = false)
    private String decidedBy;

    @Column(nullable = false)
    private LocalDateTime decidedAt;

    protected DocumentDecision() {}

    DocumentDecision(
            Document document, Kind kind, int blanks, String reason, String decidedBy, LocalDateTime decidedAt) {
        this.documentId = document.id();
        this.kind = kind;
        this.versionNo = document.lastVersion();
        this.blanks = blanks;
        this.reason = reason;
        this.decidedBy = decidedBy;
        this.decidedAt = decidedAt;
    }

    /** Document. */
    public Long documentId() {
        return documentId;
    }

    /** What was decided. */
    public Kind kind() {
        return kind;
    }

    /** Version of the file that was decided about. */
    public int version() {
        return versionNo;
    }

    /** How many places of that file were blank when it was approved or signed; 0 for other decisions. */
    public int blanks() {
        return blanks;
    }

    /** Why it was returned or taken back; empty where nobody had to say. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Login of who decided. */
    public String decidedBy() {
        return decidedBy;
    }

    /** When. */
    public LocalDateTime decidedAt() {
        return decidedAt;
    }
}
