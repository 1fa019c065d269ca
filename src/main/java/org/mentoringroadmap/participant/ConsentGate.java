package org.mentoringroadmap.participant;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Component;

/**
 * Whether somebody has consented to the processing of the data that a role needs. Before it, and after the consent was
 * withdrawn or has run out, nothing is entered but what preparing the consent needs: name, class, birthday, the
 * representative and how to reach them.
 */
@Component
public class ConsentGate {
    private final ParticipantRepository participants;
    private final Programmes programmes;
    private final Clock clock;

    ConsentGate(ParticipantRepository participants, Programmes programmes, Clock clock) {
        this.participants = participants;
        this.programmes = programmes;
        this.clock = clock;
    }

    /** Whether the person has consented, as somebody in that role and for the programme's year. */
    public boolean isOpen(Programme programme, Long personId, ParticipantRole role) {
        return participants.hasConsented(
                personId, role == ParticipantRole.MENTEE, day(programme), programme.lastDay(LocalDate.now(clock)));
    }

    /** The same of a participant. */
    public boolean isOpen(Participant participant) {
        return isOpen(
                programmes.get(participant.programmeId()), participant.person().id(), participant.role());
    }

    /**
     * Whether a consent of the person names the field in its list of data. Of the fields that a school decides about only a
     * paper that was registered while they were asked for does: one that is older says nothing of them (152-ФЗ, article 9
     * part 4, and article 10 part 2 item 1 for health).
     */
    public boolean isOpen(Programme programme, Long personId, ParticipantRole role, DataField field) {
        return field.isByChoice()
                ? participants.hasConsentedTo(
                        field == DataField.HEALTH,
                        field == DataField.HARDSHIP,
                        personId,
                        role == ParticipantRole.MENTEE,
                        day(programme),
                        programme.lastDay(LocalDate.now(clock)))
                : isOpen(programme, personId, role);
    }

    /**
     * Demands that the consent names what these special categories belong to.
     *
     * @throws UserInputException {@code participant.not-named.…} with the field; {@code participant.of-pupils.…} where no
     *     consent of somebody of this category ever names it
     */
    void requireNamed(
            Programme programme,
            Long personId,
            ParticipantRole role,
            ParticipantCategory category,
            Collection<Need> needs) {
        for (Need need : needs) {
            if (!need.of(category)) {
                throw new UserInputException("participant.of-pupils." + need.field());
            }
            if (need.field().isByChoice() && !isOpen(programme, personId, role, need.field())) {
                throw new UserInputException("participant.not-named." + need.field());
            }
        }
    }

    /** Those of these special categories that the consents of a participant name. */
    Set<Need> named(Participant participant, Set<Need> needs) {
        Programme programme = programmes.get(participant.programmeId());
        return needs.stream()
                .filter(need -> isOpen(programme, participant.person().id(), participant.role(), need.field()))
                .collect(Collectors.toSet());
    }

    /** Whether the person behind the participant has ever consented in that role. */
    boolean wasEverOpen(Participant participant) {
        return participants.hasEverConsented(participant.person().id(), participant.role() == ParticipantRole.MENTEE);
    }

    /**
     * Who has consented.
     *
     * @param people to the processing of what the role needs
     * @param health to that of their health too
     * @param hardship to that of a hard situation in life too
     */
    public record Consented(Set<Long> people, Set<Long> health, Set<Long> hardship) {
        /** Whether a person's consent names the field. */
        public boolean to(DataField field, Long personId) {
            return switch (field) {
                case HEALTH -> health.contains(personId);
                case HARDSHIP -> hardship.contains(personId);
                default -> people.contains(personId);
            };
        }
    }

    /**
     * Whether nothing may be added to a participation any more: the person's data are erased, or the consent to processing
     * in that role is withdrawn and none was given since.
     */
    public boolean isClosed(Participant participant) {
        return refusal(participant.person(), List.of(participant.role())).isPresent();
    }

    /**
     * Demands that something may be added to a participation.
     *
     * @throws ConflictException {@code participant.erased}, {@code participant.withdrawn}
     */
    public void requireNotClosed(Participant participant) {
        refuse(refusal(participant.person(), List.of(participant.role())));
    }

    /**
     * The same of a person, in whatever role.
     *
     * @throws ConflictException {@code participant.erased}, {@code participant.withdrawn}
     */
    public void requireNotClosed(Person person) {
        refuse(refusal(person, List.of(ParticipantRole.values())));
    }

