package org.mentoringroadmap.mentorship.web;

import java.util.Arrays;
import java.util.Optional;
import org.mentoringroadmap.mentorship.MentorSearch;
import org.mentoringroadmap.mentorship.MentorSearches;
import org.mentoringroadmap.mentorship.PairBook;
import org.mentoringroadmap.programme.CurrentUser;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Role;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The searches for mentors of a programme. */
@Controller
@RequestMapping("/programmes/{id}/searches")
class SearchPages {
    private final PairBook book;
    private final MentorSearches searches;
    private final CurrentUser user;

    SearchPages(PairBook book, MentorSearches searches, CurrentUser user) {
        this.book = book;
        this.searches = searches;
        this.user = user;
    }

    @GetMapping
    String list(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "SEARCHING") String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Programme programme = book.visible(id);
        Optional<MentorSearch.State> chosen = Arrays.stream(MentorSearch.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        boolean running = programme.state() == Programme.State.RUNNING;
        boolean mayWrite = running && book.mayWrite();
        model.addAttribute("programme", programme)
                .addAttribute("found", searches.find(id, q, chosen, page))
                .addAttribute("states", MentorSearch.State.values())
                .addAttribute("q", q)
                .addAttribute("state", chosen.map(Enum::name).orElse("ALL"))
                .addAttribute("mayWrite", mayWrite)
                .addAttribute("maySupport", mayWrite || running && user.has(Role.PSYCHOLOGIST));
        return "mentorship/searches";
    }

    @PostMapping
    RedirectView add(
            @PathVariable Long id,
            @RequestParam(defaultValue = "false") boolean supportNeeded,
            RedirectAttributes flash) {
        searches.add(id, supportNeeded);
        flash.addFlashAttribute("notice", "search.saved.added");
        return toList(id);
    }

    @PostMapping("/{searchId}/stop")
    RedirectView stop(
            @PathVariable Long id,
            @PathVariable Long searchId,
            @RequestParam(required = false) String reason,
            RedirectAttributes flash) {
        searches.stop(id, searchId, reason);
        flash.addFlashAttribute("notice", "search.saved.stopped");
        return toList(id);
    }

    @PostMapping("/{searchId}/supported")
    RedirectView supported(@PathVariable Long id, @PathVariable Long searchId, RedirectAttributes flash) {
        searches.supported(id, searchId);
        flash.addFlashAttribute("notice", "search.saved.supported");
        return toList(id);
    }

    private static RedirectView toList(Long programmeId) {
        return SeeOther.to("/programmes/" + programmeId + "/searches");
    }
}
