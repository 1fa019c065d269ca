package org.mentoringroadmap.school;

import java.util.Arrays;
import java.util.List;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;

/** Who acts now. A job that runs by itself acts as {@link #SYSTEM}, which holds no role and sees no school. */
public interface CurrentUser {
    /** Login under which the application itself acts. */
    String SYSTEM = "system";

    /** Login of the acting account. */
    String login();

    /** Whether the acting account has the rights of the role: it holds the role itself or an own one that stands on it. */
    boolean has(Role role);

    /** Whether the acting account holds just this role, whose tasks are its own; an id of either kind of role. */
    boolean holds(String roleId);

    /** Whether the acting account answers for whole years, and so for what is late with anybody. */
    default boolean answersForYears() {
        return has(Role.CURATOR) || has(Role.DEPUTY) || has(Role.DIRECTOR);
    }

    /** Schools that the account belongs to; an administrator belongs to all. */
    @Guarded
    List<String> schoolIds();

    /**
     * Demands one of the roles.
     *
     * @throws ForbiddenException {@code role.required}
     */
    default void require(Role... roles) {
        if (Arrays.stream(roles).noneMatch(this::has)) {
            throw new ForbiddenException("role.required");
        }
    }

    /** Whether the account sees the school's data. */
    @Guarded
    default boolean sees(String schoolId) {
        return schoolIds().contains(schoolId);
    }
}
