package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;

@Covers("upward-report")
class UpwardReportProcessTest extends BlockTestCase {
    private static final String CHECK = "Task_CheckDraft";
    private static final String SEND = "Task_SendInformation";
    private static final String END = "End_UpwardReport";
    private static final String WITHOUT = "End_ClosedWithoutResult";

    @Test
    void writtenApprovedNumberedAndSent() {
        String instance = start();
        assertThat(groups(task(CHECK))).containsExactly("curator");
        complete(Role.CURATOR, CHECK, Map.of("outcome", "done"));
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "despiteBlanks", true));
        complete(Role.SECRETARY, "Task_Register", Map.of("number", "17-исх", "date", TODAY));
        assertThat(outcomes.find(Long.valueOf(key), ITEM))
                .as("it is not over before it is sent")
                .isEmpty();

        assertThat(openTasks())
                .as("nobody of the school signs that they know a letter")
                .containsExactly(SEND);
        Document letter = documents().get(0);
        assertThat(letter.kind().id()).isEqualTo("letter");
        assertThat(letter.kind().register()).isEqualTo("LETTERS");
        assertThat(letter.number()).isEqualTo("17-исх");
        assertThat(groups(task(SEND))).containsExactly("curator");

        complete(Role.CURATOR, SEND, sent());

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("17-исх");
        assertThat(step(SEND).text("sentTo")).contains("Учредителю по почте");
        assertThat(step(SEND).date()).contains(LocalDate.parse(TODAY));
        assertEndedAt(instance, END);
    }

    @ParameterizedTest
    @ValueSource(strings = {"information-note", "report"})
    void everyKindThatLeavesTheSchoolHasANumberOfTheOutgoingPapers(String kind) {
        startBlock("upward-report", "curator", Map.of("documentType", kind));
        complete(Role.CURATOR, CHECK, Map.of("outcome", "done"));
        assertThat(openTasks()).containsExactly("Task_Approve");
        complete(Role.DIRECTOR, "Task_Approve", Map.of("decision", "approve", "despiteBlanks", true));
        complete(Role.SECRETARY, "Task_Register", Map.of("number", "18-исх", "date", TODAY));

        assertThat(documents().get(0).kind().id()).isEqualTo(kind);
        assertThat(documents().get(0).kind().register()).isEqualTo("LETTERS");
        assertThat(openTasks()).containsExactly(SEND);
    }

    @Test
    void whereTheModelSaysSoTheHeadIsNotAsked() {
        startBlock("upward-report", "curator", Map.of("headApproves", "false"));

        complete(Role.CURATOR, CHECK, Map.of("outcome", "done", "despiteBlanks", true));

        assertThat(openTasks()).containsExactly("Task_Register");
    }

    @Test
    void signedOnPaperAndSent() {
        String instance = start();
        signOnPaper(documents().get(0), "19-исх");

        complete(Role.CURATOR, SEND, sent());

        assertThat(outcome(ITEM).number()).contains("19-исх");
        assertEndedAt(instance, END);
    }

    @Test
    void writtenOnPaperBefore() {
        String instance = start();
        complete(Role.CURATOR, CHECK, EARLIER);

        complete(Role.CURATOR, SEND, sent());

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(outcome(ITEM).number()).contains("3-ОД");
        assertEndedAt(instance, END);
    }

    @Test
    void notWanted() {
        String instance = start();

        complete(Role.CURATOR, CHECK, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertThat(openTasks()).isEmpty();
        assertEndedAt(instance, WITHOUT);
    }

    @Test
    void writtenButNotSent() {
        String instance = start();
        signOnPaper(documents().get(0), "20-исх");

        complete(Role.CURATOR, SEND, NOT_HELD);

        assertThat(step(SEND).outcome()).isEqualTo(Outcome.NOT_HELD);
        assertEndedAt(instance, WITHOUT);
    }

    @Test
    void whereItWentIsAskedFor() {
        start();
        signOnPaper(documents().get(0), "21-исх");

        refuses("step.missing", Role.CURATOR, SEND, done());
    }

    @Test
    void closedBeforeTheYearWasStarted() {
        assertClosedBefore("upward-report", Map.of());
    }

    @Test
    void byARobot() {
        assertARobotGetsThrough(start(), END);
    }

    private String start() {
        return startBlock("upward-report", "curator", Map.of());
    }

    private static Map<String, Object> sent() {
        return done("sentTo", "Учредителю по почте");
    }
}
