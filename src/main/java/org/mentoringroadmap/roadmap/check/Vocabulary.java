package org.mentoringroadmap.roadmap.check;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.model.bpmn.impl.BpmnModelConstants;
import org.mentoringroadmap.roadmap.ModelProperties;
import org.mentoringroadmap.roadmap.file.XmlElement;

/**
 * What may stand in a file: the elements and, for each of them, the attributes. Whatever is not listed is refused, so that
 * nothing runs because nobody thought of it. Listed is what Modeler writes for blocks, stages and roadmaps and what only
 * draws or explains; not listed is whatever names code, a script, a rule of another file or a service outside.
 */
final class Vocabulary {

    /** Every step may be saved before or after, and says which template it was made from. */
    private static final String STEP = " id name camunda:asyncBefore camunda:asyncAfter camunda:exclusive"
            + " camunda:jobPriority camunda:modelerTemplate camunda:modelerTemplateVersion camunda:modelerTemplateIcon";

    private static final String ACTIVITY = STEP + " default isForCompensation startQuantity completionQuantity";

    private static final String FORM = " camunda:formKey camunda:formRef camunda:formRefBinding";

    private static final String COMMON_PREFIXES = """
            xsi http://www.w3.org/2001/XMLSchema-instance
            xsd http://www.w3.org/2001/XMLSchema
            modeler http://camunda.org/schema/modeler/1.0
            """;

    /** Models. Steps that the engine cannot run or skips are named here, so that a rule of their own can refuse them. */
    static final Vocabulary MODELS = new Vocabulary(
            BpmnModelConstants.BPMN20_NS,
            COMMON_PREFIXES + """
                    camunda %s
                    bpmndi http://www.omg.org/spec/BPMN/20100524/DI
                    dc http://www.omg.org/spec/DD/20100524/DC
                    di http://www.omg.org/spec/DD/20100524/DI
                    color http://www.omg.org/spec/BPMN/non-normative/color/1.0
                    bioc http://bpmn.io/schema/bpmn/biocolor/1.0
                    bpmnio http://bpmn.io/schema/bpmn
                    """.formatted(ModelProperties.ENGINE),
            Set.of("modeler", "color", "bioc"),
            """
            definitions id name targetNamespace exporter exporterVersion
            process id name isExecutable isClosed processType camunda:historyTimeToLive camunda:versionTag \
            camunda:isStartableInTasklist camunda:jobPriority camunda:modelerTemplate camunda:modelerTemplateVersion
            documentation id textFormat
            extensionElements
            incoming
            outgoing
            sequenceFlow id name sourceRef targetRef isImmediate
            conditionExpression id xsi:type
            startEvent{STEP}{FORM} isInterrupting parallelMultiple
            endEvent{STEP}
            intermediateCatchEvent{STEP} parallelMultiple
            intermediateThrowEvent{STEP}
            boundaryEvent{STEP} attachedToRef cancelActivity parallelMultiple
            userTask{ACTIVITY}{FORM} camunda:assignee camunda:candidateUsers camunda:candidateGroups camunda:dueDate \
            camunda:followUpDate camunda:priority
            serviceTask{ACTIVITY} camunda:delegateExpression
            receiveTask{ACTIVITY} messageRef instantiate
            callActivity{ACTIVITY} calledElement camunda:calledElementBinding
            subProcess{ACTIVITY} triggeredByEvent
            task{ACTIVITY}
            manualTask{ACTIVITY}
            sendTask{ACTIVITY} messageRef
            businessRuleTask{ACTIVITY}
            transaction{ACTIVITY} triggeredByEvent method
            adHocSubProcess{ACTIVITY} triggeredByEvent ordering cancelRemainingInstances
            exclusiveGateway{STEP} default gatewayDirection
            inclusiveGateway{STEP} default gatewayDirection
            parallelGateway{STEP} gatewayDirection
            eventBasedGateway{STEP} gatewayDirection instantiate eventGatewayType
            complexGateway{STEP} default gatewayDirection
            standardLoopCharacteristics id testBefore loopMaximum
            multiInstanceLoopCharacteristics id isSequential camunda:collection camunda:elementVariable \
            camunda:asyncBefore camunda:asyncAfter camunda:exclusive
            loopCardinality id xsi:type
            completionCondition id xsi:type
            timerEventDefinition id
            timeDate id xsi:type
            timeDuration id xsi:type
            timeCycle id xsi:type
            messageEventDefinition id messageRef
            signalEventDefinition id signalRef
            errorEventDefinition id errorRef
            escalationEventDefinition id escalationRef
            conditionalEventDefinition id camunda:variableName camunda:variableEvents
            condition id xsi:type
            compensateEventDefinition id activityRef waitForCompletion
            linkEventDefinition id name
            terminateEventDefinition id
            cancelEventDefinition id
            message id name
            signal id name
            error id name errorCode
            escalation id name escalationCode
            collaboration id name isClosed
            participant id name processRef
            messageFlow id name sourceRef targetRef
            laneSet id name
            childLaneSet id name
            lane id name
            flowNodeRef
            textAnnotation id textFormat
            text
            association id sourceRef targetRef associationDirection
            group id categoryValueRef
            category id name
            categoryValue id value
            dataObject id name isCollection
            dataObjectReference id name dataObjectRef
            dataStore id name
            dataStoreReference id name dataStoreRef
            camunda:properties
            camunda:property id name value
            camunda:in businessKey source sourceExpression target variables local
            camunda:out source sourceExpression target variables local
            camunda:inputOutput
            camunda:inputParameter name
            camunda:outputParameter name
            camunda:taskListener delegateExpression event id
            camunda:executionListener delegateExpression event
            camunda:failedJobRetryTimeCycle
            bpmndi:BPMNDiagram id name documentation resolution
            bpmndi:BPMNPlane id bpmnElement
            bpmndi:BPMNShape id bpmnElement isHorizontal isExpanded isMarkerVisible isMessageVisible \
            participantBandKind choreographyActivityShape
            bpmndi:BPMNEdge id bpmnElement sourceElement targetElement messageVisibleKind
            bpmndi:BPMNLabel id labelStyle
            bpmndi:BPMNLabelStyle id
            dc:Bounds x y width height
            dc:Font name size isBold isItalic isUnderline isStrikeThrough
            di:waypoint x y xsi:type
            """.replace("{STEP}", STEP).replace("{ACTIVITY}", ACTIVITY).replace("{FORM}", FORM));

