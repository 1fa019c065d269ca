package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("final-event")
class FinalEventProcessTest extends BlockTestCase {
    private static final String CHECK = "Task_CheckDraft";
    private static final String PLAN = "Task_PlanEvent";
    private static final String REPORT = "Task_ReportEvent";
    private static final String END = "End_FinalEventHeld";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Test
    void orderedAndHeld() {
        String instance = start();
        assertThat(task(PLAN).getName()).isEqualTo("Назначить: Дело из дорожной карты");
        complete(Role.DEPUTY, PLAN, plan());
        assertThat(task(CHECK).getName()).isEqualTo("Проверить проект: Дело из дорожной карты (приказ)");
        order();
        assertThat(document("order-final-event").number()).isEqualTo("9-ОД");
        assertThat(outcomes.find(Long.valueOf(key), ITEM))
                .as("it is not over with its order")
                .isEmpty();
        assertThat(task(REPORT).getName()).isEqualTo("Провести и отметить: Дело из дорожной карты");

        complete(Role.DEPUTY, REPORT, done("came", 90));

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("9-ОД");
        assertThat(documents()).hasSize(1);
        assertThat(flag(instance, "outcome")).isEqualTo("done");
        assertEndedAt(instance, END);
    }

    @Test
    void heldByAnOrderOnPaper() {
        String instance = start();
        complete(Role.DEPUTY, PLAN, plan());
        complete(Role.DEPUTY, CHECK, EARLIER);
        complete(Role.DEPUTY, REPORT, done("came", 90));

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("3-ОД");
        assertEndedAt(instance, END);
    }

    @Test
    void signedOnPaperAndHeld() {
        String instance = start();
        complete(Role.DEPUTY, PLAN, plan());
        signOnPaper(document("order-final-event"), "11-ОД");
        complete(Role.SECRETARY, "Task_MakeKnown", Map.of("acknowledged", true, "date", TODAY));
        complete(Role.DEPUTY, REPORT, done("came", 90));

        assertEndedAt(instance, END);
    }

    @Test
    void notWanted() {
        String instance = start();

        complete(Role.DEPUTY, PLAN, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, WITHOUT);
    }

    @Test
    void heldBeforeItCouldBePlanned() {
        String instance = start();

        complete(Role.DEPUTY, PLAN, EARLIER);

        assertOutcome(ITEM, Outcome.EARLIER);
        assertThat(documents()).isEmpty();
        assertEndedAt(instance, WITHOUT);
    }

    @Test
    void plannedButNotOrdered() {
        String instance = start();
        complete(Role.DEPUTY, PLAN, plan());

        complete(Role.DEPUTY, CHECK, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, WITHOUT);
    }

    @Test
    void orderedButNotHeld() {
        String instance = start();
        complete(Role.DEPUTY, PLAN, plan());
        order();

        complete(Role.DEPUTY, REPORT, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertEndedAt(instance, WITHOUT);
    }

    @Test
    void theOrderSaysWhenAndWhereAndWhat() {
        start();
        complete(
                Role.DEPUTY,
                PLAN,
                Map.of(
                        "outcome", "done",
                        "eventDate", "2025-08-20",
                        "begins", "14:00",
                        "place", "Актовый зал",
                        "agenda", "Открытие;\nРассказы пар."));

        assertThat(words(document("order-final-event")))
                .contains(
                        "Дата: 20 августа 2025 г., начало: 14:00.",
                        "Место: Актовый зал.",
                        "Срок подготовки: до 20 августа 2025 г.",
                        "Открытие",
                        "Рассказы пар")
                .doesNotContain("Регистрация участников");
    }

    @Test
    void hoursOfTheProgrammeArePrintedAsTheyWereTyped() {
        start();
        complete(
                Role.DEPUTY,
                PLAN,
                Map.of(
                        "outcome", "done",
                        "eventDate", "2025-08-20",
                        "place", "Актовый зал",
                        "agenda",
                                "10.00 Регистрация;\n10:30–11.00 – Открытие.\n3. Рассказы пар\n12.05.2026 началось всё это"));

        assertThat(words(document("order-final-event")))
                .containsSubsequence(
                        "10.00 Регистрация.",
                        "10:30–11.00 – Открытие.",
                        "Рассказы пар.",
                        "12.05.2026 началось всё это.")
                .doesNotContain("3. Рассказы");
    }

    @Test
    void theOrderHasAUsualProgrammeWhereNobodyWroteOne() {
        start();
        complete(Role.DEPUTY, PLAN, plan());

        assertThat(words(document("order-final-event"))).contains("Регистрация участников", "Награждение");
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("final-event", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), END);
    }

    private String start() {
        return startBlock("final-event", "deputy", Map.of());
    }

    private void order() {
        complete(Role.DEPUTY, CHECK, Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "despiteBlanks", true));
        complete(Role.SECRETARY, "Task_Register", Map.of("number", "9-ОД", "date", TODAY));
        complete(Role.SECRETARY, "Task_MakeKnown", Map.of("acknowledged", true, "date", TODAY));
    }

    private static Map<String, Object> plan() {
        return Map.of("outcome", "done", "eventDate", "2025-08-20", "place", "Актовый зал");
    }
}
