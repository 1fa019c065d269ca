package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The year of a school that introduces the model within a winter, from November on. */
@Tag("long")
class TargetModelRolloutYearTest extends RoadmapYearTestCase {
    private static final Map<String, List<String>> CONTENTS = Map.ofEntries(
            Map.entry("order-curator", List.of("О назначении куратора")),
            Map.entry("order", List.of("ПРИКАЗЫВАЮ:")),
            Map.entry("order-implementation", List.of("О внедрении целевой модели", "Утвердить прилагаемые документы")),
            Map.entry("regulation", List.of("Положение")),
            Map.entry(
                    "roadmap",
                    List.of(
                            "План мероприятий (дорожная карта)",
                            "Результат. Вид документа",
                            "1. Нормативное правовое регулирование внедрения методологии",
                            "до 09.12.2025",
                            "сентябрь–октябрь 2026",
                            "Наполнение информационных ресурсов")),
            Map.entry("agreement", List.of("о сотрудничестве", "Предмет соглашения")),
            Map.entry("certificate", List.of("Сертификат")),
            Map.entry("order-pairs", List.of("П-001", "Г-001")),
            Map.entry("report-quality", List.of("качеств")));

    TargetModelRolloutYearTest() {
        super(
                "target-model-rollout",
                "002",
                MarkedPeople.Of.PUPIL_AND_TEACHER,
                LocalDateTime.of(2025, 11, 3, 9, 0),
                CONTENTS);
    }

    /** The paper puts accessibility into the autumn after the programme; whoever does it in its term ends the year there. */
    @Test
    void endsWithTheTermOfItsLastRow() {
        assertThat(lastDay()).isBetween(LocalDateTime.of(2026, 10, 20, 0, 0), LocalDateTime.of(2026, 10, 31, 18, 0));
    }

    @Test
    void eachOrderOfItsOwnHasItsOwnTitle() {
        assertThat(documents())
                .filteredOn(document -> document.path("type").asText().equals("order"))
                .extracting(document -> document.path("title").asText())
                .anyMatch(title -> title.contains("рабочей группы"))
                .anyMatch(title -> title.contains("оплате труда"))
                .anyMatch(title -> title.contains("доступности"))
                .hasSize(3);
    }
}
