package org.mentoringroadmap.matching.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.run.Board;
import org.mentoringroadmap.matching.run.LeftMentee;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.MentorPlace;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.Recorded;
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

/** A pair by hand: a mentor is chosen for one mentee, and what that costs everybody else is told before. */
@Controller
@RequestMapping("/matching-runs/{runId}/mentees/{menteeId}")
class HandPairController {
    private static final int OFFERED = 50;

    private final MatchingRuns runs;
    private final Programmes programmes;
    private final SchoolClasses classes;

    HandPairController(MatchingRuns runs, Programmes programmes, SchoolClasses classes) {
        this.runs = runs;
        this.programmes = programmes;
        this.classes = classes;
    }

    @Recorded(value = AuditAct.CANDIDATES_OF_MENTEE_OPENED, id = "menteeId", count = "found", facts = "run=runId")
    @GetMapping
    String choose(
            @PathVariable Long runId,
            @PathVariable Long menteeId,
            @RequestParam(required = false) Long mentorId,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute BoardPlace place,
            Model model) {
        Board board = runs.board(runId);
        Programme programme = programmes.get(board.run().programmeId());
        boolean proposed =
                programme.state() == Programme.State.RUNNING && board.run().state() == RunState.PROPOSED;
        List<MentorPlace> found = board.mentors().stream()
                .filter(one -> ParticipantDirectory.nameKey(
                                one.mentor().person().fullName())
                        .contains(ParticipantDirectory.nameKey(q)))
                .toList();
        String path = BoardPlace.path(runId) + "/mentees/" + menteeId;
        List<MentorPlace> offered = found.subList(0, Math.min(OFFERED, found.size()));
        model.addAttribute("run", board.run())
                .addAttribute("programme", programme)
                .addAttribute("place", place)
                .addAttribute("board", place.address(place.pathOf(runId), Map.of("at", menteeId)) + "#pair-" + menteeId)
                .addAttribute("path", path)
                .addAttribute("everybody", place.address(path, Map.of()))
                .addAttribute("mentee", mentee(board, menteeId))
                .addAttribute("present", present(board, menteeId))
                .addAttribute("forbidden", forbidden(board, menteeId))
                .addAttribute("found", offered)
                .addAttribute("links", links(offered, path, q, place))
                .addAttribute("more", Math.max(0, found.size() - OFFERED))
                .addAttribute("q", q)
                .addAttribute("classNames", classNames(programme))
                .addAttribute("mayWrite", proposed && runs.mayWrite())
                .addAttribute("mayVeto", proposed && runs.mayVeto());
        if (mentorId != null) {
            model.addAttribute("mentor", mentor(board, mentorId))
                    .addAttribute("cost", runs.costOf(runId, menteeId, mentorId));
        }
        return "matching/hand";
    }

    /** Fixed, and the others matched anew around it. */
    @PostMapping
    RedirectView pair(
            @PathVariable Long runId,
            @PathVariable Long menteeId,
            @RequestParam Long mentorId,
            @RequestParam(defaultValue = "") String reason,
            @ModelAttribute BoardPlace place,
            RedirectAttributes flash) {
        runs.lock(runId, menteeId, mentorId, reason);
        Long next = runs.rerun(runId).id();
        flash.addFlashAttribute("notice", "board.saved.by-hand");
        return place.toBoard(next, Map.of("at", menteeId));
    }

    private Map<Long, String> classNames(Programme programme) {
        return classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
    }

    /** By mentor: where the page tells what this one would cost. */
    private static Map<Long, String> links(List<MentorPlace> offered, String path, String q, BoardPlace place) {
        return offered.stream()
                .map(one -> one.mentor().id())
                .collect(Collectors.toMap(
                        id -> id, id -> place.address(path, Map.of("mentorId", id, "q", q)) + "#cost"));
    }

    private static Participant mentee(Board board, Long id) {
        return Stream.concat(
                        board.pairs().stream().map(ProposedPair::mentee),
                        board.left().stream().map(LeftMentee::mentee))
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("matching.person-unknown"));
    }

    private static Participant mentor(Board board, Long id) {
        return board.mentors().stream()
                .map(MentorPlace::mentor)
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundException("matching.person-unknown"));
    }

    /** The mentor whom the run proposes; null for a mentee who is left. */
    private static Participant present(Board board, Long menteeId) {
        return board.pairs().stream()
                .filter(pair -> pair.mentee().id().equals(menteeId))
                .map(ProposedPair::mentor)
                .findFirst()
                .orElse(null);
    }

    private static List<Long> forbidden(Board board, Long menteeId) {
        return board.marks().stream()
                .filter(constraint -> constraint.kind() == PairConstraintView.Kind.VETO)
                .filter(constraint -> constraint.mentee().id().equals(menteeId))
                .map(constraint -> constraint.mentor().id())
                .toList();
    }
}
