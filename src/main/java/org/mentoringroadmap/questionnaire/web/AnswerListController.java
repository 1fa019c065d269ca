package org.mentoringroadmap.questionnaire.web;

import java.util.Optional;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.Campaign;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.table.ListStep;
import org.mentoringroadmap.table.SheetForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Answers from a file or from the clipboard: choose, look at what each row would do, confirm. */
@Controller
@RequestMapping("/programmes/{id}/campaigns/{campaign}/import")
class AnswerListController {
    private final AnswerList list;
    private final Campaigns campaigns;
    private final QuestionnaireAccess access;

    AnswerListController(AnswerList list, Campaigns campaigns, QuestionnaireAccess access) {
        this.list = list;
        this.campaigns = campaigns;
        this.access = access;
    }

    @GetMapping
    String choose(@PathVariable Long id, @PathVariable Long campaign, Model model) {
        return page(id, campaign, model);
    }

    @PostMapping
    Object check(
            @PathVariable Long id,
            @PathVariable Long campaign,
            SheetForm form,
            @RequestParam(defaultValue = "false") boolean store,
            @RequestParam(defaultValue = "false") boolean accepted,
            Model model,
            RedirectAttributes flash) {
        String page = page(id, campaign, model);
        Optional<Integer> done = new ListStep(
                        list.words(id, campaign),
                        brought -> list.preview(id, campaign, brought),
                        brought -> list.store(id, campaign, brought))
                .take(form, store, accepted, model);
        if (done.isPresent()) {
            flash.addFlashAttribute("done", done.get());
            return SeeOther.to("/programmes/" + id + "/campaigns/" + campaign + "/import");
        }
        return page;
    }

    private String page(Long id, Long campaignId, Model model) {
        Programme programme = access.toEnter(id);
        Campaign campaign = campaigns.get(id, campaignId);
        if (!campaign.isOpen()) {
            throw new ConflictException("questionnaire.closed");
        }
        model.addAttribute("programme", programme)
                .addAttribute("campaign", campaign)
                .addAttribute("ownTitle", campaigns.ownTitle(campaign))
                .addAttribute("headings", list.words(id, campaignId).titles());
        return "questionnaire/answer-list";
    }
}
