package org.mentoringroadmap.admission;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantProgress;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where curator and deputy let people in to selection, publication and orders, and the site's editor sees whom to name. */
@Service
@Transactional
public class AdmissionService {
    /**
     * A line of the list.
     *
     * @param className «5А»; empty for whoever is no pupil
     * @param admittedOn since when; null for who is not let in
     * @param hindrance why they cannot be let in today; null for who can
     */
    public record Line(Participant participant, String className, LocalDate admittedOn, IneligibilityReason hindrance) {
        /** Whether the page offers to let them in. */
        public boolean open() {
            return admittedOn == null && hindrance == null;
        }
    }

    private final Admissions admissions;
    private final ParticipantRepository participants;
    private final ParticipantProgress progress;
    private final SchoolClasses classes;
    private final ParticipantAccess access;

    AdmissionService(
            Admissions admissions,
            ParticipantRepository participants,
            ParticipantProgress progress,
            SchoolClasses classes,
            ParticipantAccess access) {
        this.admissions = admissions;
        this.participants = participants;
        this.progress = progress;
        this.classes = classes;
        this.access = access;
    }

    /**
     * A programme whose admissions the acting account may see.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}; the site's editor sees publication only
     */
    @Transactional(readOnly = true)
    public Programme visible(Long programmeId, AdmissionPurpose purpose) {
        return access.toReadAdmissions(programmeId, purpose);
    }

    /** Whose admissions the acting account may see; pairs let their members in by themselves. */
    public List<AdmissionPurpose> purposes() {
        return Stream.of(AdmissionPurpose.SELECTION, AdmissionPurpose.ORDER, AdmissionPurpose.PUBLICATION)
                .filter(access::maySeeAdmissions)
                .toList();
    }

    /** Whether the acting account may let people in at all. */
    public boolean mayWrite() {
        return access.mayWrite();
    }

    /**
     * One page of those who may be meant, in the order of names: mentors, for publication everybody.
     *
     * @param text part of a name; empty for all
     */
    @Transactional(readOnly = true)
    public Page<Line> list(Long programmeId, AdmissionPurpose purpose, String text, int page) {
        Programme programme = visible(programmeId, purpose);
        Page<Participant> found = participants.search(
                programmeId,
                purpose == AdmissionPurpose.PUBLICATION ? null : ParticipantRole.MENTOR,
                NameKey.of(text),
                null,
                null,
                null,
                true,
                Set.of(-1L),
                null,
                programme.lastDay(access.today()),
                PageRequest.of(Math.max(page, 0), Registers.PAGE));
        List<Long> ids = found.map(Participant::id).getContent();
        Map<Long, LocalDate> admitted = admissions.since(purpose, ids);
        Set<Long> hindered = new HashSet<>(ids);
        hindered.removeAll(admissions.eligible(purpose, ids, access.today()));
        Map<Long, IneligibilityReason> why = admissions.why(purpose, hindered, access.today());
        Map<Long, String> names = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        return found.map(participant -> new Line(
                participant,
                participant.classId().map(names::get).orElse(""),
                admitted.get(participant.id()),
                why.get(participant.id())));
    }

    /**
     * Lets people in who may be today; who comes to selection is selected.
     *
     * @return how many stand admitted now
     * @throws UserInputException {@code admission.none} when nobody is marked
     * @throws NotFoundException {@code participant.unknown} for who is not of this programme
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public int admit(Long programmeId, AdmissionPurpose purpose, Collection<Long> participantIds) {
        access.toWrite(programmeId);
        if (participantIds.isEmpty()) {
            throw new UserInputException("admission.none");
        }
        List<Participant> chosen = participants.cards(participantIds);
        if (chosen.size() != Set.copyOf(participantIds).size()
                || chosen.stream().anyMatch(one -> !one.programmeId().equals(programmeId))) {
            throw new NotFoundException("participant.unknown");
        }
        Set<Long> admitted =
                admissions.admit(purpose, participantIds, access.today()).keySet();
        if (purpose == AdmissionPurpose.SELECTION) {
            progress.advance(
                    chosen.stream()
                            .filter(one -> admitted.contains(one.id()))
                            .filter(one -> one.status().compareTo(ParticipantStatus.SELECTED) < 0)
                            .map(Participant::id)
                            .toList(),
                    ParticipantStatus.SELECTED,
                    null);
        }
        return admitted.size();
    }
}
