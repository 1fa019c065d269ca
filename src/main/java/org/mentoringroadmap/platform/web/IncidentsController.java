package org.mentoringroadmap.platform.web;

import java.util.stream.Collectors;
import org.mentoringroadmap.platform.deploy.ShippedModels;
import org.mentoringroadmap.platform.engine.Incidents;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What waits for an administrator: failed work of the engine, and shipped models that a school's own version holds back. */
@Controller
class IncidentsController {
    private static final Logger LOG = LoggerFactory.getLogger(IncidentsController.class);

    private final Incidents incidents;
    private final ShippedModels models;
    private final NamedProgrammes programmes;
    private final CurrentUser user;

    IncidentsController(Incidents incidents, ShippedModels models, NamedProgrammes programmes, CurrentUser user) {
        this.incidents = incidents;
        this.models = models;
        this.programmes = programmes;
        this.user = user;
    }

    @GetMapping(Menu.INCIDENTS)
    String show(Model model) {
        user.require(Role.ADMINISTRATOR);
        model.addAttribute("failures", incidents.open());
        model.addAttribute(
                "programmes",
                programmes.visible(programme -> true).stream()
                        .collect(Collectors.toMap(
                                programme -> String.valueOf(programme.id()), NamedProgrammes.Named::toString)));
        model.addAttribute("total", incidents.count());
        model.addAttribute("heldBack", models.heldBack());
        return "platform/incidents";
    }

    @PostMapping(Menu.INCIDENTS + "/{id}/retry")
    String retry(@PathVariable String id, RedirectAttributes redirect) {
        user.require(Role.ADMINISTRATOR);
        incidents.retry(id);
        LOG.info("Incident {} tried again by {}", id, user.login());
        redirect.addFlashAttribute("notice", "incident.retried");
        return "redirect:" + Menu.INCIDENTS;
    }
}
