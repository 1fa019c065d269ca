package org.mentoringroadmap.roadmap.compare;

import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.mentoringroadmap.roadmap.ElementChange;

/** How two versions of a file differ: a model, a table of decisions or a form. */
public final class FileChanges {
    private FileChanges() {}

    /**
     * Every element that the two do not have alike: steps of a model, rows and columns of a table, fields of a form.
     *
     * @param file name of the file, whose ending says what it is
     */
    public static List<ElementChange> between(String file, byte[] before, byte[] after) {
        if (file.endsWith(".form")) {
            return FormElements.between(before, after);
        }
        return file.endsWith(".dmn")
                ? ElementChange.between(TableElements.of(before), TableElements.of(after))
                : ElementChange.between(model(before), model(after));
    }

    private static BpmnModelInstance model(byte[] content) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(content));
    }
}
