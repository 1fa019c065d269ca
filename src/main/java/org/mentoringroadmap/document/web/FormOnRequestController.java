package org.mentoringroadmap.document.web;

import org.mentoringroadmap.document.draft.FormsOnRequest;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Buttons of other pages that make a form; the browser goes on to the document. */
@Controller
class FormOnRequestController {
    private final FormsOnRequest forms;

    FormOnRequestController(FormsOnRequest forms) {
        this.forms = forms;
    }

    @PostMapping("/programmes/{id}/partners/{partnerId}/letter")
    RedirectView letter(@PathVariable Long id, @PathVariable Long partnerId, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "document.saved.letter");
        return SeeOther.to("/documents/" + forms.letter(id, partnerId));
    }

    @PostMapping("/programme-cards/{cardId}/document")
    RedirectView card(@PathVariable Long cardId, @RequestParam Long programmeId, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "document.saved.card");
        return SeeOther.to("/documents/" + forms.card(programmeId, cardId));
    }
}
