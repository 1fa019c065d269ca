package org.mentoringroadmap.roadmap.check;

import java.io.ByteArrayInputStream;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelException;
import org.mentoringroadmap.roadmap.ModelProperties;

/** Rules about decision tables; the engine keeps their history like that of processes. */
final class DmnFileRules {

    void check(byte[] bytes, Findings findings) {
        DmnModelInstance model;
        try {
            model = Dmn.readModelFromStream(new ByteArrayInputStream(bytes));
        } catch (ModelException e) {
            findings.addForFile(ModelRule.UNREADABLE_MODEL, BpmnFile.reason(e));
            return;
        }
        NamespaceRules.checkDecisions(bytes, findings);
        model.getModelElementsByType(Decision.class).stream()
                .filter(decision -> !ModelProperties.isPresent(decision.getDomElement()
                        .getAttribute(ModelProperties.ENGINE_OF_DECISIONS, "historyTimeToLive")))
                .forEach(
                        decision -> findings.add(decision.getId(), decision.getName(), ModelRule.HISTORY_TIME_TO_LIVE));
    }
}
