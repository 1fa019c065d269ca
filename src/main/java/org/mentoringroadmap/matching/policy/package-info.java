/** Which rules forbid a pair and what each criterion adds to its score. */
package org.mentoringroadmap.matching.policy;
