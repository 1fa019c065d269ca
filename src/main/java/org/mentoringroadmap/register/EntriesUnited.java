package org.mentoringroadmap.register;

/**
 * Two participations of one person in one programme were made one, or were parted again. Published inside the transaction,
 * for features that keep something of either.
 *
 * @param keptId participant who goes on
 * @param closedId participant who was closed
 * @param parted whether it was taken back
 */
public record EntriesUnited(Long keptId, Long closedId, boolean parted) {}
