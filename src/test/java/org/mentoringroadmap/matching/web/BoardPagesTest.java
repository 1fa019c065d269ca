package org.mentoringroadmap.matching.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestBuilders.formLogin;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrlPattern;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.run.Board;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.PeopleToMatch;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The board in a browser: proposed, changed by hand, confirmed. */
@ApplicationTest
class BoardPagesTest {
    private static final String PROOF = "Это проверено доказательством";

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    @Autowired
    private MatchingRuns runs;

    @Autowired
    private Mentorships mentorships;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private TestSchool school;
    private Long programme;
    private Long lower;
    private Long upper;
    private PeopleToMatch people;
    private MockHttpSession curator;

    @BeforeEach
    void start() throws Exception {
        school = schools.create(Role.CURATOR, Role.PSYCHOLOGIST, Role.DIRECTOR, Role.TEACHER);
        programme = programmes
                .open(school.id(), SchoolYear.around(LocalDate.now(clock)), "target-model")
                .id();
        lower = school.addClass("6А");
        upper = school.addClass("10А");
        people = new PeopleToMatch(school, school.login(Role.CURATOR), registers, consents, programme);
        curator = session(school, Role.CURATOR);
    }

    @Test
    void whoIsProposedAndWhoIsLeftIsToldInWords() throws Exception {
        people.mentees(3, List.of(lower));
        people.mentors(1, List.of(upper), 2);

        Long run = propose();

        as(curator, get("/matching-runs/{r}", run))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Предложено пар: <b>2</b>, без наставника: <b>1</b>")))
                .andExpect(content().string(not(containsString("??"))));
        as(curator, get("/matching-runs/{r}", run).param("view", "left"))
                .andExpect(content().string(containsString("Выбрать наставника")))
                .andExpect(content()
                        .string(containsString(name(board(run).left().get(0).mentee()))));
        as(curator, get("/matching-runs/{r}", run).param("view", "mentors"))
                .andExpect(content()
                        .string(containsString(name(board(run).mentors().get(0).mentor()))));
        as(curator, get("/matching-runs/{r}", run).param("q", "неттакого"))
                .andExpect(content().string(containsString("Ничего не нашлось")));
        as(curator, get("/matching-runs/{r}", run).param("classId", upper.toString()))
                .andExpect(content().string(containsString("Ничего не нашлось")));
        as(curator, get("/programmes/{id}/matching", programme))
                .andExpect(content().string(containsString("/matching-runs/" + run)));
    }

    @Test
    void nobodyToMatchIsAnAnswerToo() throws Exception {
        as(curator, get("/programmes/{id}/matching", programme))
                .andExpect(content().string(containsString("Подбора ещё не было")));
        Long run = propose();
        said(run, "pairs", "Пар нет: когда считали этот подбор, наставника никто не ждал.", PROOF);
        said(run, "left", "Когда считали этот подбор, наставника никто не ждал.", "Наставник нашёлся для каждого");
        said(run, "mentors", "Когда считали этот подбор, наставников с согласием не было.", "Предложено пар");
        as(curator, get("/programmes/{id}/matching", programme))
                .andExpect(content().string(containsString("наставника никто не ждал")))
                .andExpect(content().string(containsString("Решать нечего: пар нет")))
                .andExpect(content().string(not(containsString("Ждёт решения"))))
                .andExpect(content().string(not(containsString("предложено пар"))));
        as(curator, get("/matching-runs/{r}/confirm", run))
                .andExpect(content().string(containsString("подтверждать нечего")))
                .andExpect(content().string(not(containsString("Посмотрите причины"))));
    }

    @Test
    void mentorsForNobodyAreNotComparedWithAnybody() throws Exception {
        people.mentors(2, List.of(upper), 2);
        Long run = propose();

        said(run, "pairs", "свободных мест у наставников: <b>4</b>", "Почему — в части");
        said(run, "left", "Сравнивать было некого", "Наставник нашёлся для каждого");
        said(run, "mentors", name(board(run).mentors().get(0).mentor()), "наставников с согласием не было");
    }

