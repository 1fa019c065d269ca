package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.activity.ActivityClosing;
import org.mentoringroadmap.activity.ClassChecklists;
import org.mentoringroadmap.activity.ClassRow;
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
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriComponentsBuilder;

/** The page of a task that collects the classes' answers: who is missing, answers for any class, the end. */
@Controller
@RequestMapping(ClassChecklists.PAGE)
class ClassTaskController {
    private final Tasks tasks;
    private final ClassChecklists checklists;
    private final ActivityClosing closing;
    private final Clock clock;

    ClassTaskController(Tasks tasks, ClassChecklists checklists, ActivityClosing closing, Clock clock) {
        this.tasks = tasks;
        this.checklists = checklists;
        this.closing = closing;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(tasks.get(taskId), OutcomeForm.empty(taskId, callbackUrl, today()), TickForm.empty(today()));
    }

    @PostMapping("/ticks")
    ModelAndView tick(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @ModelAttribute("tick") TickForm tick,
            HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        try {
            return tick.send(checklists, task.programmeId(), item(task))
                    ? Redirects.toTasklist(callbackUrl, request)
                    : Redirects.to(UriComponentsBuilder.fromPath(ClassChecklists.PAGE)
                            .queryParam("taskId", "{taskId}")
                            .queryParam("callbackUrl", "{callbackUrl}")
                            .encode()
                            .buildAndExpand(taskId, callbackUrl == null ? "" : callbackUrl)
                            .toUriString());
        } catch (UserInputException refusal) {
            return Refusals.on(page(task, OutcomeForm.empty(taskId, callbackUrl, today()), tick), refusal);
        }
    }

    @PostMapping
    ModelAndView complete(
            @RequestParam String taskId, @ModelAttribute("form") OutcomeForm form, HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        try {
            closing.close(task, item(task), List.of(), form.fields());
        } catch (UserInputException refusal) {
            return Refusals.on(page(task, form, TickForm.empty(today())), refusal);
        }
        return Redirects.toTasklist(form.callbackUrl(), request);
    }

    private ModelAndView page(OpenTask task, OutcomeForm form, TickForm tick) {
        String item = item(task);
        List<ClassRow> rows = checklists.rows(task.programmeId(), item);
        return new ModelAndView("activity/class-task")
                .addObject("task", task)
                .addObject("item", item)
                .addObject("overdue", task.overdue(LocalDateTime.now(clock)))
                .addObject("rows", rows)
                .addObject(
                        "missing",
                        rows.stream()
                                .filter(ClassRow::missing)
                                .map(ClassRow::className)
                                .toList())
                .addObject("form", form)
                .addObject("tick", tick)
                .addObject("today", today());
    }

    private String item(OpenTask task) {
        return Optional.ofNullable(task.roadmapItem()).orElseThrow(() -> new NotFoundException("activity.unknown"));
    }

    private String today() {
        return LocalDate.now(clock).toString();
    }
}
