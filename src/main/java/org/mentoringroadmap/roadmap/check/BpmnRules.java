package org.mentoringroadmap.roadmap.check;

import java.util.List;

/** A group of rules about one kind of thing in a BPMN file. */
interface BpmnRules {

    /** All groups; their order does not matter, problems are sorted in the end. */
    List<BpmnRules> ALL = List.of(
            new ProcessRules(),
            new NamingRules(),
            new ElementTypeRules(),
            new ConditionRules(),
            new ServiceRules(),
            new SavePointRules(),
            new FlowRules(),
            new GatewayRules(),
            new UserTaskRules(),
            new FormReferenceRules(),
            new StepFieldRules(),
            new EventRules(),
            new CallActivityRules(),
            new BlockRules(),
            new RoadmapItemRules(),
            new DiagramRules());

    /**
     * Reports every breach in the file.
     *
     * @param known what exists already or comes with the same deployment
     */
    void check(BpmnFile file, ModelContext known, Findings findings);
}
