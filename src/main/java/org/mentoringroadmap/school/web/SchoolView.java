package org.mentoringroadmap.school.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.school.AccountState;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.OwnRole;
import org.mentoringroadmap.school.OwnRoles;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.RoleTitles;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.school.substitution.Substitution;
import org.mentoringroadmap.school.substitution.Substitutions;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts what the school's page shows into its model. */
@Component
class SchoolView {
    /**
     * Who holds a role.
     *
     * @param id the role
     * @param title as the school calls it
     * @param ownTitle what the school has said; null where it calls the role as everybody does
     * @param added the role where an administrator has added it; null for one of the application
     * @param holders names, those without an account among them
     * @param empty whether nobody with an account holds it, so that the curator does its tasks
     */
    record RoleLine(String id, String title, String ownTitle, OwnRole added, List<String> holders, boolean empty) {}

    /**
     * A person with what the acting account may do to it.
     *
     * @param shortName tells it from everybody else of the staff
     * @param waits whether the psychologist's role waits for a second person
     * @param self whether it is the acting account, which does not change its own roles
     */
    record StaffLine(
            StaffMember member,
            String shortName,
            String login,
            AccountState state,
            List<String> roles,
            boolean waits,
            boolean self,
            boolean mayChange) {
        /** Roles that the form shows as ticked: a proposed one is not taken back by saving. */
        public List<String> ticked() {
            return waits
                    ? Stream.concat(roles.stream(), Stream.of(Role.PSYCHOLOGIST.id()))
                            .distinct()
                            .toList()
                    : roles;
        }
    }

    /** Who stands in for the holders of a role; whether the acting account, which ends none of its own, may end that. */
    record SubstitutionLine(Substitution one, String name, boolean mayEnd) {}

    /** A class with the name of its teacher. */
    record ClassLine(SchoolClass schoolClass, Long teacherId, String teacher) {}

    private final SchoolAccess access;
    private final Staff staff;
    private final SchoolClasses classes;
    private final PsychologistAccess psychologists;
    private final OwnRoles ownRoles;
    private final Substitutions substitutions;
    private final RoleTitles titles;
    private final CurrentUser user;

    SchoolView(
            SchoolAccess access,
            Staff staff,
            SchoolClasses classes,
            PsychologistAccess psychologists,
            OwnRoles ownRoles,
            Substitutions substitutions,
            RoleTitles titles,
            CurrentUser user) {
        this.access = access;
        this.staff = staff;
        this.classes = classes;
        this.psychologists = psychologists;
        this.ownRoles = ownRoles;
        this.substitutions = substitutions;
        this.titles = titles;
        this.user = user;
    }

    void fill(School school, Model model) {
        List<StaffMember> members = staff.of(school.id());
        Map<Long, String> names = StaffMember.shortNames(members);
        model.addAttribute("school", school);
        model.addAttribute("several", access.toLookAt().size() > 1);
        model.addAttribute("mayCreate", access.mayCreate());
        model.addAttribute("mayChange", access.mayChange());
        model.addAttribute(
                "grantable",
                Stream.concat(
                                access.grantable().stream().map(Role::id),
                                access.grantableOwn().stream().map(OwnRole::id))
                        .toList());
        model.addAttribute("addsRoles", access.addsRoles());
        model.addAttribute(
                "standsOn",
                Stream.of(Role.values()).filter(Role::isOfSchool).map(Role::id).toList());
        Map<String, AccountState> accounts = staff.accountStates(members);
        List<PsychologistAccess.Pending> pending = psychologists.pending(members);
        Set<Long> waiting =
                pending.stream().map(PsychologistAccess.Pending::memberId).collect(Collectors.toSet());
        model.addAttribute("pending", pending);
        model.addAttribute(
                "names",
                members.stream()
                        .filter(member -> member.account().isPresent())
                        .collect(Collectors.toMap(member -> member.account().get(), StaffMember::shortName)));
        model.addAttribute("me", user.login());
        model.addAttribute(
                "psychologistHistory",
                access.seesPsychologistHistory() ? psychologists.history(school.id()) : List.of());
        model.addAttribute(
                "staff",
                members.stream()
                        .map(member -> line(member, names, accounts, waiting.contains(member.id())))
                        .toList());
        model.addAttribute(
                "withoutAccount",
                members.stream().filter(access::mayOpenAccount).count());
        model.addAttribute("roles", roles(school.id(), members, names));
        Set<Long> own =
                members.stream().filter(this::isActing).map(StaffMember::id).collect(Collectors.toSet());
        model.addAttribute(
                "substitutions",
                substitutions.of(school.id()).stream()
                        .map(one -> new SubstitutionLine(
                                one,
                                names.get(one.staffMemberId()),
                                access.mayChange()
                                        && access.grantable().contains(one.role())
                                        && !own.contains(one.staffMemberId())))
                        .toList());
        model.addAttribute(
                "substituted",
                access.grantable().stream()
                        .filter(Substitutions.roles()::contains)
                        .map(Role::id)
                        .toList());
        model.addAttribute(
                "classes",
                classes.of(school.id()).stream()
                        .map(schoolClass -> line(schoolClass, names))
                        .toList());
    }

    private StaffLine line(
            StaffMember member, Map<Long, String> names, Map<String, AccountState> accounts, boolean waits) {
        return new StaffLine(
                member,
                names.get(member.id()),
                member.account().orElse(null),
                member.account().map(accounts::get).orElse(AccountState.ORDINARY),
                List.copyOf(member.heldRoles()),
                waits,
                isActing(member),
                access.mayChange(member));
    }

    private boolean isActing(StaffMember member) {
        return member.account().filter(user.login()::equals).isPresent();
    }

    private static ClassLine line(SchoolClass schoolClass, Map<Long, String> names) {
        Long teacherId = schoolClass.teacherId().orElse(null);
        return new ClassLine(
                schoolClass, teacherId, schoolClass.teacherId().map(names::get).orElse(null));
    }

    private List<RoleLine> roles(String schoolId, List<StaffMember> members, Map<Long, String> names) {
        return Stream.concat(
                        Stream.of(Role.values())
                                .filter(Role::isOfSchool)
                                .map(role -> line(
                                        schoolId,
                                        role.id(),
                                        null,
                                        members.stream()
                                                .filter(member -> member.roles().contains(role))
                                                .toList(),
                                        names)),
                        ownRoles.all().stream()
                                .map(role -> line(
                                        schoolId,
                                        role.id(),
                                        role,
                                        members.stream()
                                                .filter(member ->
                                                        member.ownRoles().contains(role.id()))
                                                .toList(),
                                        names)))
                .toList();
    }

    private RoleLine line(
            String schoolId, String id, OwnRole added, List<StaffMember> holders, Map<Long, String> names) {
        return new RoleLine(
                id,
                titles.of(schoolId, id),
                titles.own(schoolId, id).orElse(null),
                added,
                holders.stream().map(member -> names.get(member.id())).toList(),
                holders.stream().noneMatch(member -> member.account().isPresent()));
    }
}
