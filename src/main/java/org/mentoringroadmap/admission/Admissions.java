package org.mentoringroadmap.admission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRepository;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.person.NameKey;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.RowLocks;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The gate: the only way into selection, matching, publication and orders. Who is let in on a day is decided by one
 * statement in the database, for all callers alike; each admission refers to the consent that allowed it. Nobody's rights
 * are asked here, the callers do.
 */
@Unguarded
@Service
@Transactional
public class Admissions {
    private static final String YEAR_END = "cast(substring(g.school_year from 6 for 4) || '-08-31' as date)";

    /** {@link Programme#lastDay} of {@code g}, as seen on {@code :day}. */
    private static final String LAST_DAY = "case when g.state = 'RUNNING' and cast(:day as date) > " + YEAR_END
            + " then cast(:day as date) else " + YEAR_END + " end";

    private static final String COUNTS = ParticipantRepository.Where.COUNTS_SQL.replace(":until", "(" + LAST_DAY + ")");

    /**
     * Who may be let in for {@code :purpose} on {@code :day}, and by which consent: the one that lasts longest, and in any
     * case until the programme's year ends ({@link Programme#lastDay}); last year's lets nobody into this one, nor does one
     * that was signed when the year was over. Whoever had to sign at the age of the day of the signature has signed; that
     * others have signed too does no harm.
     */
    private static final String ELIGIBLE = """
        select p.id as participant_id, c.id as consent_id, n.name_key as name_key,
               row_number() over (partition by p.id order by c.valid_until desc, c.id desc) as choice
        from participant p
        join programme g on g.id = p.programme_id
        join person n on n.id = p.person_id
        join consent c on c.person_id = n.id
        where %1$s
          and c.kind = :kind
          and case when p.role = 'MENTEE' then c.as_mentee else c.as_mentor end
          and c.signed_on <= :day
          and %2$s
          and n.anonymised_on is null
          and n.merged_into is null
          and p.status not in (:out)
          and (:kind <> 'DUTIES' or p.role = 'MENTOR' and p.category in (:workers))
          and case
                when c.kind = 'DUTIES' then c.self_signed
                when n.birth_date is null and p.category in (:minors) then c.self_signed and c.representative_signed
                when n.birth_date is null then c.self_signed
                when c.signed_on >= n.birth_date + cast(:adult as integer) * interval '1' year then c.self_signed
                when c.signed_on >= n.birth_date + cast(:pupil as integer) * interval '1' year
                  then c.self_signed and c.representative_signed
                else c.representative_signed
              end
        """;

    private static final String OF_THESE = ELIGIBLE.formatted("p.id in (:ids)", COUNTS);
    private static final String OF_PROGRAMME = ELIGIBLE.formatted(
            "p.programme_id = :programme and p.role = :role"
                    + " and (cast(:text as varchar(310)) = '' or position(cast(:text as varchar(310)) in n.name_key) > 0)",
            COUNTS);

    private final JdbcClient jdbc;
    private final RowLocks rows;
    private final ParticipantRepository participants;
    private final ConsentRepository consents;
    private final Programmes programmes;
    private final ConsentRules rules;
    private final ParticipantAccess access;

