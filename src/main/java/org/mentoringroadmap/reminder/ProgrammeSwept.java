package org.mentoringroadmap.reminder;

/**
 * «Контроль сроков» has looked at a programme, as it does every morning. Published in its transaction, while the programme
 * is locked: whoever listens looks at what comes near in the own feature, once a day and on one node at a time.
 *
 * @param programmeId the programme
 */
public record ProgrammeSwept(Long programmeId) {}
