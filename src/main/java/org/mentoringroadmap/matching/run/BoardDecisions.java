package org.mentoringroadmap.matching.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.matching.ConfirmationResult;
import org.mentoringroadmap.matching.KnownPair;
import org.mentoringroadmap.matching.MatchingAccess;
import org.mentoringroadmap.matching.MatchingTexts;
import org.mentoringroadmap.matching.MentorshipCreation.PlannedMentorship;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.ReasonTexts;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.policy.Candidate;
import org.mentoringroadmap.matching.policy.PossibleForms;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Component;

/** Turns what was decided into pairs and groups. One transaction at a time decides in a programme. */
@Component
class BoardDecisions {
    private static final int MAX_BASIS_LENGTH = 2000;

    private final MatchingRunRepository runs;
    private final ProposalRepository proposals;
    private final PairConfirmation confirmation;
    private final PairConstraints constraints;
    private final ParticipantDirectory directory;
    private final ReasonTexts reasonTexts;
    private final MatchingTexts texts;
    private final ProgrammeLock programmes;
    private final MatchingAccess access;

    BoardDecisions(
            MatchingRunRepository runs,
            ProposalRepository proposals,
            PairConfirmation confirmation,
            PairConstraints constraints,
            ParticipantDirectory directory,
            ReasonTexts reasonTexts,
            MatchingTexts texts,
            ProgrammeLock programmes,
            MatchingAccess access) {
        this.runs = runs;
        this.proposals = proposals;
        this.confirmation = confirmation;
        this.constraints = constraints;
        this.directory = directory;
        this.reasonTexts = reasonTexts;
        this.texts = texts;
        this.programmes = programmes;
        this.access = access;
    }

    ConfirmationResult confirm(Programme programme, Long runId, Set<Long> groupedMentorIds) {
        Held held = programmes.acquire(programme.id());
        MatchingRun run = runs.findById(runId).orElseThrow(() -> new NotFoundException("matching.run-unknown"));
        if (run.state() == RunState.CONFIRMED) {
            throw new ConflictException("matching.confirmed", String.valueOf(run.number()));
        }
        if (run.isThinned()) {
            throw new ConflictException("matching.outdated", String.valueOf(run.number()));
        }
        List<Proposal> all = proposals.findByRunIdOrderById(runId);
        List<List<Proposal>> teams = teams(all, groupedMentorIds);
        if (teams.isEmpty()) {
            throw new ConflictException("matching.empty", String.valueOf(run.number()));
        }
        List<PlannedMentorship> wanted =
                teams.stream().map(team -> newTeam(run, team)).toList();
        confirmation.requireNothingInTheWay(held, wanted, newLocks(programme, all));
        if (run.state() == RunState.OUTDATED) {
            throw new ConflictException("matching.outdated", String.valueOf(run.number()));
        }
        List<Long> ids = confirmation.form(held, wanted);
        for (int i = 0; i < ids.size(); i++) {
            proposals.formed(
                    runId, teams.get(i).stream().map(Proposal::menteeId).toList(), ids.get(i));
        }
        MatchingRun present = runs.findById(runId).orElseThrow();
        present.confirm(access.login(), access.now());
        runs.saveAndFlush(present);
        outdateOthers(present, teams);
        return confirmed(wanted, ids, (int)
                all.stream().filter(one -> one.mentorId().isEmpty()).count());
    }

    /** Mentees of a mentor who are a group, or one at a time. */
    private static List<List<Proposal>> teams(List<Proposal> all, Set<Long> groupedMentorIds) {
        List<List<Proposal>> teams = new ArrayList<>();
        Map<Long, List<Proposal>> groups = new LinkedHashMap<>();
        for (Proposal proposal : all) {
            Optional<Long> mentor = proposal.mentorId();
            if (mentor.filter(groupedMentorIds::contains).isPresent()) {
                List<Proposal> group = groups.computeIfAbsent(mentor.get(), id -> new ArrayList<>());
                if (group.isEmpty()) {
                    teams.add(group);
                }
                group.add(proposal);
            } else if (mentor.isPresent()) {
                teams.add(List.of(proposal));
            }
        }
        return teams;
    }

    private PlannedMentorship newTeam(MatchingRun run, List<Proposal> team) {
        Set<MentoringForm> forms =
                team.stream().flatMap(one -> one.form().stream()).collect(Collectors.toSet());
        return new PlannedMentorship(
                team.get(0).mentorId().orElseThrow(),
                team.stream().map(Proposal::menteeId).toList(),
                forms.size() == 1 ? forms.stream().findFirst() : Optional.empty(),
                basis(run, team));
    }

    /** Why they belong together, for the card of the pair; a group is too many to say it of each. */
    private String basis(MatchingRun run, List<Proposal> team) {
        String begin = texts.text("matching.basis.run", String.valueOf(run.number()), run.policyVersion());
        String reasons = team.size() > 1
                ? ""
                : String.join(
                        "; ",
                        reasonTexts.texts(
                                team.get(0).score(),
                                ReasonsJson.read(team.get(0).reasons())));
        String whole = reasons.isEmpty() ? begin : begin + " " + reasons + ".";
        return whole.length() <= MAX_BASIS_LENGTH ? whole : begin;
    }

