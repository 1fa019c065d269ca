package org.mentoringroadmap.document.content;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.consent.Consent;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.DocumentTemplates;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.DataField;
import org.mentoringroadmap.participant.OfferedData;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantRepository;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.person.Person;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.withdrawal.Withdrawals;
import org.springframework.stereotype.Component;

/**
 * What the papers of a withdrawal say ({@link DocumentTemplates}): the withdrawal (152-ФЗ, article 9 part 2), the demand to
 * stop publication (article 10.1 part 12), a mentor's notice (Labour Code, article 351.8), and the act of destruction with
 * what the order of Roskomnadzor № 179 of 2022-10-28 wants in it (items 3 and 5).
 */
@Component
public class WithdrawalContent {
    private final CommonContent common;
    private final ConsentPapers papers;
    private final OfferedData offered;
    private final ParticipantRepository participants;
    private final Staff staff;
    private final DocumentTexts texts;

    WithdrawalContent(
            CommonContent common,
            ConsentPapers papers,
            OfferedData offered,
            ParticipantRepository participants,
            Staff staff,
            DocumentTexts texts) {
        this.common = common;
        this.papers = papers;
        this.offered = offered;
        this.participants = participants;
        this.staff = staff;
        this.texts = texts;
    }

    /**
     * The paper by which a consent is taken back.
     *
     * @param lastDay last day of a mentor's duties; null before the notice is given
     */
    public Map<String, Object> withdrawal(
            Programme programme,
            Participant participant,
            Consent consent,
            Set<Signer> signers,
            LocalDate lastDay,
            Map<Long, String> classes) {
        boolean representative = signers.contains(Signer.REPRESENTATIVE);
        PersonDetails person = participant.person().details();
        Map<String, Object> data = CommonContent.values(
                "school",
                common.school(programme.schoolId()),
                "code",
                null,
                "processing",
                consent.kind() == ConsentKind.PROCESSING,
                "help",
                consent.kind() == ConsentKind.PSYCHOLOGICAL_HELP,
                "publication",
                consent.kind() == ConsentKind.PUBLICATION,
                "duties",
                consent.kind() == ConsentKind.DUTIES,
                "workerMentee",
                consent.kind() == ConsentKind.WORKER_MENTEE,
                "whose",
                texts.text("document.withdrawal.whose." + (representative ? Signer.REPRESENTATIVE : Signer.SELF)),
                "role",
                texts.text("consent.roles." + role(consent)),
                "signedOn",
                texts.date(consent.signedOn()),
                "lastDay",
                texts.date(lastDay),
                "person",
                papers.person(participant, classes),
                "signer",
                representative ? ConsentPapers.representative(person) : ConsentPapers.self(person));
        ConsentPapers.signed(data, representative, signers.contains(Signer.SELF));
        return data;
    }

    private static String role(Consent consent) {
        boolean mentee = consent.covers(ParticipantRole.MENTEE);
        return mentee && consent.covers(ParticipantRole.MENTOR)
                ? "BOTH"
                : (mentee ? ParticipantRole.MENTEE : ParticipantRole.MENTOR).name();
    }

    /** The act of what is destroyed after a withdrawal, and the extract from the log. */
    public Map<String, Object> act(Withdrawals.Shown shown, Map<Long, String> classes) {
        Participant participant = shown.participant();
        Person person = participant.person();
        Programme programme = shown.programme();
        Consent consent = shown.consent();
        String signedOn = texts.date(consent.signedOn());
        String subject = person.anonymisedOn().isPresent()
                ? texts.text(
                        "document.act.subject.erased",
                        participant.id().toString(),
                        programme.schoolYear().text().replace('-', '–'),
                        consent.id().toString(),
                        signedOn)
                : texts.text(
                        "document.act.subject",
                        papers.person(participant, classes).get("line"),
                        participant.id().toString(),
                        consent.id().toString(),
                        signedOn);
        return CommonContent.values(
                "school", common.school(programme.schoolId()),
                "code", null,
                "subject", subject,
                "data", texts.text("document.act.data", papers.words(destroyed(person, programme.schoolId()))),
                "processor", null,
                "system", texts.text("document.act.system"),
                "reason",
                        texts.text(
                                "document.act.reason",
                                texts.date(consent.withdrawnOn().orElse(null))),
                "decision", decision(shown),
                "erasedOn", texts.date(person.anonymisedOn().orElse(null)));
    }

    private String decision(Withdrawals.Shown shown) {
        String login = shown.withdrawal().decidedBy().orElseThrow();
        return texts.text(
                "document.act.decision",
                staff.nameBehind(login),
                texts.date(shown.withdrawal().decidedOn().orElseThrow()));
    }

    /** All that was kept of the person in every role and year and is gone with the name. */
    private Set<DataField> destroyed(Person person, String schoolId) {
        Set<DataField> destroyed = EnumSet.noneOf(DataField.class);
        for (Participant each : participants.findByPersonIdOrderById(person.id())) {
            boolean pupil = each.category() == ParticipantCategory.PUPIL;
            destroyed.addAll(DataField.listed(each.role(), pupil, offered.of(schoolId)));
            if (pupil) {
                destroyed.add(DataField.REPRESENTATIVE);
                destroyed.add(DataField.TALKS);
            }
        }
        destroyed.removeIf(field -> !field.isDestroyed());
        return destroyed;
    }
}
