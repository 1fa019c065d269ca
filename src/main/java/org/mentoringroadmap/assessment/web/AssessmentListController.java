package org.mentoringroadmap.assessment.web;

import java.util.Optional;
import org.mentoringroadmap.assessment.Assessments;
import org.mentoringroadmap.participant.ParticipantAccess;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.table.ListStep;
import org.mentoringroadmap.table.SheetForm;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What was measured, from a file or from the clipboard: choose, look at what each row would do, confirm. */
@Controller
@RequestMapping("/programmes/{id}/assessments/import")
class AssessmentListController {
    private final AssessmentList list;
    private final Assessments assessments;
    private final ParticipantAccess access;

    AssessmentListController(AssessmentList list, Assessments assessments, ParticipantAccess access) {
        this.list = list;
        this.assessments = assessments;
        this.access = access;
    }

    @GetMapping
    String choose(@PathVariable Long id, @ModelAttribute AssessmentList.Of of, Model model) {
        return page(assessments.programme(id), of, model);
    }

    @PostMapping
    Object check(
            @PathVariable Long id,
            @ModelAttribute AssessmentList.Of of,
            SheetForm form,
            @RequestParam(defaultValue = "false") boolean store,
            @RequestParam(defaultValue = "false") boolean accepted,
            Model model,
            RedirectAttributes flash) {
        Programme programme = assessments.programme(id);
        String page = page(programme, of, model);
        Optional<Integer> done = new ListStep(
                        list.words(programme),
                        brought -> list.preview(programme, of, brought),
                        brought -> list.store(programme, of, brought))
                .take(form, store, accepted, model);
        if (done.isPresent()) {
            flash.addFlashAttribute("done", done.get());
            return SeeOther.to("/programmes/" + id + "/assessments/import?point=" + of.point() + "&role=" + of.role());
        }
        return page;
    }

    private String page(Programme programme, AssessmentList.Of of, Model model) {
        model.addAttribute("programme", programme)
                .addAttribute("point", of.point())
                .addAttribute("role", of.role())
                .addAttribute("roles", ParticipantRole.values())
                .addAttribute("today", access.today())
                .addAttribute("measuredOn", of.measuredOn() == null ? access.today() : of.measuredOn())
                .addAttribute("headings", list.words(programme).titles());
        return "assessment/list";
    }
}
