package org.mentoringroadmap.shared;

import java.util.function.Supplier;

/** Lets the application itself act where the rights of the acting account would not do; the caller has checked them. */
public interface SystemAuthority {
    /** Does the work with no account acting; afterwards the account acts again. */
    <T> T get(Supplier<T> work);

    /** The same for work that answers nothing. */
    default void run(Runnable work) {
        get(() -> {
            work.run();
            return null;
        });
    }
}
