package org.mentoringroadmap.partner.web;

import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.ListReport;
import org.mentoringroadmap.table.SheetForm;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.mentoringroadmap.table.UnderstoodSheet;
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
            Model model,
            RedirectAttributes flash) {
        Programme programme = partners.toEnter(programmeId);
        try {
            Brought brought = form.brought(list.words()::isHeading);
            ListReport report =
                    store && form.isChecked() ? list.store(programmeId, brought) : list.preview(programmeId, brought);
            if (report.stored() && report.refused().isEmpty()) {
                flash.addFlashAttribute("done", report.changing());
                return SeeOther.to("/programmes/" + programmeId + "/partners/import");
            }
            if (report.stored()) {
                model.addAttribute("done", report.changing());
                brought = new Brought(
                        report.understood().part(brought.file(), "", report.refused()),
                        report.understood().choicesOfPart());
                report = list.preview(programmeId, brought);
            }
            model.addAttribute("report", report)
                    .addAttribute(
                            "sheet",
                            UnderstoodSheet.of(
                                    brought, report.understood(), list.words().titles()))
                    .addAttribute("changed", store && !form.isChecked());
        } catch (UserInputException e) {
            if (e.getClass() != UserInputException.class) {
                throw e; // a refusal that is no fault of the list
            }
            model.addAttribute("refused", e).addAttribute("text", form.text());
        }
        return page(programme, model);
    }

    private String page(Programme programme, Model model) {
        model.addAttribute("programme", programme)
                .addAttribute("headings", list.words().titles());
        return "partner/partner-list";
    }
}
