package org.mentoringroadmap.nextyear.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringroadmap.nextyear.NextYear;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Leads a curator from one year into the next. */
@Controller
@RequestMapping("/programmes/{id}/next")
class NextYearController {
    private static final String CLASS = "class.";

    private final NextYear nextYear;

    NextYearController(NextYear nextYear) {
        this.nextYear = nextYear;
    }

    @GetMapping
    ModelAndView show(@PathVariable Long id) {
        return page(id, Map.of());
    }

    private ModelAndView page(Long id, Map<Long, String> typed) {
        return new ModelAndView("nextyear/next")
                .addObject("steps", nextYear.steps(id))
                .addObject("typed", typed);
    }

    /** @param sent for each class {@code class.<id>} with its next name; empty where it leaves the school */
    @PostMapping("/classes")
    ModelAndView promote(@PathVariable Long id, @RequestParam Map<String, String> sent, RedirectAttributes flash) {
        Map<Long, String> names = new LinkedHashMap<>();
        sent.forEach((key, name) -> {
            if (key.matches("class\\.\\d{1,18}")) {
                names.put(Long.valueOf(key.substring(CLASS.length())), name);
            }
        });
        try {
            nextYear.promote(id, names);
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(id, names), refusal);
        }
        return done(id, "nextyear.saved.classes", flash);
    }

    @PostMapping("/start")
    ModelAndView start(@PathVariable Long id, RedirectAttributes flash) {
        return done(id, nextYear.start(id) ? "nextyear.saved.start" : "nextyear.saved.start-before", flash);
    }

    @PostMapping("/people")
    ModelAndView takeOver(@PathVariable Long id, RedirectAttributes flash) {
        boolean some = nextYear.takeOver(id) > 0;
        return done(id, some ? "participant.saved.taken-over" : "participant.saved.taken-nobody", flash);
    }

    private static ModelAndView done(Long id, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        RedirectView back = SeeOther.to("/programmes/" + id + "/next");
        return new ModelAndView(back);
    }
}
