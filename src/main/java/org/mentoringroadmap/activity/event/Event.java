package org.mentoringroadmap.activity.event;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/** An event of a programme: planned first, reported when it has taken place. */
@Entity
@Table(name = "activity_event")
public class Event {
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
    private String instanceId;

    @Column(nullable = false)
    private LocalDate plannedFor;

    private String begins;

    @Column(nullable = false)
    private String place;

    private Integer invited;
    private String agenda;
    private String note;
    private LocalDate heldOn;
    private Integer came;
    private String decisions;

    @Column(nullable = false)
    private String recordedBy;

    @Column(nullable = false)
    private LocalDateTime recordedAt;

    protected Event() {}

    Event(Long programmeId, String activityKey, String instanceId) {
        this.programmeId = programmeId;
        this.activityKey = activityKey;
        this.instanceId = instanceId;
    }

    void plan(EventPlan plan, String remark, String login, LocalDateTime now) {
        plannedFor = plan.date();
        begins = plan.begins();
        place = plan.place();
        invited = plan.invited();
        agenda = plan.agenda();
        note = remark;
        recordedBy = login;
        recordedAt = now;
    }

    void report(EventReport report, String login, LocalDateTime now) {
        heldOn = report.date();
        came = report.came();
        decisions = report.decisions();
        recordedBy = login;
        recordedAt = now;
    }

    /** Takes its report back, or where there was none its plan. Returns whether it is still planned. */
    boolean takeBack() {
        boolean planned = heldOn != null;
        heldOn = null;
        came = null;
        decisions = null;
        return planned;
    }

    void goOnIn(String instance) {
        instanceId = instance;
    }

    /** Programme of the event. */
    public Long programmeId() {
        return programmeId;
    }

    /** Key of the activity in the roadmap. */
    public String activityKey() {
        return activityKey;
    }

    /** Process instance of the block that runs it. */
    public String instanceId() {
        return instanceId;
    }

    /** Day for which it was planned. */
    public LocalDate plannedFor() {
        return plannedFor;
    }

    /** When on its day it begins, in the words of whoever planned it. */
    public Optional<String> begins() {
        return Optional.ofNullable(begins);
    }

    /** Where it takes place. */
    public String place() {
        return place;
    }

    /** How many people were invited. */
    public Optional<Integer> invited() {
        return Optional.ofNullable(invited);
    }

    /** What is to be talked about; several lines. */
    public Optional<String> agenda() {
        return Optional.ofNullable(agenda);
    }

    /** Remark made when planning. */
    public Optional<String> note() {
        return Optional.ofNullable(note);
    }

    /** Day on which it took place; empty while it is only planned. */
    public Optional<LocalDate> heldOn() {
        return Optional.ofNullable(heldOn);
    }

    /** How many people came. */
    public Optional<Integer> came() {
        return Optional.ofNullable(came);
    }

    /** What was decided; several lines. */
    public Optional<String> decisions() {
        return Optional.ofNullable(decisions);
    }

    /** Whether more people came than were invited: possible, but worth a second look, so pages hint at it. */
    public boolean moreCameThanInvited() {
        return came != null && invited != null && came > invited;
    }

    /** Login of who planned or reported it last. */
    public String recordedBy() {
        return recordedBy;
    }

    /** When it was planned or reported last. */
    public LocalDateTime recordedAt() {
        return recordedAt;
    }
}
