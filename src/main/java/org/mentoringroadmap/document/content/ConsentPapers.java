package org.mentoringroadmap.document.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.consent.ConsentRow;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.DocumentTemplates;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.programme.Programme;
import org.springframework.stereotype.Component;

/**
 * What the template of consents says of one paper ({@link DocumentTemplates}). Each consent is a document of its own
 * (152-ФЗ, article 9 part 4; publication: article 10.1); address and identity document are not kept here, so they are
 * lines to be filled by hand.
 */
@Component
public class ConsentPapers {
    private final CommonContent common;
    private final DocumentTexts texts;

    ConsentPapers(CommonContent common, DocumentTexts texts) {
        this.common = common;
        this.texts = texts;
    }

    /** A form about nobody yet; {@code detail} as {@link ConsentContent} names it. */
    Map<String, Object> blank(Programme programme, DocumentType type, String detail, LocalDate until) {
        boolean publication = type == DocumentType.CONSENT_PUBLICATION;
        boolean representative = publication
                ? ConsentContent.REPRESENTATIVE.equals(detail)
                : type == DocumentType.CONSENT_REPRESENTATIVE;
        Map<String, Object> paper = paper(programme, until);
        paper.put("processingAdult", type == DocumentType.CONSENT_ADULT);
        paper.put("processingRepresentative", type == DocumentType.CONSENT_REPRESENTATIVE);
        paper.put("publication", publication);
        paper.put("mentor", ConsentContent.MENTOR.equals(detail));
        paper.put("mentee", ConsentContent.MENTEE.equals(detail));
        signed(paper, representative, true);
        return paper;
    }

    /** The papers of a person for one kind; of duties the consent and the additional agreement. */
    public List<Map<String, Object>> of(
            Programme programme, ConsentRow row, ConsentKind kind, LocalDate until, Map<Long, String> classes) {
        List<Map<String, Object>> papers = new ArrayList<>();
        papers.add(filled(programme, row, kind, until, classes));
        if (kind == ConsentKind.DUTIES) {
            Map<String, Object> agreement = filled(programme, row, kind, until, classes);
            agreement.put("duties", false);
            agreement.put("agreement", true);
            papers.add(agreement);
        }
        return papers;
    }

    private Map<String, Object> filled(
            Programme programme, ConsentRow row, ConsentKind kind, LocalDate until, Map<Long, String> classes) {
        ConsentRow.Cell cell = row.of(kind).orElseThrow();
        Set<Signer> signers = cell.signers();
        boolean representative = signers.contains(Signer.REPRESENTATIVE);
        Map<String, Object> paper = paper(programme, until);
        paper.put("processingAdult", kind == ConsentKind.PROCESSING && !representative);
        paper.put("processingRepresentative", kind == ConsentKind.PROCESSING && representative);
        paper.put("publication", kind == ConsentKind.PUBLICATION);
        paper.put("duties", kind == ConsentKind.DUTIES);
        paper.put("mentor", row.roles().contains(ParticipantRole.MENTOR));
        paper.put("mentee", row.roles().contains(ParticipantRole.MENTEE));
        paper.put("qr", DocumentCode.picture(cell.code().text()));
        paper.put("codeText", cell.code().text());
        signed(paper, representative, signers.contains(Signer.SELF));
        PersonDetails person = row.participant().person().details();
        paper.put("person", person(row, person, classes));
        paper.put("signer", representative ? representative(person) : self(person));
        return paper;
    }

    private Map<String, Object> person(ConsentRow row, PersonDetails person, Map<Long, String> classes) {
        String line = Stream.of(
                        person.fullName(),
                        person.birthDate() == null ? null : texts.date(person.birthDate()),
                        row.participant().classId().map(classes::get).orElse(null))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return CommonContent.values(
                "name", person.fullName(),
                "line", line,
                "post", person.post(),
                "signature", PersonName.signature(person.fullName()));
    }

    private static Map<String, Object> representative(PersonDetails person) {
        String name = person.representativeName();
        return CommonContent.values(
                "name",
                name,
                "relation",
                person.representativeRelation(),
                "contacts",
                person.representativePhone(),
                "signature",
                name == null ? null : PersonName.signature(name));
    }

    private static Map<String, Object> self(PersonDetails person) {
        String contacts = Stream.of(person.phone(), person.email())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
        return CommonContent.values(
                "name",
                person.fullName(),
                "relation",
                null,
                "contacts",
                contacts,
                "signature",
                PersonName.signature(person.fullName()));
    }

    private static void signed(Map<String, Object> paper, boolean representative, boolean self) {
        paper.put("representative", representative);
        paper.put("adult", !representative);
        paper.put("pupil", representative && self);
    }

    private Map<String, Object> paper(Programme programme, LocalDate until) {
        Map<String, Object> paper =
                CommonContent.values("duties", false, "agreement", false, "qr", null, "codeText", null);
        paper.put("school", common.school(programme.schoolId()));
        paper.put("schoolYear", programme.schoolYear().text().replace('-', '–'));
        paper.put("until", texts.date(until));
        paper.put("person", CommonContent.values("name", null, "line", null, "post", null, "signature", null));
        paper.put("signer", CommonContent.values("name", null, "relation", null, "contacts", null, "signature", null));
        return paper;
    }
}
