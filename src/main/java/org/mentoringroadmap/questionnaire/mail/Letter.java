package org.mentoringroadmap.questionnaire.mail;

import java.time.LocalDateTime;

/**
 * What has become of a letter.
 *
 * @param askedAt when somebody wanted it to be sent, the last time
 * @param sentAt when the mail server took it; null while it has not
 * @param problem why it did not: {@code questionnaire.letter.<problem>} is the key of the text; null while there is none
 */
public record Letter(LocalDateTime askedAt, LocalDateTime sentAt, String problem) {
    /** Whether it is still to be sent. */
    public boolean isWaiting() {
        return sentAt == null && problem == null;
    }

    /** Whether the mail server has taken it. */
    public boolean isSent() {
        return sentAt != null;
    }
}
