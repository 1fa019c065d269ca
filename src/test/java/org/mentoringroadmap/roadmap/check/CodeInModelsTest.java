package org.mentoringroadmap.roadmap.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every way to bring code along, tried at every place and in every namespace that an engine of this family obeys. Each is
 * refused and named at the element; a way or a namespace that is thought of later is one more line here.
 */
class CodeInModelsTest {

    private static final String CODE = "''.getClass().forName('java.io.File').getName()";

    private static final Set<ModelRule> RULES = EnumSet.of(
            ModelRule.NAMESPACE,
            ModelRule.VOCABULARY,
            ModelRule.SCRIPT,
            ModelRule.CODE_IN_MODEL,
            ModelRule.EXPRESSION,
            ModelRule.EXPRESSION_LANGUAGE,
            ModelRule.LISTENER,
            ModelRule.SERVICE_BEAN);

    private static final Map<String, String> NAMESPACES = Map.of(
            "camunda", "http://camunda.org/schema/1.0/bpmn",
            "activiti", "http://activiti.org/bpmn",
            "fox", "http://www.camunda.com/fox",
            "operaton", "http://operaton.org/schema/1.0/bpmn",
            "flowable", "http://flowable.org/bpmn",
            "cibseven", "http://cibseven.org/schema/1.0/bpmn");

    private final ModelChecker checker = new ModelChecker();

