package org.mentoringroadmap.school;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** Accounts with which people log in; kept by the engine's identity service. */
public interface Accounts {
    /** Whether the login is taken. */
    default boolean exists(String login) {
        return !existing(Set.of(login)).isEmpty();
    }

    /** Which of these logins are taken; one question for all of them. */
    Set<String> existing(Collection<String> logins);

    /**
     * Makes an account that belongs to the school. Its password must be changed at the first sign-in, since whoever
     * opens the account knows it.
     *
     * @param displayName what Tasklist shows at the top
     */
    void create(String login, String displayName, String password, String schoolId);

    /** Sets the roles of the account, neither more nor fewer. */
    default void assign(String login, Set<Role> roles) {
        assign(login, roles, Set.of());
    }

    /** Sets the roles of the account and those of one's own, neither more nor fewer. */
    void assign(String login, Set<Role> roles, Set<String> ownRoles);

    /**
     * Sets a new password for somebody else, who must change it at the next sign-in. Wrong tries are forgotten, and so is
     * every cached check.
     */
    void changePassword(String login, String password);

    /** Whether this is the account's password; not a try to sign in, so nothing is counted. */
    boolean isPassword(String login, String password);

    /** Lets the account keep a password that others know, as in a demo. */
    void keepPassword(String login);

    /** What stands between these accounts and their next sign-in; of each of them. */
    Map<String, AccountState> states(Collection<String> logins);

    /** Opens the account to whoever knows its password, after too many wrong tries. */
    void unlock(String login);

    /** Asks for no codes any more at the sign-in of somebody who has lost them. */
    void switchCodesOff(String login);

    /** Makes a login impossible and takes every role away; the name stays for the history. */
    void disable(String login);

    /** Makes the tenant under which a school's instances and accounts run. */
    void createSchool(String schoolId, String name);
}
