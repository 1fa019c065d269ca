package org.mentoringroadmap.mentorship.web;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.proposal.MentorProposals;
import org.mentoringroadmap.mentorship.search.MentorSearch;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.data.domain.Page;
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
class SearchController {
    private final MentorshipManagement management;
    private final MentorSearches searches;
    private final MentorProposals proposals;
    private final MentorshipProcess process;
    private final ParticipantDirectory directory;
    private final SchoolClasses classes;
    private final Tasks tasks;
    private final CurrentUser user;

    SearchController(
            MentorshipManagement management,
            MentorSearches searches,
            MentorProposals proposals,
            MentorshipProcess process,
            ParticipantDirectory directory,
            SchoolClasses classes,
            Tasks tasks,
            CurrentUser user) {
        this.management = management;
        this.searches = searches;
        this.proposals = proposals;
        this.process = process;
        this.directory = directory;
        this.classes = classes;
        this.tasks = tasks;
        this.user = user;
    }

    @Recorded(value = AuditAct.SEARCHES_LISTED, id = "id", count = "found")
    @GetMapping
    String list(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "SEARCHING") String state,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "") String menteeQuery,
            @RequestParam(required = false) List<Long> menteeIds,
            Model model) {
        Programme programme = management.visible(id);
        Optional<MentorSearch.State> chosen = Arrays.stream(MentorSearch.State.values())
                .filter(one -> one.name().equals(state))
                .findFirst();
        boolean running = programme.state() == Programme.State.RUNNING;
        boolean mayWrite = running && management.mayWrite();
        Page<MentorSearch> found = searches.find(id, q, chosen, page);
        Map<Long, Long> proposed = proposals.waiting(found.map(MentorSearch::id).toList());
        model.addAttribute("programme", programme)
                .addAttribute("found", found)
                .addAttribute("proposed", proposed)
                .addAttribute("proposalTasks", proposed.isEmpty() ? Map.of() : myProposalTasks(id))
                .addAttribute("people", people(found.getContent(), proposed.values()))
                .addAttribute("states", MentorSearch.State.values())
                .addAttribute("carriedOver", running ? 0L : searches.count(id, MentorSearch.State.CARRIED_OVER))
                .addAttribute("q", q)
                .addAttribute("state", chosen.map(Enum::name).orElse("ALL"))
                .addAttribute("mayWrite", mayWrite)
                .addAttribute("maySupport", mayWrite || running && user.has(Role.PSYCHOLOGIST));
        offer(programme, mayWrite, menteeQuery, menteeIds, model);
        return "mentorship/searches";
    }

    /** The tasks that the acting account may open, by the search; who may write here need not be who decides. */
    private Map<Long, String> myProposalTasks(Long programmeId) {
        Set<String> open = tasks.ofProgramme(programmeId).stream()
                .filter(task -> task.isOpenTo(user))
                .map(OpenTask::id)
                .collect(Collectors.toSet());
        Map<Long, String> mine = new HashMap<>(process.proposalTasks(programmeId));
        mine.values().retainAll(open);
        return mine;
    }

    /** Whoever is looked for and whoever is proposed. */
    private Map<Long, Participant> people(List<MentorSearch> found, Collection<Long> mentors) {
        List<Long> ids = Stream.concat(
                        found.stream().flatMap(search -> search.participantId().stream()), mentors.stream())
                .toList();
        return directory.of(ids).stream().collect(Collectors.toMap(Participant::id, Function.identity()));
    }

    private void offer(Programme programme, boolean mayWrite, String text, List<Long> chosen, Model model) {
        model.addAttribute("menteeQuery", text)
                .addAttribute(
                        "mentees",
                        mayWrite
                                ? management.candidates(
                                        programme.id(),
                                        ParticipantRole.MENTEE,
                                        text,
                                        chosen == null ? List.of() : chosen)
                                : List.of())
                .addAttribute(
                        "classNames",
                        classes.of(programme.schoolId(), programme.schoolYear()).stream()
                                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name)));
    }

    @PostMapping
    RedirectView add(
            @PathVariable Long id,
            @RequestParam(defaultValue = "false") boolean supportNeeded,
            @RequestParam(required = false) List<Long> menteeIds,
            RedirectAttributes flash) {
        if (menteeIds == null || menteeIds.isEmpty()) {
            searches.add(id, supportNeeded);
        } else {
            searches.addAll(id, supportNeeded, menteeIds);
        }
        flash.addFlashAttribute("notice", "search.saved.added");
        return toList(id);
    }

    @Recorded(value = AuditAct.CANDIDATES_LISTED, id = "id", count = "mentees", facts = "search=searchId")
    @GetMapping("/{searchId}/mentee")
    String mentee(
            @PathVariable Long id,
            @PathVariable Long searchId,
            @RequestParam(defaultValue = "") String menteeQuery,
            @RequestParam(required = false) List<Long> menteeIds,
            Model model) {
        Programme programme = management.writable(id);
        model.addAttribute("programme", programme).addAttribute("search", searches.get(id, searchId));
        offer(programme, true, menteeQuery, menteeIds, model);
        return "mentorship/search-mentee";
    }

    @PostMapping("/{searchId}/mentee")
    RedirectView name(
            @PathVariable Long id,
            @PathVariable Long searchId,
            @RequestParam(required = false) List<Long> menteeIds,
            RedirectAttributes flash) {
        if (menteeIds == null || menteeIds.size() != 1) {
            throw new UserInputException("search.mentee");
        }
        searches.name(id, searchId, menteeIds.get(0));
        flash.addFlashAttribute("notice", "search.saved.named");
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
