package org.mentoringroadmap.roadmap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoadmapItemsTest {

    @Test
    void ordersAsPeopleCount() {
        List<String> ordered = List.of(
                "1.2",
                "000-1.4.2",
                "000-1.4.2a",
                "1.4.2b",
                "1.4.9",
                "000-1.4.10",
                "1.10",
                "000-1.10.1",
                "000-2",
                "II.9",
                "III.1",
                "IX",
                "А.1",
                "А.10",
                "Б.2");

        assertThat(ordered.stream().sorted(RoadmapItems.order().reversed()).sorted(RoadmapItems.order()))
                .containsExactlyElementsOf(ordered);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1,2,5               | true
            1.2,5               | true
            1,2.5               | true
            II,3                | true
            А,1                 | true
            1, 2, 5             | false
            1.2.1,1.2.2         | false
            1.4.2а,1.4.2б       | false
            000-1.2.1,000-1.2.2 | false
            II.3                | false
            1;2;5               | false
            """)
    void takesNoCommaForADot(String text, boolean doubtful) {
        assertThat(RoadmapItems.isDoubtful(text)).isEqualTo(doubtful);
    }

    @Test
    void readsSeveralNumbers() {
        assertThat(RoadmapItems.list(" 1.2.1.,  II.3; А.1 ")).containsExactly("1.2.1", "II.3", "А.1");
        assertThat(RoadmapItems.main("1.2.1, II.3")).isEqualTo("1.2.1");
        assertThat(RoadmapItems.list(" , ")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, true",
        "12, true",
        "II, true",
        "А, true",
        "P2, true",
        "1.2, true",
        "IIII, false",
        "этап, false",
        "1а2, false"
    })
    void knowsTheFormOfTheNumberOfAStage(String number, boolean wellFormed) {
        assertThat(RoadmapItems.isStage(number)).isEqualTo(wellFormed);
    }

    @ParameterizedTest
    @CsvSource({
        "000-1.1.1, 1.1.1",
        "001-P10.5, П10.5",
        "P2, П2",
        "P4.2.2b, П4.2.2б",
        "000-1.4.2a, 1.4.2а",
        "2.4e, 2.4д",
        "3.1k, 3.1л",
        "1.5а, 1.5а",
        "000-2, 2",
        "7.1, 7.1",
        "II.3, II.3",
        "V, V",
        "X.1, X.1"
    })
    void printsAsAReaderOfRussianWrites(String item, String printed) {
        assertThat(RoadmapItems.printed(item)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({
        "000-1.4.2b, 1.4.2б, true",
        "001-P4.1, п4.1, true",
        "P4.1, p4.1, true",
        "1.5a, 1.5а, true",
        "1.5a, 1.5б, false",
        "1.5b, 1.5в, false"
    })
    void isTheSameInEitherAlphabet(String item, String written, boolean same) {
        assertThat(RoadmapItems.same(item, written)).isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({
        "000-1.1.1, true",
        "001-P10.5, true",
        "000-2, true",
        "1.4.2a, true",
        "1.2.3.4.5, true",
        "II.3, true",
        "А.1, true",
        "1.2.а, true",
        "000-, false",
        "пункт 1, false",
        "1..2, false",
        "1/2, false",
        ".1, false",
        "123456789.1.1.1.1.1.1, false"
    })
    void knowsTheFormOfAnItem(String item, boolean wellFormed) {
        assertThat(RoadmapItems.isWellFormed(item)).isEqualTo(wellFormed);
    }
}
