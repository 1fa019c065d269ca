package org.mentoringroadmap.waiting;

import java.util.List;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.task.OpenTask;

/**
 * A task with those whom it waits for.
 *
 * @param programme the programme of the task
 * @param awaited who works on it, else everybody who may take it, by name; empty where nobody of the school may
 * @param heirs to whom it can be given: others who may take it and can sign in, by name
 * @param mayRemind whether the acting account may remind of it: not where it waits for itself alone
 * @param reminded whether it has reminded of it today already
 * @param mayHandOver whether the acting account may give it to somebody
 * @param personal whether it is one person's by its nature, such as the meeting of a pair
 */
public record WaitingTask(
        OpenTask task,
        Programme programme,
        List<StaffMember> awaited,
        List<StaffMember> heirs,
        boolean mayRemind,
        boolean reminded,
        boolean mayHandOver,
        boolean personal) {
    /** Whether somebody whom it waits for has an account, and so can be reminded. */
    public boolean isReachable() {
        return awaited.stream().anyMatch(member -> member.account().isPresent());
    }
}
