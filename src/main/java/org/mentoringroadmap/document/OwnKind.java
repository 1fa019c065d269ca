package org.mentoringroadmap.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.LocalDateTime;
import org.mentoringroadmap.document.DocumentKind.Way;
import org.mentoringroadmap.school.DataClass;
import org.springframework.data.domain.Persistable;

/** A kind of document that an administrator has added. It belongs to the installation, as the models do that name it. */
@Entity
@Table(name = "document_kind")
public class OwnKind implements Persistable<String> {
    @Id
    private String id;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String general;

    @Enumerated(EnumType.STRING)
    @Column(name = "data_class", nullable = false)
    private DataClass data;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private Way way;

    private String register;

    private String acceptedBy;
    private String agreedWith;
    private boolean byOrder;
    private boolean madeKnown;

    @Column(nullable = false)
    private String createdBy;

    @Column(nullable = false)
    private LocalDateTime createdAt;

    @Transient
    private boolean added;

    protected OwnKind() {}

    OwnKind(String id, String createdBy, LocalDateTime createdAt) {
        this.id = id;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.added = true;
    }

    void set(String title, GeneralKind general, DocumentKind kind, DocumentStamps stamps) {
        this.title = title;
        this.general = general.id();
        this.data = kind.data();
        this.way = kind.way();
        this.register = kind.register();
        this.madeKnown = kind.madeKnown();
        this.acceptedBy = stamps.acceptedBy();
        this.agreedWith = stamps.agreedWithText();
        this.byOrder = stamps.byOrder();
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return added;
    }

    /** What is the same in all its documents. */
    public DocumentKind kind() {
        return new DocumentKind(id, data, register, way, madeKnown);
    }

    /** Title, for example «Инструкция». */
    public String title() {
        return title;
    }

    /** The general kind whose template it has until it gets one of its own. */
    public GeneralKind general() {
        return GeneralKind.of(general).orElseThrow();
    }

    /** What stands above its text. */
    public DocumentStamps stamps() {
        return DocumentStamps.of(acceptedBy, agreedWith, byOrder);
    }
}
