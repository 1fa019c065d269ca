package org.mentoringroadmap.participant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/** Who may see and change the registers, and when. A class teacher sees the own classes only. */
@Component
public class ParticipantAccess implements PageAccess {
    private static final Role[] WRITERS = {Role.CURATOR, Role.DEPUTY};
    private static final Role[] CONSENT_WRITERS = {Role.CURATOR, Role.DEPUTY, Role.CLASS_TEACHER};
    private static final Role[] ADMITTERS = {Role.CURATOR, Role.DEPUTY, Role.DIRECTOR};
    private static final Role[] READERS = {
        Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.CLASS_TEACHER
    };
    private static final Role[] WHOLE_SCHOOL = {
        Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER
    };

    /** Roles that prepare consents, call parents or talk to children of the whole school. */
    private static final Role[] WITH_CONTACTS = {Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST};

    private final Programmes programmes;
    private final SchoolClasses classes;
    private final Staff staff;
    private final CurrentUser user;
    private final PsychologistAccess psychologists;
    private final Clock clock;

    ParticipantAccess(
            Programmes programmes,
            SchoolClasses classes,
            Staff staff,
            CurrentUser user,
            PsychologistAccess psychologists,
            Clock clock) {
        this.programmes = programmes;
        this.classes = classes;
        this.staff = staff;
        this.user = user;
        this.psychologists = psychologists;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of(
                "/participants", this::mayRead,
                "/programmes/{id}/participants", this::mayRead,
                "/programmes/{id}/consents", this::mayRead,
                "/programmes/{id}/admissions", () -> maySeeAdmissions(AdmissionPurpose.PUBLICATION));
    }

    /** Keys of the other programmes of the school, of the same year or an earlier one. */
    List<Long> before(Programme programme) {
        return programmes.visible().stream()
                .filter(other -> other.schoolId().equals(programme.schoolId()))
                .filter(other -> !other.id().equals(programme.id()))
                .filter(other -> other.schoolYear().compareTo(programme.schoolYear()) <= 0)
                .map(Programme::id)
                .toList();
    }

    /** Whether the acting account may see the registers, wholly or in part. */
    public boolean mayRead() {
        return Arrays.stream(READERS).anyMatch(user::has);
    }

