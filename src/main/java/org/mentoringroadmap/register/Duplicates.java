package org.mentoringroadmap.register;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRepository;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.StatusChange;
import org.mentoringroadmap.participant.StatusChangeRepository;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * One person entered twice: found, shown, merged by a person and never by the program, and taken back. Curator and deputy
 * decide.
 */
@Service
@Transactional
public class Duplicates {
    /** How many pairs a page shows at most; when they are settled, the next ones follow. */
    public static final int PAGE = 50;

    private static final int HISTORY = 20;

    private final PersonQueries people;
    private final KnownLookalikes lookalikes;
    private final ParticipantRepository participants;
    private final ConsentRepository consents;
    private final PersonMergeRepository merges;
    private final StatusChangeRepository changes;
    private final ParticipantAccess access;
    private final HeldDetails held;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    Duplicates(
            PersonQueries people,
            KnownLookalikes lookalikes,
            ParticipantRepository participants,
            ConsentRepository consents,
            PersonMergeRepository merges,
            StatusChangeRepository changes,
            ParticipantAccess access,
            HeldDetails held,
            ApplicationEventPublisher events,
            JdbcClient jdbc,
            AuditTrail trail) {
        this.people = people;
        this.lookalikes = lookalikes;
        this.participants = participants;
        this.consents = consents;
        this.merges = merges;
        this.changes = changes;
        this.access = access;
        this.held = held;
        this.events = events;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** Two entries that may be one person, with what hangs on them. */
    public record Proposal(Side first, Side second) {}

    /** An entry of a person. */
    public record Side(Person person, List<Participant> participations, int consents) {}

    /** Pairs of a programme's school, as many as a page shows, and how many there are. */
    public record Found(List<Proposal> proposals, int total) {}

    /**
     * Who may have been entered twice in the school of a programme.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public Found of(Long programmeId) {
        Programme programme = access.toWrite(programmeId);
        List<Lookalikes.Pair> pairs = lookalikes.first(programme.schoolId(), PAGE);
        return new Found(proposals(pairs), lookalikes.count(programme.schoolId()));
    }

    /** Who may be the same person as a participant; empty for who may not merge. */
    @Transactional(readOnly = true)
    public List<Side> like(Participant participant) {
        if (!access.mayWrite()) {
            return List.of();
        }
        Person person = participant.person();
        Lookalikes.Known self = new Lookalikes.Known(
                person.id(),
                NameKey.of(person.fullName()),
                person.birthDate().orElse(null),
                person.details().name().givenKey());
        Set<Lookalikes.Pair> settled = settled(person.schoolId());
        List<Long> alike = people
                .near(person.schoolId(), person.id(), self.nameKey(), self.birthDate() == null, self.birthDate())
                .stream()
                .filter(other -> Lookalikes.alike(self, other))
                .map(Lookalikes.Known::id)
                .filter(other -> !settled.contains(Lookalikes.Pair.of(person.id(), other)))
                .limit(PAGE)
                .toList();
        Map<Long, Side> sides = sides(alike);
        return alike.stream().map(sides::get).toList();
    }

    private Set<Lookalikes.Pair> settled(String schoolId) {
        return new HashSet<>(jdbc.sql("select d.lower_id, d.higher_id from person_distinct d"
                        + " join person p on p.id = d.lower_id where p.school_id = :school")
                .param("school", schoolId)
                .query((row, number) -> new Lookalikes.Pair(row.getLong(1), row.getLong(2)))
                .list());
    }

    private List<Proposal> proposals(List<Lookalikes.Pair> pairs) {
        Set<Long> ids = new TreeSet<>();
        pairs.forEach(pair -> ids.addAll(List.of(pair.firstId(), pair.secondId())));
        Map<Long, Side> sides = sides(ids);
        return pairs.stream()
                .map(pair -> new Proposal(sides.get(pair.firstId()), sides.get(pair.secondId())))
                .toList();
    }

    private Map<Long, Side> sides(Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        Map<Long, List<Participant>> participations = participants.findByPersonIdInOrderById(ids).stream()
                .collect(Collectors.groupingBy(each -> each.person().id()));
        Map<Long, Long> given = consents.findByPersonIdInOrderBySignedOnDescIdDesc(ids).stream()
                .collect(Collectors.groupingBy(Consent::personId, Collectors.counting()));
        return people.findByIdIn(ids).stream()
                .collect(Collectors.toMap(
                        Person::id,
                        person -> new Side(
                                person,
                                participations.getOrDefault(person.id(), List.of()),
                                given.getOrDefault(person.id(), 0L).intValue())));
    }

    /**
     * Two entries to be compared before they are merged.
     *
     * @throws NotFoundException {@code participant.unknown} where there are no two entries of one school
     */
    @Transactional(readOnly = true)
    public Proposal compare(Long programmeId, Long firstId, Long secondId) {
        Programme programme = access.toWrite(programmeId);
        Map<Long, Side> sides = sides(List.of(firstId, secondId));
        requireTwo(programme, sides.values().stream().map(Side::person).toList());
        return new Proposal(sides.get(firstId), sides.get(secondId));
    }

    private static void requireTwo(Programme programme, Collection<Person> found) {
        boolean two = found.size() == 2
                && found.stream()
                        .allMatch(person -> person.schoolId().equals(programme.schoolId())
                                && person.mergedInto().isEmpty()
                                && person.anonymisedOn().isEmpty());
        if (!two) {
            throw new NotFoundException("participant.unknown");
        }
    }

    /** These two are different people; they are not proposed again. */
    public void tellApart(Long programmeId, Long firstId, Long secondId) {
        Programme programme = access.toWrite(programmeId);
        requireTwo(programme, people.lock(List.of(firstId, secondId)));
        Lookalikes.Pair pair = Lookalikes.Pair.of(firstId, secondId);
        if (!settled(programme.schoolId()).contains(pair)) {
            jdbc.sql("insert into person_distinct (lower_id, higher_id, decided_by, decided_at)"
                            + " values (:lower, :higher, :login, :now)")
                    .param("lower", pair.firstId())
                    .param("higher", pair.secondId())
                    .param("login", access.login())
                    .param("now", access.now())
                    .update();
            trail.record(AuditEvent.of(AuditAct.DUPLICATES_TOLD_APART, firstId).fact("other", secondId));
        }
    }

    /**
     * Makes two entries one. Participations and consents of the other entry go to the kept one. Where both take part in
     * one programme in the same role, what was entered is united and the other participation is closed.
     *
     * @param entered what is now true of the person
     * @throws ConflictException {@code merge.let-in} when a participation that would be closed was let in to a pair or a
     *     selection already
     */
    public PersonMerge merge(Long programmeId, Long keptId, Long takenId, PersonDetails entered) {
        Programme programme = access.toWrite(programmeId);
        List<Person> locked = people.lock(List.of(keptId, takenId));
        requireTwo(programme, locked);
        Person kept = locked.stream()
                .filter(person -> person.id().equals(keptId))
                .findFirst()
                .orElseThrow();
        Person taken = locked.stream()
                .filter(person -> person.id().equals(takenId))
                .findFirst()
                .orElseThrow();
        PersonMerge merge = new PersonMerge(kept, taken, access.login(), access.now());
        Map<List<Object>, Participant> present = participants.findByPersonIdOrderById(keptId).stream()
                .collect(Collectors.toMap(Duplicates::place, Function.identity()));
        for (Participant moved : participants.findByPersonIdOrderById(takenId)) {
            Participant same = present.get(place(moved));
            if (same == null) {
                moved.belongsTo(kept);
                merge.did(PersonMerge.Kind.PARTICIPANT, moved.id(), null);
            } else {
                unite(same, moved, merge);
            }
        }
        for (Consent consent : consents.findByPersonIdOrderBySignedOnDescIdDesc(takenId)) {
            consent.belongsTo(kept);
            merge.did(PersonMerge.Kind.CONSENT, consent.id(), null);
        }
        kept.describe(entered.checked(access.today()));
        kept.changed(access.login(), access.now());
        taken.mergeInto(kept);
        taken.changed(access.login(), access.now());
        participants.flush();
        held.moveIn(keptId);
        trail.record(AuditEvent.of(AuditAct.DUPLICATES_UNITED, keptId).fact("other", takenId));
        return merges.save(merge);
    }

    private static List<Object> place(Participant participant) {
        return List.of(participant.programmeId(), participant.role());
    }

    private void unite(Participant same, Participant closed, PersonMerge merge) {
        long letIn = jdbc.sql("select count(*) from admission where participant_id = :id and ended_on is null")
                .param("id", closed.id())
                .query(Long.class)
                .single();
        if (letIn > 0) {
            throw new ConflictException("merge.let-in");
        }
        same.describe(same.details().completedBy(closed.details()));
        same.changed(access.login(), access.now());
        held.unite(same.id(), closed.id());
        merge.did(PersonMerge.Kind.CLOSED, closed.id(), closed.status());
        stand(closed, ParticipantStatus.LEFT);
        events.publishEvent(new EntriesUnited(same.id(), closed.id(), false));
    }

    private void stand(Participant participant, ParticipantStatus status) {
        if (participant.status() != status) {
            participant.changeStatus(status, access.today());
            participant.changed(access.login(), access.now());
            changes.save(new StatusChange(participant, null, access.login(), access.now()));
        }
    }

    private static <T> T first(T one, T other) {
        return one == null ? other : one;
    }

    /** What was merged in the school of a programme lately, the newest first. */
    @Transactional(readOnly = true)
    public List<PersonMerge> history(Long programmeId) {
        return merges.latest(access.toWrite(programmeId).schoolId(), PageRequest.of(0, HISTORY));
    }

    /**
     * Takes a merge back: participations and consents return, the other entry is seen again. What was entered about the
     * kept one stays.
     *
     * @throws NotFoundException {@code merge.unknown}
     * @throws ConflictException {@code merge.undone}; {@code merge.later} when the kept person was merged once more since
     */
    public void undo(Long programmeId, Long mergeId) {
        Programme programme = access.toWrite(programmeId);
        PersonMerge merge = merges.findById(mergeId)
                .filter(found -> found.kept().schoolId().equals(programme.schoolId()))
                .orElseThrow(() -> new NotFoundException("merge.unknown"));
        people.lock(List.of(merge.kept().id(), merge.taken().id()));
        if (merge.undoneAt().isPresent()) {
            throw new ConflictException("merge.undone");
        }
        boolean moved = merge.kept().mergedInto().isPresent()
                || merges.existsByKeptIdAndIdGreaterThanAndUndoneAtIsNull(
                        merge.kept().id(), mergeId);
        if (moved || merge.kept().anonymisedOn().isPresent()) {
            throw new ConflictException("merge.later");
        }
        merge.items().forEach(item -> giveBack(item, merge));
        merge.taken().standAlone();
        merge.taken().changed(access.login(), access.now());
        merge.undone(access.login(), access.now());
        participants.flush();
        held.moveOut(merge.kept().id());
        held.moveOut(merge.taken().id());
        trail.record(AuditEvent.of(AuditAct.DUPLICATES_PARTED, merge.kept().id())
                .fact("other", merge.taken().id()));
    }

    private void giveBack(PersonMerge.Item item, PersonMerge merge) {
        Person owner = merge.taken();
        switch (item.kind()) {
            case PARTICIPANT -> participants.findById(item.itemId()).ifPresent(moved -> moved.belongsTo(owner));
            case CONSENT -> consents.findById(item.itemId()).ifPresent(moved -> moved.belongsTo(owner));
            case CLOSED -> participants.findById(item.itemId()).ifPresent(closed -> reopen(closed, item, merge));
        }
    }

    private void reopen(Participant closed, PersonMerge.Item item, PersonMerge merge) {
        stand(closed, item.earlier());
        participants
                .findByProgrammeIdAndPersonIdAndRole(
                        closed.programmeId(), merge.kept().id(), closed.role())
                .ifPresent(kept -> events.publishEvent(new EntriesUnited(kept.id(), closed.id(), true)));
    }

    /** What is entered about both together: where the kept entry says nothing, the other one does. */
    public static PersonDetails together(PersonDetails kept, PersonDetails other) {
        return new PersonDetails(
                kept.lastName(),
                kept.firstName(),
                first(kept.middleName(), other.middleName()),
                first(kept.birthDate(), other.birthDate()),
                first(kept.phone(), other.phone()),
                first(kept.email(), other.email()),
                first(kept.organisation(), other.organisation()),
                first(kept.post(), other.post()),
                first(kept.staffMemberId(), other.staffMemberId()),
                first(kept.representativeName(), other.representativeName()),
                first(kept.representativeRelation(), other.representativeRelation()),
                first(kept.representativePhone(), other.representativePhone()));
    }
}