    static Stream<Arguments> expressions() {
        return places().entrySet().stream()
                .flatMap(place -> Stream.of("${%s}", "#{%s}", "Текст ${title} и ${%s}", "${title == %s}")
                        .map(form -> Arguments.of(place.getKey(), form.formatted(CODE), place.getValue())));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("expressions")
    void noPlaceTakesAnExpressionThatCalls(String name, String expression, Place place) {
        assertRefused(place.element(), SampleModels.text(SampleModels.STAGE), place.edit(expression));
    }

    static Stream<Arguments> ways() {
        List<String> inside = List.of(
                "<P:taskListener event='create' expression='${E}' />",
                "<P:taskListener event='create' class='java.io.File' />",
                "<P:taskListener event='create' delegateExpression='${E}' />",
                "<P:taskListener event='create'><P:script scriptFormat='juel'>${E}</P:script></P:taskListener>",
                "<P:executionListener event='start' expression='${E}' />",
                "<P:executionListener event='start' class='java.io.File' />",
                "<P:executionListener event='start'><P:script scriptFormat='juel'>${E}</P:script></P:executionListener>",
                "<P:inputOutput><P:inputParameter name='x'>${E}</P:inputParameter></P:inputOutput>",
                "<P:inputOutput><P:outputParameter name='x'>${E}</P:outputParameter></P:inputOutput>",
                "<P:inputOutput><P:inputParameter name='x'><P:list><P:value>${E}</P:value></P:list></P:inputParameter></P:inputOutput>",
                "<P:inputOutput><P:inputParameter name='x'><P:map><P:entry key='${E}' /></P:map></P:inputParameter></P:inputOutput>",
                "<P:inputOutput><P:inputParameter name='x'><P:script scriptFormat='juel' resource='x' /></P:inputParameter></P:inputOutput>",
                "<P:connector><P:connectorId>http-connector</P:connectorId></P:connector>",
                "<P:formData><P:formField id='x' defaultValue='${E}' /></P:formData>",
                "<P:formData><P:formField id='x'><P:validation><P:constraint name='validator' config='${E}' /></P:validation></P:formField></P:formData>",
                "<P:formProperty id='x' expression='${E}' />",
                "<P:field name='x' expression='${E}' />",
                "<P:field name='x'><P:expression>${E}</P:expression></P:field>",
                "<P:failedJobRetryTimeCycle>${E}</P:failedJobRetryTimeCycle>",
                "<P:errorEventDefinition errorRef='Error_NoCards' expression='${E}' />",
                "<P:properties><P:property name='x' value='${E}' /></P:properties>",
                "<P:in sourceExpression='${E}' target='x' />",
                "<P:out sourceExpression='${E}' target='x' />");
        List<String> on = List.of(
                "P:priority='${E}'",
                "P:jobPriority='${E}'",
                "P:taskPriority='${E}'",
                "P:class='java.io.File'",
                "P:expression='${E}'",
                "P:delegateExpression='${E}'",
                "P:type='shell'",
                "P:type='mail'",
                "P:topic='${E}'",
                "P:formHandlerClass='java.io.File'",
                "P:formRefVersion='${E}'",
                "P:candidateUsers='${E}'",
                "P:resultVariable='${E}'",
                "P:decisionRef='${E}'",
                "P:variableMappingClass='java.io.File'",
                "P:variableMappingDelegateExpression='${E}'");
        return NAMESPACES.entrySet().stream()
                .flatMap(namespace -> Stream.concat(
                        inside.stream()
                                .map(way -> Arguments.of(
                                        way,
                                        namespace.getKey(),
                                        "<camunda:taskListener del",
                                        with(way.replaceFirst("<P:(\\w+)", "<P:$1 xmlns:P='N'"), namespace)
                                                + "<camunda:taskListener del")),
                        on.stream()
                                .map(way -> Arguments.of(
                                        way,
                                        namespace.getKey(),
                                        "<bpmn:userTask id=\"Task_ChooseForms\"",
                                        "<bpmn:userTask id=\"Task_ChooseForms\" "
                                                + with("xmlns:P='N' " + way, namespace)))));
    }

    @ParameterizedTest(name = "{0} in {1}")
    @MethodSource("ways")
    void noWayIsOpenInAnyNamespace(String way, String prefix, String search, String replacement) {
        assertRefused("Task_ChooseForms", SampleModels.text(SampleModels.STAGE), Map.entry(search, replacement));
    }

    static Stream<Arguments> cells() {
        List<String> languages = List.of(
                "juel", "JUEL", "javascript", "groovy", "feel", "https://www.omg.org/spec/DMN/20191111/FEEL/", "");
        return Stream.of("inputExpression", "inputEntry", "outputEntry", "literalExpression")
                .flatMap(cell -> languages.stream().map(language -> Arguments.of(cell, language)));
    }

    @ParameterizedTest(name = "{0} in «{1}»")
    @MethodSource("cells")
    void noCellOfATableCalls(String cell, String language) {
        for (String code : List.of("${" + CODE + "}", "rule.getClass().forName(\"java.io.File\")")) {
            List<ModelProblem> problems = checker.check(
                    List.of(ModelFile.of("table.dmn", table(cell, language, code))), SampleModels.CONTEXT);

            assertThat(problems).as("%s", texts(problems)).anySatisfy(problem -> {
                assertThat(problem.rule()).isIn(RULES);
                assertThat(problem.elementId()).isEqualTo("Cell_" + cell);
            });
        }
    }

    /** The engine takes a file for a model by the end of its name, with a dot before it or without. */
    @ParameterizedTest
    @ValueSource(
            strings = {"stagebpmn", "stage-bpmn20.xml", "a/bpmn", "tabledmn", "table_dmn11.xml", "leaveform", "form"})
    void noNameKeepsAFileFromBeingLookedInto(String name) {
        assertThat(checker.check(List.of(ModelFile.of(name, "<a/>")), SampleModels.CONTEXT))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "casecmmn",
                "case.cmmn",
                "case-cmmn11.xml",
                "CMMN10.XML",
                "x.html",
                "x.js",
                "x.svg",
                "x.xml",
                "model.bpmn.txt",
                "a/form.json",
                "x.class",
                "README",
                "x"
            })
    void noNameBringsAnythingElse(String name) {
        assertThat(checker.check(List.of(ModelFile.of(name, "<a/>")), SampleModels.CONTEXT))
                .extracting(ModelProblem::rule)
                .containsExactly(ModelRule.FILE_KIND);
    }

