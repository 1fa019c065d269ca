package org.mentoringroadmap.activity.term;

import java.time.LocalDateTime;
import java.util.UUID;

/**
 * Terms that were moved together, when the terms of a year were confirmed or with an activity that they come after, and
 * have not been taken back.
 *
 * @param id what tells them from others
 * @param movedAt when that was
 * @param moved how many there are
 * @param returnable how many of them get their former term back when the move is taken back: those that have not ended and
 *     were not moved again
 */
public record MovedTogether(UUID id, LocalDateTime movedAt, int moved, int returnable) {}
