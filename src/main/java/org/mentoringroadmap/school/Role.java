package org.mentoringroadmap.school;

import java.util.Arrays;
import java.util.Optional;

/**
 * What a person does in the programme; the last two do nothing in it, but run the installation and change its models. The id is the candidate group that models name; the title
 * is in the bundle.
 */
public enum Role {
    DIRECTOR("director"),
    DEPUTY("deputy"),
    CURATOR("curator"),
    PSYCHOLOGIST("psychologist"),
    SOCIAL_WORKER("social-worker"),
    CLASS_TEACHER("class-teacher"),
    TEACHER("teacher"),
    MENTOR("mentor"),
    SECRETARY("secretary"),
    SITE_EDITOR("site-editor"),
    ADMINISTRATOR("administrator"),
    MODEL_ADMINISTRATOR("model-administrator");

    private final String id;

    Role(String id) {
        this.id = id;
    }

    /** Candidate group in models, group of the engine, login of the demo account. */
    public String id() {
        return id;
    }

    /** Whether a school gives it on its page; the others run the installation and are known to the engine alone. */
    public boolean isOfSchool() {
        return this != ADMINISTRATOR && this != MODEL_ADMINISTRATOR;
    }

    /** Finds a role by its id. */
    public static Optional<Role> of(String id) {
        return Arrays.stream(values()).filter(role -> role.id.equals(id)).findFirst();
    }
}