    /** What stands behind a slash is a divisor, and computed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{ 1 / x.constructor.constructor(\"code\")() }}",
                "{{ x #if y.run() }}",
                "{{ {a: 1}.constructor }}",
                "{{ x.y.constructor.z }}",
                "{{ constructor }}",
                "{{ [1][1].__proto__ }}",
                "{{#if a / b.run()}}да{{/if}}",
                "{{/x.run()}}",
                "{{else x.run()}}"
            })
    void noTemplateOfAFormCalls(String text) {
        String form =
                "{\"id\":\"leave\",\"type\":\"default\",\"components\":[{\"type\":\"text\",\"id\":\"Text_One\",\"text\":\""
                        + text.replace("\"", "\\\"") + "\"}]}";

        assertThat(checker.check(List.of(ModelFile.of("leave.form", form)), SampleModels.CONTEXT))
                .extracting(ModelProblem::rule)
                .contains(ModelRule.EXPRESSION);
    }

    /** The element is named as the administrator sees it, in Russian. */
    private void assertRefused(String element, String model, Map.Entry<String, String> edit) {
        assertThat(model).contains(edit.getKey());
        List<ModelFile> deployment = new ArrayList<>(SampleModels.good());
        deployment.removeIf(file -> file.name().equals(SampleModels.STAGE));
        deployment.add(ModelFile.of(SampleModels.STAGE, model.replace(edit.getKey(), edit.getValue())));

        List<ModelProblem> problems = checker.check(deployment, SampleModels.CONTEXT);

        assertThat(problems).as("%s", texts(problems)).anySatisfy(problem -> {
            assertThat(problem.rule()).isIn(RULES);
            assertThat(problem.elementId()).isEqualTo(element);
            assertThat(problem.advice()).containsPattern("\\p{IsCyrillic}{3}");
        });
    }

    private static List<String> texts(List<ModelProblem> problems) {
        return problems.stream().map(ModelProblem::text).toList();
    }

    private static String with(String way, Map.Entry<String, String> namespace) {
        return way.replace("P:", namespace.getKey() + ":")
                .replace(":P=", ":" + namespace.getKey() + "=")
                .replace("'N'", "'" + namespace.getValue() + "'")
                .replace("${E}", "${" + CODE.replace("'", "&apos;") + "}");
    }

    private static String table(String cell, String language, String code) {
        String table = """
                <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" \
                xmlns:camunda="http://camunda.org/schema/1.0/dmn" id="Definitions_Table" name="Таблица" namespace="n">
                <decision id="table" name="Таблица" camunda:historyTimeToLive="P1D"><decisionTable id="Table_One">
                <input id="Input_Rule" label="Правило"><inputExpression id="Cell_inputExpression"><text>rule</text></inputExpression></input>
                <output id="Output_Kind" label="Вид" name="kind" />
                <rule id="Rule_One"><inputEntry id="Cell_inputEntry"><text>-</text></inputEntry>
                <outputEntry id="Cell_outputEntry"><text>1</text></outputEntry></rule></decisionTable></decision>
                <decision id="value" name="Значение" camunda:historyTimeToLive="P1D"><variable id="Variable_Value" name="value" />
                <literalExpression id="Cell_literalExpression"><text>1</text></literalExpression></decision></definitions>""";
        String said = language.isEmpty() ? "" : " expressionLanguage=\"" + language + "\"";
        return table.replaceFirst(
                "<%1$s id=\"Cell_%1$s\"><text>[^<]*".formatted(cell),
                Matcher.quoteReplacement("<%1$s id=\"Cell_%1$s\"%2$s><text>%3$s".formatted(cell, said, code)));
    }

    /** A place of the sample's stage: what stands there, and E where the expression comes to stand. */
    record Place(String element, String search, String replacement) {

        Map.Entry<String, String> edit(String expression) {
            return Map.entry(search, replacement.replace("E!", expression));
        }

