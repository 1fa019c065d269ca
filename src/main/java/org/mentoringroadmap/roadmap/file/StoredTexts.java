package org.mentoringroadmap.roadmap.file;

import java.util.Map;
import java.util.Optional;

/**
 * How long texts may be that the engine keeps in a column of its own. A longer one would end the deployment, or the work of
 * whoever comes to that step, in a failure of the database.
 */
public final class StoredTexts {
    private static final Map<String, Integer> LIMITS = Map.of("id", 255, "name", 255, "versionTag", 64);

    private StoredTexts() {}

    /** How many characters the attribute may have, if it has more. */
    public static Optional<Integer> limit(XmlElement.Attribute attribute) {
        return Optional.ofNullable(LIMITS.get(attribute.name()))
                .filter(limit -> attribute.value().length() > limit);
    }
}
