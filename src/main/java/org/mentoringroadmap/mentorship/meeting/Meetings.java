package org.mentoringroadmap.mentorship.meeting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.Meeting;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MeetingRepository;
import org.mentoringroadmap.mentorship.MeetingTaskCompletion;
import org.mentoringroadmap.mentorship.MemberAssignment;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipAccess;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.mentorship.MentorshipInput;
import org.mentoringroadmap.mentorship.MentorshipLocks;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.MentorshipRepository;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock.Held;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The diary of the pairs: who met when. The tables are the truth; a pair's process catches up with them. */
@Service
@Transactional
public class Meetings {
    private static final Logger LOG = LoggerFactory.getLogger(Meetings.class);

    /**
     * A line of the grid.
     *
     * @param mentorship the pair or group
     * @param meetings its meetings by kind, the earliest first; every kind is there
     */
    public record Row(Mentorship mentorship, Map<MeetingKind, List<Meeting>> meetings) {
        /** Meetings of a kind, the earliest first. */
        public List<Meeting> of(MeetingKind kind) {
            return meetings.get(kind);
        }
    }

    private final MeetingRepository meetings;
    private final MentorshipRepository repository;
    private final Mentorships mentorships;
    private final MentorshipProcess process;
    private final MeetingTaskCompletion taskCompletion;
    private final MentorshipLocks locks;
    private final MentorshipAccess access;
    private final MemberAssignment assignment;

    private final AuditTrail trail;

    Meetings(
            MeetingRepository meetings,
            MentorshipRepository repository,
            Mentorships book,
            MentorshipProcess process,
            MeetingTaskCompletion taskCompletion,
            MentorshipLocks locks,
            MentorshipAccess access,
            MemberAssignment assignment,
            AuditTrail trail) {
        this.trail = trail;
        this.meetings = meetings;
        this.repository = repository;
        this.mentorships = book;
        this.process = process;
        this.taskCompletion = taskCompletion;
        this.locks = locks;
        this.access = access;
        this.assignment = assignment;
    }

    /** One page of pairs with their meetings; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public Page<Row> grid(Long programmeId, MentorshipFilter filter, int page) {
        Page<Mentorship> pairs = mentorships.find(programmeId, filter, page);
        Map<Long, Map<MeetingKind, List<Meeting>>> byPair = byPair(pairs.getContent());
        return pairs.map(pair -> new Row(pair, byPair.get(pair.id())));
    }

    /** The same for some pairs, in their order. */
    @Transactional(readOnly = true)
    public List<Row> rows(Collection<Mentorship> pairs) {
        Map<Long, Map<MeetingKind, List<Meeting>>> byPair = byPair(pairs);
        return pairs.stream().map(pair -> new Row(pair, byPair.get(pair.id()))).toList();
    }

    private Map<Long, Map<MeetingKind, List<Meeting>>> byPair(Collection<Mentorship> pairs) {
        List<Long> ids = pairs.stream().map(Mentorship::id).toList();
        Map<Long, List<Meeting>> found = meetings.findByMentorshipIdInOrderByMeetingDateAscIdAsc(ids).stream()
                .collect(Collectors.groupingBy(Meeting::mentorshipId));
        return ids.stream()
                .collect(Collectors.toMap(id -> id, id -> byKind(found.getOrDefault(id, List.of())), (a, b) -> a));
    }

    private static Map<MeetingKind, List<Meeting>> byKind(List<Meeting> all) {
        Map<MeetingKind, List<Meeting>> kinds = new EnumMap<>(MeetingKind.class);
        for (MeetingKind kind : MeetingKind.values()) {
            kinds.put(
                    kind, all.stream().filter(meeting -> meeting.kind() == kind).toList());
        }
        return kinds;
    }

    /** The meetings of a pair, the earliest first. */
    @Transactional(readOnly = true)
    public List<Meeting> of(Long mentorshipId) {
        return meetings.findByMentorshipIdOrderByMeetingDateAscIdAsc(mentorshipId);
    }

