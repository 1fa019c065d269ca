package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.platform.authority.OwnAccount;
import org.mentoringroadmap.platform.security.OwnSignIn;
import org.mentoringroadmap.platform.security.PasswordFirstFilter;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.shared.Verbatim;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Everybody's own account: password, address of mail, and for some roles codes at sign-in. */
@Controller
class ProfileController {
    private static final String PAGE = "/profile";
    private static final String CODES = PAGE + "/codes";
    private static final Role[] WITH_CODES = {Role.ADMINISTRATOR, Role.CURATOR, Role.PSYCHOLOGIST};

    private final CurrentUser user;
    private final Staff staff;
    private final OwnAccount account;
    private final AccountSafeguards safeguards;
    private final OwnSignIn signIn;
    private final AuditTrail trail;
    private final MessageSource messages;

    ProfileController(
            CurrentUser user,
            Staff staff,
            OwnAccount account,
            AccountSafeguards safeguards,
            OwnSignIn signIn,
            AuditTrail trail,
            MessageSource messages) {
        this.user = user;
        this.staff = staff;
        this.account = account;
        this.safeguards = safeguards;
        this.signIn = signIn;
        this.trail = trail;
        this.messages = messages;
    }

    @GetMapping(PAGE)
    String show(Model model) {
        return page(account.email(user.login()), model);
    }

    @PostMapping(PAGE + "/email")
    String changeEmail(
            @RequestParam(defaultValue = "") String email,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        try {
            account.changeEmail(user.login(), email);
        } catch (UserInputException refused) {
            return refused("email", refused, email, model, response);
        }
        return done(redirect, "profile.email-saved");
    }

    @GetMapping(PasswordFirstFilter.PAGE)
    String showPassword(Model model) {
        return passwordPage(model);
    }

    @PostMapping(PasswordFirstFilter.PAGE)
    String changePassword(
            @Verbatim @RequestParam(defaultValue = "") String currentPassword,
            @Verbatim @RequestParam(defaultValue = "") String password,
            @Verbatim @RequestParam(defaultValue = "") String passwordAgain,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        boolean first = safeguards.of(user.login()).changePassword();
        try {
            account.changePassword(
                    user.login(),
                    currentPassword,
                    password,
                    passwordAgain,
                    staff.behind(user.login()).map(StaffMember::fullName).stream()
                            .toList());
        } catch (UserInputException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", text(refused));
            return passwordPage(model);
        }
        signIn.goOn(user.login(), request, response);
        redirect.addFlashAttribute("notice", "profile.password-saved");
        return "redirect:" + (first ? "/" : PAGE);
    }

    @PostMapping(CODES + "/prepare")
    String prepareCodes(
            @Verbatim @RequestParam(defaultValue = "") String password, Model model, HttpServletResponse response) {
        return withPassword(password, model, response, () -> {
            safeguards.prepareCodes(user.login());
            return "redirect:" + CODES;
        });
    }

    @GetMapping(CODES)
    String showKey(Model model) {
        requireCodes();
        return keyPage(model);
    }