    Admissions(
            JdbcClient jdbc,
            RowLocks rows,
            ParticipantRepository participants,
            ConsentRepository consents,
            Programmes programmes,
            ConsentRules rules,
            ParticipantAccess access) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.participants = participants;
        this.consents = consents;
        this.programmes = programmes;
        this.rules = rules;
        this.access = access;
    }

    /**
     * Lets in everybody who may be, by the consent that lasts longest. Repeated it answers the same admissions. A
     * withdrawal at the same moment either comes first, and the person is not let in, or waits and ends the admission.
     *
     * @param day the day on which the consents are asked for
     * @return the admissions by the ids of their participants; who is not among them was not let in, see {@link #why}
     */
    public Map<Long, Admission> admit(AdmissionPurpose purpose, Collection<Long> participantIds, LocalDate day) {
        if (participantIds.isEmpty()) {
            return Map.of();
        }
        participants.flush();
        hold(participantIds);
        Map<String, Object> values = values(purpose, day);
        values.put("ids", new TreeSet<>(participantIds));
        values.put("login", access.login());
        jdbc.sql("insert into admission (participant_id, purpose, consent_id, kind, admitted_on, admitted_by)"
                        + " select e.participant_id, cast(:purpose as varchar(20)), e.consent_id,"
                        + " cast(:kind as varchar(20)), cast(:day as date), cast(:login as varchar(64))"
                        + " from (" + OF_THESE + ") e where e.choice = 1 and not exists"
                        + " (select 1 from admission a where a.participant_id = e.participant_id"
                        + " and a.purpose = :purpose and a.consent_id = e.consent_id and a.ended_on is null)")
                .params(values)
                .update();
        return jdbc
                .sql("select a.id, a.participant_id, a.consent_id from admission a join (" + OF_THESE + ") e"
                        + " on e.participant_id = a.participant_id and e.consent_id = a.consent_id and e.choice = 1"
                        + " where a.purpose = :purpose and a.ended_on is null")
                .params(values)
                .query((row, number) -> new Admission(
                        row.getLong("id"), row.getLong("participant_id"), purpose, row.getLong("consent_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Admission::participantId, admission -> admission, (first, again) -> first));
    }

    /** One transaction at a time lets a person in, or takes what allowed it: the row of the person is the lock. */
    private void hold(Collection<Long> participantIds) {
        rows.select("select id from person where id in (select person_id from participant where id in (:ids))"
                        + " order by id")
                .param("ids", new TreeSet<>(participantIds))
                .query(Long.class)
                .list();
    }

    /** A person with whom nobody else lets in or ends anything until the transaction ends; {@link #holdPerson} gives it. */
    public static final class HeldPerson {
        private final Long id;

        private HeldPerson(Long id) {
            this.id = id;
        }
    }

    /** Waits for its turn with a person whose consents are about to change; holds until the transaction ends. */
    public HeldPerson holdPerson(Long personId) {
        rows.select("select id from person where id = :id")
                .param("id", personId)
                .query(Long.class)
                .list();
        return new HeldPerson(personId);
    }

    /**
     * Those of a programme who would be let in today, in the order of names; no more than {@code limit}.
     *
     * @param text part of a name; empty for all
     */
    @Transactional(readOnly = true)
    public List<Long> eligible(
            Long programmeId, ParticipantRole role, AdmissionPurpose purpose, String text, int limit) {
        Map<String, Object> values = values(purpose, access.today());
        values.put("programme", programmeId);
        values.put("role", role.name());
        values.put("text", NameKey.of(text));
        values.put("limit", limit);
        return jdbc.sql("select e.participant_id from (" + OF_PROGRAMME + ") e where e.choice = 1"
                        + " order by e.name_key, e.participant_id fetch first :limit rows only")
                .params(values)
                .query(Long.class)
                .list();
    }

    private Map<String, Object> values(AdmissionPurpose purpose, LocalDate day) {
        Map<String, Object> values = new HashMap<>();
        values.put("purpose", purpose.name());
        values.put("kind", purpose.consent().name());
        values.put("day", day);
        values.put("adult", rules.adultFrom());
        values.put("pupil", rules.pupilSignsFrom());
        values.put("out", outsiders(purpose));
        values.put("workers", names(ParticipantCategory::worksHere));
        values.put("minors", names(ParticipantCategory::mayBeMinor));
        return values;
    }

    /** The best of a year are published when they have finished, and the psychologist may talk to whoever has. */
    private static List<String> outsiders(AdmissionPurpose purpose) {
        return Arrays.stream(ParticipantStatus.values())
                .filter(status -> !status.takesPart())
                .filter(status -> status == ParticipantStatus.LEFT
                        || purpose != AdmissionPurpose.PUBLICATION && purpose != AdmissionPurpose.PSYCHOLOGIST)
                .map(Enum::name)
                .toList();
    }

    private static List<String> names(java.util.function.Predicate<ParticipantCategory> wanted) {
        return Arrays.stream(ParticipantCategory.values())
                .filter(wanted)
                .map(Enum::name)
                .toList();
    }

    /**
     * Why people were not let in, to tell whoever asked; decides nothing.
     *
     * @return a reason for each id
     */
    @Transactional(readOnly = true)
    public Map<Long, IneligibilityReason> why(
            AdmissionPurpose purpose, Collection<Long> participantIds, LocalDate day) {
        Map<Long, IneligibilityReason> reasons = new HashMap<>();
        List<Participant> people = participants.cards(participantIds);
        Map<Long, List<Consent>> given = consents
                .findByPersonIdInOrderBySignedOnDescIdDesc(people.stream()
                        .map(participant -> participant.person().id())
                        .collect(Collectors.toSet()))
                .stream()
                .collect(Collectors.groupingBy(Consent::personId));
        Map<Long, LocalDate> lastDays = new HashMap<>();
        for (Participant participant : people) {
            lastDays.computeIfAbsent(
                    participant.programmeId(), id -> programmes.get(id).lastDay(day));
            reasons.put(
                    participant.id(),
                    why(
                            purpose,
                            participant,
                            given.getOrDefault(participant.person().id(), List.of()),
                            day,
                            lastDays.get(participant.programmeId())));
        }
        return reasons;
    }

    private static IneligibilityReason why(
            AdmissionPurpose purpose, Participant participant, List<Consent> given, LocalDate day, LocalDate until) {
        boolean meant = purpose != AdmissionPurpose.ORDER
                || participant.role() == ParticipantRole.MENTOR
                        && participant.category().worksHere();
        if (!meant
                || outsiders(purpose).contains(participant.status().name())
                || participant.person().anonymisedOn().isPresent()
                || participant.person().mergedInto().isPresent()) {
            return IneligibilityReason.NOT_TAKING_PART;
        }
        List<IneligibilityReason> found = new ArrayList<>();
        for (Consent consent : given) {
            if (consent.kind() == purpose.consent()) {
                found.add(why(consent, participant.role(), day, until));
            }
        }
        return found.stream().max(Comparator.naturalOrder()).orElse(IneligibilityReason.MISSING);
    }

    private static IneligibilityReason why(Consent consent, ParticipantRole role, LocalDate day, LocalDate until) {
        if (consent.withdrawnOn().isPresent()) {
            return IneligibilityReason.WITHDRAWN;
        }
        if (consent.state(day) == Consent.State.EXPIRED || consent.signedOn().isAfter(day)) {
            return IneligibilityReason.EXPIRED;
        }
        if (consent.signedOn().isAfter(until)) {
            return IneligibilityReason.BEGINS_TOO_LATE;
        }
        if (!consent.counts(until)) {
            return IneligibilityReason.ENDS_TOO_SOON;
        }
        return consent.covers(role) ? IneligibilityReason.WRONG_SIGNERS : IneligibilityReason.OTHER_ROLE;
    }

    /** Which of these would be let in on the day. */
    @Transactional(readOnly = true)
    public Set<Long> eligible(AdmissionPurpose purpose, Collection<Long> participantIds, LocalDate day) {
        if (participantIds.isEmpty()) {
            return Set.of();
        }
        Map<String, Object> values = values(purpose, day);
        values.put("ids", new TreeSet<>(participantIds));
        return Set.copyOf(jdbc.sql("select distinct e.participant_id from (" + OF_THESE + ") e")
                .params(values)
                .query(Long.class)
                .list());
    }

    /** Since when these stand admitted; who does not is missing from the map. */
    @Transactional(readOnly = true)
    public Map<Long, LocalDate> since(AdmissionPurpose purpose, Collection<Long> participantIds) {
        Map<Long, LocalDate> since = new HashMap<>();
        if (!participantIds.isEmpty()) {
            jdbc.sql("select participant_id, min(admitted_on) as first_day from admission where purpose = :purpose"
                            + " and participant_id in (:ids) and ended_on is null group by participant_id")
                    .param("purpose", purpose.name())
                    .param("ids", new TreeSet<>(participantIds))
                    .query(row -> {
                        since.put(row.getLong("participant_id"), row.getObject("first_day", LocalDate.class));
                    });
        }
        return since;
    }

    /** Which of these admissions still stand: nothing has ended them. */
    @Transactional(readOnly = true)
    public Set<Long> standing(Collection<Long> admissionIds) {
        return admissionIds.isEmpty()
                ? Set.of()
                : Set.copyOf(jdbc.sql("select id from admission where id in (:ids) and ended_on is null")
                        .param("ids", new TreeSet<>(admissionIds))
                        .query(Long.class)
                        .list());
    }

    /**
     * That somebody was let in.
     *
     * @param until day on which it ended; null while it stands
     */
    public record LetIn(AdmissionPurpose purpose, LocalDate from, LocalDate until) {}

    /** Everything that a participant was let in to, the earliest first. */
    @Transactional(readOnly = true)
    public List<LetIn> history(Long participantId) {
        return jdbc.sql("select purpose, admitted_on, ended_on from admission where participant_id = :participant"
                        + " order by admitted_on, id")
                .param("participant", participantId)
                .query((row, number) -> new LetIn(
                        AdmissionPurpose.valueOf(row.getString("purpose")),
                        row.getObject("admitted_on", LocalDate.class),
                        row.getObject("ended_on", LocalDate.class)))
                .list();
    }

    /** Participants of a person who stand admitted for a purpose. */
    @Transactional(readOnly = true)
    public Set<Long> admitted(Long personId, AdmissionPurpose purpose) {
        return Set.copyOf(jdbc.sql("select a.participant_id from admission a join participant p"
                        + " on p.id = a.participant_id where p.person_id = :person and a.purpose = :purpose"
                        + " and a.ended_on is null")
                .param("person", personId)
                .param("purpose", purpose.name())
                .query(Long.class)
                .list());
    }

    /**
     * Ends what a consent has allowed, in the transaction that holds the person.
     *
     * @param consentId the consent; empty for everything that any consent has allowed the person
     */
    public void end(HeldPerson person, Optional<Long> consentId, LocalDate day) {
        jdbc.sql("update admission set ended_on = case when admitted_on > :day then admitted_on else :day end"
                        + " where ended_on is null and (:all = true or consent_id = :consent)"
                        + " and participant_id in (select id from participant where person_id = :person)")
                .param("day", day)
                .param("all", consentId.isEmpty())
                .param("consent", consentId.orElse(-1L))
                .param("person", person.id)
                .update();
    }
}
