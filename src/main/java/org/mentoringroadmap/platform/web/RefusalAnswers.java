package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import org.mentoringroadmap.platform.ErrorAnswers;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.HttpMediaTypeNotAcceptableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.MissingRequestValueException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/** Answers what our controllers refuse. Whatever is not named here is a failure and goes to {@link ErrorPageController}. */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusalAnswers {
    private final ErrorAnswers answers;

    RefusalAnswers(ErrorAnswers answers) {
        this.answers = answers;
    }

    @ExceptionHandler
    Object input(UserInputException refused, HttpServletRequest request) {
        return withTyped(request, answers.answer(request, status(refused), refused.code(), refused.arguments()));
    }

    private static HttpStatus status(UserInputException refused) {
        if (refused instanceof ConflictException) {
            return HttpStatus.CONFLICT;
        }
        if (refused instanceof NotFoundException) {
            return HttpStatus.NOT_FOUND;
        }
        return refused instanceof ForbiddenException ? HttpStatus.FORBIDDEN : HttpStatus.BAD_REQUEST;
    }

    @ExceptionHandler
    Object denied(AccessDeniedException denied, HttpServletRequest request) {
        return answers.answer(request, HttpStatus.FORBIDDEN, "role.required");
    }

    @ExceptionHandler
    Object tooLarge(MaxUploadSizeExceededException tooLarge, HttpServletRequest request) {
        return answers.answer(request, HttpStatus.PAYLOAD_TOO_LARGE, "error.too-large");
    }

    @ExceptionHandler
    Object unknown(NoResourceFoundException unknown, HttpServletRequest request) {
        return answers.answer(request, HttpStatus.NOT_FOUND, "error.unknown");
    }

    /** A part of the path that is no id names nothing that exists; a parameter is input. */
    @ExceptionHandler
    Object mismatch(MethodArgumentTypeMismatchException mismatch, HttpServletRequest request) {
        boolean path = mismatch.getParameter().hasParameterAnnotation(PathVariable.class);
        return path
                ? answers.answer(request, HttpStatus.NOT_FOUND, "error.unknown")
                : withTyped(
                        request,
                        answers.answer(request, HttpStatus.BAD_REQUEST, "error.parameter", mismatch.getName()));
    }

    /** A parameter that a service would fail over: it was looked at when somebody asked for it. */
    @ExceptionHandler
    Object rejected(RequestRejectedException rejected, HttpServletRequest request) {
        return answers.answer(request, HttpStatus.BAD_REQUEST, "error.zero-character");
    }

    @ExceptionHandler({
        BindException.class,
        HandlerMethodValidationException.class,
        HttpMessageNotReadableException.class,
        MissingRequestValueException.class,
        MissingServletRequestPartException.class,
        MultipartException.class,
        ServletRequestBindingException.class
    })
    Object unreadable(Exception unreadable, HttpServletRequest request) {
        return answers.answer(request, HttpStatus.BAD_REQUEST, "error.input");
    }

    @ExceptionHandler({
        HttpMediaTypeNotAcceptableException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpRequestMethodNotSupportedException.class
    })
    Object unsupported(Exception unsupported, HttpServletRequest request) {
        HttpStatusCode status = ((ErrorResponse) unsupported).getStatusCode();
        return answers.answer(request, status, "error.unsupported");
    }

    /** Two people changed the same at the same time; the second one looks again. */
    @ExceptionHandler({OptimisticLockingFailureException.class, DataIntegrityViolationException.class})
    Object changedMeanwhile(Exception conflict, HttpServletRequest request) {
        return withTyped(request, answers.answer(request, HttpStatus.CONFLICT, "error.changed"));
    }

    private static Object withTyped(HttpServletRequest request, Object answer) {
        return TypedTexts.beside(answer, request, ErrorAnswers.path(request));
    }
}
