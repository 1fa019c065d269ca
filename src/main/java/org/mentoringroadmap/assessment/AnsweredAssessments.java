package org.mentoringroadmap.assessment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.AnsweredSheets;
import org.mentoringroadmap.questionnaire.AnsweredSheets.Answered;
import org.mentoringroadmap.questionnaire.Item;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people have answered about themselves by the questionnaires of the entry and the exit, as values of the programme's
 * scales: the mean of the questions that measure a scale together, a reversed one turned round, brought to the bounds of the
 * scale. It becomes an assessment when somebody who measures takes it over.
 */
@Service
@Transactional
public class AnsweredAssessments {
    private static final Map<AssessmentPoint, String> QUESTIONNAIRES =
            Map.of(AssessmentPoint.ENTRY, "assessment-entry", AssessmentPoint.EXIT, "assessment-exit");

    private final AnsweredSheets sheets;
    private final Assessments assessments;
    private final AssessmentScales scales;
    private final AssessmentAccess access;
    private final ParticipantRepository participants;

    AnsweredAssessments(
            AnsweredSheets sheets,
            Assessments assessments,
            AssessmentScales scales,
            AssessmentAccess access,
            ParticipantRepository participants) {
        this.sheets = sheets;
        this.assessments = assessments;
        this.scales = scales;
        this.access = access;
        this.participants = participants;
    }

    /**
     * Of how many people answers differ from what was measured of them, and could be taken over.
     *
     * @throws NotFoundException {@code programme.unknown}
     * @throws ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public int waiting(Long programmeId, AssessmentPoint point) {
        return byDay(access.toRead(programmeId), point).values().stream()
                .mapToInt(List::size)
                .sum();
    }

    /**
     * Takes over what was answered, as measured on the day of the answer. What was measured otherwise on that day or later
     * stays.
     *
     * @return of how many people
     * @throws ConflictException {@code participant.programme-completed}
     */
    public int take(Long programmeId, AssessmentPoint point) {
        Programme programme = access.toWrite(programmeId);
        int taken = 0;
        for (Map.Entry<LocalDate, List<Assessments.Row>> day :
                byDay(programme, point).entrySet()) {
            assessments.record(programmeId, point, day.getKey(), day.getValue());
            taken += day.getValue().size();
        }
        return taken;
    }

    private Map<LocalDate, List<Assessments.Row>> byDay(Programme programme, AssessmentPoint point) {
        Map<Long, Answered> latest = new HashMap<>();
        sheets.ofProgramme(programme.id(), one -> one.key().equals(QUESTIONNAIRES.get(point)))
                .forEach(sheet -> latest.put(sheet.invitation().participantId(), sheet));
        if (latest.isEmpty()) {
            return Map.of();
        }
        List<Participant> people = participants.cards(latest.keySet()).stream()
                .filter(one -> one.person().anonymisedOn().isEmpty())
                .toList();
        Set<Long> hindered = assessments.hindered(programme, people);
        Map<Long, Map<String, Assessments.Measured>> measured = assessments.of(programme, point, people);
        List<Scale> known = scales.of(programme);
        Map<LocalDate, List<Assessments.Row>> byDay = new TreeMap<>();
        for (Participant one : people) {
            Answered sheet = latest.get(one.id());
            LocalDate day = sheet.invitation().answeredAt().toLocalDate();
            Map<String, BigDecimal> values = values(sheet, one, known);
            Map<String, Assessments.Measured> present = measured.getOrDefault(one.id(), Map.of());
            values.keySet()
                    .removeIf(scale -> present.containsKey(scale)
                            && !present.get(scale).on().isBefore(day));
            if (!values.isEmpty() && !hindered.contains(one.id())) {
                byDay.computeIfAbsent(day, any -> new ArrayList<>()).add(new Assessments.Row(one.id(), values));
            }
        }
        return byDay;
    }

    private static Map<String, BigDecimal> values(Answered sheet, Participant one, List<Scale> known) {
        Map<String, List<BigDecimal>> shares = sheet.questionnaire().questions().stream()
                .filter(Item.Scale.class::isInstance)
                .map(Item.Scale.class::cast)
                .filter(question -> !question.measures().isEmpty())
                .filter(question -> sheet.answers().containsKey(question.key()))
                .collect(Collectors.groupingBy(
                        Item.Scale::measures,
                        Collectors.mapping(
                                question -> share(
                                        question,
                                        sheet.answers().get(question.key()).get(0)),
                                Collectors.toList())));
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        known.stream()
                .filter(scale -> scale.isOf(one) && shares.containsKey(scale.key()))
                .forEach(scale -> values.put(scale.key(), value(scale, shares.get(scale.key()))));
        return values;
    }

    /** How far up the points of a question an answer stands, from 0 to 1; of a reversed one from its other end. */
    private static BigDecimal share(Item.Scale question, String answer) {
        BigDecimal first = new BigDecimal(question.points().get(0).value());
        BigDecimal last = new BigDecimal(
                question.points().get(question.points().size() - 1).value());
        BigDecimal share = new BigDecimal(answer).subtract(first).divide(last.subtract(first), 6, RoundingMode.HALF_UP);
        return question.reversed() ? BigDecimal.ONE.subtract(share) : share;
    }

    private static BigDecimal value(Scale scale, List<BigDecimal> shares) {
        BigDecimal mean = shares.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(shares.size()), 6, RoundingMode.HALF_UP);
        return scale.lower()
                .add(scale.upper().subtract(scale.lower()).multiply(mean))
                .setScale(Scale.DECIMALS, RoundingMode.HALF_UP);
    }
}