    @Test
    void menteesWithoutAnyMentorAreToldSo() throws Exception {
        people.mentees(2, List.of(lower));
        Long run = propose();

        said(run, "pairs", "Пар нет: когда считали этот подбор, наставников с согласием не было.", PROOF);
        said(run, "left", "Сравнивать было не с кем", "Наставник нашёлся для каждого");
        said(run, "mentors", "Когда считали этот подбор, наставников с согласием не было.", "никто не ждал");
        as(curator, get("/matching-runs/{r}/confirm", run))
                .andExpect(content().string(containsString("view=left\">Посмотрите причины")));
    }

    private void said(Long run, String view, String words, String others) throws Exception {
        as(curator, get("/matching-runs/{r}", run).param("view", view))
                .andExpect(status().isOk())
                .andExpect(content().string(allOf(containsString(words), not(containsString(others)))));
    }

    @Test
    void inAYearThatIsOverNothingWaitsForADecision() throws Exception {
        people.mentees(1, List.of(lower));
        people.mentors(1, List.of(upper), 1);
        Long run = propose();
        as(curator, get("/matching-runs/{r}", run)).andExpect(content().string(containsString("Ждёт решения")));

        programmes.complete(programme);

        for (String page : List.of("/matching-runs/" + run, "/programmes/" + programme + "/matching")) {
            as(curator, get(page))
                    .andExpect(content().string(containsString("Остался без решения")))
                    .andExpect(content().string(not(containsString("Ждёт решения"))));
        }
    }

    @Test
    void aForbiddenPairIsNotProposedAgain() throws Exception {
        people.mentees(1, List.of(lower));
        people.mentors(2, List.of(upper), 1);
        Long run = propose();
        ProposedPair pair = board(run).pairs().get(0);

        as(curator, mark("vetoes", run, pair)).andExpect(status().isBadRequest());
        as(curator, mark("vetoes", run, pair).param("reason", "Соседи, давняя ссора"))
                .andExpect(redirectedUrl("/matching-runs/" + run + "?view=pairs&at="
                        + pair.mentee().id()));
        as(curator, get("/matching-runs/{r}", run))
                .andExpect(
                        content().string(allOf(containsString("Пара запрещена"), containsString("Отменить запрет"))));
        as(curator, get("/matching-runs/{r}", run).param("view", "marks"))
                .andExpect(content()
                        .string(allOf(
                                containsString("Соседи, давняя ссора"), containsString("Нажмите «Пересчитать»"))));
        Long next = rerun(run);
        assertThat(board(next).pairs())
                .singleElement()
                .satisfies(other -> assertThat(other.mentor().id())
                        .isNotEqualTo(pair.mentor().id()));
        as(curator, mark("vetoes/remove", next, pair)).andExpect(status().isSeeOther());
        assertThat(board(next).marks()).isEmpty();
        as(curator, get("/matching-runs/{r}", run))
                .andExpect(content()
                        .string(allOf(containsString("заменён более новым"), containsString("больше не хранится"))));
    }

