package org.mentoringroadmap.mentorship.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.consent.ConsentRegistered;
import org.mentoringroadmap.consent.ConsentWithdrawn;
import org.mentoringroadmap.matching.MentorRequest;
import org.mentoringroadmap.matching.MentorSuggestion;
import org.mentoringroadmap.matching.ReasonTexts;
import org.mentoringroadmap.matching.run.MatchingTasks;
import org.mentoringroadmap.mentorship.MemberAssignment;
import org.mentoringroadmap.mentorship.MembersChanged;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.search.MentorProposal;
import org.mentoringroadmap.mentorship.search.MentorProposalRepository;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearchRepository;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.mentorship.search.SearchesChanged;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.RegisterChanged;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks for mentors for those who wait: as a search begins, and whenever a register or a pair changes, so that a mentor
 * may have appeared or become free. The free places are shared out among all who wait in the programme at once.
 */
@Service
public class MentorLookout implements FollowUp {
    /** What a search is told. */
    public enum Answer {
        /** A proposal waits for the curator. */
        PROPOSED,
        /** Nobody can be proposed now. */
        NOBODY,
        /** The search has ended meanwhile. */
        OVER
    }

    /** How many days the curator has for a proposal. */
    public static final int DAYS_TO_DECIDE = 7;

    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int MAX_BASIS_LENGTH = 2000;
    private static final String KIND = "mentor-lookout";

    private final MentorSearchRepository repository;
    private final MentorProposalRepository proposals;
    private final MentorSearches searches;
    private final MemberAssignment assignment;
    private final MatchingTasks matching;
    private final ReasonTexts reasons;
    private final ParticipantDirectory directory;
    private final MentorshipProcess process;
    private final Programmes programmes;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;
    private final MessageSource messages;
    private final FollowUps followUps;

    MentorLookout(
            MentorSearchRepository repository,
            MentorProposalRepository proposals,
            MentorSearches book,
            MemberAssignment assignment,
            MatchingTasks matching,
            ReasonTexts reasons,
            ParticipantDirectory directory,
            MentorshipProcess process,
            Programmes programmes,
            MentorshipLocks locks,
            MentorshipAccess access,
            MessageSource messages,
            FollowUps followUps) {
        this.repository = repository;
        this.proposals = proposals;
        this.searches = book;
        this.assignment = assignment;
        this.matching = matching;
        this.reasons = reasons;
        this.directory = directory;
        this.process = process;
        this.programmes = programmes;
        this.locks = locks;
        this.access = access;
        this.messages = messages;
        this.followUps = followUps;
    }

    /** Has everybody who waits looked for once what the running transaction does is in the database. */
    public void lookSoon(Long programmeId) {
        followUps.request(KIND, programmeId);
    }

    @EventListener
    void registerChanged(RegisterChanged change) {
        lookSoon(change.programmeId());
    }

    @EventListener
    void pairsChanged(MembersChanged change) {
        lookSoon(change.programmeId());
    }

    @EventListener
    void searchesChanged(SearchesChanged change) {
        lookSoon(change.programmeId());
    }

    /** A consent is the person's, in whichever programme. */
    @EventListener
    void consentRegistered(ConsentRegistered consent) {
        lookAtProgrammesOf(consent.personId());
    }

    @EventListener
    void consentWithdrawn(ConsentWithdrawn consent) {
        lookAtProgrammesOf(consent.personId());
    }

