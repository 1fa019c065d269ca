package org.mentoringroadmap.register;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRepository;
import org.mentoringroadmap.consent.ConsentsAsked;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the pages of the registers show, and to whom. */
@Service
@Transactional(readOnly = true)
public class RegisterQueries {
    private static final int SUGGESTED = 12;
    private static final int VIEWS = 20;

    /** What somebody asks for is written in the words of what others can give, so that the two find each other. */
    private static final Set<TopicKind> MATTERS = EnumSet.of(TopicKind.REQUEST, TopicKind.COMPETENCE);

    /** Without which nobody takes part; publication and the psychologist's help are a free choice. */
    private static final Set<ConsentKind> NEEDED = EnumSet.of(ConsentKind.PROCESSING, ConsentKind.DUTIES);

    private final Registers registers;
    private final Programmes programmes;
    private final SchoolClasses classes;
    private final Staff staff;
    private final ParticipantRepository participants;
    private final ConsentRepository consents;
    private final AuditTrail trail;
    private final TopicQueries topics;
    private final ConsentsAsked asked;
    private final ParticipantAccess access;
    private final ConsentGate gate;
    private final HeldDetails held;
    private final Editions editions;

    RegisterQueries(
            Registers registers,
            Programmes programmes,
            SchoolClasses classes,
            Staff staff,
            ParticipantRepository participants,
            ConsentRepository consents,
            AuditTrail trail,
            TopicQueries topics,
            ConsentsAsked asked,
            ParticipantAccess access,
            ConsentGate gate,
            HeldDetails held,
            Editions editions) {
        this.registers = registers;
        this.programmes = programmes;
        this.classes = classes;
        this.staff = staff;
        this.participants = participants;
        this.consents = consents;
        this.trail = trail;
        this.topics = topics;
        this.asked = asked;
        this.access = access;
        this.gate = gate;
        this.held = held;
        this.editions = editions;
    }

    /** Whether more may be entered about the person in that role than preparing the consent needs. */
    public boolean hasConsented(Programme programme, Long personId, ParticipantRole role) {
        return personId != null && gate.isOpen(programme, personId, role);
    }

    /** Those of these special categories that may not be entered about the person, since no consent names them. */
    public Set<Need> unnamed(Programme programme, Long personId, ParticipantRole role, Set<Need> needs) {
        return needs.stream()
                .filter(need -> need.field().isByChoice())
                .filter(need -> personId == null || !gate.isOpen(programme, personId, role, need.field()))
                .collect(Collectors.toSet());
    }

    /** Of how many people of a register a list has brought more than could be entered before the consent. */
    public HeldDetails.Waiting waiting(Programme programme, ParticipantRole role) {
        return held.waiting(programme.id(), role);
    }

    /** What of it was erased lately, because no consent came. */
    public List<HeldDetails.Erased> erased(Programme programme, ParticipantRole role) {
        return held.erased(programme.id(), role);
    }

    /** Day on which what waits for the consent of a participant is erased; empty where nothing waits. */
    public Optional<LocalDate> heldUntil(Long participantId) {
        return held.eraseOn(registers.visible(participantId).id());
    }

    /**
     * A programme whose registers the acting account may see, wholly or in part.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    public Programme programme(Long programmeId) {
        return access.toRead(programmeId);
    }

    /**
     * A programme whose registers the acting account may change now.
     *
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public Programme programmeToWrite(Long programmeId) {
        return access.toWrite(programmeId);
    }

    /** Whether the acting account may change the registers of this programme now. */
    public boolean mayWrite(Programme programme) {
        return access.mayWrite() && programme.state() == Programme.State.RUNNING;
    }

    /** Whether the acting account may read special categories and difficulties. */
    public boolean maySeeNeeds() {
        return access.maySeeNeeds();
    }

    /** The same for a list to be narrowed by: none where teachers alone take part. */
    public List<SchoolClass> classesToChoose(Programme programme) {
        return editions.isOfTeachers(programme) ? List.of() : classes(programme);
    }

    /** Classes whose pupils the acting account may see, in the order of the school. */
    public List<SchoolClass> classes(Programme programme) {
        List<SchoolClass> all = classes.of(programme.schoolId(), programme.schoolYear());
        return access.ownClasses(programme.schoolId())
                .map(own -> all.stream()
                        .filter(schoolClass -> own.contains(schoolClass.id()))
                        .toList())
                .orElse(all);
    }

    /** Whether the acting account sees those of its own classes only, so that what it sees is not the whole register. */
    public boolean isConfined(Programme programme) {
        return access.ownClasses(programme.schoolId()).isPresent();
    }

