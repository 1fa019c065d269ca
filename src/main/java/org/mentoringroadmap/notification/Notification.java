package org.mentoringroadmap.notification;

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

/** Something that one account is told. */
@Entity
@Table(name = "notification")
public class Notification {
    private static final int MAX_TEXT = 500;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private String recipient;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private NotificationKind kind;

    @Column(nullable = false)
    private String about;

    @Column(nullable = false)
    private String subject;

    private String reason;

    @Column(nullable = false)
    private String path;

    @Column(nullable = false)
    private String sentBy;

    @Column(nullable = false)
    private LocalDateTime sentAt;

    private LocalDateTime readAt;

    protected Notification() {}

    Notification(String recipient, News news, String sentBy, LocalDateTime sentAt) {
        this.schoolId = news.schoolId();
        this.recipient = recipient;
        this.kind = news.kind();
        this.about = news.about();
        this.subject = cut(news.subject());
        this.reason = news.reason() == null ? null : cut(news.reason());
        this.path = news.path();
        this.sentBy = sentBy;
        this.sentAt = sentAt;
    }

    private static String cut(String text) {
        return text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT - 1) + "…" : text;
    }

    public String schoolId() {
        return schoolId;
    }

    public NotificationKind kind() {
        return kind;
    }

    /** Title of the task or the document, as it was then. */
    public String subject() {
        return subject;
    }

    /** Why, in the words of who did it. */
    public Optional<String> reason() {
        return Optional.ofNullable(reason);
    }

    /** Page of this application on which it is seen. */
    public String path() {
        return path;
    }

    /** Login of who did it; {@code system} where the application did. */
    public String sentBy() {
        return sentBy;
    }

    public LocalDateTime sentAt() {
        return sentAt;
    }

    /** Whether the recipient has not looked at it before. */
    public boolean isNew() {
        return readAt == null;
    }
}
