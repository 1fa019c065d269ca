package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("recognition")
class RecognitionProcessTest extends BlockTestCase {
    private static final String LIST = "Task_ListAddressees";
    private static final String HAND_OVER = "Task_HandOverLetters";
    private static final String ANNOUNCE = "Task_AnnounceContest";
    private static final String DECIDE = "Task_DecideContest";
    private static final String SIGN = "Task_SignJuryProtocol";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Test
    void lettersHandedOver() {
        String instance = start("letters");

        complete(Role.DEPUTY, LIST, listed());
        assertThat(step(LIST).figure("letters")).contains(4);
        assertThat(step(LIST).figure("certificates")).contains(6);
        document("letter-gratitude");

        complete(Role.DEPUTY, HAND_OVER, done("handedOver", 10));
        assertThat(step(HAND_OVER).figure("handedOver")).contains(10);
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_LettersHandedOver");
    }

    @Test
    void diplomasHandedOver() {
        String instance = startBlock(
                "recognition",
                "deputy",
                Map.of(
                        "recognitionKind",
                        "letters",
                        "awards",
                        "diplomas",
                        "diplomaNames",
                        "«Лучший наставник», Лучшая пара"));

        complete(Role.DEPUTY, LIST, done("certificates", 3));
        assertThat(documents())
                .extracting(Document::title)
                .containsExactlyInAnyOrder("Грамота «Лучший наставник»", "Грамота «Лучшая пара»");

        complete(Role.DEPUTY, HAND_OVER, done("handedOver", 3));
        assertEndedAt(instance, "End_LettersHandedOver");
    }

    @Test
    void lettersAlone() {
        startBlock("recognition", "deputy", Map.of("recognitionKind", "letters", "awards", "letters"));

        complete(Role.DEPUTY, LIST, done("letters", 1));
        document("letter-gratitude");
        assertThat(documents()).hasSize(1);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void noLetters(Map<String, Object> closing) {
        assertCloses(start("letters"), Role.DEPUTY, LIST, closing, WITHOUT);
        assertThat(documents()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("closings")
    void lettersNotHandedOver(Map<String, Object> closing) {
        String instance = start("letters");
        complete(Role.DEPUTY, LIST, listed());

        assertCloses(instance, Role.DEPUTY, HAND_OVER, closing, WITHOUT);
    }

    @Test
    void contestDecided() {
        String instance = start("contest");
        decide();
        assertThat(step(ANNOUNCE).figure("nominations")).contains(2);
        assertThat(step(DECIDE).figures())
                .containsExactlyInAnyOrderEntriesOf(Map.of("entries", 7, "jury", 3, "winners", 2));
        assertThat(step(DECIDE).text("decisions")).contains("1. Победила пара П-003");
        assertThat(flag(instance, "documentId"))
                .isEqualTo(document("jury-protocol").id());
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();

        complete(Role.DEPUTY, SIGN, Map.of("number", "6", "date", TODAY, "despiteBlanks", true));

        assertThat(document("jury-protocol").number()).isEqualTo("6");
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("6");
        assertEndedAt(instance, "End_ContestFinished");
    }

    @Test
    void protocolSignedOnPaper() {
        String instance = start("contest");
        decide();

        signOnPaper(document("jury-protocol"), "8");

        assertThat(document("jury-protocol").number()).isEqualTo("8");
        assertOutcome(ITEM, Outcome.DONE);
        assertEndedAt(instance, "End_ContestFinished");
    }

    @ParameterizedTest
    @MethodSource("closings")
    void noContest(Map<String, Object> closing) {
        assertCloses(start("contest"), Role.DEPUTY, ANNOUNCE, closing, WITHOUT);
    }

    @ParameterizedTest
    @MethodSource("closings")
    void announcedButNotDecided(Map<String, Object> closing) {
        String instance = start("contest");
        complete(Role.DEPUTY, ANNOUNCE, done("nominations", 2));

        assertCloses(instance, Role.DEPUTY, DECIDE, closing, WITHOUT);
        assertThat(documents()).isEmpty();
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("recognition", Map.of("recognitionKind", "letters"));
    }

    @Test
    void lettersByARobot() {
        assertARobotGetsThrough(start("letters"), "End_LettersHandedOver");
    }

    @Test
    void contestByARobot() {
        assertARobotGetsThrough(start("contest"), "End_ContestFinished");
    }

    @Test
    void aContestHasNominationsAJuryAndNotMoreWinnersThanEntries() {
        start("contest");
        refuses("step.at-least-number", Role.DEPUTY, ANNOUNCE, done("nominations", 0));
        complete(Role.DEPUTY, ANNOUNCE, done("nominations", 2));

        refuses("step.at-most", Role.DEPUTY, DECIDE, with(decided(), "winners", 8));
        refuses("step.at-least-number", Role.DEPUTY, DECIDE, with(decided(), "jury", 0));
        refuses("step.missing", Role.DEPUTY, DECIDE, without("decisions", decided()));
    }

    private String start(String kind) {
        return startBlock("recognition", "deputy", Map.of("recognitionKind", kind));
    }

    private void decide() {
        complete(Role.DEPUTY, ANNOUNCE, done("nominations", 2));
        complete(Role.DEPUTY, DECIDE, decided());
    }

    private static Map<String, Object> listed() {
        return done("letters", 4, "certificates", 6);
    }

    private static Map<String, Object> decided() {
        return done("entries", 7, "jury", 3, "winners", 2, "decisions", "1. Победила пара П-003");
    }
}
