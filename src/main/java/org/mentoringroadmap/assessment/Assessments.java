package org.mentoringroadmap.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.PersonAnonymised;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeLock;
import org.mentoringroadmap.register.AssessmentHistory;
import org.mentoringroadmap.register.EntriesUnited;
import org.mentoringroadmap.register.PsychologistGate;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was measured of participants at the entry and at the exit. Nobody is measured without a consent, no minor without
 * that to the psychologist's help; who is erased leaves nothing here.
 */
@Service
@Transactional
public class Assessments implements AssessmentHistory {
    /** Of fewer people nothing is told, since a figure would tell of each. */
    public static final int MIN_GROUP = 5;

    static final int MAX_ROWS = 5_000;
    private static final int PART = 500;

    /**
     * What was measured of somebody.
     *
     * @param values by the key of the scale; null takes a value out, a scale that is not named stays as it is
     */
    public record Row(Long participantId, Map<String, BigDecimal> values) {}

    /**
     * What came of recording.
     *
     * @param people of whom values came
     * @param values how many values came
     * @param changed how many values are others than before, those that were taken out among them
     */
    public record Stored(int people, int values, int changed) {}

    /** A value and its day. */
    public record Measured(BigDecimal value, LocalDate on) {}

    /**
     * What has become of a scale.
     *
     * @param entry how many people were measured at the entry, exit at the exit, both at either
     * @param before mean of those who were measured twice; null below {@link #MIN_GROUP}, like all that follows
     * @param better of how many it is better; null as well where neither way is good
     */
    public record Comparison(
            Scale scale,
            int entry,
            int exit,
            int both,
            BigDecimal before,
            BigDecimal after,
            Integer better,
            Integer same,
            Integer worse) {}

    private record Key(Long participantId, Long scaleId) {}

    private final JdbcClient jdbc;
    private final JdbcOperations database;
    private final AssessmentAccess access;
    private final AssessmentScales scales;
    private final ParticipantAccess people;
    private final ParticipantRepository participants;
    private final ConsentGate gate;
    private final PsychologistGate psychologist;
    private final ProgrammeLock lock;
    private final AuditTrail trail;

    Assessments(
            JdbcClient jdbc,
            JdbcOperations database,
            AssessmentAccess access,
            AssessmentScales scales,
            ParticipantAccess people,
            ParticipantRepository participants,
            ConsentGate gate,
            PsychologistGate psychologist,
            ProgrammeLock lock,
            AuditTrail trail) {
        this.jdbc = jdbc;
        this.database = database;
        this.access = access;
        this.scales = scales;
        this.people = people;
        this.participants = participants;
        this.gate = gate;
        this.psychologist = psychologist;
        this.lock = lock;
        this.trail = trail;
    }

    /**
     * A programme whose values the acting account reads.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Programme programme(Long programmeId) {
        return access.toRead(programmeId);
    }

    /**
     * Records what was measured on a day, all of it or nothing.
     *
     * @throws UserInputException {@code assessment.no-day}, {@code assessment.day-to-come}, {@code assessment.too-many};
     *     with the number of the row {@code assessment.unknown}, {@code assessment.twice}, {@code
     *     assessment.unknown-scale}, {@code assessment.not-of}, {@code assessment.out-of-scale}, {@code
     *     assessment.consent}, {@code assessment.help-consent}
     * @throws ConflictException {@code participant.programme-completed}
     */
    public Stored record(Long programmeId, AssessmentPoint point, LocalDate measuredOn, List<Row> rows) {
        Programme programme = access.toWrite(programmeId);
        if (point == null) {
            throw new UserInputException("assessment.no-point");
        }
        if (measuredOn == null) {
            throw new UserInputException("assessment.no-day");
        }
        if (measuredOn.isAfter(people.today())) {
            throw new UserInputException("assessment.day-to-come");
        }
        if (rows.size() > MAX_ROWS) {
            throw new UserInputException("assessment.too-many", String.valueOf(MAX_ROWS));
        }
        lock.acquire(programmeId);
        Map<String, Scale> known = new LinkedHashMap<>();
        scales.of(programme).forEach(scale -> known.put(scale.key(), scale));
        Map<Long, Participant> measured = known(programme, rows);
        check(programme, measuredOn, rows, measured, known);
        Map<String, Long> ids = scales.kept(programme).stream().collect(Collectors.toMap(Scale::key, Scale::id));
        Stored stored = store(point, measuredOn, rows, ids);
        trail.record(AuditEvent.of(AuditAct.ASSESSMENTS_RECORDED, programmeId)
                .count(stored.people())
                .fact("point", point));
        return stored;
    }

