package org.mentoringroadmap.register.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.register.RegisterFigures;
import org.mentoringroadmap.register.RegisterGaps;
import org.mentoringroadmap.register.RegisterGroup;
import org.mentoringroadmap.register.RegisterProcess;
import org.mentoringroadmap.register.RegisterTasks;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/**
 * The pages of the tasks «сформировать базу» and «собрать согласия»: how far they are, who is missing, the end. Names are
 * shown to who may look into the registers.
 */
@Controller
class RegisterTaskController {
    private static final Map<String, List<String>> FIGURES = Map.of(
            RegisterTasks.REGISTER, List.of("included", "withoutConsent"),
            RegisterTasks.CONSENTS, List.of("needed", "received", "refused"));

    private final TaskPage pages;
    private final RegisterTasks registers;
    private final RegisterProcess process;
    private final RegisterGaps gaps;
    private final Programmes programmes;
    private final SchoolClasses classes;

    RegisterTaskController(
            TaskPage pages,
            RegisterTasks registers,
            RegisterProcess process,
            RegisterGaps gaps,
            Programmes programmes,
            SchoolClasses classes) {
        this.pages = pages;
        this.registers = registers;
        this.process = process;
        this.gaps = gaps;
        this.programmes = programmes;
        this.classes = classes;
    }

    @Recorded(value = AuditAct.TASK_PEOPLE_LISTED, id = "taskId", count = "missing")
    @GetMapping({RegisterTasks.REGISTER, RegisterTasks.CONSENTS})
    ModelAndView show(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam(defaultValue = "0") int page) {
        return page(task(taskId), callbackUrl, page, OutcomeFields.doneOn(pages.today()));
    }

    @PostMapping({RegisterTasks.REGISTER, RegisterTasks.CONSENTS})
    ModelAndView complete(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        OpenTask task = task(taskId);
        Map<String, Object> fields = OutcomeFields.typed(typed);
        FIGURES.get(task.formPath().orElseThrow()).forEach(name -> fields.put(name, typed.get(name)));
        return pages.complete(task, fields, callbackUrl, request, () -> page(task, callbackUrl, 0, typed));
    }

    /** Whether the task waits though nobody is missing. */
    @PostMapping("/tasks/register/hold")
    RedirectView hold(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam(defaultValue = "false") boolean wait,
            RedirectAttributes flash) {
        OpenTask task = task(taskId);
        RegisterFigures figures = gaps.figures(task.programmeId(), process.group(taskId));
        registers.hold(task.programmeId(), task.roadmapItem(), wait);
        flash.addFlashAttribute("notice", wait ? "register-task.saved.waits" : "register-task.saved.ends");
        return !wait && figures.isComplete()
                ? SeeOther.to("/")
                : SeeOther.to(
                        task.formPath().orElseThrow(),
                        Map.of("taskId", taskId, "callbackUrl", callbackUrl == null ? "" : callbackUrl));
    }

    private OpenTask task(String taskId) {
        return pages.task(taskId, FIGURES.keySet());
    }

    private ModelAndView page(OpenTask task, String callbackUrl, int page, Map<String, String> typed) {
        RegisterGroup group = process.group(task.id());
        String path = task.formPath().orElseThrow();
        Programme programme = programmes.get(task.programmeId());
        return pages.show("register/register-task", task, callbackUrl)
                .addObject("path", path)
                .addObject("consents", path.equals(RegisterTasks.CONSENTS))
                .addObject("group", group)
                .addObject("figures", gaps.figures(task.programmeId(), group))
                .addObject("held", registers.held(task.programmeId(), task.roadmapItem()))
                .addObject("missing", missing(task.programmeId(), group, page))
                .addObject(
                        "classes",
                        classes.of(programme.schoolId(), programme.schoolYear()).stream()
                                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name)))
                .addObject("typed", typed);
    }

    /** Who may do the task but not look into the registers sees the figures only. */
    private Page<Participant> missing(Long programmeId, RegisterGroup group, int page) {
        try {
            return gaps.missing(programmeId, group, page);
        } catch (ForbiddenException e) {
            return Page.empty();
        }
    }
}
