package org.mentoringroadmap.school.web;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.substitution.Substitutions;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on the school's page who stands in for the holders of a role, and until when. */
@Controller
@RequestMapping("/school/substitutions")
class SubstitutionController {
    /** A class and a pair name their own person: another one has the role, and neither the class nor the pair. */
    private static final Set<Role> NAMED_FOR_THEIR_WORK = EnumSet.of(Role.CLASS_TEACHER, Role.MENTOR);

    private final SchoolAccess access;
    private final Substitutions substitutions;
    private final Staff staff;

    SubstitutionController(SchoolAccess access, Substitutions substitutions, Staff staff) {
        this.access = access;
        this.substitutions = substitutions;
        this.staff = staff;
    }

    @PostMapping
    String enter(
            @RequestParam(required = false) String school,
            @RequestParam(required = false) Long memberId,
            @RequestParam(defaultValue = "") String role,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until,
            @RequestParam(required = false) String basis,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        Role wanted = Role.of(role).orElseThrow(() -> new UserInputException("substitution.role"));
        access.granted(Set.of(wanted));
        if (memberId == null) {
            throw new UserInputException("substitution.who");
        }
        access.requireChange(staff.get(id, memberId));
        boolean begun =
                substitutions.enter(id, memberId, wanted, from, until, basis).isBegun();
        String said = begun ? "substitution.begun" : "substitution.planned";
        return toList(redirect, id, NAMED_FOR_THEIR_WORK.contains(wanted) ? said + ".named" : said);
    }

    @PostMapping("/{substitutionId}/end")
    String end(
            @PathVariable Long substitutionId,
            @RequestParam(required = false) String school,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        substitutions.of(id).stream()
                .filter(one -> one.id().equals(substitutionId))
                .forEach(one -> access.granted(Set.of(one.role())));
        substitutions.end(id, substitutionId);
        return toList(redirect, id, "substitution.ended");
    }

    private static String toList(RedirectAttributes redirect, String school, String notice) {
        redirect.addAttribute("school", school);
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/school";
    }
}
