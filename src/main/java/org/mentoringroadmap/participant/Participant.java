package org.mentoringroadmap.participant;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.programme.MentoringForm;

/** A person as mentee or mentor of one programme; one person may be both. */
@Entity
@Table(name = "participant")
public class Participant {
    /** How many participants' sets are read by one query when a whole register is written. */
    private static final int BATCH = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "participant_seq")
    @SequenceGenerator(name = "participant_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private Long programmeId;

    @ManyToOne(optional = false, fetch = FetchType.LAZY)
    @JoinColumn(name = "person_id")
    private Person person;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ParticipantRole role;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ParticipantCategory category;

    private Long classId;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false)
    private ParticipantStatus status;

    @Column(nullable = false)
    private LocalDate statusOn;

    private int capacity;
    private Integer ageFrom;
    private Integer ageTo;
    private String achievements;
    private String difficulties;
    private String result;

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "participant_form", joinColumns = @JoinColumn(name = "participant_id"))
    @Column(name = "form")
    @Enumerated(EnumType.STRING)
    private Set<MentoringForm> forms = new HashSet<>();

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "participant_role_model", joinColumns = @JoinColumn(name = "participant_id"))
    @Column(name = "role_model")
    @Enumerated(EnumType.STRING)
    private Set<RoleModel> roleModels = new HashSet<>();

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "participant_topic", joinColumns = @JoinColumn(name = "participant_id"))
    private Set<Topic> topics = new HashSet<>();

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "participant_hour", joinColumns = @JoinColumn(name = "participant_id"))
    private Set<Hour> hours = new HashSet<>();

    @ElementCollection
    @BatchSize(size = BATCH)
    @CollectionTable(name = "participant_need", joinColumns = @JoinColumn(name = "participant_id"))
    @Column(name = "need")
    @Enumerated(EnumType.STRING)
    private Set<Need> needs = new HashSet<>();

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected Participant() {}

    Participant(Long programmeId, Person person, ParticipantRole role, ParticipantDetails checked, LocalDate day) {
        this.programmeId = programmeId;
        this.person = person;
        this.role = role;
        status = ParticipantStatus.PROPOSED;
        statusOn = day;
        describe(checked);
    }

    /** Takes over what was entered. */
    public void describe(ParticipantDetails checked) {
        category = checked.category();
        classId = checked.classId();
        capacity = checked.capacity();
        ageFrom = checked.ageFrom();
        ageTo = checked.ageTo();
        achievements = checked.achievements();
        difficulties = checked.difficulties();
        replace(forms, checked.forms());
        replace(roleModels, checked.roleModels());
        replace(topics, Set.copyOf(checked.topics()));
        replace(hours, checked.hours());
        replace(needs, checked.needs());
    }

    /** Keeps what stays, so that a change of one value does not write all rows anew. */
    private static <T> void replace(Set<T> present, Set<T> wanted) {
        present.retainAll(wanted);
        present.addAll(wanted);
    }

    /** Makes it that person's; for entries of one person that are made one. */
    public void belongsTo(Person owner) {
        person = owner;
    }

    /** The status from that day on. */
    public void changeStatus(ParticipantStatus newStatus, LocalDate day) {
        status = newStatus;
        statusOn = day;
    }

    void conclude(String text) {
        result = text;
    }

    /** Takes all that tells of the person; role, category and the days of the status stay for the figures. */
    public void erase() {
        classId = null;
        achievements = null;
        difficulties = null;
        result = null;
        ageFrom = null;
        ageTo = null;
        topics.clear();
        hours.clear();
        needs.clear();
    }

    /** Keeps who has changed it, and when. */
    public void changed(String login, LocalDateTime now) {
        changedBy = login;
        changedAt = now;
    }

    /** Key; as variable {@code participantId} it finds processes about this participant. */
    public Long id() {
        return id;
    }

    /** Grows with each change; a form sends it back, so that two who edit at once do not overwrite each other. */
    public int version() {
        return version;
    }

    /** Programme of the participation. */
    public Long programmeId() {
        return programmeId;
    }

    /** Who it is. */
    public Person person() {
        return person;
    }

    /** Mentee or mentor. */
    public ParticipantRole role() {
        return role;
    }

    /** Who this is outside the programme. */
    public ParticipantCategory category() {
        return category;
    }

    /** Class of a pupil; empty for others and where it is not known. */
    public Optional<Long> classId() {
        return Optional.ofNullable(classId);
    }

    /** Where the participant stands. */
    public ParticipantStatus status() {
        return status;
    }

    /** How many mentees a mentor takes at most; 0 of a mentee. */
    public int capacity() {
        return capacity;
    }

    /** Since when. */
    public LocalDate statusOn() {
        return statusOn;
    }

    /** What has come of it, written at the end; empty before. */
    public Optional<String> result() {
        return Optional.ofNullable(result);
    }

    /** All that is entered, special categories and difficulties too: whoever shows it asks first who looks. */
    public ParticipantDetails details() {
        return new ParticipantDetails(
                category,
                classId,
                capacity,
                ageFrom,
                ageTo,
                achievements,
                difficulties,
                Set.copyOf(forms),
                Set.copyOf(roleModels),
                List.copyOf(topics),
                Set.copyOf(hours),
                Set.copyOf(needs));
    }
}
