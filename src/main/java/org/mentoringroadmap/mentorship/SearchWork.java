package org.mentoringroadmap.mentorship;

import java.util.List;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.programme.Staff;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a search asks and says. Nobody's rights are asked here. */
@Service
@Transactional
public class SearchWork {
    private final SearchRepository searches;
    private final MentorSearches book;
    private final Programmes programmes;
    private final Staff staff;
    private final MentorshipProcess process;
    private final Access access;

    SearchWork(
            SearchRepository searches,
            MentorSearches book,
            Programmes programmes,
            Staff staff,
            MentorshipProcess process,
            Access access) {
        this.searches = searches;
        this.book = book;
        this.programmes = programmes;
        this.staff = staff;
        this.process = process;
        this.access = access;
    }

    /** Starts every search of a programme that has not begun; answers how many go on now. */
    public int startAll(Long programmeId) {
        Programme programme = programmes.get(programmeId);
        List<MentorSearch> open =
                searches.findByProgrammeIdAndStateOrderByNumber(programmeId, MentorSearch.State.SEARCHING);
        open.stream()
                .filter(search -> !search.launched())
                .forEach(search -> process.startSearch(programme, search.id()));
        return open.size();
    }

    /** Starts the search for the mentee of a pair that has parted, where one was asked for. */
    void startAfter(Long programmeId, Long pairId) {
        searches.findByLeftIdAndState(pairId, MentorSearch.State.SEARCHING)
                .filter(search -> !search.launched())
                .ifPresent(search -> process.startSearch(programmes.get(programmeId), search.id()));
    }

    /**
     * A search begins.
     *
     * @return the search
     * @throws NotFoundException {@code search.unknown} when the programme has no such search
     * @throws ConflictException {@code search.started} when it runs or has ended already; {@code
     *     mentorship.programme-completed}
     */
    public MentorSearch start(Long programmeId, Long id) {
        MentorSearch search = book.get(programmeId, id);
        access.running(programmes.get(programmeId));
        if (search.launched() || search.state() != MentorSearch.State.SEARCHING) {
            throw new ConflictException("search.started", search.code());
        }
        search.launch();
        search.changed(access.login(), access.now());
        return searches.saveAndFlush(search);
    }

    /** Whether a psychologist gets a task for the mentee: where the school has none, the page is the place. */
    @Transactional(readOnly = true)
    public boolean hasPsychologist(Long programmeId) {
        return !staff.isEmpty(programmes.get(programmeId).schoolId(), Role.PSYCHOLOGIST);
    }

    /** A month more has passed; the page says so. */
    public void remind(Long programmeId, Long id) {
        MentorSearch search = book.get(programmeId, id);
        if (search.state() == MentorSearch.State.SEARCHING) {
            search.remind(access.today());
            searches.save(search);
        }
    }

    /** The year has ended before the search. */
    public void carryOver(Long programmeId, Long id) {
        carryOver(book.get(programmeId, id));
    }

    void carryOverAll(Long programmeId) {
        searches.findByProgrammeIdAndStateOrderByNumber(programmeId, MentorSearch.State.SEARCHING)
                .forEach(this::carryOver);
    }

    private void carryOver(MentorSearch search) {
        if (search.state() == MentorSearch.State.SEARCHING) {
            search.close(MentorSearch.State.CARRIED_OVER, access.today(), null, null);
            search.changed(access.login(), access.now());
            searches.saveAndFlush(search);
        }
    }
}
