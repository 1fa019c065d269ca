package org.mentoringroadmap.activity.evidence;

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
import java.util.Set;
import java.util.UUID;

/** A file, link or note that proves the result of an activity. A removed one keeps only who removed it and when. */
@Entity
@Table(name = "activity_evidence")
public class EvidenceEntry {
    /** What it is. */
    public enum Kind {
        FILE,
        LINK,
        NOTE
    }

    /** What every browser shows by itself. */
    private static final Set<String> SHOWN = Set.of("image/jpeg", "image/png");

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private String activityKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Kind kind;

    private UUID fileId;
    private String name;
    private String contentType;
    private int sizeBytes;
    private String link;
    private String note;

    @Column(nullable = false)
    private String addedBy;

    @Column(nullable = false)
    private LocalDateTime addedAt;

    private String removedBy;
    private LocalDateTime removedAt;

    protected EvidenceEntry() {}

    EvidenceEntry(Long programmeId, String activityKey, Kind kind, String addedBy, LocalDateTime addedAt) {
        this.programmeId = programmeId;
        this.activityKey = activityKey;
        this.kind = kind;
        this.addedBy = addedBy;
        this.addedAt = addedAt;
    }

    EvidenceEntry file(UUID newFileId, String newName, String newContentType, int newSize) {
        fileId = newFileId;
        name = newName;
        contentType = newContentType;
        sizeBytes = newSize;
        return this;
    }

    EvidenceEntry link(String newLink) {
        link = newLink;
        return this;
    }

    EvidenceEntry note(String newNote) {
        note = newNote;
        return this;
    }

    void remove(String login, LocalDateTime now) {
        fileId = null;
        name = null;
        link = null;
        note = null;
        removedBy = login;
        removedAt = now;
    }

    /** Key; a file is handed out under {@code /evidence/{id}}. */
    public Long id() {
        return id;
    }

    /** Programme of the activity. */
    public Long programmeId() {
        return programmeId;
    }

    /** Key of the activity in the roadmap. */
    public String activityKey() {
        return activityKey;
    }

    /** What it is. */
    public Kind kind() {
        return kind;
    }

    /** The stored file; empty for links and notes. */
    public Optional<UUID> fileId() {
        return Optional.ofNullable(fileId);
    }

    /** Name of the file. */
    public Optional<String> name() {
        return Optional.ofNullable(name);
    }

    /** Size of the file in kilobytes, at least 1. */
    public int kilobytes() {
        return Math.max(1, sizeBytes / 1024);
    }

    /** Whether a page can show the file as a picture. */
    public boolean picture() {
        return contentType != null && SHOWN.contains(contentType);
    }

    /** Address of the link; http or https. */
    public Optional<String> link() {
        return Optional.ofNullable(link);
    }

    /** Text of the note. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Login of who added it. */
    public String addedBy() {
        return addedBy;
    }

    /** When it was added. */
    public LocalDateTime addedAt() {
        return addedAt;
    }
}
