package org.mentoringroadmap.consent;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.OfferedData;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.RegisterChanged;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.RowLocks;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.FileType;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.storage.StoredFiles;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Consents as the papers say them. Curator and deputy register those of everybody, a class teacher those of the own
 * class. A consent belongs to the person; one to processing counts in the role of the participant that it is registered
 * for, since its purpose and its list of data name it (152-ФЗ, article 9 part 4: one purpose, one paper), the others in
 * every role. One
 * that was signed rightly stays good when a birthday changes who has to sign.
 */
@Service
@Transactional
public class Consents {
    private static final Comparator<Consent> NEWEST_LAST =
            Comparator.comparing(Consent::signedOn).thenComparing(Consent::id);

    private final ConsentRepository consents;
    private final ParticipantRepository participants;
    private final ConsentRules rules;
    private final ConsentsAsked asked;
    private final ConsentGate gate;
    private final OfferedData offered;
    private final ParticipantAccess access;
    private final ApplicationEventPublisher events;
    private final StoredFiles files;
    private final JdbcClient jdbc;
    private final RowLocks rows;
    private final AuditTrail trail;

    Consents(
            ConsentRepository consents,
            ParticipantRepository participants,
            ConsentRules rules,
            ConsentsAsked asked,
            ConsentGate gate,
            OfferedData offered,
            ParticipantAccess access,
            ApplicationEventPublisher events,
            StoredFiles files,
            JdbcClient jdbc,
            RowLocks rows,
            AuditTrail trail) {
        this.consents = consents;
        this.participants = participants;
        this.rules = rules;
        this.asked = asked;
        this.gate = gate;
        this.offered = offered;
        this.access = access;
        this.events = events;
        this.files = files;
        this.jdbc = jdbc;
        this.rows = rows;
        this.trail = trail;
    }

    /**
     * Enters a signed consent; the same paper entered twice is entered once. It is valid until the programme's year
     * ends ({@link ConsentRules#validUntil}). Publishes {@link ConsentRegistered} for a new one.
     *
     * @param signers who has signed: at least those whom {@link ConsentRules#signers} names for the day
     * @throws UserInputException {@code consent.kind}, {@code consent.signed-on}, {@code consent.future}, {@code
     *     consent.too-early}, {@code consent.not-asked.…} for somebody whose paper it cannot be ({@link
     *     ConsentsAsked#maySign}), {@code consent.signers.…} naming who has to sign
     * @throws NotFoundException {@code participant.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.programme-completed}, {@code consent.anonymised}
     */
    public Consent register(Long participantId, ConsentKind kind, LocalDate signedOn, Collection<Signer> signers) {
        access.requireConsentWriter();
        Participant participant = access.visible(
                participants.card(participantId).orElseThrow(() -> new NotFoundException("participant.unknown")));
        Programme programme = access.running(access.toRead(participant.programmeId()));
        Person person = participant.person();
        if (person.anonymisedOn().isPresent()) {
            throw new ConflictException("consent.anonymised");
        }
        check(participant, kind, signedOn, signers);
        lock(person.id());
        events.publishEvent(new RegisterChanged(programme.id()));
        Consent consent = new Consent(
                person.id(),
                kind,
                EnumSet.of(participant.role()),
                signedOn,
                signers,
                rules.validUntil(programme.schoolYear(), signedOn),
                named(participant, kind, programme.schoolId()),
                access.login(),
                access.now());
        return consents.findByPersonIdOrderBySignedOnDescIdDesc(person.id()).stream()
                .filter(known -> known.sameAs(consent))
                .findFirst()
                .orElseGet(() -> entered(participantId, consent));
    }

    /** What the paper that is printed today lists. */
    private List<DataField> named(Participant participant, ConsentKind kind, String schoolId) {
        return kind == ConsentKind.PROCESSING
                ? DataField.listed(
                        participant.role(), participant.category() == ParticipantCategory.PUPIL, offered.of(schoolId))
                : List.of();
    }

    private Consent entered(Long participantId, Consent consent) {
        consents.saveAndFlush(consent);
        trail.record(event(AuditAct.CONSENT_REGISTERED, participantId, consent));
        events.publishEvent(new ConsentRegistered(consent.id(), consent.personId(), consent.kind()));
        return consent;
    }

    private void check(Participant participant, ConsentKind kind, LocalDate signedOn, Collection<Signer> signers) {
        if (kind == null) {
            throw new UserInputException("consent.kind");
        }
        if (signedOn == null) {
            throw new UserInputException("consent.signed-on");
        }
        if (signedOn.isAfter(access.today())) {
            throw new UserInputException("consent.future");
        }
        LocalDate born = participant.person().birthDate().orElse(null);
        if (signedOn.isBefore(ConsentRules.FIRST_DAY) || born != null && signedOn.isBefore(born)) {
            throw new UserInputException("consent.too-early");
        }
        if (!asked.maySign(kind, participant, signedOn)) {
            throw new UserInputException("consent.not-asked." + kind);
        }
        Set<Signer> required = rules.signers(kind, participant.category(), born, signedOn);
        if (!signers.containsAll(required)) {
            throw new UserInputException(
                    required.size() == 2
                            ? "consent.signers.both"
                            : "consent.signers." + required.iterator().next());
        }
    }

