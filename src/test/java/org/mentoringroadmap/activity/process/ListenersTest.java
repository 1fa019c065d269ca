package org.mentoringroadmap.activity.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mentoringroadmap.activity.ActivityOutcomes;
import org.mentoringroadmap.activity.FormsChoice;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.StepInput;
import org.mentoringroadmap.activity.Steps;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.activity.event.EventPlan;
import org.mentoringroadmap.activity.event.EventReport;
import org.mentoringroadmap.activity.event.Events;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.UserInputException;

class ListenersTest {
    private static final LocalDate DAY = LocalDate.of(2026, 9, 1);

    private final Map<String, Object> variables = new HashMap<>();
    private final DelegateTask task = mock(DelegateTask.class);

    @BeforeEach
    void standInABlock() {
        DelegateExecution execution = mock(DelegateExecution.class);
        when(execution.getProcessBusinessKey()).thenReturn("7");
        when(task.getExecution()).thenReturn(execution);
        when(task.getProcessInstanceId()).thenReturn("instance");
        when(task.getVariable(anyString())).thenAnswer(call -> variables.get(call.getArgument(0, String.class)));
        doAnswer(call -> variables.remove(call.getArgument(0, String.class)))
                .when(task)
                .removeVariable(anyString());
        doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
                .when(task)
                .setVariable(anyString(), any());
        variables.put("roadmapItem", "000-1.1.1");
    }

    @Test
    void anOutcomeGoesToOurTables() {
        ActivityOutcomes outcomes = mock(ActivityOutcomes.class);
        variables.putAll(
                Map.of("outcome", "earlier", "date", "2026-09-01", "number", " 5 ", "note", "", "link", "x.ru"));
        new RecordOutcome(outcomes).notify(task);

        verify(outcomes).record(7L, "000-1.1.1", new OutcomeInput(Outcome.EARLIER, DAY, "5", null, "x.ru"));
        assertThat(variables).isEqualTo(Map.of("roadmapItem", "000-1.1.1", "outcome", "earlier"));
    }

    @Test
    void aTaskOfAStageNamesItsItemItself() {
        ActivityOutcomes outcomes = mock(ActivityOutcomes.class);
        variables.clear();
        variables.putAll(Map.of("outcome", "done", "date", "2026-09-01"));
        UserTask element = element("000-2");
        when(task.getBpmnModelElementInstance()).thenReturn(element);
        new RecordOutcome(outcomes).notify(task);

        verify(outcomes).record(eq(7L), eq("000-2"), any());
    }

    @Test
    void withoutAnOutcomeNothingIsRecorded() {
        ActivityOutcomes outcomes = mock(ActivityOutcomes.class);
        variables.put("outcome", "perhaps");

        assertThatThrownBy(() -> new RecordOutcome(outcomes).notify(task)).isInstanceOf(UserInputException.class);
        verifyNoInteractions(outcomes);
    }

    @Test
    void aPlanGoesToOurTables() {
        Events events = mock(Events.class);
        variables.putAll(Map.of(
                "outcome", "done", "eventDate", "2026-09-01", "place", "зал", "invited", 12, "agenda", "1. О нас"));
        new RecordEventPlan(events).notify(task);

        verify(events)
                .plan(
                        7L,
                        "000-1.1.1",
                        "instance",
                        new OutcomeInput(Outcome.DONE, null, null, null, null),
                        new EventPlan(DAY, null, "зал", 12, "1. О нас"));
        assertOnlyOutcomeIsLeft("done");
    }

