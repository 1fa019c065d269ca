package org.mentoringroadmap.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.FollowUp;
import org.mentoringroadmap.shared.FollowUps;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

/** What follow-ups promise, on whichever database the subclass brings. An act of these tests is a row in a table of ours. */
abstract class FollowUpsContract {
    /** As many as the engine's retry cycle has pauses, and the first. */
    private static final int TRIES = 5;

    private static final String KIND = "kind-of-tests";
    private static final int MAX_SECONDS = 300;

    /** Notes at each run how many acts it saw. */
    private final class Look implements FollowUp {
        private final List<Integer> seen = new ArrayList<>();
        private Runnable work = () -> {};

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public void run(Long programme) {
            int acts = acts(programme);
            work.run();
            seen.add(acts);
        }
    }

    @Autowired
    private FollowUps followUps;

    @Autowired
    private Incidents incidents;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private CurrentUser user;

    @Autowired
    private ManagementService management;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private MockMvc mvc;

    @Autowired
    private Clock clock;

    private final Look look = new Look();
    private final AtomicInteger number = new AtomicInteger();
    private TestSchool school;
    private Long programmeId;

    @BeforeEach
    void school() {
        TestClock.moveTo(LocalDateTime.of(2025, 10, 1, 12, 0));
        school = schools.create(Role.CURATOR);
        programmeId = programmes
                .open(school.id(), new SchoolYear(2025), "target-model")
                .id();
        beans().registerSingleton(KIND, look);
    }

    @AfterEach
    void forget() {
        beans().destroySingleton(KIND);
        school.followUps().forEach(job -> management.deleteJob(job.getId()));
    }

    @Test
    void isAskedForWithTheActAndDoneAfterIt() {
        List<String> actors = new ArrayList<>();
        look.work = () -> actors.add(user.login());
        transactions.executeWithoutResult(status -> {
            act();
            act();
        });

        assertThat(requests()).isEqualTo(1);
        assertThat(school.followUps()).hasSize(1);
        assertThat(look.seen).isEmpty();
        school.as("somebody", List.of(Role.ADMINISTRATOR.id()), () -> {
            management.executeJob(school.followUps().get(0).getId());
            return null;
        });

        assertThat(look.seen).containsExactly(2);
        assertThat(actors).containsExactly("system");
        assertThat(requests()).isZero();
        assertThat(school.followUps()).isEmpty();
    }

    @Test
    void anActThatIsUndoneIsFollowedByNothing() {
        transactions.executeWithoutResult(status -> {
            act();
            status.setRollbackOnly();
        });

        assertThat(requests()).isZero();
        assertThat(school.followUps()).isEmpty();
        assertThatThrownBy(() -> followUps.request(KIND, programmeId))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void fiftyActsAreFollowedByOneLook() {
        for (int i = 0; i < 50; i++) {
            transactions.executeWithoutResult(status -> act());
        }

        assertThat(school.followUps()).hasSize(1);
        school.runFollowUps();

        assertThat(look.seen).containsExactly(50);
    }

    /** Whatever comes between whatever: after the last commit somebody looks who sees everything. */
    @Test
    void ofActsAtOnceNoneIsMissed() throws Exception {
        int people = 6;
        int each = 20;
        CyclicBarrier together = new CyclicBarrier(people);
        CountDownLatch working = new CountDownLatch(people);
        ExecutorService threads = Executors.newFixedThreadPool(people + 1);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int person = 0; person < people; person++) {
                all.add(threads.submit(() -> {
                    together.await(MAX_SECONDS, TimeUnit.SECONDS);
                    for (int i = 0; i < each; i++) {
                        transactions.executeWithoutResult(status -> act());
                    }
                    working.countDown();
                    return null;
                }));
            }
            all.add(threads.submit(() -> {
                do {
                    school.runFollowUps();
                } while (working.getCount() > 0);
                return null;
            }));
            for (Future<?> one : all) {
                one.get(MAX_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        school.runFollowUps();

        assertThat(look.seen.get(look.seen.size() - 1)).isEqualTo(people * each);
        assertThat(requests()).isZero();
    }

    @Test
    void whoeverActsDoesNotWaitForALookThatIsAtWork() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        look.work = () -> {
            begun.countDown();
            await(go);
        };
        transactions.executeWithoutResult(status -> act());
        String job = school.followUps().get(0).getId();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<?> working = executor.submit(() -> management.executeJob(job));
            await(begun);
            transactions.executeWithoutResult(status -> act());
            assertThat(working.isDone()).as("the act was faster than the look").isFalse();
            go.countDown();
            working.get(MAX_SECONDS, TimeUnit.SECONDS);
        } finally {
            go.countDown();
            executor.shutdown();
        }
        look.work = () -> {};
        school.runFollowUps();

        assertThat(look.seen).containsExactly(1, 2);
    }

    @Test
    void aLookWaitsForTheActThatLeansOnItsRequest() throws Exception {
        transactions.executeWithoutResult(status -> act());
        String job = school.followUps().get(0).getId();
        ExecutorService executor = Executors.newSingleThreadExecutor();
        try {
            Future<?> working = transactions.execute(status -> {
                act();
                assertThat(school.followUps()).as("leans on the first").hasSize(1);
                return executor.submit(() -> management.executeJob(job));
            });
            working.get(MAX_SECONDS, TimeUnit.SECONDS);
        } finally {
            executor.shutdown();
        }

        assertThat(look.seen).containsExactly(2);
    }