    /**
     * The person has withdrawn a consent: from now on it allows nothing, whatever the day that is named. Publishes
     * {@link ConsentWithdrawn}. A completed programme does not stop it.
     *
     * @param on day of the withdrawal; null for today
     * @throws UserInputException {@code consent.future}, {@code consent.before-signature}
     * @throws NotFoundException {@code consent.unknown}, also for who may not see the person
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code consent.withdrawn-already}; {@code participant.erased}
     */
    public Consent withdraw(Long consentId, LocalDate on) {
        Consent consent = toChange(consentId);
        LocalDate day = on == null ? access.today() : on;
        if (day.isAfter(access.today())) {
            throw new UserInputException("consent.future");
        }
        if (day.isBefore(consent.signedOn())) {
            throw new UserInputException("consent.before-signature");
        }
        if (consent.withdrawnOn().isPresent()) {
            throw new ConflictException("consent.withdrawn-already");
        }
        consent.withdraw(day);
        consents.flush();
        record(AuditAct.CONSENT_WITHDRAWN, consent);
        events.publishEvent(new ConsentWithdrawn(consentId, consent.personId(), consent.kind()));
        return consent;
    }

    /**
     * Takes back an entry that was a mistake, as long as nobody was admitted by it. The paper's scan goes with it. Publishes
     * {@link ConsentUndone}.
     *
     * @throws NotFoundException {@code consent.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code consent.used}: such a consent can only be withdrawn; {@code participant.erased}
     */
    public void undo(Long consentId) {
        Consent consent = toChange(consentId);
        long uses = jdbc.sql("select count(*) from admission where consent_id = ?")
                .param(consentId)
                .query(Long.class)
                .single();
        if (uses > 0 || consent.withdrawnOn().isPresent()) {
            throw new ConflictException("consent.used");
        }
        consents.delete(consent);
        consents.flush();
        events.publishEvent(new ConsentUndone(consent.personId(), consent.kind()));
        record(AuditAct.CONSENT_UNDONE, consent);
        consent.scanId().ifPresent(files::delete);
    }

    /**
     * Keeps the scanned paper, instead of an earlier scan.
     *
     * @param name name of the file as it was sent
     * @throws UserInputException {@code consent.scan}, {@code consent.scan-size}
     * @throws NotFoundException {@code consent.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.erased}, {@code participant.withdrawn}: the paper says more than is kept
     */
    public void attach(Long consentId, String name, byte[] content) {
        Consent consent = toChange(consentId);
        Person person = personOf(consent);
        gate.requireNotClosed(person);
        FileType type = scanType(name, content);
        UUID earlier = consent.scanId().orElse(null);
        consent.attach(files.save(person.schoolId(), scanName(consentId, type), type.contentType(), content));
        consents.flush();
        record(AuditAct.CONSENT_SCAN_KEPT, consent);
        if (earlier != null) {
            files.delete(earlier);
        }
    }

    /** Under the person's newest participation. */
    private void record(AuditAct act, Consent consent) {
        participants.findByPersonIdOrderById(consent.personId()).stream()
                .reduce((earlier, later) -> later)
                .ifPresent(participant -> trail.record(event(act, participant.id(), consent)));
    }

    private static AuditEvent event(AuditAct act, Long participantId, Consent consent) {
        return AuditEvent.of(act, participantId).fact("kind", consent.kind()).fact("consent", consent.id());
    }

    private static FileType scanType(String name, byte[] content) {
        if (FileType.isTooLarge(content)) {
            throw new UserInputException("consent.scan-size", String.valueOf(FileType.MAX_MEGABYTES));
        }
        return FileType.byName(name)
                .filter(FileType.SCANS::contains)
                .filter(type -> type.matches(content))
                .orElseThrow(() -> new UserInputException("consent.scan"));
    }

    /** Name for downloads: says which consent it is and nothing about the person. */
    private static String scanName(Long consentId, FileType type) {
        return "consent-" + consentId + "." + type.extension();
    }

    /**
     * The scanned paper.
     *
     * @throws NotFoundException {@code consent.unknown}, {@code consent.no-scan}
     * @throws ForbiddenException {@code role.required} for who may not register consents: the paper says more than the
     *     register, an identity document among it
     */
    @Transactional(readOnly = true)
    public StoredFile scan(Long consentId) {
        access.requireConsentWriter();
        return files.get(visible(consentId).scanId().orElseThrow(() -> new NotFoundException("consent.no-scan")));
    }

