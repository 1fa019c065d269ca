package org.mentoringroadmap.mentorship.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.mentorship.duty.Duties;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the task that collects mentors' consents to their duties: who is missing, the end. */
@Controller
@RequestMapping(DutiesTaskController.PATH)
class DutiesTaskController {
    static final String PATH = "/tasks/duties";

    private final TaskPage pages;
    private final Duties duties;

    DutiesTaskController(TaskPage pages, Duties duties) {
        this.pages = pages;
        this.duties = duties;
    }

    @Recorded(value = AuditAct.TASK_PEOPLE_LISTED, id = "taskId", count = "missing")
    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(task(taskId), callbackUrl, "");
    }

    @PostMapping
    ModelAndView complete(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        OpenTask task = task(taskId);
        return pages.complete(
                task, Map.of(OutcomeFields.NOTE, note), callbackUrl, request, () -> page(task, callbackUrl, note));
    }

    private OpenTask task(String taskId) {
        return pages.task(taskId, Set.of(PATH));
    }

    private ModelAndView page(OpenTask task, String callbackUrl, String note) {
        Optional<List<Duties.Worker>> workers = workers(task.programmeId());
        return pages.show("mentorship/duties-task", task, callbackUrl)
                .addObject("note", note)
                .addObject("named", workers.isPresent())
                .addObject(
                        "missing",
                        workers.orElse(List.of()).stream()
                                .filter(worker -> !worker.given())
                                .toList())
                .addObject(
                        "given",
                        workers.orElse(List.of()).stream()
                                .filter(Duties.Worker::given)
                                .count());
    }

    /** Who may do the task but not look at the pairs sees no names. */
    private Optional<List<Duties.Worker>> workers(Long programmeId) {
        try {
            return Optional.of(duties.shown(programmeId));
        } catch (ForbiddenException e) {
            return Optional.empty();
        }
    }
}
