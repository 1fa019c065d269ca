package org.mentoringroadmap.platform.demo;

import java.util.List;
import org.mentoringroadmap.school.Role;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The accounts of the demo: one for each role, with the role's id as login and as password. */
@Component
@Profile("demo")
public class DemoLogins {
    /** Roles with an account of the demo, in the order in which they are shown. */
    public List<Role> roles() {
        return List.of(
                Role.CURATOR,
                Role.DIRECTOR,
                Role.DEPUTY,
                Role.SECRETARY,
                Role.CLASS_TEACHER,
                Role.TEACHER,
                Role.MENTOR,
                Role.PSYCHOLOGIST,
                Role.SOCIAL_WORKER,
                Role.SITE_EDITOR,
                Role.ADMINISTRATOR,
                Role.MODEL_ADMINISTRATOR);
    }
}
