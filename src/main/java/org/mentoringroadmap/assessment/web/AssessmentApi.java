package org.mentoringroadmap.assessment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.assessment.AssessmentPoint;
import org.mentoringroadmap.assessment.AssessmentScales;
import org.mentoringroadmap.assessment.Assessments;
import org.mentoringroadmap.assessment.Scale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What was measured at entry and exit, from other programs. */
@RestController
@Tag(name = "assessments")
class AssessmentApi {
    /**
     * What was measured of a participant.
     *
     * @param values by the key of the scale; null takes a value out
     */
    record RowJson(Long participant, Map<String, BigDecimal> values) {}

    record AssessmentJson(AssessmentPoint point, LocalDate measuredOn, List<RowJson> rows) {}

    record ScaleJson(
            String key, String title, Scale.Whom whom, BigDecimal lower, BigDecimal upper, Scale.Better better) {
        static ScaleJson of(Scale scale) {
            return new ScaleJson(
                    scale.key(), scale.title(), scale.whom(), scale.lower(), scale.upper(), scale.better());
        }
    }

    private final Assessments assessments;
    private final AssessmentScales scales;

    AssessmentApi(Assessments assessments, AssessmentScales scales) {
        this.assessments = assessments;
        this.scales = scales;
    }

    @GetMapping("/api/programmes/{id}/assessments/scales")
    @Operation(summary = "The scales of a programme in their order")
    List<ScaleJson> scales(@PathVariable Long id) {
        return scales.of(assessments.programme(id)).stream().map(ScaleJson::of).toList();
    }

    @PutMapping("/api/programmes/{id}/assessments")
    @Operation(
            summary = "Records what was measured at the entry or the exit: all rows or none; 400 names row and scale")
    Assessments.Stored record(@PathVariable Long id, @RequestBody AssessmentJson said) {
        List<Assessments.Row> rows = said.rows() == null
                ? List.of()
                : said.rows().stream().map(AssessmentApi::row).toList();
        return assessments.record(id, said.point(), said.measuredOn(), rows);
    }

    /** An empty element is a row about nobody. */
    private static Assessments.Row row(RowJson row) {
        return row == null
                ? new Assessments.Row(null, Map.of())
                : new Assessments.Row(row.participant(), row.values() == null ? Map.of() : row.values());
    }
}