    @Test
    void aPairByHandTellsItsCostAndStays() throws Exception {
        Participant mentee = people.mentees(2, List.of(lower)).get(0);
        people.mentors(2, List.of(upper), 1);
        Long run = propose();
        ProposedPair proposed = board(run).pairs().stream()
                .filter(pair -> pair.mentee().id().equals(mentee.id()))
                .findFirst()
                .orElseThrow();
        Participant other = board(run).mentors().stream()
                .map(place -> place.mentor())
                .filter(mentor -> !mentor.id().equals(proposed.mentor().id()))
                .findFirst()
                .orElseThrow();

        as(curator, get("/matching-runs/{r}/mentees/{m}", run, mentee.id()))
                .andExpect(content().string(containsString(name(other))))
                .andExpect(content().string(not(containsString("Закрепить и пересчитать"))))
                .andExpect(content().string(not(containsString("Никого не нашлось. Измените поиск."))));
        as(curator, get("/matching-runs/{r}/mentees/{m}", run, mentee.id()).param("q", "такогонет"))
                .andExpect(content().string(containsString("Никого не нашлось. Измените поиск.")));
        as(curator, get("/matching-runs/{r}", run).param("q", "такогонет"))
                .andExpect(content().string(containsString("Ничего не нашлось. Измените поиск или")));
        as(
                        curator,
                        get("/matching-runs/{r}/mentees/{m}", run, mentee.id())
                                .param("mentorId", other.id().toString()))
                .andExpect(content()
                        .string(allOf(
                                containsString("Если наставником будет " + name(other)),
                                containsString("Закрепить и пересчитать"))));
        as(
                        curator,
                        post("/matching-runs/{r}/mentees/{m}", run, mentee.id())
                                .param("mentorId", other.id().toString()))
                .andExpect(redirectedUrlPattern("/matching-runs/*"));
        Long next = latest();
        assertThat(board(next).pairs())
                .filteredOn(ProposedPair::locked)
                .singleElement()
                .satisfies(pair -> assertThat(pair.mentor().id()).isEqualTo(other.id()));
        as(curator, get("/matching-runs/{r}", next)).andExpect(content().string(containsString("закреплены")));
        as(curator, get("/matching-runs/{r}/mentees/{m}", next, 987654321)).andExpect(status().isNotFound());
    }

