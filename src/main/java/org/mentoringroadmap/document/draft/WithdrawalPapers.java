package org.mentoringroadmap.document.draft;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.ConsentRules;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentTemplates;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.content.WithdrawalContent;
import org.mentoringroadmap.document.template.SchoolTemplates;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.storage.StoredFile;
import org.mentoringroadmap.withdrawal.Erasure;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By what a consent is taken back, and the act of what is destroyed then: filled for the person; printed, not kept. */
@Service
@Transactional(readOnly = true)
public class WithdrawalPapers {
    private final Consents consents;
    private final ConsentRules rules;
    private final Withdrawals withdrawals;
    private final WithdrawalContent content;
    private final Programmes programmes;
    private final SchoolClasses classes;
    private final SchoolTemplates templates;
    private final DocumentTexts texts;
    private final Clock clock;

    WithdrawalPapers(
            Consents consents,
            ConsentRules rules,
            Withdrawals withdrawals,
            WithdrawalContent content,
            Programmes programmes,
            SchoolClasses classes,
            SchoolTemplates templates,
            DocumentTexts texts,
            Clock clock) {
        this.consents = consents;
        this.rules = rules;
        this.withdrawals = withdrawals;
        this.content = content;
        this.programmes = programmes;
        this.classes = classes;
        this.templates = templates;
        this.texts = texts;
        this.clock = clock;
    }

    /**
     * The paper by which this consent is taken back: a withdrawal, of publication a demand to stop it, of duties a notice.
     * Who signs is whoever would sign the consent today.
     *
     * @throws NotFoundException {@code consent.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code participant.erased}: nothing is left that could be taken back
     */
    public StoredFile form(Long consentId) {
        Participant participant = consents.toPrint(consentId);
        if (participant.person().anonymisedOn().isPresent()) {
            throw new ConflictException("participant.erased");
        }
        Consent consent = consents.visible(consentId);
        Programme programme = programmes.get(participant.programmeId());
        Set<Signer> signers = rules.signers(
                consent.kind(),
                participant.category(),
                participant.person().birthDate().orElse(null),
                LocalDate.now(clock));
        LocalDate lastDay = consent.withdrawnOn().map(rules::dutiesEnd).orElse(null);
        return file(
                programme,
                texts.text("document.file.withdrawal", participant.id().toString()),
                DocumentTemplates.CONSENT_WITHDRAWAL,
                content.withdrawal(programme, participant, consent, signers, lastDay, names(programme)));
    }

    /**
     * The act of the destruction, with the extract from the log of the system beside it. Where the data are gone already it
     * names the person by number.
     *
     * @throws NotFoundException {@code withdrawal.unknown}
     * @throws ForbiddenException {@code role.required}
     * @throws ConflictException {@code document.act.missing} before it is decided that the data go
     */
    public StoredFile act(Long consentId) {
        Withdrawals.Shown shown = withdrawals.visible(consentId);
        if (!shown.others()) {
            throw new ForbiddenException("role.required");
        }
        if (shown.withdrawal().erasure().filter(Erasure.ANONYMISE::equals).isEmpty()) {
            throw new ConflictException("document.act.missing");
        }
        Programme programme = shown.programme();
        return file(
                programme,
                texts.text("document.file.act", shown.participant().id().toString()),
                DocumentTemplates.DESTRUCTION_ACT,
                content.act(shown, names(programme)));
    }

    private Map<Long, String> names(Programme programme) {
        return classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
    }

    private StoredFile file(Programme programme, String name, String template, Map<String, Object> data) {
        return new StoredFile(
                null,
                programme.schoolId(),
                name + ".docx",
                DocumentFiles.DOCX,
                null,
                templates.render(programme.schoolId(), template, data));
    }
}
