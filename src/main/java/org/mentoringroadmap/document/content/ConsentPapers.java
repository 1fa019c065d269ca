package org.mentoringroadmap.document.content;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
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
import org.mentoringroadmap.participant.ConsentGate;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.HoursText;
import org.mentoringroadmap.participant.OfferedData;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.person.PersonName;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Staff;
import org.springframework.stereotype.Component;

/**
 * What the template of consents says of one paper ({@link DocumentTemplates}). Each consent is a document of its own with
 * one purpose (152-ФЗ, article 9 parts 1 and 4; publication: article 10.1); its list of data is that of the fields in use
 * ({@link DataField}), a special category is named apart (article 10 part 2 item 1). Address and identity document are not
 * kept here, so they are lines to be filled by hand.
 */
@Component
public class ConsentPapers {
    private final CommonContent common;
    private final DocumentTexts texts;
    private final OfferedData offered;
    private final ConsentGate gate;
    private final Staff staff;

    ConsentPapers(CommonContent common, DocumentTexts texts, OfferedData offered, ConsentGate gate, Staff staff) {
        this.common = common;
        this.texts = texts;
        this.offered = offered;
        this.gate = gate;
        this.staff = staff;
    }

    /** A form about nobody yet; {@code detail} as {@link ConsentContent} names it. */
    Map<String, Object> blank(Programme programme, DocumentType type, String detail, LocalDate until) {
        boolean publication = type == DocumentType.CONSENT_PUBLICATION;
        boolean processing = type == DocumentType.CONSENT_ADULT || type == DocumentType.CONSENT_REPRESENTATIVE;
        boolean representative =
                ConsentContent.REPRESENTATIVE.equals(detail) || type == DocumentType.CONSENT_REPRESENTATIVE;
        Map<String, Object> paper = paper(programme, until);
        paper.put("processingAdult", type == DocumentType.CONSENT_ADULT);
        paper.put("processingRepresentative", type == DocumentType.CONSENT_REPRESENTATIVE);
        paper.put("publication", publication);
        paper.put("help", type == DocumentType.CONSENT_HELP);
        boolean pupilOfAge = ConsentContent.PUPIL_MENTEE.equals(detail) || ConsentContent.PUPIL_MENTOR.equals(detail);
        boolean mentor = ConsentContent.MENTOR.equals(detail) || ConsentContent.PUPIL_MENTOR.equals(detail);
        ParticipantRole role = mentor ? ParticipantRole.MENTOR : ParticipantRole.MENTEE;
        role(paper, processing ? role : null);
        data(paper, listed(programme, role, representative || pupilOfAge));
        signed(paper, representative, true);
        return paper;
    }

    /** The papers of a person for one kind, each that is missing or all; of duties the consent and the agreement. */
    public List<Map<String, Object>> of(
            Programme programme,
            ConsentRow row,
            ConsentKind kind,
            boolean onlyMissing,
            LocalDate until,
            Map<Long, String> classes) {
        List<Map<String, Object>> papers = new ArrayList<>();
        ConsentRow.Cell cell = row.of(kind).orElseThrow();
        for (ConsentRow.Paper sheet : cell.papers()) {
            if (onlyMissing && !sheet.missing()) {
                continue;
            }
            papers.add(filled(programme, sheet, kind, cell.signers(), until, classes));
            if (kind == ConsentKind.DUTIES) {
                Map<String, Object> agreement = filled(programme, sheet, kind, cell.signers(), until, classes);
                agreement.put("duties", false);
                agreement.put("agreement", true);
                papers.add(agreement);
            }
        }
        return papers;
    }

    /**
     * What stands above a second sheet, for each of these papers, before the number of the sheet: «Согласие 1027-1-4,
     * лист».
     */
    public List<String> heads(List<Map<String, Object>> papers) {
        return papers.stream()
                .map(paper -> paper.get("codeText"))
                .map(code -> code == null
                        ? texts.text("document.consents.head.blank")
                        : texts.text("document.consents.head", code))
                .toList();
    }

