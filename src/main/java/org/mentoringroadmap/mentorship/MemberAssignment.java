package org.mentoringroadmap.mentorship;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.admission.Admission;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.admission.IneligibilityReason;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantProgress;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/**
 * Who stands in which pair. People come in through the gate only; where they stand in the registers follows the life of
 * their pair. What changes it asks for the lock of the programme, so that places of mentors are not given twice.
 */
@Component
public class MemberAssignment {
    private final MemberRepository members;
    private final MeetingRepository meetings;
    private final Admissions admissions;
    private final ParticipantDirectory directory;
    private final ParticipantProgress progress;
    private final Withdrawals withdrawals;
    private final MentorshipWording wording;
    private final MentorshipAccess access;
    private final ApplicationEventPublisher events;

    MemberAssignment(
            MemberRepository members,
            MeetingRepository meetings,
            Admissions admissions,
            ParticipantDirectory directory,
            ParticipantProgress progress,
            Withdrawals withdrawals,
            MentorshipWording wording,
            MentorshipAccess access,
            ApplicationEventPublisher events) {
        this.members = members;
        this.meetings = meetings;
        this.admissions = admissions;
        this.directory = directory;
        this.progress = progress;
        this.withdrawals = withdrawals;
        this.wording = wording;
        this.access = access;
        this.events = events;
    }

    /** Those of an open pair. */
    List<Member> present(Long pairId) {
        return members.findByMentorshipIdInAndLeftOnIsNull(List.of(pairId));
    }

    /**
     * Makes exactly these the members.
     *
     * @return the mentor, where one was chosen
     * @throws NotFoundException {@code mentorship.member-unknown} for who is not in this programme's register
     * @throws UserInputException {@code mentorship.member-both}, {@code mentorship.mentees}
     * @throws ConflictException {@code mentorship.member-hindered}, {@code mentorship.capacity}
     */
    public Optional<Participant> assign(Held lock, Mentorship pair, MemberChoice choice) {
        Map<Long, Participant> people = directory.of(choice.all()).stream()
                .filter(participant -> participant.programmeId().equals(lock.programmeId()))
                .filter(participant -> choice.roleOf(participant.id()) == participant.role())
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        if (!people.keySet().containsAll(choice.all())) {
            throw new NotFoundException("mentorship.member-unknown");
        }
        Optional<Participant> mentor = Optional.ofNullable(choice.mentorId()).map(people::get);
        requireFits(pair, choice, people, mentor);
        Map<Long, Admission> admitted = admitted(people);
        Map<Long, Member> known = members.findByMentorshipId(pair.id()).stream()
                .collect(Collectors.toMap(Member::participantId, Function.identity()));
        List<Long> gone = new ArrayList<>();
        for (Member member : known.values()) {
            if (member.present() && !people.containsKey(member.participantId())) {
                member.leave(access.now());
                gone.add(member.participantId());
            }
        }
        List<Long> come = new ArrayList<>();
        people.values().forEach(participant -> {
            if (join(pair, participant, known.get(participant.id()), admitted.get(participant.id()))) {
                come.add(participant.id());
            }
        });
        members.flush();
        if (pair.state().isOpen()) {
            progress.back(free(gone, pair.id()), wording.left(pair));
            progress.advance(come, ParticipantStatus.MATCHED, wording.joined(pair));
        }
        withdrawals.look(gone);
        return mentor;
    }

    /** Mentees of a pair who were chosen from the register. */
    public List<Long> menteesOf(Mentorship pair) {
        return present(pair.id()).stream()
                .filter(member -> member.role() == ParticipantRole.MENTEE)
                .map(Member::participantId)
                .toList();
    }