        @Override
        public String toString() {
            return element;
        }
    }

    private static Map<String, Place> places() {
        String task = "Task_ChooseForms";
        Map<String, Place> places = new LinkedHashMap<>();
        places.put("name", new Place(task, "name=\"Выбрать формы\"", "name=\"E!\""));
        places.put("documentation", new Place(task, "Выберите формы", "E! "));
        places.put(
                "candidateGroups",
                new Place(task, "camunda:candidateGroups=\"deputy,curator\"", "camunda:candidateGroups=\"E!\""));
        for (String attribute : List.of("assignee", "candidateUsers", "priority", "jobPriority", "formKey")) {
            places.put(
                    attribute,
                    new Place(
                            task,
                            "camunda:candidateGroups=\"deputy,curator\"",
                            "camunda:candidateGroups=\"deputy,curator\" camunda:" + attribute + "=\"E!\""));
        }
        places.put(
                "followUpDate",
                new Place(task, "camunda:followUpDate=\"${firstYear}-05-01T08:00:00\"", "camunda:followUpDate=\"E!\""));
        places.put(
                "dueDate",
                new Place(task, "camunda:dueDate=\"${firstYear}-08-31T18:00:00\"", "camunda:dueDate=\"E!\""));
        places.put("formRef", new Place(task, "camunda:formRef=\"sample-form\"", "camunda:formRef=\"E!\""));
        places.put(
                "formRefBinding",
                new Place(task, "camunda:formRefBinding=\"latest\"", "camunda:formRefBinding=\"E!\""));
        places.put("asyncAfter", new Place("Start_Stage", "camunda:asyncAfter=\"true\"", "camunda:asyncAfter=\"E!\""));
        places.put("property", new Place(task, "value=\"Решение о формах\"", "value=\"E!\""));
        places.put(
                "delegateExpression of a listener",
                new Place(task, "delegateExpression=\"${recordOutcome}\"", "delegateExpression=\"E!\""));
        places.put("event of a listener", new Place(task, "event=\"complete\"", "event=\"E!\""));
        places.put(
                "inputParameter",
                new Place(
                        task,
                        "<camunda:taskListener del",
                        "<camunda:inputOutput><camunda:inputParameter name=\"x\">E!</camunda:inputParameter></camunda:inputOutput><camunda:taskListener del"));
        places.put(
                "outputParameter",
                new Place(
                        task,
                        "<camunda:taskListener del",
                        "<camunda:inputOutput><camunda:outputParameter name=\"E!\">1</camunda:outputParameter></camunda:inputOutput><camunda:taskListener del"));
        for (String expression : List.of("loopCardinality", "completionCondition")) {
            places.put(
                    expression,
                    new Place(
                            task,
                            "</bpmn:extensionElements>\n    </bpmn:userTask>",
                            "</bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics><bpmn:" + expression
                                    + " xsi:type=\"bpmn:tFormalExpression\">E!</bpmn:" + expression
                                    + "></bpmn:multiInstanceLoopCharacteristics>\n    </bpmn:userTask>"));
        }
        for (String attribute : List.of("collection", "elementVariable")) {
            places.put(
                    attribute,
                    new Place(
                            task,
                            "</bpmn:extensionElements>\n    </bpmn:userTask>",
                            "</bpmn:extensionElements><bpmn:multiInstanceLoopCharacteristics camunda:" + attribute
                                    + "=\"E!\" />\n    </bpmn:userTask>"));
        }
        places.put("condition", new Place("Flow_Wanted", "${outcome == 'done'}", "E!"));
        places.put("name of a flow", new Place("Flow_Wanted", "name=\"да\"", "name=\"E!\""));
        places.put("timeDuration", new Place("Event_Waited", "P7D", "E!"));
        for (String timer : List.of("timeDate", "timeCycle")) {
            places.put(
                    timer,
                    new Place(
                            "Event_Waited",
                            "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P7D</bpmn:timeDuration>",
                            "<bpmn:%1$s xsi:type=\"bpmn:tFormalExpression\">E!</bpmn:%1$s>".formatted(timer)));
        }
        places.put(
                "condition of an event",
                new Place(
                        "Event_Waited",
                        "<bpmn:timerEventDefinition>\n        <bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P7D</bpmn:timeDuration>\n      </bpmn:timerEventDefinition>",
                        "<bpmn:conditionalEventDefinition><bpmn:condition xsi:type=\"bpmn:tFormalExpression\">E!</bpmn:condition></bpmn:conditionalEventDefinition>"));
        places.put("message", new Place("Message_Signed", "name=\"DocumentSignedOnPaper\"", "name=\"E!\""));
        places.put("errorCode", new Place("Error_NoCards", "errorCode=\"NO_CARDS\"", "errorCode=\"E!\""));
        places.put(
                "signal",
                new Place(
                        "Signal_One",
                        "<bpmn:message id",
                        "<bpmn:signal id=\"Signal_One\" name=\"E!\" /><bpmn:message id"));
        places.put(
                "escalation",
                new Place(
                        "Escalation_One",
                        "<bpmn:message id",
                        "<bpmn:escalation id=\"Escalation_One\" name=\"Подъём\" escalationCode=\"E!\" /><bpmn:message id"));
        places.put(
                "delegateExpression of a service",
                new Place(
                        "Service_Cards",
                        "camunda:delegateExpression=\"${generateDraft}\"",
                        "camunda:delegateExpression=\"E!\""));
        places.put(
                "failedJobRetryTimeCycle",
                new Place(
                        "Service_Cards",
                        "<camunda:failedJobRetryTimeCycle>PT5S,PT1M",
                        "<camunda:failedJobRetryTimeCycle>E!"));
        places.put(
                "calledElement",
                new Place("Activity_Order", "calledElement=\"document-approval\"", "calledElement=\"E!\""));
        places.put(
                "calledElementBinding",
                new Place(
                        "Activity_Order",
                        "calledElement=\"document-approval\" camunda:calledElementBinding=\"latest\"",
                        "calledElement=\"document-approval\" camunda:calledElementBinding=\"E!\""));
        places.put(
                "businessKey",
                new Place("Activity_Order", "businessKey=\"#{execution.processBusinessKey}\"", "businessKey=\"E!\""));
        places.put(
                "sourceExpression",
                new Place("Activity_Order", "sourceExpression=\"order-implementation\"", "sourceExpression=\"E!\""));
        places.put("source", new Place("Activity_Order", "source=\"secondYear\"", "source=\"E!\""));
        places.put("target", new Place("Activity_Order", "target=\"documentType\"", "target=\"E!\""));
        places.put(
                "out",
                new Place(
                        "Activity_Order",
                        "target=\"documentType\" />",
                        "target=\"documentType\" /><camunda:out sourceExpression=\"E!\" target=\"x\" />"));
        places.put(
                "historyTimeToLive",
                new Place(
                        "sample-roadmap-1-conditions",
                        "camunda:historyTimeToLive=\"P1825D\"",
                        "camunda:historyTimeToLive=\"E!\""));
        places.put(
                "versionTag",
                new Place(
                        "sample-roadmap-1-conditions",
                        "camunda:historyTimeToLive=\"P1825D\"",
                        "camunda:historyTimeToLive=\"P1825D\" camunda:versionTag=\"E!\""));
        places.put(
                "name of the process",
                new Place("sample-roadmap-1-conditions", "name=\"Подготовка условий\"", "name=\"E!\""));
        places.put(
                "annotation",
                new Place(
                        "Note_One",
                        "</bpmn:process>",
                        "<bpmn:textAnnotation id=\"Note_One\"><bpmn:text>E!</bpmn:text></bpmn:textAnnotation></bpmn:process>"));
        return places;
    }
}
