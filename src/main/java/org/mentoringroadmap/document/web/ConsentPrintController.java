package org.mentoringroadmap.document.web;

import org.mentoringroadmap.document.draft.ConsentSheets;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
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

    @Recorded(
            value = AuditAct.CONSENTS_PRINTED,
            id = "classId",
            facts = {"kind", "programme=id"})
    @GetMapping("/programmes/{id}/consents/print")
    ResponseEntity<byte[]> ofClass(@PathVariable Long id, @RequestParam long classId, @RequestParam ConsentKind kind) {
        return Download.of(sheets.ofClass(id, classId, kind));
    }

    @Recorded(value = AuditAct.CONSENTS_OF_PERSON_PRINTED, id = "participantId")
    @GetMapping("/participants/{participantId}/consents/print")
    ResponseEntity<byte[]> ofParticipant(@PathVariable Long participantId) {
        return Download.of(sheets.ofParticipant(participantId));
    }
}
