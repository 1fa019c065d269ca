package org.mentoringroadmap.overview.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.mentoringroadmap.activity.term.OpenTerms;
import org.mentoringroadmap.activity.term.ProposedTerm;
import org.mentoringroadmap.activity.term.TermMoves;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.context.MessageSource;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;
import org.springframework.web.util.UriUtils;

/** Moves the term of an activity from the year page or from the page of the activity. */
@Controller
class TermController {
    private static final String TERM = "/programmes/{id}/activities/{item}/term";
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    /**
     * A term as it is typed.
     *
     * @param from {@code activity} for the page of the activity
     */
    record TypedTerm(
            @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate due, String reason, String from) {
        TypedTerm {
            reason = reason == null ? "" : reason;
            from = from == null ? "" : from;
        }
    }

    private final Programmes programmes;
    private final Terms terms;
    private final TermMoves moves;
    private final MessageSource messages;

    TermController(Programmes programmes, Terms terms, TermMoves moves, MessageSource messages) {
        this.programmes = programmes;
        this.terms = terms;
        this.moves = moves;
        this.messages = messages;
    }

    /** Goes back to the row of the year page, or to the activity, and says there why the term was not moved. */
    @PostMapping(
            path = TERM,
            params = {"!together", "!accepted"})
    ModelAndView move(
            @PathVariable Long id,
            @PathVariable String item,
            @ModelAttribute TypedTerm typed,
            RedirectAttributes flash) {
        programmes.visible(id);
        if (!terms.mayMove()) {
            throw new ForbiddenException("term.forbidden");
        }
        try {
            terms.move(id, item, typed.due(), typed.reason());
            flash.addFlashAttribute("notice", "term.moved");
        } catch (NotFoundException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("termRefusal", new TermRefusal(item, refusal, typed.due(), typed.reason()));
        }
        return back(id, item, typed.from());
    }

    /** Shows what would move along; nothing is stored yet. */
    @PostMapping(path = TERM, params = "together")
    ModelAndView together(
            @PathVariable Long id,
            @PathVariable String item,
            @ModelAttribute TypedTerm typed,
            RedirectAttributes flash) {
        try {
            return page(id, item, typed);
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("termRefusal", new TermRefusal(item, refusal, typed.due(), typed.reason()));
            return back(id, item, typed.from());
        }
    }

    /**
     * Moves what was shown; where something else would move by now, that is shown instead.
     *
     * @param shown what moves along and until when, {@code 1.2.3=2025-10-01}
     */
    @PostMapping(path = TERM, params = "accepted")
    ModelAndView accepted(
            @PathVariable Long id,
            @PathVariable String item,
            @ModelAttribute TypedTerm typed,
            @RequestParam(defaultValue = "") List<String> shown,
            RedirectAttributes flash) {
        try {
            String others =
                    messages.getMessage("term.reason.following", new Object[] {RoadmapItems.printed(item)}, RUSSIAN);
            moves.move(id, item, typed.due(), typed.reason(), others, days(shown));
            flash.addFlashAttribute("notice", "term.moved-together");
            return back(id, item, "");
        } catch (NotFoundException | ForbiddenException e) {
            throw e;
        } catch (ConflictException changed) {
            return page(id, item, typed).addObject("refusal", changed);
        } catch (UserInputException refusal) {
            flash.addFlashAttribute("termRefusal", new TermRefusal(item, refusal, typed.due(), typed.reason()));
            return back(id, item, typed.from());
        }
    }

    private ModelAndView page(Long id, String item, TypedTerm typed) {
        List<ProposedTerm> following = moves.following(id, item, typed.due(), typed.reason());
        OpenTerms open = terms.open(id);
        return new ModelAndView("overview/term-following")
                .addObject("programme", programmes.visible(id))
                .addObject(
                        "row",
                        open.all().stream()
                                .filter(term -> term.activity().items().contains(item))
                                .findFirst()
                                .orElseThrow(() -> new NotFoundException("term.unknown")))
                .addObject("item", item)
                .addObject("due", typed.due())
                .addObject("reason", typed.reason())
                .addObject("from", typed.from())
                .addObject("following", following)
                .addObject("lessonsEnd", open.lessonsEnd());
    }

    private static Map<String, LocalDate> days(List<String> shown) {
        Map<String, LocalDate> days = new HashMap<>();
        for (String each : shown) {
            String[] parts = each.split("=", 2);
            try {
                days.put(parts[0], LocalDate.parse(parts.length == 2 ? parts[1] : ""));
            } catch (DateTimeParseException e) {
                throw new ConflictException("term.following.changed");
            }
        }
        return days;
    }

    private static ModelAndView back(Long id, String item, String from) {
        RedirectView back = new RedirectView(
                "activity".equals(from)
                        ? "/programmes/" + id + "/activities/"
                                + UriUtils.encodePathSegment(item, StandardCharsets.UTF_8)
                        : "/programmes/" + id + "#item-" + UriUtils.encodeFragment(item, StandardCharsets.UTF_8),
                true);
        back.setStatusCode(HttpStatus.SEE_OTHER);
        back.setExpandUriTemplateVariables(false);
        return new ModelAndView(back);
    }

    /**
     * Takes back what was moved together; goes back to the year page, which says what
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
