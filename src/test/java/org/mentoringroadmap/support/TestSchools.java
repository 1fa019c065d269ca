package org.mentoringroadmap.support;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.springframework.boot.test.context.TestComponent;

/** Makes invented schools for tests, each with a person for every role. */
@TestComponent
public class TestSchools {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Schools schools;
    private final Staff staff;
    private final Accounts accounts;
    private final SchoolClasses classes;
    private final ProcessEngine engine;

    TestSchools(Schools schools, Staff staff, Accounts accounts, SchoolClasses classes, ProcessEngine engine) {
        this.schools = schools;
        this.staff = staff;
        this.accounts = accounts;
        this.classes = classes;
        this.engine = engine;
    }

    /** A school with an account for every role (login {@code <role>-of-<school>}), without classes. */
    public TestSchool create() {
        return create(Role.values());
    }

    /** A school that has accounts for these roles only, one person each. */
    public TestSchool create(Role... roles) {
        TestSchool school = empty();
        Arrays.stream(roles)
                .filter(role -> role != Role.ADMINISTRATOR)
                .forEach(role -> school.employ("Примеров Пример " + role.name().charAt(0), Set.of(role)));
        return school;
    }

    /** A school that is in the database already, for example in one of an earlier release. */
    public TestSchool existing(String id) {
        return new TestSchool(id, staff, accounts, classes, engine);
    }

    /** A school without any staff or classes. */
    public TestSchool empty() {
        String id = "school-" + COUNT.incrementAndGet();
        schools.create(
                id,
                new Requisites(
                        "Муниципальное бюджетное общеобразовательное учреждение «Школа примеров»",
                        "МБОУ «Школа примеров»",
                        "Администрация Примерного района",
                        "посёлок Примерный",
                        "123456, посёлок Примерный, улица Образцовая, дом 1",
                        "8 (000) 000-00-00",
                        "school@example.org",
                        "school.example.org",
                        "Директор",
                        "В соответствии с распоряжением об утверждении целевой модели наставничества",
                        RegistryCodes.NONE,
                        new PaperSettings(null, null, null, true, true)));
        return new TestSchool(id, staff, accounts, classes, engine);
    }

    /** What a school prints and asks for from now on; the acting account sees the school. */
    public void decide(TestSchool school, RegistryCodes codes, PaperSettings papers) {
        Requisites now = schools.get(school.id()).requisites();
        schools.change(
                school.id(),
                new Requisites(
                        now.fullName(),
                        now.shortName(),
                        now.founder(),
                        now.city(),
                        now.address(),
                        now.phone(),
                        now.email(),
                        now.site(),
                        now.directorPost(),
                        now.basis(),
                        codes,
                        papers));
    }

    /** Gives a person an account as {@code <role>-of-<school>}, who has signed in before and has kept the password. */
    static void open(Staff staff, Accounts accounts, String schoolId, StaffMember member, Role role) {
        String login = role.id() + "-of-" + schoolId;
        staff.open(schoolId, member.id(), login, TestSchool.PASSWORD);
        accounts.keepPassword(login);
    }
}