    private Map<Long, Participant> known(Programme programme, List<Row> rows) {
        List<Long> ids =
                rows.stream().map(Row::participantId).filter(Objects::nonNull).toList();
        Map<Long, Participant> known = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PART) {
            participants.cards(ids.subList(from, Math.min(from + PART, ids.size()))).stream()
                    .filter(participant -> participant.programmeId().equals(programme.id()))
                    .filter(participant -> participant.person().anonymisedOn().isEmpty())
                    .forEach(participant -> known.put(participant.id(), participant));
        }
        return known;
    }

    private void check(
            Programme programme,
            LocalDate day,
            List<Row> rows,
            Map<Long, Participant> measured,
            Map<String, Scale> known) {
        Set<Long> seen = new HashSet<>();
        Set<Long> mentees = gate.consented(programme, ParticipantRole.MENTEE).people();
        Set<Long> mentors = gate.consented(programme, ParticipantRole.MENTOR).people();
        Set<Long> hindered = psychologist.hindered(List.copyOf(measured.values()), day).stream()
                .map(Participant::id)
                .collect(Collectors.toSet());
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            String number = String.valueOf(i + 1);
            Participant participant = measured.get(row.participantId());
            if (participant == null) {
                throw new UserInputException("assessment.unknown", number);
            }
            if (!seen.add(participant.id())) {
                throw new UserInputException("assessment.twice", number);
            }
            check(row, number, participant, known);
            if (row.values().values().stream().allMatch(Objects::isNull)) {
                continue; // what was measured by mistake is taken out, whatever the consent is worth now
            }
            Set<Long> consented = participant.role() == ParticipantRole.MENTEE ? mentees : mentors;
            if (!consented.contains(participant.person().id())) {
                throw new UserInputException("assessment.consent", number);
            }
            if (hindered.contains(participant.id())) {
                throw new UserInputException("assessment.help-consent", number);
            }
        }
    }

    private static void check(Row row, String number, Participant participant, Map<String, Scale> known) {
        row.values().forEach((key, value) -> {
            Scale scale = known.get(key);
            if (scale == null) {
                throw new UserInputException("assessment.unknown-scale", number, key);
            }
            if (value != null) {
                scale.require(participant, value, number);
            }
        });
    }

    private Stored store(AssessmentPoint point, LocalDate day, List<Row> rows, Map<String, Long> ids) {
        Map<Key, Measured> present = present(
                point,
                rows.stream().map(Row::participantId).toList(),
                (participant, scale) -> new Key(participant, scale));
        List<Object[]> gone = new ArrayList<>();
        List<Object[]> come = new ArrayList<>();
        int values = 0;
        int changed = 0;
        LocalDateTime now = people.now();
        for (Row row : rows) {
            for (Map.Entry<String, BigDecimal> each : row.values().entrySet()) {
                Key key = new Key(row.participantId(), ids.get(each.getKey()));
                Measured before = present.get(key);
                BigDecimal value = each.getValue();
                values += value == null ? 0 : 1;
                boolean same = value == null
                        ? before == null
                        : before != null
                                && before.value().compareTo(value) == 0
                                && before.on().equals(day);
                if (same) {
                    continue;
                }
                changed++;
                if (before != null) {
                    gone.add(new Object[] {key.participantId(), point.name(), key.scaleId()});
                }
                if (value != null) {
                    come.add(new Object[] {
                        key.participantId(), key.scaleId(), point.name(), value, Date.valueOf(day), people.login(), now
                    });
                }
            }
        }
        if (!gone.isEmpty()) {
            database.batchUpdate(
                    "delete from assessment where participant_id = ? and point = ? and scale_id = ?", gone);
        }
        if (!come.isEmpty()) {
            database.batchUpdate(
                    "insert into assessment (participant_id, scale_id, point, measured, measured_on, recorded_by,"
                            + " recorded_at) values (?, ?, ?, ?, ?, ?, ?)",
                    come);
        }
        int people = (int) rows.stream()
                .filter(row -> row.values().values().stream().anyMatch(Objects::nonNull))
                .count();
        return new Stored(people, values, changed);
    }

    private interface KeyOf<K> {
        K of(Long participantId, Long scaleId);
    }

    private <K> Map<K, Measured> present(AssessmentPoint point, List<Long> ids, KeyOf<K> key) {
        Map<K, Measured> present = new HashMap<>();
        for (int from = 0; from < ids.size(); from += PART) {
            jdbc.sql("select participant_id, scale_id, measured, measured_on from assessment"
                            + " where point = :point and participant_id in (:ids)")
                    .param("point", point.name())
                    .param("ids", ids.subList(from, Math.min(from + PART, ids.size())))
                    .query((row, number) -> present.put(
                            key.of(row.getLong(1), row.getLong(2)),
                            new Measured(
                                    AssessmentScales.plain(row.getBigDecimal(3)),
                                    row.getDate(4).toLocalDate())))
                    .list();
        }
        return present;
    }

    /** What was measured of these at a point: by participant, then by the key of the scale. */
    @Transactional(readOnly = true)
    public Map<Long, Map<String, Measured>> of(
            Programme programme, AssessmentPoint point, Collection<Participant> shown) {
        Map<Long, String> keys = scales.of(programme).stream()
                .filter(scale -> scale.id() != null)
                .collect(Collectors.toMap(Scale::id, Scale::key));
        Map<Long, Map<String, Measured>> values = new HashMap<>();
        present(point, shown.stream().map(Participant::id).toList(), Key::new)
                .forEach((key, measured) -> values.computeIfAbsent(key.participantId(), id -> new HashMap<>())
                        .put(keys.get(key.scaleId()), measured));
        return values;
    }

    /** Those of these whom nobody may measure today: there is no consent, or of a minor none to the psychologist's help. */
    @Transactional(readOnly = true)
    public Set<Long> hindered(Programme programme, List<Participant> shown) {
        Set<Long> hindered = psychologist.hindered(shown, people.today()).stream()
                .map(Participant::id)
                .collect(Collectors.toSet());
        Map<ParticipantRole, Set<Long>> consented = shown.stream()
                .map(Participant::role)
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        role -> gate.consented(programme, role).people()));
        shown.stream()
                .filter(participant -> !consented
                        .get(participant.role())
                        .contains(participant.person().id()))
                .forEach(participant -> hindered.add(participant.id()));
        return hindered;
    }

    /**
     * What has become of everybody between entry and exit, scale by scale.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public List<Comparison> compare(Long programmeId) {
        Programme programme = access.toCompare(programmeId);
        Map<Key, BigDecimal> entry = new HashMap<>();
        Map<Key, BigDecimal> exit = new HashMap<>();
        jdbc.sql("select a.participant_id, a.scale_id, a.point, a.measured from assessment a"
                        + " join participant p on p.id = a.participant_id join person n on n.id = p.person_id"
                        + " where p.programme_id = ? and n.merged_into is null")
                .param(programme.id())
                .query((row, number) -> (AssessmentPoint.valueOf(row.getString(3)) == AssessmentPoint.ENTRY
                                ? entry
                                : exit)
                        .put(new Key(row.getLong(1), row.getLong(2)), row.getBigDecimal(4)))
                .list();
        return scales.of(programme).stream()
                .map(scale -> comparison(scale, entry, exit))
                .toList();
    }

    /**
     * The programme for {@link #compare}.
     *
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Programme compared(Long programmeId) {
        return access.toCompare(programmeId);
    }

    private static Comparison comparison(Scale scale, Map<Key, BigDecimal> entry, Map<Key, BigDecimal> exit) {
        List<BigDecimal[]> both = entry.entrySet().stream()
                .filter(each -> each.getKey().scaleId().equals(scale.id()))
                .filter(each -> exit.containsKey(each.getKey()))
                .map(each -> new BigDecimal[] {each.getValue(), exit.get(each.getKey())})
                .toList();
        int before = count(scale, entry);
        int after = count(scale, exit);
        if (both.size() < MIN_GROUP) {
            return new Comparison(scale, before, after, both.size(), null, null, null, null, null);
        }
        boolean judged = scale.better() != Scale.Better.NEITHER;
        int better = (int)
                both.stream().filter(pair -> scale.judge(pair[0], pair[1]) > 0).count();
        int worse = (int)
                both.stream().filter(pair -> scale.judge(pair[0], pair[1]) < 0).count();
        int same = (int)
                both.stream().filter(pair -> pair[0].compareTo(pair[1]) == 0).count();
        return new Comparison(
                scale,
                before,
                after,
                both.size(),
                mean(both.stream().map(pair -> pair[0]).toList()),
                mean(both.stream().map(pair -> pair[1]).toList()),
                judged ? better : null,
                same,
                judged ? worse : null);
    }

    private static int count(Scale scale, Map<Key, BigDecimal> values) {
        return (int) values.keySet().stream()
                .filter(key -> key.scaleId().equals(scale.id()))
                .count();
    }

    private static BigDecimal mean(List<BigDecimal> values) {
        return AssessmentScales.plain(values.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(values.size()), Scale.DECIMALS, RoundingMode.HALF_UP));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Line> of(Long participantId) {
        return jdbc.sql("select a.measured_on, a.point, s.title, a.measured from assessment a"
                        + " join assessment_scale s on s.id = a.scale_id where a.participant_id = ?"
                        + " order by a.measured_on, a.point, s.ordinal")
                .param(participantId)
                .query((row, number) -> new Line(
                        row.getDate(1).toLocalDate(),
                        "assessment.point." + row.getString(2),
                        row.getString(3),
                        Scale.written(AssessmentScales.plain(row.getBigDecimal(4)))))
                .list();
    }

    /** Where nothing was measured of the kept entry, what was measured of the closed one stands. */
    @EventListener
    void united(EntriesUnited entries) {
        if (entries.parted()) {
            jdbc.sql("delete from assessment where participant_id = ? and carried_from = ?")
                    .params(entries.keptId(), entries.closedId())
                    .update();
            return;
        }
        jdbc.sql("insert into assessment (participant_id, scale_id, point, measured, measured_on, recorded_by,"
                        + " recorded_at, carried_from) select cast(:kept as bigint), a.scale_id, a.point, a.measured,"
                        + " a.measured_on, a.recorded_by, a.recorded_at, a.participant_id from assessment a"
                        + " where a.participant_id = :closed and not exists (select 1 from assessment k"
                        + " where k.participant_id = :kept and k.scale_id = a.scale_id and k.point = a.point)")
                .param("kept", entries.keptId())
                .param("closed", entries.closedId())
                .update();
    }

    @EventListener
    void anonymised(PersonAnonymised person) {
        List<Object[]> ids = participants.ofEveryEntry(person.personId()).stream()
                .map(participant -> new Object[] {participant.id()})
                .toList();
        database.batchUpdate("delete from assessment where participant_id = ?", ids);
    }
}
