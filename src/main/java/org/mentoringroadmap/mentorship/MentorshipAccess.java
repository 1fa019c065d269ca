package org.mentoringroadmap.mentorship;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.ActingPerson;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Component;

/** Who may see and change pairs, and when. */
@Component
public class MentorshipAccess implements PageAccess {
    private static final Role[] WRITERS = {Role.CURATOR, Role.DEPUTY};
    private static final Role[] READERS = {Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST};

    private final Programmes programmes;
    private final ActingPerson person;
    private final CurrentUser user;
    private final Clock clock;

    MentorshipAccess(Programmes programmes, ActingPerson person, CurrentUser user, Clock clock) {
        this.programmes = programmes;
        this.person = person;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of(
                "/pairs", this::mayRead,
                "/programmes/{id}/pairs", this::mayRead,
                "/programmes/{id}/pairs/{pairId}", this::mayRead,
                "/programmes/{id}/meetings", this::mayRead,
                "/programmes/{id}/searches", this::mayRead);
    }

    /** Whether the acting account may see pairs at all. */
    public boolean mayRead() {
        return Arrays.stream(READERS).anyMatch(user::has);
    }

    /**
     * A programme whose pairs the acting account may see.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Programme toRead(Long programmeId) {
        user.require(READERS);
        return programmes.visible(programmeId);
    }

    /** Whether the acting account may change pairs at all. */
    public boolean mayWrite() {
        return user.has(Role.CURATOR) || user.has(Role.DEPUTY);
    }

    /**
     * A running programme whose pairs the acting account may change.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code mentorship.programme-completed}
     */
    public Programme toWrite(Long programmeId) {
        user.require(WRITERS);
        return running(programmes.visible(programmeId));
    }

    /** A running programme of a pair that the acting account may enter a meeting for: a writer, or the pair's own mentor. */
    public Programme toMeet(Mentorship mentorship) {
        Programme programme = programmes.visible(mentorship.programmeId());
        if (!mayWrite() && !leads(mentorship)) {
            throw new ForbiddenException("mentorship.not-yours", mentorship.code());
        }
        return running(programme);
    }

    private boolean leads(Mentorship mentorship) {
        return person.is(mentorship.mentorId());
    }

    /** @throws ConflictException {@code mentorship.programme-completed} */
    public Programme running(Programme programme) {
        if (programme.state() != Programme.State.RUNNING) {
            throw new ConflictException("mentorship.programme-completed");
        }
        return programme;
    }

    /**
     * A day of the programme's year that has come.
     *
     * @throws UserInputException {@code mentorship.date}, {@code mentorship.date-future}, {@code mentorship.date-year}
     */
    public LocalDate past(Programme programme, LocalDate day) {
        if (day == null) {
            throw new UserInputException("mentorship.date");
        }
        if (day.isAfter(today())) {
            throw new UserInputException("mentorship.date-future");
        }
        int firstYear = programme.schoolYear().firstYear();
        if (day.isBefore(LocalDate.of(firstYear, 5, 1)) || day.isAfter(LocalDate.of(firstYear + 1, 8, 31))) {
            throw new UserInputException(
                    "mentorship.date-year", programme.schoolYear().text());
        }
        return day;
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
