package org.mentoringroadmap.mentorship.web;

import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.programme.Staff;
import org.mentoringroadmap.programme.StaffMember;

/** Names of mentors for a page, read once. */
final class Names {
    private final Map<Long, String> byId;

    private Names(Map<Long, String> byId) {
        this.byId = byId;
    }

    static Names of(Staff staff, String schoolId) {
        return new Names(
                staff.of(schoolId).stream().collect(Collectors.toMap(StaffMember::id, StaffMember::shortName)));
    }

    /** Family name and initials; empty where nobody is named. */
    public String mentor(Mentorship pair) {
        return pair.mentorId().map(byId::get).orElse("");
    }
}
