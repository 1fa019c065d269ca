package org.mentoringroadmap.matching;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whom mentees and mentors would like, and whom they refuse; asked on both sides after the group meeting. Seen by those
 * who see the board; entered by curator and deputy.
 */
@Service
@Transactional
public class Preferences {
    /** How many can be named. */
    public static final int MOST = 3;

    /**
     * What one participant of a programme said.
     *
     * @throws org.mentoringroadmap.shared.NotFoundException {@code programme.unknown}, {@code matching.person-unknown}
     * @throws org.mentoringroadmap.shared.ForbiddenException {@code role.required}
     */
    @Transactional(readOnly = true)
    public Entered entered(Long programmeId, Long fromId) {
        throw new UnsupportedOperationException();
    }

    /** The same for many at once; everybody asked for is in the answer. */
    @Transactional(readOnly = true)
    public Map<Long, Entered> entered(Long programmeId, Collection<Long> fromIds) {
        throw new UnsupportedOperationException();
    }

    /**
     * Writes down what one participant said; what was said before is replaced. Nobody named and nobody refused is an
     * answer too.
     *
     * @param rankedIds participants of the other side, the dearest first
     * @param refusedIds participants of the other side
     * @throws org.mentoringroadmap.shared.UserInputException {@code matching.too-many-named}; {@code
     *     matching.named-and-refused}
     * @throws org.mentoringroadmap.shared.NotFoundException {@code matching.person-unknown} for who is not on the other
     *     side of this programme
     * @throws org.mentoringroadmap.shared.ForbiddenException {@code role.required}
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.programme-completed}
     */
    public void save(Long programmeId, Long fromId, List<Long> rankedIds, Set<Long> refusedIds) {
        throw new UnsupportedOperationException();
    }

    /** Who has answered and who is missing, of those who would be matched today. */
    @Transactional(readOnly = true)
    public PreferenceCounts counts(Long programmeId) {
        throw new UnsupportedOperationException();
    }
}
