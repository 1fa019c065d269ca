package org.mentoringroadmap.activity.web;

import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Shows a page again when its input was refused, so that nothing typed is lost. */
final class Refusals {
    private Refusals() {}

    /** The page with the refusal; what cannot be put right on the page flies on to the error page. */
    static ModelAndView on(ModelAndView page, UserInputException refusal) {
        if (refusal instanceof NotFoundException || refusal instanceof ForbiddenException) {
            throw refusal;
        }
        page.addObject("refusal", refusal);
        page.setStatus(refusal instanceof ConflictException ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
        return page;
    }
}
