package org.mentoringroadmap.roadmap;

import java.util.List;

/**
 * A model says something that cannot be carried out, which nobody could know before it ran. An administrator reads the text
 * on the page of failures, with what the model says there; it names nobody, so it may stand in the engine's tables.
 */
public class ModelFault extends RuntimeException {
    private final String code;
    private final List<String> arguments;

    /**
     * @param code key of the text in the message bundles
     * @param arguments words of the model: labels, numbers of activities, values of its fields
     */
    public ModelFault(String code, String... arguments) {
        super(code);
        this.code = code;
        this.arguments = List.of(arguments);
    }

    /** Key of the text in the message bundles. */
    public String code() {
        return code;
    }

    /** Words of the model for the placeholders of the text. */
    public Object[] arguments() {
        return arguments.toArray();
    }
}
