package org.mentoringroadmap.activity.term;

/**
 * Last days of a year are other ones now: moved, moved back, or counted from an activity that has ended. Published within
 * the transaction that moves them.
 */
public record TermsMoved(Long programmeId) {}
