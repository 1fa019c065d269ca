package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programmebank.CardDetails;
import org.mentoringroadmap.programmebank.ProgrammeBank;
import org.mentoringroadmap.programmebank.ProgrammeCard;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.springframework.stereotype.Component;

/**
 * A card of the bank of programmes, or a blank one for a form of mentoring that has none there. The curator completes it in
 * Word.
 */
@Component
public class ProgrammeCardContent implements DocumentContent {
    /** Detail of a document about a card of the bank, before the card's key; otherwise the detail is a form's id. */
    public static final String CARD = "card-";

    private final Programmes programmes;
    private final ProgrammeBank bank;
    private final CommonContent common;
    private final DocumentTexts texts;

    ProgrammeCardContent(Programmes programmes, ProgrammeBank bank, CommonContent common, DocumentTexts texts) {
        this.programmes = programmes;
        this.bank = bank;
        this.common = common;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(DocumentType.PROGRAMME_CARD);
    }

    @Override
    public String title(DocumentRequest request) {
        return card(request)
                .map(card -> texts.text("document.title.programme-card-named", card.title()))
                .orElseGet(() -> texts.text("document.title.programme-card", form(request.detail())));
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        Map<String, Object> card =
                values(card(request).map(ProgrammeCard::details).orElseGet(() -> blank(request.detail())));
        if (card.get("period") == null) {
            card.put("period", year(programme.schoolYear()));
        }
        card.put(
                "responsible", common.holder(programme.schoolId(), Role.CURATOR).get("name"));
        data.put("card", card);
    }

    private static CardDetails blank(String form) {
        return new CardDetails(null, MentoringForm.parse(form), null, null, null, null, null, null, null, null, null);
    }

    private Map<String, Object> values(CardDetails details) {
        return CommonContent.values(
                "title", details.title(),
                "form", form(details.form().id()),
                "roleModel", details.roleModel() == null ? null : texts.text("role-model." + details.roleModel()),
                "goal", details.aim(),
                "tasks", details.tasks(),
                "mentors", details.mentors(),
                "mentees", details.mentees(),
                "period", details.period(),
                "place", details.place(),
                "results", details.results(),
                "activities",
                        CommonContent.lines(details.activities()).stream()
                                .map(ProgrammeCardContent::activity)
                                .toList());
    }

    /** A line «Знакомство | октябрь | наставник»; what is left out prints a blank. */
    private static Map<String, Object> activity(String line) {
        String[] parts = line.split("\\|", 3);
        return CommonContent.values("title", part(parts, 0), "term", part(parts, 1), "responsible", part(parts, 2));
    }

    private static String part(String[] parts, int index) {
        return parts.length <= index || parts[index].isBlank() ? null : parts[index].strip();
    }

    private String year(SchoolYear schoolYear) {
        return texts.text(
                "document.card.period",
                String.valueOf(schoolYear.firstYear()),
                String.valueOf(schoolYear.secondYear()));
    }

    private Optional<ProgrammeCard> card(DocumentRequest request) {
        if (!request.detail().startsWith(CARD)) {
            return Optional.empty();
        }
        Long id = Long.valueOf(request.detail().substring(CARD.length()));
        return bank.find(programmes.get(request.programmeId()).schoolId(), id);
    }

    private String form(String id) {
        return texts.text("document.form." + id);
    }
}
