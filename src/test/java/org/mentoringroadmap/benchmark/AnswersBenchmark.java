package org.mentoringroadmap.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.questionnaire.Campaigns;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 2 000 people answer a questionnaire by their links over HTTP, 50 at a time, against the same rows written by JDBC, one
 * transaction for each sheet and as many at a time; and beside both as many requests for a file of the application, which is
 * what client and server cost without an answer. Prints a table; asserts only that the rows are there. Not among the tests
 * of the build:
 *
 * <pre>mvn test -Dtest=AnswersBenchmark -Djacoco.skip -Dtest.heap=512m</pre>
 */
class AnswersBenchmark {
    private static final int PEOPLE = Integer.getInteger("benchmark.people", 2_000);
    private static final int CLIENTS = 50;
    private static final int WARM_UP = PEOPLE / 5;

    /** How often the first of them answer, each time otherwise, before the clock starts. */
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 4);

    private static final String ANSWERS = "wish=yes&need=study&need=time&subjects=maths&subjects=russian";
    private static final String OTHER_ANSWERS = "wish=no";
    private static final String[][] ROWS = {
        {"wish", "0", "yes"},
        {"need", "0", "study"},
        {"need", "1", "time"},
        {"subjects", "0", "russian"},
        {"subjects", "1", "maths"}
    };

    @Test
    void answers() throws Exception {
        StringBuilder table = new StringBuilder(
                "\n| Database | By links, s | Plain JDBC, s | × | Processor, s | Plain JDBC, s | × | Files alone, s / processor, s"
                        + " | One answer p50 / p95, ms |\n|---|---|---|---|---|---|---|---|---|\n");
        table.append(measure(BenchmarkDatabase::h2));
        table.append(measure(BenchmarkDatabase::postgres));
        System.out.println(table + "Heap: " + Runtime.getRuntime().maxMemory() / 1024 / 1024 + " MB");
    }

    private static String measure(Supplier<BenchmarkDatabase> fresh) throws Exception {
        try (BenchmarkDatabase database = fresh.get();
                ConfigurableApplicationContext context = database.start(TestSchools.class)) {
            DataSource pool = context.getBean(DataSource.class);
            List<Campaigns.FreshLink> links = ask(context);
            List<Campaigns.FreshLink> plain = ask(context);
            URI home = URI.create("http://localhost:" + context.getEnvironment().getProperty("local.server.port"));
            HttpClient client = HttpClient.newHttpClient();

            for (int round = 0; round < ROUNDS; round++) {
                String answers = round % 2 == 0 ? OTHER_ANSWERS : ANSWERS;
                run(links.subList(0, WARM_UP), link -> send(client, home, link, answers));
                run(links.subList(0, WARM_UP), link -> fetch(client, home));
            }
            run(plain.subList(0, WARM_UP), link -> write(pool, link));
            double[] jdbc = new double[2];
            double[] ours = new double[2];
            double[] files = new double[2];
            run(files, links.subList(WARM_UP, PEOPLE), link -> fetch(client, home));
            run(jdbc, plain.subList(WARM_UP, PEOPLE), link -> write(pool, link));
            double[] times = run(ours, links.subList(WARM_UP, PEOPLE), link -> send(client, home, link, ANSWERS));

            Long stored = context.getBean(JdbcClient.class)
                    .sql("select count(*) from questionnaire_answer")
                    .query(Long.class)
                    .single();
            if (stored != 2L * PEOPLE * ROWS.length) {
                throw new IllegalStateException(stored + " rows");
            }
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.1f | %.2f | %.2f | %.1f | %.2f / %.2f | %.0f / %.0f |%n",
                    database.name(),
                    ours[0],
                    jdbc[0],
                    ours[0] / jdbc[0],
                    ours[1],
                    jdbc[1],
                    ours[1] / jdbc[1],
                    files[0],
                    files[1],
                    times[times.length / 2] * 1_000,
                    times[times.length * 95 / 100] * 1_000);
        }
    }

    /** Everybody of a new school is asked. */
    private static List<Campaigns.FreshLink> ask(ConfigurableApplicationContext context) {
        TestSchool school = context.getBean(TestSchools.class).create(Role.CURATOR);
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        Long programme = context.getBean(Programmes.class)
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
        Long classId = school.addClass("5А");
        List<Campaigns.FreshLink> links = new ArrayList<>();
        school.as(Role.CURATOR, () -> {
            List<Long> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                Long id = context.getBean(Registers.class)
                        .enter(
                                programme,
                                ParticipantRole.MENTEE,
                                PersonDetails.named(PlainRegister.lastName(i), "Пётр", null, PlainRegister.birthday(i)),
                                ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, classId))
                        .id();
                context.getBean(Consents.class)
                        .register(id, ConsentKind.PROCESSING, today, Set.of(Signer.SELF, Signer.REPRESENTATIVE));
                people.add(id);
            }
            for (int from = 0; from < PEOPLE; from += Campaigns.MAX_PEOPLE) {
                links.addAll(context.getBean(Campaigns.class)
                        .invite(
                                programme,
                                "mentee-pupil",
                                people.subList(from, Math.min(PEOPLE, from + Campaigns.MAX_PEOPLE)),
                                null));
            }
            return null;
        });
        return links;
    }

    /** One act of a client. */
    private interface Act {
        void on(Campaigns.FreshLink link) throws Exception;
    }

    private static void send(HttpClient client, URI home, Campaigns.FreshLink link, String answers)
            throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(home.resolve("/q/" + link.token()))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(answers))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 303) {
            throw new IllegalStateException("Status " + answer.statusCode());
        }
    }

    private static void fetch(HttpClient client, URI home) throws IOException, InterruptedException {
        HttpResponse<Void> answer = client.send(
                HttpRequest.newBuilder(home.resolve("/static/app.css")).build(),
                HttpResponse.BodyHandlers.discarding());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("Status " + answer.statusCode());
        }
    }

    private static void write(DataSource pool, Campaigns.FreshLink link) throws SQLException {
        try (Connection connection = pool.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement answered = connection.prepareStatement("update questionnaire_invitation"
                            + " set answered_at = ?, channel = 'LINK', version = version + 1 where id = ?");
                    PreparedStatement row = connection.prepareStatement(
                            "insert into questionnaire_answer (invitation_id, question, place, answer)"
                                    + " values (?, ?, ?, ?)")) {
                answered.setTimestamp(1, Timestamp.valueOf(LocalDateTime.of(2026, 10, 1, 12, 0)));
                answered.setLong(2, link.invitationId());
                answered.executeUpdate();
                for (String[] answer : ROWS) {
                    row.setLong(1, link.invitationId());
                    row.setString(2, answer[0]);
                    row.setInt(3, Integer.parseInt(answer[1]));
                    row.setString(4, answer[2]);
                    row.addBatch();
                }
                row.executeBatch();
            }
            connection.commit();
        }
    }

    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }

    private static void run(List<Campaigns.FreshLink> links, Act act) throws Exception {
        run(new double[2], links, act);
    }

    /**
     * Answers how long each took, in order; all together they took the seconds of {@code whole}, and of the processor the
     * seconds behind them: those of this process, clients and compiler among them.
     */
    private static double[] run(double[] whole, List<Campaigns.FreshLink> links, Act act) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        AtomicInteger next = new AtomicInteger();
        double[] times = new double[links.size()];
        long processor = processor();
        long start = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            done.add(clients.submit(() -> {
                for (int at = next.getAndIncrement(); at < links.size(); at = next.getAndIncrement()) {
                    long begun = System.nanoTime();
                    act.on(links.get(at));
                    times[at] = (System.nanoTime() - begun) / 1e9;
                }
                return null;
            }));
        }
        for (Future<?> one : done) {
            try {
                one.get();
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
        whole[0] = (System.nanoTime() - start) / 1e9;
        whole[1] = (processor() - processor) / 1e9;
        clients.shutdown();
        Arrays.sort(times);
        return times;
    }
}
