package org.mentoringroadmap.mentorship.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MemberCandidate;
import org.mentoringroadmap.mentorship.MemberChoice;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipCards;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.SilentPairs;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.mentorship.search.MentorSearches;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.springframework.data.domain.Page;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** The pairs and groups of a programme: the list, one pair with its diary, a new pair. */
@Controller
class MentorshipController {
    private final MentorshipManagement management;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final MentorSearches searches;
    private final MentorshipCards cards;
    private final Programmes programmes;
    private final Staff staff;
    private final MemberDirectory memberDirectory;
    private final SchoolClasses classes;
    private final SilentPairs silentPairs;
    private final Editions editions;
    private final Clock clock;

    MentorshipController(
            MentorshipManagement management,
            Mentorships mentorships,
            Meetings meetings,
            MentorSearches searches,
            MentorshipCards cards,
            Programmes programmes,
            Staff staff,
            MemberDirectory memberDirectory,
            SchoolClasses classes,
            SilentPairs silentPairs,
            Editions editions,
            Clock clock) {
        this.management = management;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.searches = searches;
        this.cards = cards;
        this.programmes = programmes;
        this.staff = staff;
        this.memberDirectory = memberDirectory;
        this.classes = classes;
        this.silentPairs = silentPairs;
        this.editions = editions;
        this.clock = clock;
    }

    /** The menu's way: to the pairs of the programme that runs today, or a page that says that there is none. */
    @GetMapping("/pairs")
    Object inFront() {
        Optional<Programme> front = programmes.inFront().stream().findFirst();
        return front.<Object>map(programme -> SeeOther.to("/programmes/" + programme.id() + "/pairs"))
                .orElse("mentorship/none");
    }

