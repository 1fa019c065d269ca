package org.mentoringroadmap.matching.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.mentoringroadmap.matching.PresentMentorships;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/**
 * The pages of the tasks «сопоставить анкеты» and «решить, кто с кем»: the newest board, and the end of the task. A school
 * that keeps its registers elsewhere types the figures.
 */
@Controller
class MatchingTaskController {
    /** Page of the first pass; the models name it as form key. */
    static final String COMPARE = "/tasks/matching";

    /** Page of the decision; the models name it as form key. */
    static final String DECIDE = "/tasks/pairs";

    static final Set<String> PATHS = Set.of(COMPARE, DECIDE);

    private static final Map<String, List<String>> FIGURES = Map.of(
            COMPARE, List.of("mentees", "mentors", "candidates"),
            DECIDE, List.of("pairs", "groups", "unmatched", "supportNeeded"));

    private final TaskPage pages;
    private final MatchingRuns runs;
    private final PresentMentorships present;
    private final BoardViews views;
    private final WaitingPeople waiting;
    private final Programmes programmes;

    MatchingTaskController(
            TaskPage pages,
            MatchingRuns runs,
            PresentMentorships present,
            BoardViews views,
            WaitingPeople waiting,
            Programmes programmes) {
        this.pages = pages;
        this.runs = runs;
        this.present = present;
        this.views = views;
        this.waiting = waiting;
        this.programmes = programmes;
    }

    @Recorded(value = AuditAct.TASK_PEOPLE_LISTED, id = "taskId", count = "b.found")
    @GetMapping({COMPARE, DECIDE})
    ModelAndView show(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @ModelAttribute BoardFilter filter) {
        return page(task(taskId), callbackUrl, filter, OutcomeFields.doneOn(pages.today()));
    }

    @PostMapping({COMPARE, DECIDE})
    ModelAndView complete(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam(required = false) Set<Long> support,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        OpenTask task = task(taskId);
        Set<Long> helped = support == null ? Set.of() : support;
        return pages.complete(
                task,
                fields(task, typed, helped),
                callbackUrl,
                request,
                () -> page(task, callbackUrl, BoardFilter.ALL, typed).addObject("helped", helped));
    }

    /** What was typed; figures that were not are counted where the task ends. */
    private static Map<String, Object> fields(OpenTask task, Map<String, String> typed, Set<Long> support) {
        Map<String, Object> fields = OutcomeFields.typed(typed);
        FIGURES.get(path(task)).forEach(name -> fields.put(name, typed.get(name)));
        if (path(task).equals(DECIDE)) {
            fields.put("support", support.stream().sorted().map(String::valueOf).collect(Collectors.joining(",")));
        }
        return fields;
    }

    private OpenTask task(String taskId) {
        return pages.task(taskId, PATHS);
    }

    private static String path(OpenTask task) {
        return task.formPath().orElseThrow();
    }

    private ModelAndView page(OpenTask task, String callbackUrl, BoardFilter filter, Map<String, String> typed) {
        String path = path(task);
        BoardPlace place = new BoardPlace(path, task.id(), callbackUrl);
        Optional<RunSummary> latest = latest(task);
        boolean shown = latest.filter(run -> run.state() != RunState.CONFIRMED)
                .filter(run -> run.matched() + run.unmatched() > 0)
                .isPresent();
        boolean decision = path.equals(DECIDE);
        int paired = present.paired(task.programmeId()).size();
        return pages.show("matching/task", task, callbackUrl)
                .addObject("path", path)
                .addObject("decision", decision)
                .addObject("programme", programmes.get(task.programmeId()))
                .addObject("latest", latest.orElse(null))
                .addObject("b", shown ? views.of(latest.get().id(), filter, place) : null)
                .addObject("place", place)
                .addObject("paired", paired)
                .addObject("nobody", !shown && paired == 0 && left(task).isEmpty())
                .addObject("left", decision && paired > 0 ? left(task) : List.of())
                .addObject("helped", Set.of())
                .addObject("mayPropose", runs.mayWrite())
                .addObject("typed", typed);
    }

    /** Who still waits for a mentor; nobody for who may do the task but not see the people. */
    private List<Participant> left(OpenTask task) {
        try {
            return waiting.of(programmes.get(task.programmeId())).mentees();
        } catch (ForbiddenException e) {
            return List.of();
        }
    }

    /** The newest run; nothing for who may do the task but not see the people. */
    private Optional<RunSummary> latest(OpenTask task) {
        try {
            return runs.latest(task.programmeId());
        } catch (ForbiddenException e) {
            return Optional.empty();
        }
    }
}