    /** The form that follows from who they are, where nobody has said it; empty while a side is missing or more than one could be. */
    public Optional<MentoringForm> formOf(MemberChoice choice) {
        if (choice.mentorId() == null || choice.menteeIds().isEmpty()) {
            return Optional.empty();
        }
        Set<MentoringForm> possible = EnumSet.allOf(MentoringForm.class);
        directory.of(choice.all()).forEach(participant -> {
            ParticipantCategory category = participant.details().category();
            possible.retainAll(
                    choice.roleOf(participant.id()) == ParticipantRole.MENTOR
                            ? category.asMentor()
                            : category.asMentee());
        });
        return possible.size() == 1 ? possible.stream().findFirst() : Optional.empty();
    }

    /** What stands in the register is not typed: the number of mentees, the mentor. */
    public MentorshipDetails keeping(Mentorship pair, MentorshipDetails entered) {
        List<Member> present = present(pair.id());
        int mentees = (int) present.stream()
                .filter(member -> member.role() == ParticipantRole.MENTEE)
                .count();
        boolean mentor = present.size() > mentees;
        return new MentorshipDetails(
                mentees > 1 ? mentees : entered.mentees(),
                mentor ? pair.mentorId().orElse(null) : entered.mentorId(),
                entered.form(),
                entered.basis());
    }

    private boolean join(Mentorship pair, Participant participant, Member known, Admission admission) {
        if (known == null) {
            members.save(new Member(pair.id(), participant.role(), admission, access.now()));
            return true;
        }
        if (!known.present()) {
            known.join(admission, access.now());
            return true;
        }
        known.renew(admission);
        return false;
    }

    private void requireFits(
            Mentorship pair, MemberChoice choice, Map<Long, Participant> people, Optional<Participant> mentor) {
        int mentees = choice.menteeIds().size();
        if (pair.kind() == Mentorship.Kind.PAIR && mentees > 1 || mentees > MentorshipDetails.MAX_GROUP_SIZE) {
            throw new UserInputException("mentorship.mentees", String.valueOf(MentorshipDetails.MAX_GROUP_SIZE));
        }
        Set<Long> persons = new HashSet<>();
        people.values().stream()
                .filter(participant -> !persons.add(participant.person().id()))
                .findFirst()
                .ifPresent(twice -> {
                    throw new UserInputException(
                            "mentorship.member-both", twice.person().tellingName());
                });
        mentor.ifPresent(one -> {
            int capacity = one.capacity();
            int elsewhere = members.menteesOf(one.id(), pair.id());
            if (elsewhere + Math.max(mentees, 1) > capacity) {
                throw new ConflictException(
                        "mentorship.capacity",
                        one.person().tellingName(),
                        String.valueOf(capacity),
                        String.valueOf(elsewhere));
            }
        });
    }

    private Map<Long, Admission> admitted(Map<Long, Participant> people) {
        Map<Long, Admission> admitted = admissions.admit(AdmissionPurpose.MATCHING, people.keySet(), access.today());
        Set<Long> refused = new HashSet<>(people.keySet());
        refused.removeAll(admitted.keySet());
        if (!refused.isEmpty()) {
            throw new ConflictException("mentorship.member-hindered", hindered(refused, people));
        }
        return admitted;
    }

    private String hindered(Set<Long> refused, Map<Long, Participant> people) {
        Map<Long, IneligibilityReason> why = admissions.why(AdmissionPurpose.MATCHING, refused, access.today());
        return people.values().stream()
                .filter(participant -> refused.contains(participant.id()))
                .map(participant ->
                        participant.person().tellingName() + " — " + wording.hindrance(why.get(participant.id())))
                .sorted()
                .collect(Collectors.joining("; "));
    }

    /** Of these, who stands in no other open pair. */
    private List<Long> free(Collection<Long> participantIds, Long exceptPair) {
        if (participantIds.isEmpty()) {
            return List.of();
        }
        Set<Long> busy = new HashSet<>(members.inOpenPairs(participantIds, exceptPair));
        return participantIds.stream().filter(id -> !busy.contains(id)).toList();
    }

