package org.mentoringroadmap.waiting;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.mentoringroadmap.notification.News;
import org.mentoringroadmap.notification.NotificationKind;
import org.mentoringroadmap.notification.Notifications;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.EnteredText;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tasks that wait for somebody. Who answers for the whole year reminds of every task of the school and gives it to another
 * person; everybody else gives away a task that is in the own hands. A task goes only to who may take it by a role: roles for
 * a time are given by a substitution.
 */
@Service
@Transactional
public class WaitingTasks {
    /** Longest reason for giving a task to somebody. */
    public static final int MAX_REASON = 500;

    private final Tasks tasks;
    private final Programmes programmes;
    private final Staff staff;
    private final Notifications notifications;
    private final AuditTrail trail;
    private final CurrentUser user;

    WaitingTasks(
            Tasks tasks,
            Programmes programmes,
            Staff staff,
            Notifications notifications,
            AuditTrail trail,
            CurrentUser user) {
        this.tasks = tasks;
        this.programmes = programmes;
        this.staff = staff;
        this.notifications = notifications;
        this.trail = trail;
        this.user = user;
    }

    /**
     * A task of a programme that the acting account sees, with those whom it waits for.
     *
     * @throws NotFoundException {@code task.unknown} when it is done, or of another school
     * @throws ForbiddenException {@code task.forbidden} for who neither answers for the year nor works on it
     */
    @Guarded
    @Transactional(readOnly = true)
    public WaitingTask get(String taskId) {
        OpenTask task = tasks.anybodys(taskId);
        Programme programme = programmes.visible().stream()
                .filter(one -> one.id().equals(task.programmeId()))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("task.unknown"));
        boolean own = user.login().equals(task.assignee());
        if (!own && !user.answersForYears()) {
            throw new ForbiddenException("task.forbidden");
        }
        List<StaffMember> able = task.roles().stream()
                .flatMap(role -> staff.holders(programme.schoolId(), role).stream())
                .distinct()
                .sorted(Comparator.comparing(StaffMember::fullName))
                .toList();
        List<StaffMember> awaited = Optional.ofNullable(task.assignee())
                .map(login -> staff.behind(login).stream().toList())
                .orElse(able);
        boolean personal = task.roles().isEmpty();
        boolean onlyOne = task.assignee() == null && able.size() == 1;
        return new WaitingTask(
                task,
                programme,
                awaited,
                able.stream()
                        .filter(member -> !onlyOne)
                        .filter(member -> member.account()
                                .filter(login -> !login.equals(task.assignee()))
                                .isPresent())
                        .toList(),
                user.answersForYears() && !own && !isAlone(awaited),
                notifications.saidToday(NotificationKind.TASK_REMINDED, task.id()),
                !personal,
                personal);
    }

    /**
     * Reminds those whom the task waits for, once a day.
     *
     * @return how many were reminded
     * @throws ForbiddenException {@code task.forbidden}
     * @throws ConflictException {@code waiting.own} when it waits for the acting account alone, {@code waiting.reminded} when the acting account has done so today, {@code
     *     waiting.unreachable} when none of them has an account
     */
    @Guarded
    public int remind(String taskId) {
        WaitingTask waiting = get(taskId);
        if (!user.answersForYears()) {
            throw new ForbiddenException("task.forbidden");
        }
        if (!waiting.mayRemind()) {
            throw new ConflictException("waiting.own");
        }
        if (waiting.reminded()) {
            throw new ConflictException("waiting.reminded");
        }
        int told = notifications.tell(
                waiting.awaited().stream()
                        .map(member -> member.account().orElse(null))
                        .filter(Objects::nonNull)
                        .toList(),
                news(NotificationKind.TASK_REMINDED, waiting, null));
        if (told == 0) {
            throw new ConflictException("waiting.unreachable");
        }
        trail.record(AuditEvent.of(AuditAct.TASK_REMINDED, taskId)
                .in(waiting.programme().schoolId())
                .item(waiting.task().printedItem())
                .count(told));
        return told;
    }

    /**
     * Gives the task to somebody, who is told why.
     *
     * @param memberId whom, one of {@link WaitingTask#heirs}
     * @param reason why, at most {@link #MAX_REASON} characters
     * @throws ForbiddenException {@code task.forbidden}
     * @throws UserInputException {@code waiting.who} for anybody else, {@code waiting.why} without a reason or with a longer
     *     one
     */
    @Guarded
    public StaffMember handOver(String taskId, Long memberId, String reason) {
        WaitingTask waiting = get(taskId);
        if (!waiting.mayHandOver()) {
            throw new ForbiddenException("task.forbidden");
        }
        StaffMember heir = waiting.heirs().stream()
                .filter(member -> member.id().equals(memberId))
                .findFirst()
                .orElseThrow(() -> new UserInputException("waiting.who"));
        String why = EnteredText.clean(reason);
        if (why == null || why.length() > MAX_REASON) {
            throw new UserInputException("waiting.why", MAX_REASON);
        }
        String login = heir.account().orElseThrow();
        tasks.assign(taskId, login);
        News news = news(NotificationKind.TASK_HANDED_OVER, waiting, why);
        notifications.tell(List.of(login), news);
        Optional.ofNullable(waiting.task().assignee())
                .ifPresent(before ->
                        notifications.tell(List.of(before), news(NotificationKind.TASK_TAKEN_AWAY, waiting, why)));
        trail.record(AuditEvent.of(AuditAct.TASK_HANDED_OVER, taskId)
                .in(waiting.programme().schoolId())
                .item(waiting.task().printedItem())
                .fact("account", login));
        return heir;
    }

    private boolean isAlone(List<StaffMember> awaited) {
        return !awaited.isEmpty()
                && awaited.stream()
                        .allMatch(member ->
                                member.account().filter(user.login()::equals).isPresent());
    }

    private static News news(NotificationKind kind, WaitingTask waiting, String reason) {
        OpenTask task = waiting.task();
        return new News(
                kind,
                waiting.programme().schoolId(),
                task.id(),
                task.name(),
                reason,
                task.roadmapItem() == null
                        ? "/"
                        : "/programmes/" + task.programmeId() + "/activities/" + task.roadmapItem());
    }
}
