package org.mentoringroadmap.document;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.evidence.ActivityData;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.DataClass;
import org.springframework.stereotype.Component;

/** An activity that makes a document, or an event with a protocol, holds what the document holds. */
@Component
class DocumentActivityData implements ActivityData {
    /** The constants with which a model names the kind of document, or of the blank that people fill in. */
    static final List<String> KINDS = List.of(ModelProperties.DOCUMENT_TYPE, ModelProperties.BLANK_KIND);

    /** The constant with which a model asks for a protocol of an event. */
    private static final String PROTOCOL = "protocol";

    private final DocumentKinds kinds;

    DocumentActivityData(DocumentKinds kinds) {
        this.kinds = kinds;
    }

    @Override
    public Optional<DataClass> of(RoadmapActivity activity) {
        return KINDS.stream()
                .flatMap(constant -> Stream.ofNullable(activity.constants().get(constant)))
                .flatMap(kind -> kinds.find(kind).stream())
                .findFirst()
                .or(() -> Optional.ofNullable(activity.constants().get(PROTOCOL))
                        .filter("true"::equals)
                        .map(asked -> DocumentType.PROTOCOL.kind()))
                .map(DocumentKind::data);
    }
}
