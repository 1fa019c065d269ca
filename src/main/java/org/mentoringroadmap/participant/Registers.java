package org.mentoringroadmap.participant;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.person.PersonRepository;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The registers of a programme («база наставляемых», «база наставников»). Everybody sees what the own role may see;
 * curator and deputy write.
 */
@Service
@Transactional
public class Registers {
    /** How many a list shows at once. */
    public static final int PAGE = 50;

    private static final int MAX_PAGE_SIZE = 200;
    private static final int MAX_REASON_LENGTH = 500;

    private final PersonRepository people;
    private final ParticipantRepository participants;
    private final StatusChangeRepository changes;
    private final SchoolClasses classes;
    private final ParticipantAccess access;
    private final ApplicationEventPublisher events;
    private final MentorshipsInUse mentorships;
    private final ConsentGate gate;
    private final OfferedData offered;
    private final AuditTrail trail;

    Registers(
            PersonRepository people,
            ParticipantRepository participants,
            StatusChangeRepository changes,
            SchoolClasses classes,
            ParticipantAccess access,
            ApplicationEventPublisher events,
            MentorshipsInUse mentorships,
            ConsentGate gate,
            OfferedData offered,
            AuditTrail trail) {
        this.people = people;
        this.participants = participants;
        this.changes = changes;
        this.classes = classes;
        this.access = access;
        this.events = events;
        this.mentorships = mentorships;
        this.gate = gate;
        this.offered = offered;
        this.trail = trail;
    }

    /**
     * Enters somebody. A person whom the school knows already, by name and birthday, is not entered twice: the new
     * participation is theirs. Before the consent nothing is entered but what preparing it needs.
     *
     * @throws UserInputException what {@link PersonDetails} and {@link ParticipantDetails} refuse; {@code
     *     participant.before-consent}; {@code participant.not-named.…} for what the consent does not name, {@code
     *     participant.of-pupils.…} for what no consent of a grown-up does
     * @throws NotFoundException {@code programme.unknown}, {@code class.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.exists}, {@code participant.programme-completed}
     */
    public Participant enter(
            Long programmeId, ParticipantRole role, PersonDetails personDetails, ParticipantDetails details) {
        Programme programme = access.toWrite(programmeId);
        PersonDetails checkedPerson = personDetails.checked(access.today());
        ParticipantDetails checked = details.checked(role).only(offered.needs(programme.schoolId()));
        requireClass(programme, checked);
        Optional<Person> known = known(programme.schoolId(), checkedPerson);
        known.ifPresent(somebody -> gate.requireMayEnter(programme, somebody));
        Person person = known.orElseGet(() -> {
            Person entered = new Person(programme.schoolId(), checkedPerson);
            entered.changed(access.login(), access.now());
            return people.save(entered);
        });
        return enter(programmeId, role, person, checked);
    }

    private Participant enter(Long programmeId, ParticipantRole role, Person person, ParticipantDetails checked) {
        if (participants
                .findByProgrammeIdAndPersonIdAndRole(programmeId, person.id(), role)
                .isPresent()) {
            throw new ConflictException("participant.exists");
        }
        Programme programme = access.toRead(programmeId);
        if (checked.saysMoreThanAConsentNeeds(role) && !gate.isOpen(programme, person.id(), role)) {
            throw new UserInputException("participant.before-consent");
        }
        gate.requireNamed(programme, person.id(), role, checked.category(), checked.needs());
        Participant participant = new Participant(programmeId, person, role, checked, access.today());
        participant.changed(access.login(), access.now());
        participants.save(participant);
        trail.record(AuditEvent.of(AuditAct.CARD_ENTERED, participant.id()).in(person.schoolId()));
        changes.save(new StatusChange(participant, null, access.login(), access.now()));
        return participant;
    }

