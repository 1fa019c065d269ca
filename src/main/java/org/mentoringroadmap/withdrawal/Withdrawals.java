package org.mentoringroadmap.withdrawal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRegistered;
import org.mentoringroadmap.consent.ConsentRepository;
import org.mentoringroadmap.consent.ConsentWithdrawn;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.MentorshipsInUse;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantProgress;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.StatusChange;
import org.mentoringroadmap.participant.StatusChangeRepository;
import org.mentoringroadmap.person.ErasedNames;
import org.mentoringroadmap.person.NamesOfPeople;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.person.PersonRepository;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Unguarded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What follows when a consent is withdrawn. At once, in the same transaction: what it allowed ends, and without any
 * consent to processing the person takes part no more and a consent to publication ends with it. Then people end the pair, take down what is published and decide
 * about the data; their process asks and says the rest here. Nobody's rights are asked.
 */
@Unguarded
@Service
@Transactional
public class Withdrawals {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final int MAX_LENGTH = 2000;

    /** The law gives three working days to stop publication, and a worker as many to stop; no more in any week. */
    private static final int DAYS_TO_STOP = 3;

    /** The law gives thirty days to erase (152-ФЗ, article 21 part 5). */
    private static final int DAYS_TO_ERASE = 30;

    /**
     * A withdrawal that people begin to look after.
     *
     * @param title what tasks say, without a name
     * @param participantId the person in the programme
     * @param pairsOpen whether a pair has to be ended
     * @param published whether something may have been published
     * @param erase whether it has to be decided about the data
     * @param start from when
     * @param due until when what goes on has to stop
     * @param eraseDue until when the data have to be erased
     */
    public record Started(
            String title,
            Long participantId,
            boolean pairsOpen,
            boolean published,
            boolean erase,
            LocalDateTime start,
            LocalDateTime due,
            LocalDateTime eraseDue) {}

    private final WithdrawalRepository withdrawals;
    private final ConsentRepository consents;
    private final ParticipantRepository participants;
    private final PersonRepository people;
    private final NamesOfPeople namesOfPeople;
    private final StatusChangeRepository changes;
    private final Admissions admissions;
    private final ParticipantProgress progress;
    private final MentorshipsInUse mentorships;
    private final WithdrawalProcess process;
    private final Programmes programmes;
    private final ParticipantAccess access;
    private final ApplicationEventPublisher events;
    private final MessageSource messages;
    private final JdbcClient jdbc;
    private final AuditTrail trail;

    Withdrawals(
            WithdrawalRepository withdrawals,
            ConsentRepository consents,
            ParticipantRepository participants,
            PersonRepository people,
            NamesOfPeople namesOfPeople,
            StatusChangeRepository changes,
            Admissions admissions,
            ParticipantProgress progress,
            MentorshipsInUse mentorships,
            WithdrawalProcess process,
            Programmes programmes,
            ParticipantAccess access,
            ApplicationEventPublisher events,
            MessageSource messages,
            JdbcClient jdbc,
            AuditTrail trail) {
        this.withdrawals = withdrawals;
        this.consents = consents;
        this.participants = participants;
        this.people = people;
        this.namesOfPeople = namesOfPeople;
        this.changes = changes;
        this.admissions = admissions;
        this.progress = progress;
        this.mentorships = mentorships;
        this.process = process;
        this.programmes = programmes;
        this.access = access;
        this.events = events;
        this.messages = messages;
        this.jdbc = jdbc;
        this.trail = trail;
    }

