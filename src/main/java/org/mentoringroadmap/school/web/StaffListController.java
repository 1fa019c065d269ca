package org.mentoringroadmap.school.web;

import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.ListReport;
import org.mentoringroadmap.table.SheetForm;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.mentoringroadmap.table.UnderstoodSheet;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Staff and classes from a file or from the clipboard: choose, look at what each row would do, confirm. */
@Controller
class StaffListController {
    private final SchoolAccess access;
    private final Schools schools;
    private final StaffList list;

    StaffListController(SchoolAccess access, Schools schools, StaffList list) {
        this.access = access;
        this.schools = schools;
        this.list = list;
    }

    @GetMapping("/school/staff/list")
    String choose(@RequestParam(required = false) String school, Model model) {
        return page(access.toChange(school), model);
    }

    @PostMapping("/school/staff/list")
    String check(
            @RequestParam(required = false) String school,
            SheetForm form,
            @RequestParam(defaultValue = "false") boolean store,
            Model model,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        try {
            Brought brought = form.brought(list.words()::isHeading);
            ListReport report = store && form.isChecked() ? list.store(id, brought) : list.preview(id, brought);
            if (report.stored() && report.refused().isEmpty()) {
                redirect.addAttribute("school", id);
                redirect.addFlashAttribute("done", report.changing());
                return "redirect:/school/staff/list";
            }
            if (report.stored()) {
                model.addAttribute("done", report.changing());
                brought = new Brought(
                        report.understood().part(brought.file(), "", report.refused()),
                        report.understood().choicesOfPart());
                report = list.preview(id, brought);
            }
            model.addAttribute("report", report)
                    .addAttribute(
                            "sheet",
                            UnderstoodSheet.of(
                                    brought, report.understood(), list.words().titles()))
                    .addAttribute("changed", store && !form.isChecked());
        } catch (UserInputException e) {
            if (e.getClass() != UserInputException.class) {
                throw e; // a refusal that is no fault of the file
            }
            model.addAttribute("refused", e).addAttribute("text", form.text());
        }
        return page(id, model);
    }

    private String page(String id, Model model) {
        model.addAttribute("school", schools.visible(id))
                .addAttribute("headings", list.words().titles());
        return "school/staff-list";
    }
}
