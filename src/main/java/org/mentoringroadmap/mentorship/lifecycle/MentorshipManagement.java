package org.mentoringroadmap.mentorship.lifecycle;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.mentorship.EnteredPairs;
import org.mentoringroadmap.mentorship.MeetingTaskCompletion;
import org.mentoringroadmap.mentorship.MemberAssignment;
import org.mentoringroadmap.mentorship.MemberCandidate;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.MembersChanged;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipCodes;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.MentorshipInput;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.MentorshipRepository;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pairs and groups as the curator changes them, at any time of the year. */
@Service
@Transactional
public class MentorshipManagement implements EnteredPairs {
    /**
     * A new pair or group.
     *
     * @param kind one mentee or several
     * @param details what is said about it
     * @param searchId the search that it ends; null for none
     * @param continuesId the pair that has parted and whose mentee goes on; null for none
     * @param begin whether its work begins now; otherwise it waits for the order and the plans
     */
    public record NewMentorship(
            Mentorship.Kind kind, MentorshipDetails details, Long searchId, Long continuesId, boolean begin) {}

    private static final int OFFERED = 20;

    private final MentorshipRepository repository;
    private final Mentorships mentorships;
    private final MentorSearches searches;
    private final Staff staff;
    private final MentorshipProcess process;
    private final MeetingTaskCompletion taskCompletion;
    private final MentorshipCodes codes;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;
    private final MemberAssignment assignment;
    private final ApplicationEventPublisher events;

    MentorshipManagement(
            MentorshipRepository repository,
            Mentorships book,
            MentorSearches searches,
            Staff staff,
            MentorshipProcess process,
            MeetingTaskCompletion taskCompletion,
            MentorshipCodes codes,
            MentorshipLocks locks,
            MentorshipAccess access,
            MemberAssignment assignment,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.mentorships = book;
        this.searches = searches;
        this.staff = staff;
        this.process = process;
        this.taskCompletion = taskCompletion;
        this.codes = codes;
        this.locks = locks;
        this.access = access;
        this.assignment = assignment;
        this.events = events;
    }

    /** Whether the acting account may change pairs at all. */
    public boolean mayWrite() {
        return access.mayWrite();
    }

    /**
     * A programme whose pairs the acting account may see.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Programme visible(Long programmeId) {
        return access.toRead(programmeId);
    }

    /**
     * A running programme whose pairs the acting account may change.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code mentorship.programme-completed}
     */
    public Programme writable(Long programmeId) {
        return access.toWrite(programmeId);
    }

    /** Whether pairs of the programme work already, so that a new one begins at once. */
    @Transactional(readOnly = true)
    public boolean works(Long programmeId) {
        return repository.existsByProgrammeIdAndStartedOnIsNotNull(programmeId);
    }

    /** Makes a pair or group; numbers go on where the last one ended. */
    Mentorship form(Held programme, Mentorship.Kind kind, Optional<MentorshipDetails> details, LocalDate day) {
        Long programmeId = programme.programmeId();
        int number = repository.lastNumber(programmeId, kind) + 1;
        Mentorship pair = new Mentorship(programmeId, kind, number, codes.mentorship(kind, number), day);
        details.ifPresent(pair::describe);
        pair.changed(access.login(), access.now());
        return repository.saveAndFlush(pair);
    }

    /**
     * A pair or group that is formed in the middle of the year, or goes on with another mentor.
     *
     * @throws UserInputException {@code mentorship.mentees}, {@code mentorship.too-long}
     * @throws NotFoundException {@code staff.unknown}, {@code search.unknown}, {@code mentorship.unknown}
     * @throws ConflictException {@code search.closed}; {@code mentorship.continued} when the pair goes on already or has
     *     not parted; {@code mentorship.programme-completed}
     */
    public Mentorship add(Long programmeId, NewMentorship input) {
        return add(programmeId, input, MemberChoice.NOBODY);
    }

    /**
     * The same with members from the registers; their number is the number of mentees.
     *
     * @throws NotFoundException as {@link #add}; {@code mentorship.member-unknown}
     * @throws ConflictException as {@link #add}; {@code mentorship.member-hindered}, {@code mentorship.capacity}
     */
    public Mentorship add(Long programmeId, NewMentorship input, MemberChoice choice) {
        Programme programme = access.toWrite(programmeId);
        Held held = locks.programme(programmeId);
        Mentorship pair = make(held, programme, input, choice);
        events.publishEvent(new MembersChanged(programmeId));
        return pair;
    }

