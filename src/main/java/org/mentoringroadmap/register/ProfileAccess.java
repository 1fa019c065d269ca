package org.mentoringroadmap.register;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDateTime;

/** Somebody has opened a card. Written once. */
@Entity
@Table(name = "participant_view")
public class ProfileAccess {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private Long participantId;

    @Column(nullable = false)
    private String login;

    @Column(nullable = false)
    private LocalDateTime viewedAt;

    protected ProfileAccess() {}

    ProfileAccess(Long participantId, String login, LocalDateTime now) {
        this.participantId = participantId;
        this.login = login;
        viewedAt = now;
    }

    /** Login of whoever opened it. */
    public String login() {
        return login;
    }

    /** When. */
    public LocalDateTime viewedAt() {
        return viewedAt;
    }
}
