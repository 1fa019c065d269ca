package org.mentoringroadmap.school.substitution;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who stands in for whom. The role comes with the first day and goes after the last one, both by themselves within the
 * time of a look around; with it come the tasks, the rights and, for the head, the signature. Whoever may change the
 * school's page decides who may enter one; nobody enters one for oneself.
 */
@Service
@Transactional
public class Substitutions {
    /** Longest text about the order that says so. */
    public static final int MAX_BASIS = 300;

    private static final int MAX_YEARS = 1;

    private final SubstitutionRepository substitutions;
    private final Staff staff;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final Clock clock;

    Substitutions(SubstitutionRepository substitutions, Staff staff, CurrentUser user, AuditTrail trail, Clock clock) {
        this.substitutions = substitutions;
        this.staff = staff;
        this.user = user;
        this.trail = trail;
        this.clock = clock;
    }

    /** Roles that somebody may have for a time; the psychologist's needs two people and is given as ever. */
    public static Set<Role> roles() {
        EnumSet<Role> roles = EnumSet.allOf(Role.class);
        roles.removeIf(role -> !role.isOfSchool() || role == Role.PSYCHOLOGIST);
        return roles;
    }

    /** Those that run or are still to come, the earliest first. */
    @Transactional(readOnly = true)
    public List<Substitution> of(String schoolId) {
        return substitutions.findBySchoolIdAndEndedOnIsNullOrderByFromDayAscIdAsc(schoolId);
    }

    /** Who acts for the head of the school today; empty where the head does. */
    @Transactional(readOnly = true)
    public Optional<StaffMember> actingHead(String schoolId) {
        LocalDate today = LocalDate.now(clock);
        return of(schoolId).stream()
                .filter(one -> one.role() == Role.DIRECTOR && one.isBegun())
                .filter(one -> !today.isBefore(one.fromDay()) && !today.isAfter(one.untilDay()))
                .map(one -> staff.get(schoolId, one.staffMemberId()))
                .findFirst();
    }

    /**
     * Says who stands in. Where the first day has come, the role is given at once.
     *
     * @param basis the order that says so; null or blank for none
     * @throws UserInputException {@code substitution.role}, {@code substitution.days}, {@code substitution.past}, {@code
     *     substitution.long}, {@code account.none}
     * @throws ForbiddenException {@code staff.own-roles} for the acting account itself
     * @throws ConflictException {@code substitution.has-role} when the person holds the role anyway, {@code
     *     substitution.overlaps} when somebody stands in for it on one of the days already
     * @throws NotFoundException {@code staff.unknown}
     */
    public Substitution enter(
            String schoolId, Long memberId, Role role, LocalDate from, LocalDate until, String basis) {
        StaffMember member = staff.get(schoolId, memberId);
        if (role == null || !roles().contains(role)) {
            throw new UserInputException("substitution.role");
        }
        requireDays(from, until);
        if (member.account().isEmpty()) {
            throw new UserInputException("account.none");
        }
        if (member.account().filter(user.login()::equals).isPresent()) {
            throw new ForbiddenException("staff.own-roles");
        }
        List<Substitution> others =
                of(schoolId).stream().filter(one -> one.role() == role).toList();
        if (others.stream()
                .anyMatch(
                        one -> !one.fromDay().isAfter(until) && !one.untilDay().isBefore(from))) {
            throw new ConflictException("substitution.overlaps");
        }
        boolean standsIn = others.stream()
                .anyMatch(one -> one.isBegun() && one.staffMemberId().equals(memberId));
        if (member.roles().contains(role) && !standsIn) {
            throw new ConflictException("substitution.has-role");
        }
        String order = EnteredText.clean(basis);
        if (order != null && order.length() > MAX_BASIS) {
            throw new UserInputException("substitution.basis", MAX_BASIS);
        }
        Substitution entered =
                substitutions.saveAndFlush(new Substitution(schoolId, memberId, role, from, until, order));
        trail.record(AuditEvent.of(AuditAct.SUBSTITUTION_ENTERED, memberId)
                .in(schoolId)
                .fact("staff-role", role.id()));
        if (!from.isAfter(LocalDate.now(clock))) {
            begin(entered);
        }
        return entered;
    }

    private void requireDays(LocalDate from, LocalDate until) {
        if (from == null || until == null || until.isBefore(from)) {
            throw new UserInputException("substitution.days");
        }
        if (until.isBefore(LocalDate.now(clock))) {
            throw new UserInputException("substitution.past");
        }
        if (until.isAfter(from.plusYears(MAX_YEARS))) {
            throw new UserInputException("substitution.long");
        }
    }

    /**
     * Ends one before its last day, or takes back one that has not begun.
     *
     * @throws NotFoundException {@code substitution.unknown}
     * @throws ForbiddenException {@code staff.own-roles} for the acting account itself
     */
    public void end(String schoolId, Long id) {
        Substitution one = substitutions
                .findById(id)
                .filter(found -> found.schoolId().equals(schoolId) && !found.isOver())
                .orElseThrow(() -> new NotFoundException("substitution.unknown"));
        trail.record(AuditEvent.of(AuditAct.SUBSTITUTION_ENDED, one.staffMemberId())
                .in(schoolId)
                .fact("staff-role", one.role().id()));
        finish(one);
    }

    /** Gives and takes the roles whose days have come. Repeated, on another node too, it does no harm. */
    @Scheduled(initialDelay = 1, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    public void follow() {
        LocalDate today = LocalDate.now(clock);
        List<Substitution> open = substitutions.findByEndedOnIsNullOrderByFromDayAscIdAsc();
        open.stream().filter(one -> one.untilDay().isBefore(today)).forEach(this::finish);
        open.stream()
                .filter(one -> !one.isOver() && !one.isBegun() && !one.fromDay().isAfter(today))
                .forEach(this::begin);
    }

    private void begin(Substitution one) {
        one.begin();
        StaffMember member = staff.get(one.schoolId(), one.staffMemberId());
        Set<Role> roles = EnumSet.of(one.role());
        roles.addAll(member.roles());
        give(one, member, roles);
    }

    private void finish(Substitution one) {
        one.end(LocalDate.now(clock));
        if (one.isBegun()) {
            StaffMember member = staff.get(one.schoolId(), one.staffMemberId());
            Set<Role> roles = EnumSet.noneOf(Role.class);
            roles.addAll(member.roles());
            roles.remove(one.role());
            give(one, member, roles);
        }
    }

    private void give(Substitution one, StaffMember member, Set<Role> roles) {
        substitutions.flush();
        staff.change(one.schoolId(), member.id(), member.fullName(), member.post(), roles);
    }
}
