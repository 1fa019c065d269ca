package org.mentoringroadmap.document.content;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/**
 * Forms of written consents: to the processing of personal data (152-ФЗ, article 9 part 4) and, apart from it, to their
 * publication (article 10.1), and the consent to the psychologist's help (273-ФЗ, article 42 part 3). Who signs is not known here, so everything about a person is a line to be filled by hand.
 */
@Component
public class ConsentContent implements DocumentContent {
    /** Detail of a consent of who looks for a mentor; one that a person signs is of a grown-up, not of a pupil. */
    public static final String MENTEE = "mentee";

    /** The same of who wants to be a mentor. */
    public static final String MENTOR = "mentor";

    /** Detail of a consent of a pupil of age who looks for a mentor: more is kept of pupils. */
    public static final String PUPIL_MENTEE = "pupil-mentee";

    /** The same of who wants to be a mentor. */
    public static final String PUPIL_MENTOR = "pupil-mentor";

    /** Detail of a consent to publication that the person signs. */
    public static final String ADULT = "adult";

    /** Detail of a consent to publication that the representative of a minor signs. */
    public static final String REPRESENTATIVE = "representative";

    private final Programmes programmes;
    private final ConsentPapers papers;
    private final DocumentTexts texts;

    ConsentContent(Programmes programmes, ConsentPapers papers, DocumentTexts texts) {
        this.programmes = programmes;
        this.papers = papers;
        this.texts = texts;
    }

    @Override
    public Set<DocumentType> types() {
        return Set.of(
                DocumentType.CONSENT_ADULT,
                DocumentType.CONSENT_REPRESENTATIVE,
                DocumentType.CONSENT_PUBLICATION,
                DocumentType.CONSENT_HELP);
    }

    @Override
    public String title(DocumentRequest request) {
        return texts.text("document.title." + request.type().id() + "." + request.detail());
    }

    @Override
    public void fill(Map<String, Object> data, DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        LocalDate until = LocalDate.of(programme.schoolYear().secondYear(), Month.AUGUST, 31);
        List<Map<String, Object>> consents = List.of(papers.blank(programme, request.type(), request.detail(), until));
        data.put("consents", consents);
        data.put("heads", papers.heads(consents));
    }
}
