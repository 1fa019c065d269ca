package org.mentoringroadmap.shared;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Answers whoever asks: nobody's rights are looked at, since processes, documents and follow-ups ask too. Whoever calls it
 * for a person looks at that person's rights first; the architecture test asks every handler of a page or an API that comes
 * here to pass something {@link Guarded} as well.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface Unguarded {}
