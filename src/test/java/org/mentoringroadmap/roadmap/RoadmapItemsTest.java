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
                "000-1.2", "000-1.4.2", "000-1.4.2a", "000-1.4.2b", "000-1.4.10", "000-1.10.1", "000-2", "001-1.1");

        assertThat(ordered.stream().sorted(RoadmapItems.order().reversed()).sorted(RoadmapItems.order()))
                .containsExactlyElementsOf(ordered);
    }

    @ParameterizedTest
    @CsvSource({"000-1.1.1, 1.1.1", "001-P10.5, P10.5", "000-2, 2", "7.1, 7.1"})
    void printsWithoutThePrefixOfTheRoadmap(String item, String printed) {
        assertThat(RoadmapItems.printed(item)).isEqualTo(printed);
    }

    @ParameterizedTest
    @CsvSource({"000-1.1.1, true", "001-P10.5, true", "000-2, true", "000-1.4.2a, true", "1.4.2a, false", "000-, false"
    })
    void knowsTheFormOfAnItem(String item, boolean wellFormed) {
        assertThat(RoadmapItems.isWellFormed(item)).isEqualTo(wellFormed);
    }
}