    /** Takes effect inside the transaction that withdraws the consent. */
    @EventListener
    void withdrawn(ConsentWithdrawn event) {
        consents.flush();
        Admissions.HeldPerson held = admissions.holdPerson(event.personId());
        boolean all = event.kind() == ConsentKind.PROCESSING && !stillConsents(event.personId(), event.kind());
        boolean published = (all || event.kind() == ConsentKind.PUBLICATION)
                && !admissions
                        .admitted(event.personId(), AdmissionPurpose.PUBLICATION)
                        .isEmpty();
        admissions.end(held, all ? Optional.empty() : Optional.of(event.consentId()), access.today());
        if (all) {
            endPublication(event.personId(), dayOf(event.consentId()));
        }
        List<Participant> own = participants.findByPersonIdOrderById(event.personId());
        if (event.kind() == ConsentKind.PROCESSING) {
            progress.leave(
                    own.stream()
                            .filter(this::running)
                            .filter(participant -> !stillConsents(participant))
                            .map(Participant::id)
                            .toList(),
                    text("withdrawal.left"));
        }
        own.stream()
                .max(Comparator.comparing(this::running).thenComparing(Participant::programmeId))
                .ifPresent(participant -> {
                    withdrawals.saveAndFlush(new Withdrawal(event.consentId(), participant, published));
                    process.start(programmes.get(participant.programmeId()), event.consentId());
                });
    }

    /** One that had expired before ends by that, and not by what is done today. */
    private boolean stillAllows(Consent consent) {
        return consent.state(access.today()) == Consent.State.VALID;
    }

    /** The day that the person's paper names; what that withdrawal takes along ends with it, whenever it is entered. */
    private LocalDate dayOf(Long consentId) {
        return consents.findById(consentId).flatMap(Consent::withdrawnOn).orElseGet(access::today);
    }

    /** Whose data must not be processed at all may not be published either, whatever paper stands. */
    private void endPublication(Long personId, LocalDate day) {
        consents.findByPersonIdOrderBySignedOnDescIdDesc(personId).stream()
                .filter(consent -> consent.kind() == ConsentKind.PUBLICATION)
                .filter(this::stillAllows)
                .forEach(consent -> consent.withdraw(day.isBefore(consent.signedOn()) ? consent.signedOn() : day));
        consents.flush();
    }

    /** Who consents again while the pair still stands is in it again, and nobody has to end it. */
    @EventListener
    void registered(ConsentRegistered event) {
        if (event.kind() != ConsentKind.PROCESSING) {
            return;
        }
        List<Long> back = participants.findByPersonIdOrderById(event.personId()).stream()
                .filter(participant -> participant.status() == ParticipantStatus.LEFT)
                .filter(this::running)
                .filter(this::stillConsents)
                .map(Participant::id)
                .filter(id -> !mentorships.of(List.of(id), false).isEmpty())
                .toList();
        progress.returned(back, text("withdrawal.returned"));
        look(back);
    }

    private boolean running(Participant participant) {
        return programmes.get(participant.programmeId()).state() == Programme.State.RUNNING;
    }

    /** To processing, in the own role. */
    private boolean stillConsents(Participant participant) {
        LocalDate today = access.today();
        return consents
                .findByPersonIdOrderBySignedOnDescIdDesc(participant.person().id())
                .stream()
                .filter(consent -> consent.kind() == ConsentKind.PROCESSING && consent.covers(participant.role()))
                .anyMatch(consent -> consent.state(today) == Consent.State.VALID);
    }

    private boolean stillConsents(Long personId, ConsentKind kind) {
        LocalDate today = access.today();
        return consents.findByPersonIdOrderBySignedOnDescIdDesc(personId).stream()
                .anyMatch(consent -> consent.kind() == kind && consent.state(today) == Consent.State.VALID);
    }

    /**
     * People begin to look after a withdrawal.
     *
     * @param schoolId school in which the process starts
     * @throws NotFoundException {@code withdrawal.unknown} when the programme has no such withdrawal, or is another
     *     school's
     * @throws ConflictException {@code withdrawal.started} when it is looked after already
     */
    public Started start(Long programmeId, String schoolId, Long consentId) {
        Withdrawal withdrawal = withdrawals
                .findById(consentId)
                .filter(found -> found.programmeId().equals(programmeId))
                .filter(found -> programmes.get(programmeId).schoolId().equals(schoolId))
                .orElseThrow(() -> new NotFoundException("withdrawal.unknown"));
        if (withdrawal.launched()) {
            throw new ConflictException("withdrawal.started");
        }
        withdrawal.launch();
        withdrawals.saveAndFlush(withdrawal);
        Consent consent = consent(consentId);
        LocalDate today = access.today();
        return new Started(
                text("withdrawal.title", String.valueOf(withdrawal.participantId())),
                withdrawal.participantId(),
                !openPairs(consent).isEmpty(),
                withdrawal.unpublish(),
                consent.kind() == ConsentKind.PROCESSING && !stillConsents(consent.personId(), consent.kind()),
                today.atTime(8, 0),
                today.plusDays(DAYS_TO_STOP).atTime(18, 0),
                today.plusDays(DAYS_TO_ERASE).atTime(18, 0));
    }