    /** The pair has ended, however: its members stand where this puts them, and what has come of it is written down. */
    public void ended(Held lock, Mentorship pair) {
        List<Member> present = present(pair.id());
        if (present.isEmpty()) {
            events.publishEvent(new MembersChanged(lock.programmeId()));
            return;
        }
        present.forEach(member -> member.end(access.now()));
        members.flush();
        List<Long> ids = present.stream().map(Member::participantId).toList();
        long held = meetings.findByMentorshipIdOrderByMeetingDateAscIdAsc(pair.id()).stream()
                .filter(Meeting::held)
                .count();
        String result = wording.result(pair, held);
        ids.forEach(id -> progress.conclude(id, result));
        List<Long> free = free(ids, pair.id());
        if (pair.state() == Mentorship.State.ENDED_EARLY) {
            progress.back(free, wording.ended(pair));
        } else {
            progress.advance(free, ParticipantStatus.FINISHED, wording.ended(pair));
        }
        withdrawals.look(ids);
        events.publishEvent(new MembersChanged(lock.programmeId()));
    }

    /** The pair works again. */
    public void reopened(Held lock, Mentorship pair) {
        progress.again(present(pair.id()).stream().map(Member::participantId).toList(), wording.joined(pair));
    }

    /**
     * Lets everybody in an open pair in once more, by the consents of the day.
     *
     * @return pairs with somebody who is not let in
     */
    public Set<Long> hindered(Collection<Long> pairIds, LocalDate day) {
        List<Member> all = members.findByMentorshipIdInAndLeftOnIsNull(pairIds);
        Map<Long, Admission> admitted = admissions.admit(
                AdmissionPurpose.MATCHING,
                all.stream().map(Member::participantId).collect(Collectors.toSet()),
                day);
        Set<Long> hindered = new HashSet<>();
        all.forEach(member -> Optional.ofNullable(admitted.get(member.participantId()))
                .ifPresentOrElse(member::renew, () -> hindered.add(member.mentorshipId())));
        members.flush();
        return hindered;
    }

    /** Mentors of these pairs who were chosen from the register, by pair. */
    public Map<Long, Long> mentors(Collection<Long> pairIds) {
        Map<Long, Long> mentors = new HashMap<>();
        if (pairIds.isEmpty()) {
            return mentors;
        }
        members.findByMentorshipIdInAndLeftOnIsNull(pairIds).stream()
                .filter(member -> member.role() == ParticipantRole.MENTOR)
                .forEach(member -> mentors.put(member.mentorshipId(), member.participantId()));
        return mentors;
    }

    /**
     * Whom the page offers: everybody who would be let in today and whose name has this in it, and first who is chosen
     * already.
     */
    public List<MemberCandidate> candidates(
            Programme programme, ParticipantRole role, String text, Collection<Long> chosen, int limit) {
        List<Long> found =
                admissions.eligible(programme.id(), role, AdmissionPurpose.MATCHING, text, limit + chosen.size());
        List<Long> ids = Stream.concat(chosen.stream(), found.stream().filter(id -> !chosen.contains(id)))
                .filter(Objects::nonNull)
                .limit((long) limit + chosen.size())
                .toList();
        Map<Long, List<String>> pairs = new HashMap<>();
        Map<Long, Integer> load = new HashMap<>();
        if (!ids.isEmpty()) {
            members.codesOf(ids)
                    .forEach(row -> pairs.computeIfAbsent(row.participantId(), id -> new ArrayList<>())
                            .add(row.code()));
            if (role == ParticipantRole.MENTOR) {
                members.loadsOf(ids).forEach(row -> load.put(row.mentorId(), Math.toIntExact(row.mentees())));
            }
        }
        Map<Long, Participant> people = directory.full(ids).stream()
                .filter(participant -> participant.programmeId().equals(programme.id()) && participant.role() == role)
                .collect(Collectors.toMap(Participant::id, Function.identity()));
        return ids.stream()
                .filter(people::containsKey)
                .map(id -> new MemberCandidate(
                        people.get(id),
                        chosen.contains(id),
                        String.join(", ", pairs.getOrDefault(id, List.of())),
                        people.get(id).details().capacity() - load.getOrDefault(id, 0)))
                .toList();
    }
}
