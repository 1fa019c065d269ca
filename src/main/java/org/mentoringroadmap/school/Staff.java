package org.mentoringroadmap.school;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who works at a school and which roles each one holds. A role without an account falls to the curator. The roles that stand
 * here are those that count: nobody changes the own ones, and the psychologist's is given by two people ({@link
 * PsychologistAccess}).
 */
@Service
@Transactional
public class Staff {
    private static final String LOGIN = "[a-zA-Z0-9][a-zA-Z0-9._-]{1,63}";

    /** Roles of a school have changed: open tasks whose role became empty or filled move. */
    public record RolesChanged(String schoolId) {}

    /** Somebody who heads a school, or did so far, has changed: who signs for it may be another person, or be called otherwise. */
    public record HeadChanged(String schoolId) {}

    private final StaffRepository staff;
    private final Accounts accounts;
    private final PasswordRule passwords;
    private final ApplicationEventPublisher events;
    private final PsychologistAccess psychologists;
    private final OwnRoles ownRoles;
    private final CurrentUser user;

    private final AuditTrail trail;

    Staff(
            StaffRepository staff,
            Accounts accounts,
            @Lazy PasswordRule passwords,
            ApplicationEventPublisher events,
            PsychologistAccess psychologists,
            OwnRoles ownRoles,
            CurrentUser user,
            AuditTrail trail) {
        this.staff = staff;
        this.accounts = accounts;
        this.passwords = passwords;
        this.events = events;
        this.psychologists = psychologists;
        this.ownRoles = ownRoles;
        this.user = user;
        this.trail = trail;
    }

    /** Enters a person without an account. The psychologist's role is only proposed by it. */
    public StaffMember add(String schoolId, String fullName, String post, Set<Role> roles) {
        return add(schoolId, fullName, post, roles, Set.of());
    }

    /**
     * The same with roles that an administrator has added.
     *
     * @throws UserInputException {@code role.unknown}
     * @throws ConflictException {@code own-role.psychologist} as in {@link #change(String, Long, String, String, Set, Set)}
     */
    public StaffMember add(String schoolId, String fullName, String post, Set<Role> roles, Set<String> ownRoles) {
        StaffMember member = staff.saveAndFlush(new StaffMember(schoolId, name(fullName), post, Set.of()));
        member.change(member.fullName(), post, psychologists.settled(member, roles));
        member.ownRoles(checked(ownRoles, member.roles()));
        staff.flush();
        trail.record(event(AuditAct.STAFF_ADDED, member).fact("given", ids(member.heldRoles(), Set.of())));
        tell(member, Set.of());
        return member;
    }

    /**
     * Changes name, post and roles; the account's rights follow at once. The psychologist's role is only proposed by it.
     *
     * @throws NotFoundException {@code staff.unknown} when the person is not of this school
     * @throws ForbiddenException {@code staff.own-roles} when it would change the roles of the acting account
     */
    public void change(String schoolId, Long id, String fullName, String post, Set<Role> roles) {
        change(schoolId, id, fullName, post, roles, get(schoolId, id).ownRoles());
    }

    /**
     * The same with the roles that an administrator has added. One that stands on the psychologist's is held by who holds
     * that role itself, so that two people have said so; it goes with that role.
     *
     * @throws UserInputException {@code role.unknown}
     * @throws ConflictException {@code own-role.psychologist} when one that stands on the psychologist's is given to
     *     somebody who is none
     */
    public void change(String schoolId, Long id, String fullName, String post, Set<Role> roles, Set<String> ownRoles) {
        StaffMember member = get(schoolId, id);
        if (member.account().filter(user.login()::equals).isPresent()
                && !(roles.equals(member.roles()) && ownRoles.equals(member.ownRoles()))) {
            throw new ForbiddenException("staff.own-roles");
        }
        Set<Role> settled = psychologists.settled(member, roles);
        Set<String> wanted =
                roles.contains(Role.PSYCHOLOGIST) || !member.roles().contains(Role.PSYCHOLOGIST)
                        ? ownRoles
                        : without(Role.PSYCHOLOGIST, ownRoles);
        give(member, name(fullName), post, settled, checked(wanted, settled));
    }

    private Set<String> checked(Set<String> wanted, Set<Role> settled) {
        for (String id : wanted) {
            Role standsOn =
                    ownRoles.find(id).map(OwnRole::standsOn).orElseThrow(() -> new UserInputException("role.unknown"));
            if (standsOn == Role.PSYCHOLOGIST && !settled.contains(Role.PSYCHOLOGIST)) {
                throw new ConflictException("own-role.psychologist");
            }
        }
        return wanted;
    }

    private Set<String> without(Role lost, Set<String> held) {
        return held.stream()
                .filter(id -> ownRoles.rights(id).filter(lost::equals).isEmpty())
                .collect(Collectors.toSet());
    }

