package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.evidence.ActivityClosing;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.evidence.Upload;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
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
    private final TaskPage pages;
    private final ActivityClosing closing;
    private final Evidence evidence;
    private final ActivityCorrections corrections;

    ActivityTaskController(
            Tasks tasks, TaskPage pages, ActivityClosing closing, Evidence evidence, ActivityCorrections corrections) {
        this.tasks = tasks;
        this.pages = pages;
        this.closing = closing;
        this.evidence = evidence;
        this.corrections = corrections;
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
            @RequestParam(defaultValue = "false") boolean withoutProof,
            HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        List<Upload> uploads = UploadedFiles.of(files, photos);
        return pages.submit(
                () -> closing.close(task, item(task), uploads, form.fields(), withoutProof),
                form.callbackUrl(),
                request,
                () -> page(task, form).addObject("filesLost", !uploads.isEmpty()));
    }

    private ModelAndView page(OpenTask task, OutcomeForm form) {
        String item = item(task);
        return pages.show("activity/task", task, form.callbackUrl())
                .addObject("item", item)
                .addObject("form", form)
                .addObject("minutes", corrections.minutes())
                .addObject("entries", evidence.list(task.programmeId(), item))
                .addObject("mayChange", evidence.mayChange(task.programmeId(), item));
    }

    private String item(OpenTask task) {
        return Optional.ofNullable(task.roadmapItem()).orElseThrow(() -> new NotFoundException("activity.unknown"));
    }

    private String today() {
        return pages.today().toString();
    }
}
