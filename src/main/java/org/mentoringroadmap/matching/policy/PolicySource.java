package org.mentoringroadmap.matching.policy;

import org.mentoringroadmap.programme.Programme;

/** Rules and weights as a programme goes by them. */
public interface PolicySource {
    /**
     * The policy of a programme.
     *
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.policy-broken} with what is wrong; nothing is
     *     matched by a policy that nobody has chosen
     */
    MatchingPolicy of(Programme programme);
}
