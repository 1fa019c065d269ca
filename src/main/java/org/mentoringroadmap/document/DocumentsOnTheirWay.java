package org.mentoringroadmap.document;

import java.util.ArrayList;
import java.util.List;
import org.mentoringroadmap.attention.Attention;
import org.mentoringroadmap.attention.AttentionSource;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Documents that came back from the director and those that wait there, for curator and deputy. */
@Component
class DocumentsOnTheirWay implements AttentionSource {
    private final DocumentRepository documents;
    private final Programmes programmes;
    private final CurrentUser user;

    DocumentsOnTheirWay(DocumentRepository documents, Programmes programmes, CurrentUser user) {
        this.documents = documents;
        this.programmes = programmes;
        this.user = user;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Attention> of(Long programmeId) {
        if (!user.has(Role.CURATOR) && !user.has(Role.DEPUTY)) {
            return List.of();
        }
        Long id = programmes.visible(programmeId).id();
        List<Attention> lines = new ArrayList<>();
        for (DocumentStatus status : List.of(DocumentStatus.RETURNED, DocumentStatus.REVIEW)) {
            long waiting = documents.countByProgrammeIdAndStatus(id, status);
            if (waiting > 0) {
                lines.add(new Attention("attention.documents." + status, waiting, "", "/documents?status=" + status));
            }
        }
        return lines;
    }
}
