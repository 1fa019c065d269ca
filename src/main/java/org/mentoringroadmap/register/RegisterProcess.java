package org.mentoringroadmap.register;

import org.mentoringroadmap.shared.Unguarded;

/** What the registers want to know of the processes. */
public interface RegisterProcess {
    /** The group of a register that a task of {@link RegisterTasks} is about; whoever asks. */
    @Unguarded
    RegisterGroup group(String taskId);
}
