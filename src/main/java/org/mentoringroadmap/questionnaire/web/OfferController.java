package org.mentoringroadmap.questionnaire.web;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.questionnaire.Campaign;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.questionnaire.QuestionnaireAccess;
import org.mentoringroadmap.questionnaire.use.RegisterOffers;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Changes of the register that answers offer: accepted or not, one by one or all that are ticked. */
@Controller
@RequestMapping("/programmes/{id}")
class OfferController {
    private static final String ACCEPT = "accept";

    private final RegisterOffers offers;
    private final Campaigns campaigns;
    private final QuestionnaireAccess access;
    private final SchoolClasses classes;

    OfferController(RegisterOffers offers, Campaigns campaigns, QuestionnaireAccess access, SchoolClasses classes) {
        this.offers = offers;
        this.campaigns = campaigns;
        this.access = access;
        this.classes = classes;
    }

    @Recorded(value = AuditAct.ASKED_LISTED, id = "id", count = "offers")
    @GetMapping("/campaigns/{campaign}/offers")
    ModelAndView show(@PathVariable Long id, @PathVariable Long campaign) {
        Programme programme = access.toDecide(id);
        Map<Long, String> names = classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
        Campaign of = campaigns.get(id, campaign);
        return new ModelAndView("questionnaire/offers")
                .addObject("programme", programme)
                .addObject("campaign", of)
                .addObject("ownTitle", campaigns.ownTitle(of))
                .addObject("classNames", names)
                .addObject("offers", offers.ofCampaign(id, campaign));
    }

    /**
     * Back to where the changes were shown.
     *
     * @param participant whose card it was; otherwise it was the page of the campaign
     */
    @PostMapping("/offers")
    RedirectView decide(
            @PathVariable Long id,
            @RequestParam(required = false) List<String> offer,
            @RequestParam String decision,
            @RequestParam(required = false) Long campaign,
            @RequestParam(required = false) Long participant,
            RedirectAttributes flash) {
        List<String> chosen = offer == null
                ? List.of()
                : offer.stream().filter(Objects::nonNull).toList();
        RegisterOffers.Decided decided = offers.decide(id, chosen, decision.equals(ACCEPT));
        String done = decision.equals(ACCEPT) ? "offer.accepted" : "offer.refused";
        flash.addFlashAttribute("notice", decided.stale() > 0 ? "offer.stale" : done);
        return SeeOther.to(
                participant != null
                        ? "/participants/" + participant
                        : campaign != null
                                ? "/programmes/" + id + "/campaigns/" + campaign + "/offers"
                                : "/programmes/" + id + "/campaigns");
    }
}
