package org.mentoringroadmap.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/**
 * The shipped models on an engine without our application: delegates and listeners set the flags that gateways read and
 * do nothing else. Save points, instances and messages are those of the models, so this is what the engine itself costs.
 */
final class BareYear {
    private static final Pattern BEAN = Pattern.compile("elegateExpression=\"\\$\\{(\\w+)}\"");
    private static final String KEY = "1";

    private final BenchmarkDatabase database;
    private final StatementCount statements = new StatementCount();
    private final int pairs;

    BareYear(BenchmarkDatabase database, int pairs) {
        this.database = database;
        this.pairs = pairs;
    }

    YearResult run() {
        ProcessEngine engine = engine();
        try {
            deploy(engine);
            long before = statements.get();
            long start = System.nanoTime();
            int tasks = drive(engine);
            return new YearResult(
                    tasks, statements.get() - before, Duration.ofNanos(System.nanoTime() - start), Duration.ZERO, 0);
        } finally {
            engine.close();
        }
    }

    private ProcessEngine engine() {
        StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare-" + UUID.randomUUID());
        configuration.setDataSource(statements.watch(database.pool()));
        configuration.setDatabaseSchemaUpdate("true");
        configuration.setHistory("full");
        configuration.setJobExecutorActivate(false);
        Map<Object, Object> beans = new HashMap<>();
        models().forEach(model -> {
            Matcher bean = BEAN.matcher(read(model));
            while (bean.find()) {
                beans.put(bean.group(1), new FlagsOnly(bean.group(1), pairs));
            }
        });
        beans.put("activityProperties", new FixedProperties());
        beans.put("mentorTasks", new FixedProperties());
        configuration.setBeans(beans);
        return configuration.buildProcessEngine();
    }

    private static void deploy(ProcessEngine engine) {
        DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
        Stream.concat(models(), files(Path.of("forms"), ".form"))
                .forEach(file -> deployment.addString(file.getFileName().toString(), read(file)));
        deployment.deploy();
    }

    private int drive(ProcessEngine engine) {
        engine.getRuntimeService()
                .startProcessInstanceByKey(
                        "target-model",
                        KEY,
                        Map.of("schoolYear", "2026-2027", "firstYear", "2026", "secondYear", "2027"));
        int tasks = 0;
        boolean met = false;
        while (true) {
            runJobs(engine);
            List<Task> open = engine.getTaskService()
                    .createTaskQuery()
                    .processInstanceBusinessKey(KEY)
                    .initializeFormKeys()
                    .list();
            if (open.isEmpty()) {
                return tasks;
            }
            Task task = open.get(0);
            if ("/tasks/meetings".equals(task.getFormKey()) && !met) {
                met = true;
                meet(engine);
                continue;
            }
            engine.getTaskService().claim(task.getId(), "somebody");
            engine.getTaskService()
                    .complete(task.getId(), Map.of("outcome", "done", "decision", "approve", "nextMeeting", "final"));
            tasks++;
        }
    }

    /** Every pair meets as long as it waits for a meeting. */
    private void meet(ProcessEngine engine) {
        long waiting;
        do {
            var waits = engine.getRuntimeService()
                    .createEventSubscriptionQuery()
                    .eventName("MeetingRecorded")
                    .list();
            waiting = waits.size();
            waits.forEach(wait -> {
                engine.getRuntimeService()
                        .messageEventReceived(
                                wait.getEventName(), wait.getExecutionId(), Map.of("nextMeeting", "final"));
                runJobs(engine);
            });
        } while (waiting > 0);
    }

    private static void runJobs(ProcessEngine engine) {
        List<Job> due;
        while (!(due = engine.getManagementService()
                        .createJobQuery()
                        .executable()
                        .list())
                .isEmpty()) {
            due.forEach(job -> engine.getManagementService().executeJob(job.getId()));
        }
    }

    private static Stream<Path> models() {
        return files(Path.of("processes"), ".bpmn");
    }

    private static Stream<Path> files(Path folder, String extension) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(extension)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
