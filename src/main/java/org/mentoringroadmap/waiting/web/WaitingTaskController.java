package org.mentoringroadmap.waiting.web;

import java.util.Map;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.waiting.WaitingTasks;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Whom a task waits for, and what one can do about it. */
@Controller
@RequestMapping("/tasks/{id}")
class WaitingTaskController {
    private final WaitingTasks waiting;

    WaitingTaskController(WaitingTasks waiting) {
        this.waiting = waiting;
    }

    @GetMapping("/waiting")
    ModelAndView show(@PathVariable String id) {
        return new ModelAndView("waiting/task")
                .addObject("waiting", waiting.get(id))
                .addObject("maxReason", WaitingTasks.MAX_REASON);
    }

    /** @param from {@code task} to come back to the page of the task; anything else for the main page */
    @PostMapping("/remind")
    RedirectView remind(
            @PathVariable String id, @RequestParam(defaultValue = "") String from, RedirectAttributes redirect) {
        waiting.remind(id);
        redirect.addFlashAttribute("notice", "waiting.reminded-now");
        return SeeOther.to(from.equals("task") ? "/tasks/" + id + "/waiting" : "/");
    }

    @PostMapping("/hand-over")
    ModelAndView handOver(
            @PathVariable String id, @RequestParam Map<String, String> typed, RedirectAttributes redirect) {
        try {
            waiting.handOver(id, member(typed.get("to")), typed.get("reason"));
        } catch (UserInputException refusal) {
            return RefusedPage.of(show(id).addObject("typed", typed), refusal);
        }
        redirect.addFlashAttribute("notice", "waiting.handed-over");
        return new ModelAndView(SeeOther.to("/"));
    }

    private static Long member(String typed) {
        return typed != null && typed.matches("\\d{1,18}") ? Long.valueOf(typed) : null;
    }
}
