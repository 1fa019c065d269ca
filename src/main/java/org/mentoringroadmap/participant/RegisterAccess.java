package org.mentoringroadmap.participant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.programme.SchoolClass;
import org.mentoringroadmap.programme.SchoolClasses;
import org.mentoringroadmap.programme.Staff;
import org.mentoringroadmap.programme.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Component;

/** Who may see and change the registers, and when. A class teacher sees the own classes only. */
@Component
class RegisterAccess {
    private static final Role[] WRITERS = {Role.CURATOR, Role.DEPUTY};
    private static final Role[] READERS = {
        Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER, Role.CLASS_TEACHER
    };
    private static final Role[] WHOLE_SCHOOL = {
        Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST, Role.SOCIAL_WORKER
    };

    private final Programmes programmes;
    private final SchoolClasses classes;
    private final Staff staff;
    private final CurrentUser user;
    private final Clock clock;

    RegisterAccess(Programmes programmes, SchoolClasses classes, Staff staff, CurrentUser user, Clock clock) {
        this.programmes = programmes;
        this.classes = classes;
        this.staff = staff;
        this.user = user;
        this.clock = clock;
    }

    /**
     * A programme whose registers the acting account may see, wholly or in part.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    Programme toRead(Long programmeId) {
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
    Programme toWrite(Long programmeId) {
        user.require(WRITERS);
        return running(programmes.visible(programmeId));
    }

    /** @throws ConflictException {@code participant.programme-completed} */
    Programme running(Programme programme) {
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("participant.programme-completed");
        }
        return programme;
    }

    /** Whether the acting account may change the registers at all. */
    boolean mayWrite() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    /** Whether the acting account may read special categories and difficulties. */
    boolean maySeeNeeds() {
        return user.has(Role.CURATOR) || user.has(Role.PSYCHOLOGIST);
    }

    /** Whether the acting account may read who has opened cards. */
    boolean oversees() {
        return user.has(Role.CURATOR) || user.has(Role.DIRECTOR);
    }

    /** @throws ForbiddenException {@code role.required} */
    void requireOverseer() {
        user.require(Role.CURATOR, Role.DIRECTOR);
    }

    /** Classes to which the acting account is confined in this school; empty for who sees everybody. */
    Optional<Set<Long>> ownClasses(String schoolId) {
        for (Role role : WHOLE_SCHOOL) {
            if (user.has(role)) {
                return Optional.empty();
            }
        }
        Optional<Long> self = staff.behind(user.login()).map(StaffMember::id);
        return Optional.of(classes.of(schoolId).stream()
                .filter(schoolClass ->
                        self.isPresent() && schoolClass.teacherId().equals(self))
                .map(SchoolClass::id)
                .collect(Collectors.toSet()));
    }

    /**
     * Whether the acting account may see this participant.
     *
     * @throws NotFoundException {@code participant.unknown} for who may not: that there is one is no secret to give away
     */
    Participant visible(Participant participant) {
        Programme programme = toRead(participant.programmeId());
        boolean seen = ownClasses(programme.schoolId())
                .map(own -> participant.classId().filter(own::contains).isPresent())
                .orElse(true);
        if (!seen) {
            throw new NotFoundException("participant.unknown");
        }
        return participant;
    }

    String login() {
        return user.login();
    }

    LocalDate today() {
        return LocalDate.now(clock);
    }

    LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
