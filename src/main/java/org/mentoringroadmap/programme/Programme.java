package org.mentoringroadmap.programme;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.mentoringroadmap.shared.SchoolYear;

/** A school's run through a roadmap in one school year; everything else hangs on it. Its id is the business key. */
@Entity
@Table(name = "programme")
public class Programme {
    /** Where a programme stands. */
    public enum State {
        RUNNING,
        COMPLETED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private String schoolYear;

    @Column(nullable = false)
    private String roadmap;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private State state = State.RUNNING;

    @Column(nullable = false)
    private LocalDate startedOn;

    private LocalDate completedOn;

    protected Programme() {}

    Programme(String schoolId, SchoolYear schoolYear, String roadmap, LocalDate startedOn) {
        this.schoolId = schoolId;
        this.schoolYear = schoolYear.text();
        this.roadmap = roadmap;
        this.startedOn = startedOn;
    }

    void complete(LocalDate day) {
        state = State.COMPLETED;
        completedOn = day;
    }

    /** Key; as text the business key of every process instance of the programme. */
    public Long id() {
        return id;
    }

    /** School (tenant) of the programme. */
    public String schoolId() {
        return schoolId;
    }

    /** School year of the programme. */
    public SchoolYear schoolYear() {
        return SchoolYear.parse(schoolYear);
    }

    /** Id of the master process, for example {@code target-model}. */
    public String roadmap() {
        return roadmap;
    }

    /** Where it stands. */
    public State state() {
        return state;
    }

    /**
     * The last day that the programme needs a consent for, as seen on a day: the last one of its school year, or the day
     * itself where the programme still runs after that. A consent that ends earlier does not count in it, though it may
     * be valid today.
     */
    public LocalDate lastDay(LocalDate today) {
        LocalDate end = schoolYear().lastDay();
        return state == State.RUNNING && today.isAfter(end) ? today : end;
    }

    /** Day of the start. */
    public LocalDate startedOn() {
        return startedOn;
    }

    /** Day when the last stage ended. */
    public Optional<LocalDate> completedOn() {
        return Optional.ofNullable(completedOn);
    }
}
