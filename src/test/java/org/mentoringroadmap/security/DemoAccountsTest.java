package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.context.ConfigurableApplicationContext;

/** What a start without the demo does with the accounts that it finds; the start is told to the context once more. */
@ApplicationTest
class DemoAccountsTest {
    private static final String MARK = "demo";

    @Autowired
    private ConfigurableApplicationContext context;

    @Autowired
    private IdentityService identity;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Staff staff;

    @Test
    void accountsOfTheDemoAreDisabledAndNobodyElses() {
        TestSchool school = schools.empty();
        open(school, "site-editor", Role.SITE_EDITOR);
        open(school, "curator", Role.CURATOR);
        identity.setUserInfo("site-editor", MARK, "true");

        startAgain();

        assertThat(identity.checkPassword("site-editor", "site-editor")).isFalse();
        assertThat(roles("site-editor")).isEmpty();
        assertThat(identity.checkPassword("curator", "curator")).isTrue();
        assertThat(roles("curator")).containsExactly("curator");
    }

    @Test
    void anAdministratorIsMadeOnlyWhereThereIsNone() {
        assertThat(identity.checkPassword("administrator", "administrator-of-tests"))
                .isTrue();
        List<User> before = administrators();
        User user = before.get(0);
        user.setPassword("changed-by-the-administrator");
        identity.saveUser(user);
        try {
            startAgain();
            assertThat(administrators()).hasSameSizeAs(before);
            assertThat(identity.checkPassword("administrator", "changed-by-the-administrator"))
                    .isTrue();
        } finally {
            user.setPassword("administrator-of-tests");
            identity.saveUser(user);
        }
    }

    @Test
    void whereTheLastAdministratorIsGoneTheSettingMakesOneAgain() {
        assertThat(administrators()).extracting(User::getId).containsExactly("administrator");
        identity.deleteMembership("administrator", Role.ADMINISTRATOR.id());
        startAgain();
        assertThat(administrators()).extracting(User::getId).containsExactly("administrator");
        assertThat(identity.checkPassword("administrator", "administrator-of-tests"))
                .isTrue();
    }

    /** A restart of the demo signs nobody out: whoever is signed in has the password of before. */
    @Test
    void theDemoChangesNoPasswordThatIsRight() {
        TestSchool school = schools.empty();
        StaffMember member = staff.add(school.id(), "Примеров Пример Примерович", "сотрудник", Set.of(Role.SECRETARY));
        staff.openForDemo(school.id(), member.id(), "secretary", "secretary");
        String kept = storedPassword("secretary");

        staff.openForDemo(school.id(), member.id(), "secretary", "secretary");
        assertThat(storedPassword("secretary")).isEqualTo(kept);

        User changed = identity.createUserQuery().userId("secretary").singleResult();
        changed.setPassword("changed-by-the-secretary");
        identity.saveUser(changed);
        staff.openForDemo(school.id(), member.id(), "secretary", "secretary");
        assertThat(identity.checkPassword("secretary", "secretary")).isTrue();
    }

    private String storedPassword(String login) {
        return identity.createUserQuery().userId(login).singleResult().getPassword();
    }

    private void startAgain() {
        context.publishEvent(new ApplicationStartedEvent(new SpringApplication(), new String[0], context, null));
    }

    private void open(TestSchool school, String login, Role role) {
        StaffMember member = staff.add(school.id(), "Примеров Пример Примерович", "сотрудник", Set.of(role));
        staff.openForDemo(school.id(), member.id(), login, login);
    }

    private List<String> roles(String login) {
        return identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
    }

    private List<User> administrators() {
        return identity.createUserQuery().memberOfGroup(Role.ADMINISTRATOR.id()).list();
    }
}
