package org.mentoringroadmap.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers only what the acting account may see or do, and refuses everything else with {@link ForbiddenException} or
 * {@link NotFoundException}, or tells what that is; so too within a type that is {@link Unguarded} otherwise. The few places on which everything else rests carry it.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Guarded {}
