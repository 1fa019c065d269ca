package org.mentoringroadmap.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.school.ClassKey;

class ClassNameTest {
    @ParameterizedTest
    @CsvSource({
        "5А,5А,true",
        "5 а,5А,true",
        "5-А,5А,true",
        "5A,5А,true",
        "5 «А» класс,5А,true",
        "5 класс «А»,5А,true",
        "класс 5 А,5А,true",
        "5а кл.,5А,true",
        "кл. 5а,5А,true",
        "5-й А,5А,true",
        "5-й «А» класс,5А,true",
        "5Й,5Й,true",
        "11,11,true",
        "1-1,1-1,true",
        "1/0,1/0,true",
        "1 2,1-2,true",
        "10 ИНЖ,10ИНЖ,true",
        "1ё,1Ё,true",
        "0А,0А,true",
        "12А,12А,true",
        "13А,13А,false",
        "5b,5B,false",
        "5А*,5А*,false",
        "1ОА,1ОА,false",
        "кружок,КРУЖОК,false"
    })
    void isOneHoweverItIsWritten(String written, String name, boolean plausible) {
        assertThat(ClassKey.shortest(written)).isEqualTo(name);
        assertThat(ClassName.isPlausible(name)).isEqualTo(plausible);
    }

    @ParameterizedTest
    @CsvSource({"5А,false", "11,false", "1-1,false", "10Б,false", "12А,true", "0А,true", "1О,true", "5-й класс,true"})
    void whatIsRareIsAskedAbout(String written, boolean doubtful) {
        assertThat(ClassName.isDoubtful(written, ClassKey.shortest(written))).isEqualTo(doubtful);
    }
}
