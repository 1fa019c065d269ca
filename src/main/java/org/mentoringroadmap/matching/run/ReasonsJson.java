package org.mentoringroadmap.matching.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.mentoringroadmap.matching.Reason;
import org.mentoringroadmap.matching.policy.MatchingPolicy.Rule;

/** How reasons and the parts of a score stand in their columns. */
final class ReasonsJson {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<List<Reason>> REASONS = new TypeReference<>() {};

    /** As many characters as the column takes. */
    private static final int MAX_LENGTH = 8000;

    private ReasonsJson() {}

    /** Reasons that do not fit into the column are left out from the end. */
    static String of(List<Reason> reasons) {
        for (int kept = reasons.size(); kept > 0; kept--) {
            String text = write(reasons.subList(0, kept));
            if (text.length() <= MAX_LENGTH) {
                return text;
            }
        }
        return "[]";
    }

    static List<Reason> read(String text) {
        try {
            return JSON.readValue(text, REASONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored reason cannot be read", e);
        }
    }

    static String basis(Map<Rule, Double> parts) {
        return write(new TreeMap<>(parts));
    }

    private static String write(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
