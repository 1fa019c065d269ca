package org.mentoringroadmap.benchmark;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.exchange.ImportOfPeople;
import org.mentoringroadmap.exchange.ImportReport;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.table.TableFile;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * A list of 5 000 mentees from the file to the register, against the same rows by plain JDBC; then the page of the
 * register and its search over HTTP. Prints a table; asserts only that the rows are there, since machines differ. Not
 * among the tests of the build:
 *
 * <pre>mvn test -Dtest=RegisterBenchmark -Djacoco.skip -Dtest.heap=512m</pre>
 */
class RegisterBenchmark {
    private static final int PEOPLE = 5_000;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final int REQUESTS = Integer.getInteger("benchmark.requests", 200);

    /** A school with its programme. */
    private record Target(TestSchool school, Long programmeId, Long classId) {}

    @Test
    void importAndRegister() {
        StringBuilder table = new StringBuilder("\n"
                + "| Database | Import, s | Plain JDBC, s | × | The same file again, s | Page p50 / p95, ms |"
                + " Search p50 / p95, ms |\n"
                + "|---|---|---|---|---|---|---|\n");
        table.append(measure(BenchmarkDatabase::h2));
        table.append(measure(BenchmarkDatabase::postgres));
        System.out.println(table + "Heap: " + Runtime.getRuntime().maxMemory() / 1024 / 1024 + " MB");
    }

    private static String measure(Supplier<BenchmarkDatabase> fresh) {
        try (BenchmarkDatabase database = fresh.get();
                ConfigurableApplicationContext context = database.start(TestSchools.class, Callers.class)) {
            byte[] file = file();
            Target target = null;
            double[] ours = new double[ROUNDS];
            double[] plain = new double[ROUNDS];
            for (int round = -2; round < ROUNDS; round++) { // two to warm up
                Target rival = target(context);
                double seconds = seconds(() -> PlainRegister.write(
                        context.getBean(DataSource.class),
                        rival.school().id(),
                        rival.programmeId(),
                        rival.classId(),
                        PEOPLE));
                Target own = target(context);
                target = own;
                double took = seconds(() -> load(context, own, file).count(Outcome.CREATED));
                if (round >= 0) {
                    plain[round] = seconds;
                    ours[round] = took;
                }
            }
            Target filled = target;
            double[] again = new double[ROUNDS];
            for (int round = -2; round < ROUNDS; round++) {
                double took = seconds(() -> load(context, filled, file).count(Outcome.UNCHANGED));
                if (round >= 0) {
                    again[round] = took;
                }
            }
            Caller curator = context.getBean(Callers.class).browser(filled.school(), Role.CURATOR);
            String register = "/programmes/" + filled.programmeId() + "/participants?role=MENTEE";
            double[] pages = requests(curator, number -> register + "&page=" + number % (PEOPLE / 50));
            double[] searches = requests(curator, number -> register + "&q=" + search(number));
            return String.format(
                    Locale.ROOT,
                    "| %s | %.2f | %.2f | %.2f | %.2f | %.0f / %.0f | %.0f / %.0f |%n",
                    database.name(),
                    at(ours, 0.5),
                    at(plain, 0.5),
                    at(ours, 0.5) / at(plain, 0.5),
                    at(again, 0.5),
                    at(pages, 0.5),
                    at(pages, 0.95),
                    at(searches, 0.5),
                    at(searches, 0.95));
        }
    }

    private static ImportReport load(ConfigurableApplicationContext context, Target target, byte[] file) {
        ImportOfPeople imports = context.getBean(ImportOfPeople.class);
        return target.school()
                .as(
                        Role.CURATOR,
                        () -> imports.store(
                                target.programmeId(),
                                ParticipantRole.MENTEE,
                                TableFile.read("mentees.csv", file),
                                false));
    }

    private static Target target(ConfigurableApplicationContext context) {
        TestSchool school = context.getBean(TestSchools.class).create(Role.CURATOR);
        Long programmeId = context.getBean(Programmes.class)
                .open(school.id(), SchoolYear.around(LocalDate.now(context.getBean(Clock.class))), "target-model")
                .id();
        return new Target(school, programmeId, school.addClass("5А"));
    }

    private static byte[] file() {
        StringBuilder file = new StringBuilder("Фамилия;Имя;Отчество;Дата рождения;Класс;Запросы;Интересы;Дни и часы;"
                + "Формы;Представитель;Кем приходится;Телефон представителя\n");
        IntStream.range(0, PEOPLE)
                .forEach(i -> file.append(PlainRegister.lastName(i))
                        .append(";Пётр;Петрович;")
                        .append(PlainRegister.birthday(i))
                        .append(";5А;математика, чтение;шахматы;пн 14:00–15:00;Ученик — ученик;")
                        .append("Примерова Анна Ивановна;мать;8 900 000-00-00\n"));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static double seconds(LongSupplier work) {
        long start = System.nanoTime();
        long rows = work.getAsLong();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (rows != PEOPLE) {
            throw new IllegalStateException(rows + " rows instead of " + PEOPLE);
        }
        return seconds;
    }

    private static double[] requests(Caller caller, IntFunction<String> path) {
        IntStream.range(0, REQUESTS / 4).forEach(number -> open(caller, path.apply(number)));
        double[] times = new double[REQUESTS];
        for (int number = 0; number < REQUESTS; number++) {
            long start = System.nanoTime();
            open(caller, path.apply(number));
            times[number] = (System.nanoTime() - start) / 1e6;
        }
        return times;
    }

    private static void open(Caller caller, String path) {
        Caller.Answer answer = caller.page(path);
        if (answer.status() != 200 || !answer.text().contains("<table")) {
            throw new IllegalStateException(path + " is answered by " + answer.status());
        }
    }

    /** Half of the searches find one person, half find a hundred. */
    private static String search(int number) {
        String name = PlainRegister.lastName(number * 7);
        return URLEncoder.encode(number % 2 == 0 ? name : name.substring(0, 5), StandardCharsets.UTF_8);
    }

    private static double at(double[] times, double share) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(share * sorted.length) - 1];
    }
}
