package org.mentoringroadmap.school.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.beans.PropertyEditorSupport;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.handover.HandedOver;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.WebDataBinder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.InitBinder;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One plain page: what documents print about the school, its classes, its staff with roles and accounts. */
@Controller
class SchoolController {
    private final SchoolAccess access;
    private final Schools schools;
    private final SchoolView view;
    private final HandedOver handedOver;
    private final MessageSource messages;

    SchoolController(
            SchoolAccess access, Schools schools, SchoolView view, HandedOver handedOver, MessageSource messages) {
        this.access = access;
        this.schools = schools;
        this.view = view;
        this.handedOver = handedOver;
        this.messages = messages;
    }

    @InitBinder
    void trim(WebDataBinder binder) {
        binder.registerCustomEditor(String.class, new PropertyEditorSupport() {
            @Override
            public void setAsText(String text) {
                setValue(EnteredText.clean(text));
            }
        });
    }

    @Recorded(value = AuditAct.STAFF_LISTED, id = "school.id", count = "staff")
    @GetMapping("/school")
    String show(@RequestParam(required = false) String school, Model model) {
        List<School> visible = access.toLookAt();
        if (school == null && visible.isEmpty() && access.mayCreate()) {
            return "redirect:/school/new";
        }
        if (school == null && visible.size() != 1) {
            model.addAttribute("schools", visible);
            model.addAttribute("mayCreate", access.mayCreate());
            return "school/schools";
        }
        School chosen = schools.visible(school == null ? visible.get(0).id() : school);
        model.addAttribute(
                "handedOver",
                model.getAttribute("rolesTaken") instanceof Collection<?> lost
                        ? handedOver.of(chosen.id(), texts(lost), texts(model.getAttribute("rolesKept")))
                        : List.of());
        return page(chosen, chosen.requisites(), Map.of(), model);
    }

    private static List<String> texts(Object listed) {
        return listed instanceof Collection<?> all
                ? all.stream().map(Object::toString).toList()
                : List.of();
    }

    @PostMapping("/school/requisites")
    String change(
            @RequestParam(required = false) String school,
            @Valid @ModelAttribute("requisites") Requisites requisites,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        if (result.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return page(schools.visible(id), requisites, errors(result), model);
        }
        schools.change(id, requisites);
        return saved(redirect, id);
    }

    @GetMapping("/school/new")
    String create(Model model) {
        access.requireCreate();
        String post = messages.getMessage("school.usual-post", null, LocaleContextHolder.getLocale());
        Requisites fresh = new Requisites(
                null, null, null, null, null, null, null, null, post, null, RegistryCodes.NONE, PaperSettings.NONE);
        return creation("", fresh, Map.of(), model);
    }

    @PostMapping("/school/new")
    String create(
            @RequestParam(required = false) String id,
            @Valid @ModelAttribute("requisites") Requisites requisites,
            BindingResult result,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        access.requireCreate();
        if (result.hasErrors()) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return creation(id, requisites, errors(result), model);
        }
        try {
            schools.create(id, requisites);
        } catch (UserInputException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            return creation(id, requisites, Map.of("id", text(refused)), model);
        }
        return saved(redirect, id);
    }

    private String page(School school, Requisites requisites, Map<String, String> errors, Model model) {
        model.addAttribute("form", requisites);
        model.addAttribute("errors", errors);
        view.fill(school, model);
        return "school/school";
    }

    private static String creation(String id, Requisites requisites, Map<String, String> errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", requisites);
        model.addAttribute("errors", errors);
        model.addAttribute("mayChange", true);
        return "school/school-new";
    }

    private static String saved(RedirectAttributes redirect, String id) {
        redirect.addAttribute("school", id);
        redirect.addFlashAttribute("notice", "school.saved");
        return "redirect:/school";
    }

    private Map<String, String> errors(BindingResult result) {
        return result.getFieldErrors().stream()
                .collect(Collectors.toMap(
                        FieldError::getField,
                        error -> messages.getMessage(error, LocaleContextHolder.getLocale()),
                        (first, second) -> first));
    }

    private String text(UserInputException refused) {
        return messages.getMessage(refused.code(), refused.arguments(), LocaleContextHolder.getLocale());
    }
}
