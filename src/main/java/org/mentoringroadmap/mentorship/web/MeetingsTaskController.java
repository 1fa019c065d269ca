package org.mentoringroadmap.mentorship.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.mentorship.MentorshipProcess;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.OutcomeFields;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.task.OpenTask;
import org.mentoringroadmap.task.TaskPage;
import org.springframework.data.domain.Page;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The page of the task that watches over one kind of meetings: how far it is, who is missing, the end. */
@Controller
@RequestMapping(MeetingsTaskController.PATH)
class MeetingsTaskController {
    static final String PATH = "/tasks/meetings";

    private final TaskPage pages;
    private final MentorshipProcess process;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Programmes programmes;
    private final Staff staff;
    private final MemberDirectory memberDirectory;

    MeetingsTaskController(
            TaskPage pages,
            MentorshipProcess process,
            Mentorships mentorships,
            Meetings meetings,
            Programmes programmes,
            Staff staff,
            MemberDirectory memberDirectory) {
        this.pages = pages;
        this.process = process;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.programmes = programmes;
        this.staff = staff;
        this.memberDirectory = memberDirectory;
    }

    @Recorded(value = AuditAct.TASK_PEOPLE_LISTED, id = "taskId", count = "missing")
    @GetMapping
    ModelAndView show(@RequestParam String taskId, @RequestParam(required = false) String callbackUrl) {
        return page(task(taskId), callbackUrl, OutcomeFields.doneOn(pages.today()));
    }

    @PostMapping
    ModelAndView complete(
            @RequestParam String taskId,
            @RequestParam(required = false) String callbackUrl,
            @RequestParam Map<String, String> typed,
            HttpServletRequest request) {
        OpenTask task = task(taskId);
        return pages.complete(
                task, OutcomeFields.typed(typed), callbackUrl, request, () -> page(task, callbackUrl, typed));
    }

    private OpenTask task(String taskId) {
        return pages.task(taskId, Set.of(PATH));
    }

    private ModelAndView page(OpenTask task, String callbackUrl, Map<String, String> typed) {
        MeetingKind kind = process.watchedKind(task.id());
        Long programmeId = task.programmeId();
        MentorshipFilter missing = new MentorshipFilter("", Optional.of(Mentorship.State.RUNNING), Optional.of(kind));
        Page<Mentorship> found = mentorships.find(programmeId, missing, 0);
        return pages.show("mentorship/meetings-task", task, callbackUrl)
                .addObject("kind", kind)
                .addObject("typed", typed)
                .addObject("having", meetings.having(programmeId, kind))
                .addObject("missing", found)
                .addObject(
                        "names",
                        MemberNames.of(
                                staff,
                                memberDirectory,
                                programmes.get(programmeId).schoolId(),
                                found.getContent()));
    }
}
