package org.mentoringroadmap.document.journal;

import java.util.Optional;
import org.mentoringroadmap.activity.PaperNumbers;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRepository;
import org.mentoringroadmap.document.DocumentRequest;
import org.springframework.stereotype.Component;

/** Tells an activity the number of the paper that is one part of it. */
@Component
class NumbersOfParts implements PaperNumbers {
    private final DocumentRepository documents;

    NumbersOfParts(DocumentRepository documents) {
        this.documents = documents;
    }

    @Override
    public Optional<String> of(Long programmeId, String activityKey) {
        return documents
                .findFirstByProgrammeIdAndActivityKeyAndDetailOrderByIdDesc(
                        programmeId, activityKey, DocumentRequest.PART)
                .flatMap(Document::paperNumber);
    }
}
