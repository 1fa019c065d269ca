package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.activity.checklist.ClassRow;
import org.mentoringroadmap.activity.evidence.ActivityClosing;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of a task that collects the classes' answers: who is missing, answers for any class, the end. */
@Controller
@RequestMapping(ClassChecklists.PAGE)
class ClassTaskController {
    private final Tasks tasks;
    private final TaskPage pages;
    private final ClassChecklists checklists;
    private final ActivityClosing closing;
    private final ActivityCorrections corrections;

    ClassTaskController(
            Tasks tasks,
            TaskPage pages,
            ClassChecklists checklists,
            ActivityClosing closing,
            ActivityCorrections corrections) {
        this.tasks = tasks;
        this.pages = pages;
        this.checklists = checklists;
        this.closing = closing;
        this.corrections = corrections;
    }

    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(
                tasks.get(taskId), OutcomeForm.empty(taskId, callbackUrl, today()), ClassCompletionForm.empty(today()));
    }

    @PostMapping("/ticks")
    ModelAndView tick(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @ModelAttribute("tick") ClassCompletionForm tick,
            HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        try {
            return tick.send(checklists, task.programmeId(), item(task))
                    ? pages.back(callbackUrl, request)
                    : new ModelAndView(SeeOther.to(
                            ClassChecklists.PAGE,
                            Map.of("taskId", taskId, "callbackUrl", callbackUrl == null ? "" : callbackUrl)));
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(task, OutcomeForm.empty(taskId, callbackUrl, today()), tick), refusal);
        }
    }

    @PostMapping
    ModelAndView complete(
            @RequestParam String taskId, @ModelAttribute("form") OutcomeForm form, HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        return pages.submit(
                () -> closing.close(task, item(task), List.of(), form.fields(), true),
                form.callbackUrl(),
                request,
                () -> page(task, form, ClassCompletionForm.empty(today())));
    }

    private ModelAndView page(OpenTask task, OutcomeForm form, ClassCompletionForm tick) {
        String item = item(task);
        List<ClassRow> rows = checklists.rows(task.programmeId(), item);
        return pages.show("activity/class-task", task, form.callbackUrl())
                .addObject("item", item)
                .addObject("minutes", corrections.minutes())
                .addObject("rows", rows)
                .addObject(
                        "missing",
                        rows.stream()
                                .filter(ClassRow::missing)
                                .map(ClassRow::className)
                                .toList())
                .addObject("form", form)
                .addObject("tick", tick);
    }

    private String item(OpenTask task) {
        return Optional.ofNullable(task.roadmapItem()).orElseThrow(() -> new NotFoundException("activity.unknown"));
    }

    private String today() {
        return pages.today().toString();
    }
}
