package org.mentoringroadmap.platform.engine;

import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A stage that asks for many activities at the same time and waits for all of them. */
final class CrowdedStage {
    static final String KEY = "crowded-stage";

    private static final String FRAME = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" id="Definitions_Crowded" targetNamespace="http://bpmn.io/schema/bpmn">
              <bpmn:process id="crowded-stage" name="Людный этап" isExecutable="true" camunda:historyTimeToLive="P1D" camunda:isStartableInTasklist="false">
                <bpmn:startEvent id="Start_Stage" name="Этап начат" camunda:asyncAfter="true" />
                <bpmn:parallelGateway id="Gateway_Fork" />
                <bpmn:parallelGateway id="Gateway_Join" />
                <bpmn:endEvent id="End_Stage" name="Этап завершён" />
                <bpmn:sequenceFlow id="Flow_Start" sourceRef="Start_Stage" targetRef="Gateway_Fork" />
                <bpmn:sequenceFlow id="Flow_End" sourceRef="Gateway_Join" targetRef="End_Stage" />
            %s  </bpmn:process>
              <bpmndi:BPMNDiagram id="Diagram">
                <bpmndi:BPMNPlane id="Plane" bpmnElement="crowded-stage">
                  <bpmndi:BPMNShape id="Start_Stage_di" bpmnElement="Start_Stage"><dc:Bounds x="0" y="0" width="36" height="36" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Gateway_Fork_di" bpmnElement="Gateway_Fork"><dc:Bounds x="100" y="0" width="50" height="50" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="Gateway_Join_di" bpmnElement="Gateway_Join"><dc:Bounds x="400" y="0" width="50" height="50" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNShape id="End_Stage_di" bpmnElement="End_Stage"><dc:Bounds x="500" y="0" width="36" height="36" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="Flow_Start_di" bpmnElement="Flow_Start"><di:waypoint x="36" y="18" /><di:waypoint x="100" y="25" /></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_End_di" bpmnElement="Flow_End"><di:waypoint x="450" y="25" /><di:waypoint x="500" y="18" /></bpmndi:BPMNEdge>
            %s    </bpmndi:BPMNPlane>
              </bpmndi:BPMNDiagram>
            </bpmn:definitions>
            """;

    private static final String ACTIVITY = """
                <bpmn:callActivity id="Activity_Deed%1$d" name="Дело номер %1$d" calledElement="activity" camunda:calledElementBinding="latest">
                  <bpmn:documentation>Сделайте это. Результат: сделано.</bpmn:documentation>
                  <bpmn:extensionElements>
                    <camunda:properties>
                      <camunda:property name="roadmapItem" value="000-9.9.%1$d" />
                      <camunda:property name="roadmapResult" value="Сделано" />
                      <camunda:property name="roadmapStart" value="${firstYear}-06-01" />
                      <camunda:property name="roadmapDue" value="${firstYear}-08-31" />
                      <camunda:property name="roadmapResponsible" value="deputy" />
                    </camunda:properties>
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:in sourceExpression="${execution.processBusinessKey}" target="programmeId" />
                    <camunda:in source="firstYear" target="firstYear" />
                    <camunda:in source="secondYear" target="secondYear" />
                    <camunda:in sourceExpression="${activityProperties.item(execution)}" target="roadmapItem" />
                    <camunda:in sourceExpression="${activityProperties.title(execution)}" target="title" />
                    <camunda:in sourceExpression="${activityProperties.guide(execution)}" target="guide" />
                    <camunda:in sourceExpression="${activityProperties.start(execution)}" target="start" />
                    <camunda:in sourceExpression="${activityProperties.due(execution)}" target="due" />
                    <camunda:in sourceExpression="${activityProperties.responsible(execution)}" target="responsible" />
                  </bpmn:extensionElements>
                </bpmn:callActivity>
                <bpmn:sequenceFlow id="Flow_ToDeed%1$d" sourceRef="Gateway_Fork" targetRef="Activity_Deed%1$d" />
                <bpmn:sequenceFlow id="Flow_FromDeed%1$d" sourceRef="Activity_Deed%1$d" targetRef="Gateway_Join" />
            """;

    private static final String DRAWN = """
                  <bpmndi:BPMNShape id="Activity_Deed%1$d_di" bpmnElement="Activity_Deed%1$d"><dc:Bounds x="200" y="%1$d00" width="100" height="80" /></bpmndi:BPMNShape>
                  <bpmndi:BPMNEdge id="Flow_ToDeed%1$d_di" bpmnElement="Flow_ToDeed%1$d"><di:waypoint x="125" y="50" /><di:waypoint x="200" y="%1$d40" /></bpmndi:BPMNEdge>
                  <bpmndi:BPMNEdge id="Flow_FromDeed%1$d_di" bpmnElement="Flow_FromDeed%1$d"><di:waypoint x="300" y="%1$d40" /><di:waypoint x="425" y="50" /></bpmndi:BPMNEdge>
            """;

    private CrowdedStage() {}

    static String model(int activities) {
        return FRAME.formatted(each(ACTIVITY, activities), each(DRAWN, activities));
    }

    private static String each(String text, int activities) {
        return IntStream.rangeClosed(1, activities).mapToObj(text::formatted).collect(Collectors.joining());
    }
}
