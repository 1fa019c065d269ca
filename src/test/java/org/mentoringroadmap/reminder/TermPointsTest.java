package org.mentoringroadmap.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.roadmap.Roadmap;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.roadmap.Term;
import org.mentoringroadmap.shared.SchoolYear;

/** Which days before the last of a term people are reminded of, by the words of the paper. */
class TermPointsTest {
    private final Editions editions = mock(Editions.class);
    private final Roadmap roadmap = mock(Roadmap.class);
    private final RoadmapActivity activity = mock(RoadmapActivity.class);
    private final Programme programme = mock(Programme.class);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    декабрь, май             | 2025-12-31
                    15 октября, 15 марта     | 2025-10-15
                    октябрь; январь; апрель  | 2025-10-31 2026-01-31
                    каждое полугодие         | 2025-12-31
                    до 15 октября            |
                    сентябрь–май             |
                    еженедельно              |
                    """)
    void theDaysOfATerm(String words, String days) {
        when(programme.schoolYear()).thenReturn(new SchoolYear(2025));
        when(editions.roadmapIfAny(any())).thenReturn(Optional.of(roadmap));
        when(roadmap.activities()).thenAnswer(call -> java.util.stream.Stream.of(activity));
        when(activity.item()).thenReturn("000-1.1.1");
        when(activity.due()).thenReturn(Term.parse(words));

        List<LocalDate> expected = days == null
                ? List.of()
                : Arrays.stream(days.split(" ")).map(LocalDate::parse).toList();
        assertThat(new TermPoints(editions).of(programme)).containsEntry("000-1.1.1", expected);
    }
}
