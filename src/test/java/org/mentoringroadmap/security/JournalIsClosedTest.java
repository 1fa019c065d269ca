package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.PsychologistAccess;
import org.mentoringroadmap.school.PsychologistAccess.Act;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.SchoolYear;
import org.mentoringroadmap.support.Caller;
import org.mentoringroadmap.support.Callers;
import org.mentoringroadmap.support.RunningApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;

/** Whatever roles people give themselves, and whatever passwords they set: the psychologist's journal stays closed to them. */
@RunningApplicationTest
class JournalIsClosedTest {
    private static final String OWN = "own-password-of-psychologist";

    @Autowired
    private Callers callers;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Programmes programmes;

    @Autowired
    private Staff staff;

    @Autowired
    private Accounts accounts;

    @Autowired
    private PsychologistAccess access;

    @Autowired
    private IdentityService identity;

    private TestSchool school;
    private String journal;

    @BeforeEach
    void school() {
        school = schools.create();
        journal = "/programmes/"
                + programmes
                        .open(school.id(), SchoolYear.around(TestClock.today()), "target-model")
                        .id()
                + "/psychologist-journal";
    }

    @AfterEach
    void takeBack() {
        for (String group : List.of("psychologist", "curator")) {
            identity.deleteMembership("administrator", group);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"CURATOR", "DIRECTOR"})
    void nobodyChangesTheOwnRoles(Role role) {
        Caller caller = callers.browser(school, role);
        StaffMember self = staff.behind(school.login(role)).orElseThrow();

        Caller.Answer refused = save(caller, self, role, Role.PSYCHOLOGIST);

        assertThat(refused.status()).isEqualTo(403);
        assertThat(staff.rolesOf(school.login(role))).containsExactly(role);
        assertThat(save(caller, self, role).status()).as("name and post").isBetween(300, 399);
        assertThat(caller.page(journal).status()).isEqualTo(403);
    }

    @Test
    void neitherDoesTheAdministratorInTheEngine() {
        for (String group : List.of("psychologist", "curator", "director", "model-administrator")) {
            assertThat(callers.administrator()
                            .put("/engine-rest/group/" + group + "/members/administrator", "{}")
                            .status())
                    .isEqualTo(403);
        }
        assertThat(callers.administrator()
                        .delete("/engine-rest/group/teacher/members/" + school.login(Role.TEACHER))
                        .status())
                .isEqualTo(403);
        assertThat(callers.administratorBrowser().page(journal).status()).isEqualTo(403);
    }

    /** A membership that has come about in any other way, before an upgrade or in the database. */
    @Test
    void aGroupOfTheEngineOpensNothing() {
        identity.createMembership("administrator", "psychologist");
        identity.createMembership("administrator", "curator");
        identity.createMembership(school.login(Role.TEACHER), "psychologist");

        assertThat(callers.administratorBrowser().page(journal).status()).isEqualTo(403);
        assertThat(callers.administratorBrowser()
                        .page(journal.replace("psychologist-journal", "participants/export"))
                        .status())
                .isEqualTo(403);
        assertThat(callers.browser(school, Role.TEACHER).page(journal).status()).isEqualTo(403);
        assertThat(callers.browser(school, Role.PSYCHOLOGIST).page(journal).status())
                .isEqualTo(200);
    }

    /** Who is taken out of the group is no administrator any more, also who has been made one on the page of the school. */
    @Test
    void whoIsTakenOutOfTheGroupIsNoAdministrator() {
        StaffMember teacher = staff.behind(school.login(Role.TEACHER)).orElseThrow();
        assertThat(save(callers.administratorBrowser(), teacher, Role.TEACHER, Role.ADMINISTRATOR)
                        .status())
                .isBetween(300, 399);
        assertThat(callers.basic(school, Role.TEACHER).get("/api/openapi.json").status())
                .isEqualTo(200);

        assertThat(callers.administrator()
                        .delete("/engine-rest/group/administrator/members/" + school.login(Role.TEACHER))
                        .status())
                .isEqualTo(204);

        assertThat(callers.basic(school, Role.TEACHER).get("/api/openapi.json").status())
                .isEqualTo(403);
        assertThat(callers.basic(school, Role.TEACHER).get("/engine-rest/user").json())
                .hasSize(1);
    }

