package org.mentoringroadmap.matching.web;

import org.mentoringroadmap.matching.run.MatchingRuns;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What people decide on the board about two people: fixed, forbidden, advised, and taken back. */
@Controller
@RequestMapping("/matching-runs/{runId}")
class PairConstraintController {
    /**
     * What a form says of two people.
     *
     * @param reason null where the form asks for none
     */
    record Said(Long menteeId, Long mentorId, String reason) {}

    private final MatchingRuns runs;

    PairConstraintController(MatchingRuns runs) {
        this.runs = runs;
    }

    @PostMapping("/locks")
    RedirectView lock(
            @PathVariable Long runId,
            @ModelAttribute Said said,
            @ModelAttribute BoardPlace place,
            @ModelAttribute BoardFilter filter,
            RedirectAttributes flash) {
        runs.lock(runId, said.menteeId(), said.mentorId(), said.reason());
        return back(place, runId, filter, said.menteeId(), "board.saved.locked", flash);
    }

    @PostMapping("/locks/remove")
    RedirectView unlock(
            @PathVariable Long runId,
            @ModelAttribute Said said,
            @ModelAttribute BoardPlace place,
            @ModelAttribute BoardFilter filter,
            RedirectAttributes flash) {
        runs.unlock(runId, said.menteeId(), said.mentorId());
        return back(place, runId, filter, said.menteeId(), "board.saved.taken-back", flash);
    }

    @PostMapping("/vetoes")
    RedirectView veto(
            @PathVariable Long runId,
            @ModelAttribute Said said,
            @ModelAttribute BoardPlace place,
            @ModelAttribute BoardFilter filter,
            RedirectAttributes flash) {
        runs.veto(runId, said.menteeId(), said.mentorId(), said.reason());
        return back(place, runId, filter, said.menteeId(), "board.saved.forbidden", flash);
    }

    @PostMapping("/vetoes/remove")
    RedirectView unveto(
            @PathVariable Long runId,
            @ModelAttribute Said said,
            @ModelAttribute BoardPlace place,
            @ModelAttribute BoardFilter filter,
            RedirectAttributes flash) {
        runs.unveto(runId, said.menteeId(), said.mentorId());
        return back(place, runId, filter, said.menteeId(), "board.saved.taken-back", flash);
    }

    @PostMapping("/advice")
    RedirectView advise(
            @PathVariable Long runId,
            @ModelAttribute Said said,
            @ModelAttribute BoardPlace place,
            @ModelAttribute BoardFilter filter,
            RedirectAttributes flash) {
        runs.advise(runId, said.menteeId(), said.mentorId(), said.reason());
        return back(place, runId, filter, said.menteeId(), "board.saved.advised", flash);
    }

    @PostMapping("/advice/remove")
    RedirectView unadvise(
            @PathVariable Long runId,
            @ModelAttribute Said said,
            @ModelAttribute BoardPlace place,
            @ModelAttribute BoardFilter filter,
            RedirectAttributes flash) {
        runs.unadvise(runId, said.menteeId(), said.mentorId());
        return back(place, runId, filter, said.menteeId(), "board.saved.taken-back", flash);
    }

    /** To the part, the search and the page in which it was decided; at which line, the address of the form says. */
    private static RedirectView back(
            BoardPlace place, Long runId, BoardFilter filter, Long menteeId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return place.toBoard(runId, filter.back(menteeId));
    }
}
