package org.mentoringroadmap.platform.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.platform.authority.DemoEngine;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Enters the invented school once, and opens its accounts at every start. */
@Component
@Profile("demo")
class DemoSchool {
    private static final Logger LOG = LoggerFactory.getLogger(DemoSchool.class);

    private final Schools schools;
    private final Staff staff;
    private final SchoolClasses classes;
    private final DemoEngine engine;
    private final DemoPlan plan;

    DemoSchool(Schools schools, Staff staff, SchoolClasses classes, DemoEngine engine, ObjectMapper json) {
        this.schools = schools;
        this.staff = staff;
        this.classes = classes;
        this.engine = engine;
        this.plan = DemoPlan.read(json);
    }

    DemoPlan plan() {
        return plan;
    }

    /** Enters the school with its people and classes; does nothing when it is there. */
    @Transactional
    public void enter() {
        if (schools.ids().contains(plan.schoolId())) {
            return;
        }
        schools.create(plan.schoolId(), plan.requisites());
        Map<String, Long> ids = new HashMap<>();
        for (DemoPlan.Person person : plan.staff()) {
            ids.put(person.name(), add(person).id());
        }
        plan.classes()
                .forEach(schoolClass ->
                        classes.add(plan.schoolId(), schoolClass.name(), ids.get(schoolClass.teacher())));
    }

    /** Opens the accounts, those that a start without the demo had disabled too. An account of a real person stays. */
    @Transactional
    public void openAccounts() {
        for (DemoPlan.Person person : plan.staff()) {
            String login = person.account();
            if (login == null) {
                continue;
            }
            if (engine.exists(login) && !engine.isMarked(login)) {
                LOG.warn("The account {} is not the demo's and stays as it is", login);
                continue;
            }
            StaffMember member = staff.behind(login).orElseGet(() -> withoutAccount(person));
            staff.openForDemo(plan.schoolId(), member.id(), login, login);
            engine.mark(login);
        }
    }

    private StaffMember withoutAccount(DemoPlan.Person person) {
        return staff.of(plan.schoolId()).stream()
                .filter(member -> member.account().isEmpty())
                .filter(member -> member.fullName().equals(person.name()))
                .findFirst()
                .orElseGet(() -> add(person));
    }

    private StaffMember add(DemoPlan.Person person) {
        return staff.add(plan.schoolId(), person.name(), person.post(), roles(person.roles()));
    }

    private static Set<Role> roles(List<String> ids) {
        return ids.stream().map(id -> Role.of(id).orElseThrow()).collect(Collectors.toSet());
    }
}
