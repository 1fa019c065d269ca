package org.mentoringroadmap.mentorship.lifecycle;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingRepository;
import org.mentoringroadmap.mentorship.MeetingTaskCompletion;
import org.mentoringroadmap.mentorship.MemberAssignment;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipCodes;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.MentorshipRepository;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.search.SearchLifecycle;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the process of a pair asks and says: its start, the next meeting, its end. Nobody's rights are asked here. */
@Unguarded
@Service
@Transactional
public class MentorshipLifecycle {
    private static final LocalTime MORNING = LocalTime.of(8, 0);
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    /** Who enters a meeting. */
    public enum Entry {
        /** It stands in the tables already, or the pair has had its final meeting. */
        RECORDED,
        /** The mentor, in a task of his or her own. */
        OWN,
        /** The curator, in the grid: the mentor has no account. */
        GRID
    }

    /**
     * The next meeting of a pair.
     *
     * @param entry who enters it
     * @param after what follows where nobody enters it
     * @param start from when it can be held
     * @param due until when it should be held
     */
    public record Next(Entry entry, Optional<MeetingKind> after, LocalDateTime start, LocalDateTime due) {}

    /**
     * A pair whose work begins.
     *
     * @param title how tasks call it, «пара П-001»
     * @param year school year of its programme
     */
    public record Started(String title, SchoolYear year) {}

    private final MentorshipRepository repository;
    private final MeetingRepository meetings;
    private final Mentorships mentorships;
    private final Programmes programmes;
    private final Staff staff;
    private final MentorshipProcess process;
    private final SearchLifecycle searches;
    private final MeetingTaskCompletion taskCompletion;
    private final MentorshipCodes codes;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;
    private final MemberAssignment assignment;
    private final MemberDirectory memberDirectory;

    MentorshipLifecycle(
            MentorshipRepository repository,
            MeetingRepository meetings,
            Mentorships book,
            Programmes programmes,
            Staff staff,
            MentorshipProcess process,
            SearchLifecycle searches,
            MeetingTaskCompletion taskCompletion,
            MentorshipCodes codes,
            MentorshipLocks locks,
            MentorshipAccess access,
            MemberAssignment assignment,
            MemberDirectory memberDirectory) {
        this.repository = repository;
        this.meetings = meetings;
        this.mentorships = book;
        this.programmes = programmes;
        this.staff = staff;
        this.process = process;
        this.searches = searches;
        this.taskCompletion = taskCompletion;
        this.codes = codes;
        this.locks = locks;
        this.access = access;
        this.assignment = assignment;
        this.memberDirectory = memberDirectory;
    }

    /**
     * The work of a pair begins.
     *
     * @param schoolId school in which the process starts
     * @throws NotFoundException {@code mentorship.unknown} when the programme has no such pair, or is another school's
     * @throws ConflictException {@code mentorship.started} when it works or has ended already; {@code
     *     mentorship.begin-hindered} when somebody in it has no valid consent; {@code mentorship.programme-completed}
     */
    public Started start(Long programmeId, String schoolId, Long id) {
        locks.pair(id);
        Mentorship pair = mentorships.get(programmeId, id);
        Programme programme = access.running(programmes.get(programmeId));
        if (!programme.schoolId().equals(schoolId)) {
            throw new NotFoundException("mentorship.unknown");
        }
        if (pair.state() != Mentorship.State.FORMED) {
            throw new ConflictException("mentorship.started", pair.code());
        }
        boolean begins = pair.startedOn().isEmpty();
        if (begins && !assignment.hindered(List.of(id), access.today()).isEmpty()) {
            throw new ConflictException("mentorship.begin-hindered", pair.code());
        }
        pair.start(pair.startedOn().orElse(access.today()));
        pair.changed(access.login(), access.now());
        repository.saveAndFlush(pair);
        return new Started(codes.title(pair), programme.schoolYear());
    }

    /**
     * Starts every pair of a programme that has not begun. Time has passed since the order: who is no longer let in keeps
     * their pair from beginning, and it waits ({@link Mentorship#heldOn()}) until {@link #startHeld} finds all let in.
     *
     * @return how many have begun
     */
    public int startAll(Long programmeId) {
        locks.programme(programmeId);
        return start(programmeId, repository.findByProgrammeIdAndStateOrderById(programmeId, Mentorship.State.FORMED));
    }

