package org.mentoringroadmap.document.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentText;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.content.ConsentContent;
import org.mentoringroadmap.document.content.RecognitionContent;
import org.mentoringroadmap.partner.Partners;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Forms that are printed and filled by hand: they lie among the documents of the programme, filled as far as the
 * application knows, and wait for nobody. Asked for again they are not made again.
 */
@Service
@Transactional
public class PrintableForms {
    private final Drafts drafts;
    private final Partners partners;

    PrintableForms(Drafts drafts, Partners partners) {
        this.drafts = drafts;
        this.partners = partners;
    }

    /**
     * The consents that a kind of participants signs, and apart from them those to publication and, for minors, to the
     * psychologist's help: each is another purpose and needs a document of its own.
     *
     * @param kind for mentees {@code adult}, or {@code representative} of pupils, of whom some may be of age; {@code
     *     mentor} for mentors, of age or not, {@code adult-mentor} where all are grown up
     */
    public void prepareConsents(Long programmeId, String roadmapItem, String kind) {
        switch (kind) {
            case "adult" -> {
                form(DocumentType.CONSENT_ADULT, programmeId, roadmapItem, ConsentContent.MENTEE);
                form(DocumentType.CONSENT_PUBLICATION, programmeId, roadmapItem, ConsentContent.ADULT);
            }
            case "representative" -> {
                form(DocumentType.CONSENT_REPRESENTATIVE, programmeId, roadmapItem, ConsentContent.MENTEE);
                form(DocumentType.CONSENT_ADULT, programmeId, roadmapItem, ConsentContent.PUPIL_MENTEE);
                form(DocumentType.CONSENT_PUBLICATION, programmeId, roadmapItem, ConsentContent.REPRESENTATIVE);
                form(DocumentType.CONSENT_HELP, programmeId, roadmapItem, ConsentContent.REPRESENTATIVE);
            }
            case "mentor" -> {
                form(DocumentType.CONSENT_ADULT, programmeId, roadmapItem, ConsentContent.MENTOR);
                form(DocumentType.CONSENT_ADULT, programmeId, roadmapItem, ConsentContent.PUPIL_MENTOR);
                form(DocumentType.CONSENT_REPRESENTATIVE, programmeId, roadmapItem, ConsentContent.MENTOR);
                form(DocumentType.CONSENT_PUBLICATION, programmeId, roadmapItem, ConsentContent.ADULT);
                form(DocumentType.CONSENT_PUBLICATION, programmeId, roadmapItem, ConsentContent.REPRESENTATIVE);
                form(DocumentType.CONSENT_HELP, programmeId, roadmapItem, ConsentContent.REPRESENTATIVE);
            }
            case "adult-mentor" -> {
                form(DocumentType.CONSENT_ADULT, programmeId, roadmapItem, ConsentContent.MENTOR);
                form(DocumentType.CONSENT_PUBLICATION, programmeId, roadmapItem, ConsentContent.ADULT);
            }
            default -> throw new IllegalStateException("Unknown consentKind: " + kind);
        }
    }

    /** Certificates for those who were trained as mentors. */
    public void prepareCertificates(Long programmeId, String roadmapItem) {
        form(DocumentType.CERTIFICATE, programmeId, roadmapItem, RecognitionContent.TRAINING);
    }

    /** What pairs may fill in together, by the kind that a model asks for. */
    public static final Map<String, List<DocumentType>> PLANS = Map.of(
            "plans",
            List.of(DocumentType.INDIVIDUAL_PLAN, DocumentType.TRAJECTORY),
            "personal-programme",
            List.of(DocumentType.PERSONAL_PROGRAMME));

    /**
     * What pairs fill in together: a sheet for every pair and group.
     *
     * @param kind a key of {@link #PLANS}
     */
    public void preparePlans(Long programmeId, String roadmapItem, String kind) {
        PLANS.get(kind).forEach(type -> form(type, programmeId, roadmapItem, null));
    }

    /** Letters and certificates of participation: what is handed out where a model says nothing else. */
    public static final String LETTERS_AND_CERTIFICATES = "letters-and-certificates";

    /** What may be handed out, by what a model asks for. */
    public static final Map<String, Set<DocumentType>> AWARDS = Map.of(
            LETTERS_AND_CERTIFICATES,
            Set.of(DocumentType.LETTER_GRATITUDE, DocumentType.CERTIFICATE),
            "letters",
            Set.of(DocumentType.LETTER_GRATITUDE),
            "certificates",
            Set.of(DocumentType.CERTIFICATE),
            "diplomas",
            Set.of(DocumentType.DIPLOMA));

    /**
     * Letters of gratitude, one to each partner whom the programme thanks and a blank one, certificates of participation,
     * diplomas.
     *
     * @param awards a key of {@link #AWARDS}
     * @param addressees to whom the blank letter is, in the dative; null where that is not said
     * @param diplomas what diplomas are for: «Лучший наставник»; one each
     */
    public void prepareAwards(
            Long programmeId, String roadmapItem, String awards, String addressees, List<String> diplomas) {
        Set<DocumentType> types = AWARDS.get(awards);
        if (types.contains(DocumentType.LETTER_GRATITUDE)) {
            prepareLetters(programmeId, roadmapItem, addressees);
        }
        if (types.contains(DocumentType.CERTIFICATE)) {
            form(DocumentType.CERTIFICATE, programmeId, roadmapItem, RecognitionContent.PARTICIPATION);
        }
        if (types.contains(DocumentType.DIPLOMA)) {
            diplomas.forEach(name -> form(DocumentType.DIPLOMA, programmeId, roadmapItem, name));
        }
    }

    private void prepareLetters(Long programmeId, String roadmapItem, String addressees) {
        form(
                DocumentType.LETTER_GRATITUDE,
                programmeId,
                roadmapItem,
                addressees == null ? null : RecognitionContent.TO + addressees);
        partners.thanked(programmeId)
                .forEach(partner -> form(
                        DocumentType.LETTER_GRATITUDE,
                        programmeId,
                        roadmapItem,
                        RecognitionContent.PARTNER + partner.id()));
    }

    /** Blanks without data of the programme that a model may ask for. */
    public static final List<DocumentType> BLANKS = List.of(DocumentType.INTERVIEW_SHEET, DocumentType.PRACTICE_CARD);

    /**
     * The blank of an activity.
     *
     * @param kind one of {@link #BLANKS}, or a printable one that was added
     */
    public void prepareBlank(Long programmeId, String roadmapItem, DocumentKind kind) {
        drafts.generate(new DocumentRequest(
                kind, programmeId, roadmapItem, null, null, roadmapItem, Set.of(), DocumentText.NONE));
    }

    private void form(DocumentType type, Long programmeId, String roadmapItem, String detail) {
        drafts.generate(new DocumentRequest(type, programmeId, roadmapItem, null, null, detail));
    }
}
