package org.mentoringroadmap.programme;

import org.mentoringroadmap.shared.NotFoundException;

/** The business key of every process instance: the id of its programme. */
public final class ProgrammeKey {
    private static final String NUMBER = "\\d{1,18}";

    private ProgrammeKey() {}

    /**
     * The programme that a business key names.
     *
     * @throws NotFoundException {@code programme.unknown} when a message came with another key
     */
    public static Long of(String businessKey) {
        if (businessKey == null || !businessKey.matches(NUMBER)) {
            throw new NotFoundException("programme.unknown");
        }
        return Long.valueOf(businessKey);
    }
}
