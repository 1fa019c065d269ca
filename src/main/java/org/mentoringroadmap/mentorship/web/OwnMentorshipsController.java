package org.mentoringroadmap.mentorship.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MeetingReport;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.school.ActingPerson;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** «Мои пары»: what a mentor has to do with meetings, on one page. */
@Controller
@RequestMapping("/mentoring")
class OwnMentorshipsController {
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final MemberDirectory memberDirectory;
    private final SchoolClasses classes;
    private final ActingPerson person;
    private final Clock clock;

    OwnMentorshipsController(
            Mentorships mentorships,
            Meetings meetings,
            MemberDirectory memberDirectory,
            SchoolClasses classes,
            ActingPerson person,
            Clock clock) {
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.memberDirectory = memberDirectory;
        this.classes = classes;
        this.person = person;
        this.clock = clock;
    }

    @Recorded(value = AuditAct.OWN_PAIRS_LISTED, count = "rows")
    @GetMapping
    String show(Model model) {
        Optional<StaffMember> me = person.find();
        List<Mentorship> own =
                me.map(StaffMember::id).map(mentorships::ofMentor).orElse(List.of());
        Map<Long, String> names = names(me);
        Map<Long, List<Participant>> present =
                memberDirectory.mentees(own.stream().map(Mentorship::id).toList());
        Map<Long, List<MenteeView>> mentees = own.stream()
                .collect(Collectors.toMap(
                        Mentorship::id, pair -> MenteeView.of(present.getOrDefault(pair.id(), List.of()), names)));
        model.addAttribute("rows", meetings.rows(own))
                .addAttribute("mentees", mentees)
                .addAttribute("kinds", MeetingKind.values())
                .addAttribute("today", LocalDate.now(clock));
        return "mentorship/mine";
    }

    private Map<Long, String> names(Optional<StaffMember> me) {
        return me.map(StaffMember::schoolId).map(classes::of).orElse(List.of()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
    }

    @PostMapping("/meetings")
    RedirectView enter(
            @RequestParam Long programmeId,
            @RequestParam Long pairId,
            @RequestParam String kind,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(required = false) String note,
            RedirectAttributes flash) {
        boolean added =
                meetings.record(programmeId, pairId, MeetingKind.parse(kind), new MeetingReport(true, date, note));
        flash.addFlashAttribute("notice", added ? "mentorship.saved.meeting" : "mentorship.saved.known");
        return SeeOther.to("/mentoring");
    }
}
