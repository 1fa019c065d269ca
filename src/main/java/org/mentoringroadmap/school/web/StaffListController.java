package org.mentoringroadmap.school.web;

import java.util.Optional;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.table.ListStep;
import org.mentoringroadmap.table.SheetForm;
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
            @RequestParam(defaultValue = "false") boolean accepted,
            Model model,
            RedirectAttributes redirect) {
        String id = access.toChange(school);
        Optional<Integer> done = new ListStep(
                        list.words(), brought -> list.preview(id, brought), brought -> list.store(id, brought))
                .take(form, store, accepted, model);
        if (done.isPresent()) {
            redirect.addAttribute("school", id);
            redirect.addFlashAttribute("done", done.get());
            return "redirect:/school/staff/list";
        }
        return page(id, model);
    }

    private String page(String id, Model model) {
        model.addAttribute("school", schools.visible(id))
                .addAttribute("headings", list.words().titles());
        return "school/staff-list";
    }
}
