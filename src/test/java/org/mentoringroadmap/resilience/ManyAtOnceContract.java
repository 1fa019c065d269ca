package org.mentoringroadmap.resilience;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipDetails;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipLifecycle;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.Machine;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Many people at the same moment, with the connections and the job executor of the default configuration: everybody is
 * answered soon, nothing that was acknowledged is lost, and what follows is done.
 */
abstract class ManyAtOnceContract {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration AFTERWARDS = Duration.ofMinutes(3);
    private static final int TICKS = 30;
    private static final int PAIRS = 40;
    private static final int WAITING = 3;
    private static final int IMPORTS = 12;
    private static final int ROWS_CHECKED = 600;
    private static final int ROWS_STORED = 100;

    private record Timed(Caller.Answer answer, Duration took) {}

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private MentorshipManagement management;

    @Autowired
    private MentorshipLifecycle lifecycle;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private MentorSearches searches;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private Callers callers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programmeId;
    private LocalDate today;
    private PeopleToMatch people;
    private double slownessBefore;

    @BeforeEach
    void school() {
        school = schools.create(Role.CURATOR, Role.SECRETARY);
        today = LocalDate.now(clock);
        programmeId = programmes
                .open(school.id(), SchoolYear.around(today), "target-model")
                .id();
        people = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programmeId);
    }

    @Test
    void thirtyConsentsAtOnceCloseTheTaskAndBeginThePairThatWaited() throws Exception {
        Mentorship waiting = pairThatWaits();
        List<Long> ids = new ArrayList<>(IntStream.range(1, TICKS)
                .mapToObj(number -> enter("Ждун" + number).id())
                .toList());
        ids.add(jdbc.sql("select participant_id from mentorship_member where mentorship_id = ?")
                .param(waiting.id())
                .query(Long.class)
                .single());
        startCollection();
        afterwards(
                "the task is open",
                () -> assertThat(school.tasks(programmeId.toString())).hasSize(1));
        Caller curator = callers.browser(school, Role.CURATOR);
        Optional<String> token = curator.token("/programmes/" + programmeId + "/consents");

        List<Timed> answers = atOnce(
                TICKS,
                number -> curator.submitWith(
                        token,
                        "/programmes/" + programmeId + "/consents",
                        Map.of("tick", ids.get(number) + ".PROCESSING", "date", today.toString())));

        assertAllAnswered(answers, 303);
        assertThat(count("consent c join participant p on p.person_id = c.person_id where p.programme_id = ?"
                        + " and c.valid_until >= current_date"))
                .as("nothing is lost")
                .isEqualTo(TICKS);
        afterwards(
                "the task has ended by itself",
                () -> assertThat(school.tasks(programmeId.toString())).isEmpty());
        afterwards(
                "the pair has begun",
                () -> assertThat(mentorships.get(programmeId, waiting.id()).state())
                        .isEqualTo(Mentorship.State.RUNNING));
        nothingIsLeftToFollow();
    }

    @Test
    void fortyPairsThatEndAtOnceFreeTheirMentorsForThoseWhoWait() throws Exception {
        List<Participant> mentors = people.mentors(PAIRS, List.of(), 1);
        List<Participant> mentees = people.mentees(PAIRS, List.of());
        List<Long> pairs = IntStream.range(0, PAIRS)
                .mapToObj(number ->
                        pair(mentors.get(number).id(), mentees.get(number).id()).id())
                .toList();
        people.mentees(WAITING, List.of())
                .forEach(mentee -> school.as(Role.CURATOR, () -> searches.add(programmeId, false, mentee.id())));
        nothingIsLeftToFollow();
        assertThat(proposals()).as("nobody is free").isZero();
        Caller curator = callers.browser(school, Role.CURATOR);
        Optional<String> token = curator.token("/programmes/" + programmeId + "/pairs/new");

        List<Timed> answers = atOnce(
                PAIRS,
                number -> curator.submitWith(
                        token,
                        "/programmes/" + programmeId + "/pairs/" + pairs.get(number) + "/end",
                        Map.of("reason", "Встречи прошли")));

        assertAllAnswered(answers, 303);
        afterwards(
                "all have ended",
                () -> assertThat(mentorships.of(programmeId))
                        .extracting(Mentorship::state)
                        .containsOnly(Mentorship.State.ENDED_EARLY));
        afterwards("mentors are proposed", () -> assertThat(proposals()).isEqualTo(WAITING));
        nothingIsLeftToFollow();
    }

    @Test
    void twelveListsCheckedAtOnceStopNobody() throws Exception {
        String page = "/programmes/" + programmeId + "/participants/import";
        byte[] list = list("", ROWS_CHECKED);
        Caller curator = callers.browser(school, Role.CURATOR);
        Caller secretary = callers.browser(school, Role.SECRETARY);
        curator.upload(page, page, Map.of("role", "MENTEE"), "file", "list.csv", list); // all classes are loaded

        List<Timed> answers = atOnce(
                IMPORTS + 1,
                number -> number == IMPORTS
                        ? secretary.page("/documents")
                        : curator.upload(
                                page,
                                page,
                                Map.of(
                                        "role",
                                        "MENTEE",
                                        "key",
                                        UUID.randomUUID().toString()),
                                "file",
                                "list.csv",
                                list));

        assertAllAnswered(answers, 200);
        assertThat(answers.subList(0, IMPORTS))
                .allSatisfy(answer -> assertThat(answer.answer().text()).contains(String.valueOf(ROWS_CHECKED)));
        afterwards(
                "nobody is told of what is done",
                () -> assertThat(count("import_progress where programme_id = ?"))
                        .isZero());
    }

    @Test
    void twelveListsStoredAtOnceAreAllStored() throws Exception {
        Caller curator = callers.basic(school, Role.CURATOR);
        String path = "/api/programmes/" + programmeId + "/participants/import?role=MENTEE&confirm=true";
        curator.get(
                "/api/programmes/" + programmeId + "/participants?role=MENTEE"); // the password is known from here on

        List<Timed> answers = atOnce(
                IMPORTS,
                number -> curator.upload(
                        "/login", path, Map.of(), "file", "list.csv", list("Список" + letters(number), ROWS_STORED)));

        assertAllAnswered(answers, 200);
        assertThat(count("participant where programme_id = ?")).isEqualTo(IMPORTS * ROWS_STORED);
        nothingIsLeftToFollow();
    }

    /** Its mentee's consent has run out before all pairs began. */
    private Mentorship pairThatWaits() {
        Participant mentee = people.mentees(1, List.of()).get(0);
        Mentorship pair = pair(null, mentee.id(), false);
        jdbc.sql("update consent set signed_on = ?, valid_until = ? where person_id = ?")
                .params(today.minusYears(1), today.minusDays(1), mentee.person().id())
                .update();
        school.as(null, List.of(), () -> lifecycle.startAll(programmeId));
        assertThat(mentorships.held(programmeId)).hasSize(1);
        return pair;
    }

    private Mentorship pair(Long mentorId, Long menteeId) {
        return pair(mentorId, menteeId, true);
    }

    private Mentorship pair(Long mentorId, Long menteeId, boolean begin) {
        return school.as(
                Role.CURATOR,
                () -> management.add(
                        programmeId,
                        new MentorshipManagement.NewMentorship(
                                Mentorship.Kind.PAIR, new MentorshipDetails(1, null, null, null), null, null, begin),
                        new MemberChoice(mentorId, List.of(menteeId))));
    }

    private Participant enter(String name) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programmeId,
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Примеров", name, null, null),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null)));
    }

    private void startCollection() {
        Map<String, Object> input = Map.ofEntries(
                Map.entry("schoolId", school.id()),
                Map.entry("programmeId", programmeId.toString()),
                Map.entry("firstYear", String.valueOf(today.getYear())),
                Map.entry("secondYear", String.valueOf(today.getYear() + 1)),
                Map.entry("roadmapItem", "000-2.1.2a"),
                Map.entry("title", "Собрать согласия"),
                Map.entry("guide", "Соберите согласия."),
                Map.entry("start", today + "T08:00:00"),
                Map.entry("due", today.plusMonths(1) + "T18:00:00"),
                Map.entry("responsible", "curator"),
                Map.entry("consentKind", "representative"));
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey("consent-collection", programmeId.toString(), input));
    }

    private static byte[] list(String surname, int rows) {
        return IntStream.range(0, rows)
                .mapToObj(row -> "Примеров" + letters(row) + surname.toLowerCase() + ";Пётр;01.09.2014")
                .collect(Collectors.joining("\n", "Фамилия;Имя;Дата рождения\n", ""))
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String letters(int number) {
        return String.valueOf(number)
                .chars()
                .mapToObj(digit -> String.valueOf("абвгдежзик".charAt(digit - '0')))
                .collect(Collectors.joining());
    }

    private List<Timed> atOnce(int many, IntFunction<Caller.Answer> request) throws Exception {
        slownessBefore = Machine.slowness();
        CyclicBarrier together = new CyclicBarrier(many);
        ExecutorService threads = Executors.newFixedThreadPool(many);
        try {
            List<Future<Timed>> sent = IntStream.range(0, many)
                    .mapToObj(number -> threads.submit(() -> {
                        together.await(5, TimeUnit.MINUTES);
                        long start = System.nanoTime();
                        Caller.Answer answer = request.apply(number);
                        return new Timed(answer, Duration.ofNanos(System.nanoTime() - start));
                    }))
                    .toList();
            List<Timed> answers = new ArrayList<>();
            for (Future<Timed> one : sent) {
                answers.add(one.get(5, TimeUnit.MINUTES));
            }
            return answers;
        } finally {
            threads.shutdownNow();
        }
    }

    private void assertAllAnswered(List<Timed> answers, int status) {
        Duration limit = SOON.multipliedBy(Math.round(Math.max(slownessBefore, Machine.slowness())));
        assertThat(answers).extracting(one -> one.answer().status()).containsOnly(status);
        assertThat(answers)
                .extracting(Timed::took)
                .allSatisfy(took -> assertThat(took).isLessThan(limit));
    }

    private void nothingIsLeftToFollow() {
        afterwards(
                "all that follows is done", () -> assertThat(school.followUps()).isEmpty());
        assertThat(count("follow_up where programme_id = ?")).isZero();
    }

    private static void afterwards(String what, ThrowingRunnable holds) {
        Awaitility.await(what)
                .atMost(AFTERWARDS)
                .pollInterval(Duration.ofMillis(100))
                .untilAsserted(holds);
    }

    private int proposals() {
        return count("mentorship_proposal p join mentorship_search s on s.id = p.search_id where s.programme_id = ?"
                + " and p.waiting = true");
    }

    private int count(String what) {
        return jdbc.sql("select count(*) from " + what)
                .param(programmeId)
                .query(Integer.class)
                .single();
    }
}
