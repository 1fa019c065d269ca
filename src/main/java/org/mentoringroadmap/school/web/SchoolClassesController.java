package org.mentoringroadmap.school.web;

import org.mentoringroadmap.school.SchoolClasses;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the list of classes. */
@Controller
@RequestMapping("/school/classes")
class SchoolClassesController {
    private final SchoolAccess access;
    private final SchoolClasses classes;

    SchoolClassesController(SchoolAccess access, SchoolClasses classes) {
        this.access = access;
        this.classes = classes;
    }

    @PostMapping
    String add(
            @RequestParam(required = false) String school,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) Long teacherId,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        int added = classes.addAll(id, name, teacherId);
        return toList(redirect, id, added == 1 ? "class.saved" : "class.saved-many");
    }

    @PostMapping("/{classId}")
    String change(
            @PathVariable Long classId,
            @RequestParam(required = false) String school,
            @RequestParam(required = false) String name,
            @RequestParam(required = false) Long teacherId,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        classes.change(id, classId, name, teacherId);
        return toList(redirect, id, "class.saved");
    }

    @PostMapping("/{classId}/remove")
    String remove(
            @PathVariable Long classId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        String id = access.toChange(school);
        classes.remove(id, classId);
        return toList(redirect, id, "class.removed");
    }

    private static String toList(RedirectAttributes redirect, String school, String notice) {
        redirect.addAttribute("school", school);
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/school";
    }
}
