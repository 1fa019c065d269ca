package org.mentoringroadmap.taskform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.StepsBack;
import org.mentoringroadmap.task.TaskFact;
import org.mentoringroadmap.task.TaskPage;
import org.mentoringroadmap.task.TaskRemark;
import org.mentoringroadmap.task.Tasks;
import org.mentoringroadmap.taskform.FormAnswer;
import org.mentoringroadmap.taskform.FormField;
import org.mentoringroadmap.taskform.ShownForm;
import org.mentoringroadmap.taskform.TaskForm;
import org.mentoringroadmap.taskform.TaskFormSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** A task with a form of Camunda's, on a page of ours. */
@Controller
@RequestMapping(TaskPage.FORM)
class TaskFormController {
    /** Before the keys of fields, so that none is taken for a parameter of the page. */
    private static final String FIELD = "field.";

    private final Tasks tasks;
    private final TaskFormSource source;
    private final TaskPage pages;
    private final List<TaskRemark> remarks;
    private final List<TaskFact> facts;
    private final StepsBack back;

    TaskFormController(
            Tasks tasks,
            TaskFormSource source,
            TaskPage pages,
            List<TaskRemark> remarks,
            List<TaskFact> facts,
            StepsBack back) {
        this.tasks = tasks;
        this.source = source;
        this.pages = pages;
        this.remarks = remarks;
        this.facts = facts;
        this.back = back;
    }

    @GetMapping
    ModelAndView show(
            @RequestParam(defaultValue = "") String taskId, @RequestParam(required = false) String callbackUrl) {
        OpenTask task = tasks.get(taskId);
        Optional<TaskForm> form = form(task);
        if (form.isEmpty()) {
            return pages.inTasklist(task);
        }
        Map<String, Object> values = form.get().initial(known(taskId));
        form.get().fields().stream()
                .filter(field -> field.kind() == FormField.Kind.DAY && field.required())
                .filter(field -> field.key().equals(OutcomeFields.DATE)) // what is planned is another day
                .filter(field -> values.get(field.key()) == null)
                .forEach(field -> values.put(field.key(), pages.today().toString()));
        return page(task, form.get(), values, Map.of(), callbackUrl);
    }

    /**
     * What cannot be taken back afterwards is read back once before it is done.
     *
     * @param refresh whether the page is only to show the fields that belong to what was chosen
     * @param confirmed whether the person has been shown what is going to be done
     */
    @PostMapping
    ModelAndView complete(
            @RequestParam(defaultValue = "") String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam(defaultValue = "false") boolean refresh,
            @RequestParam(defaultValue = "false") boolean confirmed,
            HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        TaskForm form = form(task).orElseThrow(() -> new NotFoundException("task.unknown"));
        FormAnswer answer = FormAnswer.of(form, sent(request), known(taskId), source);
        if (refresh) {
            return page(task, form, answer.values(), Map.of(), callbackUrl);
        }
        if (!answer.wrong().isEmpty()) {
            ModelAndView page = page(task, form, answer.values(), answer.wrong(), callbackUrl);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        if (!confirmed && !back.mayBeTakenBack(task)) {
            return page(task, form, answer.values(), Map.of(), callbackUrl).addObject("check", true);
        }
        return pages.complete(
                task,
                answer.input(),
                callbackUrl,
                request,
                () -> page(task, form, answer.values(), Map.of(), callbackUrl));
    }

    /** What the task knows, and what is known of whoever reads it. */
    private Map<String, Object> known(String taskId) {
        Map<String, Object> known = new HashMap<>(source.values(taskId));
        facts.forEach(fact -> known.putAll(fact.ofReader()));
        return known;
    }

    private Optional<TaskForm> form(OpenTask task) {
        return source.form(task.id()).flatMap(TaskForm::read);
    }

    private ModelAndView page(
            OpenTask task,
            TaskForm form,
            Map<String, Object> values,
            Map<String, UserInputException> wrong,
            String callbackUrl) {
        return pages.show("taskform/form", task, callbackUrl)
                .addObject("form", ShownForm.of(form, values, source))
                .addObject("remark", remark(task))
                .addObject("wrong", wrong);
    }

    private TaskRemark.Remark remark(OpenTask task) {
        return remarks.stream()
                .flatMap(source -> source.of(task).stream())
                .findFirst()
                .orElse(null);
    }

    private static Map<String, List<String>> sent(HttpServletRequest request) {
        Map<String, List<String>> sent = new HashMap<>();
        request.getParameterMap().forEach((key, values) -> {
            if (key.startsWith(FIELD)) {
                sent.put(key.substring(FIELD.length()), Arrays.asList(values));
            }
        });
        return sent;
    }
}
