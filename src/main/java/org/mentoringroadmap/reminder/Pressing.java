package org.mentoringroadmap.reminder;

import java.util.List;

/**
 * What presses on a person.
 *
 * @param first as many as were asked for, the earliest term first
 * @param total how many there are
 */
public record Pressing(List<TaskReminder> first, long total) {}
