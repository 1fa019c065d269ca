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
    /** What was typed and refused. */
    record Refusal(
            UserInputException why,
            String outcome,
            LocalDate date,
            String number,
            String note,
            String link,
            String reason)
            implements Serializable {}

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
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String link,
            RedirectAttributes flash) {
        try {
            ahead.record(id, item, new OutcomeInput(Outcome.find(outcome).orElse(null), date, number, note, link));
            flash.addFlashAttribute("notice", "activity.saved.ahead");
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("ahead", new Refusal(refusal, outcome, date, number, note, link, null));
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
            flash.addFlashAttribute("correction", new Refusal(refusal, null, null, null, null, null, null));
        }
        return activity(id, item);
    }

    @PostMapping("/correct")
    RedirectView correct(
            @PathVariable Long id,
            @PathVariable String item,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "") String link,
            @RequestParam(defaultValue = "") String reason,
            RedirectAttributes flash) {
        try {
            corrections.correct(
                    id, item, new OutcomeInput(Outcome.find(outcome).orElse(null), date, number, note, link), reason);
            flash.addFlashAttribute("notice", "activity.saved.correct");
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("correction", new Refusal(refusal, outcome, date, number, note, link, reason));
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
