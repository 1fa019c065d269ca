package org.mentoringroadmap.shared;

/** Where the engine's own web applications are served. */
public final class Webapps {
    /** Path above all of them. */
    public static final String ROOT = "/camunda";

    /** Path above their pages. */
    public static final String PAGES = ROOT + "/app";

    /** Path above what their pages call. */
    public static final String API = ROOT + "/api";

    /** Everybody's list of tasks. */
    public static final String TASKLIST = PAGES + "/tasklist/default/";

    /** Running processes, for administrators. */
    public static final String COCKPIT = PAGES + "/cockpit/default/";

    /** Accounts and rights, for administrators. */
    public static final String ADMIN = PAGES + "/admin/default/";

    private Webapps() {}
}
