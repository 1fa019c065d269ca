package org.mentoringroadmap.programme;

import java.util.Map;

/** Processes of a programme that a message of ours starts, beside its stages. */
public interface Lifecycles {
    /**
     * Starts one, with the rights of the application, as the programme's edition has it.
     *
     * @param process id of the process
     * @param message name of the message that it waits for
     * @param variables what it is told beside the programme
     */
    void start(Programme programme, String process, String message, Map<String, ?> variables);
}
