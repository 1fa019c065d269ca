package org.mentoringroadmap.withdrawal.web;

import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Who has withdrawn which consent, and what is left to do; the tasks of its process lead here. */
@Controller
class WithdrawalController {
    private final Withdrawals withdrawals;
    private final SchoolClasses classes;

    WithdrawalController(Withdrawals withdrawals, SchoolClasses classes) {
        this.withdrawals = withdrawals;
        this.classes = classes;
    }

    @Recorded(value = AuditAct.WITHDRAWAL_OPENED, id = "consentId")
    @GetMapping("/consent-withdrawals/{consentId}")
    String show(@PathVariable Long consentId, Model model) {
        Withdrawals.Shown shown = withdrawals.visible(consentId);
        String className = shown.participant()
                .classId()
                .flatMap(id -> classes
                        .of(shown.programme().schoolId(), shown.programme().schoolYear())
                        .stream()
                        .filter(one -> one.id().equals(id))
                        .findFirst())
                .map(SchoolClass::name)
                .orElse("");
        model.addAttribute("shown", shown).addAttribute("className", className);
        return "withdrawal/withdrawal";
    }
}
