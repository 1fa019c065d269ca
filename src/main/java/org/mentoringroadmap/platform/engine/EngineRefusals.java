package org.mentoringroadmap.platform.engine;

import jakarta.servlet.http.HttpServletRequest;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/** What the engine refuses to the acting account on a page or under {@code /api}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
class EngineRefusals {
    private final ErrorAnswers answers;

    EngineRefusals(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object denied(AuthorizationException denied, HttpServletRequest request) {
        return answers.answer(request, HttpStatus.FORBIDDEN, "role.required");
    }

    @ExceptionHandler
    Object changedMeanwhile(OptimisticLockingException conflict, HttpServletRequest request) {
        return answers.answer(request, HttpStatus.CONFLICT, "error.changed");
    }
}
