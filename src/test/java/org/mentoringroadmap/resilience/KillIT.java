package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A power cut at any moment loses nothing that was acknowledged: clients note every 2xx, the process is killed at
 * random, and after the restart each noted effect is there, once, and no process is stuck.
 */
class KillIT {
    private static final int KILLS = 10;
    private static final int KILLS_DURING_START = 2;
    private static final int MOST_EFFECTS = 10;
    private static final int LONGEST_PAUSE_MS = 400;
    private static final int LONGEST_START_MS = 8000;

    private final Random random = new Random(20261121);

    @Test
    void acknowledgedEffectsSurviveAKill(@TempDir Path home) throws Exception {
        Acknowledged acknowledged = new Acknowledged();
        ExecutorService clients = Executors.newFixedThreadPool(2);
        try {
            for (int kill = 1; kill <= KILLS; kill++) {
                try (RunningJar application = RunningJar.start(home)) {
                    RestClient client = new RestClient(application.address());
                    acknowledged.assertNothingIsLost(client);
                    SchoolWork work = new SchoolWork(client, acknowledged);
                    List<CompletableFuture<Void>> busy = List.of(
                            CompletableFuture.runAsync(work::activitiesUntilKilled, clients),
                            CompletableFuture.runAsync(work::documentsUntilKilled, clients));
                    work.awaitEffects(1 + random.nextInt(MOST_EFFECTS));
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(LONGEST_PAUSE_MS));
                    application.kill();
                    for (CompletableFuture<Void> one : busy) {
                        one.get(90, TimeUnit.SECONDS);
                    }
                }
                if (kill <= KILLS_DURING_START) {
                    RunningJar.killDuringStart(home, random.nextInt(LONGEST_START_MS));
                }
            }
        } finally {
            clients.shutdownNow();
        }
        try (RunningJar application = RunningJar.start(home)) {
            RestClient client = new RestClient(application.address());
            acknowledged.assertNothingIsLost(client);
            acknowledged.assertNothingIsStuck(client);
        }
        System.out.println("Kill test: " + acknowledged);
        assertThat(acknowledged.registered())
                .as("the clients came as far as registered documents")
                .isPositive();
    }
}