    /**
     * Changes what is entered. Without a consent what stands in the card beyond the preparation of one stays as it is.
     *
     * @param personVersion version of the person that the editor saw
     * @param version version of the participant that the editor saw
     * @throws UserInputException {@code participant.before-consent} for anything more
     * @throws ConflictException {@code participant.changed-meanwhile} when somebody else was faster; {@code
     *     participant.erased}
     */
    public Participant change(
            Long id, int personVersion, int version, PersonDetails personDetails, ParticipantDetails details) {
        Participant participant = get(id);
        Programme programme = access.toWrite(participant.programmeId());
        if (participant.person().anonymisedOn().isPresent()) {
            throw new ConflictException("participant.erased");
        }
        if (participant.version() != version || participant.person().version() != personVersion) {
            throw new ConflictException("participant.changed-meanwhile");
        }
        ParticipantDetails checked = details.checked(participant.role()).only(offered.needs(programme.schoolId()));
        requireClass(programme, checked);
        participant.person().describe(personDetails.checked(access.today()));
        participant.person().changed(access.login(), access.now());
        return describe(programme, participant, checked);
    }

    /**
     * Changes what is entered about somebody as mentee or mentor; what is known of the person stays as it is.
     *
     * @param version version of the participant that the editor saw
     * @throws UserInputException what {@link ParticipantDetails} refuses; {@code participant.before-consent}
     * @throws ConflictException {@code participant.changed-meanwhile} when somebody else was faster; {@code
     *     participant.erased}
     */
    public Participant describe(Long id, int version, ParticipantDetails details) {
        Participant participant = get(id);
        Programme programme = access.toWrite(participant.programmeId());
        gate.requireNotErased(participant.person());
        if (participant.version() != version) {
            throw new ConflictException("participant.changed-meanwhile");
        }
        return describe(
                programme, participant, details.checked(participant.role()).only(offered.needs(programme.schoolId())));
    }

    private Participant describe(Programme programme, Participant participant, ParticipantDetails checked) {
        ParticipantDetails present = participant.details();
        if (!gate.isOpen(participant)) {
            participant.describe(unchanged(participant.role(), checked, present));
        } else {
            // who may not read special categories does not wipe them out by saving a form without them
            ParticipantDetails entered = access.maySeeNeeds() ? checked : checked.withSecretsOf(present);
            Set<Need> added = new HashSet<>(entered.needs());
            added.removeAll(present.needs());
            gate.requireNamed(programme, participant.person().id(), participant.role(), entered.category(), added);
            participant.describe(entered);
        }
        participant.changed(access.login(), access.now());
        trail.record(AuditEvent.of(AuditAct.CARD_CHANGED, participant.id()));
        events.publishEvent(new RegisterChanged(participant.programmeId()));
        return participant;
    }

    /** Without a consent nothing is added to what the card says, and nothing is lost. */
    private static ParticipantDetails unchanged(
            ParticipantRole role, ParticipantDetails checked, ParticipantDetails present) {
        if (checked.saysMoreThanAConsentNeeds(role) && !checked.saysTheSame(present)) {
            throw new UserInputException("participant.before-consent");
        }
        return checked.withoutConsent(present);
    }

    /**
     * What of typed details is most likely a slip; nothing of it is stored by this.
     *
     * @param known the card that is changed; null for a new one
     * @throws UserInputException as entering them does
     */
    @Transactional(readOnly = true)
    public List<Doubt> doubts(
            Long programmeId,
            ParticipantRole role,
            PersonDetails person,
            ParticipantDetails details,
            Participant known) {
        access.toWrite(programmeId);
        ParticipantDetails checked = details.checked(role);
        List<Doubt> doubts = new ArrayList<>(Doubt.of(
                person.checked(access.today()),
                known == null ? null : known.person().details(),
                checked.category(),
                access.today()));
        doubts.addAll(Doubt.of(checked, known == null ? null : known.details()));
        return doubts;
    }

    /**
     * Writes what has come of the participation.
     *
     * @param text may be null
     * @throws UserInputException {@code participant.too-long}
     * @throws ConflictException {@code participant.no-consent}
     */
    public void conclude(Long id, String text) {
        Participant participant = get(id);
        access.toWrite(participant.programmeId());
        gate.require(participant);
        participant.conclude(ParticipantDetails.text(text));
        participant.changed(access.login(), access.now());
        trail.record(AuditEvent.of(AuditAct.CARD_CHANGED, id));
    }

