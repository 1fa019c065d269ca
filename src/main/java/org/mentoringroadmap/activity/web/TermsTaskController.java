package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.activity.term.PassedTerm;
import org.mentoringroadmap.activity.term.TermDecision;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.activity.term.TermsRefused;
import org.mentoringroadmap.activity.term.YearStart;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the task that settles the terms which had passed when the year was started. */
@Controller
@RequestMapping(OpenTask.TERMS_PAGE)
class TermsTaskController {
    private final TaskPage pages;
    private final Terms terms;
    private final YearStart year;

    TermsTaskController(TaskPage pages, Terms terms, YearStart year) {
        this.pages = pages;
        this.terms = terms;
        this.year = year;
    }

    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        OpenTask task = task(taskId);
        return page(task, callbackUrl, TermsForm.opened(year.suggestedWeeks(task.programmeId())));
    }

    /** Puts a new term into every row that was left as it is; nothing is stored yet. */
    @PostMapping(params = "propose")
    ModelAndView propose(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam Map<String, String> fields) {
        OpenTask task = task(taskId);
        TermsForm form = new TermsForm(fields);
        try {
            List<PassedTerm> rows = terms.passed(task.programmeId());
            TermsForm shifted = form.shifted(rows);
            return page(task, callbackUrl, shifted)
                    .addObject("proposed", true)
                    .addObject("past", shifted.movedBefore(pages.today(), rows));
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(task, callbackUrl, form), refusal);
        }
    }

    @PostMapping
    ModelAndView confirm(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        OpenTask task = task(taskId);
        TermsForm form = new TermsForm(fields);
        try {
            year.confirm(task, form.decisions(terms.passed(task.programmeId())), form.get("reason"));
        } catch (TermsRefused refusal) {
            return RefusedPage.of(page(task, callbackUrl, form), refusal).addObject("problems", refusal.problems());
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(task, callbackUrl, form), refusal);
        }
        return pages.back(callbackUrl, request);
    }

    private OpenTask task(String taskId) {
        return pages.task(taskId, List.of(OpenTask.TERMS_PAGE));
    }

    private ModelAndView page(OpenTask task, String callbackUrl, TermsForm form) {
        List<PassedTerm> rows = terms.passed(task.programmeId());
        return pages.show("activity/terms", task, callbackUrl)
                .addObject("form", form)
                .addObject("count", rows.size())
                .addObject(
                        "stages",
                        rows.stream()
                                .collect(Collectors.groupingBy(
                                        PassedTerm::stage, LinkedHashMap::new, Collectors.toList())))
                .addObject("choices", TermDecision.Choice.values())
                .addObject("problems", Map.of());
    }
}