    /** Locks made since, which the proposal does not know. */
    private List<String> newLocks(Programme programme, List<Proposal> all) {
        Map<Long, Proposal> byMentee = all.stream().collect(Collectors.toMap(Proposal::menteeId, one -> one));
        List<PairConstraint> unkept = constraints.open(programme.id()).stream()
                .filter(constraint -> constraint.kind() == PairConstraintView.Kind.LOCK)
                .filter(constraint -> byMentee.containsKey(constraint.menteeId()))
                .filter(constraint -> byMentee.get(constraint.menteeId())
                        .mentorId()
                        .filter(constraint.mentorId()::equals)
                        .isEmpty())
                .filter(constraint -> !isDropped(byMentee.get(constraint.menteeId())))
                .toList();
        Map<Long, Participant> people = directory
                .of(unkept.stream()
                        .flatMap(constraint -> List.of(constraint.menteeId(), constraint.mentorId()).stream())
                        .toList())
                .stream()
                .collect(Collectors.toMap(Participant::id, one -> one));
        return unkept.stream()
                .map(constraint -> texts.text(
                        "matching.changed.lock",
                        people.get(constraint.menteeId()).person().tellingName(),
                        people.get(constraint.mentorId()).person().tellingName()))
                .toList();
    }

    /** The run has seen the lock and said that it is impossible. */
    private static boolean isDropped(Proposal proposal) {
        return ReasonsJson.read(proposal.reasons()).stream()
                .anyMatch(reason -> reason.code().equals(Reason.LOCK_DROPPED));
    }

    /** Whoever else has proposed one of these has to look again. */
    private void outdateOthers(MatchingRun confirmed, List<List<Proposal>> teams) {
        Set<Long> mentees =
                teams.stream().flatMap(List::stream).map(Proposal::menteeId).collect(Collectors.toSet());
        runs.waitingFor(confirmed.programmeId(), mentees).stream()
                .filter(other -> !other.id().equals(confirmed.id()))
                .forEach(MatchingRun::outdate);
    }

    ConfirmationResult known(Programme programme, List<KnownPair> knownPairs) {
        Set<Long> seen = new HashSet<>();
        List<PlannedMentorship> teams = new ArrayList<>();
        for (KnownPair known : knownPairs == null ? List.<KnownPair>of() : knownPairs) {
            if (known.menteeIds().isEmpty() && known.mentorId() == null) {
                continue;
            }
            if (known.menteeIds().isEmpty() || known.mentorId() == null) {
                throw new UserInputException("matching.known-half");
            }
            if (!known.menteeIds().stream().allMatch(seen::add)) {
                throw new UserInputException("matching.known-twice");
            }
            String basis = texts.text("matching.basis.known");
            if (known.group()) {
                teams.add(new PlannedMentorship(known.mentorId(), known.menteeIds(), Optional.empty(), basis));
            } else {
                known.menteeIds()
                        .forEach(mentee -> teams.add(
                                new PlannedMentorship(known.mentorId(), List.of(mentee), Optional.empty(), basis)));
            }
        }
        if (teams.isEmpty()) {
            throw new UserInputException("matching.known-empty");
        }
        Held held = programmes.acquire(programme.id());
        List<PlannedMentorship> formed = withForms(teams);
        confirmation.requireNothingInTheWay(held, formed, List.of());
        List<Long> ids = confirmation.form(held, formed);
        runs.waitingFor(programme.id(), seen).forEach(MatchingRun::outdate);
        return confirmed(teams, ids, 0);
    }

    /** Known pairs have the form that who they are allows, where it is one for all of a group. */
    private List<PlannedMentorship> withForms(List<PlannedMentorship> teams) {
        Set<Long> ids = teams.stream()
                .flatMap(team -> Stream.concat(Stream.of(team.mentorId()), team.menteeIds().stream()))
                .collect(Collectors.toSet());
        Map<Long, Candidate> sides = directory.full(ids).stream()
                .collect(Collectors.toMap(
                        Participant::id, one -> Candidate.of(one, access.today(), Optional.empty(), false, 0)));
        return teams.stream()
                .map(team -> new PlannedMentorship(team.mentorId(), team.menteeIds(), form(team, sides), team.basis()))
                .toList();
    }

    private static Optional<MentoringForm> form(PlannedMentorship team, Map<Long, Candidate> sides) {
        if (!sides.containsKey(team.mentorId()) || !sides.keySet().containsAll(team.menteeIds())) {
            return Optional.empty();
        }
        Set<MentoringForm> possible = PossibleForms.ofMentor(sides.get(team.mentorId()));
        team.menteeIds().forEach(mentee -> possible.retainAll(PossibleForms.ofMentee(sides.get(mentee))));
        return possible.stream().findFirst();
    }

    private static ConfirmationResult confirmed(List<PlannedMentorship> teams, List<Long> ids, int left) {
        int groups =
                (int) teams.stream().filter(team -> team.menteeIds().size() > 1).count();
        return new ConfirmationResult(ids, teams.size() - groups, groups, left);
    }
}