    @Override
    public Mentorship enter(Long programmeId, MentorshipDetails details, MemberChoice choice) {
        Mentorship.Kind kind = details.mentees() > 1 ? Mentorship.Kind.GROUP : Mentorship.Kind.PAIR;
        return add(programmeId, new NewMentorship(kind, details, null, null, false), choice);
    }

    /** The same without a word to those who follow the pairs. */
    Mentorship make(Held held, Programme programme, NewMentorship input, MemberChoice choice) {
        Long programmeId = programme.id();
        MentorshipDetails details = checked(
                programme,
                input.kind(),
                choice.menteeIds().isEmpty()
                        ? input.details()
                        : input.details().of(choice.menteeIds().size()));
        Optional<MentorSearch> search =
                Optional.ofNullable(input.searchId()).map(id -> searches.searching(programmeId, id));
        Optional<Mentorship> earlier = Optional.ofNullable(input.continuesId()).map(id -> parted(programmeId, id));
        Mentorship pair = form(held, input.kind(), Optional.of(details), access.today());
        earlier.ifPresent(pair::continues);
        search.map(List::of)
                .orElseGet(() -> earlier.map(left ->
                                searches.openAfter(left.id(), choice.menteeIds().isEmpty()))
                        .orElse(List.of()))
                .forEach(open -> searches.found(open, pair.id()));
        repository.flush();
        if (!choice.isEmpty()) {
            assign(held, programme, pair, choice);
        }
        if (input.begin()) {
            process.start(programme, pair.id());
        }
        return pair;
    }

    /**
     * Makes exactly these the members of a pair that works or is about to.
     *
     * @throws NotFoundException {@code mentorship.unknown}, {@code mentorship.member-unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws UserInputException {@code mentorship.member-both}, {@code mentorship.mentees}
     * @throws ConflictException {@code mentorship.ended}, {@code mentorship.member-hindered}, {@code
     *     mentorship.capacity}, {@code mentorship.programme-completed}
     */
    public void choose(Long programmeId, Long id, MemberChoice choice) {
        Programme programme = access.toWrite(programmeId);
        Held held = locks.programme(programmeId);
        locks.pair(id);
        Mentorship pair = mentorships.get(programmeId, id);
        if (!pair.state().isOpen()) {
            throw new ConflictException("mentorship.ended", pair.code());
        }
        assign(held, programme, pair, choice);
        events.publishEvent(new MembersChanged(programmeId));
    }

    /** The mentor from the register is the mentor of the staff too, where the school employs them. */
    private void assign(Held held, Programme programme, Mentorship pair, MemberChoice choice) {
        Optional<Long> before = pair.mentorId();
        Optional<Participant> mentor = assignment.assign(held, pair, choice);
        int mentees = choice.menteeIds().isEmpty()
                ? pair.mentees()
                : choice.menteeIds().size();
        pair.describe(new MentorshipDetails(
                mentees,
                mentor.map(one -> one.person().staffMemberId().orElse(null)).orElse(before.orElse(null)),
                pair.form().or(() -> assignment.formOf(choice)).orElse(null),
                pair.basis().orElse(null)));
        pair.changed(access.login(), access.now());
        repository.saveAndFlush(pair);
        notifyMentorChanged(programme, pair, before);
        searches.paired(programme.id(), choice.menteeIds(), pair.id());
    }

    /**
     * Whom the page offers for a side of a pair: those who would be let in today.
     *
     * @param text part of a name; empty for all
     * @param chosen participants whom the form has chosen already; they stand first
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public List<MemberCandidate> candidates(
            Long programmeId, ParticipantRole role, String text, Collection<Long> chosen) {
        return assignment.candidates(access.toWrite(programmeId), role, text, chosen, OFFERED);
    }

    private Mentorship parted(Long programmeId, Long id) {
        Mentorship pair = mentorships.get(programmeId, id);
        if (pair.state() != Mentorship.State.ENDED_EARLY || repository.existsByContinuesId(id)) {
            throw new ConflictException("mentorship.continued", pair.code());
        }
        return pair;
    }

    /**
     * Changes what is said about a pair; the open task of its mentor moves to the new one.
     *
     * @throws UserInputException as {@link #add}
     */
    public void change(Long programmeId, Long id, MentorshipDetails details) {
        Programme programme = access.toWrite(programmeId);
        locks.programme(programmeId);
        locks.pair(id);
        Mentorship pair = mentorships.get(programmeId, id);
        Optional<Long> before = pair.mentorId();
        pair.describe(checked(programme, pair.kind(), assignment.keeping(pair, details)));
        pair.changed(access.login(), access.now());
        repository.saveAndFlush(pair);
        notifyMentorChanged(programme, pair, before);
        events.publishEvent(new MembersChanged(programmeId));
    }

