package org.mentoringroadmap.shared;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields by which a task says how its activity ended. Their names stand in forms and in models and are sent over REST,
 * so they never change.
 */
public final class OutcomeFields {
    /** Which of the three ways: {@code done}, {@code earlier} or {@code not-held}. */
    public static final String OUTCOME = "outcome";

    /** Day on which it was done, or date of the earlier document, as {@code yyyy-MM-dd}. */
    public static final String DATE = "date";

    /** Number of the document. */
    public static final String NUMBER = "number";

    /** Remark, or the reason why it is not held. */
    public static final String NOTE = "note";

    /** Address of a page that shows the result. */
    public static final String LINK = "link";

    /** All of them. */
    public static final List<String> ALL = List.of(OUTCOME, DATE, NUMBER, NOTE, LINK);

    private static final String DONE = "done";

    private OutcomeFields() {}

    /** What a page shows before anybody has typed: done today. */
    public static Map<String, String> doneOn(LocalDate day) {
        return Map.of(OUTCOME, DONE, DATE, day.toString());
    }

    /** Those that a browser has sent, as they were typed; a value is null where the page has no such field. */
    public static Map<String, Object> typed(Map<String, String> sent) {
        Map<String, Object> fields = new HashMap<>();
        ALL.forEach(name -> fields.put(name, sent.get(name)));
        return fields;
    }
}
