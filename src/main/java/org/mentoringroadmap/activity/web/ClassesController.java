package org.mentoringroadmap.activity.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Мои классы»: a class teacher answers for the own classes, a deputy and the curator for all. */
@Controller
@RequestMapping("/classes")
class ClassesController {
    private final ClassChecklists checklists;
    private final Clock clock;

    ClassesController(ClassChecklists checklists, Clock clock) {
        this.checklists = checklists;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return page(ClassCompletionForm.empty(LocalDate.now(clock).toString()));
    }

    @PostMapping("/ticks")
    ModelAndView tick(@ModelAttribute("tick") ClassCompletionForm tick, RedirectAttributes next) {
        try {
            tick.send(checklists, tick.programmeId(), tick.roadmapItem());
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(tick), refusal);
        }
        next.addFlashAttribute("notice", "class-tick.saved");
        return new ModelAndView(SeeOther.to("/classes"));
    }

    private ModelAndView page(ClassCompletionForm tick) {
        return new ModelAndView("activity/classes")
                .addObject("checklists", checklists.open())
                .addObject("tick", tick)
                .addObject("now", LocalDateTime.now(clock))
                .addObject("day", LocalDate.now(clock))
                .addObject("today", LocalDate.now(clock).toString());
    }
}
