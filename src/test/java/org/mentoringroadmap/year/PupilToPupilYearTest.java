package org.mentoringroadmap.year;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The year of pupils who help pupils, from the first announcement in August to the feast in June. */
@Tag("long")
class PupilToPupilYearTest extends RoadmapYearTestCase {
    private static final Map<String, List<String>> CONTENTS = Map.ofEntries(
            Map.entry("order-implementation", List.of("О внедрении целевой модели", "2025–2026")),
            Map.entry("order-curator", List.of("О назначении куратора")),
            Map.entry("regulation", List.of("Положение", "УТВЕРЖДЕНО")),
            Map.entry("order", List.of("Школа примеров", "ПРИКАЗ")),
            Map.entry("local-regulation", List.of("Школа примеров", "наставник")),
            Map.entry("programme", List.of("Программа", "наставничества по форме «Ученик – ученик»", "УТВЕРЖДЕНО")),
            Map.entry("letter", List.of("О программе наставничества")),
            Map.entry(
                    "roadmap",
                    List.of(
                            "реализации целевой модели наставничества",
                            "на 2025–2026 учебный год",
                            "Наименование этапа",
                            "Содержание деятельности",
                            "Изучение Распоряжения Министерства просвещения РФ № Р-145",
                            "Заместители директора, кураторы целевой модели наставничества",
                            "План медиасопровождения программы")),
            Map.entry("media-plan", List.of("План медиасопровождения", "Смысловая нагрузка", "УТВЕРЖДЕНО")),
            Map.entry("interview-sheet", List.of("Лист собеседования")),
            Map.entry("protocol", List.of("Протокол")),
            Map.entry("programme-card", List.of("Карточка программы")),
            Map.entry("consent-representative", List.of("законного представителя")),
            Map.entry("consent-publication", List.of("персональных данных")),
            Map.entry("order-pairs", List.of("П-001", "Г-001")),
            Map.entry("individual-plan", List.of("П-001")),
            Map.entry("certificate", List.of("Сертификат")),
            Map.entry("diploma", List.of("Грамота", "награждается", "Приказ от")),
            Map.entry("report-interim", List.of("промежуточных результатах")),
            Map.entry("report-satisfaction", List.of("удовлетворённост")),
            Map.entry("report-quality", List.of("качеств", "сильные и слабые стороны")),
            Map.entry("report-impact", List.of("влияни", "тревожность")),
            Map.entry("jury-protocol", List.of("жюри", "Лучшая пара")),
            Map.entry("order-reward", List.of("О поощрении")),
            Map.entry("letter-gratitude", List.of("Благодарственное письмо")),
            Map.entry("order-final-event", List.of("мероприятия")));

    PupilToPupilYearTest() {
        super("pupil-to-pupil", "001", MarkedPeople.Of.PUPILS, LocalDateTime.of(2025, 8, 1, 9, 0), CONTENTS);
    }

    /** Of 132 rows the paper gives most to the curator; in spring each of six pairs without a mentor's account adds two. */
    @Override
    int curatorAtMost() {
        return 40;
    }

    @Test
    void endsInJune() {
        assertThat(lastDay()).isBetween(LocalDateTime.of(2026, 6, 20, 0, 0), LocalDateTime.of(2026, 6, 30, 18, 0));
    }

    /** One order approves the documents of the school and the plan of the media, another the programme. */
    @Test
    void ordersHaveTheTitlesOfThePaper() {
        assertThat(documents())
                .filteredOn(document -> document.path("type").asText().equals("order"))
                .extracting(document -> document.path("title").asText())
                .hasSize(3)
                .anyMatch(title -> title.contains("Об утверждении документов, регламентирующих наставничество"))
                .anyMatch(title -> title.contains("Об утверждении программы наставничества"))
                .anyMatch(title -> title.contains("Школы наставников"));
    }

    /** Each row makes the paper that it names and no other. */
    @Test
    void eachRewardIsThePaperThatItsRowNames() {
        assertThat(titles("letter-gratitude"))
                .containsExactlyInAnyOrder(
                        "Благодарственное письмо: кураторам программ наставничества",
                        "Благодарственное письмо: родителям наставников");
        assertThat(titles("diploma"))
                .containsExactlyInAnyOrder(
                        "Грамота «Лучший наставник»", "Грамота «Наставник года»", "Грамота «Лучшая пара»");
        assertThat(titles("certificate"))
                .containsExactlyInAnyOrder(
                        "Сертификат об обучении наставника", "Сертификат участника программы наставничества");
    }

    private List<String> titles(String type) {
        return documents().stream()
                .filter(document -> document.path("type").asText().equals(type))
                .map(document -> document.path("title").asText())
                .toList();
    }
}
