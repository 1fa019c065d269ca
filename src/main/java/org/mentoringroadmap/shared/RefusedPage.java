package org.mentoringroadmap.shared;

import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.web.servlet.ModelAndView;

/** Shows a page again when its input was refused, so that nothing typed is lost. */
public final class RefusedPage {
    /** Says to reload a page; {@link #HERE} says the same on a page that is made anew already. */
    private static final String CHANGED = "error.changed";

    private static final String HERE = "error.changed-here";

    private RefusedPage() {}

    /** As {@link #of(ModelAndView, UserInputException)}, where two people changed the same and the second one was refused. */
    public static ModelAndView of(ModelAndView page, ConcurrencyFailureException collision) {
        return of(page, new ConflictException(CHANGED));
    }

    /**
     * The page with the refusal as {@code refusal}, answered with 409 for a conflict and 400 otherwise.
     *
     * @throws UserInputException the refusal itself, where nothing on the page could put it right: what is asked for does
     *     not exist, or the role may not do it
     */
    public static ModelAndView of(ModelAndView page, UserInputException refusal) {
        if (refusal instanceof NotFoundException || refusal instanceof ForbiddenException) {
            throw refusal;
        }
        page.addObject("refusal", CHANGED.equals(refusal.code()) ? new ConflictException(HERE) : refusal);
        page.setStatus(refusal instanceof ConflictException ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
        return page;
    }
}