    /**
     * The second person confirms the psychologist's role, or that the journal may be opened again after somebody else has
     * set the password.
     *
     * @throws NotFoundException {@code staff.unknown}, {@code psychologist.none}
     * @throws ForbiddenException {@code psychologist.second-person}
     * @throws ConflictException {@code psychologist.password}
     */
    public void confirmPsychologist(String schoolId, Long id) {
        StaffMember member = get(schoolId, id);
        psychologists.confirm(member);
        Set<Role> roles = EnumSet.of(Role.PSYCHOLOGIST);
        roles.addAll(member.roles());
        give(member, member.fullName(), member.post(), roles, member.ownRoles());
    }

    /**
     * The psychologist's role that waits for a second person is not given; who held it already loses it.
     *
     * @throws NotFoundException {@code staff.unknown}, {@code psychologist.none}
     * @throws ForbiddenException {@code psychologist.second-person}
     */
    public void declinePsychologist(String schoolId, Long id) {
        StaffMember member = get(schoolId, id);
        psychologists.decline(member);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(member.roles());
        roles.remove(Role.PSYCHOLOGIST);
        give(member, member.fullName(), member.post(), roles, without(Role.PSYCHOLOGIST, member.ownRoles()));
    }

    private void give(StaffMember member, String fullName, String post, Set<Role> roles, Set<String> ownRoles) {
        Set<String> before = member.heldRoles();
        Set<Role> former = EnumSet.noneOf(Role.class);
        former.addAll(member.roles());
        member.change(fullName, post, roles);
        member.ownRoles(ownRoles);
        Set<String> after = member.heldRoles();
        trail.record(event(AuditAct.STAFF_CHANGED, member)
                .fact("given", ids(after, before))
                .fact("taken", ids(before, after)));
        member.account().ifPresent(login -> accounts.assign(login, roles, ownRoles));
        staff.flush();
        tell(member, former);
    }

    private void tell(StaffMember member, Set<Role> former) {
        events.publishEvent(new RolesChanged(member.schoolId()));
        if (member.roles().contains(Role.DIRECTOR) || former.contains(Role.DIRECTOR)) {
            events.publishEvent(new HeadChanged(member.schoolId()));
        }
    }

    /**
     * Gives the person an account, whose password must be changed at the first sign-in.
     *
     * @throws UserInputException {@code account.login} or {@code account.password…} when one is unusable
     * @throws ConflictException {@code account.taken}
     */
    public void open(String schoolId, Long id, String login, String password) {
        StaffMember member = get(schoolId, id);
        if (login == null || !login.matches(LOGIN)) {
            throw new UserInputException("account.login");
        }
        passwords.check(password, List.of(login, member.fullName()));
        if (member.account().isPresent()) {
            throw new ConflictException("account.present");
        }
        if (accounts.exists(login)) {
            throw new ConflictException("account.taken", login);
        }
        link(member, login, password);
    }

    /** An account that somebody of the staff is to get. */
    public record NewAccount(Long memberId, String login, String password) {}

    /** Gives all of them their accounts as {@link #open} does, or none of them where one is refused. */
    public void openAll(String schoolId, List<NewAccount> wanted) {
        wanted.forEach(one -> open(schoolId, one.memberId(), one.login(), one.password()));
    }

    /** Which of these logins somebody has, of this school or of another. */
    @Transactional(readOnly = true)
    public Set<String> takenLogins(Collection<String> logins) {
        return accounts.existing(logins);
    }

    /**
     * Gives the person the account of the demo, with a password that everybody knows: the rules for passwords do not
     * apply. An account that exists, for example a disabled one of an earlier demo, works again. One that has this password
     * already keeps it, so that nobody is signed out by a restart.
     */
    public void openForDemo(String schoolId, Long id, String login, String password) {
        StaffMember member = get(schoolId, id);
        if (accounts.exists(login)) {
            if (!accounts.isPassword(login, password)) {
                accounts.changePassword(login, password);
                trail.record(opened(member, login));
            }
            accounts.assign(login, member.roles(), member.ownRoles());
            member.account(login);
            staff.flush();
            events.publishEvent(new RolesChanged(schoolId));
        } else {
            link(member, login, password);
        }
        accounts.keepPassword(login);
    }

    /**
     * Sets a new password for the person's account, which must be changed at the next sign-in.
     *
     * @throws UserInputException {@code account.none} when there is no account, {@code account.password…}
     */
    public void changePassword(String schoolId, Long id, String password) {
        StaffMember member = get(schoolId, id);
        String login = account(member);
        passwords.check(password, List.of(login, member.fullName()));
        accounts.changePassword(login, password);
        trail.record(AuditEvent.of(AuditAct.PASSWORD_CHANGED, login).in(schoolId));
    }

    /**
     * Opens the person's account again after too many wrong tries.
     *
     * @throws UserInputException {@code account.none} when there is no account
     */
    public void unlock(String schoolId, Long id) {
        String login = account(get(schoolId, id));
        accounts.unlock(login);
        trail.record(AuditEvent.of(AuditAct.SIGN_IN_OPENED, login).in(schoolId));
    }

    /**
     * Asks for no codes any more when the person signs in.
     *
     * @throws UserInputException {@code account.none} when there is no account
     */
    public void switchCodesOff(String schoolId, Long id) {
        String login = account(get(schoolId, id));
        accounts.switchCodesOff(login);
        trail.record(AuditEvent.of(AuditAct.CODES_SWITCHED_OFF, login).in(schoolId));
    }

