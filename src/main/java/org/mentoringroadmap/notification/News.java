package org.mentoringroadmap.notification;

/**
 * What somebody is to be told.
 *
 * @param kind what has happened
 * @param schoolId in which school
 * @param about id of the task or the document
 * @param subject its title
 * @param reason why, in the words of who did it; null for none. Of both the first 500 characters are told
 * @param path page of this application on which it is seen
 */
public record News(NotificationKind kind, String schoolId, String about, String subject, String reason, String path) {}
