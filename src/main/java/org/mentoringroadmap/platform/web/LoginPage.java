package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.mentoringroadmap.platform.demo.DemoLogins;
import org.mentoringroadmap.platform.security.SignedInUser;
import org.mentoringroadmap.programme.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The one page where people sign in; Tasklist, Cockpit and Admin take the same session. */
@Controller
class LoginPage {
    private final ObjectProvider<DemoLogins> demo;

    LoginPage(ObjectProvider<DemoLogins> demo) {
        this.demo = demo;
    }

    @GetMapping("/login")
    String show(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String logout,
            Authentication user,
            HttpServletRequest request,
            Model model) {
        if (user != null && user.getPrincipal() instanceof SignedInUser && logout == null) {
            return "redirect:/";
        }
        if (error != null) {
            model.addAttribute("problem", locked(request) ? "login.locked" : "login.wrong");
        } else if (logout != null) {
            model.addAttribute("info", "login.out");
        }
        DemoLogins logins = demo.getIfAvailable();
        model.addAttribute(
                "accounts",
                logins == null
                        ? List.of()
                        : logins.roles().stream().map(Role::id).toList());
        return "platform/login";
    }

    private static boolean locked(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                && session.getAttribute(WebAttributes.AUTHENTICATION_EXCEPTION) instanceof LockedException;
    }
}
