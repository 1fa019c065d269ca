package org.mentoringroadmap.register.web;

import java.util.List;
import org.mentoringroadmap.participant.MentorshipsInUse;
import org.mentoringroadmap.participant.ParticipantStatus;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.register.CardPart;
import org.mentoringroadmap.register.Duplicates;
import org.mentoringroadmap.register.ParticipantProfile;
import org.mentoringroadmap.register.PersonDataExport;
import org.mentoringroadmap.register.PsychologistJournal;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
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

/** The card of a participant: everything in one place. */
@Controller
@RequestMapping("/participants/{participantId}")
class ParticipantProfileController {
    private static final List<Role> OPEN_PAIRS = List.of(Role.CURATOR, Role.DEPUTY, Role.DIRECTOR, Role.PSYCHOLOGIST);

    private final RegisterQueries queries;
    private final Registers registers;

    private final Duplicates duplicates;
    private final PsychologistJournal journal;
    private final PersonDataExport data;
    private final MentorshipsInUse mentorships;
    private final List<CardPart> parts;
    private final CurrentUser user;

    ParticipantProfileController(
            RegisterQueries queries,
            Registers registers,
            Duplicates duplicates,
            PsychologistJournal journal,
            PersonDataExport data,
            MentorshipsInUse mentorships,
            List<CardPart> parts,
            CurrentUser user) {
        this.queries = queries;
        this.registers = registers;
        this.duplicates = duplicates;
        this.journal = journal;
        this.data = data;
        this.mentorships = mentorships;
        this.parts = parts;
        this.user = user;
    }

    @Recorded(value = AuditAct.CARD_OPENED, id = "participantId")
    @GetMapping
    String show(@PathVariable Long participantId, Model model) {
        ParticipantProfile profile = queries.open(participantId);
        model.addAttribute("card", profile)
                .addAttribute("programme", profile.programme())
                .addAttribute("participant", profile.participant())
                .addAttribute("person", profile.person())
                .addAttribute(
                        "matter", ParticipantForm.matter(profile.participant().role()))
                .addAttribute("alike", profile.mayWrite() ? duplicates.like(profile.participant()) : List.of())
                .addAttribute("heldUntil", queries.heldUntil(participantId).orElse(null))
                .addAttribute(
                        "consented",
                        queries.hasConsented(
                                profile.programme(),
                                profile.participant().person().id(),
                                profile.participant().role()))
                .addAttribute("keepsJournal", journal.isMine())
                .addAttribute("mayExport", data.isAllowed())
                .addAttribute("pairs", mentorships.history(participantId))
                .addAttribute("opensPairs", OPEN_PAIRS.stream().anyMatch(user::has))
                .addAttribute("opensAudit", user.has(Role.DIRECTOR) || user.has(Role.ADMINISTRATOR))
                .addAttribute("views", queries.maySeeViews() ? queries.views(participantId) : null);
        parts.forEach(part -> model.addAllAttributes(part.of(profile.participant())));
        return "register/card";
    }

    @PostMapping("/status")
    RedirectView changeStatus(
            @PathVariable Long participantId,
            @RequestParam ParticipantStatus status,
            @RequestParam(required = false) String reason,
            RedirectAttributes flash) {
        registers.changeStatus(participantId, status, reason);
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