    /**
     * Enters somebody whom the school knows already in one more role or year.
     *
     * @throws NotFoundException {@code participant.unknown}
     * @throws ConflictException {@code participant.exists}, {@code participant.programme-completed}; {@code
     *     participant.erased}, {@code participant.withdrawn} of somebody who has taken the consent back
     */
    public Participant enterAgain(Long programmeId, ParticipantRole role, Long personId, ParticipantDetails details) {
        Programme programme = access.toWrite(programmeId);
        Person person = people.findById(personId)
                .filter(known -> known.schoolId().equals(programme.schoolId()))
                .orElseThrow(() -> new NotFoundException("participant.unknown"));
        ParticipantDetails checked = details.checked(role).only(offered.needs(programme.schoolId()));
        requireClass(programme, checked);
        gate.requireMayEnter(programme, person);
        return enter(programmeId, role, person, checked);
    }

    /** How many people of earlier programmes are to go on in this one and do not stand in its register yet. */
    @Transactional(readOnly = true)
    public int goingOn(Programme programme, ParticipantRole role) {
        List<Long> earlier = access.before(programme);
        return earlier.isEmpty()
                ? 0
                : participants.countGoingOn(
                        earlier, programme.id(), programme.schoolYear().firstYear(), role);
    }

    /**
     * Takes over who is to go on from an earlier programme of the school: name, class and what they are; everything else is
     * said anew with this year's consent. Who has taken the consent back meanwhile is left out, and so is who
     * stands in a class that has left the school.
     *
     * @return how many were taken over
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public int takeOver(Long programmeId, ParticipantRole role) {
        return takeOver(programmeId, role, List.of());
    }

    /**
     * The same, and others of earlier programmes of the school too, such as those for whom no mentor was found.
     *
     * @param others participants in this role; who stands in the register already, or cannot, is left out
     */
    public int takeOver(Long programmeId, ParticipantRole role, Collection<Participant> others) {
        Programme programme = access.toWrite(programmeId);
        List<Participant> comers = comingTo(programme, role, others);
        comers.forEach(known -> enter(
                programmeId,
                role,
                known.person(),
                ParticipantDetails.of(role, known.category(), known.classId().orElse(null))));
        return comers.size();
    }

    /** How many people {@link #takeOver(Long, ParticipantRole, Collection)} would take over. */
    @Transactional(readOnly = true)
    public int comers(Programme programme, ParticipantRole role, Collection<Participant> others) {
        return comingTo(access.toRead(programme.id()), role, others).size();
    }

    private List<Participant> comingTo(Programme programme, ParticipantRole role, Collection<Participant> others) {
        Set<Long> present = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .map(SchoolClass::id)
                .collect(Collectors.toSet());
        Set<Long> seen = new HashSet<>();
        return Stream.concat(comers(programme, role), others.stream())
                .filter(known -> known.role() == role
                        && known.person().schoolId().equals(programme.schoolId())
                        && known.person().anonymisedOn().isEmpty())
                .filter(known -> known.classId().map(present::contains).orElse(true))
                .filter(known -> !gate.isClosed(known))
                .filter(known -> seen.add(known.person().id()))
                .filter(known -> participants
                        .findByProgrammeIdAndPersonIdAndRole(
                                programme.id(), known.person().id(), role)
                        .isEmpty())
                .toList();
    }

    private Stream<Participant> comers(Programme programme, ParticipantRole role) {
        List<Long> earlier = access.before(programme);
        return earlier.isEmpty()
                ? Stream.empty()
                : participants
                        .goingOn(earlier, programme.id(), programme.schoolYear().firstYear(), role)
                        .stream();
    }

