package org.mentoringroadmap.school.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.UserInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * Accounts for everybody of a school who has a role and none yet, in one go: a login is proposed for each, and the slips with
 * the passwords are shown once to be printed and cut.
 */
@Controller
class StaffAccountsController {
    private static final Logger LOG = LoggerFactory.getLogger(StaffAccountsController.class);

    /** Hosts that lead nowhere but to the computer itself: a slip with one of these would help nobody. */
    private static final Set<String> THIS_COMPUTER = Set.of("localhost", "127.0.0.1", "[::1]");

    private final SchoolAccess access;
    private final Schools schools;
    private final Staff staff;
    private final RoleTitles titles;
    private final CurrentUser user;

    StaffAccountsController(SchoolAccess access, Schools schools, Staff staff, RoleTitles titles, CurrentUser user) {
        this.access = access;
        this.schools = schools;
        this.staff = staff;
        this.titles = titles;
        this.user = user;
    }

    /** Somebody who would get an account. */
    public record Candidate(Long id, String name, String post, String roles, String login) {}

    @Recorded(value = AuditAct.STAFF_LISTED, id = "school.id", count = "candidates")
    @GetMapping("/school/staff/accounts")
    String choose(@RequestParam(required = false) String school, Model model) {
        String id = access.toChange(school);
        List<StaffMember> waiting = waiting(id);
        List<String> logins =
                Logins.of(waiting.stream().map(StaffMember::fullName).toList(), staff::takenLogins);
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < logins.size(); i++) {
            StaffMember member = waiting.get(i);
            candidates.add(new Candidate(
                    member.id(), member.fullName(), member.post(), titles.of(id, member.heldRoles()), logins.get(i)));
        }
        model.addAttribute("school", schools.visible(id))
                .addAttribute("candidates", candidates)
                .addAttribute("address", address());
        return "school/staff-accounts";
    }

    @PostMapping("/school/staff/accounts")
    String open(
            @RequestParam(required = false) String school,
            @RequestParam(defaultValue = "") Set<String> member,
            HttpServletRequest request,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        List<StaffMember> chosen = waiting(id).stream()
                .filter(one -> member.contains(String.valueOf(one.id())))
                .toList();
        if (chosen.isEmpty()) {
            throw new UserInputException("staff.accounts.nobody");
        }
        List<Staff.NewAccount> wanted = new ArrayList<>();
        for (StaffMember one : chosen) {
            String login = request.getParameter("login-" + one.id());
            wanted.add(new Staff.NewAccount(one.id(), login == null ? "" : login.strip(), NewPassword.random()));
        }
        staff.openAll(id, wanted);
        LOG.info("{} accounts opened by {}", wanted.size(), user.login());
        ArrayList<Map<String, String>> slips = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            slips.add(slip(chosen.get(i), wanted.get(i)));
        }
        redirect.addFlashAttribute("slips", slips);
        redirect.addAttribute("school", id);
        return "redirect:/school/staff/accounts";
    }

    /** What is handed to a person; lives until the next page is shown and nowhere else, as a session can keep it. */
    private static Map<String, String> slip(StaffMember member, Staff.NewAccount account) {
        return new LinkedHashMap<>(
                Map.of("name", member.fullName(), "login", account.login(), "password", account.password()));
    }

    private List<StaffMember> waiting(String school) {
        return staff.of(school).stream().filter(access::mayOpenAccount).toList();
    }

    private static String address() {
        var here = ServletUriComponentsBuilder.fromCurrentContextPath().build();
        return THIS_COMPUTER.contains(String.valueOf(here.getHost())) ? "" : here.toUriString();
    }
}
