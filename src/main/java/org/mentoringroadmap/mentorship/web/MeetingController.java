package org.mentoringroadmap.mentorship.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.data.domain.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The grid of meetings: pairs down, kinds of meetings across, a page at a time. */
@Controller
@RequestMapping("/programmes/{id}/meetings")
class MeetingController {
    private final MentorshipManagement management;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Staff staff;
    private final MemberDirectory memberDirectory;
    private final Clock clock;

    MeetingController(
            MentorshipManagement management,
            Mentorships mentorships,
            Meetings meetings,
            Staff staff,
            MemberDirectory memberDirectory,
            Clock clock) {
        this.management = management;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.staff = staff;
        this.memberDirectory = memberDirectory;
        this.clock = clock;
    }

    @Recorded(value = AuditAct.MEETINGS_LISTED, id = "id", count = "grid")
    @GetMapping
    String grid(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Model model) {
        Programme programme = management.visible(id);
        Optional<MeetingKind> without = kind(missing);
        Page<Meetings.Row> grid = meetings.grid(id, new MentorshipFilter(q, Optional.empty(), without), page);
        model.addAttribute("programme", programme)
                .addAttribute("grid", grid)
                .addAttribute("any", mentorships.exist(id))
                .addAttribute(
                        "names",
                        MemberNames.of(
                                staff,
                                memberDirectory,
                                programme.schoolId(),
                                grid.map(Meetings.Row::mentorship).getContent()))
                .addAttribute("kinds", MeetingKind.values())
                .addAttribute("q", q)
                .addAttribute("missing", without.map(MeetingKind::id).orElse(""))
                .addAttribute("today", LocalDate.now(clock))
                .addAttribute("date", date == null ? LocalDate.now(clock) : date)
                .addAttribute("mayWrite", management.mayWrite() && programme.state() == Programme.State.RUNNING);
        return "mentorship/meetings";
    }

    private static Optional<MeetingKind> kind(String id) {
        return Arrays.stream(MeetingKind.values())
                .filter(kind -> kind.id().equals(id))
                .findFirst();
    }

    /**
     * Enters one meeting, or one kind for all pairs of the page.
     *
     * @param cell pair and kind, «12.trial»; empty for all
     */
    @PostMapping
    RedirectView enter(
            @PathVariable Long id,
            @RequestParam(required = false) String cell,
            @RequestParam(required = false) String kind,
            @RequestParam(required = false) List<Long> pairIds,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String missing,
            @RequestParam(defaultValue = "0") int page,
            RedirectAttributes flash) {
        if (cell != null && cell.matches("\\d{1,18}\\.[a-z]+")) {
            int dot = cell.indexOf('.');
            boolean added = meetings.record(
                    id,
                    Long.valueOf(cell.substring(0, dot)),
                    MeetingKind.parse(cell.substring(dot + 1)),
                    MeetingReport.on(date));
            flash.addFlashAttribute("notice", added ? "mentorship.saved.meeting" : "mentorship.saved.known");
        } else {
            meetings.recordAll(id, pairIds == null ? List.of() : pairIds, MeetingKind.parse(kind), date);
            flash.addFlashAttribute("notice", "mentorship.saved.meetings");
        }
        return SeeOther.to(
                "/programmes/" + id + "/meetings",
                Map.of(
                        "q",
                        q,
                        "missing",
                        missing,
                        "page",
                        String.valueOf(page),
                        "date",
                        date == null ? "" : date.toString()));
    }

    @PostMapping("/{meetingId}")
    RedirectView move(
            @PathVariable Long id,
            @PathVariable Long meetingId,
            @RequestParam Long pairId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            RedirectAttributes flash) {
        meetings.move(id, meetingId, date);
        flash.addFlashAttribute("notice", "mentorship.saved");
        return SeeOther.to("/programmes/" + id + "/pairs/" + pairId);
    }

    @PostMapping("/{meetingId}/remove")
    RedirectView remove(
            @PathVariable Long id, @PathVariable Long meetingId, @RequestParam Long pairId, RedirectAttributes flash) {
        meetings.remove(id, meetingId);
        flash.addFlashAttribute("notice", "mentorship.saved.removed");
        return SeeOther.to("/programmes/" + id + "/pairs/" + pairId);
    }
}
