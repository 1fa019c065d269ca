package org.mentoringroadmap.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** What administrators have said about the stamps of a kind that comes with the product. */
@Entity
@Table(name = "document_stamps")
class KindStamps {
    @Id
    private String kind;

    private String acceptedBy;
    private String agreedWith;
    private boolean byOrder;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected KindStamps() {}

    KindStamps(String kind) {
        this.kind = kind;
    }

    void set(DocumentStamps stamps, String by, LocalDateTime at) {
        acceptedBy = stamps.acceptedBy();
        agreedWith = stamps.agreedWithText();
        byOrder = stamps.byOrder();
        changedBy = by;
        changedAt = at;
    }

    /** What stands above its documents. */
    DocumentStamps stamps() {
        return DocumentStamps.of(acceptedBy, agreedWith, byOrder);
    }
}
