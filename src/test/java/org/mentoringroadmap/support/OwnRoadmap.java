package org.mentoringroadmap.support;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A roadmap of a school's own, as an administrator draws it with our element templates: a master whose stages run at the
 * same time, and in each stage a row beside the other.
 */
public final class OwnRoadmap {
    private static final String HEAD = """
            <?xml version="1.0" encoding="UTF-8"?>
            <bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:bpmndi="http://www.omg.org/spec/BPMN/20100524/DI" xmlns:dc="http://www.omg.org/spec/DD/20100524/DC" xmlns:di="http://www.omg.org/spec/DD/20100524/DI" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" id="Definitions_Own" targetNamespace="http://bpmn.io/schema/bpmn">
            """;

    private static final String YEARS = """
                    <camunda:in businessKey="#{execution.processBusinessKey}" />
                    <camunda:in sourceExpression="${execution.processBusinessKey}" target="programmeId" />
                    <camunda:in source="firstYear" target="firstYear" />
                    <camunda:in source="secondYear" target="secondYear" />
            """;

    private static final String ROW = YEARS + """
                    <camunda:in sourceExpression="${activityProperties.item(execution)}" target="roadmapItem" />
                    <camunda:in sourceExpression="${activityProperties.title(execution)}" target="title" />
                    <camunda:in sourceExpression="${activityProperties.guide(execution)}" target="guide" />
                    <camunda:in sourceExpression="${activityProperties.start(execution)}" target="start" />
                    <camunda:in sourceExpression="${activityProperties.due(execution)}" target="due" />
                    <camunda:in sourceExpression="${activityProperties.responsible(execution)}" target="responsible" />
            """;

    /** What a year begins with, and what reminds all year long. */
    private static final String OF_A_YEAR = """
            <bpmn:exclusiveGateway id="Gateway_TermsPassed" name="Есть прошедшие сроки?" default="Flow_NoTermsPassed" />
            <bpmn:userTask id="Task_ConfirmTerms" name="Подтвердить сроки года" camunda:asyncAfter="true" camunda:formKey="/tasks/terms" camunda:candidateGroups="curator" camunda:dueDate="${due}" camunda:followUpDate="${start}">
              <bpmn:documentation>Подтвердите сроки.</bpmn:documentation>
              <bpmn:extensionElements><camunda:taskListener delegateExpression="${confirmTerms}" event="complete" /></bpmn:extensionElements>
            </bpmn:userTask>
            <bpmn:exclusiveGateway id="Gateway_TermsSettled" />
            <bpmn:sequenceFlow id="Flow_ToTermsPassed" sourceRef="Start_All" targetRef="Gateway_TermsPassed" />
            <bpmn:sequenceFlow id="Flow_TermsPassed" name="да" sourceRef="Gateway_TermsPassed" targetRef="Task_ConfirmTerms">
              <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${termsPassed == 'true'}</bpmn:conditionExpression>
            </bpmn:sequenceFlow>
            <bpmn:sequenceFlow id="Flow_NoTermsPassed" name="нет" sourceRef="Gateway_TermsPassed" targetRef="Gateway_TermsSettled" />
            <bpmn:sequenceFlow id="Flow_TermsConfirmed" sourceRef="Task_ConfirmTerms" targetRef="Gateway_TermsSettled" />
            <bpmn:subProcess id="SubProcess_Deadlines" name="Контроль сроков" triggeredByEvent="true">
              <bpmn:startEvent id="Start_Deadlines" name="Наступило утро" isInterrupting="false" camunda:asyncAfter="true">
                <bpmn:timerEventDefinition><bpmn:timeCycle xsi:type="bpmn:tFormalExpression">0 0 6 * * ?</bpmn:timeCycle></bpmn:timerEventDefinition>
              </bpmn:startEvent>
              <bpmn:serviceTask id="Service_Sweep" name="Напомнить о сроках" camunda:asyncBefore="true" camunda:delegateExpression="${sweepDeadlines}" />
              <bpmn:endEvent id="End_Deadlines" name="Напоминания записаны" />
              <bpmn:sequenceFlow id="Flow_ToSweep" sourceRef="Start_Deadlines" targetRef="Service_Sweep" />
              <bpmn:sequenceFlow id="Flow_Swept" sourceRef="Service_Sweep" targetRef="End_Deadlines" />
            </bpmn:subProcess>
            """;

    private static final String NEEDS = "roadmapNeeds";

    private static final String MESSAGE = "<bpmn:message id=\"Message_NeedsMet\" name=\"NeedsMet\" />";

    private record Row(String block, String title, Map<String, String> properties) {}

    private record Stage(String number, String title, List<Row> rows) {}

    private final String id;
    private final String name;
    private final Map<String, String> properties = new LinkedHashMap<>();
    private final List<Stage> stages = new ArrayList<>();

