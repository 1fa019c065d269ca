package org.mentoringroadmap.programmebank;

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
import org.mentoringroadmap.participant.RoleModel;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.SearchKey;

/** A programme of mentoring as a school offers it, year after year («карточка программы наставничества»). */
@Entity
@Table(name = "programme_card")
public class ProgrammeCard {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private String title;

    @Column(nullable = false)
    private String searchKey;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private MentoringForm form;

    @Enumerated(EnumType.STRING)
    private RoleModel roleModel;

    private String aim;
    private String tasks;
    private String mentors;
    private String mentees;
    private String period;
    private String place;
    private String results;
    private String activities;
    private boolean retired;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected ProgrammeCard() {}

    ProgrammeCard(String schoolId, CardDetails checked) {
        this.schoolId = schoolId;
        describe(checked);
    }

    void describe(CardDetails checked) {
        title = checked.title();
        searchKey = SearchKey.of(title);
        form = checked.form();
        roleModel = checked.roleModel();
        aim = checked.aim();
        tasks = checked.tasks();
        mentors = checked.mentors();
        mentees = checked.mentees();
        period = checked.period();
        place = checked.place();
        results = checked.results();
        activities = checked.activities();
    }

    void retire(boolean away) {
        retired = away;
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

    /** School that offers it. */
    public String schoolId() {
        return schoolId;
    }

    /** All that it says. */
    public CardDetails details() {
        return new CardDetails(
                title, form, roleModel, aim, tasks, mentors, mentees, period, place, results, activities);
    }

    /** What the programme is called. */
    public String title() {
        return title;
    }

    /** Form of mentoring. */
    public MentoringForm form() {
        return form;
    }

    /** Whether it lies in the archive: pairs keep it, new ones do not choose it. */
    public boolean retired() {
        return retired;
    }
}