    /**
     * What a page shows of a withdrawal.
     *
     * @param participant the person in the programme that looks after it
     * @param pairs pairs that still have to end
     * @param others whether more is shown than a name and a class: the site's editor needs no more
     */
    public record Shown(
            Withdrawal withdrawal,
            Consent consent,
            Programme programme,
            Participant participant,
            List<MentorshipsInUse.OpenMentorship> pairs,
            boolean others) {}

    /**
     * One withdrawal, for those who look after it.
     *
     * @throws NotFoundException {@code withdrawal.unknown}
     * @throws org.mentoringroadmap.shared.ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    @Guarded
    public Shown visible(Long consentId) {
        access.requireWithdrawalReader();
        Withdrawal withdrawal = get(consentId);
        Programme programme = programmes.visible(withdrawal.programmeId());
        Consent consent = consent(consentId);
        Participant participant = participants.card(withdrawal.participantId()).orElseThrow();
        return new Shown(withdrawal, consent, programme, participant, openPairs(consent), access.maySeeWholeSchool());
    }

    /** The pairs that the withdrawal ends: of a worker's duties where these were allowed, all where processing was. */
    private List<MentorshipsInUse.OpenMentorship> openPairs(Consent consent) {
        boolean duties = consent.kind() == ConsentKind.DUTIES;
        if (consent.kind() != ConsentKind.PROCESSING && !duties
                || duties && stillConsents(consent.personId(), consent.kind())) {
            return List.of();
        }
        List<Long> own = participants.findByPersonIdOrderById(consent.personId()).stream()
                .filter(participant -> duties || !stillConsents(participant))
                .map(Participant::id)
                .toList();
        return own.isEmpty() ? List.of() : mentorships.of(own, duties);
    }

    /** Some pair has ended or lost a member: whoever waits for that goes on. */
    public void look(Collection<Long> participantIds) {
        if (participantIds.isEmpty()) {
            return;
        }
        participants.flush();
        Set<Long> persons = participants.cards(participantIds).stream()
                .map(participant -> participant.person().id())
                .collect(Collectors.toCollection(TreeSet::new));
        withdrawals.ofPersons(persons).stream()
                .filter(withdrawal -> openPairs(consent(withdrawal.consentId())).isEmpty())
                .forEach(withdrawal -> process.pairsEnded(withdrawal.consentId()));
    }

    /**
     * Nobody may say that the pairs have ended while they have not.
     *
     * @throws ConflictException {@code withdrawal.pairs-open} naming their codes
     */
    public void requirePairsEnded(Long consentId) {
        String codes = openPairs(consent(consentId)).stream()
                .map(MentorshipsInUse.OpenMentorship::code)
                .collect(Collectors.joining(", "));
        if (!codes.isEmpty()) {
            throw new ConflictException("withdrawal.pairs-open", codes);
        }
    }

    /**
     * Nothing of the person is published any more, or nothing was.
     *
     * @throws UserInputException {@code withdrawal.unpublished-on} when the day is missing or has not come; {@code
     *     withdrawal.too-long}
     */
    public void unpublished(Long consentId, OutcomeInput outcome) {
        LocalDate day = outcome.outcome() == Outcome.NOT_HELD ? access.today() : outcome.date();
        if (day == null || day.isAfter(access.today())) {
            throw new UserInputException("withdrawal.unpublished-on");
        }
        Withdrawal withdrawal = get(consentId);
        withdrawal.unpublished(day, clean(outcome.note()));
        withdrawals.save(withdrawal);
    }