    private OwnRoadmap(String id, String name) {
        this.id = id;
        this.name = name;
    }

    /** A roadmap without stages. */
    public static OwnRoadmap of(String id, String name) {
        return new OwnRoadmap(id, name);
    }

    /** A property of the master. */
    public OwnRoadmap with(String property, String value) {
        properties.put(property, value);
        return this;
    }

    /** A further stage; the rows that follow are its. */
    public OwnRoadmap stage(String number, String title) {
        stages.add(new Stage(number, title, new ArrayList<>()));
        return this;
    }

    /**
     * A further row; names and values of its properties follow the title, {@code in x} for what is handed in as x, and
     * {@code roadmapNeeds} for an event before the row that waits for other rows.
     */
    public OwnRoadmap row(String title, String... properties) {
        return row("activity", title, properties);
    }

    /** A row that calls another block than «Мероприятие». */
    public OwnRoadmap rowOf(String block, String title, String... properties) {
        return row(block, title, properties);
    }

    private OwnRoadmap row(String block, String title, String[] properties) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < properties.length; i += 2) {
            values.put(properties[i], properties[i + 1]);
        }
        stages.get(stages.size() - 1).rows().add(new Row(block, title, values));
        return this;
    }

    /** The files by their names. */
    public Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        List<String> calls = new ArrayList<>();
        for (int i = 0; i < stages.size(); i++) {
            Stage stage = stages.get(i);
            String process = id + "-" + (i + 1);
            List<String> rows = new ArrayList<>();
            Map<Integer, String> waits = new LinkedHashMap<>();
            for (int j = 0; j < stage.rows().size(); j++) {
                Row row = stage.rows().get(j);
                Map<String, String> properties = new LinkedHashMap<>(row.properties());
                if (properties.containsKey(NEEDS)) {
                    waits.put(j, properties.remove(NEEDS));
                }
                rows.add(call("Activity_Row" + (j + 1), row.title(), row.block(), properties, ROW, row.block()));
            }
            files.put(process + ".bpmn", process(process, stage.title(), Map.of(), "", "", rows, waits, false));
            calls.add(call(
                    "Activity_Stage" + (i + 1),
                    stage.title(),
                    process,
                    Map.of("roadmapStage", stage.number()),
                    YEARS,
                    "stage"));
        }
        files.put(
                id + ".bpmn",
                process(
                        id,
                        name,
                        properties,
                        "<bpmn:extensionElements><camunda:executionListener delegateExpression=\"${startProgramme}\" event=\"start\" />"
                                + "<camunda:executionListener delegateExpression=\"${lookUpPassedTerms}\" event=\"start\" /></bpmn:extensionElements>",
                        "<bpmn:extensionElements><camunda:executionListener delegateExpression=\"${completeProgramme}\" event=\"end\" /></bpmn:extensionElements>",
                        calls,
                        Map.of(),
                        true));
        return files;
    }

    private static String call(
            String element, String title, String process, Map<String, String> properties, String ins, String template) {
        return """
                <bpmn:callActivity id="%s" name="%s" camunda:modelerTemplate="org.mentoringroadmap.%s" calledElement="%s" camunda:calledElementBinding="latest">
                  <bpmn:documentation>Сделайте это. Результат — сделано.</bpmn:documentation>
                  <bpmn:extensionElements>%s
            %s        </bpmn:extensionElements>
                </bpmn:callActivity>
            """.formatted(element, escaped(title), template, process, properties(properties), ins);
    }

    private static String properties(Map<String, String> properties) {
        StringBuilder xml = new StringBuilder("<camunda:properties>");
        StringBuilder ins = new StringBuilder();
        properties.forEach((name, value) -> {
            if (name.startsWith("in ")) {
                ins.append("<camunda:in sourceExpression=\"%s\" target=\"%s\" />"
                        .formatted(escaped(value), name.substring("in ".length())));
            } else {
                xml.append("<camunda:property name=\"%s\" value=\"%s\" />".formatted(name, escaped(value)));
            }
        });
        return xml.append("</camunda:properties>").append(ins).toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("\"", "&quot;")
                .replace("<", "&lt;")
                .replace("\n", "&#10;");
    }

    private static String process(
            String id,
            String name,
            Map<String, String> properties,
            String atStart,
            String atEnd,
            List<String> calls,
            Map<Integer, String> waits,
            boolean master) {
        String start = master ? "camunda:formRef=\"programme-start\" camunda:formRefBinding=\"latest\" " : "";
        StringBuilder xml = new StringBuilder(HEAD);
        xml.append(
                "<bpmn:process id=\"%s\" name=\"%s\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1825D\" camunda:isStartableInTasklist=\"%s\">"
                        .formatted(id, escaped(name), master));
        xml.append("<bpmn:documentation>Своя карта школы.</bpmn:documentation>");
        if (!properties.isEmpty()) {
            xml.append("<bpmn:extensionElements>")
                    .append(properties(properties))
                    .append("</bpmn:extensionElements>");
        }
        xml.append(
                "<bpmn:startEvent id=\"Start_All\" name=\"Начато\" camunda:asyncAfter=\"true\" %s>%s</bpmn:startEvent>"
                        .formatted(start, atStart));
        xml.append("<bpmn:endEvent id=\"End_All\" name=\"Завершено\">%s</bpmn:endEvent>".formatted(atEnd));
        StringBuilder drawn = new StringBuilder(shape("Start_All", 0, 0, 36, 36) + shape("End_All", 600, 0, 36, 36));
        String first = master ? "Gateway_TermsSettled" : "Start_All";
        if (master) {
            xml.append(OF_A_YEAR);
            List.of(
                            "Gateway_TermsPassed",
                            "Task_ConfirmTerms",
                            "Gateway_TermsSettled",
                            "SubProcess_Deadlines",
                            "Start_Deadlines",
                            "Service_Sweep",
                            "End_Deadlines")
                    .forEach(element -> drawn.append(shape(element, 50, 500, 50, 50)));
            List.of(
                            "Flow_ToTermsPassed",
                            "Flow_TermsPassed",
                            "Flow_NoTermsPassed",
                            "Flow_TermsConfirmed",
                            "Flow_ToSweep",
                            "Flow_Swept")
                    .forEach(flow -> drawn.append(edge(flow)));
        }
        boolean several = calls.size() > 1;
        if (several) {
            xml.append("<bpmn:parallelGateway id=\"Gateway_Fork\" /><bpmn:parallelGateway id=\"Gateway_Join\" />");
            xml.append(flow("Flow_Start", first, "Gateway_Fork")).append(flow("Flow_End", "Gateway_Join", "End_All"));
            drawn.append(shape("Gateway_Fork", 100, 0, 50, 50)).append(shape("Gateway_Join", 500, 0, 50, 50));
            drawn.append(edge("Flow_Start")).append(edge("Flow_End"));
        }
        for (int i = 0; i < calls.size(); i++) {
            String element = calls.get(i).replaceFirst("(?s).*?id=\"([^\"]+)\".*", "$1");
            xml.append(calls.get(i));
            String before = several ? "Gateway_Fork" : first;
            if (waits.containsKey(i)) {
                xml.append(wait("Event_Wait" + i, waits.get(i)))
                        .append(flow("Flow_Wait" + i, before, "Event_Wait" + i));
                drawn.append(shape("Event_Wait" + i, 200, i * 100, 36, 36)).append(edge("Flow_Wait" + i));
                before = "Event_Wait" + i;
            }
            xml.append(flow("Flow_To" + i, before, element));
            xml.append(flow("Flow_From" + i, element, several ? "Gateway_Join" : "End_All"));
            drawn.append(shape(element, 250, i * 100, 100, 80))
                    .append(edge("Flow_To" + i))
                    .append(edge("Flow_From" + i));
        }
        return xml.append("</bpmn:process>" + (waits.isEmpty() ? "" : MESSAGE)
                        + "<bpmndi:BPMNDiagram id=\"Diagram\"><bpmndi:BPMNPlane id=\"Plane\" bpmnElement=\"")
                .append(id)
                .append("\">")
                .append(drawn)
                .append("</bpmndi:BPMNPlane></bpmndi:BPMNDiagram></bpmn:definitions>")
                .toString();
    }

    private static String wait(String id, String items) {
        return """
                <bpmn:intermediateCatchEvent id="%s" name="Готово для пункта" camunda:modelerTemplate="org.mentoringroadmap.needs">
                  <bpmn:extensionElements>%s</bpmn:extensionElements>
                  <bpmn:messageEventDefinition messageRef="Message_NeedsMet" />
                </bpmn:intermediateCatchEvent>
                """.formatted(id, properties(Map.of(NEEDS, items)));
    }

    private static String flow(String id, String from, String to) {
        return "<bpmn:sequenceFlow id=\"%s\" sourceRef=\"%s\" targetRef=\"%s\" />".formatted(id, from, to);
    }

    private static String shape(String element, int x, int y, int width, int height) {
        return "<bpmndi:BPMNShape id=\"%1$s_di\" bpmnElement=\"%1$s\"><dc:Bounds x=\"%2$d\" y=\"%3$d\" width=\"%4$d\" height=\"%5$d\" /></bpmndi:BPMNShape>"
                .formatted(element, x, y, width, height);
    }

    private static String edge(String flow) {
        return "<bpmndi:BPMNEdge id=\"%1$s_di\" bpmnElement=\"%1$s\"><di:waypoint x=\"0\" y=\"0\" /><di:waypoint x=\"10\" y=\"10\" /></bpmndi:BPMNEdge>"
                .formatted(flow);
    }
}
