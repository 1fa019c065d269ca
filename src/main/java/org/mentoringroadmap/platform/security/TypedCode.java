package org.mentoringroadmap.platform.security;

import jakarta.servlet.http.HttpServletRequest;

/**
 * The code that was typed on the sign-in page; its presence tells the page from a program's sign-in.
 *
 * @param code as it was typed; empty for none
 */
record TypedCode(String code) {
    private static final String FIELD = "code";

    static TypedCode of(HttpServletRequest request) {
        String code = request.getParameter(FIELD);
        return new TypedCode(code == null ? "" : code);
    }
}