    private void lookAtProgrammesOf(Long personId) {
        directory.ofPerson(personId).forEach(participant -> lookSoon(participant.programmeId()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** Looks for everybody who waits in the programme. */
    @Override
    @Transactional
    public void run(Long programmeId) {
        if (repository.existsByProgrammeIdAndParticipantIdNotNullAndState(programmeId, MentorSearch.State.SEARCHING)) {
            lookFor(programmeId, Optional.empty());
        }
        endSupport(programmeId);
    }

    /** No psychologist is asked to help somebody who takes part no longer, however the search for a mentor has ended. */
    private void endSupport(Long programmeId) {
        Map<Long, String> tasks = process.supportTasks(programmeId);
        if (tasks.isEmpty()) {
            return;
        }
        List<MentorSearch> known = repository.findAllById(tasks.keySet()).stream()
                .filter(search -> search.participantId().isPresent())
                .toList();
        Set<Long> gone =
                directory
                        .of(known.stream()
                                .map(search -> search.participantId().orElseThrow())
                                .toList())
                        .stream()
                        .filter(mentee -> !mentee.status().takesPart())
                        .map(Participant::id)
                        .collect(Collectors.toSet());
        known.stream()
                .filter(search -> gone.contains(search.participantId().orElseThrow()))
                .forEach(search -> process.supportOver(tasks.get(search.id())));
    }

    /**
     * Looks for everybody who waits in the programme, asked by the process of one search.
     *
     * @return what the search is told
     * @throws org.mentoringroadmap.shared.NotFoundException {@code search.unknown}
     */
    @Transactional
    public Answer look(Long programmeId, Long searchId) {
        locks.programme(programmeId);
        MentorSearch search = searches.get(programmeId, searchId);
        if (search.state() == MentorSearch.State.SEARCHING
                && proposals.findBySearchIdAndWaitingTrue(searchId).isEmpty()) {
            lookFor(programmeId, Optional.of(searchId));
        }
        if (search.state() != MentorSearch.State.SEARCHING) {
            endSupport(programmeId);
            return Answer.OVER;
        }
        return proposals.findBySearchIdAndWaitingTrue(searchId).isPresent() ? Answer.PROPOSED : Answer.NOBODY;
    }

    /** @param asking the search whose process is at work: it is answered and needs no message */
    private void lookFor(Long programmeId, Optional<Long> asking) {
        locks.programme(programmeId);
        if (programmes.get(programmeId).state() != Programme.State.RUNNING) {
            return;
        }
        List<MentorSearch> waiting = takingPart(
                repository.findByProgrammeIdAndStateAndLaunchedTrueAndParticipantIdNotNullOrderByNumber(
                        programmeId, MentorSearch.State.SEARCHING),
                asking);
        if (waiting.isEmpty()) {
            return;
        }
        Map<Long, MentorSearch> byMentee = waiting.stream()
                .collect(Collectors.toMap(search -> search.participantId().orElseThrow(), Function.identity()));
        Map<Long, MentorProposal> open =
                proposals
                        .findBySearchIdInAndWaitingTrue(
                                waiting.stream().map(MentorSearch::id).toList())
                        .stream()
                        .collect(Collectors.toMap(MentorProposal::menteeId, Function.identity()));
        Map<Long, MentorSuggestion> found = matching.suggest(programmeId, wanted(waiting, open));
        open.values().stream()
                .filter(proposal -> !isKept(proposal, found))
                .forEach(proposal -> takeBack(programmeId, proposal));
        propose(
                programmeId,
                byMentee,
                found.values().stream()
                        .filter(suggestion -> !open.containsKey(suggestion.menteeId())
                                || !isKept(open.get(suggestion.menteeId()), found))
                        .toList());
    }

    /** Whoever has parted from a mentor waits for another one. */
    private List<MentorRequest> wanted(List<MentorSearch> waiting, Map<Long, MentorProposal> open) {
        Map<Long, Long> parted = assignment.mentors(
                waiting.stream().flatMap(search -> search.leftId().stream()).toList());
        return waiting.stream()
                .map(search -> new MentorRequest(
                        search.participantId().orElseThrow(),
                        search.participantId().map(open::get).map(MentorProposal::mentorId),
                        search.leftId().map(parted::get).map(Set::of).orElse(Set.of())))
                .toList();
    }

    private static boolean isKept(MentorProposal proposal, Map<Long, MentorSuggestion> found) {
        MentorSuggestion suggestion = found.get(proposal.menteeId());
        return suggestion != null && suggestion.mentorId().equals(proposal.mentorId());
    }

    /** What can be no longer is nobody's to decide. */
    private void takeBack(Long programmeId, MentorProposal proposal) {
        proposal.close(MentorProposal.State.VOID, access.today(), null);
        proposal.changed(access.login(), access.now());
        proposals.saveAndFlush(proposal);
        process.proposalVoid(programmeId, proposal.searchId());
    }

    /** Nobody is looked for who takes part no longer. */
    private List<MentorSearch> takingPart(List<MentorSearch> waiting, Optional<Long> asking) {
        Map<Long, Participant> people =
                directory
                        .of(waiting.stream()
                                .map(search -> search.participantId().orElseThrow())
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Participant::id, Function.identity()));
        return waiting.stream()
                .filter(search -> {
                    boolean takesPart = people.get(search.participantId().orElseThrow())
                            .status()
                            .takesPart();
                    if (!takesPart) {
                        searches.giveUp(
                                search,
                                messages.getMessage("formation.search.left", null, RUSSIAN),
                                asking.filter(search.id()::equals).isEmpty());
                    }
                    return takesPart;
                })
                .toList();
    }

    private void propose(Long programmeId, Map<Long, MentorSearch> byMentee, List<MentorSuggestion> found) {
        if (found.isEmpty()) {
            return;
        }
        List<MentorProposal> made = found.stream()
                .map(suggestion -> {
                    MentorProposal proposal = new MentorProposal(
                            byMentee.get(suggestion.menteeId()),
                            suggestion,
                            basis(reasons.texts(suggestion.score(), suggestion.reasons())),
                            access.today());
                    proposal.changed(access.login(), access.now());
                    return proposal;
                })
                .toList();
        proposals.saveAllAndFlush(made);
        process.mentorAppeared(
                programmeId, made.stream().map(MentorProposal::searchId).toList());
    }

    /** One reason a line, whole lines only. */
    private static String basis(Collection<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            if (text.length() + line.length() >= MAX_BASIS_LENGTH) {
                break;
            }
            text.append(text.isEmpty() ? "" : "\n").append(line);
        }
        return text.isEmpty() ? null : text.toString();
    }
}
