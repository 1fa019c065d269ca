package org.mentoringroadmap.register;

import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRepository;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.MentorshipsInUse;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.StatusChangeRepository;
import org.mentoringroadmap.person.Mentions;
import org.mentoringroadmap.person.NamesOfPeople;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.storage.StoredFiles;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Hands out what is kept of one person, on request of the person. Only the curator does, who may read all of it. */
@Service
@Transactional
public class PersonDataExport {
    private final Registers registers;
    private final Programmes programmes;
    private final SchoolClasses classes;
    private final ParticipantRepository participants;
    private final StatusChangeRepository changes;
    private final ConsentRepository consents;
    private final AuditTrail trail;
    private final MentorshipsInUse mentorships;
    private final MatchingHistory matching;
    private final AssessmentHistory assessments;
    private final AnswersGiven answers;
    private final Admissions admissions;
    private final StoredFiles files;
    private final ParticipantAccess access;
    private final HeldDetails held;
    private final PapersOfPerson papers;
    private final NoteRelease release;
    private final NamesOfPeople names;
    private final Mentions mentions;

    PersonDataExport(
            Registers registers,
            Programmes programmes,
            SchoolClasses classes,
            ParticipantRepository participants,
            StatusChangeRepository changes,
            ConsentRepository consents,
            AuditTrail trail,
            MentorshipsInUse mentorships,
            MatchingHistory matching,
            AssessmentHistory assessments,
            AnswersGiven answers,
            Admissions admissions,
            StoredFiles files,
            ParticipantAccess access,
            HeldDetails held,
            PapersOfPerson papers,
            NoteRelease release,
            NamesOfPeople names,
            Mentions mentions) {
        this.registers = registers;
        this.programmes = programmes;
        this.classes = classes;
        this.participants = participants;
        this.changes = changes;
        this.consents = consents;
        this.trail = trail;
        this.mentorships = mentorships;
        this.matching = matching;
        this.assessments = assessments;
        this.answers = answers;
        this.admissions = admissions;
        this.files = files;
        this.access = access;
        this.held = held;
        this.papers = papers;
        this.release = release;
        this.names = names;
        this.mentions = mentions;
    }

    /** Whether the acting account may hand out a person's data. */
    public boolean isAllowed() {
        return access.handsOutData();
    }

    /**
     * All that is kept of the person behind a participant, in every role and year; that it was read is written down.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code participant.unknown}
     */
    public PersonData of(Long participantId) {
        access.requireDataKeeper();
        Person person = registers.visible(participantId).person();
        trail.record(AuditEvent.of(AuditAct.PERSON_EXPORTED, participantId));
        List<PersonData.Participation> participations = participants.findByPersonIdOrderById(person.id()).stream()
                .map(this::participation)
                .toList();
        return new PersonData(
                access.now(),
                person.details(),
                participations,
                consents.findByPersonIdOrderBySignedOnDescIdDesc(person.id()).stream()
                        .map(this::given)
                        .toList(),
                papers.naming(person.schoolId(), names.of(person)),
                mentions.of(person),
                notes(person, participations));
    }

    private PersonData.Notes notes(Person person, List<PersonData.Participation> participations) {
        long all = release.count(person.id());
        long here = participations.stream()
                .mapToLong(participation -> participation.notes().size())
                .sum();
        if (all == 0) {
            return PersonData.Notes.NONE;
        }
        return here == all ? PersonData.Notes.ADDED : PersonData.Notes.LEFT_OUT;
    }

    /**
     * The scanned papers that {@link #of} names, in its order.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code participant.unknown}
     */
    @Transactional(readOnly = true)
    public List<StoredFile> scans(Long participantId) {
        access.requireDataKeeper();
        return consents
                .findByPersonIdOrderBySignedOnDescIdDesc(
                        registers.visible(participantId).person().id())
                .stream()
                .flatMap(consent -> consent.scanId().stream())
                .map(files::get)
                .toList();
    }

    private PersonData.Participation participation(Participant participant) {
        Programme programme = programmes.get(participant.programmeId());
        ParticipantDetails details = participant.details();
        Optional<ParticipantDetails> waiting = held.of(participant.id());
        List<PersonData.Stood> story = changes.findByParticipantIdOrderById(participant.id()).stream()
                .map(change -> new PersonData.Stood(
                        change.statusOn(), change.status(), change.reason().orElse(null)))
                .toList();
        List<PersonData.Seen> seen =
                trail.readings(AuditThing.PARTICIPANT, participant.id(), Integer.MAX_VALUE).stream()
                        .map(reading -> new PersonData.Seen(reading.at(), reading.login()))
                        .toList();
        return new PersonData.Participation(
                programme.schoolYear().text(),
                participant.role(),
                participant
                        .classId()
                        .map(id -> classes.get(programme.schoolId(), id))
                        .map(SchoolClass::name)
                        .orElse(null),
                details,
                waiting.orElse(null),
                waiting.map(ParticipantDetails::hours).map(HoursText::format).orElse(""),
                HoursText.format(details.hours()),
                participant.result().orElse(null),
                story,
                mentorships.stories(List.of(participant.id())),
                mentorships.searches(List.of(participant.id())),
                matching.of(participant.id()),
                answers.of(participant.id()),
                release.released(participant.person().id(), participant.id()).stream()
                        .map(note -> new PersonData.Noted(
                                note.heldOn(), note.topic(), note.advice().orElse(null)))
                        .toList(),
                assessments.of(participant.id()),
                admissions.history(participant.id()),
                seen);
    }

    private PersonData.Given given(Consent consent) {
        return new PersonData.Given(
                consent.kind(),
                consent.signedOn(),
                consent.signers(),
                consent.validUntil(),
                consent.withdrawnOn().orElse(null),
                consent.state(access.today()),
                consent.scanId().map(files::get).map(StoredFile::name).orElse(null));
    }
}