    /**
     * It is decided about the data.
     *
     * @param reason the ground to keep them; not asked for otherwise
     * @throws UserInputException {@code withdrawal.reason}, {@code withdrawal.too-long}
     * @throws ConflictException {@code withdrawal.consented-again} when the person has consented anew and is not to be
     *     anonymised
     */
    public void decide(Long consentId, Erasure decision, String reason) {
        String why = clean(reason);
        if (decision == Erasure.KEEP && why == null) {
            throw new UserInputException("withdrawal.reason");
        }
        if (decision == Erasure.ANONYMISE && stillConsents(consent(consentId).personId(), ConsentKind.PROCESSING)) {
            throw new ConflictException("withdrawal.consented-again");
        }
        Withdrawal withdrawal = get(consentId);
        withdrawal.decide(decision, decision == Erasure.KEEP ? why : null, access.login(), access.today());
        withdrawals.save(withdrawal);
        trail.record(AuditEvent.of(AuditAct.ERASURE_DECIDED, withdrawal.participantId())
                .fact("decision", decision));
    }

    /**
     * Takes away everything that tells who the person was: what was entered, what was written about the person, the name in
     * whatever else people have typed, and in documents that nobody has signed. What has to be kept stays: the consents as
     * they were signed, pairs by their codes, signed papers; and of a member of the staff what says so. A second entry of the
     * same person, merged into this one, goes with it. Repeated it changes nothing.
     */
    public void anonymise(Long consentId) {
        Long personId = consent(consentId).personId();
        admissions.holdPerson(personId);
        Person person = people.findById(personId).orElseThrow();
        if (person.anonymisedOn().isPresent() || stillConsents(personId, ConsentKind.PROCESSING)) {
            return;
        }
        List<Long> everyEntry = jdbc.sql("select id from person where id = :id or merged_into = :id")
                .param("id", personId)
                .query(Long.class)
                .list();
        ErasedNames names = names(person.schoolId(), everyEntry);
        people.findAllById(everyEntry).forEach(entry -> {
            entry.anonymise(text("withdrawal.anonymised"), access.today());
            entry.changed(access.login(), access.now());
        });
        participants.findByPersonIdInOrderById(everyEntry).forEach(participant -> {
            participant.erase();
            participant.changed(access.login(), access.now());
            changes.findByParticipantIdOrderById(participant.id()).forEach(StatusChange::erase);
            jdbc.sql("delete from psychologist_note where participant_id = ?")
                    .param(participant.id())
                    .update();
        });
        people.flush();
        consents.findByPersonIdInOrderBySignedOnDescIdDesc(everyEntry).stream()
                .filter(this::stillAllows)
                .forEach(consent -> consent.withdraw(access.today()));
        everyEntry.forEach(id -> jdbc.sql("delete from psychologist_release where person_id = ?")
                .param(id)
                .update());
        jdbc.sql("update consent_withdrawal set unpublish_note = null, reason = null where consent_id in"
                        + " (select id from consent where person_id in (:ids))")
                .param("ids", everyEntry)
                .update();
        trail.record(AuditEvent.of(AuditAct.PERSON_ERASED, get(consentId).participantId()));
        events.publishEvent(new PersonAnonymised(personId, person.schoolId(), names));
    }

    /** Of somebody who works here too the minutes and orders of the school go on to tell: that is the school's own record. */
    private ErasedNames names(String schoolId, List<Long> everyEntry) {
        List<PersonDetails> known = people.findAllById(everyEntry).stream()
                .filter(entry -> entry.staffMemberId().isEmpty())
                .map(Person::details)
                .toList();
        return namesOfPeople.of(schoolId, known, everyEntry);
    }

    private Withdrawal get(Long consentId) {
        return withdrawals.findById(consentId).orElseThrow(() -> new NotFoundException("withdrawal.unknown"));
    }

    private Consent consent(Long consentId) {
        return consents.findById(consentId).orElseThrow(() -> new NotFoundException("withdrawal.unknown"));
    }

    private static String clean(String text) {
        String clean = EnteredText.clean(text);
        if (clean != null && clean.length() > MAX_LENGTH) {
            throw new UserInputException("withdrawal.too-long", String.valueOf(MAX_LENGTH));
        }
        return clean;
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
