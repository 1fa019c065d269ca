package org.mentoringroadmap.platform.demo;

import java.util.Locale;
import org.mentoringroadmap.school.Role;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills an installation with an invented school, any number of times, and prints how to sign in. */
@Component
@Profile("demo")
class Demo {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final DemoSchool school;
    private final DemoYear year;
    private final DemoLastYear lastYear;
    private final DemoBank bank;
    private final DemoLogins logins;
    private final MessageSource messages;

    Demo(
            DemoSchool school,
            DemoYear year,
            DemoLastYear lastYear,
            DemoBank bank,
            DemoLogins logins,
            MessageSource messages) {
        this.school = school;
        this.year = year;
        this.lastYear = lastYear;
        this.bank = bank;
        this.logins = logins;
        this.messages = messages;
    }

    @EventListener
    @Order(60)
    void fill(ApplicationStartedEvent started) {
        school.enter();
        school.openAccounts();
        year.live(school.plan());
        lastYear.live(school.plan());
        bank.fill(school.plan());
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void print(ApplicationReadyEvent ready) {
        if (!(ready.getApplicationContext() instanceof ServletWebServerApplicationContext web)) {
            return;
        }
        StringBuilder table = new StringBuilder();
        table.append(String.format(
                "%n%s%n",
                text("demo.title", "http://localhost:" + web.getWebServer().getPort() + "/")));
        for (Role role : logins.roles()) {
            table.append(String.format("  %-19s %s%n", role.id(), text("role." + role.id())));
        }
        System.out.println(table);
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
