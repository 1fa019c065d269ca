package org.mentoringroadmap.mentorship.process;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.builder.CallActivityBuilder;
import org.camunda.bpm.model.bpmn.instance.ExtensionElements;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperty;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.meeting.MeetingStatistics;

class RecordOpenMentorshipsTest {
    private final MeetingStatistics statistics = mock(MeetingStatistics.class);
    private final DelegateExecution execution = mock(DelegateExecution.class);

    @Test
    void readsTheWatchesFromTheStage() {
        CallActivityBuilder trial = Bpmn.createExecutableProcess("stage")
                .startEvent()
                .callActivity("Activity_Trial")
                .calledElement("meetings-watch");
        item(trial, "000-6.1.2", "trial");
        CallActivityBuilder other = trial.callActivity("Activity_Points").calledElement("control-points");
        item(other, "000-6.2.1", "december");
        CallActivityBuilder last = other.callActivity("Activity_Final").calledElement("meetings-watch");
        item(last, "000-6.1.5", "final");
        BpmnModelInstance stage = last.endEvent().done();
        when(execution.getBpmnModelInstance()).thenReturn(stage);
        when(execution.getProcessBusinessKey()).thenReturn("7");
        when(execution.getProcessInstanceId()).thenReturn("instance");
        when(execution.getCurrentActivityId()).thenReturn("Service_RecordOpenMentorships");

        new RecordOpenMentorships(statistics).execute(execution);

        verify(statistics)
                .closeOpen(
                        7L,
                        "instance",
                        "Service_RecordOpenMentorships",
                        Map.of("000-6.1.2", MeetingKind.TRIAL, "000-6.1.5", MeetingKind.FINAL));
    }

    private static void item(CallActivityBuilder call, String item, String kind) {
        ExtensionElements extensions = call.getElement().getModelInstance().newInstance(ExtensionElements.class);
        call.getElement().setExtensionElements(extensions);
        CamundaIn in = extensions.addExtensionElement(CamundaIn.class);
        in.setCamundaSourceExpression(kind);
        in.setCamundaTarget("meetingKind");
        CamundaProperties properties = extensions.addExtensionElement(CamundaProperties.class);
        CamundaProperty property = call.getElement().getModelInstance().newInstance(CamundaProperty.class);
        property.setCamundaName("roadmapItem");
        property.setCamundaValue(item);
        properties.addChildElement(property);
    }
}
