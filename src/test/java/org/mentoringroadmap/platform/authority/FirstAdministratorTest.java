package org.mentoringroadmap.platform.authority;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mentoringroadmap.platform.MentoringProperties;
import org.mentoringroadmap.platform.account.AccountSafeguards;
import org.mentoringroadmap.school.Accounts;
import org.mentoringroadmap.school.PasswordRule;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.mentoringroadmap.support.Totp;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** An administrator who cannot sign in any more is let in by a start; an ordinary start changes nothing. */
@ApplicationTest
@ExtendWith(OutputCaptureExtension.class)
class FirstAdministratorTest {
    private static final Pattern PRINTED =
            Pattern.compile("Администратор: логин (\\S+), новый пароль (\\S+) \\(показан");
    private static final String GIVEN = "верблюд читает громкие облака";

    @Autowired
    private IdentityService identity;

    @Autowired
    private Accounts accounts;

    @Autowired
    private AccountSafeguards safeguards;

    @Autowired
    private PasswordRule passwords;

    @Autowired
    private MentoringProperties settings;

    @Autowired
    private AuditTrail trail;

    @Autowired
    private MessageSource messages;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TestSchools schools;

    private String login;

    @BeforeEach
    void aLockedOutAdministrator() {
        TestSchool school = schools.create(Role.CURATOR);
        login = school.login(Role.CURATOR);
        accounts.assign(login, Set.of(Role.CURATOR, Role.ADMINISTRATOR));
        safeguards.confirmCodes(login, Totp.code(safeguards.prepareCodes(login)));
        for (int i = 0; i < 3; i++) {
            identity.checkPassword(login, "wrong");
        }
        assertThat(identity.checkPassword(login, TestSchool.PASSWORD)).isFalse();
    }

    @Test
    void aStartThatIsAskedToLetsTheAdministratorIn(CapturedOutput output) {
        start(GIVEN, true);

        assertThat(identity.checkPassword(login, GIVEN)).isTrue();
        assertThat(safeguards.of(login).codes()).isFalse();
        assertThat(safeguards.of(login).changePassword()).isTrue();
        assertThat(roles()).contains("administrator", "curator");
        assertThat(output).contains("Уберите его перед следующим запуском").doesNotContain(GIVEN);
        assertThat(jdbc.sql("select act from audit_record where concerns_id = ? and account is null order by id")
                        .param(login)
                        .query(String.class)
                        .list())
                .containsExactly("ADMINISTRATOR_RECOVERED");
        accounts.disable(login);
    }

    @Test
    void withoutAGivenPasswordOneIsPrintedOnce(CapturedOutput output) {
        start("", true);

        Matcher printed = PRINTED.matcher(output);
        assertThat(printed.find()).isTrue();
        assertThat(printed.group(1)).isEqualTo(login);
        assertThat(identity.checkPassword(login, printed.group(2))).isTrue();
        assertThat(printed.find()).isFalse();
        accounts.disable(login);
    }

    @Test
    void aPasswordThatIsEasyToGuessIsNotUsed(CapturedOutput output) {
        start("12345678", true);

        assertThat(identity.checkPassword(login, "12345678")).isFalse();
        assertThat(PRINTED.matcher(output).find()).isTrue();
        accounts.disable(login);
    }

    @Test
    void anOrdinaryStartChangesNothing(CapturedOutput output) {
        start(GIVEN, false);

        accounts.unlock(login);
        assertThat(identity.checkPassword(login, TestSchool.PASSWORD)).isTrue();
        assertThat(safeguards.of(login).codes()).isTrue();
        assertThat(output).doesNotContain("Администратор: логин");
        accounts.disable(login);
    }

    private void start(String password, boolean reset) {
        new FirstAdministrator(
                        identity,
                        accounts,
                        safeguards,
                        passwords,
                        new MentoringProperties(
                                settings.home(),
                                settings.timeZone(),
                                new MentoringProperties.Administrator(login, password, reset),
                                settings.passwordIterations(),
                                settings.deployment()),
                        trail,
                        messages)
                .create(null);
    }

    private List<String> roles() {
        return identity.createGroupQuery().groupMember(login).list().stream()
                .map(Group::getId)
                .toList();
    }
}