    /** The open task of the mentor moves. */
    private void notifyMentorChanged(Programme programme, Mentorship pair, Optional<Long> before) {
        if (!before.equals(pair.mentorId())) {
            process.mentorChanged(
                    pair.id(),
                    pair.mentorId()
                            .map(mentor -> staff.get(programme.schoolId(), mentor))
                            .flatMap(StaffMember::account)
                            .orElse(null));
        }
    }

    private MentorshipDetails checked(Programme programme, Mentorship.Kind kind, MentorshipDetails details) {
        if (details.mentorId() != null) {
            staff.get(programme.schoolId(), details.mentorId());
        }
        return details.checked(kind);
    }

    /**
     * The work of a pair begins now, without waiting for the order and the plans.
     *
     * @throws ConflictException {@code mentorship.started}; {@code mentorship.begin-hindered} when somebody in it has no
     *     valid consent; {@code mentorship.programme-completed}
     */
    public void begin(Long programmeId, Long id) {
        Programme programme = access.toWrite(programmeId);
        locks.programme(programmeId);
        if (mentorships.get(programmeId, id).state() != Mentorship.State.FORMED) {
            throw new ConflictException(
                    "mentorship.started", mentorships.get(programmeId, id).code());
        }
        if (!assignment.hindered(List.of(id), access.today()).isEmpty()) {
            throw new ConflictException(
                    "mentorship.begin-hindered",
                    mentorships.get(programmeId, id).code());
        }
        process.start(programme, id);
    }

    /**
     * A pair parts before the end.
     *
     * @param farewellOn day of the farewell talk; may be null
     * @param searchAgain whether another mentor is looked for
     * @throws UserInputException {@code mentorship.reason} and what a date is refused for
     * @throws ConflictException {@code mentorship.ended} when it has ended already
     */
    public void end(Long programmeId, Long id, String reason, LocalDate farewellOn, boolean searchAgain) {
        Programme programme = access.toWrite(programmeId);
        Held held = locks.programme(programmeId);
        locks.pair(id);
        Mentorship pair = mentorships.get(programmeId, id);
        if (!pair.state().isOpen()) {
            throw new ConflictException("mentorship.ended", pair.code());
        }
        boolean worked = pair.state() == Mentorship.State.RUNNING;
        pair.end(Mentorship.State.ENDED_EARLY, access.today(), MentorshipInput.reason(reason));
        pair.farewell(farewellOn == null ? null : access.past(programme, farewellOn));
        pair.changed(access.login(), access.now());
        repository.saveAndFlush(pair);
        List<Long> left = assignment.menteesOf(pair);
        assignment.ended(held, pair);
        List<MentorSearch> again = searchAgain ? lookAgain(held, id, left) : List.of();
        if (worked) {
            process.ended(id);
        } else {
            again.forEach(open -> process.startSearch(programme, open.id()));
        }
        taskCompletion.completeFinished(held);
    }

    /** A search for each mentee of the register; one for who has a code only. */
    private List<MentorSearch> lookAgain(Held programme, Long pairId, List<Long> mentees) {
        if (mentees.isEmpty()) {
            return List.of(searches.open(programme, false, pairId, null));
        }
        Set<Long> busy = searches.lookedFor(programme.programmeId(), mentees);
        return mentees.stream()
                .filter(mentee -> !busy.contains(mentee))
                .map(mentee -> searches.open(programme, false, pairId, mentee))
                .toList();
    }

    /**
     * The farewell talk of a pair that has parted was held.
     *
     * @throws ConflictException {@code mentorship.not-parted}
     */
    public void farewell(Long programmeId, Long id, LocalDate day) {
        Programme programme = access.toWrite(programmeId);
        locks.programme(programmeId);
        Mentorship pair = mentorships.get(programmeId, id);
        if (pair.state() != Mentorship.State.ENDED_EARLY) {
            throw new ConflictException("mentorship.not-parted", pair.code());
        }
        pair.farewell(access.past(programme, day));
        pair.changed(access.login(), access.now());
        repository.save(pair);
    }
}
