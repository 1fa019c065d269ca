package org.mentoringroadmap.notification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.util.Collection;
import java.util.List;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.shared.Guarded;
import org.mentoringroadmap.shared.Unguarded;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tells accounts by name what others did that concerns them, and shows each account what it was told. */
@Service
@Transactional
public class Notifications {
    /** How many are shown. */
    public static final int SHOWN = 100;

    /** How long one is kept. */
    private static final Period KEPT = Period.ofDays(90);

    private final NotificationRepository notifications;
    private final CurrentUser user;
    private final Clock clock;

    Notifications(NotificationRepository notifications, CurrentUser user, Clock clock) {
        this.notifications = notifications;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Tells these accounts in the name of the acting one, which itself is told nothing. What they were told longer ago than
     * notifications are kept goes.
     *
     * @return how many were told
     */
    @Unguarded
    public int tell(Collection<String> logins, News news) {
        List<String> recipients = logins.stream()
                .filter(login -> !login.equals(user.login()))
                .distinct()
                .toList();
        if (recipients.isEmpty()) {
            return 0;
        }
        LocalDateTime now = LocalDateTime.now(clock);
        notifications.forget(recipients, now.minus(KEPT));
        notifications.saveAll(recipients.stream()
                .map(login -> new Notification(login, news, user.login(), now))
                .toList());
        return recipients.size();
    }

    /** Whether the acting account has told anybody this today about the thing. */
    @Unguarded
    @Transactional(readOnly = true)
    public boolean saidToday(NotificationKind kind, String about) {
        return notifications.existsByKindAndAboutAndSentByAndSentAtGreaterThanEqual(
                kind, about, user.login(), LocalDate.now(clock).atStartOfDay());
    }

    /** How many the acting account has not looked at yet. */
    @Guarded
    @Transactional(readOnly = true)
    public long countNew() {
        return notifications.countByRecipientAndReadAtIsNull(user.login());
    }

    /** What the acting account was told, the newest first, no more than {@link #SHOWN}; from now on none of it is new. */
    @Guarded
    public List<Notification> read() {
        List<Notification> shown = notifications.findByRecipientOrderBySentAtDescIdDesc(user.login(), Limit.of(SHOWN));
        notifications.markRead(user.login(), LocalDateTime.now(clock));
        return shown;
    }
}
