package org.mentoringroadmap.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.annotations.Formula;

/** A person whom the school knows, once for all years and roles. */
@Entity
@Table(name = "person")
public class Person {
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "person_seq")
    @SequenceGenerator(name = "person_seq", allocationSize = 50)
    private Long id;

    @Version
    private int version;

    @Column(nullable = false)
    private String schoolId;

    @Column(nullable = false)
    private String lastName;

    @Column(nullable = false)
    private String firstName;

    private String middleName;

    @Column(nullable = false)
    private String nameKey;

    /** Whether somebody else of the school had the name when the row was read. */
    @Formula("exists (select 1 from person o where o.school_id = school_id and o.name_key = name_key"
            + " and o.merged_into is null and o.anonymised_on is null and o.id <> id)")
    private boolean sharesItsName;

    private LocalDate birthDate;
    private String phone;
    private String email;
    private String organisation;
    private String post;
    private Long staffMemberId;
    private String representativeName;
    private String representativeRelation;
    private String representativePhone;
    private LocalDate anonymisedOn;

    /** Whether it was compared with everybody else since name and birthday are what they are. */
    private boolean compared;

    /** Who has everything of this entry now; null while nobody has merged it. */
    private Long mergedInto;

    @Column(nullable = false)
    private String changedBy;

    @Column(nullable = false)
    private LocalDateTime changedAt;

    protected Person() {}

    public Person(String schoolId, PersonDetails checked) {
        this.schoolId = schoolId;
        describe(checked);
    }

    /** Takes over what was entered. */
    public void describe(PersonDetails checked) {
        lastName = checked.lastName();
        firstName = checked.firstName();
        middleName = checked.middleName();
        String key = NameKey.of(checked.fullName());
        compared = compared && key.equals(nameKey) && Objects.equals(checked.birthDate(), birthDate);
        nameKey = key;
        birthDate = checked.birthDate();
        phone = checked.phone();
        email = checked.email();
        organisation = checked.organisation();
        post = checked.post();
        staffMemberId = checked.staffMemberId();
        representativeName = checked.representativeName();
        representativeRelation = checked.representativeRelation();
        representativePhone = checked.representativePhone();
    }

    /** Takes everything that tells who this was; what archives must keep stands elsewhere. */
    public void anonymise(String placeholder, LocalDate day) {
        describe(PersonDetails.named(placeholder, String.valueOf(id), null, null));
        anonymisedOn = day;
    }

    /** Somebody else's entry stands for this one: nobody finds it by name any more. */
    public void mergeInto(Person kept) {
        mergedInto = kept.id();
        nameKey = "";
    }

    /** The entry is a person of its own again. */
    public void standAlone() {
        mergedInto = null;
        compared = false;
        nameKey = NameKey.of(details().fullName());
    }

    /** Keeps who has changed it, and when. */
    public void changed(String login, LocalDateTime now) {
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

    /** School that knows the person. */
    public String schoolId() {
        return schoolId;
    }

    /** All that is entered. */
    public PersonDetails details() {
        return new PersonDetails(
                lastName,
                firstName,
                middleName,
                birthDate,
                phone,
                email,
                organisation,
                post,
                staffMemberId,
                representativeName,
                representativeRelation,
                representativePhone);
    }

    /** «Примеров Пётр Петрович». */
    public String fullName() {
        return details().fullName();
    }

    /**
     * The full name as lists show it: where somebody else of the school has the same one, with what tells the two apart,
     * «Примеров Пётр Петрович (02.03.2014)».
     */
    public String tellingName() {
        PersonDetails details = details();
        return !sharesItsName || mergedInto != null
                ? details.fullName()
                : ShortNames.ofNamesake(details.name(), birthDate, id);
    }

    /** Birthday; empty where it is not known. */
    public Optional<LocalDate> birthDate() {
        return Optional.ofNullable(birthDate);
    }

    /** The person's own entry in the staff; empty for everybody who does not work here. */
    public Optional<Long> staffMemberId() {
        return Optional.ofNullable(staffMemberId);
    }

    /** The entry that stands for this one; empty as a rule. */
    public Optional<Long> mergedInto() {
        return Optional.ofNullable(mergedInto);
    }

    /** Day on which everything personal was taken away; empty as a rule. */
    public Optional<LocalDate> anonymisedOn() {
        return Optional.ofNullable(anonymisedOn);
    }
}
