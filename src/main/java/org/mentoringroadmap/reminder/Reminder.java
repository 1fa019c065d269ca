package org.mentoringroadmap.reminder;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.mentoringroadmap.task.OpenTask;

/** A reminder that a task's term comes near or has passed; one for each task, rung and day of the rung. */
@Entity
@Table(name = "reminder")
public class Reminder {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String taskId;

    @Column(nullable = false)
    private Long programmeId;

    private String roadmapItem;

    @Column(nullable = false)
    private int rung;

    @Column(name = "rung_day", nullable = false)
    private LocalDate day;

    @Column(nullable = false)
    private LocalDateTime due;

    @Column(nullable = false)
    private LocalDate writtenOn;

    protected Reminder() {}

    /** @param due the task's own, or the end of a part of its term */
    Reminder(OpenTask task, ReminderLevel level, LocalDateTime due, LocalDate writtenOn) {
        this.taskId = task.id();
        this.programmeId = task.programmeId();
        this.roadmapItem = task.roadmapItem();
        this.rung = level.days();
        this.day = level.day(due.toLocalDate());
        this.due = due;
        this.writtenOn = writtenOn;
    }

    /** Id of the engine's task. */
    public String taskId() {
        return taskId;
    }

    /** Programme of the task. */
    public Long programmeId() {
        return programmeId;
    }

    /** Item of the roadmap; empty where the task stands for none. */
    public Optional<String> roadmapItem() {
        return Optional.ofNullable(roadmapItem);
    }

    /** Days from the due date to the rung: negative before it, 0 on the day, positive after it. */
    public int rung() {
        return rung;
    }

    /** Calendar day of the rung; a sweep that missed it writes the reminder later, under this day. */
    public LocalDate day() {
        return day;
    }

    /** The term that the reminder speaks of; a task whose term has moved since gets new ones. */
    public LocalDateTime due() {
        return due;
    }

    /** Day of the sweep that wrote it. */
    public LocalDate writtenOn() {
        return writtenOn;
    }
}
