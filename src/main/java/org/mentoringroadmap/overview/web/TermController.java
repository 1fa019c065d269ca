package org.mentoringroadmap.overview.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import org.mentoringroadmap.activity.term.TermMoves;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/** Moves the term of an activity from the year page or from the page of the activity. */
@Controller
class TermController {
    private final Programmes programmes;
    private final Terms terms;
    private final TermMoves moves;

    TermController(Programmes programmes, Terms terms, TermMoves moves) {
        this.programmes = programmes;
        this.terms = terms;
        this.moves = moves;
    }

    /**
     * Goes back to the row of the year page, or to the activity, and says there why the term was not moved.
     *
     * @param from {@code activity} for the page of the activity
     */
    @PostMapping("/programmes/{id}/activities/{item}/term")
    RedirectView move(
            @PathVariable Long id,
            @PathVariable String item,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due,
            @RequestParam(defaultValue = "") String reason,
            @RequestParam(defaultValue = "") String from,
            RedirectAttributes flash) {
        programmes.visible(id);
        if (!terms.mayMove()) {
            throw new ForbiddenException("term.forbidden");
        }
        try {
            terms.move(id, item, due, reason);
            flash.addFlashAttribute("notice", "term.moved");
        } catch (NotFoundException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("termRefusal", new TermRefusal(item, refusal, due, reason));
        }
        RedirectView back = new RedirectView(
                "activity".equals(from)
                        ? "/programmes/" + id + "/activities/"
                                + UriUtils.encodePathSegment(item, StandardCharsets.UTF_8)
                        : "/programmes/" + id + "#item-" + UriUtils.encodeFragment(item, StandardCharsets.UTF_8),
                true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExpandUriTemplateVariables(false);
        return back;
    }

    /**
     * Takes back what was moved together as the terms of the year were confirmed; goes back to the year page, which says what
     * has come of it.
     *
     * @param move what was moved together; without it nothing is found to take back
     */
    @PostMapping("/programmes/{id}/terms/take-back")
    RedirectView takeBack(@PathVariable Long id, @RequestParam(required = false) UUID move, RedirectAttributes flash) {
        try {
            flash.addFlashAttribute("termsBack", moves.takeBack(id, move));
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("termsRefusal", refusal.code());
        }
        RedirectView back = new RedirectView("/programmes/" + id, true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExpandUriTemplateVariables(false);
        return back;
    }
}
