package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.mentoringroadmap.platform.demo.DemoLogins;
import org.mentoringroadmap.platform.security.KeptForm;
import org.mentoringroadmap.platform.security.SignedInUser;
import org.mentoringroadmap.school.Role;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The one page where people sign in; Tasklist, Cockpit and Admin take the same session. */
@Controller
class LoginController {
    private final ObjectProvider<DemoLogins> demo;

    LoginController(ObjectProvider<DemoLogins> demo) {
        this.demo = demo;
    }

    @GetMapping("/login")
    Object show(
            @RequestParam(required = false) String error,
            @RequestParam(required = false) String logout,
            Authentication user) {
        if (user != null && user.getPrincipal() instanceof SignedInUser && logout == null) {
            return "redirect:/";
        }
        ModelAndView page = page(HttpStatus.OK);
        if (error != null) {
            page.addObject("problem", "locked".equals(error) ? "login.locked" : "login.wrong");
        } else if (logout != null) {
            page.addObject("info", "login.out");
        }
        return page;
    }

    /** A sign-in that carries a form and has failed; the form is carried on. */
    @PostMapping("/login/wrong")
    ModelAndView wrong(HttpServletRequest request) {
        boolean locked = Boolean.TRUE.equals(request.getAttribute(LockedException.class.getName()));
        return page(HttpStatus.OK)
                .addObject("problem", locked ? "login.locked" : "login.wrong")
                .addObject("kept", KeptForm.carried(request).orElse(null));
    }

    /** A sign-in that carries a form and has succeeded; the person looks at it and sends it. */
    @PostMapping("/login/again")
    Object again(Authentication user, HttpServletRequest request) {
        return KeptForm.carried(request)
                .map(form -> again(form, user.getName(), HttpStatus.OK))
                .orElseGet(() -> new ModelAndView("redirect:/"));
    }

    /** The page that shows a form which was not sent, and sends it; never to another person than who filled it in. */
    ModelAndView again(KeptForm form, String login, HttpStatus status) {
        ModelAndView page = new ModelAndView("platform/again", status);
        return form.isOfAnotherThan(login) ? page : page.addObject("kept", form);
    }

    /**
     * The sign-in page as an answer to a form whose sign-in has ended.
     *
     * @param info key of the text that says what becomes of the form
     * @param kept the form that goes along; null for none
     */
    ModelAndView ended(String info, KeptForm kept) {
        return page(HttpStatus.FORBIDDEN).addObject("warning", info).addObject("kept", kept);
    }

    private ModelAndView page(HttpStatus status) {
        DemoLogins logins = demo.getIfAvailable();
        return new ModelAndView("platform/login", status)
                .addObject(
                        "accounts",
                        logins == null
                                ? List.of()
                                : logins.roles().stream().map(Role::id).toList());
    }
}
