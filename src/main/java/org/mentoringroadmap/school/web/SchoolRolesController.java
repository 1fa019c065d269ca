package org.mentoringroadmap.school.web;

import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Adds roles, takes them away, and lets a school call a role as it does. */
@Controller
@RequestMapping("/school/roles")
class SchoolRolesController {
    private final SchoolAccess access;
    private final OwnRoles roles;
    private final RoleTitles titles;

    SchoolRolesController(SchoolAccess access, OwnRoles roles, RoleTitles titles) {
        this.access = access;
        this.roles = roles;
        this.titles = titles;
    }

    @PostMapping
    String add(
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String roleId,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "") String standsOn,
            RedirectAttributes redirect) {
        access.requireCreate();
        String id = access.toChange(school);
        roles.add(roleId.strip(), title, Role.of(standsOn).orElse(null));
        return toRoles(redirect, id, "own-role.added");
    }

    @PostMapping("/{roleId}/title")
    String call(
            @PathVariable String roleId,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String title,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        titles.change(id, roleId, title);
        return toRoles(redirect, id, "own-role.titled");
    }

    @PostMapping("/{roleId}/remove")
    String remove(
            @PathVariable String roleId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        access.requireCreate();
        String id = access.toChange(school);
        roles.remove(roleId);
        return toRoles(redirect, id, "own-role.removed");
    }

    private static String toRoles(RedirectAttributes redirect, String school, String notice) {
        redirect.addAttribute("school", school);
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/school";
    }
}
