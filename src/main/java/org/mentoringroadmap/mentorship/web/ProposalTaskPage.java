package org.mentoringroadmap.mentorship.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.mentorship.MentorProposals;
import org.mentoringroadmap.mentorship.MentorshipProcess;
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

/** The page of the task about a mentor who is proposed to a search: who, to whom, why, and the decision. */
@Controller
@RequestMapping("/tasks/proposal")
class ProposalTaskPage {
    private final Tasks tasks;
    private final MentorProposals proposals;
    private final MentorshipProcess process;
    private final Clock clock;

    ProposalTaskPage(Tasks tasks, MentorProposals proposals, MentorshipProcess process, Clock clock) {
        this.tasks = tasks;
        this.proposals = proposals;
        this.process = process;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(tasks.get(taskId), callbackUrl, "");
    }

    /** @param outcome {@code done} to accept, {@code not-held} with a reason as note to refuse */
    @PostMapping
    ModelAndView decide(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam String outcome,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        Map<String, Object> fields = new HashMap<>();
        fields.put("outcome", outcome);
        fields.put("date", LocalDate.now(clock).toString());
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

    private ModelAndView page(OpenTask task, String callbackUrl, String note) {
        MentorProposals.Shown shown =
                proposals.shown(task.programmeId(), process.searchOf(task.id())).orElse(null);
        return new ModelAndView("mentorship/proposal-task")
                .addObject("task", task)
                .addObject("callbackUrl", callbackUrl)
                .addObject("note", note)
                .addObject("shown", shown)
                .addObject(
                        "reasons",
                        shown == null
                                ? List.of()
                                : shown.proposal().basis().stream()
                                        .flatMap(String::lines)
                                        .toList())
                .addObject("overdue", task.overdue(LocalDateTime.now(clock)));
    }
}