    /**
     * A consent of somebody whom the acting account sees in a register.
     *
     * @throws NotFoundException {@code consent.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Consent visible(Long consentId) {
        access.requireReader();
        return consents.findById(consentId)
                .filter(consent -> participants.findByPersonIdOrderById(consent.personId()).stream()
                        .anyMatch(access::sees))
                .orElseThrow(() -> new NotFoundException("consent.unknown"));
    }

    /**
     * The participation under which a consent's papers are printed: of the latest school year for which it was given.
     *
     * @throws NotFoundException {@code consent.unknown}
     * @throws ForbiddenException {@code role.required} for who may not register consents
     */
    @Transactional(readOnly = true)
    public Participant toPrint(Long consentId) {
        access.requireConsentWriter();
        Consent consent = visible(consentId);
        List<Participant> own = participants.findByPersonIdOrderById(consent.personId()).stream()
                .filter(access::sees)
                .sorted(Comparator.comparing(access::schoolYear))
                .toList();
        List<Participant> covered = own.stream()
                .filter(participant -> consent.covers(participant.role()))
                .toList();
        Long id = covered.stream()
                .filter(participant ->
                        consent.isOf(access.schoolYear(participant).lastDay()))
                .reduce((earlier, later) -> later)
                .or(() -> covered.stream().reduce((earlier, later) -> later))
                .orElseGet(() -> own.get(own.size() - 1))
                .id();
        return participants.card(id).orElseThrow();
    }

    /** All consents of a person, the newest first; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public List<Consent> of(Long personId) {
        return consents.findByPersonIdOrderBySignedOnDescIdDesc(personId);
    }

    /** All consents of these people by person, the newest first, by one query; whoever asks. */
    @Unguarded
    @Transactional(readOnly = true)
    public Map<Long, List<Consent>> ofPeople(Collection<Long> personIds) {
        Map<Long, List<Consent>> byPerson = new HashMap<>();
        personIds.forEach(id -> byPerson.put(id, new ArrayList<>()));
        if (!byPerson.isEmpty()) {
            consents.findByPersonIdInOrderBySignedOnDescIdDesc(byPerson.keySet())
                    .forEach(consent -> byPerson.get(consent.personId()).add(consent));
        }
        return byPerson;
    }

    /**
     * How each of these people stands in a programme, by one query: of each kind the one that counts in it
     * where there is one, otherwise one that is valid today, otherwise the newest. A kind without any is
     * missing from the map. Whoever asks.
     *
     * @param until last day that the programme needs a consent for, see {@link Programme#lastDay}
     */
    @Unguarded
    @Transactional(readOnly = true)
    public Map<Long, Map<ConsentKind, Consent>> states(Collection<Long> personIds, LocalDate until) {
        return states(ofPeople(personIds), until);
    }

    /** The same of what {@link #ofPeople} has answered. */
    Map<Long, Map<ConsentKind, Consent>> states(Map<Long, List<Consent>> given, LocalDate until) {
        LocalDate today = access.today();
        Comparator<Consent> order = Comparator.<Consent, Boolean>comparing(consent -> consent.counts(until))
                .thenComparing(consent -> consent.state(today) == Consent.State.VALID)
                .thenComparing(NEWEST_LAST);
        Map<Long, Map<ConsentKind, Consent>> states = new HashMap<>();
        given.forEach((person, all) -> {
            Map<ConsentKind, Consent> byKind = new EnumMap<>(ConsentKind.class);
            all.forEach(consent ->
                    byKind.merge(consent.kind(), consent, (one, other) -> order.compare(one, other) < 0 ? other : one));
            states.put(person, byKind);
        });
        return states;
    }

    /**
     * A consent of the person behind a participant.
     *
     * @return its key
     * @throws NotFoundException {@code consent.unknown} for one of somebody else
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Long of(Long participantId, Long consentId) {
        Consent consent = visible(consentId);
        return participants.findByPersonIdOrderById(consent.personId()).stream()
                .filter(participant -> participant.id().equals(participantId))
                .filter(access::sees)
                .map(participant -> consent.id())
                .findFirst()
                .orElseThrow(() -> new NotFoundException("consent.unknown"));
    }

    /** A consent that the acting account may change, of somebody whose data are still kept. */
    private Consent toChange(Long consentId) {
        access.requireConsentWriter();
        lockPersonOf(consentId);
        Consent consent = visible(consentId);
        gate.requireNotErased(personOf(consent));
        return consent;
    }

    private Person personOf(Consent consent) {
        return participants.findByPersonIdOrderById(consent.personId()).get(0).person();
    }

    /** The person first, as whoever admits does: the two never wait for each other. */
    private void lockPersonOf(Long consentId) {
        rows.select("select id from person where id in (select person_id from consent where id = ?)")
                .param(consentId)
                .query(Long.class)
                .optional();
    }

    /** The row of the person is the lock, as it is for {@code Admissions}: who lets in by a consent comes before or after. */
    private void lock(Long personId) {
        rows.select("select id from person where id = ?")
                .param(personId)
                .query(Long.class)
                .optional();
    }
}
