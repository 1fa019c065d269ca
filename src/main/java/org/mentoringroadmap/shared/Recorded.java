package org.mentoringroadmap.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A page, an answer or a file that shows people: that it was asked for and answered is recorded before anything of it
 * leaves the application. A refusal and a redirect show nothing and are not recorded, nor is an answer without the thing
 * that it would be about. Names below are those of the method's parameters, of attributes of its model, or of the parts of
 * what it returns.
 *
 * <p>{@code audit/records.csv} of the tests says of every route what it records.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Recorded {
    /** What is recorded. */
    AuditAct value();

    /** Name of the id of the thing that the act is about; empty for an act without one. */
    String id() default "";

    /** Name of what is counted, a page or a collection; empty for the returned list, if it is one. */
    String count() default "";

    /** Names of facts: constants, numbers, days; {@code fact=name} gives a fact another name. */
    String[] facts() default {};
}
