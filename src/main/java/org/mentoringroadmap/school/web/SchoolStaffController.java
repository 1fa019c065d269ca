package org.mentoringroadmap.school.web;

import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.UserInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Changes the staff, its roles and its accounts. Who opened, reset or took an account away stands in the log. */
@Controller
@RequestMapping("/school/staff")
class SchoolStaffController {
    private static final Logger LOG = LoggerFactory.getLogger(SchoolStaffController.class);

    private final SchoolAccess access;
    private final Staff staff;
    private final CurrentUser user;

    SchoolStaffController(SchoolAccess access, Staff staff, CurrentUser user) {
        this.access = access;
        this.staff = staff;
        this.user = user;
    }

    @PostMapping
    String add(
            @RequestParam(required = false) String school,
            @RequestParam(required = false) String fullName,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") Set<String> roles,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        staff.add(id, fullName, post.strip(), access.granted(roles(roles)), access.grantedOwn(ownRoles(roles)));
        return toList(redirect, id, "staff.saved");
    }

    @PostMapping("/{memberId}")
    String change(
            @PathVariable Long memberId,
            @RequestParam(required = false) String school,
            @RequestParam(required = false) String fullName,
            @RequestParam(defaultValue = "") String post,
            @RequestParam(defaultValue = "") Set<String> roles,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        Set<String> before = changeable(id, memberId).heldRoles();
        staff.change(
                id, memberId, fullName, post.strip(), access.granted(roles(roles)), access.grantedOwn(ownRoles(roles)));
        Set<String> after = staff.get(id, memberId).heldRoles();
        redirect.addFlashAttribute("rolesGiven", without(before, after));
        redirect.addFlashAttribute("rolesTaken", without(after, before));
        redirect.addFlashAttribute("rolesKept", new ArrayList<>(after));
        return toList(redirect, id, "staff.saved");
    }

    @PostMapping("/{memberId}/account")
    String open(
            @PathVariable Long memberId,
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") String login,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        changeable(id, memberId);
        String password = NewPassword.random();
        staff.open(id, memberId, login.strip(), password);
        LOG.info("Account {} opened by {}", login.strip(), user.login());
        return showOnce(redirect, id, login.strip(), password);
    }

    @PostMapping("/{memberId}/password")
    String resetPassword(
            @PathVariable Long memberId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        String id = access.toChange(school);
        StaffMember member = changeable(id, memberId);
        String password = NewPassword.random();
        staff.changePassword(id, memberId, password);
        LOG.info("Password of account {} reset by {}", member.account().orElse(""), user.login());
        return showOnce(redirect, id, member.account().orElse(""), password);
    }

    @PostMapping("/{memberId}/unlock")
    String unlock(
            @PathVariable Long memberId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        String id = access.toChange(school);
        StaffMember member = changeable(id, memberId);
        staff.unlock(id, memberId);
        LOG.info("Account {} opened again by {}", member.account().orElse(""), user.login());
        return toList(redirect, id, "staff.unlocked");
    }

    /** Somebody has lost the telephone and the codes for emergencies; nobody does this for oneself here. */
    @PostMapping("/{memberId}/codes/off")
    String switchCodesOff(
            @PathVariable Long memberId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        user.require(Role.ADMINISTRATOR);
        String id = access.toChange(school);
        StaffMember member = changeable(id, memberId);
        if (member.account().filter(user.login()::equals).isPresent()) {
            throw new UserInputException("staff.own-codes");
        }
        staff.switchCodesOff(id, memberId);
        LOG.info("Codes of account {} switched off by {}", member.account().orElse(""), user.login());
        return toList(redirect, id, "staff.codes-off");
    }

    @PostMapping("/{memberId}/psychologist/confirm")
    String confirmPsychologist(
            @PathVariable Long memberId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        String id = access.toChange(school);
        staff.confirmPsychologist(id, memberId);
        return toList(redirect, id, "psychologist.confirmed");
    }

    @PostMapping("/{memberId}/psychologist/decline")
    String declinePsychologist(
            @PathVariable Long memberId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        String id = access.toChange(school);
        staff.declinePsychologist(id, memberId);
        return toList(redirect, id, "psychologist.declined");
    }

    @PostMapping("/{memberId}/remove")
    String remove(
            @PathVariable Long memberId, @RequestParam(required = false) String school, RedirectAttributes redirect) {
        String id = access.toChange(school);
        StaffMember member = changeable(id, memberId);
        if (member.account().filter(user.login()::equals).isPresent()) {
            throw new UserInputException("staff.self");
        }
        redirect.addFlashAttribute("rolesTaken", new ArrayList<>(member.heldRoles()));
        staff.remove(id, memberId);
        LOG.info(
                "Staff member {} of school {} removed by {}, account {}",
                memberId,
                id,
                user.login(),
                member.account().orElse("none"));
        return toList(redirect, id, "staff.removed");
    }

    private StaffMember changeable(String school, Long memberId) {
        StaffMember member = staff.get(school, memberId);
        access.requireChange(member);
        return member;
    }

    private static ArrayList<String> without(Set<String> some, Set<String> all) {
        return all.stream().filter(role -> !some.contains(role)).collect(Collectors.toCollection(ArrayList::new));
    }

    private static Set<Role> roles(Set<String> ids) {
        return ids.stream().flatMap(id -> Role.of(id).stream()).collect(Collectors.toSet());
    }

    /** Whether there are such roles is asked where they are given. */
    private static Set<String> ownRoles(Set<String> ids) {
        return ids.stream().filter(id -> Role.of(id).isEmpty()).collect(Collectors.toSet());
    }

    /** The password lives until the next page is shown and nowhere else. */
    private static String showOnce(RedirectAttributes redirect, String school, String login, String password) {
        redirect.addFlashAttribute("newLogin", login);
        redirect.addFlashAttribute("newPassword", password);
        redirect.addAttribute("school", school);
        return "redirect:/school#account";
    }

    private static String toList(RedirectAttributes redirect, String school, String notice) {
        redirect.addAttribute("school", school);
        redirect.addFlashAttribute("notice", notice);
        return "redirect:/school";
    }
}
