package org.mentoringroadmap.programme;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.List;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programmes: one for each school, school year and roadmap. */
@Service
@Transactional
public class Programmes {
    /** In which order a menu asks for programmes. */
    private enum Standing {
        NOW,
        EARLIER,
        LATER,
        ENDED
    }

    private final ProgrammeRepository programmes;
    private final Schools schools;
    private final Editions editions;
    private final CurrentUser user;
    private final Clock clock;

    Programmes(ProgrammeRepository programmes, Schools schools, Editions editions, CurrentUser user, Clock clock) {
        this.programmes = programmes;
        this.schools = schools;
        this.editions = editions;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Opens a programme; its process instance belongs to it from now on, and it goes by the models that are newest now. Two starts at the same moment are told apart by
     * the database.
     *
     * @throws ConflictException {@code programme.exists} when the school runs this roadmap in this year already
     * @throws NotFoundException {@code school.unknown}
     */
    public Programme open(String schoolId, SchoolYear schoolYear, String roadmap) {
        schools.get(schoolId);
        if (programmes.existsBySchoolIdAndSchoolYearAndRoadmap(schoolId, schoolYear.text(), roadmap)) {
            throw new ConflictException("programme.exists", schoolYear.text());
        }
        Programme programme = new Programme(schoolId, schoolYear, roadmap, LocalDate.now(clock));
        try {
            programmes.saveAndFlush(programme);
        } catch (DataIntegrityViolationException e) {
            throw new ConflictException("programme.exists", schoolYear.text());
        }
        editions.keepNewest(programme);
        return programme;
    }

    /** Marks the programme as run to its end. */
    public void complete(Long id) {
        get(id).complete(LocalDate.now(clock));
    }

    /**
     * The school in which the acting account starts a programme.
     *
     * @param schoolId the chosen school, or null where the account has only one
     * @throws UserInputException {@code programme.school} when none or several are possible
     */
    @Transactional(readOnly = true)
    public String schoolToStartIn(String schoolId) {
        List<String> possible = user.schoolIds();
        if (schoolId != null && possible.contains(schoolId)) {
            return schoolId;
        }
        if (schoolId != null || possible.size() != 1) {
            throw new UserInputException("programme.school");
        }
        return possible.get(0);
    }

    /**
     * A programme by its id, whoever asks; for the application itself.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    @Unguarded
    @Transactional(readOnly = true)
    public Programme get(Long id) {
        return programmes.findById(id).orElseThrow(() -> new NotFoundException("programme.unknown"));
    }

    /**
     * A programme of a school that the acting account sees.
     *
     * @throws NotFoundException {@code programme.unknown}
     */
    @Transactional(readOnly = true)
    public Programme visible(Long id) {
        Programme programme = get(id);
        if (!user.sees(programme.schoolId())) {
            throw new NotFoundException("programme.unknown");
        }
        return programme;
    }

    /**
     * Programmes that the acting account sees, the one that a menu means first: those that run in the school year of today,
     * of several the one that was started first; then those of earlier and of later years that run; then those that have
     * ended, the newest first.
     */
    @Transactional(readOnly = true)
    public List<Programme> inFront() {
        LocalDate today = LocalDate.now(clock);
        return visible().stream()
                .sorted(Comparator.comparing((Programme programme) -> standing(programme, today))
                        .thenComparing(programme -> nearness(programme, today))
                        .thenComparing(Programme::id))
                .toList();
    }

    private static Standing standing(Programme programme, LocalDate today) {
        if (programme.state() == Programme.State.COMPLETED) {
            return Standing.ENDED;
        }
        int year = schoolYear(today);
        int first = programme.schoolYear().firstYear();
        return first == year ? Standing.NOW : first < year ? Standing.EARLIER : Standing.LATER;
    }

    private static int nearness(Programme programme, LocalDate today) {
        return Math.abs(programme.schoolYear().firstYear() - schoolYear(today));
    }

    /** A year is in front until its last day, 31 August, though the next one is prepared from May on. */
    private static int schoolYear(LocalDate day) {
        return day.getMonthValue() >= Month.SEPTEMBER.getValue() ? day.getYear() : day.getYear() - 1;
    }

    /** Programmes that the acting account sees, the newest year first. */
    @Transactional(readOnly = true)
    public List<Programme> visible() {
        return programmes.findBySchoolIdInOrderBySchoolYearDescIdDesc(user.schoolIds());
    }
}
