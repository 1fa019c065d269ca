package org.mentoringroadmap.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.DocumentType;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.journal.PaperSignature;
import org.mentoringroadmap.document.journal.PaperSignatures;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.Covers;
import org.springframework.beans.factory.annotation.Autowired;

@Covers("event")
class EventProcessTest extends ProcessTestCase {
    private static final String PLAN = "Task_PlanEvent";
    private static final String REPORT = "Task_ReportEvent";
    private static final String SIGN = "Task_SignProtocol";

    @Autowired
    private Events events;

    @Autowired
    private Documents documents;

    @Autowired
    private PaperSignatures paper;

    @Test
    void closedBeforeItBegan() {
        endsAtOnceWhenClosedBefore("event", Map.of("eventKind", "student-conference", "protocol", "true"));
    }

    @Test
    void heldWithProtocol() {
        String instance = start("true");
        assertThat(known(instance)).isWaitingAtExactly(PLAN).task().hasCandidateGroup("deputy");

        complete(Role.DEPUTY, PLAN, plan());
        assertThat(events.get(instance)).satisfies(event -> {
            assertThat(event.plannedFor()).isEqualTo(day("2025-08-19"));
            assertThat(event.place()).isEqualTo("Актовый зал");
            assertThat(event.invited()).contains(30);
            assertThat(event.agenda()).contains("1. О наставничестве");
            assertThat(event.heldOn()).isEmpty();
        });
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
        assertThat(known(instance)).isWaitingAtExactly(REPORT).hasPassed(PLAN);

        complete(Role.DEPUTY, REPORT, report());
        assertThat(events.get(instance)).satisfies(event -> {
            assertThat(event.heldOn()).contains(day("2025-08-19"));
            assertThat(event.came()).contains(28);
            assertThat(event.decisions()).contains("Начать");
        });
        assertOutcome(ITEM, Outcome.DONE);
        assertThat(protocol().status()).isEqualTo(DocumentStatus.DRAFT);
        Task sign = task(SIGN);
        assertThat(sign).hasCandidateGroup("deputy").isNotAssigned();
        assertThat(groups(sign)).hasSize(1);
        assertThat(taskService.getVariableLocal(sign.getId(), "number")).isEqualTo("1");

        complete(Role.DEPUTY, SIGN, Map.of("number", "4", "date", TODAY, "despiteBlanks", true));
        assertThat(protocol().status()).isEqualTo(DocumentStatus.APPROVED);
        assertThat(protocol().number()).isEqualTo("4");
        assertThat(outcome(ITEM).number()).contains("4");
        assertThat(outcome(ITEM).date()).contains(day("2025-08-19"));
        assertThat(known(instance)).hasPassedInOrder(PLAN, REPORT, SIGN);
        assertEndedAt(instance, "End_ProtocolSigned");
    }

    @Test
    void heldWithoutProtocol() {
        String instance = start("false");

        complete(Role.DEPUTY, PLAN, plan());
        complete(Role.DEPUTY, REPORT, report());

        assertOutcome(ITEM, Outcome.DONE);
        assertThat(ofProgramme()).isEmpty();
        assertEndedAt(instance, "End_EventHeld");
    }

    @Test
    void heldBeforeItCouldBePlanned() {
        String instance = start("true");

        complete(Role.DEPUTY, PLAN, EARLIER);

        assertOutcome(ITEM, Outcome.EARLIER);
        assertThat(events.find(instance)).isEmpty();
        assertThat(ofProgramme()).isEmpty();
        assertEndedAt(instance, "End_ClosedWithoutEvent");
    }

