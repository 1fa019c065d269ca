package org.mentoringroadmap.partner;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDateTime;
import org.mentoringroadmap.shared.SearchKey;

/** An organisation that a school works with or thanks, once for all years. */
@Entity
@Table(name = "partner")
public class Partner {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private String schoolId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private PartnerKind kind;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false)
    private String searchKey;

    private String contactName;
    private String contactPost;
    private String phone;
    private String email;
    private String address;
    private String contribution;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected Partner() {}

    Partner(String schoolId) {
        this.schoolId = schoolId;
    }

    void describe(PartnerDetails checked) {
        kind = checked.kind();
        name = checked.name();
        searchKey = SearchKey.of(name);
        contactName = checked.contactName();
        contactPost = checked.contactPost();
        phone = checked.phone();
        email = checked.email();
        address = checked.address();
        contribution = checked.contribution();
    }

    void changed(String login, LocalDateTime now) {
        changedBy = login;
        changedAt = now;
    }

    /** Key of the row. */
    public Long id() {
        return id;
    }

    /** Grows with each change; a form sends it back, so that two who edit at once do not overwrite each other. */
    public int version() {
        return version;
    }

    /** School that knows it. */
    public String schoolId() {
        return schoolId;
    }

    /** What it is called. */
    public String name() {
        return name;
    }

    /** All that is entered. */
    public PartnerDetails details() {
        return new PartnerDetails(name, kind, contactName, contactPost, phone, email, address, contribution);
    }
}
