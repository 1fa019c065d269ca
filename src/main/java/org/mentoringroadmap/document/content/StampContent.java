package org.mentoringroadmap.document.content;

import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentStamps;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
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
    private final Editions editions;
    private final ActivityKeys keys;
    private final DocumentTexts texts;

    StampContent(
            DocumentKinds kinds,
            CouncilAcceptance council,
            Appendices appendices,
            Programmes programmes,
            Editions editions,
            ActivityKeys keys,
            DocumentTexts texts) {
        this.kinds = kinds;
        this.council = council;
        this.appendices = appendices;
        this.programmes = programmes;
        this.editions = editions;
        this.keys = keys;
        this.texts = texts;
    }

    /** Puts {@code stamps}, {@code acceptance} and {@code approval}: what the kind has, and what is signed already. */
    void fill(Map<String, Object> data, DocumentRequest request) {
        fill(data, request.programmeId(), of(request));
    }

    /**
     * The stamps of the kind; an order that approves the document stands for the head's «УТВЕРЖДАЮ» in any kind. A row of
     * the roadmap names no order that the roadmap does not make and no council that it does not hold, unless administrators
     * have said so of the kind; who accepts its document is what the row says itself.
     */
    DocumentStamps of(DocumentRequest request) {
        Programme programme = programmes.get(request.programmeId());
        String kind = request.kind().id();
        DocumentStamps stamps = kinds.stamps(kind);
        Roadmap roadmap = editions.roadmap(programme);
        Optional<RoadmapActivity> row = row(programme, roadmap, request.roadmapItem());
        boolean isUsual = row.isPresent() && kinds.said(kind).isEmpty();
        String acceptedBy = row.map(activity -> activity.constants().get(ModelProperties.DOCUMENT_ACCEPTANCE))
                .orElse(isUsual && !holdsCouncil(roadmap) ? "" : stamps.acceptedBy());
        return new DocumentStamps(
                acceptedBy == null || acceptedBy.isEmpty() ? null : acceptedBy,
                stamps.agreedWith(),
                appendices.isApproved(programme, request.roadmapItem()) || stamps.byOrder() && !isUsual);
    }

    private Optional<RoadmapActivity> row(Programme programme, Roadmap roadmap, String item) {
        String key = keys.key(programme.id(), item);
        return roadmap.activities()
                .filter(activity -> activity.key().equals(key))
                .findFirst();
    }

    /** Whether it has a council whose minutes a stamp can name. */
    private static boolean holdsCouncil(Roadmap roadmap) {
        return roadmap.activities()
                .map(RoadmapActivity::constants)
                .anyMatch(said ->
                        ProtocolContent.COUNCIL.equals(said.get("eventKind")) && !"false".equals(said.get("protocol")));
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