    @Test
    void aReportGoesToOurTables() {
        Events events = mock(Events.class);
        variables.putAll(Map.of("outcome", "done", "date", "2026-09-01", "came", "12", "decisions", "1. Начать"));
        new RecordEventReport(events).notify(task);

        verify(events)
                .report(
                        7L,
                        "000-1.1.1",
                        "instance",
                        new OutcomeInput(Outcome.DONE, DAY, null, null, null),
                        new EventReport(DAY, 12, "1. Начать"));
        assertOnlyOutcomeIsLeft("done");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "много", "1.5"})
    void aNumberThatIsNoneIsRefused(String came) {
        Events events = mock(Events.class);
        variables.putAll(Map.of("outcome", "done", "date", "2026-09-01", "came", came));

        assertThatThrownBy(() -> new RecordEventReport(events).notify(task)).hasMessageContaining("input.number");
        verifyNoInteractions(events);
    }

    @Test
    void aChecklistIsClosed() {
        ClassChecklists checklists = mock(ClassChecklists.class);
        variables.putAll(Map.of("outcome", "not-held", "note", "карантин"));
        new RecordClassChecklist(checklists).notify(task);

        verify(checklists).close(7L, "000-1.1.1", new OutcomeInput(Outcome.NOT_HELD, null, null, "карантин", null));
        assertOnlyOutcomeIsLeft("not-held");
    }

    @Test
    void formsComeInEveryShape() {
        for (Object sent : List.of(
                List.of("pupil-pupil", "teacher-pupil"),
                "[\"pupil-pupil\",\"teacher-pupil\"]",
                "pupil-pupil, teacher-pupil")) {
            FormsChoice choice = mock(FormsChoice.class);
            variables.putAll(Map.of("outcome", "done", "mentoringForms", sent));
            new RecordFormsChoice(choice).notify(task);

            verify(choice)
                    .choose(
                            eq(7L),
                            eq("000-1.1.1"),
                            any(),
                            eq(Set.of(MentoringForm.PUPIL_PUPIL, MentoringForm.TEACHER_PUPIL)));
            assertOnlyOutcomeIsLeft("done");
        }
    }

    @Test
    void aFormThatIsNoneIsRefused() {
        FormsChoice choice = mock(FormsChoice.class);
        variables.putAll(Map.of("outcome", "done", "mentoringForms", "pupil-parent"));

        assertThatThrownBy(() -> new RecordFormsChoice(choice).notify(task))
                .hasMessageContaining("mentoring-form.unknown");
    }

    @Test
    void theFiguresOfAStepGoToOurTables() {
        Steps steps = mock(Steps.class);
        UserTask element = element("000-2", Map.of("figures", "invited"));
        when(task.getBpmnModelElementInstance()).thenReturn(element);
        when(task.getTaskDefinitionKey()).thenReturn("Task_OpenCampaign");
        StepInput input =
                new StepInput(new OutcomeInput(Outcome.DONE, DAY, null, null, null), Map.of("invited", 12), Map.of());
        variables.putAll(Map.of("outcome", "done", "date", "2026-09-01", "invited", 12));
        new RecordStep(steps).notify(task);

        verify(steps).step(7L, "000-2", "instance", "Task_OpenCampaign", input);
        assertOnlyOutcomeIsLeft("done");

        variables.putAll(Map.of("outcome", "done", "date", "2026-09-01", "invited", "12"));
        new RecordResult(steps).notify(task);

        verify(steps).result(7L, "000-2", "instance", "Task_OpenCampaign", input);
        assertOnlyOutcomeIsLeft("done");
    }

    @Test
    void aBlockLearnsWhetherItsActivityIsClosed() {
        ActivityOutcomes outcomes = mock(ActivityOutcomes.class);
        when(outcomes.closedBefore(7L, "000-1.1.1")).thenReturn(Optional.of(Outcome.NOT_HELD));
        new LookUpOutcome(outcomes).notify(block());

        assertThat(variables).containsEntry("closed", "true").containsEntry("outcome", "not-held");
    }

    @Test
    void whatTheCallerSaysIsKept() {
        ActivityOutcomes outcomes = mock(ActivityOutcomes.class);
        variables.put("closed", "false");
        new LookUpOutcome(outcomes).notify(block());

        assertThat(variables).containsEntry("closed", "false");
        verifyNoInteractions(outcomes);
    }

    private DelegateExecution block() {
        DelegateExecution block = mock(DelegateExecution.class);
        when(block.getProcessBusinessKey()).thenReturn("7");
        when(block.getVariable(anyString())).thenAnswer(call -> variables.get(call.getArgument(0, String.class)));
        doAnswer(call -> variables.put(call.getArgument(0), call.getArgument(1)))
                .when(block)
                .setVariable(anyString(), any());
        return block;
    }

    private void assertOnlyOutcomeIsLeft(String outcome) {
        assertThat(variables).isEqualTo(Map.of("roadmapItem", "000-1.1.1", "outcome", outcome));
    }

    private static UserTask element(String item) {
        return element(item, Map.of());
    }

    private static UserTask element(String item, Map<String, String> more) {
        BpmnModelInstance model = Bpmn.createExecutableProcess("stage")
                .startEvent()
                .userTask("Task")
                .endEvent()
                .done();
        UserTask element = model.getModelElementById("Task");
        CamundaProperties properties = model.newInstance(CamundaProperties.class);
        Map<String, String> written = new HashMap<>(more);
        written.put("roadmapItem", item);
        written.forEach((name, value) -> {
            CamundaProperty property = model.newInstance(CamundaProperty.class);
            property.setCamundaName(name);
            property.setCamundaValue(value);
            properties.addChildElement(property);
        });
        element.builder().addExtensionElement(properties);
        return element;
    }
}