    @Test
    void twoPeopleGiveTheRole() {
        Caller curator = callers.browser(school, Role.CURATOR);
        StaffMember teacher = staff.behind(school.login(Role.TEACHER)).orElseThrow();

        assertThat(save(curator, teacher, Role.TEACHER, Role.PSYCHOLOGIST).status())
                .isBetween(300, 399);

        assertThat(staff.rolesOf(school.login(Role.TEACHER))).containsExactly(Role.TEACHER);
        assertThat(access.history(school.id()).get(0).by())
                .as("a name, not a login")
                .isEqualTo(
                        staff.behind(school.login(Role.CURATOR)).orElseThrow().fullName());
        assertThat(callers.browser(school, Role.TEACHER).page(journal).status()).isEqualTo(403);
        assertThat(curator.page("/school").text())
                .contains("Ждут второго человека")
                .doesNotContain("psychologist/confirm");
        assertThat(confirm(curator, teacher).status()).as("who proposed").isEqualTo(403);
        Caller administrator = callers.administratorBrowser();
        assertThat(confirm(administrator, teacher).status())
                .as("the director is asked")
                .isEqualTo(403);
        Caller director = callers.browser(school, Role.DIRECTOR);
        String asked = "Роль педагога-психолога ждёт вашего подтверждения";
        assertThat(director.page("/").text()).contains(asked);
        assertThat(curator.page("/").text()).as("who proposed").doesNotContain(asked);
        assertThat(director.page("/school").text()).contains("psychologist/confirm");
        assertThat(confirm(director, teacher).status()).isBetween(300, 399);

        assertThat(callers.browser(school, Role.TEACHER).page(journal).text())
                .contains(
                        "Кому и кем открыт журнал",
                        staff.behind(school.login(Role.DIRECTOR)).orElseThrow().fullName());
        assertThat(director.page("/").text()).doesNotContain(asked);
        assertThat(director.page("/school").text()).contains("Кому открыт журнал психолога");
        assertThat(acts(teacher)).startsWith(Act.CONFIRMED, Act.PROPOSED);
        assertThat(save(curator, staff.get(school.id(), teacher.id()), Role.TEACHER)
                        .status())
                .isBetween(300, 399);
        assertThat(callers.browser(school, Role.TEACHER).page(journal).status()).isEqualTo(403);
        assertThat(acts(teacher)).startsWith(Act.TAKEN);
    }

    @Test
    void whatTheDirectorProposesTheCuratorConfirms() {
        Caller director = callers.browser(school, Role.DIRECTOR);
        StaffMember teacher = staff.behind(school.login(Role.TEACHER)).orElseThrow();
        save(director, teacher, Role.TEACHER, Role.PSYCHOLOGIST);

        assertThat(confirm(director, teacher).status()).isEqualTo(403);
        assertThat(confirm(callers.browser(school, Role.CURATOR), teacher).status())
                .isBetween(300, 399);
        assertThat(callers.browser(school, Role.TEACHER).page(journal).status()).isEqualTo(200);
    }

    @Test
    void aProposalCanBeDeclined() {
        StaffMember teacher = staff.behind(school.login(Role.TEACHER)).orElseThrow();
        save(callers.browser(school, Role.CURATOR), teacher, Role.TEACHER, Role.PSYCHOLOGIST);

        assertThat(post(callers.browser(school, Role.DIRECTOR), teacher, "psychologist/decline")
                        .status())
                .isBetween(300, 399);
        assertThat(confirm(callers.browser(school, Role.DIRECTOR), teacher).status())
                .isEqualTo(404);
        assertThat(acts(teacher)).startsWith(Act.DECLINED);
    }

    /** Whoever sets the password knows it: neither that password nor a change of it opens the journal. */
    @Test
    void aPasswordThatSomebodyElseHasSetClosesTheJournal() {
        StaffMember psychologist = staff.behind(school.login(Role.PSYCHOLOGIST)).orElseThrow();
        assertThat(post(callers.browser(school, Role.CURATOR), psychologist, "password")
                        .status())
                .isBetween(300, 399);
        // The page has shown the password once; another one that the test knows takes its place, as a curator has read
        // it.
        assertThat(callers.administrator()
                        .put(
                                "/engine-rest/user/" + school.login(Role.PSYCHOLOGIST) + "/credentials",
                                "{\"password\":\"read-from-the-page\",\"authenticatedUserPassword\":"
                                        + "\"administrator-of-tests\"}")
                        .status())
                .isEqualTo(204);

        Caller stolen = callers.anonymous().signIn(school.login(Role.PSYCHOLOGIST), "read-from-the-page");
        assertThat(stolen.page(journal).headers().firstValue("Location").orElse(""))
                .as("the password is changed first")
                .endsWith("/profile/password");
        assertThat(access.opensJournal(school.login(Role.PSYCHOLOGIST))).isFalse();
        assertThat(confirm(callers.browser(school, Role.DIRECTOR), psychologist).status())
                .as("the password is not the person's own")
                .isEqualTo(409);
        assertThat(stolen.submit(
                                "/profile/password",
                                "/profile/password",
                                Map.of("currentPassword", "read-from-the-page", "password", OWN, "passwordAgain", OWN))
                        .status())
                .isEqualTo(302);
        Caller own = callers.anonymous().signIn(school.login(Role.PSYCHOLOGIST), OWN);
        assertThat(own.page(journal).status()).as("changed is not confirmed").isEqualTo(403);
        assertThat(own.page(journal).text())
                .as("what is done already is not asked for")
                .contains("Попросите подтвердить вашу роль")
                .doesNotContain("Смените пароль");
        assertThat(confirm(callers.administratorBrowser(), psychologist).status())
                .as("who has set it")
                .isEqualTo(403);
        assertThat(confirm(callers.browser(school, Role.CURATOR), psychologist).status())
                .isEqualTo(403);

        assertThat(confirm(callers.browser(school, Role.DIRECTOR), psychologist).status())
                .isBetween(300, 399);
        assertThat(own.page(journal).status()).isEqualTo(200);
        assertThat(acts(psychologist)).startsWith(Act.CONFIRMED, Act.PASSWORD_OWN, Act.PASSWORD_SET, Act.PASSWORD_SET);
    }

