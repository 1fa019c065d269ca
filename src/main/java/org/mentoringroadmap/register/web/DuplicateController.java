package org.mentoringroadmap.register.web;

import java.time.LocalDate;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.register.Duplicates;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** «Один и тот же человек?»: entries that look alike, compared, merged, told apart, taken back. */
@Controller
@RequestMapping("/programmes/{id}/duplicates")
class DuplicateController {
    /** What is true of the person, where the two entries differ. */
    record Merged(
            String lastName,
            String firstName,
            String middleName,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate birthDate,
            String phone,
            String email) {
        PersonDetails over(PersonDetails together) {
            return new PersonDetails(
                    lastName,
                    firstName,
                    middleName,
                    birthDate,
                    phone,
                    email,
                    together.organisation(),
                    together.post(),
                    together.staffMemberId(),
                    together.representativeName(),
                    together.representativeRelation(),
                    together.representativePhone());
        }
    }

    private final Duplicates duplicates;
    private final RegisterQueries queries;

    DuplicateController(Duplicates duplicates, RegisterQueries queries) {
        this.duplicates = duplicates;
        this.queries = queries;
    }

    @Recorded(value = AuditAct.DUPLICATES_LISTED, id = "id", count = "found")
    @GetMapping
    String list(@PathVariable Long id, Model model) {
        model.addAttribute("programme", queries.programmeToWrite(id))
                .addAttribute("found", duplicates.of(id))
                .addAttribute("history", duplicates.history(id));
        return "register/duplicates";
    }

    @Recorded(value = AuditAct.DUPLICATES_COMPARED, id = "keptId", facts = "other=takenId")
    @GetMapping("/{keptId}/{takenId}")
    String compare(@PathVariable Long id, @PathVariable Long keptId, @PathVariable Long takenId, Model model) {
        Duplicates.Proposal pair = duplicates.compare(id, keptId, takenId);
        model.addAttribute("programme", queries.programmeToWrite(id))
                .addAttribute("pair", pair)
                .addAttribute(
                        "together",
                        Duplicates.together(
                                pair.first().person().details(),
                                pair.second().person().details()));
        return "register/merge";
    }

    @PostMapping("/{keptId}/{takenId}")
    RedirectView merge(
            @PathVariable Long id,
            @PathVariable Long keptId,
            @PathVariable Long takenId,
            @ModelAttribute Merged merged,
            RedirectAttributes flash) {
        Duplicates.Proposal pair = duplicates.compare(id, keptId, takenId);
        PersonDetails together = Duplicates.together(
                pair.first().person().details(), pair.second().person().details());
        duplicates.merge(id, keptId, takenId, merged.over(together));
        return back(id, flash, "merge.saved");
    }

    @PostMapping("/{firstId}/{secondId}/different")
    RedirectView tellApart(
            @PathVariable Long id, @PathVariable Long firstId, @PathVariable Long secondId, RedirectAttributes flash) {
        duplicates.tellApart(id, firstId, secondId);
        return back(id, flash, "merge.saved.different");
    }

    @PostMapping("/undo")
    RedirectView undo(@PathVariable Long id, @RequestParam Long merge, RedirectAttributes flash) {
        duplicates.undo(id, merge);
        return back(id, flash, "merge.saved.undone");
    }

    private static RedirectView back(Long programmeId, RedirectAttributes flash, String notice) {
        flash.addFlashAttribute("notice", notice);
        return SeeOther.to("/programmes/" + programmeId + "/duplicates");
    }
}
