package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.ActivityFixture;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** A role that an administrator adds works like those of the application, and opens no more than the one it stands on. */
abstract class OwnRolesContract {
    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final Map<String, Object> NOT_HELD = Map.of("outcome", "not-held", "note", "Школе это не нужно");

    @Autowired
    private ActivityFixture fixture;

    @Autowired
    private OwnRoles roles;

    @Autowired
    private RoleTitles titles;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Staff staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private CurrentUser user;

    @Autowired
    private ActivityOutcomes outcomes;

    @Autowired
    private TaskService tasks;

    @Autowired
    private RepositoryService repository;

    @Autowired
    private RuntimeService runtime;

    @Autowired
    private IdentityService identity;

    @Autowired
    private AuthorizationService authorizations;

    @Autowired
    private FilterService filters;

    @Autowired
    private ConfigurableApplicationContext application;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MockMvc mvc;

    private TestSchool school;
    private String id;

    @BeforeEach
    void aRoleWithTheRightsOfAClassTeacher() {
        school = fixture.school(Role.CURATOR, Role.DIRECTOR, Role.CLASS_TEACHER);
        id = "form-lead-" + COUNT.incrementAndGet();
        add(id, Role.CLASS_TEACHER);
    }

    @Test
    void itsTasksComeToWhoHoldsItAndAreDoneThere() throws Exception {
        StaffMember lead = employ("lead", Set.of(), Set.of(id));
        Programme programme = fixture.programme(school);
        Task task = fixture.start(school, programme, "activity", id);
        assertThat(groups(task)).containsExactly(id);

        MockHttpSession session = Sessions.of(mvc, login("lead"), TestSchool.PASSWORD);
        mvc.perform(get("/classes").session(session)).andExpect(status().isOk());
        mvc.perform(get("/").session(session))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("руководитель " + id)))
                .andExpect(content().string(containsString(task.getName())));
        mvc.perform(get("/school").session(session)).andExpect(status().isForbidden());
        as("lead", () -> {
            Filter mine = filters.createTaskFilterQuery()
                    .filterName("Задачи моей роли")
                    .singleResult();
            assertThat(mine).as("filter of Tasklist").isNotNull();
            assertThat(filters.count(mine.getId())).isEqualTo(1);
            tasks.claim(task.getId(), login("lead"));
            tasks.complete(task.getId(), NOT_HELD);
            return null;
        });

        assertThat(outcomes.find(programme.id(), ActivityFixture.ITEM)
                        .orElseThrow()
                        .outcome())
                .isEqualTo(Outcome.NOT_HELD);
        assertThat(lead.ownRoles()).containsExactly(id);
    }

    @Test
    void othersWithTheSameRightsDoNotGetItsTasks() {
        Task task = fixture.start(school, fixture.programme(school), "activity", id + ",director");

        assertThatThrownBy(() -> school.as(Role.CLASS_TEACHER, () -> {
                    tasks.complete(task.getId(), NOT_HELD);
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void whoHoldsItGetsNoTasksOfTheRoleItStandsOn() {
        employ("lead", Set.of(), Set.of(id));
        Task task = fixture.start(school, fixture.programme(school), "activity", "class-teacher");

        assertThat(as("lead", () -> tasks.createTaskQuery().taskId(task.getId()).count()))
                .isZero();
    }

    @Test
    void whileNobodyHoldsItItsTasksFallToTheCurator() {
        Task task = fixture.start(school, fixture.programme(school), "activity", id);
        assertThat(groups(task)).containsExactlyInAnyOrder(id, "curator");

        StaffMember lead = employ("lead", Set.of(), Set.of(id));
        Task second = fixture.start(school, fixture.programme(fixture.school(Role.CURATOR)), "activity", id);
        assertThat(staff.isEmpty(school.id(), id)).isFalse();
        staff.remove(school.id(), lead.id());
        assertThat(staff.isEmpty(school.id(), id)).isTrue();
        assertThat(groups(second)).contains("curator");
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMINISTRATOR", "MODEL_ADMINISTRATOR"})
    void hasTheRightsOfTheRoleItStandsOnAndNoOthers(Role standsOn) {
        String other = id + "-" + standsOn.id();
        add(other, standsOn);

        List<Role> held = school.as(
                "somebody",
                List.of(other),
                () -> Stream.of(Role.values()).filter(user::has).toList());

        assertThat(held).containsExactly(standsOn);
        assertThat(granted(other)).isEqualTo(granted(standsOn.id())).isNotEmpty();
    }

    @Test
    void aStartBringsTheRightsOfTheEngineIntoLine() {
        Authorization more = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
        more.setGroupId(id);
        more.setResource(org.camunda.bpm.engine.authorization.Resources.DEPLOYMENT);
        more.setResourceId(Authorization.ANY);
        more.addPermission(org.camunda.bpm.engine.authorization.Permissions.ALL);
        authorizations.saveAuthorization(more);

        application.publishEvent(
                new ApplicationStartedEvent(new SpringApplication(), new String[0], application, Duration.ZERO));

        assertThat(granted(id)).isEqualTo(granted("class-teacher"));
    }

    @Test
    void aGroupOfTheEngineGivesItToNobody() throws Exception {
        employ("none", Set.of(Role.TEACHER), Set.of());
        identity.createMembership(login("none"), id);

        MockHttpSession session = Sessions.of(mvc, login("none"), TestSchool.PASSWORD);

        mvc.perform(get("/").session(session))
                .andExpect(content().string(org.hamcrest.Matchers.not(containsString("руководитель " + id))));
        assertThatThrownBy(() -> school.as("administrator", List.of("administrator"), () -> {
                    identity.createMembership(login("none"), id);
                    return null;
                }))
                .isInstanceOf(AuthorizationException.class);
    }

    @Test
    void nobodyChangesTheOwnRoles() {
        StaffMember curator = staff.holders(school.id(), Role.CURATOR).get(0);

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> change(curator, curator.roles(), Set.of(id))))
                .isInstanceOf(ForbiddenException.class)
                .hasMessageContaining("staff.own-roles");
        assertThat(staff.get(school.id(), curator.id()).ownRoles()).isEmpty();
    }

    @Test
    void thatOfAPsychologistIsHeldByWhoWasConfirmedByTwoPeople() {
        String helper = id + "-helper";
        add(helper, Role.PSYCHOLOGIST);
        StaffMember person = employ("person", Set.of(), Set.of());

        assertThatThrownBy(() -> school.as(Role.CURATOR, () -> change(person, Set.of(), Set.of(helper))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("own-role.psychologist");
        assertThatThrownBy(() ->
                        school.as(Role.CURATOR, () -> change(person, Set.of(Role.PSYCHOLOGIST), Set.of(helper))))
                .isInstanceOf(ConflictException.class)
                .hasMessageContaining("own-role.psychologist");
        school.as(Role.CURATOR, () -> change(person, Set.of(Role.PSYCHOLOGIST), Set.of()));
        accounts.keepPassword(login("person"));
        school.as(Role.DIRECTOR, () -> {
            staff.confirmPsychologist(school.id(), person.id());
            return null;
        });
        school.as(Role.CURATOR, () -> change(person, Set.of(Role.PSYCHOLOGIST), Set.of(helper)));
        assertThat(staff.get(school.id(), person.id()).ownRoles()).containsExactly(helper);

        school.as(Role.CURATOR, () -> change(person, Set.of(), Set.of(helper)));

        assertThat(staff.get(school.id(), person.id()).ownRoles()).isEmpty();
    }

    @Test
    void isNotRemovedWhileItIsUsed() {
        StaffMember lead = employ("lead", Set.of(), Set.of(id));
        assertThatThrownBy(this::remove).isInstanceOf(ConflictException.class).hasMessageContaining("own-role.held");
        Task task = fixture.start(school, fixture.programme(school), "activity", id);
        staff.remove(school.id(), lead.id());
        assertThatThrownBy(this::remove).isInstanceOf(ConflictException.class).hasMessageContaining("own-role.used");

        school.complete(Role.CURATOR, task, NOT_HELD);
        remove();

        assertThat(roles.exists(id)).isFalse();
        assertThat(identity.createGroupQuery().groupId(id).count()).isZero();
        assertThat(granted(id)).isEmpty();
        assertThatThrownBy(() -> employ("late", Set.of(), Set.of(id))).hasMessageContaining("role.unknown");
    }

    @Test
    void isNamedInAModelAtOnceAndBlocksTakeWhatTheCallerSays() throws IOException {
        assertThat(roles.rights(List.of(id, "curator", "nobody-knows")))
                .containsExactlyInAnyOrder(Role.CLASS_TEACHER, Role.CURATOR);
        assertThatThrownBy(() -> deploy("nobody-knows")).hasMessageContaining("роли «nobody-knows» нет");
        employ("lead", Set.of(), Set.of(id));

        Deployment deployed = deploy(id);
        Programme programme = fixture.programme(school);
        school.as(
                "starter",
                List.of(Role.ADMINISTRATOR.id()),
                () -> runtime.startProcessInstanceByKey(
                        "stage-with-parameters",
                        programme.id().toString(),
                        Map.of("schoolId", school.id(), "firstYear", "2026", "secondYear", "2027")));
        school.runJobs();

        List<Task> open = school.tasks(programme.id().toString());
        assertThat(open).hasSize(2).allSatisfy(task -> assertThat(groups(task)).containsExactly(id));
        assertThat(open)
                .extracting(Task::getName)
                .anyMatch(name ->
                        name.matches("Отметить: Заседания рабочей группы \\(\\d\\d\\.\\d\\d–\\d\\d\\.\\d\\d\\.2026\\)"))
                .anyMatch(name -> name.endsWith("Промежуточная оценка: ноябрь"));
        assertThatThrownBy(this::remove).hasMessageContaining("own-role.");
        repository.deleteDeployment(deployed.getId(), true);
    }

    private Deployment deploy(String responsible) throws IOException {
        String model = new ClassPathResource("models/stage-with-parameters.bpmn")
                .getContentAsString(StandardCharsets.UTF_8)
                .replace("form-lead", responsible);
        return school.as(
                "administrator",
                List.of(Role.ADMINISTRATOR.id(), Role.MODEL_ADMINISTRATOR.id()),
                () -> repository
                        .createDeployment()
                        .source("modeler")
                        .addString("stage-with-parameters.bpmn", model)
                        .deploy());
    }

    @Test
    void aSchoolCallsItsRolesAsItDoesAndOthersDoNot() throws Exception {
        TestSchool other = fixture.school(Role.CURATOR);
        school.as(Role.CURATOR, () -> {
            titles.change(school.id(), "director", "  заведующий ");
            titles.change(school.id(), id, "ведущий формы");
            return null;
        });

        assertThat(school.as(Role.CURATOR, () -> titles.of("director"))).isEqualTo("заведующий");
        assertThat(titles.of(school.id(), List.of("director", id, "deputy")))
                .isEqualTo("заведующий, ведущий формы, заместитель директора");
        assertThat(other.as(Role.CURATOR, () -> titles.of("director"))).isEqualTo("директор");
        mvc.perform(get("/school").session(Sessions.of(mvc, school, Role.CURATOR)))
                .andExpect(content().string(containsString("заведующий")))
                .andExpect(content().string(containsString("ведущий формы")));

        school.as(Role.CURATOR, () -> {
            titles.change(school.id(), "director", " ");
            return null;
        });
        assertThat(school.as(Role.CURATOR, () -> titles.of("director"))).isEqualTo("директор");
        assertThatThrownBy(() -> titles.change(school.id(), "nobody-knows", "кто-то"))
                .isInstanceOf(NotFoundException.class);
        assertThatThrownBy(() -> titles.change(school.id(), "director", "д".repeat(101)))
                .isInstanceOf(UserInputException.class);
    }

    /** Rights follow from it: what somebody read a moment before the commit is right for nobody after it. */
    @Test
    void everybodyKnowsItFromTheCommitOnAndNobodyBefore() {
        String another = id + "-later";
        transactions.executeWithoutResult(adding -> {
            add(another, Role.TEACHER);
            titlesOfAnother("куратор музея");
            assertThat(elsewhere(() -> roles.exists(another))).isFalse();
            assertThat(elsewhere(() -> titles.of(school.id(), "director"))).isEqualTo("директор");
        });
        assertThat(elsewhere(() -> roles.exists(another))).isTrue();
        assertThat(elsewhere(() -> titles.of(school.id(), "director"))).isEqualTo("куратор музея");

        transactions.executeWithoutResult(removing -> {
            administrator(() -> {
                roles.remove(another);
                return null;
            });
            assertThat(elsewhere(() -> roles.rights(another))).contains(Role.TEACHER);
        });
        assertThat(roles.exists(another)).isFalse();

        transactions.executeWithoutResult(taken -> {
            add(another, Role.TEACHER);
            taken.setRollbackOnly();
        });
        assertThat(roles.exists(another)).isFalse();
    }

    private void titlesOfAnother(String title) {
        school.as(Role.CURATOR, () -> {
            titles.change(school.id(), "director", title);
            return null;
        });
    }

    private static <T> T elsewhere(Supplier<T> question) {
        return CompletableFuture.supplyAsync(question).join();
    }

    @Test
    void itsTitleHasNothingThatNobodySees() {
        assertThatThrownBy(() -> administrator(() -> roles.add(id + "-more", "\u200b\u2060\u00ad", Role.TEACHER)))
                .hasMessageContaining("own-role.title");
        titlesOfAnother("\u202eзаве\u00adдующий\u200b\u00a0школой");
        assertThat(titles.of(school.id(), "director")).isEqualTo("заведующий школой");
        titlesOfAnother("\u200b");
        assertThat(titles.of(school.id(), "director")).isEqualTo("директор");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Form-lead", "form lead", "руководитель", "-lead", "lead-", "a", "a--b", "1lead"})
    void anIdThatModelsCannotNameIsRefused(String wrong) {
        assertThatThrownBy(() -> add(wrong, Role.TEACHER)).hasMessageContaining("own-role.id");
    }

    @Test
    void whatIsMissingOrTakenIsRefused() {
        assertThatThrownBy(() -> add(id, Role.TEACHER)).hasMessageContaining("own-role.taken");
        assertThatThrownBy(() -> add("director", Role.TEACHER)).hasMessageContaining("own-role.taken");
        assertThatThrownBy(() -> add("camunda-admin", Role.TEACHER)).hasMessageContaining("own-role.taken");
        assertThatThrownBy(() -> add(id + "-more", Role.ADMINISTRATOR)).hasMessageContaining("own-role.stands-on");
        assertThatThrownBy(() -> add(id + "-more", null)).hasMessageContaining("own-role.stands-on");
        assertThatThrownBy(() -> administrator(() -> roles.add(id + "-more", " ", Role.TEACHER)))
                .hasMessageContaining("own-role.title");
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> roles.add(id + "-more", "кто-то", Role.TEACHER)))
                .isInstanceOf(ForbiddenException.class);
        assertThatThrownBy(() -> school.as(Role.DIRECTOR, () -> {
                    roles.remove(id);
                    return null;
                }))
                .isInstanceOf(ForbiddenException.class);
    }

    /** Nobody could tell them apart in a list or on a paper. */
    @Test
    void noTwoRolesAreCalledTheSame() {
        assertThatThrownBy(() -> administrator(() -> roles.add(id + "-more", "Директор", Role.TEACHER)))
                .hasMessageContaining("own-role.title-taken");
        assertThatThrownBy(() -> administrator(() -> roles.add(id + "-more", "Руководитель  " + id, Role.TEACHER)))
                .hasMessageContaining("own-role.title-taken");
        assertThatThrownBy(() -> titlesOfAnother("заместитель директора")).hasMessageContaining("own-role.title-taken");
        titlesOfAnother("заведующий");
        assertThatThrownBy(() -> administrator(() -> roles.add(id + "-more", "заведующий", Role.TEACHER)))
                .as("a school calls another role so")
                .hasMessageContaining("own-role.title-taken");
        titlesOfAnother("заведующий");
        titlesOfAnother("");
    }

    @Test
    void whatIsDoneIsRecorded() {
        StaffMember lead = employ("lead", Set.of(), Set.of(id));

        assertThat(recorded(AuditAct.ROLE_ADDED, id)).singleElement().asString().contains("class-teacher");
        assertThat(recorded(AuditAct.STAFF_ADDED, lead.id().toString()))
                .singleElement()
                .asString()
                .contains(id);
    }

    private List<String> recorded(AuditAct act, String about) {
        return jdbc.sql("select facts from audit_record where act = ? and concerns_id = ?")
                .params(act.name(), about)
                .query(String.class)
                .list();
    }

    private Void change(StaffMember member, Set<Role> wanted, Set<String> own) {
        staff.change(school.id(), member.id(), member.fullName(), member.post(), wanted, own);
        return null;
    }

    private StaffMember employ(String name, Set<Role> wanted, Set<String> own) {
        StaffMember member = staff.add(school.id(), "Примеров Пример Л", "сотрудник", wanted, own);
        staff.open(school.id(), member.id(), login(name), TestSchool.PASSWORD);
        accounts.keepPassword(login(name));
        return member;
    }

    private String login(String name) {
        return name + "-of-" + school.id();
    }

    private <T> T as(String name, Supplier<T> work) {
        return school.as(login(name), List.of(id), work);
    }

    private void add(String newId, Role standsOn) {
        administrator(() -> roles.add(newId, "руководитель " + newId, standsOn));
    }

    private void remove() {
        administrator(() -> {
            roles.remove(id);
            return null;
        });
    }

    private void administrator(Supplier<?> work) {
        school.as("administrator", List.of(Role.ADMINISTRATOR.id()), work);
    }

    private Set<String> granted(String group) {
        return authorizations.createAuthorizationQuery().groupIdIn(group).list().stream()
                .filter(one ->
                        one.getResourceType() != org.camunda.bpm.engine.authorization.Resources.TASK.resourceType())
                .map(one -> one.getResourceType() + " " + one.getResourceId() + " "
                        + ((org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity) one).getPermissions())
                .collect(Collectors.toSet());
    }

    private Set<String> groups(Task task) {
        return tasks.getIdentityLinksForTask(task.getId()).stream()
                .map(IdentityLink::getGroupId)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
    }
}
