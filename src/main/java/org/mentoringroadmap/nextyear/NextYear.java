package org.mentoringroadmap.nextyear;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.ConsentsMissing;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The way from a programme into the next school year, step by step, by its curator. Each step can be done for itself and is
 * known to be done by what it has left behind: staff, cards of the bank, kinds of document, templates and questionnaires
 * belong to the school and need no step.
 */
@Service
@Transactional
public class NextYear implements PageAccess {
    /**
     * A class and what it is likely called next.
     *
     * @param next empty where it leaves the school
     */
    public record Promotion(SchoolClass schoolClass, String next) {}

    /**
     * How far the way into the next year has been gone.
     *
     * @param programme the programme that ends
     * @param year the next school year
     * @param promoted whether the classes have got their next names
     * @param named whether it is too late to promote them: the next year has run for so long that they have its names
     * @param classes the classes to promote; empty when that is done or too late, and where the school has none
     * @param started the next year's programme of the same roadmap; empty while it has not been started
     * @param mentees how many mentees of earlier years are to go on or still wait for a mentor, and are not taken over
     * @param mentors the same of mentors who are to go on
     * @param withoutConsent how many people of the next programme have no consent for its year
     */
    public record Steps(
            Programme programme,
            SchoolYear year,
            boolean promoted,
            boolean named,
            List<Promotion> classes,
            Optional<Programme> started,
            int mentees,
            int mentors,
            long withoutConsent) {}

    private static final Month NAMED_FROM = Month.OCTOBER;

    private final Programmes programmes;
    private final ProgrammeProcess process;
    private final SchoolClasses classes;
    private final Registers registers;
    private final ParticipantDirectory directory;
    private final MentorSearches searches;
    private final ConsentsMissing consents;
    private final CurrentUser user;
    private final Clock clock;

    NextYear(
            Programmes programmes,
            ProgrammeProcess process,
            SchoolClasses classes,
            Registers registers,
            ParticipantDirectory directory,
            MentorSearches searches,
            ConsentsMissing consents,
            CurrentUser user,
            Clock clock) {
        this.programmes = programmes;
        this.process = process;
        this.classes = classes;
        this.registers = registers;
        this.directory = directory;
        this.searches = searches;
        this.consents = consents;
        this.user = user;
        this.clock = clock;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/programmes/{id}/next", () -> user.has(Role.CURATOR));
    }

    /**
     * How far it is.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Steps steps(Long programmeId) {
        Programme programme = mine(programmeId);
        SchoolYear year = next(programme);
        Optional<Programme> started = started(programme, year);
        boolean promoted = classes.arePromoted(programme.schoolId(), programme.schoolYear());
        boolean named = !promoted && isNamed(year);
        return new Steps(
                programme,
                year,
                promoted,
                named,
                promoted || named
                        ? List.of()
                        : classes.of(programme.schoolId()).stream()
                                .map(one -> new Promotion(
                                        one, SchoolClasses.next(one.name()).orElse("")))
                                .toList(),
                started,
                started.map(next -> registers.comers(next, ParticipantRole.MENTEE, unmet(programme)))
                        .orElse(0),
                started.map(next -> registers.comers(next, ParticipantRole.MENTOR, List.of()))
                        .orElse(0),
                started.map(next -> consents.count(next.id())).orElse(0L));
    }

    /**
     * Promotes the classes of the school, as {@link SchoolClasses#promote} does.
     *
     * @throws UserInputException {@code class.name}
     * @throws ConflictException {@code class.promoted}, {@code class.same-next}, {@code class.named} when the next year has run
     *     for so long that classes have its names
     * @throws NotFoundException {@code programme.unknown}, {@code class.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public void promote(Long programmeId, Map<Long, String> newNames) {
        Programme programme = mine(programmeId);
        if (isNamed(next(programme))) {
            throw new ConflictException("class.named", next(programme).text());
        }
        classes.promote(programme.schoolId(), programme.schoolYear(), newNames);
    }

    /**
     * Starts the same roadmap for the next school year, unless that was done already.
     *
     * @return whether it was started now
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public boolean start(Long programmeId) {
        Programme programme = mine(programmeId);
        if (started(programme, next(programme)).isPresent()) {
            return false;
        }
        process.start(programme.roadmap(), programme.schoolId(), next(programme).text());
        return true;
    }

    /**
     * Takes over who goes on and who still waits for a mentor.
     *
     * @return how many people
     * @throws ConflictException {@code nextyear.not-started}; {@code participant.programme-completed}
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public int takeOver(Long programmeId) {
        Programme programme = mine(programmeId);
        Programme next = started(programme, next(programme))
                .orElseThrow(() -> new ConflictException(
                        "nextyear.not-started", next(programme).text()));
        return registers.takeOver(next.id(), ParticipantRole.MENTEE, unmet(programme))
                + registers.takeOver(next.id(), ParticipantRole.MENTOR, List.of());
    }

    /** A month after a school year has begun its classes are called by it, whoever renamed them. */
    private boolean isNamed(SchoolYear year) {
        return !LocalDate.now(clock).isBefore(LocalDate.of(year.firstYear(), NAMED_FROM, 1));
    }

    private Programme mine(Long programmeId) {
        user.require(Role.CURATOR);
        return programmes.visible(programmeId);
    }

    private static SchoolYear next(Programme programme) {
        return new SchoolYear(programme.schoolYear().secondYear());
    }

    private Optional<Programme> started(Programme programme, SchoolYear year) {
        return programmes.visible().stream()
                .filter(other -> other.schoolId().equals(programme.schoolId())
                        && other.roadmap().equals(programme.roadmap())
                        && other.schoolYear().equals(year))
                .findFirst();
    }

    /** Mentees for whom nobody was found. */
    private List<Participant> unmet(Programme programme) {
        return directory.of(searches.unmet(programme.id()).stream()
                .map(MentorSearch::participantId)
                .flatMap(Optional::stream)
                .toList());
    }
}
