package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.ActivityRecord;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.partner.Partner;
import org.mentoringroadmap.partner.PartnerDetails;
import org.mentoringroadmap.partner.Partners;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/** Certificates and diplomas, ready but for the name, and letters of gratitude to a partner or ready but for the name. */
@Component
public class RecognitionContent implements DocumentContent {
    /** Detail of a certificate for those who were trained as mentors. */
    public static final String TRAINING = "training";

    /** Detail of a certificate for those who took part in the programme. */
    public static final String PARTICIPATION = "participation";

    /** Detail of a letter to an organisation, before its key. */
    public static final String PARTNER = "partner-";

    /** Detail of a letter to people, before who they are. */
    public static final String TO = "to-";

    private final Steps steps;
    private final Partners partners;
    private final Programmes programmes;
    private final ProgrammeRoadmap roadmap;
    private final ActivityOutcomes outcomes;
    private final DocumentTexts texts;

    RecognitionContent(
            Steps steps,
            Partners partners,
            Programmes programmes,
            ProgrammeRoadmap roadmap,
            ActivityOutcomes outcomes,
            DocumentTexts texts) {
        this.steps = steps;
        this.partners = partners;
        this.programmes = programmes;
        this.roadmap = roadmap;
        this.outcomes = outcomes;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.CERTIFICATE, DocumentType.DIPLOMA, DocumentType.LETTER_GRATITUDE);
    }

    @Override
    public String title(DocumentRequest request) {
        if (request.type() == DocumentType.CERTIFICATE) {
            return texts.text("document.title.certificate." + request.detail());
        }
        if (request.type() == DocumentType.DIPLOMA) {
            return texts.text("document.title.diploma", request.detail());
        }
        return addressee(request)
                .map(partner -> texts.text("document.title.letter-gratitude-named", partner.name()))
                .or(() -> people(request).map(people -> texts.text("document.title.letter-gratitude-named", people)))
                .orElseGet(() -> texts.text("document.title.letter-gratitude"));
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        if (request.type() == DocumentType.CERTIFICATE) {
            data.put(
                    "certificate",
                    CommonContent.values(
                            "text",
                            texts.text("document.certificate." + request.detail()),
                            "training",
                            TRAINING.equals(request.detail()),
                            "hours",
                            StepAnswers.of(steps.of(request.programmeId(), request.roadmapItem()))
                                    .figure("hours")));
        } else if (request.type() == DocumentType.DIPLOMA) {
            Optional<ActivityRecord> order = order(programmes.get(request.programmeId()));
            data.put(
                    "diploma",
                    CommonContent.values(
                            "name",
                            request.detail(),
                            "ordered",
                            order.isPresent(),
                            "number",
                            order.flatMap(ActivityRecord::number).orElse(null),
                            "date",
                            order.flatMap(ActivityRecord::date).map(texts::date).orElse(null)));
        } else {
            data.put(
                    "letter",
                    addressee(request)
                            .map(this::letter)
                            .orElseGet(
                                    () -> CommonContent.values("addressee", null, "caption", null, "greeting", null)));
        }
    }

    /** The order on rewards as soon as its number is known, be it made here or earlier. */
    private Optional<ActivityRecord> order(Programme programme) {
        return roadmap.itemOf(programme, DocumentType.ORDER_REWARD)
                .flatMap(item -> outcomes.find(programme.id(), item))
                .filter(record -> record.number().isPresent() && record.date().isPresent());
    }

    private Map<String, Object> letter(Partner partner) {
        PartnerDetails details = partner.details();
        String contact = Stream.of(details.contactPost(), details.contactName())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(", "));
        return CommonContent.values(
                "addressee",
                partner.name(),
                "caption",
                contact,
                "greeting",
                texts.text("document.letter.greeting-organisation"));
    }

    private static Optional<String> people(DocumentRequest request) {
        return Optional.ofNullable(request.detail())
                .filter(detail -> detail.startsWith(TO))
                .map(detail -> detail.substring(TO.length()));
    }

    private Optional<Partner> addressee(DocumentRequest request) {
        return Optional.ofNullable(request.detail())
                .filter(detail -> detail.startsWith(PARTNER))
                .flatMap(detail -> partners.find(
                        programmes.get(request.programmeId()).schoolId(),
                        Long.valueOf(detail.substring(PARTNER.length()))));
    }
}
