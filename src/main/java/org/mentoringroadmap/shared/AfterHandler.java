package org.mentoringroadmap.shared;

import org.springframework.web.method.HandlerMethod;

/** What happens after a handler of a page or an API has answered and before anything of its answer is sent. */
public interface AfterHandler {
    /**
     * Looks at what a handler has answered; what it throws is answered instead.
     *
     * @param arguments what the handler was called with, in the order of its parameters
     * @param answer what it returned; may be null
     */
    void answered(HandlerMethod handler, Object[] arguments, Object answer);
}