    @Recorded(value = AuditAct.PAIRS_LISTED, id = "id", count = "found")
    @GetMapping("/programmes/{id}/pairs")
    String list(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "false") boolean silent,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Programme programme = management.visible(id);
        Optional<Mentorship.State> chosen = state(state);
        Optional<LocalDate> since = silent ? Optional.of(silentPairs.since()) : Optional.empty();
        Page<Mentorship> found = mentorships.find(id, new MentorshipFilter(q, chosen, Optional.empty(), since), page);
        model.addAttribute("programme", programme)
                .addAttribute("found", found)
                .addAttribute("any", mentorships.exist(id))
                .addAttribute("names", MemberNames.of(staff, memberDirectory, programme.schoolId(), found.getContent()))
                .addAttribute("states", Mentorship.State.values())
                .addAttribute("formed", mentorships.count(id, Mentorship.State.FORMED))
                .addAttribute("held", mentorships.held(id))
                .addAttribute("q", q)
                .addAttribute("silentSince", since.orElse(null))
                .addAttribute("state", chosen.map(Enum::name).orElse(""))
                .addAttribute("mayWrite", mayWrite(programme));
        return "mentorship/pairs";
    }

    private static Optional<Mentorship.State> state(String name) {
        return Arrays.stream(Mentorship.State.values())
                .filter(state -> state.name().equals(name))
                .findFirst();
    }

    private boolean mayWrite(Programme programme) {
        return management.mayWrite() && programme.state() == Programme.State.RUNNING;
    }

    @Recorded(value = AuditAct.CANDIDATES_LISTED, id = "id")
    @GetMapping("/programmes/{id}/pairs/new")
    String blank(
            @PathVariable Long id,
            @ModelAttribute MentorshipForm typed,
            @RequestParam(defaultValue = "") String mentorQuery,
            @RequestParam(defaultValue = "") String menteeQuery,
            Model model) {
        Programme programme = management.visible(id);
        Optional<Mentorship> earlier = Optional.ofNullable(typed.continuesId()).map(one -> mentorships.get(id, one));
        boolean mayWrite = mayWrite(programme);
        model.addAttribute("programme", programme)
                .addAttribute("search", typed.searchId() == null ? null : searches.get(id, typed.searchId()))
                .addAttribute("continues", earlier.orElse(null))
                .addAttribute("typed", typed.orLike(earlier))
                .addAttribute("works", management.works(id))
                .addAttribute("staff", staff.of(programme.schoolId()))
                .addAttribute("forms", editions.forms(programme, Set.of()))
                .addAttribute("mayWrite", mayWrite);
        if (mayWrite) {
            MemberChoice chosen = typed.members().isEmpty()
                    ? earlier.map(this::mentees).orElse(MemberChoice.NOBODY)
                    : typed.members();
            offer(programme, chosen, mentorQuery, menteeQuery, model);
        }
        return "mentorship/pair-new";
    }

    /** Whoever goes on with another mentor is chosen already. */
    private MemberChoice mentees(Mentorship earlier) {
        return new MemberChoice(
                null,
                memberDirectory.mentees(earlier.id()).stream()
                        .map(Participant::id)
                        .toList());
    }

    private void offer(Programme programme, MemberChoice chosen, String mentorQuery, String menteeQuery, Model model) {
        model.addAttribute("mentorQuery", mentorQuery)
                .addAttribute("menteeQuery", menteeQuery)
                .addAttribute("mentors", found(programme.id(), ParticipantRole.MENTOR, mentorQuery, chosen))
                .addAttribute("mentees", found(programme.id(), ParticipantRole.MENTEE, menteeQuery, chosen))
                .addAttribute("classNames", classNames(programme));
    }

    private List<MemberCandidate> found(Long programmeId, ParticipantRole side, String text, MemberChoice chosen) {
        boolean mentor = side == ParticipantRole.MENTOR;
        List<Long> ids = mentor ? Stream.ofNullable(chosen.mentorId()).toList() : chosen.menteeIds();
        return management.candidates(programmeId, side, text, ids);
    }

    private Map<Long, String> classNames(Programme programme) {
        return classes.of(programme.schoolId(), programme.schoolYear()).stream()
                .collect(Collectors.toMap(SchoolClass::id, SchoolClass::name));
    }

    /** The list of a search for members, for a form that is open; with what the form has chosen already. */
    @Recorded(value = AuditAct.CANDIDATES_LISTED, id = "id", count = "found", facts = "role=side")
    @GetMapping("/programmes/{id}/pairs/candidates")
    String candidates(
            @PathVariable Long id,
            @RequestParam ParticipantRole side,
            @RequestParam(defaultValue = "") String q,
            @ModelAttribute MentorshipForm typed,
            Model model) {
        Programme programme = management.visible(id);
        model.addAttribute("programme", programme)
                .addAttribute("side", side.name())
                .addAttribute("found", found(id, side, q, typed.members()))
                .addAttribute("classNames", classNames(programme));
        return "mentorship/parts :: candidates";
    }

    @PostMapping("/programmes/{id}/pairs")
    RedirectView add(@PathVariable Long id, @ModelAttribute MentorshipForm form, RedirectAttributes flash) {
        Mentorship pair = management.add(id, form.newPair(), form.members());
        flash.addFlashAttribute("notice", "mentorship.saved.added");
        return toPair(id, pair.id());
    }

    @Recorded(value = AuditAct.PAIR_OPENED, id = "pairId", facts = "programme=id")
    @GetMapping("/programmes/{id}/pairs/{pairId}")
    String pair(
            @PathVariable Long id,
            @PathVariable Long pairId,
            @ModelAttribute MentorshipForm typed,
            @RequestParam(defaultValue = "") String mentorQuery,
            @RequestParam(defaultValue = "") String menteeQuery,
            Model model) {
        Programme programme = management.visible(id);
        Mentorship pair = mentorships.get(id, pairId);
        MemberNames names = MemberNames.of(staff, memberDirectory, programme.schoolId(), List.of(pair));
        if (mayWrite(programme) && pair.state().isOpen()) {
            offer(
                    programme,
                    typed.members().isEmpty() ? names.team(pair).choice() : typed.members(),
                    mentorQuery,
                    menteeQuery,
                    model);
        }
        model.addAttribute("programme", programme)
                .addAttribute("pair", pair)
                .addAttribute(
                        "earlier",
                        pair.continuesId()
                                .map(earlier -> mentorships.get(id, earlier))
                                .orElse(null))
                .addAttribute("names", names)
                .addAttribute("searched", !typed.members().isEmpty() || !(mentorQuery + menteeQuery).isEmpty())
                .addAttribute("card", cards.of(pair).orElse(null))
                .addAttribute("cards", cards.offered(programme))
                .addAttribute("meetings", meetings.of(pairId))
                .addAttribute("kinds", MeetingKind.values())
                .addAttribute("staff", staff.of(programme.schoolId()))
                .addAttribute(
                        "forms", editions.forms(programme, pair.form().stream().toList()))
                .addAttribute("today", LocalDate.now(clock))
                .addAttribute("mayWrite", mayWrite(programme));
        return "mentorship/pair";
    }

    @PostMapping("/programmes/{id}/pairs/{pairId}")
    RedirectView change(
            @PathVariable Long id,
            @PathVariable Long pairId,
            @ModelAttribute MentorshipForm form,
            RedirectAttributes flash) {
        management.change(id, pairId, form.details(mentorships.get(id, pairId).kind()));
        flash.addFlashAttribute("notice", "mentorship.saved");
        return toPair(id, pairId);
    }

    @PostMapping("/programmes/{id}/pairs/{pairId}/members")
    RedirectView choose(
            @PathVariable Long id,
            @PathVariable Long pairId,
            @ModelAttribute MentorshipForm form,
            RedirectAttributes flash) {
        management.choose(id, pairId, form.members());
        flash.addFlashAttribute("notice", "mentorship.saved.members");
        return toPair(id, pairId);
    }

    @PostMapping("/programmes/{id}/pairs/{pairId}/begin")
    RedirectView begin(@PathVariable Long id, @PathVariable Long pairId, RedirectAttributes flash) {
        management.begin(id, pairId);
        flash.addFlashAttribute("notice", "mentorship.saved.begun");
        return toPair(id, pairId);
    }

    @PostMapping("/programmes/{id}/pairs/{pairId}/end")
    RedirectView end(
            @PathVariable Long id,
            @PathVariable Long pairId,
            @RequestParam(required = false) String reason,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate farewellOn,
            @RequestParam(defaultValue = "false") boolean searchAgain,
            RedirectAttributes flash) {
        management.end(id, pairId, reason, farewellOn, searchAgain);
        flash.addFlashAttribute("notice", searchAgain ? "mentorship.saved.ended-search" : "mentorship.saved.ended");
        return toPair(id, pairId);
    }

    @PostMapping("/programmes/{id}/pairs/{pairId}/farewell")
    RedirectView farewell(
            @PathVariable Long id,
            @PathVariable Long pairId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate farewellOn,
            RedirectAttributes flash) {
        management.farewell(id, pairId, farewellOn);
        flash.addFlashAttribute("notice", "mentorship.saved");
        return toPair(id, pairId);
    }

    private static RedirectView toPair(Long programmeId, Long pairId) {
        return SeeOther.to("/programmes/" + programmeId + "/pairs/" + pairId);
    }
}