    @Test
    void anAccountThatSomebodyElseHasOpenedClosesIt() {
        StaffMember member = staff.add(school.id(), "Новая Психолог", "", Set.of(Role.PSYCHOLOGIST));
        Caller curator = callers.browser(school, Role.CURATOR);
        String login = "new-of-" + school.id();
        curator.submit(
                "/school", "/school/staff/" + member.id() + "/account", Map.of("school", school.id(), "login", login));

        assertThat(staff.rolesOf(login)).containsExactly(Role.PSYCHOLOGIST);
        assertThat(access.opensJournal(login)).isFalse();
        assertThat(confirm(callers.browser(school, Role.DIRECTOR), member).status())
                .isEqualTo(409);
    }

    /** Who opens accounts can be two people: the second one is a person of some days at least. */
    @Test
    void anAccountThatTheFirstPersonHasOpenedIsNoSecondPerson() {
        Caller director = callers.browser(school, Role.DIRECTOR);
        StaffMember teacher = staff.behind(school.login(Role.TEACHER)).orElseThrow();
        save(director, teacher, Role.TEACHER, Role.PSYCHOLOGIST);
        String second = "second-of-" + school.id();
        Caller opened = openAnother(school.login(Role.DIRECTOR), second);
        Caller openedByThat = openAnother(second, "third-of-" + school.id());

        for (Caller puppet : List.of(opened, openedByThat)) {
            assertThat(puppet.page("/school").text()).doesNotContain("psychologist/confirm");
            assertThat(confirm(puppet, teacher).status()).isEqualTo(403);
        }
        assertThat(access.opensJournal(school.login(Role.TEACHER))).isFalse();

        TestClock.moveTo(TestClock.now().plusDays(8));
        Caller later = callers.anonymous().signIn(second, OWN);
        assertThat(confirm(later, teacher).status()).isBetween(300, 399);
    }

    /** A new curator whose account somebody has opened, and in whose name the password was changed since. */
    private Caller openAnother(String opener, String login) {
        StaffMember member = staff.add(school.id(), "Вторая Анна Примеровна", "", Set.of(Role.CURATOR));
        staff.open(school.id(), member.id(), login, OWN);
        accounts.keepPassword(login);
        access.passwordSet(login, opener);
        access.passwordSet(login, login);
        return callers.anonymous().signIn(login, OWN);
    }

    private List<Act> acts(StaffMember member) {
        return access.history(school.id()).stream()
                .filter(event -> member.fullName().equals(event.name()))
                .map(PsychologistAccess.Event::act)
                .toList();
    }

    private Caller.Answer confirm(Caller caller, StaffMember member) {
        return post(caller, member, "psychologist/confirm");
    }

    private Caller.Answer post(Caller caller, StaffMember member, String what) {
        return caller.submit(
                "/school?school=" + school.id(),
                "/school/staff/" + member.id() + "/" + what,
                Map.of("school", school.id()));
    }

    private Caller.Answer save(Caller caller, StaffMember member, Role... roles) {
        StringBuilder body = new StringBuilder();
        Map<String, String> fields = new HashMap<>();
        fields.put("school", school.id());
        fields.put("fullName", member.fullName());
        fields.put("post", member.post());
        for (Role role : roles) {
            body.append(body.isEmpty() ? "" : ",").append(role.id());
        }
        fields.put("roles", body.toString());
        return caller.submit("/school", "/school/staff/" + member.id(), fields);
    }
}
