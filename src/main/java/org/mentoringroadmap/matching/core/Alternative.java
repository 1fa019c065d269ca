package org.mentoringroadmap.matching.core;

/**
 * Another mentor that a mentee could have.
 *
 * @param pair the pair that they would be
 * @param loss what it would cost the whole, everybody else matched anew as well as possible; exact
 */
public record Alternative(int pair, Loss loss) {}
