package org.mentoringroadmap.document.content;

import java.util.Map;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentStamps;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.stereotype.Component;

/** The stamps above the text of a document: «ПРИНЯТО», «СОГЛАСОВАНО», «УТВЕРЖДЕНО приказом» or the head's «УТВЕРЖДАЮ». */
@Unguarded
@Component
public class StampContent {
    private final DocumentKinds kinds;
    private final CouncilAcceptance council;
    private final Appendices appendices;
    private final Programmes programmes;
    private final DocumentTexts texts;

    StampContent(
            DocumentKinds kinds,
            CouncilAcceptance council,
            Appendices appendices,
            Programmes programmes,
            DocumentTexts texts) {
        this.kinds = kinds;
        this.council = council;
        this.appendices = appendices;
        this.programmes = programmes;
        this.texts = texts;
    }

    /** Puts {@code stamps}, {@code acceptance} and {@code approval}: what the kind has, and what is signed already. */
    void fill(Map<String, Object> data, DocumentRequest request) {
        fill(data, request.programmeId(), of(request));
    }

    /** The stamps of the kind; an order that approves the document stands for the head's «УТВЕРЖДАЮ» in any kind. */
    DocumentStamps of(DocumentRequest request) {
        DocumentStamps stamps = kinds.stamps(request.kind().id());
        return new DocumentStamps(
                stamps.acceptedBy(),
                stamps.agreedWith(),
                stamps.byOrder()
                        || appendices.isApproved(programmes.get(request.programmeId()), request.roadmapItem()));
    }

    /** The same with stamps that a model has a say in. */
    void fill(Map<String, Object> data, Long programmeId, DocumentStamps stamps) {
        data.put(
                "stamps",
                CommonContent.values(
                        "acceptedBy",
                        stamps.acceptedBy(),
                        "agreed",
                        stamps.agreedWith().stream()
                                .map(body -> CommonContent.values("body", body))
                                .toList(),
                        "byOrder",
                        stamps.byOrder()));
        data.put("acceptance", council.values(programmeId, stamps));
        data.put("approval", CommonContent.values("number", null, "date", null));
    }

    /** Number and date of a signed order that approves the document, for a draft that is made after it. */
    public void putOrder(Map<String, Object> data, Document document) {
        appendices
                .orderOf(document, programmes.get(document.programmeId()))
                .filter(order -> order.registration().isPresent())
                .ifPresent(order -> data.put(
                        "approval", CommonContent.values("number", order.number(), "date", texts.date(order.date()))));
    }
}
