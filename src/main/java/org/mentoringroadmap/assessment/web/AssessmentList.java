package org.mentoringroadmap.assessment.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.assessment.AssessmentPoint;
import org.mentoringroadmap.assessment.AssessmentScales;
import org.mentoringroadmap.assessment.Assessments;
import org.mentoringroadmap.assessment.Scale;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.ClassKey;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.ListReport;
import org.mentoringroadmap.table.ListReport.Line;
import org.mentoringroadmap.table.ListReport.Outcome;
import org.mentoringroadmap.table.ListWords;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.mentoringroadmap.table.SheetUnderstanding;
import org.mentoringroadmap.table.SheetUnderstanding.RowOf;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What was measured, from a table: a row for each participant, a column for each scale. People are known by name and class;
 * what a row does not say stays as it was.
 */
@Component
class AssessmentList {
    private static final String NAME = "NAME";
    private static final String CLASS = "CLASS";
    private static final int PART = 500;

    /** What a list tells of: a point in the programme, a register, a day. */
    record Of(
            AssessmentPoint point,
            ParticipantRole role,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate measuredOn) {
        Of {
            point = point == null ? AssessmentPoint.ENTRY : point;
            role = role == null ? ParticipantRole.MENTEE : role;
        }
    }

    private final Assessments assessments;
    private final AssessmentScales scales;
    private final Registers registers;
    private final SchoolClasses classes;
    private final MessageSource messages;

    AssessmentList(
            Assessments assessments,
            AssessmentScales scales,
            Registers registers,
            SchoolClasses classes,
            MessageSource messages) {
        this.assessments = assessments;
        this.scales = scales;
        this.registers = registers;
        this.classes = classes;
        this.messages = messages;
    }

    /** What the table of a programme is understood by: its people and its scales. */
    ListWords words(Programme programme) {
        Map<String, String> titles = new LinkedHashMap<>();
        scales.of(programme).forEach(scale -> titles.put(scale.key(), scale.title()));
        return new ListWords(messages, "answer-list", List.of(NAME, CLASS), List.of(Set.of(NAME)), titles);
    }

    /** What a list would do. */
    @Transactional(readOnly = true)
    public ListReport preview(Programme programme, Of of, Brought brought) {
        return new Run(programme, of, brought).report(false);
    }

    /** Stores the rows of a list in which nothing is wrong. */
    @Transactional
    public ListReport store(Programme programme, Of of, Brought brought) {
        Run run = new Run(programme, of, brought);
        ListReport report = run.report(true);
        assessments.record(programme.id(), of.point(), of.measuredOn(), run.rows);
        return report;
    }

    /** One look at a list. */
    private final class Run {
        private final ListWords words;
        private final SheetUnderstanding understood;
        private final Map<String, Scale> known = new LinkedHashMap<>();
        private final List<Participant> people = new ArrayList<>();
        private final Map<Long, String> classNames;
        private final Set<Long> hindered;
        private final Map<Long, Map<String, Assessments.Measured>> measured;
        private final LocalDate day;
        private final Set<Long> seen = new HashSet<>();
        private final List<Assessments.Row> rows = new ArrayList<>();

        Run(Programme programme, Of of, Brought brought) {
            words = words(programme);
            understood = SheetUnderstanding.of(brought.file(), words, brought.choices());
            day = of.measuredOn();
            scales.of(programme).forEach(scale -> known.put(scale.key(), scale));
            registers.readAll(programme.id(), ParticipantFilter.of(of.role()), PART, people::addAll);
            classNames = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                    .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
            hindered = assessments.hindered(programme, people);
            measured = assessments.of(programme, of.point(), people);
        }

        ListReport report(boolean stored) {
            List<String> ids = understood.columns().stream()
                    .map(SheetUnderstanding.Column::id)
                    .filter(Objects::nonNull)
                    .distinct()
                    .toList();
            List<String> columns = ids.stream().filter(known::containsKey).toList();
            List<Line> lines = new ArrayList<>();
            List<Map<String, String>> values = words.suffices(ids) ? ListReport.values(understood) : List.of();
            for (int i = 0; i < values.size(); i++) {
                var taken = understood.rows().get(i);
                lines.add(line(new RowOf(taken.sheet(), taken.row().number()), values.get(i), columns));
            }
            List<String> titles = new ArrayList<>(
                    List.of(words.titles().get(NAME), words.titles().get(CLASS)));
            columns.forEach(id -> titles.add(words.titles().get(id)));
            return new ListReport(understood, titles, List.copyOf(lines), stored);
        }

        private Line line(RowOf place, Map<String, String> said, List<String> columns) {
            List<String> shown = new ArrayList<>(List.of(said.getOrDefault(NAME, ""), said.getOrDefault(CLASS, "")));
            columns.forEach(id -> shown.add(said.getOrDefault(id, "")));
            String row = String.valueOf(place.number());
            try {
                Participant person = find(said);
                shown.set(0, person.person().fullName());
                shown.set(1, className(person).orElse(""));
                if (!seen.add(person.id())) {
                    throw new UserInputException("assessment.twice", row);
                }
                if (hindered.contains(person.id())) {
                    throw new UserInputException("assessment.hindered");
                }
                Map<String, BigDecimal> values = new LinkedHashMap<>();
                columns.stream()
                        .filter(said::containsKey)
                        .forEach(id -> values.put(id, value(known.get(id), person, said.get(id), row)));
                Outcome outcome = outcome(person, values);
                if (outcome != Outcome.UNCHANGED) {
                    rows.add(new Assessments.Row(person.id(), values));
                }
                return new Line(place, outcome, shown, null, List.of());
            } catch (NotFoundException | ForbiddenException e) {
                throw e;
            } catch (UserInputException refusal) {
                return new Line(place, Outcome.REFUSED, shown, refusal, List.of());
            }
        }

        private Participant find(Map<String, String> said) {
            if (!said.containsKey(NAME)) {
                throw new UserInputException("assessment.list-nobody");
            }
            PersonName name = PersonName.of(said.get(NAME));
            String classKey = said.containsKey(CLASS) ? ClassKey.of(said.get(CLASS)) : null;
            List<Participant> found = people.stream()
                    .filter(one -> one.person().details().name().mayBe(name))
                    .filter(one -> classKey == null
                            || className(one)
                                    .map(ClassKey::of)
                                    .filter(classKey::equals)
                                    .isPresent())
                    .toList();
            if (found.size() != 1) {
                throw new UserInputException(found.isEmpty() ? "assessment.list-unknown" : "assessment.list-several");
            }
            return found.get(0);
        }

        private Optional<String> className(Participant person) {
            return person.classId().map(classNames::get);
        }

        private BigDecimal value(Scale scale, Participant person, String text, String row) {
            BigDecimal value = TypedNumber.of(text);
            if (value == null) {
                throw new UserInputException("assessment.no-number", row, EnteredText.clean(text));
            }
            scale.require(person, value, row);
            return value;
        }

        private Outcome outcome(Participant person, Map<String, BigDecimal> values) {
            Map<String, Assessments.Measured> present = measured.getOrDefault(person.id(), Map.of());
            boolean same = values.entrySet().stream()
                    .allMatch(each -> Optional.ofNullable(present.get(each.getKey()))
                            .filter(before -> before.value().compareTo(each.getValue()) == 0
                                    && before.on().equals(day))
                            .isPresent());
            if (same) {
                return Outcome.UNCHANGED;
            }
            return present.isEmpty() ? Outcome.CREATED : Outcome.UPDATED;
        }
    }
}
