package org.mentoringroadmap.mentorship.search;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.MemberRepository;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipCodes;
import org.mentoringroadmap.mentorship.MentorshipInput;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.data.domain.Pageable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mentees without a pair, and what became of the search for their mentors. */
@Service
@Transactional
public class MentorSearches {
    private final MentorSearchRepository repository;
    private final MentorProposalRepository proposals;
    private final MemberRepository members;
    private final ParticipantDirectory directory;
    private final MentorshipProcess process;
    private final MentorshipCodes codes;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;
    private final Programmes programmes;
    private final CurrentUser user;
    private final ApplicationEventPublisher events;

    MentorSearches(
            MentorSearchRepository repository,
            MentorProposalRepository proposals,
            MemberRepository members,
            ParticipantDirectory directory,
            MentorshipProcess process,
            MentorshipCodes codes,
            MentorshipLocks locks,
            MentorshipAccess access,
            Programmes programmes,
            CurrentUser user,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.proposals = proposals;
        this.members = members;
        this.directory = directory;
        this.process = process;
        this.codes = codes;
        this.locks = locks;
        this.access = access;
        this.programmes = programmes;
        this.user = user;
        this.events = events;
    }

    /**
     * One page of a programme's searches in the order of their codes; whoever asks.
     *
     * @param text part of a code; empty for all
     */
    @Unguarded
    @Transactional(readOnly = true)
    public Page<MentorSearch> find(Long programmeId, String text, Optional<MentorSearch.State> state, int page) {
        Set<MentorSearch.State> states =
                state.map(EnumSet::of).orElseGet(() -> EnumSet.allOf(MentorSearch.State.class));
        PageRequest at = PageRequest.of(Math.max(page, 0), Mentorships.PAGE);
        String code = text == null ? "" : text.strip().toUpperCase(Locale.ROOT);
        return code.isEmpty()
                ? repository.findByProgrammeIdAndStateInOrderByNumber(programmeId, states, at)
                : repository.findByProgrammeIdAndStateInAndCodeContainingOrderByNumber(programmeId, states, code, at);
    }

    /** Those of a programme that have found nobody, whether they still look or the year ended first; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public List<MentorSearch> unmet(Long programmeId) {
        return repository
                .findByProgrammeIdAndStateInOrderByNumber(
                        programmeId,
                        EnumSet.of(MentorSearch.State.SEARCHING, MentorSearch.State.CARRIED_OVER),
                        Pageable.unpaged())
                .getContent();
    }

    /** How many of a programme stand there. */
    @Transactional(readOnly = true)
    public long count(Long programmeId, MentorSearch.State state) {
        return repository.countByProgrammeIdAndState(programmeId, state);
    }

    /**
     * One of a programme.
     *
     * @throws NotFoundException {@code search.unknown}
     */
    @Transactional(readOnly = true)
    public MentorSearch get(Long programmeId, Long id) {
        return repository
                .findByProgrammeIdAndId(programmeId, id)
                .orElseThrow(() -> new NotFoundException("search.unknown"));
    }

    /**
     * Opens a search; it begins with its process.
     *
     * @param leftPair the pair that the mentee has left; null for none
     * @param participantId the mentee; null where only the school knows
     */
    public MentorSearch open(Held programme, boolean supportNeeded, Long leftPair, Long participantId) {
        Long programmeId = programme.programmeId();
        int number = repository.lastNumber(programmeId) + 1;
        MentorSearch search = new MentorSearch(
                programmeId, number, codes.search(number), supportNeeded, leftPair, participantId, access.today());
        search.changed(access.login(), access.now());
        return repository.saveAndFlush(search);
    }

    /**
     * The open searches for the mentees of a pair that has parted.
     *
     * @param named whether those whose mentee is known are among them; otherwise these end as the mentees are chosen
     */
    public List<MentorSearch> openAfter(Long pairId, boolean named) {
        return repository.findByLeftIdAndStateOrderByNumber(pairId, MentorSearch.State.SEARCHING).stream()
                .filter(search -> named || search.participantId().isEmpty())
                .toList();
    }

    /** Of these participants, those for whom a mentor is looked for already. */
    public Set<Long> lookedFor(Long programmeId, Collection<Long> participantIds) {
        return ofMentees(programmeId, participantIds).stream()
                .map(search -> search.participantId().orElseThrow())
                .collect(Collectors.toSet());
    }

    private List<MentorSearch> ofMentees(Long programmeId, Collection<Long> participantIds) {
        return participantIds.isEmpty()
                ? List.of()
                : repository.findByProgrammeIdAndParticipantIdInAndState(
                        programmeId, participantIds, MentorSearch.State.SEARCHING);
    }