    /** Lines of a register in the order given, which is of participants that {@link Registers#find} has shown. */
    public List<RegisterRow> rows(Programme programme, List<Participant> shown) {
        Map<Long, String> classNames = classNames(programme);
        Map<Long, List<Consent>> byPerson = consents
                .findByPersonIdInOrderBySignedOnDescIdDesc(shown.stream()
                        .map(participant -> participant.person().id())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(Consent::personId));
        Map<Long, String> wordings = topics
                .of(shown.stream().map(Participant::id).toList(), MATTERS)
                .stream()
                .collect(Collectors.groupingBy(
                        TopicQueries.Line::participantId,
                        Collectors.mapping(TopicQueries.Line::wording, Collectors.joining(", "))));
        Map<Long, Set<ConsentKind>> asked = this.asked.of(shown, access.today());
        return shown.stream()
                .map(participant -> row(
                        programme,
                        participant,
                        classNames,
                        wordings.getOrDefault(participant.id(), ""),
                        byPerson.getOrDefault(participant.person().id(), List.of()),
                        asked.get(participant.id())))
                .toList();
    }

    private Map<Long, String> classNames(Programme programme) {
        return classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
    }

    private RegisterRow row(
            Programme programme,
            Participant participant,
            Map<Long, String> classNames,
            String wordings,
            List<Consent> given,
            Set<ConsentKind> asked) {
        LocalDate today = access.today();
        List<RegisterRow.ConsentState> states = given.stream()
                .map(consent -> new RegisterRow.ConsentState(consent, consent.state(today), programme.lastDay(today)))
                .toList();
        return new RegisterRow(
                participant,
                participant.classId().map(classNames::get).orElse(""),
                wordings,
                states,
                NEEDED.stream()
                        .filter(asked::contains)
                        .filter(kind -> states.stream()
                                .noneMatch(each -> each.consent().kind() == kind
                                        && each.consent().covers(participant.role())
                                        && each.counts()))
                        .toList());
    }

    /** Wordings that a programme uses already, the most frequent first: of interests, or of requests and competences. */
    public List<String> suggestions(Long programmeId, TopicKind kind) {
        return topics.frequent(
                access.toRead(programmeId).id(),
                kind == TopicKind.INTEREST ? EnumSet.of(kind) : MATTERS,
                PageRequest.of(0, SUGGESTED));
    }

    /**
     * A card as the acting account may see it; whoever shows it to a person records that.
     *
     * @throws NotFoundException {@code participant.unknown}
     */
    public ParticipantProfile open(Long participantId) {
        Participant participant = registers.visible(participantId);
        Programme programme = programmes.get(participant.programmeId());
        ParticipantDetails details = participant.details();
        boolean needs = access.maySeeNeeds();
        boolean write = mayWrite(programme);
        boolean closed = gate.isClosed(participant);
        return new ParticipantProfile(
                programme,
                person(participant, details),
                rows(programme, List.of(participant)).get(0),
                needs ? details : details.withoutSecrets(),
                registers.story(participantId),
                others(participant),
                write,
                access.maySeeContacts(participant, details.needs()),
                needs,
                details.needs().stream()
                        .filter(access.readableNeeds()::contains)
                        .collect(Collectors.toSet()),
                closed || !write ? List.of() : choices(participant),
                closed,
                names(programme.schoolId()));
    }

    /** Of the person behind a participant what the acting account reads. */
    public PersonDetails person(Participant participant, ParticipantDetails details) {
        PersonDetails person = participant.person().details();
        return access.maySeeContacts(participant, details.needs()) ? person : person.withoutContacts();
    }

    private Map<String, String> names(String schoolId) {
        List<StaffMember> members = staff.of(schoolId);
        Map<Long, String> shortNames = StaffMember.shortNames(members);
        return members.stream()
                .filter(member -> member.account().isPresent())
                .collect(Collectors.toMap(member -> member.account().get(), member -> shortNames.get(member.id())));
    }

    private List<ParticipantProfile.Other> others(Participant participant) {
        return participants.findByPersonIdOrderById(participant.person().id()).stream()
                .filter(other -> !other.id().equals(participant.id()))
                .map(other -> new ParticipantProfile.Other(other, programmes.get(other.programmeId())))
                .toList();
    }

    /** Selection and pairs put people where they belong; by hand one says only who is in the register and who is not. */
    private static List<ParticipantStatus> choices(Participant participant) {
        List<ParticipantStatus> choices = new ArrayList<>(List.of(
                ParticipantStatus.PROPOSED,
                ParticipantStatus.REGISTERED,
                ParticipantStatus.FINISHED,
                ParticipantStatus.CONTINUES,
                ParticipantStatus.LEFT));
        if (participant.status() == ParticipantStatus.SELECTED) {
            choices.add(2, ParticipantStatus.TRAINED);
        }
        choices.remove(participant.status());
        return choices;
    }

    /**
     * Who has read or taken along what is kept of a participant last, the newest first; for those who answer for it.
     *
     * @throws ForbiddenException {@code role.required}
     */
    public List<AuditTrail.Reading> views(Long participantId) {
        access.requireOverseer();
        registers.visible(participantId);
        return trail.readings(AuditThing.PARTICIPANT, participantId, VIEWS);
    }

    /** Whether the acting account may read who has opened cards. */
    public boolean maySeeViews() {
        return access.oversees();
    }
}
