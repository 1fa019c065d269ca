package org.mentoringroadmap.activity;

/**
 * The end of an activity was recorded, within the transaction that records it.
 *
 * @param programmeId its programme
 * @param roadmapItem its item
 */
public record OutcomeRecorded(Long programmeId, String activityKey) {}
