package org.mentoringroadmap.programme.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.ProgrammeProcess;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Programmes of the schools that the account sees, and the start of a new one. */
@Controller
class ProgrammesController {
    private static final Role[] STARTERS = {Role.CURATOR, Role.ADMINISTRATOR};

    /** A line of the list. */
    record Line(Programme programme, String school, String roadmap, boolean ahead) {
        /** Key of what there is to say of the programme now: one that runs may be that of a year which is only prepared. */
        public String state() {
            return ahead && programme.state() == Programme.State.RUNNING
                    ? "AHEAD"
                    : programme.state().name();
        }
    }

    private final Programmes programmes;
    private final ProgrammeProcess process;
    private final Schools schools;
    private final CurrentUser user;
    private final Clock clock;

    ProgrammesController(
            Programmes programmes, ProgrammeProcess process, Schools schools, CurrentUser user, Clock clock) {
        this.programmes = programmes;
        this.process = process;
        this.schools = schools;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/programmes")
    String show(Model model) {
        List<School> visible = schools.visible();
        Map<String, School> byId = visible.stream().collect(Collectors.toMap(School::id, Function.identity()));
        Map<String, String> roadmaps = process.roadmaps();
        SchoolYear now = SchoolYear.around(LocalDate.now(clock));
        model.addAttribute("schools", visible);
        model.addAttribute("roadmaps", roadmaps);
        List<Programme> started = programmes.visible();
        model.addAttribute("year", suggested(now, visible, started).text());
        model.addAttribute(
                "years",
                IntStream.rangeClosed(-1, 1)
                        .mapToObj(step -> new SchoolYear(now.firstYear() + step).text())
                        .toList());
        model.addAttribute("mayStart", List.of(STARTERS).stream().anyMatch(user::has));
        model.addAttribute(
                "programmes",
                started.stream()
                        .map(programme -> new Line(
                                programme,
                                byId.get(programme.schoolId()).requisites().shortName(),
                                roadmaps.getOrDefault(programme.roadmap(), programme.roadmap()),
                                programme.schoolYear().firstYear() > now.firstYear()))
                        .toList());
        return "programme/programmes";
    }

    /** The year that a start is likely meant for: this one, and where it has begun already the next. */
    private static SchoolYear suggested(SchoolYear now, List<School> schools, List<Programme> started) {
        boolean begun = schools.size() == 1
                && started.stream().anyMatch(programme -> programme.schoolYear().equals(now));
        return begun ? new SchoolYear(now.secondYear()) : now;
    }

    @PostMapping("/programmes")
    String start(
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String schoolYear,
            @RequestParam(defaultValue = "") String roadmap,
            RedirectAttributes redirect) {
        user.require(STARTERS);
        process.start(roadmap, school, schoolYear);
        redirect.addFlashAttribute("notice", "programme.started");
        return "redirect:/programmes";
    }
}
