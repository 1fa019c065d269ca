package org.mentoringroadmap.matching.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.matching.RunRequest;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.preference.PreferenceCounts;
import org.mentoringroadmap.matching.preference.Preferences;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
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

/** The matching of a programme: what was proposed last, a new proposal, those of before. */
@Controller
@RequestMapping("/programmes/{id}/matching")
class MatchingController {
    private final MatchingRuns runs;
    private final Preferences preferences;
    private final Programmes programmes;
    private final SchoolClasses classes;
    private final ParticipantDirectory directory;
    private final Editions editions;

    MatchingController(
            MatchingRuns runs,
            Preferences preferences,
            Programmes programmes,
            SchoolClasses classes,
            ParticipantDirectory directory,
            Editions editions) {
        this.runs = runs;
        this.preferences = preferences;
        this.programmes = programmes;
        this.classes = classes;
        this.directory = directory;
        this.editions = editions;
    }

    @GetMapping
    String show(@PathVariable Long id, @RequestParam(defaultValue = "0") int page, Model model) {
        Optional<RunSummary> latest = runs.latest(id);
        Programme programme = programmes.visible(id);
        PreferenceCounts counts = preferences.counts(id);
        List<SchoolClass> all = classes.of(programme.schoolId(), programme.schoolYear());
        model.addAttribute("programme", programme)
                .addAttribute("latest", latest.orElse(null))
                .addAttribute("history", runs.history(id, Math.max(page, 0)))
                .addAttribute("counts", counts)
                .addAttribute("forms", editions.forms(programme, Set.of()))
                .addAttribute("classes", ofWaiting(counts, all))
                .addAttribute("classNames", all.stream().collect(Collectors.toMap(SchoolClass::id, SchoolClass::name)))
                .addAttribute("mayWrite", runs.mayWrite() && programme.state() == Programme.State.RUNNING);
        return "matching/matching";
    }

    /** The classes of the mentees that wait: teachers have none, and a class without mentees is no choice. */
    private List<SchoolClass> ofWaiting(PreferenceCounts counts, List<SchoolClass> all) {
        Set<Long> found = directory
                .of(Stream.concat(counts.menteesAnswered().stream(), counts.menteesMissing().stream())
                        .toList())
                .stream()
                .map(Participant::classId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return all.stream().filter(one -> found.contains(one.id())).toList();
    }

    @PostMapping
    RedirectView propose(
            @PathVariable Long id,
            @RequestParam(required = false) Set<String> forms,
            @RequestParam(required = false) Set<Long> classIds,
            @RequestParam(defaultValue = "false") boolean preferences,
            @ModelAttribute BoardPlace place,
            RedirectAttributes flash) {
        Set<MentoringForm> chosen = Optional.ofNullable(forms).orElse(Set.of()).stream()
                .map(MentoringForm::parse)
                .collect(Collectors.toSet());
        RunSummary run = runs.propose(id, new RunRequest(chosen, classIds, preferences));
        flash.addFlashAttribute("notice", "board.saved.proposed");
        return place.toBoard(run.id(), Map.of());
    }
}
