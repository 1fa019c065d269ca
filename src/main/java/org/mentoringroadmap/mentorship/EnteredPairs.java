package org.mentoringroadmap.mentorship;

import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;

/** Pairs and groups that are entered in another way than on their pages, with the rights of the acting account. */
public interface EnteredPairs {
    /**
     * Enters a pair, or a group where there are several mentees. Its work waits for the order and the plans.
     *
     * @throws UserInputException {@code mentorship.mentees}, {@code mentorship.too-long}
     * @throws NotFoundException {@code staff.unknown}, {@code mentorship.member-unknown}
     * @throws ConflictException {@code mentorship.member-hindered}, {@code mentorship.capacity}, {@code
     *     mentorship.programme-completed}
     */
    Mentorship enter(Long programmeId, MentorshipDetails details, MemberChoice choice);
}
