package org.mentoringroadmap.document.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.document.amendment.OrderAmendments;
import org.mentoringroadmap.document.amendment.PairChanges;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** What has changed in the pairs since their order, and the button that asks for the order about it. */
@Controller
@RequestMapping("/programmes/{id}/order-amendment")
class OrderAmendmentController {
    private final OrderAmendments amendments;
    private final Programmes programmes;
    private final MemberDirectory members;

    OrderAmendmentController(OrderAmendments amendments, Programmes programmes, MemberDirectory members) {
        this.amendments = amendments;
        this.programmes = programmes;
        this.members = members;
    }

    @GetMapping
    @Recorded(value = AuditAct.PAIRS_LISTED, id = "id", count = "named")
    String page(@PathVariable Long id, Model model) {
        Optional<PairChanges> changes = amendments.changes(id);
        Programme programme = programmes.visible(id);
        List<Long> named = changes.stream()
                .flatMap(one -> Stream.of(one.added(), one.changed(), one.ended()))
                .flatMap(List::stream)
                .map(Mentorship::id)
                .toList();
        model.addAttribute("programme", programme);
        model.addAttribute("changes", changes.orElse(null));
        model.addAttribute("named", named);
        model.addAttribute("members", members.of(programme.schoolId(), named));
        model.addAttribute("draft", amendments.draft(id).orElse(null));
        model.addAttribute("underWay", amendments.isUnderWay(id));
        return "document/amendment";
    }

    @PostMapping
    RedirectView begin(@PathVariable Long id, RedirectAttributes flash) {
        amendments.begin(id);
        flash.addFlashAttribute("notice", "document.saved.amendment");
        return SeeOther.to("/programmes/" + id + "/order-amendment");
    }
}
