package org.mentoringroadmap.activity.term;

import java.time.LocalDate;

/**
 * A new last day for an activity, as it is proposed; nothing is stored of it.
 *
 * @param term the activity with its last day as it stands
 * @param due the new last day
 */
public record ProposedTerm(OpenTerm term, LocalDate due) {}
