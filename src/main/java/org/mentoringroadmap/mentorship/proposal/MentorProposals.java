package org.mentoringroadmap.mentorship.proposal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.MentorshipInput;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.MentorshipRepository;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.search.MentorProposal;
import org.mentoringroadmap.mentorship.search.MentorProposalRepository;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mentors proposed to those who wait, and what the curator says to it. */
@Service
@Transactional
public class MentorProposals {
    /** A person with the entries that were merged into it. */
    private static final String ENTRIES = "(select id from person where id = :person or merged_into = :person)";

    /**
     * A proposal as its page shows it; for eyes that may see names.
     *
     * @param menteeClass «5А»; empty for whoever is no pupil
     * @param mentorClass the same of the mentor
     * @param room how many places the mentor has, all in all
     */
    public record Shown(
            MentorSearch search,
            MentorProposal proposal,
            Participant mentee,
            Participant mentor,
            String menteeClass,
            String mentorClass,
            int room) {}

    private final MentorProposalRepository proposals;
    private final MentorSearches searches;
    private final MentorshipRepository repository;
    private final MentorshipManagement management;
    private final MatchingRuns matching;
    private final ParticipantDirectory directory;
    private final SchoolClasses classes;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;
    private final JdbcClient jdbc;

    MentorProposals(
            MentorProposalRepository proposals,
            MentorSearches searches,
            MentorshipRepository repository,
            MentorshipManagement management,
            MatchingRuns matching,
            ParticipantDirectory directory,
            SchoolClasses classes,
            MentorshipLocks locks,
            MentorshipAccess access,
            JdbcClient jdbc) {
        this.proposals = proposals;
        this.searches = searches;
        this.repository = repository;
        this.management = management;
        this.matching = matching;
        this.directory = directory;
        this.classes = classes;
        this.locks = locks;
        this.access = access;
        this.jdbc = jdbc;
    }

    /**
     * The proposal that waits for a decision about a search; empty where none does any more.
     *
     * @throws NotFoundException {@code search.unknown}, {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Optional<Shown> shown(Long programmeId, Long searchId) {
        Programme programme = access.toRead(programmeId);
        MentorSearch search = searches.get(programmeId, searchId);
        return proposals.findBySearchIdAndWaitingTrue(searchId).map(proposal -> {
            Map<Long, Participant> people = directory.full(List.of(proposal.menteeId(), proposal.mentorId())).stream()
                    .collect(Collectors.toMap(Participant::id, Function.identity()));
            Map<Long, String> names = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                    .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
            Participant mentee = people.get(proposal.menteeId());
            Participant mentor = people.get(proposal.mentorId());
            return new Shown(
                    search,
                    proposal,
                    mentee,
                    mentor,
                    mentee.classId().map(names::get).orElse(""),
                    mentor.classId().map(names::get).orElse(""),
                    mentor.details().capacity());
        });
    }

    /** Of these searches, those with a proposal that waits, each with the proposed mentor. */
    @Transactional(readOnly = true)
    public Map<Long, Long> waiting(Collection<Long> searchIds) {
        return searchIds.isEmpty()
                ? Map.of()
                : proposals.findBySearchIdInAndWaitingTrue(searchIds).stream()
                        .collect(Collectors.toMap(MentorProposal::searchId, MentorProposal::mentorId));
    }

    /**
     * What the curator says to the proposal of a search. Accepted, the pair is formed through the gate and the search has
     * found its mentor; refused with a reason, the two are never proposed to each other again.
     *
     * @param outcome DONE to accept; NOT_HELD with a reason as note to refuse
     * @return whether it was accepted
     * @throws UserInputException {@code proposal.decision} for anything else; {@code mentorship.reason}
     * @throws NotFoundException {@code search.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code search.closed}; {@code proposal.void} when it waits no longer; what
     *     {@link MentorshipManagement#add} refuses
     */
    public boolean decide(Long programmeId, Long searchId, OutcomeInput outcome) {
        access.toWrite(programmeId);
        locks.programme(programmeId);
        MentorSearch search = searches.searching(programmeId, searchId);
        MentorProposal proposal = proposals
                .findBySearchIdAndWaitingTrue(searchId)
                .orElseThrow(() -> new ConflictException("proposal.void", search.code()));
        if (outcome.outcome() == Outcome.EARLIER || outcome.outcome() == null) {
            throw new UserInputException("proposal.decision");
        }
        boolean accepted = outcome.outcome() == Outcome.DONE;
        if (accepted) {
            close(proposal, MentorProposal.State.ACCEPTED, null);
            form(programmeId, search, proposal);
        } else {
            String reason = MentorshipInput.reason(outcome.note());
            close(proposal, MentorProposal.State.DECLINED, reason);
            matching.forbid(programmeId, proposal.menteeId(), proposal.mentorId(), reason);
        }
        return accepted;
    }

    private void close(MentorProposal proposal, MentorProposal.State how, String reason) {
        proposal.close(how, access.today(), reason);
        proposal.changed(access.login(), access.now());
        proposals.saveAndFlush(proposal);
    }

    /** The task that says so is the search's own: its process needs no message. */
    private void form(Long programmeId, MentorSearch search, MentorProposal proposal) {
        searches.ends(search);
        Long continued = search.leftId()
                .flatMap(repository::findById)
                .filter(left -> left.kind() == Mentorship.Kind.PAIR)
                .filter(left -> left.state() == Mentorship.State.ENDED_EARLY)
                .filter(left -> !repository.existsByContinuesId(left.id()))
                .map(Mentorship::id)
                .orElse(null);
        Mentorship pair = management.add(
                programmeId,
                new MentorshipManagement.NewMentorship(
                        Mentorship.Kind.PAIR,
                        new MentorshipDetails(
                                1,
                                null,
                                proposal.form().orElse(null),
                                proposal.basis().orElse(null)),
                        null,
                        continued,
                        management.works(programmeId)),
                new MemberChoice(proposal.mentorId(), List.of(proposal.menteeId())));
        searches.foundIs(search, pair.id());
    }

    /**
     * What is written about somebody goes when the person is anonymised, of a pair as a whole; that there was a proposal, a
     * search or a pair stays. What is written of a group is about the others too.
     */
    @EventListener
    void anonymised(PersonAnonymised person) {
        jdbc.sql("update mentorship_proposal set basis = null, version = version + 1,"
                        + " reason = case when reason is null then null else '—' end"
                        + " where mentee_id in (select id from participant where person_id in " + ENTRIES + ")"
                        + " or mentor_id in (select id from participant where person_id in " + ENTRIES + ")")
                .param("person", person.personId())
                .update();
        jdbc.sql("update mentorship_search set reason = null, version = version + 1 where reason is not null"
                        + " and participant_id in (select id from participant where person_id in " + ENTRIES + ")")
                .param("person", person.personId())
                .update();
        String own =
                " in (select m.mentorship_id from mentorship_member m join participant p on p.id = m.participant_id"
                        + " join mentorship o on o.id = m.mentorship_id and o.kind = 'PAIR'"
                        + " where p.person_id in " + ENTRIES + ")";
        jdbc.sql("update mentorship set basis = null, version = version + 1,"
                        + " reason = case when reason is null then null else '—' end where id" + own)
                .param("person", person.personId())
                .update();
        jdbc.sql("update mentorship_meeting set note = null where mentorship_id" + own)
                .param("person", person.personId())
                .update();
    }
}
