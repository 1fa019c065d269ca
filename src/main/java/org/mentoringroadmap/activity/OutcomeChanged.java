package org.mentoringroadmap.activity;

import java.time.LocalDate;

/**
 * The end of an activity was recorded, corrected or taken back, within the transaction that does so.
 *
 * @param programmeId its programme
 * @param activityKey its key
 * @param before day on which it had ended by what was recorded before; null where nothing was
 */
public record OutcomeChanged(Long programmeId, String activityKey, LocalDate before) {}
