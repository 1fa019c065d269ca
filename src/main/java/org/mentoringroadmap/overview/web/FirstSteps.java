package org.mentoringroadmap.overview.web;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.springframework.stereotype.Component;

/** What a school enters before its first roadmap is started, and how far it has come; nothing of it stops the start. */
@Component
class FirstSteps {
    /** Roles without which a year has nobody to decide, to number or to tick: told by name while nobody holds them. */
    private static final List<Role> WANTED = List.of(
            Role.CURATOR,
            Role.DIRECTOR,
            Role.DEPUTY,
            Role.SECRETARY,
            Role.CLASS_TEACHER,
            Role.PSYCHOLOGIST,
            Role.SITE_EDITOR);

    private final SchoolClasses classes;
    private final Staff staff;
    private final RoleTitles titles;

    FirstSteps(SchoolClasses classes, Staff staff, RoleTitles titles) {
        this.classes = classes;
        this.staff = staff;
        this.titles = titles;
    }

    /**
     * A step.
     *
     * @param code key of its words
     * @param state how far it has come
     * @param detail what is there or still missing, in words; may be empty
     * @param path where it is done
     */
    record Step(String code, State state, String detail, String path) {}

    /** How far a step has come; in small letters, the end of the key of its words. */
    enum State {
        /** Nobody has begun. */
        EMPTY,
        OPEN,
        DONE
    }

    /** The steps of a school in the order in which they are best taken. */
    List<Step> of(School school) {
        List<StaffMember> members = staff.of(school.id());
        Set<Role> held =
                members.stream().flatMap(member -> member.roles().stream()).collect(Collectors.toSet());
        String free = WANTED.stream()
                .filter(role -> !held.contains(role))
                .map(role -> titles.of(school.id(), role.id()))
                .collect(Collectors.joining(", "));
        long without = members.stream()
                .filter(member -> !member.roles().isEmpty() && member.account().isEmpty())
                .count();
        int entered = classes.of(school.id()).size();
        String page = "/school?school=" + school.id() + "#";
        return List.of(
                new Step("requisites", lacksRequisites(school) ? State.OPEN : State.DONE, "", page + "requisites"),
                new Step("classes", state(entered, entered > 0), String.valueOf(entered), page + "classes"),
                new Step(
                        "staff",
                        state(members.size(), members.size() > 1),
                        String.valueOf(members.size()),
                        page + "staff"),
                new Step("roles", free.isEmpty() ? State.DONE : State.OPEN, free, page + "roles"),
                new Step("accounts", state(held.size(), without == 0), String.valueOf(without), page + "staff"));
    }

    private static State state(int begun, boolean done) {
        return begun == 0 ? State.EMPTY : done ? State.DONE : State.OPEN;
    }

    /** Whether something of what every order prints is missing. */
    static boolean lacksRequisites(School school) {
        Requisites requisites = school.requisites();
        return Arrays.asList(requisites.city(), requisites.address(), requisites.directorPost()).stream()
                .anyMatch(text -> text == null || text.isBlank());
    }
}
