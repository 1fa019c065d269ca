package org.mentoringroadmap.document;

import java.util.Optional;
import org.mentoringroadmap.activity.evidence.ActivityData;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.DataClass;
import org.springframework.stereotype.Component;

/** An activity that makes a document, or an event with a protocol, holds what the document holds. */
@Component
class DocumentActivityData implements ActivityData {
    /** The constant with which a model names the kind of document. */
    static final String DOCUMENT_TYPE = "documentType";

    /** The constant with which a model asks for a protocol of an event. */
    private static final String PROTOCOL = "protocol";

    private final DocumentKinds kinds;

    DocumentActivityData(DocumentKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public Optional<DataClass> of(RoadmapActivity activity) {
        return Optional.ofNullable(activity.constants().get(DOCUMENT_TYPE))
                .flatMap(kinds::find)
                .or(() -> Optional.ofNullable(activity.constants().get(PROTOCOL))
                        .filter("true"::equals)
                        .map(asked -> DocumentType.PROTOCOL.kind()))
                .map(DocumentKind::data);
    }
}
