package org.mentoringroadmap.register;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.person.Person;

/** Two entries of one person were made one; what was moved is kept, so that it can be moved back. */
@Entity
@Table(name = "person_merge")
public class PersonMerge {
    /** What was done to an item. */
    enum Kind {
        /** A participation now belongs to the kept person. */
        PARTICIPANT,
        /** A consent now belongs to the kept person. */
        CONSENT,
        /** Both took part in the same role: this participation was closed. */
        CLOSED
    }

    /**
     * Something that was moved.
     *
     * @param earlier status of a closed participation; null for others
     */
    @Embeddable
    record Item(
            @Enumerated(EnumType.STRING) Kind kind,
            Long itemId,
            @Enumerated(EnumType.STRING) ParticipantStatus earlier) {}

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "kept_id")
    private Person kept;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "taken_id")
    private Person taken;

    @ElementCollection
    @CollectionTable(name = "person_merge_item", joinColumns = @JoinColumn(name = "merge_id"))
    private Set<Item> items = new HashSet<>();

    @Column(nullable = false)
    private String mergedBy;

    @Column(nullable = false)
    private LocalDateTime mergedAt;

    private String undoneBy;
    private LocalDateTime undoneAt;

    protected PersonMerge() {}

    PersonMerge(Person kept, Person taken, String login, LocalDateTime now) {
        this.kept = kept;
        this.taken = taken;
        mergedBy = login;
        mergedAt = now;
    }

    void did(Kind kind, Long itemId, ParticipantStatus earlier) {
        items.add(new Item(kind, itemId, earlier));
    }

    Set<Item> items() {
        return Set.copyOf(items);
    }

    void undone(String login, LocalDateTime now) {
        undoneBy = login;
        undoneAt = now;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** Who has everything now. */
    public Person kept() {
        return kept;
    }

    /** The entry that is seen no more. */
    public Person taken() {
        return taken;
    }

    /** Login of whoever merged. */
    public String mergedBy() {
        return mergedBy;
    }

    /** When. */
    public LocalDateTime mergedAt() {
        return mergedAt;
    }

    /** When it was taken back; empty where it stands. */
    public Optional<LocalDateTime> undoneAt() {
        return Optional.ofNullable(undoneAt);
    }
}
