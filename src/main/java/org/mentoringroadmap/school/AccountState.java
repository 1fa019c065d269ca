package org.mentoringroadmap.school;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * What stands between an account and its next sign-in.
 *
 * @param email address of mail that the person has entered; empty for none
 * @param wrongTries wrong passwords in a row, where some way is closed because of them
 * @param closedUntil until when some way is closed; null where all are open
 * @param changesPassword whether the password must be changed at the next sign-in
 * @param codes whether a code is asked for beside the password
 */
public record AccountState(
        String email, int wrongTries, LocalDateTime closedUntil, boolean changesPassword, boolean codes) {
    /** An account with nothing special. */
    public static final AccountState ORDINARY = new AccountState("", 0, null, false, false);

    /** Until when some way to the account is closed by wrong tries. */
    public Optional<LocalDateTime> closed() {
        return Optional.ofNullable(closedUntil);
    }
}
