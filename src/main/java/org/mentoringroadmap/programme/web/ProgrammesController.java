package org.mentoringroadmap.programme.web;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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

    /** A roadmap and a school year that can be started. */
    record Choice(String roadmap, String title, SchoolYear year) {
        static final char DIVIDER = '/';

        /** What a form sends for it. */
        public String value() {
            return roadmap + DIVIDER + year.text();
        }
    }

    /** A programme that was to be started a second time. */
    record Already(Long id, String year) implements Serializable {}

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
    String show(@RequestParam(required = false) String school, Model model) {
        List<School> visible = schools.visible();
        Map<String, School> byId = visible.stream().collect(Collectors.toMap(School::id, Function.identity()));
        Map<String, String> roadmaps = process.roadmaps();
        SchoolYear now = SchoolYear.around(LocalDate.now(clock));
        model.addAttribute("schools", visible);
        List<Programme> started = programmes.visible();
        String chosen = chosen(school, visible);
        List<Choice> choices = choices(chosen, roadmaps, now, started);
        model.addAttribute("chosen", chosen);
        model.addAttribute("choices", choices);
        model.addAttribute("suggested", suggested(chosen, choices));
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

    /** The school that a start is offered for; null while one of several is to be chosen. */
    private static String chosen(String asked, List<School> visible) {
        return visible.stream()
                .map(School::id)
                .filter(id -> visible.size() == 1 || id.equals(asked))
                .findFirst()
                .orElse(null);
    }

    /** What the school has not started yet: of each roadmap this year, the next one and the last one, in this order. */
    private static List<Choice> choices(
            String school, Map<String, String> roadmaps, SchoolYear now, List<Programme> started) {
        return roadmaps.entrySet().stream()
                .flatMap(roadmap -> Stream.of(now.firstYear(), now.secondYear(), now.firstYear() - 1)
                        .map(first -> new Choice(roadmap.getKey(), roadmap.getValue(), new SchoolYear(first))))
                .filter(choice -> started.stream()
                        .noneMatch(programme -> programme.schoolId().equals(school)
                                && programme.roadmap().equals(choice.roadmap())
                                && programme.schoolYear().equals(choice.year())))
                .toList();
    }

    /** The year after the one that a menu means first, of the same roadmap; else the first of a roadmap that has no other. */
    private Choice suggested(String school, List<Choice> choices) {
        return programmes.inFront().stream()
                .filter(programme -> programme.schoolId().equals(school))
                .flatMap(programme -> choices.stream()
                        .filter(choice -> choice.roadmap().equals(programme.roadmap()))
                        .filter(choice -> choice.year().firstYear()
                                == programme.schoolYear().secondYear()))
                .findFirst()
                .or(() -> choices.stream()
                        .filter(choice -> choices.stream()
                                .allMatch(other -> other.roadmap().equals(choice.roadmap())))
                        .findFirst())
                .orElse(null);
    }

    @PostMapping("/programmes")
    String start(
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String schoolYear,
            @RequestParam(defaultValue = "") String roadmap,
            @RequestParam(defaultValue = "") String choice,
            RedirectAttributes redirect) {
        user.require(STARTERS);
        int at = choice.lastIndexOf(Choice.DIVIDER);
        String wanted = at < 0 ? roadmap : choice.substring(0, at);
        String year = at < 0 ? schoolYear : choice.substring(at + 1);
        Optional<Programme> already = started(school, wanted, year);
        if (already.isPresent()) {
            // a page that was opened before somebody has started it
            redirect.addFlashAttribute(
                    "already",
                    new Already(already.get().id(), already.get().schoolYear().text()));
            return "redirect:/programmes";
        }
        process.start(wanted, school, year);
        redirect.addFlashAttribute("notice", "programme.started");
        return "redirect:/programmes";
    }

    private Optional<Programme> started(String school, String roadmap, String year) {
        List<School> visible = schools.visible();
        return programmes.visible().stream()
                .filter(programme -> programme.schoolId().equals(chosen(school, visible)))
                .filter(programme -> programme.roadmap().equals(roadmap)
                        && programme.schoolYear().text().equals(year))
                .findFirst();
    }
}
