package org.mentoringroadmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImportMatcherTest {
    @ParameterizedTest
    @CsvSource({
        "примеров петр,примиров петр,true",
        "примеров петр,примеров пётр,true",
        "примеров петр,пример петр,false",
        "примеров петр,примерова петр,true",
        "петр примеров,примеров петр,true",
        "примеров петр петрович,примеров петр,true",
        "примеров петр петрович,примеров иван петрович,false",
        "примеров петр,примеров петр,false",
        "пе,пт,true"
    })
    void oneLetterAnotherOrderOrNoMiddleNameIsNearlyTheSame(String one, String other, boolean nearly) {
        assertThat(ImportMatcher.nearly(one, other)).isEqualTo(nearly);
        assertThat(ImportMatcher.nearly(other, one)).isEqualTo(nearly);
    }
}
