/** Delegates of the matching and the policy out of its decision table. */
package org.mentoringroadmap.matching.process;
