package org.mentoringroadmap.matching.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.participant.Topic;
import org.mentoringroadmap.participant.TopicKind;

class TopicWordsTest {
    @ParameterizedTest
    @CsvSource({
        "шахматы, Шахматы, true",
        "помощь по математике, математика, true",
        "математика, математический кружок, true",
        "подготовка к ОГЭ по физике, физика, true",
        "ИЗО, изо, true",
        "ИЗО, ОГЭ, false",
        "английский язык, английский, true",
        "английский язык, немецкий язык, false",
        "физика, физкультура, false",
        "музыка, музеи, false",
        "спорт, шахматы, false"
    })
    void tellsWhatIsAboutTheSame(String one, String other, boolean alike) {
        assertThat(words(one).isLike(words(other))).isEqualTo(alike);
        assertThat(words(other).isLike(words(one))).isEqualTo(alike);
    }

    private static TopicWords words(String wording) {
        return TopicWords.of(Topic.of(TopicKind.INTEREST, wording));
    }
}
