package org.mentoringroadmap.assessment.web;

import jakarta.servlet.http.HttpServletResponse;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringroadmap.assessment.AnsweredAssessments;
import org.mentoringroadmap.assessment.AssessmentPoint;
import org.mentoringroadmap.assessment.AssessmentScales;
import org.mentoringroadmap.assessment.Assessments;
import org.mentoringroadmap.assessment.Scale;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.data.domain.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** A table to fill, class by class; the scales of a programme; what has become of everybody between entry and exit. */
@Controller
@RequestMapping("/programmes/{id}/assessments")
class AssessmentController {
    /** Names of the fields are {@code v.<participant>.<scale>}. */
    private static final String FIELD = "v.";

    private static final int BLANK_LINES = 2;

    /** Which people the table shows. */
    record Shown(AssessmentPoint point, ParticipantRole role, Long classId, Integer page) {
        Shown {
            point = point == null ? AssessmentPoint.ENTRY : point;
            role = role == null ? ParticipantRole.MENTEE : role;
            page = page == null || page < 0 ? 0 : page;
        }
    }

    /** The form with the scales, column by column; numbers as typed. */
    record ScaleForm(
            List<String> key,
            List<String> title,
            List<Scale.Whom> whom,
            List<String> lower,
            List<String> upper,
            List<Scale.Better> better) {
        List<ScaleLine> lines() {
            return IntStream.range(0, title == null ? 0 : title.size())
                    .mapToObj(line -> new ScaleLine(
                            at(key, line),
                            at(title, line),
                            at(whom, line),
                            at(lower, line),
                            at(upper, line),
                            at(better, line)))
                    .toList();
        }

        private static <T> T at(List<T> list, int line) {
            return list == null || line >= list.size() ? null : list.get(line);
        }
    }

    /** A line of it. */
    record ScaleLine(String key, String title, Scale.Whom whom, String lower, String upper, Scale.Better better) {
        static final ScaleLine BLANK = new ScaleLine("", "", Scale.Whom.ANYBODY, "1", "5", Scale.Better.MORE);

        static ScaleLine of(Scale scale) {
            return new ScaleLine(
                    scale.key(),
                    scale.title(),
                    scale.whom(),
                    Scale.written(scale.lower()),
                    Scale.written(scale.upper()),
                    scale.better());
        }

        AssessmentScales.Typed typed() {
            return new AssessmentScales.Typed(key, title, whom, TypedNumber.of(lower), TypedNumber.of(upper), better);
        }
    }

    private final Assessments assessments;
    private final AssessmentScales scales;
    private final Registers registers;
    private final RegisterQueries queries;
    private final ParticipantAccess access;
    private final AnsweredAssessments answered;

    AssessmentController(
            Assessments assessments,
            AssessmentScales scales,
            Registers registers,
            RegisterQueries queries,
            ParticipantAccess access,
            AnsweredAssessments answered) {
        this.assessments = assessments;
        this.scales = scales;
        this.registers = registers;
        this.queries = queries;
        this.access = access;
        this.answered = answered;
    }

    @Recorded(value = AuditAct.ASSESSMENTS_LISTED, id = "id", count = "found", facts = "point")
    @GetMapping
    String table(@PathVariable Long id, @ModelAttribute Shown shown, Model model) {
        return table(id, shown, Map.of(), model);
    }

