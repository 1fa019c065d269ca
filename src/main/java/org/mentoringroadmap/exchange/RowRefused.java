package org.mentoringroadmap.exchange;

/**
 * A row or a cell of a file cannot be taken. Unlike other refusals it may carry what the cell says, as it never leaves
 * the import: the text goes into the report of whoever brought the file and nowhere else.
 */
final class RowRefused extends RuntimeException {
    private final String code;
    private final transient Object[] arguments;

    /** @param code key of the message bundle */
    RowRefused(String code, Object... arguments) {
        super(code, null, false, false);
        this.code = code;
        this.arguments = arguments;
    }

    /** Key of the text in the message bundles. */
    String code() {
        return code;
    }

    /** Values for the placeholders of the text. */
    Object[] arguments() {
        return arguments;
    }
}
