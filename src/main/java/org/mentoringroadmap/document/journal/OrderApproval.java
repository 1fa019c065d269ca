package org.mentoringroadmap.document.journal;

import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentFiles;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.document.DocumentVersion;
import org.mentoringroadmap.document.content.Appendices;
import org.mentoringroadmap.document.content.CouncilAcceptance;
import org.mentoringroadmap.document.word.DocumentStamp;
import org.mentoringroadmap.programme.Programmes;
import org.springframework.stereotype.Component;

/**
 * «УТВЕРЖДЕНО приказом … от … № …» on the documents that an order approves as its appendices. Whichever is registered
 * first, the stamp is there when both are.
 */
@Component
class OrderApproval {
    private final Appendices appendices;
    private final CouncilAcceptance council;
    private final DocumentFiles files;
    private final Programmes programmes;
    private final DocumentTexts texts;

    OrderApproval(
            Appendices appendices,
            CouncilAcceptance council,
            DocumentFiles files,
            Programmes programmes,
            DocumentTexts texts) {
        this.appendices = appendices;
        this.council = council;
        this.files = files;
        this.programmes = programmes;
        this.texts = texts;
    }

    /** The file of a document with number and date of the signed order that approves it; as it is where there is none. */
    byte[] stamp(Document document, byte[] docx) {
        return appendices
                .orderOf(document, programmes.get(document.programmeId()))
                .filter(order -> order.registration().isPresent())
                .map(order -> stamped(order, docx))
                .orElse(docx);
    }

    /**
     * An order has been signed: what it approves gets a version with its number and date, in whichever state it is, and with
     * the protocol of a council that has accepted it before the order.
     */
    void stampWhatItApproves(Document order) {
        appendices.of(order, programmes.get(order.programmeId())).stream()
                .filter(document -> document.status() != DocumentStatus.CANCELLED)
                .forEach(document -> {
                    DocumentVersion newest = files.newest(document);
                    byte[] before = files.content(newest).content();
                    byte[] after = council.stamp(document, order.date(), stamped(order, before));
                    if (after != before) {
                        files.add(document, newest.kind(), after, newest.fileName());
                    }
                });
    }

    private byte[] stamped(Document order, byte[] docx) {
        return DocumentStamp.stampApproval(docx, order.number(), texts.date(order.date()));
    }
}
