package org.mentoringroadmap.activity.checklist;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** What a class has said about one activity. */
@Entity
@Table(name = "class_tick")
class ClassCompletion {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    @Column(nullable = false)
    private String activityKey;

    @Column(nullable = false)
    private Long classId;

    private boolean held;

    @Column(nullable = false)
    private LocalDate tickDate;

    private String note;

    @Column(nullable = false)
    private String tickedBy;

    @Column(nullable = false)
    private LocalDateTime tickedAt;

    protected ClassCompletion() {}

    ClassCompletion(Long programmeId, String activityKey, Long classId) {
        this.programmeId = programmeId;
        this.activityKey = activityKey;
        this.classId = classId;
    }

    void change(boolean newHeld, LocalDate newDate, String newNote, String login, LocalDateTime now) {
        held = newHeld;
        tickDate = newDate;
        note = newNote;
        tickedBy = login;
        tickedAt = now;
    }

    Long programmeId() {
        return programmeId;
    }

    String activityKey() {
        return activityKey;
    }

    Long classId() {
        return classId;
    }

    boolean held() {
        return held;
    }

    LocalDate date() {
        return tickDate;
    }

    String note() {
        return note;
    }
}
