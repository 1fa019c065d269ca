package org.mentoringroadmap.benchmark;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.document.word.DocumentRenderer;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.TestEngine;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.YearDriver;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** The year as our application runs it: services, listeners, documents, authorizations, PBKDF2 aside. */
final class OurYear {
    private final BenchmarkDatabase database;
    private final int pairs;
    private final StatementCount statements = new StatementCount();
    private final RenderingTime rendering = new RenderingTime();

    OurYear(BenchmarkDatabase database, int pairs) {
        this.database = database;
        this.pairs = pairs;
    }

    YearResult run() {
        try (ConfigurableApplicationContext context = start()) {
            TestSchool school = context.getBean(TestSchools.class).create();
            ProcessEngine engine = context.getBean(ProcessEngine.class);
            YearDriver year = new YearDriver(
                    school, engine, context.getBean(Clock.class), pairs, programme -> meet(context, school, programme));
            long before = statements.get();
            long start = System.nanoTime();
            year.run(school.start("target-model", "2026-2027"));
            return new YearResult(
                    year.tasksDone(),
                    statements.get() - before,
                    Duration.ofNanos(System.nanoTime() - start),
                    rendering.total(),
                    rendering.documents());
        }
    }

    /** Enters every meeting of every pair in the grid, as the curator. */
    private static void meet(ConfigurableApplicationContext context, TestSchool school, Long programmeId) {
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        List<Long> pairs = context.getBean(Mentorships.class).of(programmeId).stream()
                .map(Mentorship::id)
                .toList();
        for (MeetingKind kind : MeetingKind.values()) {
            for (List<Long> page : pages(pairs)) {
                school.as(
                        Role.CURATOR, () -> context.getBean(Meetings.class).recordAll(programmeId, page, kind, today));
                school.runJobs();
            }
        }
    }

    private static List<List<Long>> pages(List<Long> pairs) {
        return IntStream.iterate(0, from -> from < pairs.size(), from -> from + Mentorships.PAGE)
                .mapToObj(from -> pairs.subList(from, Math.min(pairs.size(), from + Mentorships.PAGE)))
                .toList();
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplicationBuilder(MentoringRoadmapApplication.class, TestSchools.class)
                .profiles(database.profile())
                .initializers(context ->
                        ((GenericApplicationContext) context).getBeanFactory().addBeanPostProcessor(new Watch()))
                .run(
                        "--spring.datasource.url=" + database.url(),
                        "--spring.datasource.username=" + database.user(),
                        "--spring.datasource.password=" + database.password(),
                        "--server.port=0",
                        "--logging.level.root=warn",
                        "--" + TestEngine.NO_JOBS,
                        "--" + TestEngine.OWN_ENGINE,
                        "--" + TestEngine.OWN_APPLICATION,
                        "--mentoring.password-iterations=1000",
                        "--mentoring.administrator.password=" + TestSchool.PASSWORD);
    }

    private final class Watch implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return bean instanceof DataSource database
                    ? statements.watch(database)
                    : bean instanceof DocumentRenderer renderer ? rendering.watch(renderer) : bean;
        }
    }
}
