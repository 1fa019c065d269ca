package org.mentoringroadmap.school;

import java.time.LocalDateTime;

/**
 * What stands between an account and its next sign-in.
 *
 * @param email address of mail that the person has entered; empty for none
 * @param wrongTries wrong passwords in a row, where some way is closed because of them
 * @param closedThereUntil until when it is closed to the addresses from which they came; null where it is open
 * @param closedEverywhereUntil until when it is closed to all addresses but those from which the person has signed in
 *     lately; null where it is open
 * @param changesPassword whether the password must be changed at the next sign-in
 * @param codes whether a code is asked for beside the password
 */
public record AccountState(
        String email,
        int wrongTries,
        LocalDateTime closedThereUntil,
        LocalDateTime closedEverywhereUntil,
        boolean changesPassword,
        boolean codes) {
    /** An account with nothing special. */
    public static final AccountState ORDINARY = new AccountState("", 0, null, null, false, false);

    /** Whether some way to the account is closed by wrong tries. */
    public boolean closed() {
        return closedThereUntil != null || closedEverywhereUntil != null;
    }
}