    @Test
    void aFailureIsTriedAgainAndThenToldToTheAdministrator() throws Exception {
        look.work = () -> {
            throw new IllegalStateException("Сидоров Пётр", new IllegalArgumentException("Сидорова Анна"));
        };
        transactions.executeWithoutResult(status -> act());
        Job job = school.followUps().get(0);
        List<Duration> pauses = new ArrayList<>();
        for (int left = TRIES - 1; left >= 0; left--) {
            assertThatThrownBy(() -> management.executeJob(job.getId())).isNotNull();
            assertThat(requests()).as("what was asked for stays").isEqualTo(1);
            assertThat(same(job).getRetries()).isEqualTo(left);
            if (left > 0) {
                pauses.add(
                        Duration.between(clock.instant(), same(job).getDuedate().toInstant()));
            }
        }
        assertThat(pauses.get(0)).isLessThanOrEqualTo(Duration.ofSeconds(5));
        assertThat(pauses).isSorted();

        Incidents.Failure failure = failure();
        assertThat(failure.message())
                .contains("Ошибка в программе.", "IllegalStateException", "FollowUpsContract.java:")
                .doesNotContain("Сидоров");
        assertThat(management.getJobExceptionStacktrace(job.getId()))
                .contains("IllegalStateException", "IllegalArgumentException", "FollowUpsContract.java:")
                .doesNotContain("Сидоров");
        mvc.perform(get("/admin/incidents").session(Sessions.ofAdministrator(mvc)))
                .andExpect(content()
                        .string(allOf(
                                containsString("Что следует из сделанного"),
                                containsString(KIND),
                                containsString("Ошибка в программе."),
                                not(containsString("Сбоев нет.")),
                                not(containsString("process-instance/null")))));

        look.work = () -> {};
        incidents.retry(failure.id());
        assertThat(incidents.open()).noneMatch(this::isOurs);
        school.runFollowUps();
        assertThat(look.seen).containsExactly(1);
        assertThat(requests()).isZero();
    }

    @Test
    void aRefusalIsToldWithoutWhomItNamed() {
        look.work = () -> {
            throw new ConflictException("mentorship.begin-hindered", "Сидоров Пётр");
        };
        failForGood();

        assertThat(failure().message())
                .containsPattern("\\p{IsCyrillic}{3}")
                .contains("ConflictException")
                .doesNotContain("Сидоров");
    }

    /** Nobody may press «Повторить» for weeks: a later act has the work tried anew. */
    @Test
    void anActLongAfterAFailureIsFollowedAgain() {
        look.work = () -> {
            throw new IllegalStateException();
        };
        failForGood();
        transactions.executeWithoutResult(status -> act());
        assertThat(school.followUps()).as("one incident, not one for each act").hasSize(1);

        look.work = () -> {};
        TestClock.moveTo(TestClock.now().plusHours(2));
        transactions.executeWithoutResult(status -> act());
        school.followUps().stream()
                .filter(job -> job.getRetries() > 0)
                .forEach(job -> management.executeJob(job.getId()));

        assertThat(look.seen).containsExactly(3);
        assertThat(requests()).isZero();
        incidents.retry(failure().id());
        school.runFollowUps();
        assertThat(look.seen).as("nothing was left to do").hasSize(1);
    }

    @Test
    void everyKindHasATitle() {
        Collection<FollowUp> all = context.getBeansOfType(FollowUp.class).values();
        assertThat(all).hasSizeGreaterThan(4);
        assertThat(all).extracting(FollowUp::kind).doesNotHaveDuplicates();
        all.stream()
                .filter(one -> one != look)
                .forEach(one -> assertThat(
                                context.getMessage("follow-up." + one.kind(), null, Locale.forLanguageTag("ru")))
                        .isNotBlank());
    }

    private void failForGood() {
        transactions.executeWithoutResult(status -> act());
        String job = school.followUps().get(0).getId();
        for (int i = 0; i < TRIES; i++) {
            assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
        }
    }

    private Incidents.Failure failure() {
        return incidents.open().stream().filter(this::isOurs).findFirst().orElseThrow();
    }

    private boolean isOurs(Incidents.Failure failure) {
        return failure.programmeId().filter(String.valueOf(programmeId)::equals).isPresent();
    }

    private Job same(Job job) {
        return management.createJobQuery().jobId(job.getId()).singleResult();
    }

    private void act() {
        jdbc.sql("insert into register_hold (programme_id, activity_key) values (?, ?)")
                .params(programmeId, "item-" + number.incrementAndGet())
                .update();
        followUps.request(KIND, programmeId);
    }

    private int acts(Long programme) {
        return count("register_hold where programme_id = ?", programme);
    }

    private int requests() {
        return count("follow_up where programme_id = ?", programmeId);
    }

    private int count(String what, Long programme) {
        return jdbc.sql("select count(*) from " + what)
                .param(programme)
                .query(Integer.class)
                .single();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(MAX_SECONDS, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private DefaultListableBeanFactory beans() {
        return (DefaultListableBeanFactory) context.getBeanFactory();
    }
}
