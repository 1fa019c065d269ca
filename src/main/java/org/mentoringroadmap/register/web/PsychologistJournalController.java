package org.mentoringroadmap.register.web;

import java.time.Clock;
import java.time.LocalDate;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.register.PsychologistJournal;
import org.mentoringroadmap.register.RegisterQueries;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The psychologist's journal: of a whole programme, and of one participant. */
@Controller
class PsychologistJournalController {
    private final PsychologistJournal journal;
    private final RegisterQueries queries;
    private final Registers registers;
    private final Clock clock;

    PsychologistJournalController(
            PsychologistJournal journal, RegisterQueries queries, Registers registers, Clock clock) {
        this.journal = journal;
        this.queries = queries;
        this.registers = registers;
        this.clock = clock;
    }

    @Recorded(value = AuditAct.JOURNAL_LISTED, id = "id", count = "found")
    @GetMapping("/programmes/{id}/psychologist-journal")
    String list(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        model.addAttribute("programme", queries.programme(id))
                .addAttribute("found", journal.of(id, q, page))
                .addAttribute("hindered", journal.hindered(id))
                .addAttribute("q", q.strip())
                .addAttribute("history", journal.history(id));
        return "register/journal";
    }

    @Recorded(value = AuditAct.JOURNAL_OPENED, id = "participantId", count = "notes")
    @GetMapping("/participants/{participantId}/journal")
    String about(@PathVariable Long participantId, Model model) {
        model.addAttribute("notes", journal.about(participantId))
                .addAttribute("participant", registers.visible(participantId))
                .addAttribute(
                        "releasedUntil", journal.releasedUntil(participantId).orElse(null))
                .addAttribute("hindrance", journal.hindrance(participantId).orElse(null))
                .addAttribute("closed", journal.isClosed(participantId))
                .addAttribute("eraseOn", journal.eraseOn(participantId).orElse(null))
                .addAttribute("today", LocalDate.now(clock));
        return "register/journal-entries";
    }

    @PostMapping("/participants/{participantId}/journal")
    RedirectView write(
            @PathVariable Long participantId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate heldOn,
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String advice,
            RedirectAttributes flash) {
        journal.write(participantId, new PsychologistJournal.Entry(heldOn, topic, advice));
        return back(participantId, flash);
    }

    @PostMapping("/participants/{participantId}/journal/{noteId}")
    RedirectView change(
            @PathVariable Long participantId,
            @PathVariable Long noteId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate heldOn,
            @RequestParam(required = false) String topic,
            @RequestParam(required = false) String advice,
            RedirectAttributes flash) {
        journal.change(participantId, noteId, new PsychologistJournal.Entry(heldOn, topic, advice));
        return back(participantId, flash);
    }

    @PostMapping("/participants/{participantId}/journal/{noteId}/remove")
    RedirectView remove(@PathVariable Long participantId, @PathVariable Long noteId, RedirectAttributes flash) {
        journal.remove(participantId, noteId);
        return back(participantId, flash);
    }

    @PostMapping("/participants/{participantId}/journal/release")
    RedirectView release(@PathVariable Long participantId, RedirectAttributes flash) {
        journal.release(participantId);
        flash.addFlashAttribute("notice", "journal.released");
        return SeeOther.to("/participants/" + participantId + "/journal");
    }

    private static RedirectView back(Long participantId, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", "participant.saved");
        return SeeOther.to("/participants/" + participantId + "/journal");
    }
}
