package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The year of young teachers, from July to the June after it. */
@Tag("long")
class YoungTeachersYearTest extends RoadmapYearTestCase {
    private static final Map<String, List<String>> CONTENTS = Map.ofEntries(
            Map.entry("order", List.of("Приказ", "ПРИКАЗЫВАЮ")),
            Map.entry(
                    "roadmap",
                    List.of(
                            "по реализации системы наставничества педагогических работников",
                            "Форма представления результата",
                            "формирование банка данных наставляемых",
                            "Трансляция лучших практик")),
            Map.entry("programme", List.of("молодым педагогам")),
            Map.entry("protocol", List.of("Протокол")),
            Map.entry("information-note", List.of("справка")),
            Map.entry("order-mentors", List.of("П-001", "Г-001")),
            Map.entry("personal-programme", List.of("П-001")),
            Map.entry("interview-sheet", List.of("Лист собеседования")),
            Map.entry("practice-card", List.of("Карточка практики наставничества")),
            Map.entry("certificate", List.of("Сертификат")),
            Map.entry("report-interim", List.of("промежуточных результатах")),
            Map.entry("report-satisfaction", List.of("удовлетворённост")),
            Map.entry("report-quality", List.of("качеств")),
            Map.entry("report", List.of("Аналитический отчёт", "целевой модели наставничества")));

    YoungTeachersYearTest() {
        super("young-teachers", "004", MarkedPeople.Of.TEACHERS, LocalDateTime.of(2025, 7, 21, 9, 0), CONTENTS);
    }

    /** The paper gives its rows to deputies, the director and the psychologist. */
    @Override
    int curatorAtMost() {
        return 0;
    }

    @Test
    void endsInJune() {
        assertThat(lastDay()).isBetween(LocalDateTime.of(2026, 6, 15, 0, 0), LocalDateTime.of(2026, 6, 30, 18, 0));
    }

    @Test
    void notesAndReportCallThemselvesAsThePaperDoes() {
        assertThat(documents())
                .extracting(document -> document.path("title").asText())
                .contains(
                        "Аналитическая справка о профессиональных дефицитах и запросах молодых педагогов",
                        "Информационная справка о результатах внутреннего мониторинга программы наставничества",
                        "Аналитический отчёт о результатах внедрения целевой модели наставничества");
    }

    @Test
    void feedbackIsAskedForThreeTimes() {
        assertThat(documents())
                .filteredOn(document -> document.path("type").asText().equals("report-interim"))
                .hasSize(3);
    }
}
