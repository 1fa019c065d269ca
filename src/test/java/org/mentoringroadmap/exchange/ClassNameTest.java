package org.mentoringroadmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClassNameTest {
    @ParameterizedTest
    @CsvSource({
        "5А,5А,true",
        "5 а,5А,true",
        "5-А,5А,true",
        "5A,5А,true",
        "5 «А» класс,5А,true",
        "5а кл.,5А,true",
        "11,11,true",
        "10 ИНЖ,10ИНЖ,true",
        "1ё,1Ё,true",
        "13А,13А,false",
        "кружок,КРУЖОК,false",
        "0А,0А,false"
    })
    void isOneHoweverItIsWritten(String written, String name, boolean plausible) {
        assertThat(ClassName.of(written)).isEqualTo(name);
        assertThat(ClassName.isPlausible(name)).isEqualTo(plausible);
    }
}