    /** What stands between the accounts of these people and their next sign-in, by login. */
    @Transactional(readOnly = true)
    public Map<String, AccountState> accountStates(List<StaffMember> members) {
        return accounts.states(
                members.stream().flatMap(member -> member.account().stream()).toList());
    }

    private static String account(StaffMember member) {
        return member.account().orElseThrow(() -> new UserInputException("account.none"));
    }

    private void link(StaffMember member, String login, String password) {
        accounts.create(login, member.shortName(), password, member.schoolId());
        trail.record(opened(member, login));
        member.account(login);
        accounts.assign(login, member.roles(), member.ownRoles());
        staff.flush();
        psychologists.accountOpened(member);
        events.publishEvent(new RolesChanged(member.schoolId()));
    }

    /**
     * Takes a person off the list; the account, if any, is disabled.
     *
     * @throws NotFoundException {@code staff.unknown}
     */
    public void remove(String schoolId, Long id) {
        StaffMember member = get(schoolId, id);
        psychologists.settled(member, Set.of());
        trail.record(event(AuditAct.STAFF_REMOVED, member)
                .fact("account", member.account().orElse(null))
                .fact("taken", ids(member.heldRoles(), Set.of())));
        member.account().ifPresent(accounts::disable);
        staff.delete(member);
        staff.flush();
        tell(member, Set.of());
    }

    /** Everybody of a school, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> of(String schoolId) {
        return staff.findBySchoolIdOrderByFullName(schoolId);
    }

    /**
     * One person of a school.
     *
     * @throws NotFoundException {@code staff.unknown}
     */
    @Transactional(readOnly = true)
    public StaffMember get(String schoolId, Long id) {
        return staff.findById(id)
                .filter(member -> member.schoolId().equals(schoolId))
                .orElseThrow(() -> new NotFoundException("staff.unknown"));
    }

    /** The person behind a login; empty for an administrator of the installation. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> behind(String login) {
        return staff.findByAccount(login);
    }

    /** The short name of the person behind a login, which nobody else of the school has; of an administrator of the installation the login. */
    @Transactional(readOnly = true)
    public String nameBehind(String login) {
        return behind(login)
                .map(member -> StaffMember.shortNames(of(member.schoolId())).get(member.id()))
                .orElse(login);
    }

    /** What {@link #nameBehind} says of each account of a school. */
    @Transactional(readOnly = true)
    public Map<String, String> namesBehindAccounts(String schoolId) {
        List<StaffMember> members = of(schoolId);
        Map<Long, String> names = StaffMember.shortNames(members);
        return members.stream()
                .filter(member -> member.account().isPresent())
                .collect(Collectors.toMap(member -> member.account().orElseThrow(), member -> names.get(member.id())));
    }

    /** Roles of the person behind a login: the ones that count, whatever groups of the engine the account is in. */
    @Transactional(readOnly = true)
    public Set<Role> rolesOf(String login) {
        return staff.rolesOf(login);
    }

    /** Who holds the role, by name. */
    @Transactional(readOnly = true)
    public List<StaffMember> holders(String schoolId, Role role) {
        return staff.holders(schoolId, role);
    }

    /** Who holds just this role, whose tasks are theirs, by name; an id of either kind of role. */
    @Transactional(readOnly = true)
    public List<StaffMember> holders(String schoolId, String roleId) {
        return Role.of(roleId)
                .map(role -> staff.holders(schoolId, role))
                .orElseGet(() -> staff.holdersOfOwn(schoolId, roleId));
    }

    /** Ids of the roles that an administrator has added and the person behind a login holds. */
    @Transactional(readOnly = true)
    public Set<String> ownRolesOf(String login) {
        return staff.ownRolesOf(login);
    }

    /** Whether nobody with an account holds the role, so that its tasks fall to the curator. */
    @Transactional(readOnly = true)
    public boolean isEmpty(String schoolId, Role role) {
        return !staff.hasAccountIn(schoolId, role);
    }

    /** The same for an id of either kind of role. */
    @Transactional(readOnly = true)
    public boolean isEmpty(String schoolId, String roleId) {
        return holders(schoolId, roleId).stream()
                .noneMatch(member -> member.account().isPresent());
    }

    private static AuditEvent event(AuditAct act, StaffMember member) {
        return AuditEvent.of(act, member.id()).in(member.schoolId());
    }

    private static AuditEvent opened(StaffMember member, String login) {
        return AuditEvent.of(AuditAct.ACCOUNT_OPENED, login)
                .in(member.schoolId())
                .fact("member", member.id())
                .fact("given", ids(member.heldRoles(), Set.of()));
    }

    /** Those of the roles that are not among the others. */
    private static String ids(Set<String> roles, Set<String> others) {
        return roles.stream().filter(role -> !others.contains(role)).collect(Collectors.joining(","));
    }

    private static String name(String fullName) {
        if (fullName == null || fullName.isBlank() || fullName.length() > 200) {
            throw new UserInputException("staff.name");
        }
        return fullName.strip().replaceAll("\\s+", " ");
    }
}
