package org.mentoringroadmap.assessment;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * How many people were measured at the entry, at the exit and at both, and of how many things are better, for the report of
 * the year. Works for whoever asks, since a process asks: it tells figures of all people together.
 */
@Unguarded
@Service
@Transactional(readOnly = true)
public class MeasuredTwice {
    /**
     * The figures.
     *
     * @param twice how many were measured by the same scale at the entry and at the exit
     * @param better of how many of those more scales are better than worse; null where there are fewer than {@link
     *     Assessments#MIN_GROUP} of them
     */
    public record Figures(int before, int after, int twice, Integer better) {}

    private record Value(Long participantId, Long scaleId) {}

    private final JdbcClient jdbc;
    private final AssessmentScales scales;
    private final Programmes programmes;

    MeasuredTwice(JdbcClient jdbc, AssessmentScales scales, Programmes programmes) {
        this.jdbc = jdbc;
        this.scales = scales;
        this.programmes = programmes;
    }

    /** The figures of a programme. */
    public Figures of(Long programmeId) {
        Programme programme = programmes.get(programmeId);
        Map<Long, Scale> known = scales.of(programme).stream()
                .filter(scale -> scale.id() != null)
                .collect(Collectors.toMap(Scale::id, scale -> scale));
        Map<Value, BigDecimal> entry = new HashMap<>();
        Map<Value, BigDecimal> exit = new HashMap<>();
        jdbc.sql("select a.participant_id, a.scale_id, a.point, a.measured from assessment a"
                        + " join participant p on p.id = a.participant_id join person n on n.id = p.person_id"
                        + " where p.programme_id = ? and n.merged_into is null")
                .param(programmeId)
                .query(row -> {
                    Map<Value, BigDecimal> values =
                            AssessmentPoint.valueOf(row.getString(3)) == AssessmentPoint.ENTRY ? entry : exit;
                    values.put(new Value(row.getLong(1), row.getLong(2)), row.getBigDecimal(4));
                });
        Map<Long, Integer> judged = new HashMap<>();
        entry.forEach((value, before) -> {
            BigDecimal after = exit.get(value);
            if (after != null) {
                int better = Integer.signum(known.get(value.scaleId()).judge(before, after));
                judged.merge(value.participantId(), better, Integer::sum);
            }
        });
        Integer better = judged.size() < Assessments.MIN_GROUP
                ? null
                : (int) judged.values().stream().filter(sum -> sum > 0).count();
        return new Figures(people(entry), people(exit), judged.size(), better);
    }

    private static int people(Map<Value, BigDecimal> values) {
        Set<Long> people = new HashSet<>();
        values.keySet().forEach(value -> people.add(value.participantId()));
        return people.size();
    }
}
