package org.mentoringroadmap.document.content;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentStamps;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.word.DocumentStamp;
import org.springframework.stereotype.Component;

/** The council's protocol that «ПРИНЯТО» of a regulation or a roadmap names. */
@Component
public class CouncilAcceptance {
    private final DocumentRepository documents;
    private final DocumentKinds kinds;
    private final DocumentTexts texts;

    CouncilAcceptance(DocumentRepository documents, DocumentKinds kinds, DocumentTexts texts) {
        this.documents = documents;
        this.kinds = kinds;
        this.texts = texts;
    }

    private Map<String, Object> values(Long programmeId) {
        return protocol(programmeId)
                .map(protocol -> CommonContent.values("number", protocol.number(), "date", texts.date(protocol.date())))
                .orElseGet(() -> CommonContent.values("number", null, "date", null));
    }

    /**
     * Fills what a draft made before the council had to leave blank. A council that met after the signing has not
     * accepted the document, and an author's own entry stays.
     */
    public byte[] stamp(Document document, LocalDate signedOn, byte[] docx) {
        return Optional.of(document.programmeId())
                .filter(programme -> isAccepted(document))
                .flatMap(this::protocol)
                .filter(protocol -> !protocol.date().isAfter(signedOn))
                .map(protocol -> DocumentStamp.stampAcceptance(docx, protocol.number(), texts.date(protocol.date())))
                .orElse(docx);
    }

    /** Whether «ПРИНЯТО» on it is that of the pedagogical council. */
    private boolean isAccepted(Document document) {
        return isCouncil(kinds.stamps(document.kind().id()));
    }

    /** Number and date for a draft with these stamps; blank where another body accepts it. */
    Map<String, Object> values(Long programmeId, DocumentStamps stamps) {
        return isCouncil(stamps) ? values(programmeId) : CommonContent.values("number", null, "date", null);
    }

    private boolean isCouncil(DocumentStamps stamps) {
        return texts.text("document.stamp.council").equalsIgnoreCase(stamps.acceptedBy());
    }

    private Optional<Document> protocol(Long programmeId) {
        return documents.ofType(programmeId, DocumentType.PROTOCOL).stream()
                .filter(protocol -> protocol.isAbout(ProtocolContent.COUNCIL))
                .filter(protocol -> protocol.registration().isPresent())
                .findFirst();
    }
}
