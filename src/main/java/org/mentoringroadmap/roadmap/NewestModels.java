package org.mentoringroadmap.roadmap;

import java.util.Optional;
import org.camunda.bpm.model.bpmn.instance.FlowElement;

/** The models as they were deployed last, whichever edition a year goes by. */
public interface NewestModels {
    /**
     * An element of the newest version of a process: what a running instance of an older version looks for where its own
     * element cannot be carried out, so that a corrected model cures what has failed. Empty where it is no longer there.
     */
    Optional<FlowElement> newest(FlowElement element);
}
