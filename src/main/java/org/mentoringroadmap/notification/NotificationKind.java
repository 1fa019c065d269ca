package org.mentoringroadmap.notification;

/** What a notification tells; {@code notification.kind.<NAME>} is the key of its words, {0} stands for who sent it. */
public enum NotificationKind {
    /** Somebody asks for a task to be done. */
    TASK_REMINDED,
    /** Somebody gave a task to the recipient. */
    TASK_HANDED_OVER,
    /** Somebody gave a task on which the recipient worked to another person. */
    TASK_TAKEN_AWAY,
    /** The director wants a document otherwise. */
    DOCUMENT_RETURNED,
    DOCUMENT_APPROVED,
    /** The document waits for the director again. */
    APPROVAL_TAKEN_BACK
}