    /** How many pairs and groups of a programme have had a meeting of the kind. */
    @Transactional(readOnly = true)
    public long having(Long programmeId, MeetingKind kind) {
        return meetings.countHaving(programmeId, kind);
    }

    /** How many pairs still meet without having had the meeting. */
    @Transactional(readOnly = true)
    public long missing(Long programmeId, MeetingKind kind) {
        return meetings.countMissing(programmeId, kind);
    }

    /**
     * Enters a meeting. The same meeting entered twice with the same day is one; a final meeting ends the pair's work.
     *
     * @return whether it was not known before
     * @throws NotFoundException {@code mentorship.unknown}, {@code programme.unknown}
     * @throws ForbiddenException {@code mentorship.not-yours}: writers and the pair's own mentor may
     * @throws ConflictException {@code mentorship.programme-completed}; {@code mentorship.meeting-known} when the meeting
     *     has another day already; {@code mentorship.closed} when the pair has parted before that day
     * @throws UserInputException {@code mentorship.date}, {@code mentorship.date-future}, {@code mentorship.date-year};
     *     {@code mentorship.reason} when they do without it and nobody says why
     */
    public boolean record(Long programmeId, Long mentorshipId, MeetingKind kind, MeetingReport report) {
        Held held = locks.programme(programmeId);
        boolean added = add(programmeId, mentorshipId, kind, report);
        if (added) {
            process.meetingRecorded(programmeId, List.of(mentorshipId), kind);
            taskCompletion.completeFinished(held);
        }
        return added;
    }

    /**
     * Enters a meeting of several pairs on the same day; pairs that have had it or have parted are left out.
     *
     * @return how many were entered
     * @throws UserInputException {@code mentorship.none} when no pair is given, and as {@link #record}
     */
    public int recordAll(Long programmeId, Collection<Long> mentorshipIds, MeetingKind kind, LocalDate date) {
        access.toWrite(programmeId);
        Held held = locks.programme(programmeId);
        if (mentorshipIds.isEmpty()) {
            throw new UserInputException("mentorship.none");
        }
        List<Mentorship> pairs = locked(programmeId, mentorshipIds);
        Map<Long, List<Meeting>> known = known(pairs, kind);
        List<Long> added = new ArrayList<>();
        for (Mentorship pair : pairs) {
            List<Meeting> had = known.getOrDefault(pair.id(), List.of());
            boolean missing = kind.repeats() || had.isEmpty();
            if (missing && pair.state().isOpen() && add(pair, kind, MeetingReport.on(date), had)) {
                added.add(pair.id());
            }
        }
        if (!added.isEmpty()) {
            process.meetingRecorded(programmeId, added, kind);
        }
        taskCompletion.completeFinished(held);
        return added.size();
    }

    /** The mentor's own word, from the task; unlike {@link #record} it is refused where somebody was faster. */
    void report(Long programmeId, Long mentorshipId, MeetingKind kind, MeetingReport report) {
        Held held = locks.programme(programmeId);
        if (!add(programmeId, mentorshipId, kind, report)) {
            throw new ConflictException("mentorship.meeting-meanwhile");
        }
        taskCompletion.completeFinished(held);
    }

    private boolean add(Long programmeId, Long mentorshipId, MeetingKind kind, MeetingReport report) {
        List<Mentorship> pair = locked(programmeId, List.of(mentorshipId));
        return add(pair.get(0), kind, report, known(pair, kind).getOrDefault(mentorshipId, List.of()));
    }

    /** Pairs of a programme in the order of their ids, each held until the transaction ends. */
    private List<Mentorship> locked(Long programmeId, Collection<Long> ids) {
        locks.pairs(ids);
        return mentorships.all(programmeId, ids);
    }

    /** Their meetings of a kind by pair; who has had none is not there. */
    private Map<Long, List<Meeting>> known(Collection<Mentorship> pairs, MeetingKind kind) {
        return meetings
                .findByMentorshipIdInAndKind(pairs.stream().map(Mentorship::id).toList(), kind)
                .stream()
                .collect(Collectors.groupingBy(Meeting::mentorshipId));
    }

