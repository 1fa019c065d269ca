package org.mentoringroadmap.school;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.RowLocks;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * To whom the psychologist's journal is open. The role is given by two people: one proposes it, the director confirms it,
 * or the administrator or curator where the director has proposed it; nobody confirms what concerns the own account, nor
 * with an account that who proposed has opened in the last days and might use. Who
 * holds it and gets a password from somebody else keeps the role, but the journal stays closed until the password is the
 * person's own again and a second person has confirmed. What the application does itself, for a demo, needs nobody.
 */
@Service
@Transactional
public class PsychologistAccess {
    private static final int SHOWN = 50;

    /** So long whoever has opened an account for somebody may still be who uses it. */
    private static final Duration NEW_ACCOUNT = Duration.ofDays(7);

    /** What was done; {@code psychologist.act.<NAME>} is the key of the title. */
    public enum Act {
        PROPOSED,
        CONFIRMED,
        DECLINED,
        TAKEN,
        PASSWORD_SET,
        PASSWORD_OWN
    }

    /**
     * Something that was done.
     *
     * @param name of the member of the staff; null of somebody who has left
     * @param account login at that time; may be null
     * @param by name of who did it; the login where no name is known, null for the application itself
     */
    public record Event(String name, String account, Act act, String by, LocalDateTime at) {}

    /**
     * Somebody who waits for a second person.
     *
     * @param proposedBy login of who proposed the role or set the password
     * @param held whether the role is held already and only the journal is closed
     * @param ownPassword whether the password, if there is an account, is the person's own
     * @param mayConfirm whether the acting account is that second person
     */
    public record Pending(
            Long memberId,
            String name,
            String account,
            String proposedBy,
            LocalDateTime proposedAt,
            boolean held,
            boolean ownPassword,
            boolean mayConfirm) {}

    private record Grant(String proposedBy, LocalDateTime proposedAt, boolean confirmed) {}

    private final JdbcClient jdbc;
    private final RowLocks rows;
    private final StaffRepository staff;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final Clock clock;

    PsychologistAccess(
            JdbcClient jdbc, RowLocks rows, StaffRepository staff, CurrentUser user, AuditTrail trail, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.staff = staff;
        this.user = user;
        this.trail = trail;
        this.clock = clock;
    }

    /** Whether the journal is open to the account: it holds the role, and two people have said so. */
    @Transactional(readOnly = true)
    public boolean opensJournal(String login) {
        return jdbc.sql("select count(*) from staff_member m"
                                + " join staff_role r on r.staff_member_id = m.id and r.role = 'PSYCHOLOGIST'"
                                + " join psychologist_grant g on g.staff_member_id = m.id"
                                + " where m.account = ? and g.confirmed_at is not null")
                        .param(login)
                        .query(Long.class)
                        .single()
                > 0;
    }

