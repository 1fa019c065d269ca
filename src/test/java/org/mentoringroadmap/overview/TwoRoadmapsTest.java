package org.mentoringroadmap.overview;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentRequest;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.Approvals;
import org.mentoringroadmap.document.draft.Drafts;
import org.mentoringroadmap.document.journal.Journals;
import org.mentoringroadmap.document.journal.Registration;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** A school that goes by two roadmaps in one year, pupils by one and teachers by the other, as many do. */
@ApplicationTest
class TwoRoadmapsTest {
    private static final String PUPILS = "Целевая модель наставничества";
    private static final String TEACHERS = "Система наставничества педагогических работников";
    private static final LocalDate BORN = LocalDate.of(1990, 3, 1);

    @Autowired
    private TestSchools schools;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private MockHttpSession curator;
    private String pupils;
    private String teachers;

    @BeforeEach
    void bothRun() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2026, 9, 10, 10, 0));
        school = schools.create();
        curator = Sessions.of(mvc, school, Role.CURATOR);
        pupils = school.start("target-model", "2026-2027");
        teachers = school.start("teacher-mentoring", "2026-2027");
    }

    @Test
    void theMenuHasAPartForEach() throws Exception {
        String menu = menu(page("/documents"));

        assertThat(menu).contains("<h2>" + PUPILS + "</h2>", "<h2>" + TEACHERS + "</h2>");
        for (String programme : List.of(pupils, teachers)) {
            for (String page : List.of("", "/participants", "/pairs")) {
                assertThat(menu).contains("href=\"/programmes/" + programme + page + "\"");
            }
        }
        assertThat(menu).doesNotContain("href=\"/roadmap\"", "href=\"/participants\"", "href=\"/pairs\"");
        assertThat(menu.indexOf(PUPILS)).as("the one that was begun first").isLessThan(menu.indexOf(TEACHERS));
    }

    @Test
    void everyPageOfAProgrammeSaysWhichItIs() throws Exception {
        for (String page : List.of("", "/participants", "/pairs", "/meetings", "/searches", "/consents", "/matching")) {
            String ofTeachers = page("/programmes/" + teachers + page);
            assertThat(place(ofTeachers)).as(page).contains(TEACHERS).doesNotContain(PUPILS);
            assertThat(place(page("/programmes/" + pupils + page))).as(page).contains(PUPILS);
            assertThat(ofTeachers).as("no strip: the menu says it").doesNotContain("К году из меню");
        }
        assertThat(menu(page("/programmes/" + teachers + "/participants")))
                .containsPattern("href=\"/programmes/" + teachers + "/participants\"[^>]*aria-current=\"page\"")
                .doesNotContainPattern("href=\"/programmes/" + pupils + "/participants\"[^>]*aria-current");
    }

    /** «Просрочено» leads to the programme that is late, not to the one that was begun first and is not. */
    @Test
    void whatIsLateIsFoundInItsProgramme() throws Exception {
        school = schools.create(Role.CURATOR, Role.DIRECTOR);
        String first = school.start("teacher-mentoring", "2026-2027");
        String second = school.start("target-model", "2026-2027");
        TestClock.moveTo(LocalDateTime.of(2026, 10, 5, 10, 0));

        for (Role role : List.of(Role.CURATOR, Role.DIRECTOR)) {
            MockHttpSession reader = Sessions.of(mvc, school, role);
            String late = "/programmes/" + second + "?state=OVERDUE";
            assertThat(mvc.perform(get("/").session(reader))
                            .andReturn()
                            .getResponse()
                            .getContentAsString())
                    .containsPattern("Просрочено мероприятий: \\d+")
                    .contains("href=\"" + late + "\"")
                    .doesNotContain("href=\"/programmes/" + first + "?state=OVERDUE\"", "/roadmap?state=OVERDUE");
            mvc.perform(get(late).session(reader))
                    .andExpect(content().string(not(containsString("Таких мероприятий нет"))));
        }
    }

    @Test
    void aRegisterOfTeachersKnowsNoClasses() throws Exception {
        school.addClass("5А");
        String register = "/programmes/" + teachers + "/participants";
        for (String programme : List.of(pupils, teachers)) {
            mvc.perform(post("/programmes/{id}/participants", programme)
                            .param("role", "MENTEE")
                            .param("category", "TEACHER")
                            .param("lastName", "Новичкова")
                            .param("firstName", "Нина")
                            .param("accepted", "true")
                            .session(curator)
                            .with(csrf()))
                    .andExpect(status().is3xxRedirection());
        }

        assertThat(page("/programmes/" + pupils + "/participants"))
                .contains("name=\"classId\"", "<th scope=\"col\">Класс</th>");
        assertThat(page(register))
                .contains("Новичкова", "<th scope=\"col\">Категория</th>")
                .doesNotContain("name=\"classId\"", "Класс</th>");
        assertThat(page(register + "/new?role=MENTEE"))
                .containsPattern("value=\"TEACHER\"[^>]*selected|selected[^>]*value=\"TEACHER\"");
        assertThat(page("/programmes/" + pupils + "/assessments")).contains("name=\"classId\"");
        assertThat(page("/programmes/" + teachers + "/assessments")).doesNotContain("name=\"classId\"");
    }

    /** Colleagues help each other in one form; a page that offers seven asks what nobody can answer. */
    @Test
    void pagesOfTeachersOfferTheirForm() throws Exception {
        String pairs = "/programmes/%s/pairs/new";
        assertThat(page(pairs.formatted(pupils))).contains("value=\"pupil-pupil\"", "value=\"teacher-teacher\"");
        assertThat(page(pairs.formatted(teachers)))
                .contains("value=\"teacher-teacher\"")
                .doesNotContain("value=\"pupil-pupil\"", "value=\"teacher-pupil\"");
        assertThat(page("/programmes/" + pupils + "/matching")).contains("name=\"forms\"");
        assertThat(page("/programmes/" + teachers + "/matching")).doesNotContain("name=\"forms\"", "Только некоторые");
    }

    @Test
    void whatHasNoProgrammeInItsAddressOpensTheOneThatWasBegunFirst() throws Exception {
        open("/roadmap").andExpect(redirectedUrl("/programmes/" + pupils));
        open("/participants").andExpect(redirectedUrl("/programmes/" + pupils + "/participants"));
    }

    @Test
    void aSchoolWithOneRoadmapReadsNothingOfIt() throws Exception {
        TestSchool other = schools.create();
        other.start("teacher-mentoring", "2026-2027");
        MockHttpSession session = Sessions.of(mvc, other, Role.CURATOR);

        mvc.perform(get("/documents").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString(TEACHERS))))
                .andExpect(content().string(containsString("href=\"/participants\"")));
    }

    @Test
    void theNextYearBesideThemStaysOneClickAway() throws Exception {
        String next = school.start("target-model", "2027-2028");

        assertThat(place(page("/documents")))
                .contains("href=\"/programmes/" + next + "\"", "2027‑2028 учебный год")
                .doesNotContain("href=\"/programmes/" + teachers + "\"");
    }

    @Test
    void listsOfTheSchoolSayWhichRoadmapIsMeant(@Autowired Drafts drafts, @Autowired Documents documents)
            throws Exception {
        Long first = drafts.generate(new DocumentRequest(
                DocumentType.ORDER_CURATOR, Long.valueOf(pupils), "000-1.3.4", null, "two-" + pupils, null));
        Long second = drafts.generate(new DocumentRequest(
                DocumentType.ROADMAP, Long.valueOf(teachers), "1.1c", null, "two-" + teachers, null));
        assertThat(documents.get(first).programmeId())
                .isNotEqualTo(documents.get(second).programmeId());

        String list = main(page("/documents"));
        assertThat(list).contains(PUPILS, TEACHERS);
        assertThat(main(page("/documents/paper"))).contains(PUPILS, TEACHERS);
        assertThat(main(page("/"))).contains(PUPILS, TEACHERS);
    }

    /** Numbers are the school's: its orders have one journal, whatever roadmap they are of. */
    @Test
    void ordersOfBothHaveOneJournal(
            @Autowired Drafts drafts,
            @Autowired Documents documents,
            @Autowired Approvals approvals,
            @Autowired Registration registration,
            @Autowired Journals journals) {
        Long first =
                registered(drafts, approvals, registration, journals, pupils, DocumentType.ORDER_PAIRS, "000-5.2.1");
        Long second =
                registered(drafts, approvals, registration, journals, teachers, DocumentType.ORDER_MENTORS, "1.2b");

        Document one = documents.get(first);
        Document other = documents.get(second);
        assertThat(one.kind().register()).isEqualTo(other.kind().register());
        assertThat(List.of(one.number(), other.number()))
                .as("one after the other")
                .satisfiesExactly(
                        number -> assertThat(number).startsWith("1"),
                        number -> assertThat(number).startsWith("2"));
    }

    /** One person, two programmes: registers, consents and pairs are each programme's own. */
    @Test
    void onePersonIsInBoth(
            @Autowired Registers registers, @Autowired Consents consents, @Autowired Mentorships mentorships)
            throws Exception {
        Participant mentor = enter(registers, pupils, ParticipantRole.MENTOR);
        Participant mentee = enter(registers, teachers, ParticipantRole.MENTEE);
        assertThat(mentee.person().id())
                .as("one person")
                .isEqualTo(mentor.person().id());

        school.as(
                Role.CURATOR,
                () -> consents.register(
                        mentor.id(), ConsentKind.PROCESSING, LocalDate.of(2026, 9, 10), List.of(Signer.SELF)));

        assertThat(main(page("/programmes/" + pupils + "/participants?role=MENTOR")))
                .contains("Двойной");
        assertThat(main(page("/programmes/" + pupils + "/participants?role=MENTEE")))
                .doesNotContain("Двойной");
        assertThat(main(page("/programmes/" + teachers + "/participants?role=MENTEE")))
                .contains("Двойной");
        assertThat(main(page("/programmes/" + teachers + "/participants?role=MENTOR")))
                .doesNotContain("Двойной");
        assertThat(consents.of(mentee.person().id())).singleElement().satisfies(consent -> {
            assertThat(consent.covers(ParticipantRole.MENTOR)).isTrue();
            assertThat(consent.covers(ParticipantRole.MENTEE))
                    .as("another purpose is asked for apart")
                    .isFalse();
        });
        assertThat(mentorships.of(Long.valueOf(pupils))).isEmpty();
    }

    private Participant enter(Registers registers, String programme, ParticipantRole role) {
        return school.as(
                Role.CURATOR,
                () -> registers.enter(
                        Long.valueOf(programme),
                        role,
                        PersonDetails.named("Двойной", "Пример", null, BORN),
                        ParticipantDetails.of(role, ParticipantCategory.TEACHER, null)
                                .asAConsentNeeds(role)));
    }

    private Long registered(
            Drafts drafts,
            Approvals approvals,
            Registration registration,
            Journals journals,
            String programme,
            DocumentType type,
            String item) {
        Long id = drafts.generate(
                new DocumentRequest(type, Long.valueOf(programme), item, null, "two-" + type + programme, null));
        school.as(
                Role.DIRECTOR,
                () -> approvals.submit(
                        id, new OutcomeInput(Outcome.DONE, LocalDate.of(2026, 9, 10), null, null, null), true));
        String offered = school.as(Role.SECRETARY, () -> journals.suggest(school.id(), "ORDERS", 2026));
        registration.register(id, Optional.of(offered), Optional.of(LocalDate.of(2026, 9, 10)), true);
        return id;
    }

    private ResultActions open(String path) throws Exception {
        return mvc.perform(get(path).session(curator));
    }

    private String page(String path) throws Exception {
        return open(path).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }

    private static String menu(String page) {
        return part(page, "<nav class=\"app-side\".*?</nav>");
    }

    private static String main(String page) {
        return part(page, "<main.*</main>");
    }

    private static String place(String page) {
        return part(page, "<div class=\"app-place\">.*?</div>");
    }

    private static String part(String page, String pattern) {
        Matcher found = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group();
    }
}
