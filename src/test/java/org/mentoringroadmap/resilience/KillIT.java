package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.mentoringroadmap.support.RandomSeed;
import org.mentoringroadmap.support.TestEngine;

/**
 * A power cut at any moment loses nothing that was acknowledged: clients note every 2xx, the process is killed at
 * random, and after the restart each noted effect is there, once, and no process is stuck. Every build kills once
 * where its seed says; a release is killed many times, also while it starts, and in all stages of a year.
 */
class KillIT {
    private static final int KILLS = 1;
    private static final int MANY_KILLS = 10;
    private static final int KILLS_DURING_START = 2;
    private static final int MAX_EFFECTS = 10;
    private static final int MAX_PAUSE_MS = 400;
    private static final int MAX_START_MS = 8000;

    private static final Set<Integer> STAGES = Set.of(1, 2, 3, 4, 5, 6, 7);
    private static final int MAX_KILLS_OF_A_YEAR = 20;
    private static final int PEOPLE = 2;
    private static final int MAX_EFFECTS_BETWEEN = 16;
    private static final Duration MAX_BETWEEN = Duration.ofMinutes(4);
    private static final Duration MAX_FOLLOW_UP = Duration.ofMinutes(2);

    /** Jobs that a killed process had taken are free again after this, not after the minute of a real installation. */
    private static final String JOBS_OF_THE_KILLED_SOON = "--" + TestEngine.SHORT_LOCKS;

    /** A year that has passed: everything in it may be said to be done. */
    private static final String LAST_YEARS = "2022-2023";

    private static final LocalDate DAY = LocalDate.of(2023, 5, 25);

    private static final Random RANDOM = RandomSeed.randomOf(KillIT.class);

    @TempDir
    private static Path unpacked;

    @TempDir
    private Path home;

    private static RunningJar.Application application;

    @BeforeAll
    static void unpack() throws Exception {
        application = RunningJar.unpack(unpacked);
    }

    @Test
    void acknowledgedEffectsSurviveAKill() throws Exception {
        survives(KILLS);
    }

    @Test
    @Tag("long")
    void acknowledgedEffectsSurviveManyKills() throws Exception {
        survives(MANY_KILLS);
    }

