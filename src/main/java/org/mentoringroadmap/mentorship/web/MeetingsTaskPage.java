package org.mentoringroadmap.mentorship.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Meetings;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.Teams;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.programme.Staff;
import org.mentoringroadmap.shared.ConflictException;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.TasklistAddress;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.Tasks;
import org.springframework.data.domain.Page;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the task that watches over one kind of meetings: how far it is, who is missing, the end. */
@Controller
@RequestMapping("/tasks/meetings")
class MeetingsTaskPage {
    private final Tasks tasks;
    private final MentorshipProcess process;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Programmes programmes;
    private final Staff staff;
    private final Teams teams;
    private final Clock clock;

    MeetingsTaskPage(
            Tasks tasks,
            MentorshipProcess process,
            Mentorships mentorships,
            Meetings meetings,
            Programmes programmes,
            Staff staff,
            Teams teams,
            Clock clock) {
        this.tasks = tasks;
        this.process = process;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.programmes = programmes;
        this.staff = staff;
        this.teams = teams;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(tasks.get(taskId), callbackUrl, Map.of("outcome", "done", "date", today().toString()));
    }

    @PostMapping
    ModelAndView complete(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        OpenTask task = tasks.get(taskId);
        Map<String, Object> fields = new HashMap<>();
        for (String name : new String[] {"outcome", "date", "number", "note"}) {
            fields.put(name, typed.get(name));
        }
        try {
            tasks.complete(taskId, fields);
        } catch (NotFoundException | ForbiddenException refusal) {
            throw refusal;
        } catch (UserInputException refusal) {
            ModelAndView page = page(task, callbackUrl, typed).addObject("refusal", refusal);
            page.setStatus(refusal instanceof ConflictException ? HttpStatus.CONFLICT : HttpStatus.BAD_REQUEST);
            return page;
        }
        return new ModelAndView(SeeOther.to(TasklistAddress.of(callbackUrl, request.getServerName())));
    }

    private ModelAndView page(OpenTask task, String callbackUrl, Map<String, String> typed) {
        MeetingKind kind = process.watchedKind(task.id());
        Long programmeId = task.programmeId();
        MentorshipFilter missing = new MentorshipFilter("", Optional.of(Mentorship.State.RUNNING), Optional.of(kind));
        Page<Mentorship> found = mentorships.find(programmeId, missing, 0);
        return new ModelAndView("mentorship/meetings-task")
                .addObject("task", task)
                .addObject("kind", kind)
                .addObject("callbackUrl", callbackUrl)
                .addObject("typed", typed)
                .addObject("today", today())
                .addObject("overdue", task.overdue(LocalDateTime.now(clock)))
                .addObject("having", meetings.having(programmeId, kind))
                .addObject("missing", found)
                .addObject(
                        "names",
                        Names.of(staff, teams, programmes.get(programmeId).schoolId(), found.getContent()));
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
