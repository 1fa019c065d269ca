package org.mentoringroadmap.activity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.boot.test.context.TestComponent;

/** Programmes of invented schools in which single blocks run, without a roadmap around them. */
@TestComponent
public class ActivityFixture {
    /** An item of the roadmap. */
    public static final String ITEM = "000-1.1.1";

    private final TestSchools schools;
    private final Programmes programmes;
    private final ProcessEngine engine;

    ActivityFixture(TestSchools schools, Programmes programmes, ProcessEngine engine) {
        this.schools = schools;
        this.programmes = programmes;
        this.engine = engine;
    }

    /** A school without classes. Accounts are slow to make, so only a deputy and a class teacher have one. */
    public TestSchool school() {
        return school(Role.DEPUTY, Role.CLASS_TEACHER);
    }

    /** A school without classes, with accounts for these roles. */
    public TestSchool school(Role... roles) {
        return schools.create(roles);
    }

    /** A programme of the school; no process runs for it. */
    public Programme programme(TestSchool school) {
        return programmes.open(school.id(), new SchoolYear(2026), "target-model");
    }

    /** Starts a block for {@link #ITEM} in the programme and answers its first task. */
    public Task start(TestSchool school, Programme programme, String block, String responsible) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "schoolId", school.id(),
                "programmeId", programme.id().toString(),
                "firstYear", "2026",
                "secondYear", "2027",
                "roadmapItem", ITEM,
                "title", "Классные часы",
                "guide", "Расскажите классу о наставничестве.",
                "start", "2026-06-01T08:00:00",
                "due", "2026-08-31T18:00:00",
                "responsible", responsible));
        variables.put("eventKind", "student-conference");
        variables.put("protocol", "false");
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> engine.getRuntimeService()
                        .startProcessInstanceByKey(block, programme.id().toString(), variables));
        school.runJobs();
        return school.tasks(programme.id().toString()).get(0);
    }
}
