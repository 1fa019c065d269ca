package org.mentoringroadmap.participant.web;

import java.util.List;
import org.mentoringroadmap.participant.Card;
import org.mentoringroadmap.participant.Duplicates;
import org.mentoringroadmap.participant.PairsInUse;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.PersonDataExport;
import org.mentoringroadmap.participant.PsychologistJournal;
import org.mentoringroadmap.participant.RegisterDesk;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Role;
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

/** The card of a participant: everything in one place. */
@Controller
@RequestMapping("/participants/{participantId}")
class ParticipantCardPages {
    private static final List<Role> OPEN_PAIRS = List.of(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST);

    private final RegisterDesk desk;
    private final Registers registers;

    private final Duplicates duplicates;
    private final PsychologistJournal journal;
    private final PersonDataExport data;
    private final PairsInUse pairs;
    private final CurrentUser user;

    ParticipantCardPages(
            RegisterDesk desk,
            Registers registers,
            Duplicates duplicates,
            PsychologistJournal journal,
            PersonDataExport data,
            PairsInUse pairs,
            CurrentUser user) {
        this.desk = desk;
        this.registers = registers;
        this.duplicates = duplicates;
        this.journal = journal;
        this.data = data;
        this.pairs = pairs;
        this.user = user;
    }

    @GetMapping
    String show(@PathVariable Long participantId, Model model) {
        Card card = desk.open(participantId);
        model.addAttribute("card", card)
                .addAttribute("programme", card.programme())
                .addAttribute("participant", card.participant())
                .addAttribute("person", card.person())
                .addAttribute(
                        "matter", ParticipantForm.matter(card.participant().role()))
                .addAttribute("alike", card.mayWrite() ? duplicates.like(card.participant()) : List.of())
                .addAttribute("keepsJournal", journal.isMine())
                .addAttribute("mayExport", data.isAllowed())
                .addAttribute("pairs", pairs.history(participantId))
                .addAttribute("opensPairs", OPEN_PAIRS.stream().anyMatch(user::has))
                .addAttribute("views", desk.maySeeViews() ? desk.views(participantId) : null);
        return "participant/card";
    }

    @PostMapping("/status")
    RedirectView stand(
            @PathVariable Long participantId,
            @RequestParam ParticipantStatus status,
            @RequestParam(required = false) String reason,
            RedirectAttributes flash) {
        registers.stand(participantId, status, reason);
        flash.addFlashAttribute("notice", "participant.saved");
        return SeeOther.to("/participants/" + participantId);
    }

    @PostMapping("/result")
    RedirectView conclude(
            @PathVariable Long participantId, @RequestParam(required = false) String result, RedirectAttributes flash) {
        registers.conclude(participantId, result);
        flash.addFlashAttribute("notice", "participant.saved");
        return SeeOther.to("/participants/" + participantId);
    }
}
