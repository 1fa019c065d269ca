package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The year of the target model, from May to the June after it. */
class TargetModelYearTest extends RoadmapYearTestCase {
    private static final Map<String, List<String>> CONTENTS = Map.ofEntries(
            Map.entry("order-implementation", List.of("О внедрении целевой модели", "2025–2026")),
            Map.entry("order-curator", List.of("О назначении куратора")),
            Map.entry("regulation", List.of("Положение")),
            Map.entry(
                    "roadmap",
                    List.of(
                            "Организация комплекса последовательных встреч",
                            "Публикация результатов и лучших наставников")),
            Map.entry("protocol", List.of("Протокол")),
            Map.entry("programme-card", List.of("Карточка программы")),
            Map.entry("consent-adult", List.of("персональных данных")),
            Map.entry("consent-publication", List.of("персональных данных")),
            Map.entry("consent-help", List.of("психолого-педагогическую помощь")),
            Map.entry("consent-representative", List.of("законного представителя")),
            Map.entry("training-programme", List.of("обучения наставников")),
            Map.entry("certificate", List.of("Сертификат")),
            Map.entry("order-pairs", List.of("П-001", "Г-001")),
            Map.entry("individual-plan", List.of("П-001")),
            Map.entry("trajectory", List.of("П-001")),
            Map.entry("report-interim", List.of("промежуточных результатах")),
            Map.entry("report-satisfaction", List.of("удовлетворённост")),
            Map.entry("report-quality", List.of("качеств")),
            Map.entry("report-impact", List.of("влияни")),
            Map.entry("jury-protocol", List.of("жюри")),
            Map.entry("order-reward", List.of("О поощрении")),
            Map.entry("letter-gratitude", List.of("Благодарственное письмо")),
            Map.entry("order-final-event", List.of("итогового мероприятия")));

    TargetModelYearTest() {
        super("target-model", "000", MarkedPeople.Of.PUPIL_AND_TEACHER, LocalDateTime.of(2025, 5, 12, 9, 0), CONTENTS);
    }

    @Test
    void endsInJune() {
        assertThat(lastDay()).isBetween(LocalDateTime.of(2026, 5, 25, 0, 0), LocalDateTime.of(2026, 6, 15, 18, 0));
    }

    @Test
    void eachControlPointHasItsReport() {
        assertThat(documents())
                .filteredOn(document -> document.path("type").asText().equals("report-interim"))
                .extracting(document -> document.path("title").asText())
                .hasSize(2)
                .anyMatch(title -> title.contains("декабрь 2025"))
                .anyMatch(title -> title.contains("май 2026"));
    }
}
