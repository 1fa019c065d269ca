package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.consent.ConsentsAsked;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate before the psychologist's work, talks and assessments alike. With a minor it begins with the written consent of
 * the parents to psychological and pedagogical help (273-ФЗ, article 42 part 3), with anybody else with the consent to the
 * processing of their data. Nobody's rights are asked here, the callers do.
 */
@Unguarded
@Service
@Transactional
public class PsychologistGate {
    private final ParticipantRepository participants;
    private final ConsentsAsked asked;
    private final Admissions admissions;
    private final ConsentGate gate;
    private final ParticipantAccess access;

    PsychologistGate(
            ParticipantRepository participants,
            ConsentsAsked asked,
            Admissions admissions,
            ConsentGate gate,
            ParticipantAccess access) {
        this.participants = participants;
        this.asked = asked;
        this.admissions = admissions;
        this.gate = gate;
        this.access = access;
    }

    /** Minors among these with whom the psychologist may not work on a day, in their order. */
    @Transactional(readOnly = true)
    public List<Participant> hindered(List<Participant> people, LocalDate day) {
        List<Participant> minors = people.stream()
                .filter(participant -> asked.maySign(ConsentKind.PSYCHOLOGICAL_HELP, participant, day))
                .toList();
        Set<Long> allowed = admissions.eligible(
                AdmissionPurpose.PSYCHOLOGIST,
                minors.stream().map(Participant::id).toList(),
                day);
        return minors.stream()
                .filter(participant -> !allowed.contains(participant.id()))
                .toList();
    }

    /**
     * Demands what a talk of that day needs. The consent that allows it is remembered: a withdrawal ends the admission.
     *
     * @throws ConflictException {@code journal.no-consent} of a minor; {@code participant.no-consent} of anybody else
     */
    public void require(Participant participant, LocalDate day) {
        if (!asked.maySign(ConsentKind.PSYCHOLOGICAL_HELP, participant, day)) {
            gate.require(participant);
        } else if (admissions
                .admit(AdmissionPurpose.PSYCHOLOGIST, List.of(participant.id()), day)
                .isEmpty()) {
            throw new ConflictException("journal.no-consent");
        }
    }

    /**
     * Demands that so many of a programme can be assessed today without a minor whose parents have not consented: no more
     * than all who take part, less those. Where no such minor is known there is no limit, since a school may keep its
     * people on paper.
     *
     * @param measured how many people are to be assessed
     * @throws UserInputException {@code assessment.no-consent}
     */
    @Transactional(readOnly = true)
    public void requireRoomFor(Long programmeId, int measured) {
        List<Long> ids =
                participants.ids(programmeId, null, "", null, null, null, true, Set.of(-1L), null, access.today());
        if (ids.isEmpty()) {
            return;
        }
        List<Participant> taking = participants.cards(ids).stream()
                .filter(participant -> participant.status().takesPart())
                .toList();
        int hindered = hindered(taking, access.today()).size();
        int allowed = taking.size() - hindered;
        if (hindered > 0 && measured > allowed) {
            throw new UserInputException("assessment.no-consent", String.valueOf(hindered), String.valueOf(allowed));
        }
    }
}