    /**
     * What of the wanted roles somebody holds at once. The psychologist's waits for a second person where somebody proposes
     * it anew; a proposal that is not wanted any more is forgotten.
     */
    Set<Role> settled(StaffMember member, Set<Role> wanted) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(wanted);
        boolean held = member.roles().contains(Role.PSYCHOLOGIST);
        boolean wants = roles.contains(Role.PSYCHOLOGIST);
        Optional<Grant> grant = grant(member.id());
        if (!wants && grant.isPresent()) {
            delete(member.id());
            note(member, held ? Act.TAKEN : Act.DECLINED, user.login());
        }
        if (wants && !held && grant.isEmpty()) {
            insert(member.id());
            note(member, Act.PROPOSED, user.login());
            if (user.login().equals(CurrentUser.SYSTEM)) {
                confirmed(member);
            }
        }
        if (wants && !held && !user.login().equals(CurrentUser.SYSTEM)) {
            roles.remove(Role.PSYCHOLOGIST);
        }
        return roles;
    }

    /**
     * The second person confirms.
     *
     * @throws NotFoundException {@code psychologist.none} when nothing waits
     * @throws ForbiddenException {@code psychologist.second-person} for everybody but that second person
     * @throws ConflictException {@code psychologist.password} while the password is one that somebody else knows
     */
    void confirm(StaffMember member) {
        Grant grant = waiting(member);
        if (!mayConfirm(member, grant)) {
            throw new ForbiddenException("psychologist.second-person");
        }
        if (!hasOwnPassword(member)) {
            throw new ConflictException("psychologist.password");
        }
        confirmed(member);
    }

    /**
     * What waits is not to be: by who proposed it, or who could confirm it.
     *
     * @throws NotFoundException {@code psychologist.none}
     * @throws ForbiddenException {@code psychologist.second-person}
     */
    void decline(StaffMember member) {
        Grant grant = waiting(member);
        if (!grant.proposedBy().equals(user.login()) && !mayConfirm(member, grant)) {
            throw new ForbiddenException("psychologist.second-person");
        }
        delete(member.id());
        note(member, Act.DECLINED, user.login());
    }

    private Grant waiting(StaffMember member) {
        rows.select("select staff_member_id from psychologist_grant where staff_member_id = ?")
                .param(member.id())
                .query(Long.class)
                .optional();
        return grant(member.id())
                .filter(grant -> !grant.confirmed())
                .orElseThrow(() -> new NotFoundException("psychologist.none"));
    }

    private boolean mayConfirm(StaffMember member, Grant grant) {
        String self = user.login();
        List<String> concerned = Stream.of(
                        grant.proposedBy(),
                        member.account().orElse(null),
                        setBy(member).orElse(null))
                .filter(Objects::nonNull)
                .toList();
        if (concerned.contains(self) || isLentBy(grant.proposedBy(), self)) {
            return false;
        }
        boolean director =
                concerned.stream().anyMatch(login -> staff.rolesOf(login).contains(Role.DIRECTOR));
        return user.has(Role.DIRECTOR) || director && (user.has(Role.ADMINISTRATOR) || user.has(Role.CURATOR));
    }

    /**
     * Whether an account may be another name of who has proposed: its password, or that of who has set it, came from there,
     * and its owner has not had an own one for long enough that others would have noticed.
     */
    private boolean isLentBy(String proposer, String login) {
        LocalDateTime lately = now().minus(NEW_ACCOUNT);
        Set<String> seen = new HashSet<>();
        Optional<String> account = Optional.of(login);
        while (account.isPresent() && seen.add(account.get())) {
            account = jdbc.sql("select set_by from account_password"
                            + " where account = ? and (own_at is null or own_at > ?)")
                    .params(account.get(), lately)
                    .query(String.class)
                    .optional();
            if (account.filter(proposer::equals).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /**
     * Somebody has set the password of an account.
     *
     * @param by login of who did it; null for the application itself, which nobody can read
     */
    public void passwordSet(String login, String by) {
        if (by == null) {
            jdbc.sql("delete from account_password where account = ?")
                    .param(login)
                    .update();
        } else if (by.equals(login)) {
            ownPassword(login);
        } else {
            jdbc.sql("delete from account_password where account = ?")
                    .param(login)
                    .update();
            jdbc.sql("insert into account_password (account, set_by, set_at) values (?, ?, ?)")
                    .params(login, by, now())
                    .update();
            staff.findByAccount(login).ifPresent(this::close);
        }
    }

    private void ownPassword(String login) {
        int changed = jdbc.sql("update account_password set own_at = ? where account = ? and own_at is null")
                .params(now(), login)
                .update();
        if (changed > 0) {
            staff.findByAccount(login)
                    .filter(member -> grant(member.id()).isPresent())
                    .ifPresent(member -> note(member, Act.PASSWORD_OWN, login));
        }
    }

    /** An account was opened for somebody: whoever has opened it knows its password. */
    void accountOpened(StaffMember member) {
        setBy(member).ifPresent(by -> close(member));
    }

    private void close(StaffMember member) {
        Optional<String> by = setBy(member);
        if (by.isEmpty() || grant(member.id()).isEmpty()) {
            return;
        }
        jdbc.sql("update psychologist_grant set confirmed_by = null, confirmed_at = null, proposed_by = ?,"
                        + " proposed_at = ? where staff_member_id = ? and confirmed_at is not null")
                .params(by.get(), now(), member.id())
                .update();
        note(member, Act.PASSWORD_SET, by.get());
    }

    private Optional<String> setBy(StaffMember member) {
        return member.account()
                .flatMap(login -> jdbc.sql("select set_by from account_password where account = ?")
                        .param(login)
                        .query(String.class)
                        .optional());
    }

    private boolean hasOwnPassword(StaffMember member) {
        return member.account()
                .map(login -> jdbc.sql("select count(*) from account_password where account = ? and own_at is null")
                                .param(login)
                                .query(Long.class)
                                .single()
                        == 0)
                .orElse(true);
    }

    /** Who of these waits for a second person, in their order. */
    @Transactional(readOnly = true)
    public List<Pending> pending(List<StaffMember> members) {
        List<Long> waiting = jdbc.sql("select staff_member_id from psychologist_grant where confirmed_at is null")
                .query(Long.class)
                .list();
        return members.stream()
                .filter(member -> waiting.contains(member.id()))
                .flatMap(member -> grant(member.id())
                        .map(grant -> new Pending(
                                member.id(),
                                member.fullName(),
                                member.account().orElse(null),
                                grant.proposedBy(),
                                grant.proposedAt(),
                                member.roles().contains(Role.PSYCHOLOGIST),
                                hasOwnPassword(member),
                                mayConfirm(member, grant)))
                        .stream())
                .toList();
    }

    /** How many of these schools wait for the acting account as the second person and can be confirmed now. */
    @Transactional(readOnly = true)
    public long awaitingMe(Collection<String> schoolIds) {
        List<Long> waiting = jdbc.sql("select staff_member_id from psychologist_grant where confirmed_at is null")
                .query(Long.class)
                .list();
        return waiting.isEmpty()
                ? 0
                : pending(staff.findAllById(waiting).stream()
                                .filter(member -> schoolIds.contains(member.schoolId()))
                                .toList())
                        .stream()
                        .filter(one -> one.mayConfirm() && one.ownPassword())
                        .count();
    }

    /** What was done about the role in a school, the latest first. */
    @Transactional(readOnly = true)
    public List<Event> history(String schoolId) {
        return jdbc.sql("select m.full_name, e.account, e.act, coalesce(b.full_name, nullif(e.done_by, :itself)),"
                        + " e.done_at from psychologist_event e left join staff_member m on m.id = e.staff_member_id"
                        + " left join staff_member b on b.account = e.done_by where e.school_id = :school"
                        + " order by e.id desc fetch first " + SHOWN + " rows only")
                .param("itself", CurrentUser.SYSTEM)
                .param("school", schoolId)
                .query((row, number) -> new Event(
                        row.getString(1),
                        row.getString(2),
                        Act.valueOf(row.getString(3)),
                        row.getString(4),
                        row.getTimestamp(5).toLocalDateTime()))
                .list();
    }

    private Optional<Grant> grant(Long memberId) {
        return jdbc.sql(
                        "select proposed_by, proposed_at, confirmed_at from psychologist_grant where staff_member_id = ?")
                .param(memberId)
                .query((row, number) ->
                        new Grant(row.getString(1), row.getTimestamp(2).toLocalDateTime(), row.getTimestamp(3) != null))
                .optional();
    }

    private void insert(Long memberId) {
        jdbc.sql("insert into psychologist_grant (staff_member_id, proposed_by, proposed_at) values (?, ?, ?)")
                .params(memberId, user.login(), now())
                .update();
    }

    private void confirmed(StaffMember member) {
        jdbc.sql("update psychologist_grant set confirmed_by = ?, confirmed_at = ? where staff_member_id = ?")
                .params(user.login(), now(), member.id())
                .update();
        note(member, Act.CONFIRMED, user.login());
    }

    private void delete(Long memberId) {
        jdbc.sql("delete from psychologist_grant where staff_member_id = ?")
                .param(memberId)
                .update();
    }

    private void note(StaffMember member, Act act, String by) {
        jdbc.sql("insert into psychologist_event (school_id, staff_member_id, account, act, done_by, done_at)"
                        + " values (:school, :member, :account, :act, :by, :at)")
                .param("school", member.schoolId())
                .param("member", member.id())
                .param("account", member.account().orElse(null))
                .param("act", act.name())
                .param("by", by)
                .param("at", now())
                .update();
        recorded(act)
                .ifPresent(what -> trail.record(
                        AuditEvent.of(what, member.id()).in(member.schoolId()).by(by)));
    }

    /** What the trail does not know already: a role that is taken and a password that is set stand there by themselves. */
    private static Optional<AuditAct> recorded(Act act) {
        return switch (act) {
            case PROPOSED -> Optional.of(AuditAct.PSYCHOLOGIST_PROPOSED);
            case CONFIRMED -> Optional.of(AuditAct.PSYCHOLOGIST_CONFIRMED);
            case DECLINED -> Optional.of(AuditAct.PSYCHOLOGIST_DECLINED);
            default -> Optional.empty();
        };
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
    }
}
