package org.mentoringroadmap.deadline;

import org.mentoringroadmap.task.OpenTask;

/**
 * The newest reminder of an open task, as a person sees it.
 *
 * @param task the task
 * @param reminder its newest reminder
 * @param mine whether the person works on the task or may take it; otherwise it is somebody else's
 */
public record TaskReminder(OpenTask task, Reminder reminder, boolean mine) {}
