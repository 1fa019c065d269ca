package org.mentoringroadmap.mentorship.search;

import java.time.LocalDateTime;
import java.util.List;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a search asks and says. Nobody's rights are asked here. */
@Unguarded
@Service
@Transactional
public class SearchLifecycle {
    private static final int SUPPORT_DAYS = 14;

    /**
     * A search that begins.
     *
     * @param code code of the mentee
     * @param support whether a psychologist gets a task: where the school has none, the page is the place
     * @param start from when the psychologist can help
     * @param due until when
     */
    public record Started(String code, boolean support, LocalDateTime start, LocalDateTime due) {}

    private final MentorSearchRepository repository;
    private final MentorSearches searches;
    private final Programmes programmes;
    private final Staff staff;
    private final MentorshipProcess process;
    private final MentorshipAccess access;

    SearchLifecycle(
            MentorSearchRepository repository,
            MentorSearches book,
            Programmes programmes,
            Staff staff,
            MentorshipProcess process,
            MentorshipAccess access) {
        this.repository = repository;
        this.searches = book;
        this.programmes = programmes;
        this.staff = staff;
        this.process = process;
        this.access = access;
    }

    /** Starts every search of a programme that has not begun; answers how many go on now. */
    public int startAll(Long programmeId) {
        Programme programme = programmes.get(programmeId);
        List<MentorSearch> open =
                repository.findByProgrammeIdAndStateOrderByNumber(programmeId, MentorSearch.State.SEARCHING);
        open.stream()
                .filter(search -> !search.launched())
                .forEach(search -> process.startSearch(programme, search.id()));
        return open.size();
    }

    /** Starts the searches for the mentees of a pair that has parted, where they were asked for. */
    public void startAfter(Long programmeId, Long pairId) {
        repository.findByLeftIdAndStateOrderByNumber(pairId, MentorSearch.State.SEARCHING).stream()
                .filter(search -> !search.launched())
                .forEach(search -> process.startSearch(programmes.get(programmeId), search.id()));
    }

    /**
     * A search begins.
     *
     * @param schoolId school in which the process starts
     * @throws NotFoundException {@code search.unknown} when the programme has no such search, or is another school's
     * @throws ConflictException {@code search.started} when it runs or has ended already; {@code
     *     mentorship.programme-completed}
     */
    public Started start(Long programmeId, String schoolId, Long id) {
        MentorSearch search = searches.get(programmeId, id);
        Programme programme = access.running(programmes.get(programmeId));
        if (!programme.schoolId().equals(schoolId)) {
            throw new NotFoundException("search.unknown");
        }
        if (search.launched() || search.state() != MentorSearch.State.SEARCHING) {
            throw new ConflictException("search.started", search.code());
        }
        search.launch();
        search.changed(access.login(), access.now());
        repository.saveAndFlush(search);
        boolean support = search.supportNeeded() && !staff.isEmpty(schoolId, Role.PSYCHOLOGIST);
        return new Started(
                search.code(),
                support,
                access.today().atTime(8, 0),
                access.today().plusDays(SUPPORT_DAYS).atTime(18, 0));
    }

    /**
     * What the psychologist says: has helped, or help was not needed.
     *
     * @param outcome NOT_HELD where help was not needed
     */
    public void support(Long programmeId, Long id, Outcome outcome) {
        if (outcome != Outcome.NOT_HELD) {
            searches.support(programmeId, id);
        }
    }

    /** A month more has passed; the page says so. */
    public void remind(Long programmeId, Long id) {
        MentorSearch search = searches.get(programmeId, id);
        if (search.state() == MentorSearch.State.SEARCHING) {
            search.remind(access.today());
            repository.save(search);
        }
    }

    /** The year has ended before the search. */
    public void carryOver(Long programmeId, Long id) {
        carryOver(searches.get(programmeId, id));
    }

    /** Ends the searches of a programme that has ended; the next year goes on with them. */
    public void carryOverAll(Long programmeId) {
        repository
                .findByProgrammeIdAndStateOrderByNumber(programmeId, MentorSearch.State.SEARCHING)
                .forEach(this::carryOver);
    }

    private void carryOver(MentorSearch search) {
        if (search.state() == MentorSearch.State.SEARCHING) {
            searches.close(search, MentorSearch.State.CARRIED_OVER, null, null);
        }
    }
}
