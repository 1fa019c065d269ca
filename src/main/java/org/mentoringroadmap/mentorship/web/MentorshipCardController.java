package org.mentoringroadmap.mentorship.web;

import org.mentoringroadmap.mentorship.MentorshipCards;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The choice of the programme by which a pair works, on the pair's own page. */
@Controller
class MentorshipCardController {
    private final MentorshipCards cards;

    MentorshipCardController(MentorshipCards cards) {
        this.cards = cards;
    }

    @PostMapping("/programmes/{id}/pairs/{pairId}/card")
    RedirectView choose(
            @PathVariable Long id,
            @PathVariable Long pairId,
            @RequestParam(required = false) Long cardId,
            @RequestParam(defaultValue = "false") boolean likewise,
            RedirectAttributes flash) {
        cards.choose(id, pairId, cardId, likewise);
        flash.addFlashAttribute("notice", cardId == null ? "mentorship.saved.card-none" : "mentorship.saved.card");
        return SeeOther.to("/programmes/" + id + "/pairs/" + pairId);
    }
}
