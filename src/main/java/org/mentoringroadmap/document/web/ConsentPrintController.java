package org.mentoringroadmap.document.web;

import org.mentoringroadmap.document.draft.ConsentSheets;
import org.mentoringroadmap.document.draft.WithdrawalPapers;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Consents, and by what they are taken back, to be printed and signed. */
@Controller
class ConsentPrintController {
    private final ConsentSheets sheets;
    private final WithdrawalPapers withdrawals;
    private final AuditTrail trail;

    ConsentPrintController(ConsentSheets sheets, WithdrawalPapers withdrawals, AuditTrail trail) {
        this.sheets = sheets;
        this.withdrawals = withdrawals;
        this.trail = trail;
    }

    @GetMapping("/programmes/{id}/consents/print")
    ResponseEntity<byte[]> ofClass(@PathVariable Long id, @RequestParam long classId, @RequestParam ConsentKind kind) {
        ConsentSheets.Sheets printed = sheets.ofClass(id, classId, kind);
        trail.record(AuditEvent.of(AuditAct.CONSENTS_PRINTED, classId)
                .count(printed.consents())
                .fact("kind", kind)
                .fact("programme", id));
        return Download.of(printed.file());
    }

    @GetMapping("/participants/{participantId}/consents/print")
    ResponseEntity<byte[]> ofParticipant(@PathVariable Long participantId) {
        ConsentSheets.Sheets printed = sheets.ofParticipant(participantId);
        trail.record(AuditEvent.of(AuditAct.CONSENTS_OF_PERSON_PRINTED, participantId)
                .count(printed.consents()));
        return Download.of(printed.file());
    }

    @Recorded(value = AuditAct.WITHDRAWAL_FORM_PRINTED, id = "consentId")
    @GetMapping("/consents/{consentId}/withdrawal-form")
    ResponseEntity<byte[]> withdrawal(@PathVariable Long consentId) {
        return Download.of(withdrawals.form(consentId));
    }

    @Recorded(value = AuditAct.DESTRUCTION_ACT_PRINTED, id = "consentId")
    @GetMapping("/consent-withdrawals/{consentId}/destruction-act")
    ResponseEntity<byte[]> act(@PathVariable Long consentId) {
        return Download.of(withdrawals.act(consentId));
    }
}
