package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The year of teachers who mentor teachers, from the council in September to the information of the authority. */
@Tag("long")
class TeacherMentoringYearTest extends RoadmapYearTestCase {
    private static final Map<String, List<String>> CONTENTS = Map.ofEntries(
            Map.entry("order", List.of("О реализации системы наставничества", "Утвердить прилагаемые документы")),
            Map.entry("local-regulation", List.of("о системе наставничества педагогических работников", "УТВЕРЖДЕНО")),
            Map.entry(
                    "roadmap",
                    List.of(
                            "Дорожная карта (план мероприятий)",
                            "Содержание деятельности и примерный план мероприятий",
                            "ПРИНЯТ",
                            "на педагогическом совете",
                            "1.2. Приказ(ы) о закреплении наставнических пар/групп с письменного согласия",
                            "2.2. Формирование банка данных наставляемых, обеспечение согласий",
                            "при наличии в организации наставляемых")),
            Map.entry("protocol", List.of("Протокол")),
            Map.entry("consent-adult", List.of("персональных данных")),
            Map.entry("consent-publication", List.of("персональных данных")),
            Map.entry("order-mentors", List.of("О закреплении", "П-001")),
            Map.entry("personal-programme", List.of("Персонализированная программа", "П-001")),
            Map.entry("practice-card", List.of("Карточка практики наставничества")),
            Map.entry("letter", List.of("О реализации системы наставничества", "за 2025–2026 учебный год")),
            Map.entry("report-quality", List.of("качеств")));

    TeacherMentoringYearTest() {
        super("teacher-mentoring", "003", MarkedPeople.Of.TEACHERS, LocalDateTime.of(2025, 9, 1, 9, 0), CONTENTS);
    }

    /** Nobody in this roadmap is a minor. */
    @Test
    void noConsentIsARepresentatives() {
        assertThat(documents())
                .extracting(document -> document.path("type").asText())
                .contains("consent-adult")
                .doesNotContain("consent-representative", "consent-help");
    }

    @Test
    void endsWithTheLessons() {
        assertThat(lastDay()).isBetween(LocalDateTime.of(2026, 5, 1, 0, 0), LocalDateTime.of(2026, 6, 15, 18, 0));
    }
}
