package org.mentoringroadmap.roadmap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.roadmap.check.SampleModels;
import org.mentoringroadmap.shared.SchoolYear;

class RoadmapReaderTest {

    private final Roadmap roadmap = new RoadmapReader()
            .read(
                    SampleModels.model(SampleModels.MASTER),
                    key -> key.equals("sample-roadmap-1-conditions")
                            ? Optional.of(SampleModels.model(SampleModels.STAGE))
                            : Optional.empty());

    @Test
    void readsTheRoadmapAndItsStagesInFlowOrder() {
        assertThat(roadmap.id()).isEqualTo("sample-roadmap");
        assertThat(roadmap.title()).isEqualTo("Пример дорожной карты");
        assertThat(roadmap.stages())
                .extracting(Stage::number, Stage::title, Stage::processId, Stage::elementId)
                .containsExactly(
                        tuple("1", "Подготовка условий", "sample-roadmap-1-conditions", "Stage_Conditions"),
                        tuple("2", "База наставляемых", "sample-roadmap-2-mentees", "Stage_Mentees"));
    }

    /** Sections that only repeat rows stand among the others at their numbers. */
    @Test
    void putsSectionsAtTheirNumbers() {
        assertThat(ShippedRoadmaps.get("pupil-to-pupil").stages())
                .extracting(Stage::number)
                .containsExactly("1", "2", "3", "4", "5", "6", "7", "П2", "П4", "П6", "П8", "П9", "П10", "П11");
    }

    @Test
    void aSectionStandsBeforeTheNextNumberOfItsKind() {
        assertThat(RoadmapItems.areCountedTogether("V", "IV")).isTrue();
        assertThat(RoadmapItems.areCountedTogether("5", "4")).isTrue();
        assertThat(RoadmapItems.areCountedTogether("Б", "А")).isTrue();
        assertThat(RoadmapItems.areCountedTogether("П10", "П9")).isTrue();
        assertThat(RoadmapItems.areCountedTogether("5", "П4")).isFalse();
        assertThat(RoadmapItems.areCountedTogether("V", "А")).isFalse();
        assertThat(RoadmapItems.areCountedTogether("", "IV")).isFalse();
    }

    @Test
    void leavesAStageEmptyWhoseProcessIsNotKnown() {
        assertThat(roadmap.stages().get(1).activities()).isEmpty();
    }

    @Test
    void ordersActivitiesByTheirItems() {
        assertThat(roadmap.activities())
                .extracting(RoadmapActivity::printedItem)
                .containsExactly("1.2.1", "1.2.2б", "1.10.1");
    }

    @Test
    void readsACallActivityOfABlock() {
        RoadmapActivity order = roadmap.stages().get(0).activities().get(2);

        assertThat(order)
                .isEqualTo(new RoadmapActivity(
                        "000-1.10.1",
                        "Издать приказ",
                        "Нормативная база",
                        "Подготовьте приказ. Результат: подписанный приказ.",
                        "Приказ",
                        Term.parse("${firstYear}-06-01"),
                        Term.parse("${firstYear}-08-31"),
                        List.of("deputy", "curator"),
                        "Activity_Order",
                        "sample-roadmap-1-conditions",
                        "document-approval",
                        OrderTerm.DOCUMENTS,
                        Map.of("documentType", "order-implementation"),
                        List.of("000-1.10.1"),
                        "000-1.10.1",
                        Map.of(),
                        Map.of(),
                        Map.of(),
                        Map.of()));
        assertThat(order.term().cell(SchoolYear.parse("2025-2026"))).isEqualTo("июнь–август 2025");
    }

    @Test
    void readsAUserTaskThatStandsInTheStageItself() {
        RoadmapActivity choice = roadmap.stages().get(0).activities().get(1);

        assertThat(choice.elementId()).isEqualTo("Task_ChooseForms");
        assertThat(choice.blockTitle()).isNull();
        assertThat(choice.calledElement()).isNull();
        assertThat(choice.constants()).isEmpty();
    }

    @Test
    void joinsTheLinesOfALabel() {
        assertThat(roadmap.stages().get(0).activities().get(0).title()).isEqualTo("Изучить шаблоны");
    }
}