    /** Every act leads to the part, search and page where it was done, and its form names the line. */
    @Test
    void whoHasDecidedAboutAPairIsStillThere() throws Exception {
        people.mentees(2, List.of(lower));
        people.mentors(2, List.of(upper), 1);
        Long run = propose();
        ProposedPair pair = board(run).pairs().get(0);
        String line = "#pair-" + pair.mentee().id() + "\"";

        as(curator, get("/matching-runs/{r}", run).param("q", "а").param("order", "name"))
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"" + line.substring(1)),
                                containsString("/matching-runs/" + run + "/locks" + line),
                                containsString("/matching-runs/" + run + "/vetoes" + line),
                                containsString("name=\"q\" value=\"а\""),
                                not(containsString("закреплены<")))));
        for (String act : List.of("locks", "locks/remove", "vetoes", "vetoes/remove")) {
            as(
                            curator,
                            mark(act, run, pair)
                                    .param("reason", "Ссора")
                                    .param("view", "pairs")
                                    .param("q", "а")
                                    .param("weak", "true")
                                    .param("order", "name")
                                    .param("page", "3"))
                    .andExpect(redirectedUrl(
                            "/matching-runs/" + run + "?view=pairs&q=%D0%B0&weak=true&order=name&page=3&at="
                                    + pair.mentee().id()));
        }
        as(curator, mark("locks", run, pair));
        as(
                        curator,
                        get("/matching-runs/{r}", run)
                                .param("at", pair.mentee().id().toString()))
                .andExpect(content()
                        .string(allOf(
                                containsString("id=\"" + line.substring(1) + " open=\"open\""),
                                containsString(">закреплены<"),
                                containsString("/matching-runs/" + run + "/locks/remove" + line))));
    }

    @Test
    void aPairByHandIsFoundOnItsPageOfTheNewRun() throws Exception {
        Participant mentee = people.mentees(1, List.of(lower)).get(0);
        Participant mentor = people.mentors(1, List.of(upper), 1).get(0);
        Long run = propose();

        as(
                        curator,
                        get("/matching-runs/{r}/mentees/{m}", run, mentee.id())
                                .param("mentorId", mentor.id().toString()))
                .andExpect(content()
                        .string(allOf(
                                containsString("/mentees/" + mentee.id() + "#pair-" + mentee.id() + "\""),
                                containsString("?at=" + mentee.id() + "#pair-" + mentee.id() + "\""))));
        as(
                        curator,
                        post("/matching-runs/{r}/mentees/{m}", run, mentee.id())
                                .param("mentorId", mentor.id().toString()))
                .andExpect(redirectedUrlPattern("/matching-runs/*?at=" + mentee.id()));
    }

    /** A pair for which nothing of the two speaks is told from the others, counted, shown alone and first. */
    @Test
    void weakPairsAreMarkedCountedAndReadFirst() throws Exception {
        people.mentees(3, List.of(lower));
        people.mentors(3, List.of(upper), 1);
        Long run = propose();
        List<ProposedPair> pairs = board(run).pairs();
        ProposedPair weak = pairs.get(pairs.size() - 1);
        jdbc.sql("update matching_proposal set reasons = ?, score = 0.3 where run_id = ?")
                .param("[{\"code\":\"INTERESTS\",\"args\":[\"шахматы\"]},{\"code\":\"FORM\",\"args\":[\"-\"]}]")
                .param(run)
                .update();
        as(curator, get("/matching-runs/{r}", run)).andExpect(content().string(not(containsString("лабых пар"))));
        jdbc.sql("update matching_proposal set reasons = ?, score = 0.4 where run_id = ? and mentee_id = ?")
                .param("[{\"code\":\"FORM\",\"args\":[\"-\"]}]")
                .param(run)
                .param(weak.mentee().id())
                .update();

        String weakFirst = text(run, "order", "");
        assertThat(weakFirst)
                .contains("Слабых пар: ", "только слабые (1)", "слабая пара", "Совпала только форма наставничества")
                .containsOnlyOnce("слабая пара<");
        assertThat(weakFirst.indexOf(name(weak.mentee())))
                .isLessThan(weakFirst.indexOf(name(pairs.get(0).mentee())));
        String byName = text(run, "order", "name");
        assertThat(byName.indexOf(name(weak.mentee())))
                .isGreaterThan(byName.indexOf(name(pairs.get(0).mentee())));
        assertThat(text(run, "weak", "true"))
                .contains(name(weak.mentee()))
                .doesNotContain(name(pairs.get(0).mentee()));
        as(curator, get("/matching-runs/{r}/confirm", run))
                .andExpect(content().string(containsString("Из этих пар слабых: <b>1</b>")));
    }

    private String text(Long run, String parameter, String value) throws Exception {
        return as(curator, get("/matching-runs/{r}", run).param(parameter, value))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void aLockIsTakenBack() throws Exception {
        people.mentees(1, List.of(lower));
        people.mentors(1, List.of(upper), 1);
        Long run = propose();
        ProposedPair pair = board(run).pairs().get(0);

        as(curator, mark("locks", run, pair))
                .andExpect(redirectedUrl("/matching-runs/" + run + "?view=pairs&at="
                        + pair.mentee().id()));
        Long next = rerun(run);
        assertThat(board(next).pairs().get(0).locked()).isTrue();
        as(curator, mark("locks/remove", next, pair)).andExpect(status().isSeeOther());
        as(curator, get("/matching-runs/{r}", next))
                .andExpect(content().string(containsString("закрепляли или запрещали вручную")));
    }

    @Test
    void aRunWithoutPairsHasNothingToConfirm() throws Exception {
        people.mentees(1, List.of(lower));
        Long run = propose();

        as(curator, get("/matching-runs/{r}/confirm", run))
                .andExpect(content().string(containsString("нет ни одной пары: подтверждать нечего")));
    }

    @Test
    void whatIsConfirmedBecomesPairsAndGroups() throws Exception {
        people.mentees(4, List.of(lower));
        List<Participant> mentors = people.mentors(2, List.of(upper), 2);
        Long run = propose();

        as(curator, get("/matching-runs/{r}/confirm", run))
                .andExpect(content()
                        .string(allOf(
                                containsString("Получат наставника: <b>4</b>"),
                                not(containsString("подтверждать нечего")),
                                containsString(name(mentors.get(0))),
                                containsString("Кто работает группой"))));
        as(curator, confirm(run, mentors.get(0))).andExpect(redirectedUrl("/programmes/" + programme + "/pairs"));
        assertThat(mentorships.of(programme))
                .extracting(Mentorship::kind)
                .containsExactlyInAnyOrder(Mentorship.Kind.GROUP, Mentorship.Kind.PAIR, Mentorship.Kind.PAIR);
        as(curator, confirm(run, mentors.get(0))).andExpect(status().isConflict());
        assertThat(runs(run).state()).isEqualTo(RunState.CONFIRMED);
        as(curator, get("/matching-runs/{r}", run))
                .andExpect(content()
                        .string(allOf(containsString("Пары подтверждены"), not(containsString(">Пересчитать<")))));
    }

    @Test
    void aPsychologistForbidsAndAdvisesADirectorLooks() throws Exception {
        people.mentees(1, List.of(lower));
        people.mentors(1, List.of(upper), 1);
        Long run = propose();
        ProposedPair pair = board(run).pairs().get(0);
        MockHttpSession psychologist = session(school, Role.PSYCHOLOGIST);
        MockHttpSession director = session(school, Role.DIRECTOR);

        as(psychologist, get("/matching-runs/{r}", run))
                .andExpect(content()
                        .string(allOf(
                                containsString("Запретить эту пару"),
                                containsString("Советую эту пару"),
                                not(containsString("Пересчитать</button>")))));
        as(psychologist, mark("advice", run, pair)).andExpect(status().isSeeOther());
        as(psychologist, mark("advice/remove", run, pair)).andExpect(status().isSeeOther());
        as(psychologist, mark("locks", run, pair)).andExpect(status().isForbidden());
        as(psychologist, post("/matching-runs/{r}/rerun", run)).andExpect(status().isForbidden());
        as(psychologist, confirm(run, pair.mentor())).andExpect(status().isForbidden());
        as(director, get("/matching-runs/{r}", run))
                .andExpect(content()
                        .string(allOf(
                                containsString(name(pair.mentee())),
                                not(containsString("Запретить эту пару")),
                                not(containsString("Проверить и подтвердить")))));
        as(director, mark("vetoes", run, pair).param("reason", "Причина")).andExpect(status().isForbidden());
        as(session(school, Role.TEACHER), get("/matching-runs/{r}", run)).andExpect(status().isForbidden());
    }

    /** The sheet as a person opens it: who it is of, mentors across, mentees down, and the trail knows who took it. */
    @Test
    void theMatrixIsTakenAlongAsASheet() throws Exception {
        List<Participant> mentees = people.mentees(2, List.of(lower));
        Participant mentor = people.mentors(1, List.of(upper), 1).get(0);
        Long run = propose();
        as(curator, get("/matching-runs/{r}", run))
                .andExpect(content().string(containsString("/matching-runs/" + run + "/matrix")));

        byte[] file = as(session(school, Role.DIRECTOR), get("/matching-runs/{r}/matrix", run))
                .andExpect(status().isOk())
                .andExpect(header().string("Content-Disposition", containsString("matrix-1.xlsx")))
                .andReturn()
                .getResponse()
                .getContentAsByteArray();

        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(file))) {
            List<List<String>> rows = book.getFirstSheet().read().stream()
                    .map(row -> row.stream()
                            .map(cell -> cell == null ? "" : cell.getText())
                            .toList())
                    .toList();
            assertThat(rows.get(0).get(0)).isEqualTo("Матрица совпадений");
            assertThat(rows.get(1).get(0)).contains("Подбор № 1");
            int head = rows.size() - 1 - mentees.size();
            assertThat(rows.get(head)).endsWith(name(mentor));
            assertThat(rows.subList(head + 1, rows.size()))
                    .extracting(row -> row.get(1), row -> row.get(2))
                    .containsExactlyInAnyOrderElementsOf(mentees.stream()
                            .map(mentee -> tuple(name(mentee), "6А"))
                            .toList());
            assertThat(rows.get(head + 1).get(3)).matches("[01](\\.\\d+)?");
        }
        assertThat(jdbc.sql("select amount from audit_record where act = 'MATRIX_EXPORTED' and concerns_id = ?")
                        .param(run.toString())
                        .query(Integer.class)
                        .list())
                .containsExactly(2);
        as(session(school, Role.TEACHER), get("/matching-runs/{r}/matrix", run)).andExpect(status().isForbidden());
    }

    @Test
    void anotherSchoolFindsNothing() throws Exception {
        Long run = propose();
        MockHttpSession stranger = session(schools.create(Role.CURATOR), Role.CURATOR);
        for (String path : List.of("", "/confirm", "/matrix")) {
            as(stranger, get("/matching-runs/" + run + path)).andExpect(status().isNotFound());
        }
        as(stranger, post("/matching-runs/{r}/confirm", run)).andExpect(status().isNotFound());
        for (String page : List.of("matching", "known-pairs", "preferences")) {
            as(stranger, get("/programmes/" + programme + "/" + page)).andExpect(status().isNotFound());
        }
    }

    @Test
    void aCuratorMatchesTheOwnClassesOnly() throws Exception {
        Long other = school.addClass("7А");
        people.mentees(2, List.of(lower, other));
        people.mentors(2, List.of(upper), 1);

        as(curator, post("/programmes/{id}/matching", programme).param("classIds", other.toString()))
                .andExpect(status().isSeeOther());

        assertThat(board(latest()).pairs())
                .singleElement()
                .satisfies(pair -> assertThat(pair.mentee().classId()).contains(other));
        as(curator, get("/programmes/{id}/matching", programme))
                .andExpect(content().string(containsString("7А")));
        as(curator, post("/programmes/{id}/matching", programme).param("forms", "нет-такой"))
                .andExpect(status().isBadRequest());
    }

    @Test
    void onlyClassesOfMenteesAreAChoice() throws Exception {
        as(curator, get("/programmes/{id}/matching", programme))
                .andExpect(content().string(not(containsString("или классы"))));

        people.mentees(1, List.of(lower));

        as(curator, get("/programmes/{id}/matching", programme))
                .andExpect(content().string(containsString("Только некоторые формы или классы")))
                .andExpect(content().string(containsString(">6А</label>")))
                .andExpect(content().string(not(containsString(">10А</label>"))));
    }

    /** A roadmap has its own numbers: no page sends to a row of another one. */
    @Test
    void aProgrammeWithoutPairsNamesNoRow() throws Exception {
        as(curator, get("/programmes/{id}/pairs", programme))
                .andExpect(content().string(containsString("Пар пока нет.")))
                .andExpect(content().string(not(containsString("5.1.4"))));
    }

    private Long propose() throws Exception {
        as(curator, post("/programmes/{id}/matching", programme)).andExpect(redirectedUrlPattern("/matching-runs/*"));
        return latest();
    }

    private Long rerun(Long run) throws Exception {
        as(curator, post("/matching-runs/{r}/rerun", run)).andExpect(redirectedUrlPattern("/matching-runs/*"));
        return latest();
    }

    private Long latest() {
        return school.as(
                Role.CURATOR, () -> runs.latest(programme).orElseThrow().id());
    }

    private Board board(Long run) {
        return school.as(Role.CURATOR, () -> runs.board(run));
    }

    private org.mentoringroadmap.matching.RunSummary runs(Long run) {
        return school.as(Role.CURATOR, () -> runs.get(run));
    }

    private static String name(Participant one) {
        return one.person().fullName();
    }

    private static MockHttpServletRequestBuilder mark(String what, Long run, ProposedPair pair) {
        return post("/matching-runs/" + run + "/" + what)
                .param("menteeId", pair.mentee().id().toString())
                .param("mentorId", pair.mentor().id().toString());
    }

    private static MockHttpServletRequestBuilder confirm(Long run, Participant group) {
        return post("/matching-runs/{r}/confirm", run)
                .param("groupedMentorIds", group.id().toString());
    }

    private ResultActions as(MockHttpSession session, MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.session(session).with(csrf()));
    }

    private MockHttpSession session(TestSchool of, Role role) throws Exception {
        return (MockHttpSession) mvc.perform(formLogin().user(of.login(role)).password(TestSchool.PASSWORD))
                .andReturn()
                .getRequest()
                .getSession();
    }
}
