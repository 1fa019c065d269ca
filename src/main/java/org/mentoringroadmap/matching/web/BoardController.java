package org.mentoringroadmap.matching.web;

import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.matching.ConfirmationResult;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The board of one run, and the ways on from it: matched anew, confirmed. */
@Controller
@RequestMapping("/matching-runs/{runId}")
class BoardController {
    private final MatchingRuns runs;
    private final BoardViews views;
    private final GroupChoices groups;
    private final Programmes programmes;

    BoardController(MatchingRuns runs, BoardViews views, GroupChoices groups, Programmes programmes) {
        this.runs = runs;
        this.views = views;
        this.groups = groups;
        this.programmes = programmes;
    }

    @Recorded(value = AuditAct.BOARD_OPENED, id = "runId", count = "b.found")
    @GetMapping
    String board(@PathVariable Long runId, @ModelAttribute BoardFilter filter, Model model) {
        BoardView view = views.of(runId, filter, new BoardPlace(null, null, null));
        model.addAttribute("b", view)
                .addAttribute("programme", programmes.get(view.run().programmeId()));
        return "matching/board";
    }

    /** @param chosen whether the form asked if preferences are weighed; otherwise it stays as it was */
    @PostMapping("/rerun")
    RedirectView rerun(
            @PathVariable Long runId,
            @RequestParam(defaultValue = "false") boolean chosen,
            @RequestParam(defaultValue = "false") boolean preferences,
            @ModelAttribute BoardPlace place,
            @ModelAttribute BoardFilter filter,
            RedirectAttributes flash) {
        RunSummary next = chosen ? runs.rerun(runId, preferences) : runs.rerun(runId);
        flash.addFlashAttribute("notice", "board.saved.rerun");
        return place.toBoard(next.id(), filter.parameters());
    }

    @Recorded(value = AuditAct.BOARD_OPENED, id = "runId", count = "b.found")
    @GetMapping("/confirm")
    String summary(@PathVariable Long runId, @ModelAttribute BoardPlace place, Model model) {
        BoardView view = views.of(runId, BoardFilter.ALL, place);
        model.addAttribute("b", view)
                .addAttribute("programme", programmes.get(view.run().programmeId()))
                .addAttribute("choices", groups.of(runId));
        return "matching/confirm";
    }

    @PostMapping("/confirm")
    RedirectView confirm(
            @PathVariable Long runId,
            @RequestParam(required = false) Set<Long> groupedMentorIds,
            @ModelAttribute BoardPlace place,
            RedirectAttributes flash) {
        ConfirmationResult confirmed = runs.confirm(runId, groupedMentorIds == null ? Set.of() : groupedMentorIds);
        flash.addFlashAttribute(
                "notice", confirmed.left() > 0 ? "board.saved.confirmed-left" : "board.saved.confirmed");
        return place.isTask()
                ? place.toBoard(runId, Map.of())
                : SeeOther.to("/programmes/" + runs.get(runId).programmeId() + "/pairs");
    }
}
