package org.mentoringroadmap.consent.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.consent.ConsentRenewals;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The page of the task about birthdays: who signs anew, and the end. */
@Controller
@RequestMapping("/tasks/consent-renewal")
class ConsentRenewalTaskController {
    private final Tasks tasks;
    private final ConsentRenewals renewals;
    private final Clock clock;

    ConsentRenewalTaskController(Tasks tasks, ConsentRenewals renewals, Clock clock) {
        this.tasks = tasks;
        this.renewals = renewals;
        this.clock = clock;
    }

    @Recorded(value = AuditAct.TASK_PEOPLE_LISTED, id = "taskId", count = "renewals")
    @GetMapping
    String show(@RequestParam String taskId, Model model) {
        OpenTask task = tasks.get(taskId);
        Optional<List<ConsentRenewals.Renewal>> people = people(task.programmeId());
        model.addAttribute("task", task)
                .addAttribute("today", LocalDate.now(clock))
                .addAttribute("overdue", task.overdue(LocalDateTime.now(clock)))
                .addAttribute("hidden", people.isEmpty())
                .addAttribute("renewals", people.orElse(List.of()));
        return "consent/consent-renewal";
    }

    /** Empty for who may do the task but not look into the registers. */
    private Optional<List<ConsentRenewals.Renewal>> people(Long programmeId) {
        try {
            return Optional.of(renewals.of(programmeId));
        } catch (ForbiddenException e) {
            return Optional.empty();
        }
    }

    /** Ends the task; whoever has not signed yet stays on the list of consents, and the pair goes on. */
    @PostMapping
    RedirectView complete(@RequestParam String taskId, RedirectAttributes flash) {
        Long programmeId = tasks.get(taskId).programmeId();
        tasks.complete(taskId, Map.of());
        flash.addFlashAttribute("notice", "consent.saved.renewed");
        return SeeOther.to("/programmes/" + programmeId + "/consents");
    }
}
