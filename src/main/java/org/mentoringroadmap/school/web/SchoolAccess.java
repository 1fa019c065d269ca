package org.mentoringroadmap.school.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.OwnRole;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.PageAccess;
import org.springframework.stereotype.Component;

/** Who may look at a school's page and who may change what on it. */
@Component
class SchoolAccess implements PageAccess {
    private static final Role[] LOOK = {Role.ADMINISTRATOR, Role.DIRECTOR, Role.CURATOR, Role.SECRETARY};
    private static final Role[] CHANGE = {Role.ADMINISTRATOR, Role.DIRECTOR, Role.CURATOR};

    private final CurrentUser user;
    private final Schools schools;
    private final OwnRoles ownRoles;

    SchoolAccess(CurrentUser user, Schools schools, OwnRoles ownRoles) {
        this.user = user;
        this.schools = schools;
        this.ownRoles = ownRoles;
    }

    @Override
    public Map<String, BooleanSupplier> pages() {
        return Map.of("/school", () -> Arrays.stream(LOOK).anyMatch(user::has));
    }

    /** Schools to choose from. */
    List<School> toLookAt() {
        user.require(LOOK);
        return schools.visible();
    }

    boolean mayChange() {
        return List.of(CHANGE).stream().anyMatch(user::has);
    }

    boolean mayCreate() {
        return user.has(Role.ADMINISTRATOR);
    }

    void requireCreate() {
        user.require(Role.ADMINISTRATOR);
    }

    /** Whether the acting account sees who has given the psychologist's role; psychologists see it in their journal. */
    boolean seesPsychologistHistory() {
        return user.has(Role.DIRECTOR) || user.has(Role.ADMINISTRATOR);
    }

    /**
     * The school that is to be changed.
     *
     * @param schoolId the chosen one; null where the account has only one
     * @throws ForbiddenException {@code role.required}
     * @throws NotFoundException {@code school.unknown}
     */
    String toChange(String schoolId) {
        user.require(CHANGE);
        if (schoolId == null && schools.visible().size() == 1) {
            return schools.visible().get(0).id();
        }
        return schools.visible(schoolId == null ? "" : schoolId).id();
    }

    /**
     * Roles that the acting account gives. Nobody gives, or takes over by a new password, more than the own power: an
     * administrator, of models too, is made by another one, a director's account is changed by a director or an administrator.
     */
    List<Role> grantable() {
        return List.of(Role.values()).stream()
                .filter(role -> switch (role) {
                    case ADMINISTRATOR, MODEL_ADMINISTRATOR -> user.has(Role.ADMINISTRATOR);
                    case DIRECTOR -> user.has(Role.ADMINISTRATOR) || user.has(Role.DIRECTOR);
                    default -> true;
                })
                .toList();
    }

    /**
     * Roles that a person gets when the form asks for these.
     *
     * @throws ForbiddenException {@code role.required} when it asks for one that the acting account cannot give
     */
    Set<Role> granted(Set<Role> wanted) {
        if (!grantable().containsAll(wanted)) {
            throw new ForbiddenException("role.required");
        }
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(wanted);
        return roles;
    }

    /**
     * Demands that the acting account could give every role that the person holds.
     *
     * @throws ForbiddenException {@code role.required}
     */
    void requireChange(StaffMember member) {
        if (!mayChange(member)) {
            throw new ForbiddenException("role.required");
        }
    }

    /** Whether somebody has a role and no account, and the acting account may give both. */
    boolean mayOpenAccount(StaffMember member) {
        return member.account().isEmpty() && !member.heldRoles().isEmpty() && mayChange(member);
    }

    boolean mayChange(StaffMember member) {
        return mayChange()
                && grantable().containsAll(member.roles())
                && grantable().containsAll(ownRoles.rights(member.ownRoles()));
    }

    /** Roles added by administrators that the acting account gives: those with rights that it could give itself. */
    List<OwnRole> grantableOwn() {
        return ownRoles.all().stream()
                .filter(role -> grantable().contains(role.standsOn()))
                .toList();
    }

    /**
     * Added roles that a person gets when the form asks for these.
     *
     * @throws ForbiddenException {@code role.required} when it asks for one that the acting account cannot give
     */
    Set<String> grantedOwn(Set<String> wanted) {
        if (!grantable().containsAll(ownRoles.rights(wanted))) {
            throw new ForbiddenException("role.required");
        }
        return wanted;
    }

    /** Whether the acting account adds roles and takes them away. */
    boolean addsRoles() {
        return user.has(Role.ADMINISTRATOR);
    }
}
