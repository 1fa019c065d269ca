package org.mentoringroadmap.activity.web;

import java.util.HashMap;
import java.util.Map;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.shared.OutcomeFields;

/**
 * The fields of a page that ends an activity, exactly as they were typed, so that a refused page shows them again. Each
 * of the three outcomes has fields of its own; a browser sends all of them.
 *
 * @param taskId task of the page
 * @param callbackUrl address of Tasklist to go back to
 * @param outcome id of the outcome
 * @param doneDate day on which it was done
 * @param number number of the earlier document
 * @param documentDate date of the earlier document
 * @param reason why it is not held
 * @param note remark
 * @param link address of a page of the web
 */
record OutcomeForm(
        String taskId,
        String callbackUrl,
        String outcome,
        String doneDate,
        String number,
        String documentDate,
        String reason,
        String note,
        String link) {
    static OutcomeForm empty(String taskId, String callbackUrl, String today) {
        return new OutcomeForm(taskId, callbackUrl, null, today, null, null, null, null, null);
    }

    /** The fields of the task, as REST would send them. */
    Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>();
        fields.put(OutcomeFields.OUTCOME, outcome);
        if (Outcome.NOT_HELD.id().equals(outcome)) {
            fields.put(OutcomeFields.NOTE, reason);
        } else if (Outcome.EARLIER.id().equals(outcome)) {
            fields.put(OutcomeFields.NUMBER, number);
            fields.put(OutcomeFields.DATE, documentDate);
            fields.put(OutcomeFields.NOTE, note);
            fields.put(OutcomeFields.LINK, link);
        } else {
            fields.put(OutcomeFields.DATE, doneDate);
            fields.put(OutcomeFields.NOTE, note);
            fields.put(OutcomeFields.LINK, link);
        }
        return fields;
    }
}
