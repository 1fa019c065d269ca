package org.mentoringroadmap.matching;

import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.benchmark.BenchmarkDatabase;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.exchange.ImportOfPeople;
import org.mentoringroadmap.matching.core.Matching;
import org.mentoringroadmap.matching.core.Solver;
import org.mentoringroadmap.matching.policy.Inputs;
import org.mentoringroadmap.matching.run.InputReader;
import org.mentoringroadmap.matching.run.Matcher;
import org.mentoringroadmap.matching.run.Proposal;
import org.mentoringroadmap.matching.run.RunMaker;
import org.mentoringroadmap.matching.run.RunStore;
import org.mentoringroadmap.matching.run.Solution;
import org.mentoringroadmap.participant.HeldDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.table.TableFile;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A whole run of the matching beside the solver alone: people are read, all pairs are judged, solved, proven and explained,
 * and everything is written. Prints a table; asserts only that everybody has a mentor, since machines differ. Not among the
 * tests of the build:
 *
 * <pre>mvn test -Dtest=WholeRunBenchmark</pre>
 */
class WholeRunBenchmark {
    private static final int MENTORS = 1_000;
    private static final int PLACES = 3;
    private static final int WARM_UP = 2;
    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 5);
    private static final double MILLION = 1e6;
    private static final List<String> MATTERS = List.of(
            "математика",
            "английский язык",
            "выступать перед классом",
            "русский язык",
            "свой проект",
            "выбор профессии",
            "подготовка к экзамену");
    private static final List<String> INTERESTS = List.of(
            "шахматы", "робототехника", "рисование", "футбол", "песни", "книги", "астрономия", "театр", "велосипед");
    private static final String[] DAYS = {"пн", "вт", "ср", "чт", "пт"};

    /** Milliseconds of each part, round by round. */
    private static final class Times {
        private final double[] solver = new double[ROUNDS];
        private final double[] preparation = new double[ROUNDS];
        private final double[] explaining = new double[ROUNDS];
        private final double[] reading = new double[ROUNDS];
        private final double[] writing = new double[ROUNDS];
        private final double[] whole = new double[ROUNDS];
    }

    @Test
    void wholeRun() {
        StringBuilder table = new StringBuilder("\n"
                + "| Database | Mentees × mentors | Solver, ms | Preparation | Explaining | Together / solver |"
                + " Reading, ms | Writing, ms | Whole, ms |\n"
                + "|---|---|---|---|---|---|---|---|---|\n");
        for (Supplier<BenchmarkDatabase> fresh :
                List.<Supplier<BenchmarkDatabase>>of(BenchmarkDatabase::h2, BenchmarkDatabase::postgres)) {
            try (BenchmarkDatabase database = fresh.get();
                    ConfigurableApplicationContext context = database.start(TestSchools.class)) {
                for (int mentees : new int[] {655, 2_300}) {
                    table.append(measure(database.name(), context, mentees));
                }
            }
        }
        System.out.println(table);
    }

    private static String measure(String database, ConfigurableApplicationContext context, int mentees) {
        TestSchool school = context.getBean(TestSchools.class).create(Role.CURATOR);
        Programmes programmes = context.getBean(Programmes.class);
        LocalDate today = LocalDate.now(context.getBean(Clock.class));
        Programme programme = programmes.open(school.id(), SchoolYear.around(today), "target-model");
        List.of("5А", "6Б", "10А", "11Б").forEach(school::addClass);
        enter(context, school, programme, ParticipantRole.MENTEE, mentees);
        enter(context, school, programme, ParticipantRole.MENTOR, MENTORS);
        consent(context, programme, today);
        Times times = new Times();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            int at = round;
            school.as(Role.CURATOR, () -> round(context, programme, mentees, times, at));
        }
        return String.format(
                Locale.ROOT,
                "| %s | %,d × %,d | %.0f | %.0f | %.0f | %.1f × | %.0f | %.0f | %.0f |%n",
                database,
                mentees,
                MENTORS,
                median(times.solver),
                median(times.preparation),
                median(times.explaining),
                (median(times.solver) + median(times.preparation) + median(times.explaining)) / median(times.solver),
                median(times.reading),
                median(times.writing),
                median(times.whole));
    }

    /** Parts that compute are taken by the processor time of the thread, parts that talk to the database by the clock. */
    private static RunSummary round(
            ConfigurableApplicationContext context, Programme programme, int mentees, Times times, int round) {
        InputReader reader = context.getBean(InputReader.class);
        Matcher matcher = context.getBean(Matcher.class);
        RunStore store = context.getBean(RunStore.class);
        LongSupplier clock = System::nanoTime;
        LongSupplier processor = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;

        long start = clock.getAsLong();
        Inputs inputs = reader.read(programme, RunRequest.EVERYBODY);
        double reading = since(clock, start);
        start = processor.getAsLong();
        Solution solution = matcher.match(programme.id(), inputs);
        double matching = since(processor, start);
        start = processor.getAsLong();
        int blocking = solution.blockingPairs();
        List<Proposal> proposals = RunMaker.proposals(solution);
        double explaining = since(processor, start);
        start = clock.getAsLong();
        store.store(programme, solution, blocking, proposals);
        double writing = since(clock, start);
        start = processor.getAsLong();
        Matching again = Solver.solve(solution.matching().problem());
        double solver = since(processor, start);
        start = clock.getAsLong();
        RunSummary run = context.getBean(RunMaker.class).make(programme, RunRequest.EVERYBODY);
        double whole = since(clock, start);

        if (run.matched() != mentees || again.matched() != mentees || run.changedMeanwhile()) {
            throw new IllegalStateException("Not everybody has a mentor: " + run);
        }
        if (round >= 0) {
            times.solver[round] = solver;
            times.preparation[round] = matching - solver;
            times.explaining[round] = explaining;
            times.reading[round] = reading;
            times.writing[round] = writing;
            times.whole[round] = whole;
        }
        return run;
    }

    private static double since(LongSupplier clock, long start) {
        return (clock.getAsLong() - start) / MILLION;
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void enter(
            ConfigurableApplicationContext context,
            TestSchool school,
            Programme programme,
            ParticipantRole role,
            int count) {
        byte[] file = file(role, count);
        long created = school.as(
                Role.CURATOR,
                () -> context.getBean(ImportOfPeople.class)
                        .store(programme.id(), role, TableFile.read("people.csv", file), false)
                        .count(Outcome.CREATED));
        if (created != count) {
            throw new IllegalStateException(created + " people instead of " + count);
        }
    }

    /** By plain SQL: what is measured is the matching. What the list has said of people is waiting for it. */
    private static void consent(ConfigurableApplicationContext context, Programme programme, LocalDate today) {
        JdbcClient jdbc = context.getBean(JdbcClient.class);
        jdbc.sql("insert into consent (id, version, person_id, kind, signed_on, self_signed, representative_signed,"
                        + " valid_until, registered_by, registered_at) select -p.id, 0, p.person_id, 'PROCESSING', :today, true,"
                        + " true, :until, 'benchmark', :now from participant p where p.programme_id = :programme")
                .param("today", today)
                .param("until", today.plusYears(1))
                .param("now", today.atStartOfDay())
                .param("programme", programme.id())
                .update();
        HeldDetails held = context.getBean(HeldDetails.class);
        jdbc.sql("select person_id from participant where programme_id = ?")
                .param(programme.id())
                .query(Long.class)
                .list()
                .forEach(held::moveIn);
    }

    private static byte[] file(ParticipantRole role, int count) {
        boolean mentor = role == ParticipantRole.MENTOR;
        StringBuilder file = new StringBuilder("Фамилия;Имя;Дата рождения;Класс;Интересы;Дни и часы;"
                + (mentor ? "Компетенции;Сколько наставляемых\n" : "Запросы\n"));
        IntStream.range(0, count).forEach(i -> {
            file.append(mentor ? "На" : "Дю").append(letters(i)).append(";Пётр;");
            file.append(String.format("%02d.%02d.%d", 1 + i % 28, 1 + i % 12, (mentor ? 2009 : 2013) + i % 2));
            file.append(mentor ? i % 2 == 0 ? ";10А;" : ";11Б;" : i % 2 == 0 ? ";5А;" : ";6Б;");
            file.append(two(INTERESTS, i, 5)).append(';');
            file.append(hour(i)).append(", ").append(hour(i / 5 + 7)).append(';');
            file.append(two(MATTERS, i, 3)).append(mentor ? ";" + PLACES + "\n" : "\n");
        });
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String letters(int number) {
        String syllables = "бавагадазакаламанапарасата";
        StringBuilder name = new StringBuilder();
        for (int left = number + 1; left > 0; left /= 13) {
            name.append(syllables, 2 * (left % 13), 2 * (left % 13) + 2);
        }
        return name.toString();
    }

    private static String hour(int number) {
        int from = 13 + number / 5 % 4;
        return DAYS[number % 5] + " " + from + ":00–" + (from + 1) + ":30";
    }

    /** Two of a list, other ones for the next number. */
    private static String two(List<String> words, int number, int step) {
        String first = words.get(number * step % words.size());
        String second = words.get((number * step + number / words.size() + 1) % words.size());
        return first.equals(second) ? first : first + ", " + second;
    }
}