    /**
     * Starts the pairs that waited for somebody's consent and do so no more.
     *
     * @return how many have begun
     */
    public int startHeld(Long programmeId) {
        locks.programme(programmeId);
        return programmes.get(programmeId).state() == Programme.State.RUNNING
                ? start(programmeId, mentorships.held(programmeId))
                : 0;
    }

    private int start(Long programmeId, List<Mentorship> formed) {
        if (formed.isEmpty()) {
            return 0;
        }
        Programme programme = programmes.get(programmeId);
        Map<Long, Mentorship> pairs = formed.stream().collect(Collectors.toMap(Mentorship::id, Function.identity()));
        locks.pairs(pairs.keySet());
        Set<Long> hindered = memberDirectory.hindered(pairs, access.today());
        formed.stream().filter(pair -> hindered.contains(pair.id())).forEach(pair -> pair.hold(access.today()));
        repository.flush();
        formed.stream()
                .filter(pair -> !hindered.contains(pair.id()))
                .forEach(pair -> process.start(programme, pair.id()));
        return formed.size() - hindered.size();
    }

    /**
     * What the pair is to wait for. Holds the pair's lock until the transaction ends, so that a meeting entered at this
     * moment either stands in the tables already or finds the process waiting.
     *
     * @param latest end of the term of all meetings
     */
    public Next next(Long programmeId, Long id, MeetingKind kind, LocalDateTime latest) {
        locks.pair(id);
        Mentorship pair = mentorships.get(programmeId, id);
        Set<MeetingKind> had = meetings.kindsOf(id);
        boolean recorded = had.contains(MeetingKind.FINAL) || !kind.repeats() && had.contains(kind);
        Entry entry = recorded ? Entry.RECORDED : account(pair).isPresent() ? Entry.OWN : Entry.GRID;
        LocalDate today = access.today();
        return new Next(
                entry,
                recorded ? Optional.of(MeetingKind.FINAL) : Optional.empty(),
                today.atTime(MORNING),
                due(kind, today, latest));
    }

    /** A meeting a fortnight, a regular one a month; none after the end of the term unless that has passed. */
    private static LocalDateTime due(MeetingKind kind, LocalDate today, LocalDateTime latest) {
        LocalDateTime usual = (kind.repeats() ? today.plusMonths(1) : today.plusDays(14)).atTime(EVENING);
        boolean passed = latest.toLocalDate().isBefore(today);
        if (kind == MeetingKind.FINAL && !passed) {
            return latest;
        }
        return passed || usual.isBefore(latest) ? usual : latest;
    }

    /** Login of the pair's mentor; empty where there is none. */
    @Transactional(readOnly = true)
    public Optional<String> mentorAccount(Long programmeId, Long id) {
        return account(mentorships.get(programmeId, id));
    }

    private Optional<String> account(Mentorship pair) {
        return pair.mentorId()
                .map(mentor -> staff.get(programmes.get(pair.programmeId()).schoolId(), mentor))
                .flatMap(StaffMember::account);
    }

    /** The pair has had its final meeting; what has ended otherwise stays as it is. */
    public void complete(Long programmeId, Long id) {
        Held held = locks.programme(programmeId);
        end(held, id, Mentorship.State.COMPLETED);
        taskCompletion.completeFinished(held);
    }

    /** The pair has parted; the search for another mentor begins where one is wanted. */
    public void end(Long programmeId, Long id) {
        Held held = locks.programme(programmeId);
        end(held, id, Mentorship.State.ENDED_EARLY);
        searches.startAfter(programmeId, id);
        taskCompletion.completeFinished(held);
    }

    /** The year has ended before the pair. */
    public void closeWithYear(Long programmeId, Long id) {
        end(locks.programme(programmeId), id, Mentorship.State.CLOSED_WITH_YEAR);
    }

    private void end(Held lock, Long id, Mentorship.State how) {
        locks.pair(id);
        Mentorship pair = mentorships.get(lock.programmeId(), id);
        if (pair.state().isOpen()) {
            pair.end(how, access.today(), null);
            pair.changed(access.login(), access.now());
            repository.saveAndFlush(pair);
            assignment.ended(lock, pair);
        }
    }

    /** The programme ends: whoever works is told so, and what never began is closed. */
    public void closeAll(Long programmeId) {
        Held held = locks.programme(programmeId);
        repository
                .findByProgrammeIdAndStateOrderById(programmeId, Mentorship.State.FORMED)
                .forEach(pair -> end(held, pair.id(), Mentorship.State.CLOSED_WITH_YEAR));
        searches.carryOverAll(programmeId);
        process.programmeClosed(programmeId);
    }
}
