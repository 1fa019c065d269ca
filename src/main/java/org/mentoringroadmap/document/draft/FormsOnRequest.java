package org.mentoringroadmap.document.draft;

import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.content.RecognitionContent;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Forms that the curator or a deputy asks for by a button; asked for again they are not made again. */
@Service
@Transactional
public class FormsOnRequest {
    private final Drafts drafts;
    private final ProgrammeBank bank;
    private final Partners partners;
    private final Programmes programmes;
    private final CurrentUser user;

    FormsOnRequest(Drafts drafts, ProgrammeBank bank, Partners partners, Programmes programmes, CurrentUser user) {
        this.drafts = drafts;
        this.bank = bank;
        this.partners = partners;
        this.programmes = programmes;
        this.user = user;
    }

    /**
     * The letter of gratitude of a programme to an organisation.
     *
     * @return key of the document
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code programme.unknown}, {@code partner.unknown}
     */
    public Long letter(Long programmeId, Long partnerId) {
        user.require(Role.CURATOR, Role.DEPUTY);
        partners.visible(programmeId, partnerId);
        return drafts.generate(new DocumentRequest(
                DocumentType.LETTER_GRATITUDE, programmeId, null, null, null, RecognitionContent.PARTNER + partnerId));
    }

    /**
     * A card of the bank as a document of a programme of the same school.
     *
     * @return key of the document
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code programme.unknown}, {@code card.unknown}
     */
    public Long card(Long programmeId, Long cardId) {
        user.require(Role.CURATOR, Role.DEPUTY);
        Programme programme = programmes.visible(programmeId);
        if (bank.find(programme.schoolId(), cardId).isEmpty()) {
            throw new NotFoundException("card.unknown");
        }
        return drafts.prepareCard(programmeId, cardId);
    }
}
