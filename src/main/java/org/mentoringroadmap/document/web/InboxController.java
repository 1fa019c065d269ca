package org.mentoringroadmap.document.web;

import java.util.List;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.Inbox;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What waits for the director's decision, to be approved several at once. */
@Controller
@RequestMapping("/inbox")
class InboxController {
    private final Documents documents;
    private final Inbox inbox;
    private final CurrentUser user;

    InboxController(Documents documents, Inbox inbox, CurrentUser user) {
        this.documents = documents;
        this.inbox = inbox;
        this.user = user;
    }

    @GetMapping
    String list(Model model) {
        user.require(Role.DIRECTOR);
        model.addAttribute("documents", documents.inbox());
        return "document/inbox";
    }

    @PostMapping
    RedirectView approve(@RequestParam(name = "document", required = false) List<Long> ids, RedirectAttributes flash) {
        inbox.approve(ids);
        flash.addFlashAttribute("notice", "document.saved.approve");
        return SeeOther.to("/inbox");
    }
}
