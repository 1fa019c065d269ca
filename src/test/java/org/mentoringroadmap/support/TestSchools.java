package org.mentoringroadmap.support;

import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.school.PaperSettings;
import org.mentoringroadmap.school.RegistryCodes;
import org.mentoringroadmap.school.Requisites;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.ApplicationEvent;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.event.ApplicationEventMulticaster;
import org.springframework.context.event.SimpleApplicationEventMulticaster;
import org.springframework.context.support.AbstractApplicationContext;
import org.springframework.core.ResolvableType;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes invented schools for tests, each with a person for every role. */
@TestComponent
public class TestSchools {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final ThreadLocal<Boolean> COMES_INTO_BEING = new ThreadLocal<>();

    private final Schools schools;
    private final Staff staff;
    private final SchoolClasses classes;
    private final ProcessEngine engine;
    private final TransactionTemplate transaction;

    TestSchools(
            Schools schools,
            Staff staff,
            SchoolClasses classes,
            ProcessEngine engine,
            PlatformTransactionManager transactions) {
        this.schools = schools;
        this.staff = staff;
        this.classes = classes;
        this.engine = engine;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * The application's events. A school that comes into being has no tasks yet, so nobody is told of its roles, who would
     * look for tasks after each: half of the work of a new school.
     */
    @Bean(AbstractApplicationContext.APPLICATION_EVENT_MULTICASTER_BEAN_NAME)
    static ApplicationEventMulticaster events(BeanFactory beans) {
        return new SimpleApplicationEventMulticaster(beans) {
            @Override
            public void multicastEvent(ApplicationEvent event, ResolvableType type) {
                boolean roles = event instanceof PayloadApplicationEvent<?> ours
                        && ours.getPayload() instanceof Staff.RolesChanged;
                if (!roles || COMES_INTO_BEING.get() == null) {
                    super.multicastEvent(event, type);
                }
            }
        };
    }

    /** A school with an account for every role (login {@code <role>-of-<school>}), without classes. */
    public TestSchool create() {
        return create(Role.values());
    }

    /** A school that has accounts for these roles only, one person each. */
    public TestSchool create(Role... roles) {
        COMES_INTO_BEING.set(true);
        try {
            return transaction.execute(status -> {
                TestSchool school = empty();
                Arrays.stream(roles)
                        .filter(role -> role != Role.ADMINISTRATOR)
                        .forEach(role ->
                                school.employ("Примеров Пример " + role.name().charAt(0), Set.of(role)));
                return school;
            });
        } finally {
            COMES_INTO_BEING.remove();
        }
    }

    /** A school that is in the database already, for example in one of an earlier release. */
    public TestSchool existing(String id) {
        return new TestSchool(id, staff, classes, engine);
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
                        new PaperSettings(null, null, null, null, true, true)));
        return new TestSchool(id, staff, classes, engine);
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
}
