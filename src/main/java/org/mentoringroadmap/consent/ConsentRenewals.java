package org.mentoringroadmap.consent;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.reminder.ProgrammeSwept;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Birthdays that change who signs. Thirty days before one (a setting) the curator of the programme gets a task, one for
 * all people together; a consent that was signed rightly stays good, so pairs go on.
 */
@Service
@Transactional
public class ConsentRenewals {
    private static final int DAYS_AFTER_BIRTHDAY = 14;

    /**
     * Somebody whose birthday changes who signs.
     *
     * @param birthday the day
     * @param row the line of consents with who signs on the birthday
     * @param done whether every consent of today suits the new rule
     */
    public record Renewal(LocalDate birthday, ConsentRow row, boolean done) {}

    /**
     * Terms of the curator's task.
     *
     * @param start from when it can be done
     * @param due two weeks after the first birthday: whoever comes of age signs after it
     */
    public record Term(LocalDateTime start, LocalDateTime due) {}

    private record Noticed(Long personId, LocalDate birthday) {}

    private final ConsentListRepository lists;
    private final ConsentLists rows;
    private final Consents consents;
    private final ConsentRules rules;
    private final ConsentRenewalProcess process;
    private final Programmes programmes;
    private final ParticipantAccess access;
    private final JdbcClient jdbc;

    ConsentRenewals(
            ConsentListRepository lists,
            ConsentLists rows,
            Consents consents,
            ConsentRules rules,
            ConsentRenewalProcess process,
            Programmes programmes,
            ParticipantAccess access,
            JdbcClient jdbc) {
        this.lists = lists;
        this.rows = rows;
        this.consents = consents;
        this.rules = rules;
        this.process = process;
        this.programmes = programmes;
        this.access = access;
        this.jdbc = jdbc;
    }

    @EventListener
    void swept(ProgrammeSwept event) {
        sweep(event.programmeId());
    }

    /** The last paper of a task may be the one that was just registered. */
    @EventListener
    void registered(ConsentRegistered event) {
        jdbc.sql("select distinct programme_id from consent_renewal where person_id = ?")
                .param(event.personId())
                .query(Long.class)
                .list()
                .forEach(this::finishWhenNobodyIsMissing);
    }

    /**
     * Notices people whose birthday comes within the time of notice, or came as long ago, and gives the curator a task
     * where there is none. Nobody is noticed twice for one birthday.
     *
     * @return how many were noticed now
     */
    public int sweep(Long programmeId) {
        LocalDate today = access.today();
        LocalDate from = today.minus(rules.noticeBefore());
        LocalDate to = today.plus(rules.noticeBefore());
        List<Participant> born = lists.born(
                programmeId,
                from.minusYears(rules.pupilSignsFrom()).minusDays(1),
                to.minusYears(rules.pupilSignsFrom()).plusDays(1),
                from.minusYears(rules.adultFrom()).minusDays(1),
                to.minusYears(rules.adultFrom()).plusDays(1));
        Map<Long, List<Consent>> given = given(born);
        int noticed = 0;
        for (Participant participant : born) {
            LocalDate birthday = rules.changes(birthDate(participant))
                    .filter(day -> !day.isBefore(from) && !day.isAfter(to))
                    .findFirst()
                    .orElse(null);
            List<Consent> own = given.get(participant.person().id());
            if (birthday != null && isMissing(participant, own, birthday)) {
                noticed += notice(programmeId, participant.person().id(), birthday);
            }
        }
        if (noticed > 0 && !process.isOpen(programmeId)) {
            process.start(programmes.get(programmeId));
        } else {
            finishWhenNobodyIsMissing(programmeId);
        }
        return noticed;
    }

