package org.mentoringroadmap.document.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.journal.Journals;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** How the school writes the numbers of its journals. */
@Controller
@RequestMapping("/documents/journals")
class JournalController {
    /** A journal with its title and how its numbers are written. */
    record Line(String register, String title, String format) {}

    private final Journals journals;
    private final DocumentKinds kinds;
    private final Schools schools;

    JournalController(Journals journals, DocumentKinds kinds, Schools schools) {
        this.journals = journals;
        this.kinds = kinds;
        this.schools = schools;
    }

    @GetMapping
    String formats(Model model) {
        journals.requireKeeper();
        Map<School, List<Line>> formats = new LinkedHashMap<>();
        for (School school : schools.visible()) {
            formats.put(
                    school,
                    journals.registers(school.id()).stream()
                            .map(register -> new Line(
                                    register, kinds.journalTitle(register), journals.format(school.id(), register)))
                            .toList());
        }
        model.addAttribute("formats", formats);
        return "document/journals";
    }

    @PostMapping
    RedirectView change(
            @RequestParam String schoolId,
            @RequestParam String register,
            @RequestParam String format,
            RedirectAttributes flash) {
        journals.changeFormat(schoolId, register, format);
        flash.addFlashAttribute("notice", "document.saved.journal");
        return SeeOther.to("/documents/journals");
    }
}
