package org.mentoringroadmap.school.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.consent.Signer;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Need;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.Totp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The school's page and the programmes' page: who may do what, and what wrong input answers. */
@ApplicationTest
class SchoolPageTest {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools testSchools;

    @Autowired
    private Schools schools;

    @Autowired
    private Staff staff;

    @Autowired
    private AccountSafeguards safeguards;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Registers registers;

    @Autowired
    private Consents consents;

    private TestSchool school;
    private MockHttpSession curator;

    @BeforeEach
    void signIn() throws Exception {
        school = testSchools.create(Role.CURATOR, Role.SECRETARY, Role.TEACHER);
        curator = Sessions.of(mvc, school, Role.CURATOR);
    }

    @Test
    void secretaryLooksAndTeacherDoesNot() throws Exception {
        MockHttpSession secretary = Sessions.of(mvc, school, Role.SECRETARY);
        mvc.perform(get("/school").session(secretary))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("исполняет куратор")))
                .andExpect(content().string(not(containsString("Сохранить реквизиты"))));
        mvc.perform(form("/school/classes").session(secretary).param("name", "5А"))
                .andExpect(status().isForbidden());
        mvc.perform(get("/school").session(Sessions.of(mvc, school, Role.TEACHER)))
                .andExpect(status().isForbidden());
    }

    @Test
    void wrongRequisitesAreToldNextToTheirFields() throws Exception {
        mvc.perform(requisites("", "почта"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Заполните это поле.")))
                .andExpect(content().string(containsString("Это не похоже на адрес почты.")))
                .andExpect(content().string(containsString("value=\"почта\"")));
        mvc.perform(requisites("МБОУ «Другая»", "school@example.org")).andExpect(status().is3xxRedirection());
        assertThat(schools.get(school.id()).requisites().shortName()).isEqualTo("МБОУ «Другая»");
    }

    @Test
    void codesAreCheckedAndWhatIsNotAskedForIsErased() throws Exception {
        Long participant = school.as(Role.CURATOR, () -> {
            Long programme = programmes
                    .open(school.id(), SchoolYear.around(TestClock.today()), "target-model")
                    .id();
            ParticipantDetails any = ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, null);
            PersonDetails person = PersonDetails.named("Примеров", "Пример", null, null);
            Participant entered = registers.enter(programme, ParticipantRole.MENTEE, person, any);
            consents.register(
                    entered.id(),
                    ConsentKind.PROCESSING,
                    TestClock.today(),
                    Set.of(Signer.SELF, Signer.REPRESENTATIVE));
            registers.change(
                    entered.id(),
                    entered.person().version(),
                    entered.version(),
                    person,
                    any.copy()
                            .needs(Set.of(Need.SPECIAL_HEALTH_NEEDS, Need.HARD_LIFE_SITUATION, Need.GIFTED))
                            .done());
            return entered.id();
        });
        mvc.perform(requisites("МБОУ «Другая»", "school@example.org")
                        .param("codes.inn", "0000700003")
                        .param("codes.ogrn", "1020000000075")
                        .param("papers.healthData", "true")
                        .param("papers.publicationPages", "https://school.example.org"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("Проверьте ИНН организации: 10 цифр")))
                .andExpect(content().string(containsString("Проверьте ОГРН: 13 цифр")))
                .andExpect(content().string(containsString("value=\"0000700003\"")));
        assertThat(needs(participant)).contains(Need.HARD_LIFE_SITUATION);

        mvc.perform(requisites("МБОУ «Другая»", "school@example.org")
                        .param("codes.inn", "0000700002")
                        .param("codes.ogrn", "1020000000074")
                        .param("papers.healthData", "true")
                        .param("papers.publicationPages", "https://school.example.org"))
                .andExpect(status().is3xxRedirection());
        assertThat(schools.get(school.id()).requisites().codes().inn()).isEqualTo("0000700002");
        assertThat(schools.get(school.id()).requisites().papers().healthData()).isTrue();
        assertThat(needs(participant)).containsExactlyInAnyOrder(Need.SPECIAL_HEALTH_NEEDS, Need.GIFTED);
        mvc.perform(get("/participants/" + participant + "/edit").session(curator))
                .andExpect(content().string(containsString("Ограниченные возможности здоровья")))
                .andExpect(content().string(not(containsString("Трудная жизненная ситуация"))));
    }

    private Set<Need> needs(Long participant) {
        return school.as(Role.CURATOR, () -> registers.visible(participant))
                .details()
                .needs();
    }

    private MockHttpServletRequestBuilder requisites(String shortName, String email) {
        return form("/school/requisites")
                .session(curator)
                .param("fullName", "Муниципальная школа")
                .param("shortName", shortName)
                .param("email", email)
                .param("directorPost", "Директор");
    }

    @Test
    void classesAreAddedRenamedAndRemoved() throws Exception {
        mvc.perform(form("/school/classes")
                        .session(curator)
                        .param("name", "5 а")
                        .param("teacherId", ""))
                .andExpect(status().is3xxRedirection());
        SchoolClass added = classes.of(school.id()).get(0);
        assertThat(added.name()).isEqualTo("5А");
        mvc.perform(form("/school/classes").session(curator).param("name", "5А"))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Вернуться и исправить")));
        mvc.perform(form("/school/classes/" + added.id()).session(curator).param("name", "6А"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(form("/school/classes/" + added.id() + "/remove").session(curator))
                .andExpect(status().is3xxRedirection());
        mvc.perform(form("/school/classes/" + added.id() + "/remove").session(curator))
                .andExpect(status().isNotFound());
        assertThat(classes.of(school.id())).isEmpty();
    }

    @Test
    void allClassesOfSomeYearsAreEnteredInOneLine() throws Exception {
        Long teacher = staff.of(school.id()).get(0).id();
        entered("6б", teacher).andExpect(status().is3xxRedirection());
        entered("5–7 по 2", null).andExpect(flash().attribute("notice", "class.saved-many"));
        assertThat(names()).containsExactly("5А", "5Б", "6А", "6Б", "7А", "7Б");
        assertThat(classes.of(school.id()).get(3).teacherId()).contains(teacher);

        entered("8а, 8 б; 9-1", null).andExpect(status().is3xxRedirection());
        assertThat(names()).endsWith("8А", "8Б", "9-1");
        entered("10 - 11 классы по 1", null).andExpect(status().is3xxRedirection());
        assertThat(names()).endsWith("10А", "11А");

        for (String wrong : List.of("5–12 по 2", "7–5 по 2", "5–11 по 0", "5–11 по 11", "", "1А, 2")) {
            entered(wrong, wrong.contains(",") ? teacher : null).andExpect(status().isBadRequest());
        }
        assertThat(names()).hasSize(11);
    }

    private ResultActions entered(String line, Long teacher) throws Exception {
        return mvc.perform(form("/school/classes")
                .session(curator)
                .param("name", line)
                .param("teacherId", teacher == null ? "" : teacher.toString()));
    }

    private List<String> names() {
        return classes.of(school.id()).stream().map(SchoolClass::name).toList();
    }

    @Test
    void aPersonGetsRolesAndAnAccountWhosePasswordIsShownOnce() throws Exception {
        mvc.perform(form("/school/staff")
                        .session(curator)
                        .param("fullName", "Примерова Проба Образцовна")
                        .param("roles", "mentor", "teacher"))
                .andExpect(status().is3xxRedirection());
        StaffMember member = named("Примерова Проба Образцовна");
        assertThat(member.roles()).isEqualTo(Set.of(Role.MENTOR, Role.TEACHER));

        String login = "proba-of-" + school.id();
        String page = "/school/staff/" + member.id();
        MvcResult opened = mvc.perform(form(page + "/account").session(curator).param("login", login))
                .andExpect(flash().attributeExists("newPassword"))
                .andReturn();
        String first = (String) opened.getFlashMap().get("newPassword");
        // it is right, and has to be changed before anything else, since the curator has seen it
        mvc.perform(get("/api/programmes").with(httpBasic(login, first))).andExpect(status().isForbidden());

        MvcResult reset = mvc.perform(form(page + "/password").session(curator)).andReturn();
        String second = (String) reset.getFlashMap().get("newPassword");
        mvc.perform(get("/api/programmes").with(httpBasic(login, second))).andExpect(status().isForbidden());
        mvc.perform(get("/api/programmes").with(httpBasic(login, first))).andExpect(status().isUnauthorized());

        mvc.perform(form(page + "/remove").session(curator)).andExpect(status().is3xxRedirection());
        mvc.perform(get("/api/programmes").with(httpBasic(login, second))).andExpect(status().isUnauthorized());
    }

    /** Whoever takes a role away sees what was open for it and who does it from now on. */
    @Test
    void whatWasOpenForALostRoleIsToldWithWhoDoesItNow() throws Exception {
        school.start("target-model", "2026-2027");
        String name = "Замова Проба Примеровна";
        Long deputy = school.employ(name, Set.of(Role.DEPUTY)).id();

        followed(form("/school/staff/" + deputy).param("fullName", name).param("roles", "deputy", "teacher"))
                .andExpect(content().string(not(containsString("Кто теперь сделает"))));
        followed(form("/school/staff/" + deputy).param("fullName", name).param("roles", "teacher"))
                .andExpect(content().string(containsString("Кто теперь сделает дела снятых ролей")))
                .andExpect(content().string(containsString("Ознакомиться с шаблонами документов")))
                .andExpect(content()
                        .string(containsString("может взять: "
                                + staff.behind(school.login(Role.CURATOR))
                                        .orElseThrow()
                                        .shortName())));

        followed(form("/school/staff/" + deputy).param("fullName", name).param("roles", "deputy"));
        followed(form("/school/staff/" + deputy + "/remove"))
                .andExpect(content().string(containsString("Кто теперь сделает дела снятых ролей")));
    }

    @Test
    void aClosedSignInIsSeenAndOpened() throws Exception {
        String login = school.login(Role.TEACHER);
        for (int i = 0; i < 2; i++) {
            mvc.perform(get("/api/programmes").with(httpBasic(login, "wrong"))).andExpect(status().isUnauthorized());
        }
        mvc.perform(get("/school").session(curator))
                .andExpect(content().string(containsString("вход закрыт")))
                .andExpect(content().string(containsString("Неверных паролей подряд: <strong>2</strong>")))
                .andExpect(content().string(containsString("10:15:02")));
        String page = "/school/staff/" + school.staffId(Role.TEACHER);
        mvc.perform(form(page + "/unlock").session(Sessions.of(mvc, school, Role.SECRETARY)))
                .andExpect(status().isForbidden());

        mvc.perform(form(page + "/unlock").session(curator)).andExpect(flash().attribute("notice", "staff.unlocked"));

        mvc.perform(get("/school").session(curator)).andExpect(content().string(not(containsString("вход закрыт"))));
        mvc.perform(get("/api/programmes").with(httpBasic(login, TestSchool.PASSWORD)))
                .andExpect(status().isOk());
    }

    @Test
    void anAdministratorSwitchesOffTheCodesOfWhoeverHasLostThem() throws Exception {
        String login = school.login(Role.CURATOR);
        safeguards.confirmCodes(login, Totp.code(safeguards.prepareCodes(login)));
        String off = "/school/staff/" + school.staffId(Role.CURATOR) + "/codes/off";
        MockHttpSession administrator = Sessions.ofAdministrator(mvc);
        mvc.perform(get("/school").session(administrator).param("school", school.id()))
                .andExpect(content().string(containsString("Выключить код при входе")));
        mvc.perform(get("/school").session(curator))
                .andExpect(content().string(not(containsString("Выключить код при входе"))));
        mvc.perform(form(off).session(curator)).andExpect(status().isForbidden());

        mvc.perform(form(off).session(administrator).param("school", school.id()))
                .andExpect(flash().attribute("notice", "staff.codes-off"));

        assertThat(safeguards.of(login).codes()).isFalse();
    }

    @Test
    void wrongStaffIsRefused() throws Exception {
        StaffMember self = staff.behind(school.login(Role.CURATOR)).orElseThrow();
        mvc.perform(form("/school/staff").session(curator).param("fullName", " "))
                .andExpect(status().isBadRequest());
        mvc.perform(form("/school/staff")
                        .session(curator)
                        .param("fullName", "А Б")
                        .param("roles", "king"))
                .andExpect(status().isBadRequest());
        mvc.perform(form("/school/staff/" + self.id() + "/remove").session(curator))
                .andExpect(status().isBadRequest());
        mvc.perform(form("/school/staff/" + self.id() + "/account")
                        .session(curator)
                        .param("login", "другой"))
                .andExpect(status().isBadRequest());
        mvc.perform(form("/school/staff/0/password").session(curator)).andExpect(status().isNotFound());
    }

    @Test
    void onlyAnAdministratorMakesAnAdministrator() throws Exception {
        mvc.perform(form("/school/staff")
                        .session(curator)
                        .param("fullName", "А Б")
                        .param("roles", "administrator"))
                .andExpect(status().isForbidden());
        StaffMember administrator = staff.add(school.id(), "Админов Образец", "", Set.of(Role.ADMINISTRATOR));
        mvc.perform(form("/school/staff/" + administrator.id() + "/account")
                        .session(curator)
                        .param("login", "root"))
                .andExpect(status().isForbidden());
    }

    @Test
    void anotherSchoolIsUnknown() throws Exception {
        TestSchool other = testSchools.create(Role.CURATOR);
        StaffMember stranger = staff.of(other.id()).get(0);
        mvc.perform(get("/school").session(curator).param("school", other.id())).andExpect(status().isNotFound());
        mvc.perform(form("/school/classes")
                        .session(curator)
                        .param("school", other.id())
                        .param("name", "1А"))
                .andExpect(status().isNotFound());
        mvc.perform(form("/school/staff/" + stranger.id() + "/password").session(curator))
                .andExpect(status().isNotFound());
    }

    @Test
    void administratorEntersASchool() throws Exception {
        MockHttpSession administrator = Sessions.ofAdministrator(mvc);
        mvc.perform(get("/school/new").session(curator)).andExpect(status().isForbidden());
        mvc.perform(form("/school/new")
                        .session(administrator)
                        .param("id", "Школа")
                        .param("fullName", "Школа")
                        .param("shortName", "Школа")
                        .param("directorPost", "Директор"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("латинскими буквами")));
        mvc.perform(form("/school/new")
                        .session(administrator)
                        .param("id", "new-" + school.id())
                        .param("fullName", "Школа")
                        .param("shortName", "Школа")
                        .param("directorPost", "Директор"))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get("/school").session(administrator))
                .andExpect(status().isOk())
                .andExpect(content().string(not(containsString("не закреплена ни одна школа"))))
                .andExpect(content().string(containsString("?school=new-" + school.id())));
        mvc.perform(get("/school").param("school", "new-" + school.id()).session(administrator))
                .andExpect(content().string(containsString("Сотрудников пока нет. Начните с директора и куратора.")));
    }

    @Test
    void anAdministratorAddsARoleWhichTheSchoolGivesAndCallsAsItDoes() throws Exception {
        String id = "keeper-of-" + school.id();
        MockHttpSession administrator = Sessions.ofAdministrator(mvc);
        mvc.perform(role(curator, id)).andExpect(status().isForbidden());
        mvc.perform(role(administrator, "Хранитель"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("form-lead")));
        mvc.perform(role(administrator, id).param("school", "no-such-school")).andExpect(status().isNotFound());
        mvc.perform(role(administrator, id)).andExpect(redirectedUrl("/school?school=" + school.id()));
        mvc.perform(form("/school/roles/" + id + "/remove")
                        .session(administrator)
                        .param("school", "no-such-school"))
                .andExpect(status().isNotFound());

        followed(form("/school/staff").param("fullName", "Новый Сотрудник").param("roles", id, "teacher"))
                .andExpect(content().string(not(containsString("Даны роли"))));
        assertThat(named("Новый Сотрудник").ownRoles()).containsExactly(id);
        assertThat(named("Новый Сотрудник").roles()).containsExactly(Role.TEACHER);
        followed(form("/school/roles/" + id + "/title").param("title", "хранитель музея"))
                .andExpect(content().string(containsString("хранитель музея")))
                .andExpect(content().string(containsString("права роли «учитель»")))
                .andExpect(content().string(not(containsString("Добавить роль"))));

        mvc.perform(form("/school/roles/" + id + "/remove").session(curator)).andExpect(status().isForbidden());
        mvc.perform(form("/school/roles/" + id + "/remove")
                        .session(administrator)
                        .param("school", school.id()))
                .andExpect(status().isConflict())
                .andExpect(content().string(containsString("Сначала снимите её")));
        followed(form("/school/staff/" + named("Новый Сотрудник").id())
                        .param("fullName", "Новый Сотрудник")
                        .param("roles", "teacher", "deputy"))
                .andExpect(content().string(containsString("Даны роли: <span>заместитель директора</span>")))
                .andExpect(content().string(containsString("Сняты роли: <span>хранитель музея</span>")));
        mvc.perform(form("/school/roles/" + id + "/remove")
                        .session(administrator)
                        .param("school", school.id()))
                .andExpect(status().is3xxRedirection());
        mvc.perform(form("/school/staff")
                        .session(curator)
                        .param("fullName", "Другой Сотрудник")
                        .param("roles", id))
                .andExpect(status().isBadRequest());
    }

    /** What a curator's browser shows after the form: the page that it is sent to. */
    private ResultActions followed(MockHttpServletRequestBuilder form) throws Exception {
        String page = mvc.perform(form.session(curator))
                .andExpect(status().is3xxRedirection())
                .andReturn()
                .getResponse()
                .getRedirectedUrl();
        return mvc.perform(get(page).session(curator));
    }

    private MockHttpServletRequestBuilder role(MockHttpSession session, String id) {
        return form("/school/roles")
                .session(session)
                .param("school", school.id())
                .param("roleId", id)
                .param("title", "хранитель")
                .param("standsOn", "teacher");
    }

    /** Who follows a link has filled nothing in that could be refused. */
    @Test
    void aLinkThatIsRefusedSpeaksOfNoDataThatWereTyped() throws Exception {
        mvc.perform(start(curator, "2031-2032")).andExpect(redirectedUrl("/programmes"));
        Long programme =
                school.as(Role.CURATOR, () -> programmes.visible().get(0).id());

        mvc.perform(get("/programmes/{id}/consents/print", programme)
                        .session(curator)
                        .param("classId", "0")
                        .param("kind", "DUTIES"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(">Не получилось<")));
    }

    @Test
    void aRoadmapIsStartedOnceAYear() throws Exception {
        mvc.perform(start(curator, "2031-2032")).andExpect(redirectedUrl("/programmes"));
        mvc.perform(get("/programmes").session(curator))
                .andExpect(content().string(containsString(">впереди<")))
                .andExpect(content().string(not(containsString(">идёт<"))));
        Map<String, ?> again = mvc.perform(start(curator, "2031-2032"))
                .andExpect(redirectedUrl("/programmes"))
                .andReturn()
                .getFlashMap();
        mvc.perform(get("/programmes").session(curator).flashAttr("already", again.get("already")))
                .andExpect(content().string(containsString("уже запущена")));
        mvc.perform(start(curator, "2031"))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString(">Данные не приняты<")));
        mvc.perform(start(Sessions.of(mvc, school, Role.TEACHER), "2032-2033")).andExpect(status().isForbidden());
        mvc.perform(get("/api/programmes").session(curator))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].school").value(school.id()))
                .andExpect(jsonPath("$[0].schoolYear").value("2031-2032"))
                .andExpect(jsonPath("$[0].roadmap").value("target-model"))
                .andExpect(jsonPath("$[0].state").value("RUNNING"));
        mvc.perform(get("/programmes").session(curator)).andExpect(content().string(containsString("2031-2032")));
    }

    private static MockHttpServletRequestBuilder start(MockHttpSession session, String year) {
        return form("/programmes")
                .session(session)
                .param("roadmap", "target-model")
                .param("schoolYear", year);
    }

    private static MockHttpServletRequestBuilder form(String path) {
        return post(path).with(csrf());
    }

    private StaffMember named(String name) {
        List<StaffMember> all = staff.of(school.id());
        return all.stream()
                .filter(member -> member.fullName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
