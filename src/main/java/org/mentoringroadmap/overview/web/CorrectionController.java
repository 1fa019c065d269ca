package org.mentoringroadmap.overview.web;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.mentoringroadmap.activity.ActivityCorrections;
import org.mentoringroadmap.activity.Outcome;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.activity.WorkAhead;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/**
 * Records the end of an activity ahead of its turn, takes it back and corrects its record; goes back to the activity and says
 * there what was refused.
 */
@Controller
@RequestMapping("/programmes/{id}/activities/{item}")
class CorrectionController {
    /** How an activity ended, as it is typed. */
    record TypedOutcome(
            String outcome,
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            String number,
            String note,
            String link)
            implements Serializable {
        OutcomeInput input() {
            return new OutcomeInput(
                    Outcome.find(text(outcome)).orElse(null), date, text(number), text(note), text(link));
        }

        private static String text(String typed) {
            return typed == null ? "" : typed;
        }
    }

    /**
     * What was refused.
     *
     * @param typed null where nothing was
     */
    record Refusal(UserInputException why, TypedOutcome typed, String reason) implements Serializable {}

    private final ActivityCorrections corrections;
    private final WorkAhead ahead;

    CorrectionController(ActivityCorrections corrections, WorkAhead ahead) {
        this.corrections = corrections;
        this.ahead = ahead;
    }

    @PostMapping("/ahead")
    RedirectView ahead(
            @PathVariable Long id,
            @PathVariable String item,
            @ModelAttribute TypedOutcome typed,
            RedirectAttributes flash) {
        try {
            ahead.record(id, item, typed.input());
            flash.addFlashAttribute("notice", "activity.saved.ahead");
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("ahead", new Refusal(refusal, typed, null));
        }
        return activity(id, item);
    }

    @PostMapping("/take-back")
    RedirectView takeBack(@PathVariable Long id, @PathVariable String item, RedirectAttributes flash) {
        try {
            corrections.takeBack(id, item);
            flash.addFlashAttribute("notice", "activity.saved.take-back");
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("correction", new Refusal(refusal, null, null));
        }
        return activity(id, item);
    }

    @PostMapping("/correct")
    RedirectView correct(
            @PathVariable Long id,
            @PathVariable String item,
            @ModelAttribute TypedOutcome typed,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            corrections.correct(id, item, typed.input(), reason);
            flash.addFlashAttribute("notice", "activity.saved.correct");
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("correction", new Refusal(refusal, typed, reason));
        }
        return activity(id, item);
    }

    private static RedirectView activity(Long id, String item) {
        RedirectView back = new RedirectView(
                "/programmes/" + id + "/activities/" + UriUtils.encodePathSegment(item, StandardCharsets.UTF_8)
                        + "#outcome",
                true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExpandUriTemplateVariables(false);
        return back;
    }
}
