package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.evidence.ActivityClosing;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Several plain activities that were done on one day, ticked together. */
@Controller
@RequestMapping("/tasks/several")
class SeveralTasksController {
    private static final int MAX_TASKS = 100;

    private final Tasks tasks;
    private final TaskPage pages;
    private final ActivityClosing closing;
    private final ActivityCorrections corrections;

    SeveralTasksController(Tasks tasks, TaskPage pages, ActivityClosing closing, ActivityCorrections corrections) {
        this.tasks = tasks;
        this.pages = pages;
        this.closing = closing;
        this.corrections = corrections;
    }

    @GetMapping
    ModelAndView show() {
        return page(List.of(), pages.today().toString(), "");
    }

    @PostMapping
    ModelAndView complete(
            @RequestParam(required = false) List<String> taskId,
            @RequestParam(defaultValue = "") String date,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        List<String> ticked = taskId == null ? List.of() : taskId;
        return pages.submit(
                () -> closing.closeAll(ticked.stream().map(this::open).toList(), date, note),
                "/",
                request,
                () -> page(ticked, date, note));
    }

    /** A page may have been open for long. */
    private OpenTask open(String taskId) {
        try {
            return tasks.get(taskId);
        } catch (NotFoundException gone) {
            throw new UserInputException("activity.several.gone");
        }
    }

    private ModelAndView page(List<String> ticked, String date, String note) {
        Map<OpenTask, ActivityClosing.Alone> mine = new LinkedHashMap<>();
        tasks.mine(MAX_TASKS).forEach(task -> mine.put(task, closing.alone(task)));
        return new ModelAndView("activity/several")
                .addObject(
                        "plain",
                        mine.entrySet().stream()
                                .filter(entry -> entry.getValue() == ActivityClosing.Alone.NO)
                                .map(Map.Entry::getKey)
                                .toList())
                .addObject(
                        "others",
                        mine.entrySet().stream()
                                .filter(entry -> entry.getValue() != ActivityClosing.Alone.NO)
                                .toList())
                .addObject("ticked", ticked)
                .addObject("date", date)
                .addObject("note", note)
                .addObject("minutes", corrections.minutes())
                .addObject("today", pages.today());
    }
}
