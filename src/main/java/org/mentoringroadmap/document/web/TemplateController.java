package org.mentoringroadmap.document.web;

import java.io.IOException;
import java.util.List;
import org.mentoringroadmap.document.OwnKinds;
import org.mentoringroadmap.document.template.Templates;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** «Шаблоны Word» of a school. */
@Controller
@RequestMapping("/admin/document-templates")
class TemplateController {
    private final Templates templates;
    private final OwnKinds kinds;
    private final Schools schools;

    TemplateController(Templates templates, OwnKinds kinds, Schools schools) {
        this.templates = templates;
        this.kinds = kinds;
        this.schools = schools;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) String school) {
        kinds.requireKeeper();
        List<School> all = schools.visible();
        String chosen = school != null && !school.isBlank()
                ? school
                : all.stream().findFirst().map(School::id).orElseThrow(() -> new NotFoundException("school.unknown"));
        return new ModelAndView("document/templates")
                .addObject("schools", all)
                .addObject("school", chosen)
                .addObject("templates", templates.all(chosen));
    }

    @GetMapping("/{school}/{template}")
    ModelAndView one(@PathVariable String school, @PathVariable String template) {
        return new ModelAndView("document/template")
                .addObject("school", school)
                .addObject("shown", templates.one(school, template));
    }

    @GetMapping("/{school}/{template}/file")
    ResponseEntity<byte[]> file(@PathVariable String school, @PathVariable String template) {
        return Download.of(templates.file(school, template));
    }

    @GetMapping("/{school}/{template}/versions/{no}")
    ResponseEntity<byte[]> version(@PathVariable String school, @PathVariable String template, @PathVariable int no) {
        return Download.of(templates.file(school, template, no));
    }

    @GetMapping("/{school}/{template}/preview")
    ResponseEntity<byte[]> preview(@PathVariable String school, @PathVariable String template) {
        return Download.of(templates.preview(school, template));
    }

    @PostMapping("/{school}/{template}")
    ModelAndView upload(
            @PathVariable String school,
            @PathVariable String template,
            @RequestParam MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        try {
            templates.upload(school, template, file.getOriginalFilename(), file.getBytes());
        } catch (UserInputException refusal) {
            return RefusedPage.of(one(school, template), refusal);
        }
        flash.addFlashAttribute("notice", "document.saved.template");
        return new ModelAndView(SeeOther.to("/admin/document-templates/" + school + "/" + template));
    }

    @PostMapping("/{school}/{template}/restore")
    RedirectView restore(@PathVariable String school, @PathVariable String template, RedirectAttributes flash) {
        templates.restore(school, template);
        flash.addFlashAttribute("notice", "document.saved.template-restored");
        return SeeOther.to("/admin/document-templates/" + school + "/" + template);
    }
}