    /**
     * One more mentee looks for a mentor, in the middle of the year.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code mentorship.programme-completed}
     */
    public MentorSearch add(Long programmeId, boolean supportNeeded) {
        return add(programmeId, supportNeeded, null);
    }

    /**
     * The same for somebody of the register.
     *
     * @param participantId the mentee; null where only the school knows
     * @throws NotFoundException {@code mentorship.member-unknown} for who is no mentee of this programme
     * @throws ConflictException {@code search.left} for who takes part no more; {@code search.paired} for who is in a
     *     pair; {@code search.open-already}
     */
    public MentorSearch add(Long programmeId, boolean supportNeeded, Long participantId) {
        Programme programme = access.toWrite(programmeId);
        Held held = locks.programme(programmeId);
        if (participantId != null) {
            requireWaits(programmeId, participantId);
        }
        MentorSearch search = open(held, supportNeeded, null, participantId);
        process.startSearch(programme, search.id());
        return search;
    }

    /** The same for several at once, all or none. */
    public void addAll(Long programmeId, boolean supportNeeded, Collection<Long> participantIds) {
        participantIds.stream().distinct().forEach(mentee -> add(programmeId, supportNeeded, mentee));
    }

    /**
     * Says whom a search is for that had a code only; from now on mentors are proposed to it.
     *
     * @throws NotFoundException {@code search.unknown}, {@code mentorship.member-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code search.closed}; {@code search.named} when that is known already; as {@link
     *     #add(Long, boolean, Long)}
     */
    public void name(Long programmeId, Long id, Long participantId) {
        access.toWrite(programmeId);
        locks.programme(programmeId);
        MentorSearch search = searching(programmeId, id);
        if (search.participantId().isPresent()) {
            throw new ConflictException("search.named", search.code());
        }
        requireWaits(programmeId, participantId);
        search.isFor(participantId);
        search.changed(access.login(), access.now());
        repository.saveAndFlush(search);
        events.publishEvent(new SearchesChanged(programmeId));
    }

    private void requireWaits(Long programmeId, Long participantId) {
        Participant mentee = directory.of(List.of(participantId)).stream()
                .filter(one -> one.programmeId().equals(programmeId) && one.role() == ParticipantRole.MENTEE)
                .findFirst()
                .orElseThrow(() -> new NotFoundException("mentorship.member-unknown"));
        String name = mentee.person().tellingName();
        if (!mentee.status().takesPart()) {
            throw new ConflictException("search.left", name);
        }
        if (!members.inOpenPairs(List.of(participantId), -1L).isEmpty()) {
            throw new ConflictException("search.paired", name);
        }
        if (!lookedFor(programmeId, List.of(participantId)).isEmpty()) {
            throw new ConflictException("search.open-already", name);
        }
    }

    /** A pair was found. */
    public void found(MentorSearch search, Long pairId) {
        close(search, MentorSearch.State.FOUND, null, pairId);
        process.found(search.id());
    }

    /** Mentees have come into a pair: whoever was looked for has found a mentor. */
    public void paired(Long programmeId, Collection<Long> participantIds, Long pairId) {
        ofMentees(programmeId, participantIds).forEach(search -> found(search, pairId));
    }

    /** The search ends by its own task, which has formed a pair. */
    public void ends(MentorSearch search) {
        close(search, MentorSearch.State.FOUND, null, null);
    }

    /** Which pair it was. */
    public void foundIs(MentorSearch search, Long pairId) {
        close(search, MentorSearch.State.FOUND, null, pairId);
    }

    /**
     * The application gives a search up.
     *
     * @param tell whether its process waits to be told
     */
    public void giveUp(MentorSearch search, String reason, boolean tell) {
        close(search, MentorSearch.State.STOPPED, reason, null);
        if (tell) {
            process.stopped(search.id());
        }
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
        close(search, MentorSearch.State.STOPPED, MentorshipInput.reason(reason), null);
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
            repository.saveAndFlush(search);
        }
    }

    /** @throws ConflictException {@code search.closed} */
    public MentorSearch searching(Long programmeId, Long id) {
        MentorSearch search = get(programmeId, id);
        if (search.state() != MentorSearch.State.SEARCHING) {
            throw new ConflictException("search.closed", search.code());
        }
        return search;
    }

    /** However it ends: nobody decides about a proposal for it any more. */
    void close(MentorSearch search, MentorSearch.State how, String reason, Long pairId) {
        search.close(how, access.today(), reason, pairId);
        search.changed(access.login(), access.now());
        repository.saveAndFlush(search);
        proposals.findBySearchIdAndWaitingTrue(search.id()).ifPresent(proposal -> {
            proposal.close(MentorProposal.State.VOID, access.today(), null);
            proposal.changed(access.login(), access.now());
            proposals.saveAndFlush(proposal);
            events.publishEvent(new SearchesChanged(search.programmeId()));
        });
    }
}
