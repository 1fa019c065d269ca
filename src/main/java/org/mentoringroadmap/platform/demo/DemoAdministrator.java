package org.mentoringroadmap.platform.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.mentoringroadmap.platform.authority.DemoEngine;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Schools;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the administrator of the demo before the first administrator of an installation would be made. Where a real
 * school is in the database, an administrator that is not the demo's keeps its password.
 */
@Component
@Profile("demo")
class DemoAdministrator {
    private static final Logger LOG = LoggerFactory.getLogger(DemoAdministrator.class);

    private final DemoEngine engine;
    private final Schools schools;
    private final DemoPlan plan;

    DemoAdministrator(DemoEngine engine, Schools schools, ObjectMapper json) {
        this.engine = engine;
        this.schools = schools;
        this.plan = DemoPlan.read(json);
    }

    @EventListener
    @Order(45)
    void open(ApplicationStartedEvent started) {
        String login = Role.ADMINISTRATOR.id();
        boolean onlyDemo = schools.ids().stream().allMatch(plan.schoolId()::equals);
        if (onlyDemo || !engine.exists(login) || engine.isMarked(login)) {
            engine.openAdministrator(login, plan.administrator());
        } else {
            LOG.warn("A real school is here: the account {} keeps its password", login);
        }
    }
}
