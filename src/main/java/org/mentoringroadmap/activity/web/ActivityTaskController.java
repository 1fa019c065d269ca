package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.activity.ActivityClosing;
import org.mentoringroadmap.activity.Evidence;
import org.mentoringroadmap.activity.Upload;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** The page of a task that ends an activity: what to do, how it ended, what proves it. */
@Controller
@RequestMapping("/tasks/activity")
class ActivityTaskController {
    private final Tasks tasks;
    private final ActivityClosing closing;
    private final Evidence evidence;
    private final Clock clock;

    ActivityTaskController(Tasks tasks, ActivityClosing closing, Evidence evidence, Clock clock) {
        this.tasks = tasks;
        this.closing = closing;
        this.evidence = evidence;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(tasks.get(taskId), OutcomeForm.empty(taskId, callbackUrl, today()));
    }

    @PostMapping
    ModelAndView complete(
            @RequestParam String taskId,
            @ModelAttribute("form") OutcomeForm form,
            @RequestParam(required = false) List<MultipartFile> files,
            @RequestParam(required = false) List<MultipartFile> photos,
            HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        List<Upload> uploads = Uploads.of(files, photos);
        try {
            closing.close(task, item(task), uploads, form.fields());
        } catch (UserInputException refusal) {
            return Refusals.on(page(task, form), refusal).addObject("filesLost", !uploads.isEmpty());
        }
        return Redirects.toTasklist(form.callbackUrl(), request);
    }

    private ModelAndView page(OpenTask task, OutcomeForm form) {
        String item = item(task);
        return new ModelAndView("activity/task")
                .addObject("task", task)
                .addObject("item", item)
                .addObject("overdue", task.overdue(LocalDateTime.now(clock)))
                .addObject("form", form)
                .addObject("today", today())
                .addObject("entries", evidence.list(task.programmeId(), item))
                .addObject("mayChange", evidence.mayChange(task.programmeId(), item));
    }

    private String item(OpenTask task) {
        return Optional.ofNullable(task.roadmapItem()).orElseThrow(() -> new NotFoundException("activity.unknown"));
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
