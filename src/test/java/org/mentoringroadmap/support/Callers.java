package org.mentoringroadmap.support;

import java.net.URI;
import org.mentoringroadmap.school.Role;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;

/** Makes callers of the running application. */
@TestComponent
public class Callers {
    private final Environment environment;

    Callers(Environment environment) {
        this.environment = environment;
    }

    /** Nobody: no credentials are sent. */
    public Caller anonymous() {
        return Caller.anonymous(address());
    }

    /** A script that signs in with Basic. */
    public Caller basic(String login, String password) {
        return Caller.basic(address(), login, password);
    }

    /** A script with the account of the role. */
    public Caller basic(TestSchool school, Role role) {
        return basic(school.login(role), TestSchool.PASSWORD);
    }

    /** A script with the account of the installation's administrator. */
    public Caller administrator() {
        return basic("administrator", "administrator-of-tests");
    }

    /** A browser that has signed in on the login page. */
    public Caller browser(TestSchool school, Role role) {
        return anonymous().signIn(school.login(role), TestSchool.PASSWORD);
    }

    /** A browser of the installation's administrator. */
    public Caller administratorBrowser() {
        return anonymous().signIn("administrator", "administrator-of-tests");
    }

    private URI address() {
        return URI.create("http://localhost:" + environment.getRequiredProperty("local.server.port"));
    }
}
