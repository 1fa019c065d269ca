package org.mentoringroadmap.document.amendment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/** A pair or group that an order names, in the state of a moment. */
@Entity
@Immutable
@Table(name = "ordered_pair")
class OrderedPair {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long documentId;

    @Column(nullable = false)
    private Long mentorshipId;

    @Column(nullable = false)
    private LocalDateTime namedAt;

    protected OrderedPair() {}

    OrderedPair(Long documentId, Long mentorshipId, LocalDateTime namedAt) {
        this.documentId = documentId;
        this.mentorshipId = mentorshipId;
        this.namedAt = namedAt;
    }

    Long mentorshipId() {
        return mentorshipId;
    }

    /** Who has come or left since stands in no order. */
    LocalDateTime namedAt() {
        return namedAt;
    }
}
