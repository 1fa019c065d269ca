package org.mentoringroadmap.partner.web;

import java.util.Optional;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Programme;
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

/** Organisations from a file or from the clipboard: choose, look at what each row would do, confirm. */
@Controller
@RequestMapping("/programmes/{id}/partners/import")
class PartnerListController {
    private final Partners partners;
    private final PartnerList list;

    PartnerListController(Partners partners, PartnerList list) {
        this.partners = partners;
        this.list = list;
    }

    @GetMapping
    String choose(@PathVariable("id") Long programmeId, Model model) {
        return page(partners.toEnter(programmeId), model);
    }

    @PostMapping
    Object check(
            @PathVariable("id") Long programmeId,
            SheetForm form,
            @RequestParam(defaultValue = "false") boolean store,
            @RequestParam(defaultValue = "false") boolean accepted,
            Model model,
            RedirectAttributes flash) {
        Programme programme = partners.toEnter(programmeId);
        Optional<Integer> done = new ListStep(
                        list.words(),
                        brought -> list.preview(programmeId, brought),
                        brought -> list.store(programmeId, brought))
                .take(form, store, accepted, model);
        if (done.isPresent()) {
            flash.addFlashAttribute("done", done.get());
            return SeeOther.to("/programmes/" + programmeId + "/partners/import");
        }
        return page(programme, model);
    }

    private String page(Programme programme, Model model) {
        model.addAttribute("programme", programme)
                .addAttribute("headings", list.words().titles());
        return "partner/partner-list";
    }
}
