package org.mentoringroadmap.overview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgrammeTable;
import org.mentoringroadmap.overview.YearPicture;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.task.TaskHolders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The year of a programme as one picture: stages and activities against months. */
@Controller
class YearController {
    private static final Comparator<Map.Entry<Long, String>> BY_NAME = Map.Entry.comparingByValue();

    private final Overview overview;
    private final Staff staff;
    private final Clock clock;

    YearController(Overview overview, Staff staff, Clock clock) {
        this.overview = overview;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param who somebody of the staff; null for everybody. Somebody who answers for nothing here is taken for everybody */
    @GetMapping("/programmes/{id}/year")
    String show(@PathVariable Long id, @RequestParam(required = false) Long who, Model model) {
        ProgrammeTable table = overview.table(id);
        LocalDate today = LocalDate.now(clock);
        Set<String> answering = table.roadmap()
                .activities()
                .flatMap(activity -> activity.responsible().stream())
                .collect(Collectors.toSet());
        List<StaffMember> members = staff.of(table.programme().schoolId());
        Map<Long, Set<String>> held = members.stream().collect(Collectors.toMap(StaffMember::id, TaskHolders::roles));
        Map<Long, String> names = StaffMember.shortNames(members);
        Map<Long, String> people = new LinkedHashMap<>();
        names.entrySet().stream()
                .filter(entry -> held.get(entry.getKey()).stream().anyMatch(answering::contains))
                .sorted(BY_NAME)
                .forEach(entry -> people.put(entry.getKey(), entry.getValue()));
        Long chosen = who != null && people.containsKey(who) ? who : null;
        YearPicture picture =
                overview.picture(table, today, activity -> chosen == null || answers(activity, held.get(chosen)));
        model.addAttribute("table", table);
        model.addAttribute("picture", picture);
        model.addAttribute("looks", YearPicture.Look.values());
        model.addAttribute("today", today);
        model.addAttribute("people", people);
        model.addAttribute("who", chosen);
        model.addAttribute(
                "months",
                picture.months().stream().map(YearMonth::getMonthValue).toList());
        return "overview/year";
    }

    private static boolean answers(RoadmapActivity activity, Set<String> roles) {
        return activity.responsible().stream().anyMatch(roles::contains);
    }
}
