package org.mentoringroadmap.notification;

import java.time.LocalDateTime;
import java.util.List;
import org.springframework.data.domain.Limit;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;

interface NotificationRepository extends JpaRepository<Notification, Long> {
    List<Notification> findByRecipientOrderBySentAtDescIdDesc(String recipient, Limit limit);

    long countByRecipientAndReadAtIsNull(String recipient);

    boolean existsByKindAndAboutAndSentByAndSentAtGreaterThanEqual(
            NotificationKind kind, String about, String sentBy, LocalDateTime from);

    @Modifying
    @Query("update Notification n set n.readAt = :now where n.recipient = :recipient and n.readAt is null")
    void markRead(String recipient, LocalDateTime now);

    @Modifying
    @Query("delete from Notification n where n.recipient in :recipients and n.sentAt < :before")
    void forget(List<String> recipients, LocalDateTime before);
}
