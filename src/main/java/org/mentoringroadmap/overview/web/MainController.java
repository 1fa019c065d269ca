package org.mentoringroadmap.overview.web;

import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProcessProgressReader;
import org.mentoringroadmap.overview.ProgrammeYear;
import org.mentoringroadmap.reminder.Pressing;
import org.mentoringroadmap.reminder.Reminders;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.PaperReading;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The main page: the year, what waits for me, what is late. */
@Controller
class MainController {
    private static final int MAX_YEARS = 10;
    private static final int MAX_TASKS = 30;
    private static final int MAX_LATE = 15;
    private static final int MAX_DOCUMENTS = 6;

    private final Overview overview;
    private final ProcessProgressReader progressReader;
    private final Reminders reminders;
    private final Tasks tasks;
    private final Documents documents;
    private final Schools schools;
    private final PaperReading reading;
    private final CurrentUser user;
    private final Clock clock;

    MainController(
            Overview overview,
            ProcessProgressReader progressReader,
            Reminders reminders,
            Tasks tasks,
            Documents documents,
            Schools schools,
            PaperReading reading,
            CurrentUser user,
            Clock clock) {
        this.overview = overview;
        this.progressReader = progressReader;
        this.reminders = reminders;
        this.tasks = tasks;
        this.documents = documents;
        this.schools = schools;
        this.reading = reading;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping("/")
    String main(Model model) {
        LocalDateTime now = LocalDateTime.now(clock);
        List<ProgrammeYear> years = overview.running(MAX_YEARS);
        List<School> mySchools = schools.visible();
        ProgrammeNames names = new ProgrammeNames(years, mySchools);
        List<OpenTask> mine = tasks.mine(MAX_TASKS);
        Pressing pressing = reminders.pressing(mine, MAX_LATE);
        model.addAttribute("today", now.toLocalDate());
        model.addAttribute("years", years);
        model.addAttribute("names", names);
        model.addAttribute("hasSchool", !mySchools.isEmpty());
        model.addAttribute("mayStart", user.has(Role.CURATOR) || user.has(Role.ADMINISTRATOR));
        model.addAttribute(
                "tasks", mine.stream().map(task -> line(task, names, true, now)).toList());
        model.addAttribute("taskCount", mine.size() < MAX_TASKS ? mine.size() : tasks.countMine());
        model.addAttribute(
                "late",
                pressing.first().stream()
                        .map(reminder -> line(reminder.task(), names, reminder.mine(), now))
                        .toList());
        model.addAttribute("moreLate", pressing.total() - pressing.first().size());
        model.addAttribute(
                "documents",
                documents.search("", null, null, 0).getContent().stream()
                        .limit(MAX_DOCUMENTS)
                        .toList());
        model.addAttribute("keepsPapers", reading.keepsPapers());
        model.addAttribute("incidents", user.has(Role.ADMINISTRATOR) ? progressReader.incidents() : 0L);
        return "overview/main";
    }

    /** Whoever opens «Дорожная карта» in the menu means the newest running programme. */
    @GetMapping("/roadmap")
    ModelAndView roadmap(@RequestParam(required = false) String state) {
        String page = overview.running(1).stream()
                .findFirst()
                .map(year -> "redirect:/programmes/" + year.programme().id())
                .orElse("redirect:/programmes");
        ModelAndView redirect = new ModelAndView(page);
        if (state != null) {
            redirect.addObject("state", state);
        }
        return redirect;
    }

    private TaskLine line(OpenTask task, ProgrammeNames names, boolean mine, LocalDateTime now) {
        return TaskLine.of(task, names.of(task.programmeId()), names.itemOf(task), mine, user.login(), now);
    }
}