    private int notice(Long programmeId, Long personId, LocalDate birthday) {
        return jdbc.sql("insert into consent_renewal (programme_id, person_id, birthday, noticed_on)"
                        + " select id, cast(:person as bigint), cast(:birthday as date), cast(:today as date)"
                        + " from programme where id = :programme and not exists (select 1 from consent_renewal r"
                        + " where r.programme_id = :programme and r.person_id = :person and r.birthday = :birthday)")
                .param("programme", programmeId)
                .param("person", personId)
                .param("birthday", birthday)
                .param("today", access.today())
                .update();
    }

    private void finishWhenNobodyIsMissing(Long programmeId) {
        if (all(programmeId).stream().allMatch(Renewal::done)) {
            process.finish(programmeId);
        }
    }

    /**
     * Term of the task of a programme.
     *
     * @param schoolId school in which the process starts
     * @throws NotFoundException {@code programme.unknown} when the programme is another school's
     */
    @Transactional(readOnly = true)
    public Term term(Long programmeId, String schoolId) {
        Programme programme = programmes.get(programmeId);
        if (!programme.schoolId().equals(schoolId)) {
            throw new NotFoundException("programme.unknown");
        }
        LocalDate today = access.today();
        LocalDate first = all(programmeId).stream()
                .filter(renewal -> !renewal.done())
                .map(Renewal::birthday)
                .filter(day -> day.isAfter(today))
                .min(Comparator.naturalOrder())
                .orElse(today);
        return new Term(today.atTime(8, 0), first.plusDays(DAYS_AFTER_BIRTHDAY).atTime(18, 0));
    }

    /**
     * Everybody of a programme who was noticed and still takes part, the missing ones first, then by birthday.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public List<Renewal> of(Long programmeId) {
        access.toRead(programmeId);
        return all(programmeId);
    }

    private List<Renewal> all(Long programmeId) {
        Map<Long, LocalDate> birthdays = new HashMap<>();
        jdbc.sql("select person_id, max(birthday) from consent_renewal where programme_id = ? group by person_id")
                .param(programmeId)
                .query((row, number) ->
                        new Noticed(row.getLong(1), row.getDate(2).toLocalDate()))
                .list()
                .forEach(noticed -> birthdays.put(noticed.personId(), noticed.birthday()));
        if (birthdays.isEmpty()) {
            return List.of();
        }
        List<Participant> people = lists.ofPeople(programmeId, birthdays.keySet());
        Map<Long, List<Consent>> given = given(people);
        List<Renewal> renewals = new ArrayList<>();
        for (ConsentRow row : rows.rows(
                programmes.get(programmeId),
                people,
                one -> birthdays.get(one.person().id()))) {
            Participant participant = row.participant();
            Long person = participant.person().id();
            LocalDate birthday = birthdays.get(person);
            boolean known = participant.person().birthDate().isPresent();
            renewals.add(new Renewal(birthday, row, !known || !isMissing(participant, given.get(person), birthday)));
        }
        renewals.sort(Comparator.comparing(Renewal::done).thenComparing(Renewal::birthday));
        return renewals;
    }

    /**
     * Of each kind and role the newest that is valid today; what is withdrawn or was never given is not asked for again
     * here.
     */
    private boolean isMissing(Participant participant, List<Consent> given, LocalDate birthday) {
        LocalDate today = access.today();
        List<Consent> valid = given.stream()
                .filter(consent -> consent.state(today) == Consent.State.VALID)
                .toList();
        return Arrays.stream(ParticipantRole.values())
                .flatMap(role -> valid.stream()
                        .filter(consent -> consent.covers(role))
                        .collect(Collectors.toMap(Consent::kind, Function.identity(), (newest, older) -> newest))
                        .values()
                        .stream())
                .anyMatch(consent -> !rules.suits(consent, participant.category(), birthDate(participant), birthday));
    }

    private Map<Long, List<Consent>> given(List<Participant> people) {
        return consents.ofPeople(
                people.stream().map(participant -> participant.person().id()).toList());
    }

    private static LocalDate birthDate(Participant participant) {
        return participant.person().birthDate().orElseThrow();
    }
}
