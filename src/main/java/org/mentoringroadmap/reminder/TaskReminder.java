package org.mentoringroadmap.reminder;

import java.util.Optional;
import org.mentoringroadmap.task.OpenTask;

/**
 * An open task whose term has passed or is near, as a person sees it.
 *
 * @param task the task
 * @param reminder the newest reminder of its term; empty while none was written
 * @param mine whether the person works on the task or may take it; otherwise it is somebody else's
 */
public record TaskReminder(OpenTask task, Optional<Reminder> reminder, boolean mine) {}
