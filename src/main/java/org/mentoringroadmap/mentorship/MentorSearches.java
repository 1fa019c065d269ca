package org.mentoringroadmap.mentorship;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mentees without a pair, and what became of the search for their mentors. */
@Service
@Transactional
public class MentorSearches {
    private final SearchRepository searches;
    private final MentorshipProcess process;
    private final Codes codes;
    private final Locks locks;
    private final Access access;
    private final Programmes programmes;
    private final CurrentUser user;

    MentorSearches(
            SearchRepository searches,
            MentorshipProcess process,
            Codes codes,
            Locks locks,
            Access access,
            Programmes programmes,
            CurrentUser user) {
        this.searches = searches;
        this.process = process;
        this.codes = codes;
        this.locks = locks;
        this.access = access;
        this.programmes = programmes;
        this.user = user;
    }

    /**
     * One page of a programme's searches in the order of their codes; whoever asks.
     *
     * @param text part of a code; empty for all
     */
    @Transactional(readOnly = true)
    public Page<MentorSearch> find(Long programmeId, String text, Optional<MentorSearch.State> state, int page) {
        Set<MentorSearch.State> states =
                state.map(EnumSet::of).orElseGet(() -> EnumSet.allOf(MentorSearch.State.class));
        PageRequest at = PageRequest.of(Math.max(page, 0), Mentorships.PAGE);
        String code = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        return code.isEmpty()
                ? searches.findByProgrammeIdAndStateInOrderByNumber(programmeId, states, at)
                : searches.findByProgrammeIdAndStateInAndCodeContainingOrderByNumber(programmeId, states, code, at);
    }

    /** How many of a programme stand there. */
    @Transactional(readOnly = true)
    public long count(Long programmeId, MentorSearch.State state) {
        return searches.countByProgrammeIdAndState(programmeId, state);
    }

    /**
     * One of a programme.
     *
     * @throws NotFoundException {@code search.unknown}
     */
    @Transactional(readOnly = true)
    public MentorSearch get(Long programmeId, Long id) {
        return searches.findByProgrammeIdAndId(programmeId, id)
                .orElseThrow(() -> new NotFoundException("search.unknown"));
    }

    /** Opens a search; it begins with its process. The programme's lock must be held. */
    MentorSearch open(Long programmeId, boolean supportNeeded, Long leftPair) {
        int number = searches.lastNumber(programmeId) + 1;
        MentorSearch search =
                new MentorSearch(programmeId, number, codes.search(number), supportNeeded, leftPair, access.today());
        search.changed(access.login(), access.now());
        return searches.saveAndFlush(search);
    }

    /** The open search for the mentee of a pair that has parted. */
    Optional<MentorSearch> openAfter(Long pairId) {
        return searches.findByLeftIdAndState(pairId, MentorSearch.State.SEARCHING);
    }

    /**
     * One more mentee looks for a mentor, in the middle of the year.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code mentorship.programme-completed}
     */
    public MentorSearch add(Long programmeId, boolean supportNeeded) {
        Programme programme = access.toWrite(programmeId);
        locks.programme(programmeId);
        MentorSearch search = open(programmeId, supportNeeded, null);
        process.startSearch(programme, search.id());
        return search;
    }

    /** A pair was found. */
    void found(MentorSearch search, Long pairId) {
        close(search, MentorSearch.State.FOUND, null, pairId);
        process.found(search.id());
    }

    /**
     * Gives a search up.
     *
     * @throws UserInputException {@code mentorship.reason}
     * @throws ConflictException {@code search.closed} when it has ended already; {@code mentorship.programme-completed}
     */
    public void stop(Long programmeId, Long id, String reason) {
        access.toWrite(programmeId);
        locks.programme(programmeId);
        MentorSearch search = searching(programmeId, id);
        close(search, MentorSearch.State.STOPPED, Texts.reason(reason), null);
        process.stopped(id);
    }

    /**
     * The psychologist has helped the mentee; said twice it is said once.
     *
     * @throws ForbiddenException {@code role.required}: the psychologist and whoever may change pairs
     */
    public void supported(Long programmeId, Long id) {
        user.require(Role.PSYCHOLOGIST, Role.CURATOR, Role.DEPUTY);
        access.running(programmes.visible(programmeId));
        support(programmeId, id);
        process.supported(id);
    }

    /** The same, said in the task. */
    void support(Long programmeId, Long id) {
        MentorSearch search = get(programmeId, id);
        if (search.supportedOn().isEmpty()) {
            search.supported(access.today());
            search.changed(access.login(), access.now());
            searches.saveAndFlush(search);
        }
    }

    /** @throws ConflictException {@code search.closed} */
    MentorSearch searching(Long programmeId, Long id) {
        MentorSearch search = get(programmeId, id);
        if (search.state() != MentorSearch.State.SEARCHING) {
            throw new ConflictException("search.closed", search.code());
        }
        return search;
    }

    private void close(MentorSearch search, MentorSearch.State how, String reason, Long pairId) {
        search.close(how, access.today(), reason, pairId);
        search.changed(access.login(), access.now());
        searches.saveAndFlush(search);
    }
}