    /**
     * Demands that somebody may be entered in a programme: whoever has withdrawn and stands in a programme of its year
     * already consents there first; for another year the paper is prepared.
     *
     * @throws ConflictException {@code participant.erased}, {@code participant.withdrawn}
     */
    void requireMayEnter(Programme programme, Person person) {
        if (person.anonymisedOn().isPresent() || standing(programme).contains(person.id())) {
            requireNotClosed(person);
        }
    }

    /** Keys of those whom {@link #requireMayEnter} would refuse for their withdrawal. */
    public Set<Long> mayNotEnter(Programme programme) {
        Set<Long> people = withdrawn(programme.schoolId(), List.of(ParticipantRole.values()));
        people.retainAll(people.isEmpty() ? Set.of() : standing(programme));
        return people;
    }

    private Set<Long> standing(Programme programme) {
        return participants.peopleOf(programmes.visible().stream()
                .filter(other -> other.schoolId().equals(programme.schoolId()))
                .filter(other -> other.schoolYear().equals(programme.schoolYear()))
                .map(Programme::id)
                .toList());
    }

    /** Keys of the people of a school who have withdrawn in that role and have not consented since. */
    public Set<Long> withdrawn(String schoolId, ParticipantRole role) {
        return withdrawn(schoolId, List.of(role));
    }

    private Set<Long> withdrawn(String schoolId, List<ParticipantRole> roles) {
        LocalDate today = LocalDate.now(clock);
        Set<Long> people = new HashSet<>();
        for (ParticipantRole role : roles) {
            people.addAll(participants.withdrawn(schoolId, role == ParticipantRole.MENTEE));
        }
        for (ParticipantRole role : people.isEmpty() ? List.<ParticipantRole>of() : roles) {
            people.removeAll(participants.consented(schoolId, role == ParticipantRole.MENTEE, today, today));
        }
        return people;
    }

    /**
     * Demands that something may still be changed of what is kept about a person: of whom nothing is known any more nothing is
     * changed, given out or taken back.
     *
     * @throws ConflictException {@code participant.erased}
     */
    public void requireNotErased(Person person) {
        if (person.anonymisedOn().isPresent()) {
            throw new ConflictException("participant.erased");
        }
    }

    /** A paper that ended with its year was not withdrawn, and the next one is asked for as ever. */
    private Optional<String> refusal(Person person, List<ParticipantRole> roles) {
        if (person.anonymisedOn().isPresent()) {
            return Optional.of("participant.erased");
        }
        LocalDate today = LocalDate.now(clock);
        boolean withdrawn = false;
        for (ParticipantRole role : roles) {
            boolean mentee = role == ParticipantRole.MENTEE;
            if (participants.hasConsented(person.id(), mentee, today, today)) {
                return Optional.empty();
            }
            withdrawn |= participants.hasWithdrawn(person.id(), mentee);
        }
        return withdrawn ? Optional.of("participant.withdrawn") : Optional.empty();
    }

    private static void refuse(Optional<String> refusal) {
        refusal.ifPresent(code -> {
            throw new ConflictException(code);
        });
    }

    /** Keys of the people of the programme's school who have. */
    public Consented consented(Programme programme, ParticipantRole role) {
        boolean mentee = role == ParticipantRole.MENTEE;
        String school = programme.schoolId();
        LocalDate day = day(programme);
        LocalDate until = programme.lastDay(LocalDate.now(clock));
        return new Consented(
                participants.consented(school, mentee, day, until),
                participants.consentedTo(true, false, school, mentee, day, until),
                participants.consentedTo(false, true, school, mentee, day, until));
    }

    /**
     * Demands the consent.
     *
     * @throws ConflictException {@code participant.no-consent}
     */
    public void require(Participant participant) {
        if (!isOpen(participant)) {
            throw new ConflictException("participant.no-consent");
        }
    }

    /**
     * The day of the programme's year on which a consent must be valid: a year that is over is written up by those that were
     * valid in it, and one that lies ahead is not opened by those that end before it. One that was signed after the
     * programme's last day opens nothing in it.
     */
    private LocalDate day(Programme programme) {
        LocalDate today = LocalDate.now(clock);
        LocalDate first = LocalDate.of(programme.schoolYear().firstYear(), Month.SEPTEMBER, 1);
        LocalDate last = programme.schoolYear().lastDay();
        if (today.isBefore(first)) {
            return first;
        }
        return today.isBefore(last) ? today : last;
    }
}
