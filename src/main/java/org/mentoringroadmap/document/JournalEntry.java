package org.mentoringroadmap.document;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.hibernate.annotations.Immutable;

/**
 * The entry of a document in its journal. Written once: nothing updates the row. A unique index over school, register,
 * calendar year and number decides between two registrations of the same moment.
 */
@Entity
@Immutable
@Table(name = "document_registration")
public class JournalEntry {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private String register;

    private int registerYear;

    @Column(name = "number_text", nullable = false)
    private String number;

    @Column(nullable = false)
    private String numberKey;

    private Long numberValue;

    @Column(name = "signed_on", nullable = false)
    private LocalDate date;

    private boolean onPaper;

    @Column(nullable = false)
    private String sha256;

    @Column(nullable = false)
    private String registeredBy;

    @Column(nullable = false)
    private LocalDateTime registeredAt;

    protected JournalEntry() {}

    public JournalEntry(
            Document document,
            JournalNumber number,
            LocalDate date,
            boolean onPaper,
            String sha256,
            String registeredBy,
            LocalDateTime registeredAt) {
        this.schoolId = document.schoolId();
        this.register = document.kind().register();
        this.registerYear = date.getYear();
        this.number = number.text();
        this.numberKey = number.key();
        this.numberValue = number.value();
        this.date = date;
        this.onPaper = onPaper;
        this.sha256 = sha256;
        this.registeredBy = registeredBy;
        this.registeredAt = registeredAt;
    }

    /** Number as the document prints it, for example {@code 42-ОД}. */
    public String number() {
        return number;
    }

    /** Day of signing. */
    public LocalDate date() {
        return date;
    }

    /** Whether it was signed on paper before it had passed all steps here. */
    public boolean onPaper() {
        return onPaper;
    }

    /** SHA-256 of the final file, hexadecimal. */
    public String sha256() {
        return sha256;
    }

    /** Login of who entered the number. */
    public String registeredBy() {
        return registeredBy;
    }

    /** Moment of the entry. */
    public LocalDateTime registeredAt() {
        return registeredAt;
    }
}