    private Map<String, Object> filled(
            Programme programme,
            ConsentRow.Paper sheet,
            ConsentKind kind,
            Set<Signer> signers,
            LocalDate until,
            Map<Long, String> classes) {
        Participant participant = sheet.participant();
        boolean representative = signers.contains(Signer.REPRESENTATIVE);
        Map<String, Object> paper = paper(programme, until);
        paper.put("processingAdult", kind == ConsentKind.PROCESSING && !representative);
        paper.put("processingRepresentative", kind == ConsentKind.PROCESSING && representative);
        paper.put("publication", kind == ConsentKind.PUBLICATION);
        paper.put("help", kind == ConsentKind.PSYCHOLOGICAL_HELP);
        paper.put("duties", kind == ConsentKind.DUTIES);
        paper.put("workerMentee", kind == ConsentKind.WORKER_MENTEE);
        role(paper, kind == ConsentKind.PROCESSING ? participant.role() : null);
        data(paper, listed(programme, participant.role(), participant.category() == ParticipantCategory.PUPIL));
        paper.put("qr", DocumentCode.picture(sheet.code().text()));
        paper.put("codeText", sheet.code().text());
        signed(paper, representative, signers.contains(Signer.SELF));
        PersonDetails person = participant.person().details();
        if (kind == ConsentKind.DUTIES && gate.isOpen(participant)) {
            paper.put(
                    "capacity",
                    texts.text("document.duties.capacity", participant.details().capacity()));
            paper.put("hours", hours(participant));
        }
        paper.put("person", person(participant, classes));
        paper.put("signer", representative ? representative(person) : self(person));
        return paper;
    }

    /** When the mentor can, as the card says; null where it does not. */
    private static String hours(Participant participant) {
        String hours = HoursText.format(participant.details().hours());
        return hours.isEmpty() ? null : hours;
    }

    private List<DataField> listed(Programme programme, ParticipantRole role, boolean pupil) {
        return DataField.listed(role, pupil, offered.of(programme.schoolId()));
    }

    private void data(Map<String, Object> paper, Collection<DataField> listed) {
        String special =
                words(listed.stream().filter(DataField::isSpecialCategory).toList());
        paper.put(
                "data",
                words(listed.stream()
                        .filter(field -> !field.isSpecialCategory())
                        .toList()));
        paper.put("special", special);
        paper.put("plain", special == null);
    }

    /** The fields in the words of a consent, in their order; null for none. */
    String words(Collection<DataField> fields) {
        return fields.isEmpty()
                ? null
                : fields.stream()
                        .map(field -> texts.text("data-field." + field))
                        .collect(Collectors.joining("; "));
    }

    private static void role(Map<String, Object> paper, ParticipantRole role) {
        paper.put("mentor", role == ParticipantRole.MENTOR);
        paper.put("mentee", role == ParticipantRole.MENTEE);
    }

    /** Whom a paper is about, with birthday and class. */
    Map<String, Object> person(Participant participant, Map<Long, String> classes) {
        PersonDetails person = participant.person().details();
        String line = Stream.of(
                        person.fullName(),
                        person.birthDate() == null ? null : texts.date(person.birthDate()),
                        participant.classId().map(classes::get).orElse(null))
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(", "));
        return CommonContent.values(
                "name", person.fullName(),
                "line", line,
                "post", post(participant),
                "signature", person.name().signature());
    }

    /** What was entered about the person; of one of the staff what the school knows of all. */
    private String post(Participant participant) {
        String entered = participant.person().details().post();
        return entered != null && !entered.isBlank()
                ? entered
                : participant
                        .person()
                        .staffMemberId()
                        .map(id ->
                                staff.get(participant.person().schoolId(), id).post())
                        .filter(post -> !post.isBlank())
                        .orElse(null);
    }

    /** The representative as the one who signs. */
    static Map<String, Object> representative(PersonDetails person) {
        String name = person.representativeName();
        return CommonContent.values(
                "name",
                name,
                "relation",
                person.representativeRelation(),
                "contacts",
                person.representativePhone(),
                "signature",
                name == null ? null : PersonName.of(name).signature());
    }

    /** The person as the one who signs. */
    static Map<String, Object> self(PersonDetails person) {
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
                person.name().signature());
    }

    /** Who signs a paper. */
    static void signed(Map<String, Object> paper, boolean representative, boolean self) {
        paper.put("representative", representative);
        paper.put("adult", !representative);
        paper.put("pupil", representative && self);
    }

    private Map<String, Object> paper(Programme programme, LocalDate until) {
        Map<String, Object> paper = CommonContent.values(
                "help",
                false,
                "duties",
                false,
                "agreement",
                false,
                "workerMentee",
                false,
                "capacity",
                null,
                "hours",
                null,
                "qr",
                null,
                "codeText",
                null);
        paper.put("school", common.school(programme.schoolId()));
        paper.put("schoolYear", programme.schoolYear().text().replace('-', '–'));
        paper.put("until", texts.date(until));
        paper.put("person", CommonContent.values("name", null, "line", null, "post", null, "signature", null));
        paper.put("signer", CommonContent.values("name", null, "relation", null, "contacts", null, "signature", null));
        return paper;
    }
}
