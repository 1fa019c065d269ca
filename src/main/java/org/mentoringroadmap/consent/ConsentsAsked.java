package org.mentoringroadmap.consent;

import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.MentorshipsInUse;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/**
 * Which papers somebody signs: the one place that asks role, category, age and form of mentoring, for lists, cards, prints
 * and whoever registers a paper.
 */
@Component
public class ConsentsAsked {
    private final ConsentRules rules;
    private final ParticipantRepository participants;
    private final MentorshipsInUse mentorships;
    private final Programmes programmes;
    private final Editions editions;

    ConsentsAsked(
            ConsentRules rules,
            ParticipantRepository participants,
            MentorshipsInUse mentorships,
            Programmes programmes,
            Editions editions) {
        this.rules = rules;
        this.participants = participants;
        this.mentorships = mentorships;
        this.programmes = programmes;
        this.editions = editions;
    }

    /**
     * Whether a paper of this kind can be this participant's. Duties are a worker's as mentor (Labour Code, article 351.8);
     * a worker consents to a mentor as mentee; the psychologist's help needs a consent of minors only (273-ФЗ, article 42
     * part 3).
     *
     * @param day day of the signature
     */
    public boolean maySign(ConsentKind kind, Participant participant, LocalDate day) {
        return switch (kind) {
            case PROCESSING, PUBLICATION -> true;
            case DUTIES ->
                participant.role() == ParticipantRole.MENTOR
                        && participant.category().worksHere();
            case WORKER_MENTEE ->
                participant.role() == ParticipantRole.MENTEE
                        && participant.category().worksHere();
            case PSYCHOLOGICAL_HELP ->
                rules.isMinor(
                        participant.category(), participant.person().birthDate().orElse(null), day);
        };
    }

    /**
     * The kinds that these are asked for. Article 351.8 is about mentoring of workers: duties are asked for where the mentor
     * has named the form «педагог – педагог», stands in an open pair with a worker, or takes part where all are teachers,
     * whatever the card says. A teacher who mentors pupils only is not asked: an agreement that nobody needs makes a debt.
     */
    public Map<Long, Set<ConsentKind>> of(Collection<Participant> participants, LocalDate day) {
        Set<Long> mentorsOfWorkers = mentorsOfWorkers(participants, day);
        Map<Long, Set<ConsentKind>> asked = new HashMap<>();
        for (Participant participant : participants) {
            Set<ConsentKind> kinds = EnumSet.noneOf(ConsentKind.class);
            for (ConsentKind kind : ConsentKind.values()) {
                boolean duties = kind == ConsentKind.DUTIES;
                if (maySign(kind, participant, day) && (!duties || mentorsOfWorkers.contains(participant.id()))) {
                    kinds.add(kind);
                }
            }
            asked.put(participant.id(), kinds);
        }
        return asked;
    }

    private Set<Long> mentorsOfWorkers(Collection<Participant> people, LocalDate day) {
        Set<Long> workers = people.stream()
                .filter(participant -> maySign(ConsentKind.DUTIES, participant, day))
                .map(Participant::id)
                .collect(Collectors.toSet());
        if (workers.isEmpty()) {
            return workers;
        }
        Set<Long> found = new HashSet<>(participants.withForm(workers, MentoringForm.TEACHER_TEACHER));
        workers.removeAll(found);
        if (!workers.isEmpty()) {
            found.addAll(mentorships.mentorsOfWorkers(workers));
        }
        workers.removeAll(found);
        Map<Long, List<Participant>> undecided = people.stream()
                .filter(participant -> workers.contains(participant.id()))
                .collect(Collectors.groupingBy(Participant::programmeId));
        undecided.forEach((programmeId, mentors) -> {
            if (editions.isOfTeachers(programmes.get(programmeId))) {
                mentors.forEach(mentor -> found.add(mentor.id()));
            }
        });
        return found;
    }
}
