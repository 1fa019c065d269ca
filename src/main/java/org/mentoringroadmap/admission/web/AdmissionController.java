package org.mentoringroadmap.admission.web;

import java.util.List;
import org.mentoringroadmap.admission.AdmissionService;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriComponentsBuilder;

/** Who is let in to selection, publication and orders. */
@Controller
@RequestMapping("/programmes/{id}/admissions")
class AdmissionController {
    private final AdmissionService admission;

    AdmissionController(AdmissionService admission) {
        this.admission = admission;
    }

    @Recorded(value = AuditAct.ADMISSIONS_LISTED, id = "id", count = "found", facts = "purpose")
    @GetMapping
    String list(
            @PathVariable Long id,
            @RequestParam(defaultValue = "PUBLICATION") AdmissionPurpose purpose,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Programme programme = admission.visible(id, purpose);
        model.addAttribute("programme", programme)
                .addAttribute("purpose", purpose)
                .addAttribute("purposes", admission.purposes())
                .addAttribute("found", admission.list(id, purpose, q, page))
                .addAttribute("q", q)
                .addAttribute("mayWrite", admission.mayWrite() && programme.state() == Programme.State.RUNNING);
        return "admission/admissions";
    }

    @PostMapping
    RedirectView admit(
            @PathVariable Long id,
            @RequestParam AdmissionPurpose purpose,
            @RequestParam(required = false) List<Long> participantIds,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            RedirectAttributes flash) {
        List<Long> marked = participantIds == null ? List.of() : participantIds;
        int admitted = admission.admit(id, purpose, marked);
        flash.addFlashAttribute("notice", admitted == marked.size() ? "admission.saved" : "admission.saved.part");
        return SeeOther.to(UriComponentsBuilder.fromPath("/programmes/{id}/admissions")
                .queryParam("purpose", purpose)
                .queryParam("q", "{q}")
                .queryParam("page", page)
                .buildAndExpand(id, q)
                .encode()
                .toUriString());
    }
}
