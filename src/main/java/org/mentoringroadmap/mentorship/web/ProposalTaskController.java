package org.mentoringroadmap.mentorship.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.proposal.MentorProposals;
import org.mentoringroadmap.shared.AuditAct;
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

/** The page of the task about a mentor who is proposed to a search: who, to whom, why, and the decision. */
@Controller
@RequestMapping(ProposalTaskController.PATH)
class ProposalTaskController {
    static final String PATH = "/tasks/proposal";

    private final TaskPage pages;
    private final MentorProposals proposals;
    private final MentorshipProcess process;

    ProposalTaskController(TaskPage pages, MentorProposals proposals, MentorshipProcess process) {
        this.pages = pages;
        this.proposals = proposals;
        this.process = process;
    }

    @Recorded(value = AuditAct.TASK_PEOPLE_LISTED, id = "taskId")
    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(task(taskId), callbackUrl, "");
    }

    /** @param outcome {@code done} to accept, {@code not-held} with a reason as note to refuse */
    @PostMapping
    ModelAndView decide(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        OpenTask task = task(taskId);
        Map<String, Object> fields = Map.of(
                OutcomeFields.OUTCOME, outcome,
                OutcomeFields.DATE, pages.today().toString(),
                OutcomeFields.NOTE, note);
        return pages.complete(task, fields, callbackUrl, request, () -> page(task, callbackUrl, note));
    }

    private OpenTask task(String taskId) {
        return pages.task(taskId, Set.of(PATH));
    }

    private ModelAndView page(OpenTask task, String callbackUrl, String note) {
        MentorProposals.Shown shown =
                proposals.shown(task.programmeId(), process.searchOf(task.id())).orElse(null);
        return pages.show("mentorship/proposal-task", task, callbackUrl)
                .addObject("note", note)
                .addObject("shown", shown)
                .addObject(
                        "reasons",
                        shown == null
                                ? List.of()
                                : shown.proposal().basis().stream()
                                        .flatMap(String::lines)
                                        .toList());
    }
}