    /** Decision tables: inputs, outputs, rules, and the drawing of what depends on what. */
    static final Vocabulary DECISIONS = new Vocabulary(
            "https://www.omg.org/spec/DMN/20191111/MODEL/",
            COMMON_PREFIXES + """
                    camunda %s
                    dmndi https://www.omg.org/spec/DMN/20191111/DMNDI/
                    dc http://www.omg.org/spec/DMN/20180521/DC/
                    di http://www.omg.org/spec/DMN/20180521/DI/
                    biodi http://bpmn.io/schema/dmn/biodi/1.0
                    biodi2 http://bpmn.io/schema/dmn/biodi/2.0
                    """.formatted(ModelProperties.ENGINE_OF_DECISIONS),
            Set.of("modeler", "biodi", "biodi2"),
            """
            definitions id name namespace exporter exporterVersion expressionLanguage
            description
            extensionElements
            decision id name camunda:historyTimeToLive camunda:versionTag
            variable id name typeRef
            question
            allowedAnswers
            informationRequirement id
            requiredInput href
            inputData id name
            authorityRequirement id
            requiredAuthority href
            knowledgeSource id name locationURI
            decisionTable id hitPolicy aggregation preferredOrientation outputLabel
            input id label camunda:inputVariable
            inputExpression id typeRef expressionLanguage
            inputValues id expressionLanguage
            output id label name typeRef
            outputValues id expressionLanguage
            rule id
            inputEntry id expressionLanguage
            outputEntry id expressionLanguage
            literalExpression id typeRef expressionLanguage
            annotation name
            annotationEntry
            text
            textAnnotation id textFormat
            association id associationDirection
            sourceRef href
            targetRef href
            dmndi:DMNDI
            dmndi:DMNDiagram id name
            dmndi:DMNShape id dmnElementRef isCollapsed
            dmndi:DMNEdge id dmnElementRef
            dmndi:DMNLabel id
            dmndi:Size height width
            dc:Bounds x y width height
            di:waypoint x y
            """);

    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final Set<String> namespaces = new HashSet<>(Set.of("", XML));
    private final Set<String> inert = new HashSet<>();
    private final Map<String, Set<String>> elements = new HashMap<>();

    private Vocabulary(String own, String prefixes, Set<String> inertPrefixes, String listed) {
        Map<String, String> byPrefix = new HashMap<>();
        prefixes.lines().map(line -> line.split(" ")).forEach(pair -> byPrefix.put(pair[0], pair[1]));
        namespaces.add(own);
        namespaces.addAll(byPrefix.values());
        inertPrefixes.forEach(prefix -> inert.add(byPrefix.get(prefix)));
        listed.lines().map(line -> line.split(" ")).forEach(words -> {
            Set<String> attributes = new TreeSet<>();
            Arrays.stream(words).skip(1).forEach(word -> attributes.add(qualified(word, "", byPrefix)));
            elements.put(qualified(words[0], own, byPrefix), attributes);
        });
    }

    /** Whether anything of this namespace may stand in the file; "" is what has none. */
    boolean knows(String namespace) {
        return namespaces.contains(namespace);
    }

    boolean allows(XmlElement element) {
        return elements.containsKey(qualified(element.namespace(), element.name()));
    }

    /** What modelers note for themselves may stand anywhere: engines do not read it. */
    boolean allows(XmlElement element, XmlElement.Attribute attribute) {
        return inert.contains(attribute.namespace())
                || elements.get(qualified(element.namespace(), element.name()))
                        .contains(qualified(attribute.namespace(), attribute.name()));
    }

    private static String qualified(String word, String own, Map<String, String> byPrefix) {
        int colon = word.indexOf(':');
        return colon < 0
                ? qualified(own, word)
                : qualified(byPrefix.get(word.substring(0, colon)), word.substring(colon + 1));
    }

    private static String qualified(String namespace, String name) {
        return "{" + namespace + "}" + name;
    }
}
