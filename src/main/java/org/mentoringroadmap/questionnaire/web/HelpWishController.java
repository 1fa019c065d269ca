package org.mentoringroadmap.questionnaire.web;

import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.HelpReaders;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.questionnaire.use.HelpWishes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Who has asked for help in a questionnaire: taken care of, and who of the school is told. */
@Controller
class HelpWishController {
    private final HelpWishes wishes;
    private final HelpReaders readers;
    private final QuestionnaireAccess access;

    HelpWishController(HelpWishes wishes, HelpReaders readers, QuestionnaireAccess access) {
        this.wishes = wishes;
        this.readers = readers;
        this.access = access;
    }

    @PostMapping("/help-wishes/{invitation}/close")
    RedirectView close(@PathVariable Long invitation, RedirectAttributes flash) {
        wishes.close(invitation);
        flash.addFlashAttribute("notice", "help.closed");
        return SeeOther.to("/");
    }

    @PostMapping("/programmes/{id}/campaigns/help-reader")
    RedirectView choose(@PathVariable Long id, @RequestParam Role role, RedirectAttributes flash) {
        Programme programme = access.toRead(id);
        readers.choose(programme.schoolId(), role);
        flash.addFlashAttribute("notice", "help.chosen");
        return SeeOther.to("/programmes/" + id + "/campaigns");
    }
}
