package org.mentoringroadmap.matching.policy;

/** Rules and weights as the administrator has them now. */
public interface PolicySource {
    /**
     * The newest policy.
     *
     * @throws org.mentoringroadmap.shared.ConflictException {@code matching.policy-broken} with what is wrong; nothing is
     *     matched by a policy that nobody has chosen
     */
    MatchingPolicy current();
}
