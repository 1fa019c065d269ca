package org.mentoringroadmap.mentorship.web;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Members;
import org.mentoringroadmap.mentorship.Members.NamedMember;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;

/** Names of mentors and mentees for a page, read once. */
final class MemberNames {
    private final Map<Long, String> byId;
    private final Map<Long, Members> teams;

    private MemberNames(Map<Long, String> byId, Map<Long, Members> teams) {
        this.byId = byId;
        this.teams = teams;
    }

    static MemberNames of(Staff staff, MemberDirectory memberDirectory, String schoolId, Collection<Mentorship> pairs) {
        return new MemberNames(
                StaffMember.shortNames(staff.of(schoolId)),
                memberDirectory.of(schoolId, pairs.stream().map(Mentorship::id).toList()));
    }

    /** Family name and initials; empty where nobody is named. */
    public String mentor(Mentorship pair) {
        return team(pair)
                .mentor()
                .map(NamedMember::shortName)
                .or(() -> pair.mentorId().map(byId::get))
                .orElse("");
    }

    /** «Примеров П. П., 5А»; empty where none were chosen from the register. */
    public List<String> mentees(Mentorship pair) {
        return team(pair).mentees().stream().map(NamedMember::shortNameAndClass).toList();
    }

    /** Whether somebody in it has no consent any more. */
    public boolean hindered(Mentorship pair) {
        return pair.state().isOpen() && team(pair).all().stream().anyMatch(member -> !member.admitted());
    }

    /** Who stands in it. */
    public Members team(Mentorship pair) {
        return teams.getOrDefault(pair.id(), Members.NOBODY);
    }
}