    @Test
    void neverPlanned() {
        String instance = start("true");

        complete(Role.DEPUTY, PLAN, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertEndedAt(instance, "End_ClosedWithoutEvent");
    }

    @Test
    void plannedButNotHeld() {
        String instance = start("true");
        complete(Role.DEPUTY, PLAN, plan());

        complete(Role.DEPUTY, REPORT, NOT_HELD);

        assertOutcome(ITEM, Outcome.NOT_HELD);
        assertThat(events.get(instance).heldOn()).isEmpty();
        assertThat(ofProgramme()).isEmpty();
        assertEndedAt(instance, "End_ClosedWithoutEvent");
    }

    @Test
    void plannedButHeldEarlier() {
        String instance = start("true");
        complete(Role.DEPUTY, PLAN, plan());

        complete(Role.DEPUTY, REPORT, EARLIER);

        assertOutcome(ITEM, Outcome.EARLIER);
        assertEndedAt(instance, "End_ClosedWithoutEvent");
    }

    @Test
    void protocolSignedOnPaper() {
        String instance = start("true");
        complete(Role.DEPUTY, PLAN, plan());
        complete(Role.DEPUTY, REPORT, report());

        Long document = protocol().id();
        school.as(Role.SECRETARY, () -> {
            paper.sign(List.of(new PaperSignature(document, "7", TODAY, null, true)));
            return null;
        });
        school.runJobs();

        assertThat(protocol().number()).isEqualTo("7");
        assertEndedAt(instance, "End_ProtocolSigned");
    }

    @ParameterizedTest
    @ValueSource(strings = {"eventDate", "place"})
    void aPlanSaysWhenAndWhere(String field) {
        String instance = start("true");
        Map<String, Object> plan = new HashMap<>(plan());
        plan.remove(field);

        refuses(field.equals("place") ? "event.place" : "event.date", Role.DEPUTY, PLAN, plan);

        assertThat(events.find(instance)).isEmpty();
    }

    @Test
    void aReportSaysWhen() {
        String instance = start("true");
        complete(Role.DEPUTY, PLAN, plan());

        refuses("activity.outcome", Role.DEPUTY, REPORT, Map.of("outcome", ""));
        refuses("activity.date", Role.DEPUTY, REPORT, Map.of("outcome", "done"));
        refuses("activity.date-future", Role.DEPUTY, REPORT, Map.of("outcome", "done", "date", "2025-09-01"));
        refuses("input.number", Role.DEPUTY, REPORT, Map.of("outcome", "done", "date", TODAY, "came", "много"));

        assertThat(events.get(instance).heldOn()).isEmpty();
        assertThat(outcomes.of(Long.valueOf(key))).isEmpty();
    }

    @Test
    void aPlanIsNoReport() {
        start("true");
        complete(Role.DEPUTY, PLAN, plan());

        refuses("activity.date", Role.DEPUTY, REPORT, Map.of());
    }

    @Test
    void aProtocolNeedsNumberAndDateAndIsNotTakenBack() {
        start("true");
        complete(Role.DEPUTY, PLAN, plan());
        complete(Role.DEPUTY, REPORT, report());

        refuses("document.number", Role.DEPUTY, SIGN, Map.of("number", " ", "date", TODAY));
        refuses("document.date-missing", Role.DEPUTY, SIGN, Map.of("number", "4"));
        refuses("document.close-late", Role.DEPUTY, SIGN, NOT_HELD);
        refuses("document.close-late", Role.DEPUTY, SIGN, EARLIER);
        refuses("task.field", Role.DEPUTY, SIGN, Map.of("number", "4", "date", TODAY, "documentId", 1L));

        assertThat(protocol().status()).isEqualTo(DocumentStatus.DRAFT);
    }

    private String start(String protocol) {
        return startBlock("event", "deputy", Map.of("eventKind", "pedagogical-council", "protocol", protocol));
    }

    private static Map<String, Object> plan() {
        return Map.of(
                "outcome", "done",
                "eventDate", "2025-08-19",
                "place", "Актовый зал",
                "invited", 30,
                "agenda", "1. О наставничестве");
    }

    private static Map<String, Object> report() {
        return Map.of("outcome", "done", "date", "2025-08-19", "came", 28, "decisions", "Начать", "note", "Без спешки");
    }

    private List<Document> ofProgramme() {
        return school.as(Role.CURATOR, () -> documents.ofProgramme(Long.valueOf(key)));
    }

    private Document protocol() {
        assertThat(ofProgramme()).extracting(Document::type).containsExactly(DocumentType.PROTOCOL);
        return ofProgramme().get(0);
    }
}
