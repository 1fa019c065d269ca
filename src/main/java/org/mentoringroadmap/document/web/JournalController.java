package org.mentoringroadmap.document.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringroadmap.document.Journal;
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
    private final Journals journals;
    private final Schools schools;

    JournalController(Journals journals, Schools schools) {
        this.journals = journals;
        this.schools = schools;
    }

    @GetMapping
    String formats(Model model) {
        journals.requireKeeper();
        Map<School, Map<Journal, String>> formats = new LinkedHashMap<>();
        for (School school : schools.visible()) {
            Map<Journal, String> ofSchool = new LinkedHashMap<>();
            for (Journal journal : Journal.values()) {
                ofSchool.put(journal, journals.format(school.id(), journal));
            }
            formats.put(school, ofSchool);
        }
        model.addAttribute("formats", formats);
        return "document/journals";
    }

    @PostMapping
    RedirectView change(
            @RequestParam String schoolId,
            @RequestParam Journal register,
            @RequestParam String format,
            RedirectAttributes flash) {
        journals.changeFormat(schoolId, register, format);
        flash.addFlashAttribute("notice", "document.saved.journal");
        return SeeOther.to("/documents/journals");
    }
}