    /**
     * A programme whose registers the acting account may see, wholly or in part.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Programme toRead(Long programmeId) {
        user.require(READERS);
        return programmes.visible(programmeId);
    }

    /**
     * A running programme whose registers the acting account may change.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public Programme toWrite(Long programmeId) {
        user.require(WRITERS);
        return running(programmes.visible(programmeId));
    }

    /** @throws ConflictException {@code participant.programme-completed} */
    public Programme running(Programme programme) {
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("participant.programme-completed");
        }
        return programme;
    }

    /** @throws ForbiddenException {@code role.required} for who may not look into the registers at all */
    public void requireReader() {
        user.require(READERS);
    }

    /**
     * Curator and deputy register consents, a class teacher those of the own class.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public void requireConsentWriter() {
        user.require(CONSENT_WRITERS);
    }

    /** Whether the acting account may register consents of whom it sees. */
    public boolean mayWriteConsents() {
        return Arrays.stream(CONSENT_WRITERS).anyMatch(user::has);
    }

    /**
     * Who looks after withdrawn consents: the heads, and the site's editor, who takes down what is published.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public void requireWithdrawalReader() {
        user.require(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.SITE_EDITOR);
    }

    /**
     * A programme whose admissions the acting account may see: the heads all, the site's editor those to publication.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Programme toReadAdmissions(Long programmeId, AdmissionPurpose purpose) {
        if (!maySeeAdmissions(purpose)) {
            user.require(ADMITTERS);
        }
        return programmes.visible(programmeId);
    }

    /** Whether the acting account may see who is let in there. */
    public boolean maySeeAdmissions(AdmissionPurpose purpose) {
        return purpose == AdmissionPurpose.PUBLICATION && user.has(Role.SITE_EDITOR)
                || Arrays.stream(ADMITTERS).anyMatch(user::has);
    }

    /** Whether the acting account sees everybody of a school. */
    public boolean maySeeWholeSchool() {
        return Arrays.stream(WHOLE_SCHOOL).anyMatch(user::has);
    }

    /** Whether the acting account may change the registers at all. */
    public boolean mayWrite() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    /** Whether the acting account may read special categories and difficulties. */
    public boolean maySeeNeeds() {
        return user.has(Role.CURATOR) || user.has(Role.PSYCHOLOGIST);
    }

    /**
     * Special categories that the acting account may read on a card: who may read them all does, a social worker reads the
     * one that the own work is about.
     */
    public Set<Need> readableNeeds() {
        if (maySeeNeeds()) {
            return EnumSet.allOf(Need.class);
        }
        return user.has(Role.SOCIAL_WORKER) ? EnumSet.of(Need.HARD_LIFE_SITUATION) : EnumSet.noneOf(Need.class);
    }

    /**
     * Whether the acting account reads birthday, contacts and representative of a participant whom it sees: a class teacher
     * of the own class, a social worker of those whom the own work is about.
     *
     * @param needs special categories of the participant
     */
    public boolean maySeeContacts(Participant participant, Set<Need> needs) {
        return Arrays.stream(WITH_CONTACTS).anyMatch(user::has)
                || readableNeeds().stream().anyMatch(needs::contains)
                || user.has(Role.CLASS_TEACHER)
                        && participant
                                .classId()
                                .filter(taught(schoolOf(participant))::contains)
                                .isPresent();
    }

    private String schoolOf(Participant participant) {
        return programmes.get(participant.programmeId()).schoolId();
    }

    /** Whether the acting account may read who has opened cards. */
    public boolean oversees() {
        return user.has(Role.CURATOR) || user.has(Role.DIRECTOR);
    }

    /** @throws ForbiddenException {@code role.required} */
    public void requireOverseer() {
        user.require(Role.CURATOR, Role.DIRECTOR);
    }

    /** Whether the acting account keeps the psychologist's journal: it holds the role, and two people have said so. */
    public boolean keepsJournal() {
        return user.has(Role.PSYCHOLOGIST) && psychologists.opensJournal(user.login());
    }

    /**
     * Demands that the journal is open to the acting account.
     *
     * @throws ForbiddenException {@code role.required}; {@code journal.closed} while a second person has to confirm
     */
    public void requireJournal() {
        user.require(Role.PSYCHOLOGIST);
        if (!psychologists.opensJournal(user.login())) {
            throw new ForbiddenException("journal.closed");
        }
    }

    /** Who was let to the journal of a school by whom; for those to whom it is open. */
    public List<PsychologistAccess.Event> journalHistory(String schoolId) {
        requireJournal();
        return psychologists.history(schoolId);
    }

    /** Whether the acting account may hand out all that is kept of a person. */
    public boolean handsOutData() {
        return user.has(Role.CURATOR);
    }

    /** @throws ForbiddenException {@code role.required} */
    public void requireDataKeeper() {
        user.require(Role.CURATOR);
    }

    /** Classes to which the acting account is confined in this school; empty for who sees everybody. */
    public Optional<Set<Long>> ownClasses(String schoolId) {
        for (Role role : WHOLE_SCHOOL) {
            if (user.has(role)) {
                return Optional.empty();
            }
        }
        return Optional.of(taught(schoolId));
    }

    private Set<Long> taught(String schoolId) {
        Optional<Long> self = staff.behind(user.login()).map(StaffMember::id);
        return classes.of(schoolId).stream()
                .filter(schoolClass ->
                        self.isPresent() && schoolClass.teacherId().equals(self))
                .map(SchoolClass::id)
                .collect(Collectors.toSet());
    }

    /**
     * Whether the acting account may see this participant.
     *
     * @throws NotFoundException {@code participant.unknown} for who may not: that there is one is no secret to give away
     */
    public Participant visible(Participant participant) {
        Programme programme = toRead(participant.programmeId());
        if (!isOfOwnClass(participant, programme.schoolId())) {
            throw new NotFoundException("participant.unknown");
        }
        return participant;
    }

    /** Whether the acting account, which may look into registers, sees this participant. */
    public boolean sees(Participant participant) {
        String schoolId = schoolOf(participant);
        return user.sees(schoolId) && isOfOwnClass(participant, schoolId);
    }

    /** The school year in which somebody takes part. */
    public SchoolYear schoolYear(Participant participant) {
        return programmes.get(participant.programmeId()).schoolYear();
    }

    private boolean isOfOwnClass(Participant participant, String schoolId) {
        return ownClasses(schoolId)
                .map(own -> participant.classId().filter(own::contains).isPresent())
                .orElse(true);
    }

    /** Login of the acting account. */
    public String login() {
        return user.login();
    }

    /** The day by the application's clock. */
    public LocalDate today() {
        return LocalDate.now(clock);
    }

    /** This moment, in whole seconds as the tables keep it. */
    public LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
