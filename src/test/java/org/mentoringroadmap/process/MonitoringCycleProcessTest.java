package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("monitoring-cycle")
class MonitoringCycleProcessTest extends BlockTestCase {
    private static final String OPEN = "Task_OpenCampaign";
    private static final String CLOSE = "Task_CloseCampaign";
    private static final String COMPARE = "Task_CompareWithEntry";
    private static final String ANALYSE = "Task_Analyse";
    private static final String SIGN = "Task_SignReport";
    private static final String END = "End_ReportSigned";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @ParameterizedTest
    @CsvSource({"interim, december", "satisfaction, may", "quality, may"})
    void analysedAndReported(String kind, String point) {
        String instance = start(kind, point);
        ask();
        assertThat(outcomes.find(Long.valueOf(key), ITEM)).isEmpty(); // the questionnaire is only a part
        assertThat(task(ANALYSE).getName()).isEqualTo("Разобрать ответы: Дело из дорожной карты");

        complete(Role.CURATOR, ANALYSE, analysed());
        assertThat(step(ANALYSE).figure("positive")).contains(20);
        assertThat(step(ANALYSE).text("strengths")).contains("Встречи регулярны");
        assertThat(step(ANALYSE).text("weaknesses")).isEmpty();
        assertThat(step(ANALYSE).text("conclusions")).contains("Продолжать");
        assertThat(step(ANALYSE).instanceId()).isEqualTo(instance);

        assertReportIsSigned(instance, "report-" + kind);
    }

    @Test
    void influenceIsComparedWithTheEntry() {
        String instance = start("impact", "may");
        ask();

        complete(Role.CURATOR, COMPARE, compared());
        assertThat(step(COMPARE).figures())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("measuredBefore", 30, "measuredAfter", 25, "measuredTwice", 24, "improved", 18));

        assertReportIsSigned(instance, "report-impact");
    }

    /** What was asked by name is counted by the application, whatever somebody types. */
    @Test
    void figuresComeFromWhatIsKnown() {
        start("satisfaction", "may");
        complete(Role.CURATOR, OPEN, with(done("invited", 30), "way", "people"));
        complete(Role.CURATOR, CLOSE, done("answered", 25));
        complete(Role.CURATOR, ANALYSE, analysed());
        assertThat(step(ANALYSE).figures())
                .as("nobody was asked by name here")
                .containsExactlyInAnyOrderEntriesOf(Map.of("respondents", 0, "positive", 0));
        assertThat(step(ANALYSE).text("conclusions")).contains("Продолжать");
    }

    @Test
    void theComparisonComesFromWhatWasMeasured() {
        start("impact", "may");
        ask();
        complete(Role.CURATOR, COMPARE, with(compared(), "way", "people"));
        assertThat(step(COMPARE).figures())
                .as("nobody was measured here")
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("measuredBefore", 0, "measuredAfter", 0, "measuredTwice", 0));
    }

    @Test
    void reportSignedOnPaper() {
        String instance = start("quality", "may");
        ask();
        complete(Role.CURATOR, ANALYSE, analysed());

        signOnPaper(document("report-quality"), "5");

        assertThat(document("report-quality").number()).isEqualTo("5");
        assertThat(outcome(ITEM).number()).contains("5");
        assertEndedAt(instance, END);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void nobodyWasAsked(Map<String, Object> closing) {
        assertCloses(start("quality", "may"), Role.CURATOR, OPEN, closing, WITHOUT);
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("closings")
    void askedButNotAnalysed(Map<String, Object> closing) {
        String instance = start("satisfaction", "may");
        ask();

        assertCloses(instance, Role.CURATOR, ANALYSE, closing, WITHOUT);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void askedButNotCompared(Map<String, Object> closing) {
        String instance = start("impact", "may");
        ask();

        assertCloses(instance, Role.CURATOR, COMPARE, closing, WITHOUT);
        assertThat(documents()).isEmpty();
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("monitoring-cycle", Map.of("monitoringKind", "quality", "controlPoint", "may"));
    }

    @ParameterizedTest
    @CsvSource({"interim, december", "impact, may"})
    void byARobot(String kind, String point) {
        assertARobotGetsThrough(start(kind, point), END);
    }

    @Test
    void figuresFitTogetherAndConclusionsAreDrawn() {
        start("impact", "may");
        ask();

        refuses("step.at-most", Role.CURATOR, COMPARE, with(compared(), "improved", 25));
        refuses("step.at-most", Role.CURATOR, COMPARE, with(compared(), "measuredTwice", 26));
        refuses("step.at-most", Role.CURATOR, COMPARE, with(compared(), "measuredBefore", 20));
        refuses("step.missing", Role.CURATOR, COMPARE, without("conclusions", compared()));
        refuses("activity.too-long", Role.CURATOR, COMPARE, with(compared(), "conclusions", "я".repeat(4001)));
    }

    @Test
    void notMorePeopleAreHappyThanAnswered() {
        start("satisfaction", "may");
        ask();

        refuses("step.at-most", Role.CURATOR, ANALYSE, with(analysed(), "positive", 26));
    }

    @Test
    void aReportIsNotTakenBack() {
        start("satisfaction", "may");
        ask();
        complete(Role.CURATOR, ANALYSE, analysed());

        refuses("document.close-late", Role.CURATOR, SIGN, NOT_HELD);
        refuses("document.number", Role.CURATOR, SIGN, Map.of("number", "", "date", TODAY));
    }

    private String start(String kind, String point) {
        return startBlock("monitoring-cycle", "curator", Map.of("monitoringKind", kind, "controlPoint", point));
    }

    private void ask() {
        complete(Role.CURATOR, OPEN, done("invited", 30));
        complete(Role.CURATOR, CLOSE, done("answered", 25));
    }

    private void assertReportIsSigned(String instance, String type) {
        assertThat(flag(instance, "documentId")).isEqualTo(document(type).id());
        assertThat(taskService.getVariableLocal(task(SIGN).getId(), "number")).isEqualTo("1");

        complete(Role.CURATOR, SIGN, Map.of("number", "1", "date", TODAY, "despiteBlanks", true));

        assertThat(document(type).number()).isEqualTo("1");
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("1");
        assertEndedAt(instance, END);
    }

    private static Map<String, Object> analysed() {
        return done("respondents", 25, "positive", 20, "strengths", "Встречи регулярны", "conclusions", "Продолжать");
    }

    private static Map<String, Object> compared() {
        return done(
                "measuredBefore",
                30,
                "measuredAfter",
                25,
                "measuredTwice",
                24,
                "improved",
                18,
                "conclusions",
                "Тревожности меньше");
    }
}
