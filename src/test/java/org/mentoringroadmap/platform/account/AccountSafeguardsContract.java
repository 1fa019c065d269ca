package org.mentoringroadmap.platform.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.support.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Passwords that must be changed, codes at sign-in, passwords for programs. */
abstract class AccountSafeguardsContract {
    @Autowired
    private AccountSafeguards safeguards;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient database;

    private String login;

    @BeforeEach
    void somebody() {
        login = "login-" + UUID.randomUUID();
    }

    @Test
    void aPasswordThatOthersKnowIsRememberedUntilItIsChanged() {
        assertThat(safeguards.of(login).changePassword()).isFalse();
        safeguards.requireNewPassword(login);
        safeguards.requireNewPassword(login);
        assertThat(safeguards.of(login).changePassword()).isTrue();
        assertThat(safeguards.of(List.of(login, "another"))).containsOnlyKeys(login);
        safeguards.keepPassword(login);
        assertThat(safeguards.of(login).changePassword()).isFalse();
    }

    @Test
    void codesAreAskedForOnceOneHasConfirmedTheKey() {
        String key = safeguards.prepareCodes(login);
        assertThat(safeguards.of(login).codes()).isFalse();
        assertThat(safeguards.preparedCodes(login)).contains(key);
        assertThatThrownBy(() -> safeguards.confirmCodes(login, "000 000x")).hasMessage("code.wrong");
        assertThat(safeguards.of(login).codes()).isFalse();

        List<String> spare = safeguards.confirmCodes(login, code(key));

        assertThat(spare).hasSize(10).doesNotHaveDuplicates().allMatch(code -> code.matches("[a-z2-9]{5}-[a-z2-9]{5}"));
        assertThat(safeguards.of(login)).isEqualTo(new AccountSafeguards.Safeguard(false, true, false, 10));
        assertThat(safeguards.preparedCodes(login)).as("never shown again").isEmpty();
        assertThatThrownBy(() -> safeguards.prepareCodes(login)).hasMessage("code.present");
    }

    @Test
    void noCodeIsRightTwice() {
        String key = switchOn();
        TestClock.moveTo(TestClock.now().plusMinutes(1));
        assertThat(safeguards.takeCode(login, code(key))).isTrue();
        assertThat(safeguards.takeCode(login, code(key))).isFalse();
        TestClock.moveTo(TestClock.now().plusSeconds(30));
        assertThat(safeguards.takeCode(
                        login, " " + code(key).substring(0, 3) + " " + code(key).substring(3)))
                .as("typed in two groups")
                .isTrue();
        assertThat(safeguards.takeCode(login, "")).isFalse();
        assertThat(safeguards.takeCode(login, null)).isFalse();
    }

    @Test
    void aCodeForEmergenciesIsRightOnce() {
        switchOn();
        List<String> first = safeguards.newSpareCodes(login);
        assertThat(safeguards.takeCode(login, first.get(3).toUpperCase())).isTrue();
        assertThat(safeguards.takeCode(login, first.get(3))).isFalse();
        assertThat(safeguards.of(login).spareCodes()).isEqualTo(9);
        List<String> second = safeguards.newSpareCodes(login);
        assertThat(safeguards.takeCode(login, first.get(0))).isFalse();
        assertThat(safeguards.takeCode(login, second.get(0))).isTrue();
    }

    @Test
    void programsHaveAPasswordOfTheirOwn() {
        assertThat(safeguards.isProgramPassword(login, "")).isFalse();
        switchOn();
        assertThat(safeguards.isProgramPassword(login, "")).isFalse();
        String password = safeguards.newProgramPassword(login);
        assertThat(safeguards.isProgramPassword(login, password)).isTrue();
        assertThat(safeguards.isProgramPassword("another", password)).isFalse();
        assertThat(database.sql("select count(*) from account_safeguard where program_password = :password")
                        .param("password", password)
                        .query(Integer.class)
                        .single())
                .isZero();
        safeguards.removeProgramPassword(login);
        assertThat(safeguards.isProgramPassword(login, password)).isFalse();
    }

    @Test
    void whatIsSwitchedOffIsGone() {
        String key = switchOn();
        List<String> spare = safeguards.newSpareCodes(login);
        String password = safeguards.newProgramPassword(login);
        safeguards.switchCodesOff(login);
        assertThat(safeguards.of(login)).isEqualTo(AccountSafeguards.Safeguard.NONE);
        assertThat(safeguards.takeCode(login, spare.get(0))).isFalse();
        assertThat(safeguards.takeCode(login, code(key))).isFalse();
        assertThat(safeguards.isProgramPassword(login, password)).isFalse();
        assertThat(safeguards.prepareCodes(login)).isNotEqualTo(key);
    }

    @Test
    void ofAnAccountThatIsNoMoreNothingIsLeft() {
        switchOn();
        safeguards.forget(login);
        assertThat(database.sql("select (select count(*) from account_safeguard where login = :login)"
                                + " + (select count(*) from account_spare_code where login = :login)")
                        .param("login", login)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** Whoever has a copy of the database alone makes no codes with it. */
    @Test
    void theDatabaseHasNoKeyThatMakesCodes() {
        String key = switchOn();

        assertThat(kept()).doesNotContain(key);
        String another = "another-" + login;
        safeguards.keepPassword(another);
        database.sql("update account_safeguard set code_secret = :kept, code_since = :now where login = :login")
                .param("kept", kept())
                .param("now", Timestamp.from(clock.instant()))
                .param("login", another)
                .update();
        TestClock.moveTo(TestClock.now().plusMinutes(1));
        assertThat(safeguards.takeCode(another, code(key)))
                .as("a key of somebody else in the own row")
                .isFalse();
        assertThat(safeguards.takeCode(login, code(key))).isTrue();
        safeguards.forget(another);
    }

    @Test
    void aKeyOfAnEarlierVersionIsReadAndEncryptedAtTheNextStart() {
        String key = switchOn();
        database.sql("update account_safeguard set code_secret = :plain where login = :login")
                .param("plain", key)
                .param("login", login)
                .update();
        TestClock.moveTo(TestClock.now().plusMinutes(1));
        assertThat(safeguards.takeCode(login, code(key))).isTrue();

        safeguards.sealCodes();

        String sealed = kept();
        assertThat(sealed).doesNotContain(key).hasSizeGreaterThan(key.length());
        safeguards.sealCodes();
        assertThat(kept()).as("once").isEqualTo(sealed);
        TestClock.moveTo(TestClock.now().plusMinutes(1));
        assertThat(safeguards.takeCode(login, code(key))).isTrue();
    }

    private String kept() {
        return database.sql("select code_secret from account_safeguard where login = ?")
                .param(login)
                .query(String.class)
                .single();
    }

    private String switchOn() {
        String key = safeguards.prepareCodes(login);
        safeguards.confirmCodes(login, code(key));
        return key;
    }

    private String code(String key) {
        return OneTimeCodes.code(new Base32().decode(key), OneTimeCodes.interval(clock.instant()), OneTimeCodes.DIGITS);
    }
}
