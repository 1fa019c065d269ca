package org.mentoringroadmap.document.web;

import org.mentoringroadmap.document.draft.ConsentSheets;
import org.mentoringroadmap.participant.ConsentKind;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Consents to be printed and signed. */
@Controller
class ConsentPrintController {
    private final ConsentSheets sheets;

    ConsentPrintController(ConsentSheets sheets) {
        this.sheets = sheets;
    }

    @GetMapping("/programmes/{id}/consents/print")
    ResponseEntity<byte[]> ofClass(@PathVariable Long id, @RequestParam long classId, @RequestParam ConsentKind kind) {
        return Download.of(sheets.ofClass(id, classId, kind));
    }

    @GetMapping("/participants/{participantId}/consents/print")
    ResponseEntity<byte[]> ofParticipant(@PathVariable Long participantId) {
        return Download.of(sheets.ofParticipant(participantId));
    }
}
