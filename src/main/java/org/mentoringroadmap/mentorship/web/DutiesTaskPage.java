package org.mentoringroadmap.mentorship.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.mentorship.Duties;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.TasklistAddress;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the task that collects mentors' consents to their duties: who is missing, the end. */
@Controller
@RequestMapping("/tasks/duties")
class DutiesTaskPage {
    private static final String PATH = "/tasks/duties";

    private final Tasks tasks;
    private final Duties duties;
    private final Clock clock;

    DutiesTaskPage(Tasks tasks, Duties duties, Clock clock) {
        this.tasks = tasks;
        this.duties = duties;
        this.clock = clock;
    }

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
        Map<String, Object> fields = new HashMap<>();
        fields.put("note", note);
        try {
            tasks.complete(taskId, fields);
        } catch (NotFoundException | ForbiddenException refusal) {
            throw refusal;
        } catch (UserInputException refusal) {
            ModelAndView page = page(task, callbackUrl, note).addObject("refusal", refusal);
            page.setStatus(refusal instanceof ConflictException ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
            return page;
        }
        return new ModelAndView(SeeOther.to(TasklistAddress.of(callbackUrl, request.getServerName())));
    }

    private OpenTask task(String taskId) {
        OpenTask task = tasks.get(taskId);
        if (task.formPath().filter(PATH::equals).isEmpty()) {
            throw new NotFoundException("task.unknown");
        }
        return task;
    }

    private ModelAndView page(OpenTask task, String callbackUrl, String note) {
        Optional<List<Duties.Worker>> workers = workers(task.programmeId());
        return new ModelAndView("mentorship/duties-task")
                .addObject("task", task)
                .addObject("callbackUrl", callbackUrl)
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
                                .count())
                .addObject("overdue", task.overdue(LocalDateTime.now(clock)));
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