    /**
     * Says where a participant stands from today on. Who stands there already stays so since the day that is known; a reason is
     * added to the story.
     *
     * @param reason may be null
     * @throws UserInputException {@code participant.too-long}
     * @throws ConflictException {@code participant.in-pair} while a pair says where the participant stands; {@code
     *     participant.erased}, {@code participant.withdrawn} of somebody who has taken the consent back
     */
    public void changeStatus(Long id, ParticipantStatus status, String reason) {
        Participant participant = get(id);
        access.toWrite(participant.programmeId());
        gate.requireNotClosed(participant);
        String clean = EnteredText.clean(reason);
        if (clean != null && clean.length() > MAX_REASON_LENGTH) {
            throw new UserInputException("participant.too-long", String.valueOf(MAX_REASON_LENGTH));
        }
        List<MentorshipsInUse.OpenMentorship> open = mentorships.of(List.of(id), false);
        if (!open.isEmpty()) {
            throw new ConflictException("participant.in-pair", open.get(0).code());
        }
        if (participant.status() == status && clean != null) {
            changes.save(new StatusChange(participant, clean, access.login(), access.now()));
        } else {
            move(participant, status, clean);
        }
    }

    /** The same, for the application itself: no role is asked. */
    void move(Participant participant, ParticipantStatus status, String reason) {
        if (participant.status() == status) {
            return;
        }
        participant.changeStatus(status, access.today());
        participant.changed(access.login(), access.now());
        changes.save(new StatusChange(participant, reason, access.login(), access.now()));
        events.publishEvent(new RegisterChanged(participant.programmeId()));
    }

    /**
     * One page of a programme's participants that the acting account may see, in the order of names.
     *
     * @param page number of the page, from 0
     * @param size how many, 1 … 200
     */
    @Transactional(readOnly = true)
    public Page<Participant> find(Long programmeId, ParticipantFilter filter, int page, int size) {
        Programme programme = access.toRead(programmeId);
        Optional<Set<Long>> own = access.ownClasses(programme.schoolId());
        return participants.search(
                programmeId,
                filter.role(),
                NameKey.of(filter.text()),
                filter.category(),
                filter.classId(),
                filter.status(),
                own.isEmpty(),
                seen(own),
                filter.missing(),
                programme.lastDay(access.today()),
                PageRequest.of(Math.max(page, 0), Math.min(Math.max(size, 1), MAX_PAGE_SIZE)));
    }

    /**
     * Everybody whom {@link #find} would show on all its pages, in their order: looked for once, then read on by key, so
     * that a long register costs no more for each person than a short one.
     *
     * @param size how many the reader is given at a time
     */
    @Transactional(readOnly = true)
    public void readAll(Long programmeId, ParticipantFilter filter, int size, Consumer<List<Participant>> reader) {
        Programme programme = access.toRead(programmeId);
        Optional<Set<Long>> own = access.ownClasses(programme.schoolId());
        List<Long> ids = participants.ids(
                programmeId,
                filter.role(),
                NameKey.of(filter.text()),
                filter.category(),
                filter.classId(),
                filter.status(),
                own.isEmpty(),
                seen(own),
                filter.missing(),
                programme.lastDay(access.today()));
        for (int from = 0; from < ids.size(); from += size) {
            reader.accept(participants.cards(ids.subList(from, Math.min(from + size, ids.size()))));
        }
    }

    private static Set<Long> seen(Optional<Set<Long>> own) {
        Set<Long> seen = new HashSet<>(own.orElse(Set.of()));
        seen.add(-1L); // an empty list is no SQL
        return seen;
    }

    /**
     * A participant whom the acting account may see, with the person and all that is entered.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    @Transactional(readOnly = true)
    public Participant visible(Long id) {
        Participant participant = access.visible(get(id));
        participant.details(); // read while the transaction is open; lists do without
        return participant;
    }

    /** Where a participant has stood, first to last. */
    @Transactional(readOnly = true)
    public List<StatusChange> story(Long id) {
        return changes.findByParticipantIdOrderById(visible(id).id());
    }

    private Participant get(Long id) {
        return participants.card(id).orElseThrow(() -> new NotFoundException("participant.unknown"));
    }

    private Optional<Person> known(String schoolId, PersonDetails checked) {
        return people.findBySchoolIdAndNameKey(schoolId, NameKey.of(checked.fullName())).stream()
                .filter(person -> person.birthDate().isPresent()
                        && person.birthDate().get().equals(checked.birthDate()))
                .findFirst();
    }

    private void requireClass(Programme programme, ParticipantDetails checked) {
        if (checked.classId() != null) {
            classes.get(programme.schoolId(), checked.classId());
        }
    }
}
