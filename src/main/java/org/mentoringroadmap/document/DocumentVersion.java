package org.mentoringroadmap.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** One file of a document. None ever changes; a version goes when somebody whom it names is to be forgotten. */
@Entity
@Immutable
@Table(name = "document_version")
public class DocumentVersion {
    /** How a version came about. */
    public enum Kind {
        /** Made from the template. */
        GENERATED,
        /** Edited in Word and uploaded. */
        EDITED,
        /** With number and date; the one in force. */
        FINAL,
        /** Picture of the signed paper. */
        SCAN
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long documentId;

    private int no;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    @Column(nullable = false)
    private UUID fileId;

    @Column(nullable = false)
    private String fileName;

    @Column(nullable = false)
    private String createdBy;

    @Column(nullable = false)
    private LocalDateTime createdAt;

    protected DocumentVersion() {}

    DocumentVersion(
            Document document, Kind kind, UUID fileId, String fileName, String createdBy, LocalDateTime createdAt) {
        this.documentId = document.id();
        this.no = document.nextVersion();
        this.kind = kind;
        this.fileId = fileId;
        this.fileName = fileName;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
    }

    /** Document of the version. */
    public Long documentId() {
        return documentId;
    }

    /** Counts from 1 within the document. */
    public int no() {
        return no;
    }

    /** How it came about. */
    public Kind kind() {
        return kind;
    }

    /** Key of the content in {@code StoredFiles}. */
    public UUID fileId() {
        return fileId;
    }

    /** Name with which it is downloaded. */
    public String fileName() {
        return fileName;
    }

    /** Login of who made or brought it. */
    public String createdBy() {
        return createdBy;
    }

    /** When. */
    public LocalDateTime createdAt() {
        return createdAt;
    }
}
