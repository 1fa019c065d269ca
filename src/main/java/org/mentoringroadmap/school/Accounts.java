package org.mentoringroadmap.school;

import java.util.Set;

/** Accounts with which people log in; kept by the engine's identity service. */
public interface Accounts {
    /** Whether the login is taken. */
    boolean exists(String login);

    /**
     * Makes an account that belongs to the school.
     *
     * @param displayName what Tasklist shows at the top
     */
    void create(String login, String displayName, String password, String schoolId);

    /** Sets the roles of the account, neither more nor fewer. */
    void assign(String login, Set<Role> roles);

    /** Sets a new password; every cached check is forgotten. */
    void changePassword(String login, String password);

    /** Makes a login impossible and takes every role away; the name stays for the history. */
    void disable(String login);

    /** Makes the tenant under which a school's instances and accounts run. */
    void createSchool(String schoolId, String name);
}
