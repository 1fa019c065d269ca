package org.mentoringroadmap.school;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.shared.UserInputException;

class PasswordRuleTest {
    private static final List<String> ABOUT = List.of("teacher", "Примерова Проба Образцовна", "proba@example.org");

    private final PasswordRule rule = new PasswordRule();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "12345678",
                "password",
                "P@ssw0rd",
                "teacher1",
                "teacher2026",
                "        ",
                "aaaaaaaaaaaa",
                "qwertyuiop",
                "йцукенгшщз",
                "йцукен123",
                "gfhjkm123",
                "пароль123",
                "parol2026",
                "зфыыцщкв",
                "natasha2010",
                "Наташа2010",
                "yfnfif2010",
                "Примерова1",
                "primerova1",
                "01.09.2026",
                "школа2026",
                "любовь12"
            })
    void whatIsGuessedSoonIsRefused(String password) {
        assertThatThrownBy(() -> rule.check(password, ABOUT))
                .isInstanceOf(UserInputException.class)
                .hasMessage("account.password-easy");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hk4md-9wtpz-e2rfu",
                "верблюд читает громкие облака",
                "correct horse battery staple",
                "Фонарь-Кедр-Ложка-7",
                "dth,k.l xbnftn uhjvrj",
                "kX9#vLq2pT"
            })
    void whatIsHardToGuessIsAccepted(String password) {
        assertThatCode(() -> rule.check(password, ABOUT)).doesNotThrowAnyException();
    }

    @Test
    void aLengthIsDemandedAtBothEnds() {
        assertThatThrownBy(() -> rule.check(null, ABOUT)).hasMessage("account.password");
        assertThatThrownBy(() -> rule.check("kX9#vLq", ABOUT)).hasMessage("account.password");
        String long128 = "kX9#vLq2".repeat(16);
        assertThatCode(() -> rule.check("Фонарь-Кедр-Ложка-7 " + long128.substring(20), ABOUT))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> rule.check(long128 + "1", ABOUT)).hasMessage("account.password-long");
    }
}