    @PostMapping
    Object record(
            @PathVariable Long id,
            @ModelAttribute Shown shown,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate measuredOn,
            @RequestParam(name = "row", required = false) List<Long> order,
            @RequestParam Map<String, String> fields,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            assessments.record(id, shown.point(), measuredOn, rows(order == null ? List.of() : order, fields));
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", refusal).addAttribute("measuredOn", measuredOn);
            return table(id, shown, fields, model);
        }
        flash.addFlashAttribute("notice", "assessment.saved");
        return SeeOther.to("/programmes/" + id + "/assessments?point=" + shown.point() + "&role=" + shown.role()
                + (shown.classId() == null ? "" : "&classId=" + shown.classId()) + "&page=" + shown.page());
    }

    /** What people have answered about themselves becomes what was measured of them. */
    @PostMapping("/answers")
    RedirectView take(@PathVariable Long id, @RequestParam AssessmentPoint point, RedirectAttributes flash) {
        answered.take(id, point);
        flash.addFlashAttribute("notice", "assessment.taken");
        return SeeOther.to("/programmes/" + id + "/assessments?point=" + point);
    }

    private String table(Long id, Shown shown, Map<String, String> typed, Model model) {
        Programme programme = assessments.programme(id);
        Page<Participant> found = registers.find(
                id,
                new ParticipantFilter(shown.role(), "", null, shown.classId(), null, null),
                shown.page(),
                Registers.PAGE);
        List<Scale> columns = scales.of(programme).stream()
                .filter(scale -> found.stream().anyMatch(scale::isOf))
                .toList();
        Map<Long, Map<String, Assessments.Measured>> known =
                assessments.of(programme, shown.point(), found.getContent());
        Map<String, String> values = new HashMap<>();
        known.forEach((participant, measured) -> measured.forEach(
                (key, each) -> values.put(FIELD + participant + "." + key, Scale.written(each.value()))));
        values.putAll(typed);
        model.addAttribute("programme", programme)
                .addAttribute("point", shown.point())
                .addAttribute("role", shown.role())
                .addAttribute("classId", shown.classId())
                .addAttribute("found", found)
                .addAttribute("classes", queries.classesToChoose(programme))
                .addAttribute("columns", columns)
                .addAttribute("values", values)
                .addAttribute("hindered", assessments.hindered(programme, found.getContent()))
                .addAttribute("answered", answered.waiting(id, shown.point()))
                .addAttribute("mayWrite", programme.state() == Programme.State.RUNNING)
                .addAttribute("today", access.today());
        if (!model.containsAttribute("measuredOn") || model.getAttribute("measuredOn") == null) {
            model.addAttribute("measuredOn", lastDay(known));
        }
        return "assessment/table";
    }

    /** The last day on which somebody of the table was measured; today for the first. */
    private LocalDate lastDay(Map<Long, Map<String, Assessments.Measured>> known) {
        return known.values().stream()
                .flatMap(measured -> measured.values().stream())
                .map(Assessments.Measured::on)
                .max(LocalDate::compareTo)
                .orElse(access.today());
    }

    /**
     * In the order of the table, those among them who have no fields, so that the number of a refused row is the one that the
     * table shows.
     */
    private static List<Assessments.Row> rows(List<Long> order, Map<String, String> fields) {
        Map<Long, Map<String, BigDecimal>> rows = new LinkedHashMap<>();
        order.forEach(participant -> rows.put(participant, new HashMap<>()));
        fields.forEach((name, text) -> {
            String[] parts = name.split("\\.", 3);
            if (name.startsWith(FIELD) && parts.length == 3 && parts[1].matches("\\d{1,18}")) {
                Long about = Long.valueOf(parts[1]);
                Map<String, BigDecimal> values = rows.computeIfAbsent(about, participant -> new HashMap<>());
                values.put(parts[2], number(text, List.copyOf(rows.keySet()).indexOf(about) + 1));
            }
        });
        return rows.entrySet().stream()
                .map(row -> new Assessments.Row(row.getKey(), row.getValue()))
                .toList();
    }

    private static BigDecimal number(String text, int row) {
        BigDecimal number = TypedNumber.of(text);
        if (number == null && EnteredText.clean(text) != null) {
            throw new UserInputException("assessment.no-number", String.valueOf(row), EnteredText.clean(text));
        }
        return number;
    }

    @GetMapping("/scales")
    String scales(@PathVariable Long id, Model model) {
        List<ScaleLine> lines = scales.of(assessments.programme(id)).stream()
                .map(ScaleLine::of)
                .collect(Collectors.toCollection(ArrayList::new));
        lines.addAll(Collections.nCopies(
                Math.max(0, Math.min(BLANK_LINES, AssessmentScales.MAX_SCALES - lines.size())), ScaleLine.BLANK));
        return scales(id, lines, model);
    }

    @PostMapping("/scales")
    Object change(
            @PathVariable Long id,
            @ModelAttribute ScaleForm form,
            Model model,
            HttpServletResponse response,
            RedirectAttributes flash) {
        try {
            scales.replace(id, form.lines().stream().map(ScaleLine::typed).toList());
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("refusal", refusal);
            return scales(id, form.lines(), model);
        }
        flash.addFlashAttribute("notice", "assessment.scales-saved");
        return SeeOther.to("/programmes/" + id + "/assessments/scales");
    }

    private String scales(Long id, List<ScaleLine> lines, Model model) {
        Programme programme = assessments.programme(id);
        model.addAttribute("programme", programme)
                .addAttribute("lines", lines)
                .addAttribute("whom", Scale.Whom.values())
                .addAttribute("better", Scale.Better.values())
                .addAttribute("frozen", scales.isFrozen(programme))
                .addAttribute("mayWrite", programme.state() == Programme.State.RUNNING);
        return "assessment/scales";
    }

    @GetMapping("/comparison")
    String comparison(@PathVariable Long id, Model model) {
        model.addAttribute("programme", assessments.compared(id))
                .addAttribute("lines", assessments.compare(id))
                .addAttribute("least", Assessments.MIN_GROUP);
        return "assessment/comparison";
    }
}
