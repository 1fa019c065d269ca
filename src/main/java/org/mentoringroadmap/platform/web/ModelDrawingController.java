package org.mentoringroadmap.platform.web;

import java.time.Clock;
import java.time.LocalDate;
import org.mentoringroadmap.roadmap.drawing.Drawings;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** A model in force as it is drawn, for whoever edits models: terms are shown as they fall in the year that would start. */
@Controller
class ModelDrawingController {
    private final Drawings drawings;
    private final CurrentUser user;
    private final Clock clock;

    ModelDrawingController(Drawings drawings, CurrentUser user, Clock clock) {
        this.drawings = drawings;
        this.user = user;
        this.clock = clock;
    }

    @GetMapping(Menu.MODELS + "/drawing")
    String show(@RequestParam(defaultValue = "") String key, Model model) {
        user.require(Role.MODEL_ADMINISTRATOR);
        if (key.isBlank()) {
            return "redirect:" + Menu.MODELS;
        }
        model.addAttribute("drawing", drawings.newest(key));
        model.addAttribute("year", SchoolYear.around(LocalDate.now(clock)));
        return "platform/model-drawing";
    }
}
