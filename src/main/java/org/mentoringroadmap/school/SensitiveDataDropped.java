package org.mentoringroadmap.school;

/**
 * A school asks for some data no longer: whoever keeps them takes them away in the same transaction, since no consent names
 * them any more.
 *
 * @param health limited health
 * @param hardship a hard situation in life
 */
public record SensitiveDataDropped(String schoolId, boolean health, boolean hardship) {}