    private void survives(int kills) throws Exception {
        Acknowledged acknowledged = new Acknowledged();
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            for (int kill = 1; kill <= kills; kill++) {
                try (RunningJar running = application.start(home)) {
                    RestClient client = running.client();
                    acknowledged.assertNothingIsLost(client);
                    SchoolWork work = new SchoolWork(client, acknowledged);
                    List<CompletableFuture<Void>> busy = List.of(
                            CompletableFuture.runAsync(work::activitiesUntilKilled, clients),
                            CompletableFuture.runAsync(work::documentsUntilKilled, clients));
                    work.awaitEffects(1 + RANDOM.nextInt(MAX_EFFECTS));
                    if (kill == kills) {
                        work.awaitRegisteredDocument();
                    }
                    TimeUnit.MILLISECONDS.sleep(RANDOM.nextInt(MAX_PAUSE_MS));
                    running.kill();
                    for (CompletableFuture<Void> one : busy) {
                        one.get(90, TimeUnit.SECONDS);
                    }
                }
                if (kill <= KILLS_DURING_START && kill < kills) {
                    application.killDuringStart(home, RANDOM.nextInt(MAX_START_MS));
                }
            }
        } finally {
            clients.shutdownNow();
        }
        try (RunningJar running = application.start(home)) {
            RestClient client = running.client();
            acknowledged.assertNothingIsLost(client);
            acknowledged.assertNothingIsStuck(client);
        }
        System.out.println("Kill test: " + acknowledged);
        assertThat(acknowledged.registered())
                .as("the clients came as far as registered documents")
                .isPositive();
    }

    /** Kills at random moments of a year whose stages overlap, until each had its work between two; then it goes on to its end. */
    @Test
    @Tag("long")
    void aYearSurvivesKillsInAllOfItsStages() throws Exception {
        Acknowledged acknowledged = new Acknowledged();
        YearWork year = null;
        Set<Integer> stages = new TreeSet<>();
        ExecutorService people = Executors.newFixedThreadPool(PEOPLE);
        try {
            for (int kill = 1; !stages.containsAll(STAGES) && kill <= MAX_KILLS_OF_A_YEAR; kill++) {
                try (RunningJar running = application.start(home, JOBS_OF_THE_KILLED_SOON)) {
                    RestClient client = running.client();
                    acknowledged.assertNothingIsLost(client);
                    year = year == null ? YearWork.start(client, acknowledged, LAST_YEARS, DAY, RANDOM) : year;
                    List<CompletableFuture<Void>> busy = work(year, client, people);
                    await(year, year.effects() + 1 + RANDOM.nextInt(MAX_EFFECTS_BETWEEN), busy);
                    stages.addAll(year.takeStages());
                    TimeUnit.MILLISECONDS.sleep(RANDOM.nextInt(MAX_PAUSE_MS));
                    running.kill();
                    for (CompletableFuture<Void> one : busy) {
                        one.get(90, TimeUnit.SECONDS);
                    }
                }
            }
            try (RunningJar running = application.start(home, JOBS_OF_THE_KILLED_SOON)) {
                RestClient client = running.client();
                acknowledged.assertNothingIsLost(client);
                for (CompletableFuture<Void> one : work(year, client, people)) {
                    one.get(MAX_BETWEEN.multipliedBy(STAGES.size()).toSeconds(), TimeUnit.SECONDS);
                }
                acknowledged.assertNothingIsLost(client);
                acknowledged.assertNothingIsStuck(client);
                new FinishedYear(client, year.programmeId()).assertEverythingIsThereOnce();
            }
        } finally {
            people.shutdownNow();
        }
        System.out.println(
                "Kill test of the year: %s; stages worked on between kills: %s".formatted(acknowledged, stages));
        assertThat(stages).as("stages worked on between kills").containsAll(STAGES);
    }

    /**
     * The process is killed when a consent is acknowledged and nothing of what follows from it is done: it had no job
     * executor. The next one does it.
     */
    @Test
    @Tag("long")
    void whatFollowsFromAnActSurvivesAKill(@TempDir Path home) throws Exception {
        try (RunningJar running = application.start(home, JOBS_OF_THE_KILLED_SOON)) {
            ConsentWork work = new ConsentWork(running.client());
            work.startCollection();
            Awaitility.await("the task").atMost(MAX_FOLLOW_UP).until(() -> work.openCollections() == 1);
            running.kill();
        }
        try (RunningJar running = application.start(home, "--camunda.bpm.job-execution.enabled=false")) {
            ConsentWork work = new ConsentWork(running.client());
            work.registerAllConsents();
            assertThat(work.openCollections()).as("not done yet").isEqualTo(1);
            running.kill();
        }
        try (RunningJar running = application.start(home, JOBS_OF_THE_KILLED_SOON)) {
            ConsentWork work = new ConsentWork(running.client());
            Awaitility.await("the task ends").atMost(MAX_FOLLOW_UP).until(() -> work.openCollections() == 0);
        }
    }

    private static List<CompletableFuture<Void>> work(YearWork year, RestClient client, ExecutorService people) {
        return Stream.generate(() -> CompletableFuture.runAsync(() -> year.untilKilledOrEnded(client), people))
                .limit(PEOPLE)
                .toList();
    }

    /** Waits for the effects, or for somebody who cannot go on and says why. */
    private static void await(YearWork year, int effects, List<CompletableFuture<Void>> busy) {
        Awaitility.await("%s effects".formatted(effects))
                .atMost(MAX_BETWEEN)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> year.effects() >= effects || busy.stream().anyMatch(CompletableFuture::isDone));
        busy.stream().filter(CompletableFuture::isCompletedExceptionally).forEach(CompletableFuture::join);
        assertThat(year.effects()).as("the year goes on").isGreaterThanOrEqualTo(effects);
    }
}
