package org.mentoringroadmap.consent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.participant.ConsentKind;

class ConsentCodeTest {
    @Test
    void aCodeIsReadAsItWasPrinted() {
        for (long id = 1; id < 3000; id += 7) {
            for (ConsentKind kind : ConsentKind.values()) {
                ConsentCode code = new ConsentCode(id, kind);
                assertThat(ConsentCode.parse(" " + code.text().replace("-", " – ") + "\n"))
                        .contains(code);
            }
        }
    }

    @Test
    void oneWrongDigitIsFound() {
        String text = new ConsentCode(1027L, ConsentKind.PUBLICATION).text();
        for (int at = 0; at < text.length(); at++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                if (text.charAt(at) != '-' && text.charAt(at) != digit) {
                    assertThat(ConsentCode.parse(text.substring(0, at) + digit + text.substring(at + 1)))
                            .isEmpty();
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1027", "1027-1", "1027-9-1", "а-1-2", "99999999999999999999-1-2"})
    void anythingElseIsNone(String text) {
        assertThat(ConsentCode.parse(text)).isEmpty();
    }
}
