package org.mentoringroadmap.support;

import org.mentoringroadmap.school.Accounts;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;

/** The administrator of the tests has signed in before and has kept the password. */
@TestComponent
public class AdministratorOfTests {
    private final Accounts accounts;

    AdministratorOfTests(Accounts accounts) {
        this.accounts = accounts;
    }

    /** After the first administrator was made. */
    @EventListener
    @Order(60)
    void keepPassword(ApplicationStartedEvent started) {
        accounts.keepPassword("administrator");
    }
}