    @PostMapping(CODES)
    String confirmCodes(
            @RequestParam(defaultValue = "") String code,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        requireCodes();
        try {
            redirect.addFlashAttribute("spareCodes", safeguards.confirmCodes(user.login(), code));
        } catch (UserInputException refused) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
            model.addAttribute("problem", text(refused));
            return keyPage(model);
        }
        trail.record(AuditEvent.of(AuditAct.CODES_SWITCHED_ON, user.login()));
        return done(redirect, "profile.codes-on");
    }

    @PostMapping(CODES + "/off")
    String switchCodesOff(
            @Verbatim @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return withPassword(password, model, response, () -> {
            safeguards.switchCodesOff(user.login());
            trail.record(AuditEvent.of(AuditAct.CODES_SWITCHED_OFF, user.login()));
            return done(redirect, "profile.codes-off");
        });
    }

    @PostMapping(CODES + "/spare")
    String newSpareCodes(
            @Verbatim @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return withPassword(password, model, response, () -> {
            requireSwitchedOn();
            redirect.addFlashAttribute("spareCodes", safeguards.newSpareCodes(user.login()));
            trail.record(AuditEvent.of(AuditAct.SPARE_CODES_MADE, user.login()));
            return "redirect:" + PAGE;
        });
    }

    @PostMapping(CODES + "/program")
    String newProgramPassword(
            @Verbatim @RequestParam(defaultValue = "") String password,
            Model model,
            HttpServletResponse response,
            RedirectAttributes redirect) {
        return withPassword(password, model, response, () -> {
            requireSwitchedOn();
            redirect.addFlashAttribute("programPassword", safeguards.newProgramPassword(user.login()));
            trail.record(AuditEvent.of(AuditAct.PROGRAM_PASSWORD_MADE, user.login()));
            return "redirect:" + PAGE;
        });
    }

    @PostMapping(CODES + "/program/remove")
    String removeProgramPassword(RedirectAttributes redirect) {
        requireCodes();
        safeguards.removeProgramPassword(user.login());
        trail.record(AuditEvent.of(AuditAct.PROGRAM_PASSWORD_REMOVED, user.login()));
        return done(redirect, "profile.program-removed");
    }

    /** An act on the codes, for which the person shows once more who it is. */
    private String withPassword(String password, Model model, HttpServletResponse response, Act act) {
        requireCodes();
        try {
            account.requirePassword(user.login(), password);
            return act.done();
        } catch (UserInputException refused) {
            return refused("codes", refused, account.email(user.login()), model, response);
        }
    }

    private interface Act {
        String done();
    }

    private boolean mayUseCodes() {
        return List.of(WITH_CODES).stream().anyMatch(user::has)
                || safeguards.of(user.login()).codes();
    }

    private void requireCodes() {
        if (!mayUseCodes()) {
            throw new ForbiddenException("role.required");
        }
    }

    private void requireSwitchedOn() {
        if (!safeguards.of(user.login()).codes()) {
            throw new UserInputException("code.off");
        }
    }

    private String page(String email, Model model) {
        StaffMember member = staff.behind(user.login()).orElse(null);
        model.addAttribute("login", user.login());
        model.addAttribute("member", member);
        model.addAttribute("email", email);
        model.addAttribute("supervises", user.answersForYears());
        model.addAttribute("classTeacher", user.has(Role.CLASS_TEACHER));
        model.addAttribute("administrates", user.has(Role.ADMINISTRATOR));
        model.addAttribute("mayUseCodes", mayUseCodes());
        model.addAttribute("safeguard", safeguards.of(user.login()));
        return "platform/profile";
    }

    private String passwordPage(Model model) {
        model.addAttribute("login", user.login());
        model.addAttribute("first", safeguards.of(user.login()).changePassword());
        return "platform/profile-password";
    }

    private String keyPage(Model model) {
        String key = safeguards.preparedCodes(user.login()).orElse(null);
        if (key == null) {
            return "redirect:" + PAGE;
        }
        String issuer = messages.getMessage("profile.codes-issuer", null, LocaleContextHolder.getLocale());
        model.addAttribute("key", key.replaceAll("(.{4})(?=.)", "$1 "));
        model.addAttribute("picture", CodeKeyPicture.of(issuer, user.login(), key));
        return "platform/profile-codes";
    }

    private String refused(
            String section, UserInputException refused, String email, Model model, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        model.addAttribute(section + "Problem", text(refused));
        return page(email, model);
    }

    private static String done(RedirectAttributes redirect, String notice) {
        redirect.addFlashAttribute("notice", notice);
        return "redirect:" + PAGE;
    }

    private String text(UserInputException refused) {
        return messages.getMessage(refused.code(), refused.arguments(), LocaleContextHolder.getLocale());
    }
}