    private boolean add(Mentorship pair, MeetingKind kind, MeetingReport report, List<Meeting> known) {
        Programme programme = access.toMeet(pair);
        String note = report.held() ? MentorshipInput.clean(report.note()) : MentorshipInput.reason(report.note());
        LocalDate date = report.held() ? access.past(programme, report.date()) : access.today();
        if (!pair.state().isOpen() && pair.state() != Mentorship.State.COMPLETED) {
            boolean after = pair.state() == Mentorship.State.CLOSED_WITH_YEAR
                    || pair.endedOn().filter(date::isAfter).isPresent();
            if (after) {
                throw new ConflictException("mentorship.closed", pair.code());
            }
        }
        if (isKnown(pair, kind, date, known)) {
            return false;
        }
        meetings.save(new Meeting(
                pair.id(), kind, new MeetingReport(report.held(), date, note), access.login(), access.now()));
        return true;
    }

    private static boolean isKnown(Mentorship pair, MeetingKind kind, LocalDate date, List<Meeting> known) {
        if (kind.repeats()) {
            return known.stream().map(Meeting::date).anyMatch(date::equals);
        }
        known.stream()
                .filter(meeting -> !meeting.date().equals(date))
                .findFirst()
                .ifPresent(other -> {
                    throw new ConflictException(
                            "mentorship.meeting-known", pair.code(), MentorshipInput.day(other.date()));
                });
        return !known.isEmpty();
    }

    /**
     * Corrects the day of a meeting.
     *
     * @throws NotFoundException {@code mentorship.meeting-unknown}
     * @throws ConflictException {@code mentorship.meeting-known} when the pair has met on that day already
     */
    public void move(Long programmeId, Long meetingId, LocalDate date) {
        Programme programme = access.toWrite(programmeId);
        locks.programme(programmeId);
        Meeting meeting = meeting(programmeId, meetingId);
        Mentorship pair = mentorships.get(programmeId, meeting.mentorshipId());
        LocalDate day = access.past(programme, date);
        if (!day.equals(meeting.date())
                && meetings.existsByMentorshipIdAndKindAndMeetingDate(pair.id(), meeting.kind(), day)) {
            throw new ConflictException("mentorship.meeting-known", pair.code(), MentorshipInput.day(day));
        }
        meeting.move(day, access.login(), access.now());
    }

    /**
     * Takes back a meeting that was entered by mistake. A pair that had ended with it works on.
     *
     * @throws NotFoundException {@code mentorship.meeting-unknown}
     * @throws ConflictException {@code mentorship.programme-completed}
     */
    public void remove(Long programmeId, Long meetingId) {
        Programme programme = access.toWrite(programmeId);
        Held held = locks.programme(programmeId);
        Meeting meeting = meeting(programmeId, meetingId);
        locks.pair(meeting.mentorshipId());
        Mentorship pair = mentorships.get(programmeId, meeting.mentorshipId());
        meetings.delete(meeting);
        meetings.flush();
        trail.record(AuditEvent.of(AuditAct.MEETING_REMOVED, pair.id()).fact("programme", programmeId));
        LOG.info("Meeting {} of mentorship {} removed by {}", meeting.kind(), pair.id(), access.login());
        if (meeting.kind() == MeetingKind.FINAL && pair.state() == Mentorship.State.COMPLETED) {
            pair.reopen();
            pair.changed(access.login(), access.now());
            repository.saveAndFlush(pair);
            assignment.reopened(held, pair);
            process.start(programme, pair.id());
        }
    }

    private Meeting meeting(Long programmeId, Long meetingId) {
        Meeting meeting =
                meetings.findById(meetingId).orElseThrow(() -> new NotFoundException("mentorship.meeting-unknown"));
        mentorships.get(programmeId, meeting.mentorshipId());
        return meeting;
    }
}
