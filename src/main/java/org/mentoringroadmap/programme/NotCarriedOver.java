package org.mentoringroadmap.programme;

/** What runs of a process cannot go over to another definition of it. */
public class NotCarriedOver extends RuntimeException {
    private final ModelUpdates.Reason reason;
    private final String element;

    /** @param element name of what is in the way */
    public NotCarriedOver(ModelUpdates.Reason reason, String element) {
        super(reason + ": " + element);
        this.reason = reason;
        this.element = element;
    }

    /** Why it stays out. */
    public ModelUpdates.Reason reason() {
        return reason;
    }

    /** Name of what is in the way, as the model writes it. */
    public String element() {
        return element;
    }
}
