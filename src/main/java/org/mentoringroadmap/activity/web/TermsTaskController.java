package org.mentoringroadmap.activity.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.activity.term.OpenTerms;
import org.mentoringroadmap.activity.term.ProposedTerm;
import org.mentoringroadmap.activity.term.TermDecision;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.activity.term.TermsRefused;
import org.mentoringroadmap.activity.term.YearStart;
import org.mentoringroadmap.school.WorkingDays;
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
        OpenTerms open = terms.open(task.programmeId());
        return page(task, callbackUrl, TermsForm.opened(open), open);
    }

    /** Puts new terms into the rows that nobody has decided, and into those that come after them; nothing is stored yet. */
    @PostMapping(params = "propose")
    ModelAndView propose(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam Map<String, String> fields) {
        OpenTask task = task(taskId);
        TermsForm form = new TermsForm(fields);
        OpenTerms open = terms.open(task.programmeId());
        try {
            return proposed(task, callbackUrl, form, open);
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(task, callbackUrl, form, open), refusal);
        }
    }

    /** Stores what stands on the page; where more would have to move along with it, that is shown first. */
    @PostMapping
    ModelAndView confirm(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam Map<String, String> fields,
            HttpServletRequest request) {
        OpenTask task = task(taskId);
        TermsForm form = new TermsForm(fields);
        OpenTerms open = terms.open(task.programmeId());
        try {
            if (form.hasOtherDays()) {
                return proposed(task, callbackUrl, form, open);
            }
            List<TermDecision> decisions = form.decisions(open);
            List<ProposedTerm> following = form.following(open);
            if (!following.isEmpty()) {
                return page(task, callbackUrl, form.with(following), open)
                        .addObject(
                                "following",
                                following.stream()
                                        .map(row -> row.term().activity().printedItem())
                                        .toList());
            }
            year.confirm(task, decisions, form.get("reason"));
        } catch (TermsRefused refusal) {
            return RefusedPage.of(page(task, callbackUrl, form, open), refusal)
                    .addObject("problems", refusal.problems());
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(task, callbackUrl, form, open), refusal);
        }
        return pages.back(callbackUrl, request);
    }

    private ModelAndView proposed(OpenTask task, String callbackUrl, TermsForm form, OpenTerms open) {
        return page(task, callbackUrl, form.proposed(open), open).addObject("proposed", true);
    }

    private OpenTask task(String taskId) {
        return pages.task(taskId, List.of(OpenTask.TERMS_PAGE));
    }

    private ModelAndView page(OpenTask task, String callbackUrl, TermsForm form, OpenTerms open) {
        List<TermsRow> rows = TermsRow.of(open, form);
        return pages.show("activity/terms", task, callbackUrl)
                .addObject("form", form)
                .addObject("count", open.passed().size())
                .addObject("last", open.last())
                .addObject("year", open.title())
                .addObject("movable", open.catchUp().isPresent())
                .addObject("summary", TermsSummary.of(rows))
                .addObject("lessonsEnd", open.lessonsEnd())
                .addObject("holidays", WorkingDays.holidays())
                .addObject("stages", TermsRow.byStage(rows))
                .addObject("choices", TermDecision.Choice.values())
                .addObject("problems", Map.of());
    }
}
