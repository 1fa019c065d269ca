package org.mentoringroadmap.matching.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.mentoringroadmap.admission.Admissions;
import org.mentoringroadmap.admission.IneligibilityReason;
import org.mentoringroadmap.matching.KnownPair;
import org.mentoringroadmap.matching.PresentMentorships;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.participant.AdmissionPurpose;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** «Пары уже известны»: a small school writes its mentees beside their mentors on one page; the gate stays. */
@Controller
@RequestMapping("/programmes/{id}/known-pairs")
class KnownPairsController {
    private static final int PAGE = 50;
    private static final int HINDERED = 20;

    /**
     * A mentor with fields for mentees.
     *
     * @param taken how many mentees the mentor has in open pairs
     * @param mentees texts of the fields, one for each free place
     * @param group whether they work together
     * @param unknown whether a text names nobody
     */
    record Line(Participant mentor, int taken, List<String> mentees, boolean group, boolean unknown) {}

    /** Somebody who is not let in yet. */
    record Kept(Participant participant, IneligibilityReason why) {}

    private final MatchingRuns runs;
    private final WaitingPeople waiting;
    private final PresentMentorships present;
    private final Registers registers;
    private final Admissions admissions;
    private final Programmes programmes;
    private final Clock clock;

    KnownPairsController(
            MatchingRuns runs,
            WaitingPeople waiting,
            PresentMentorships present,
            Registers registers,
            Admissions admissions,
            Programmes programmes,
            Clock clock) {
        this.runs = runs;
        this.waiting = waiting;
        this.present = present;
        this.registers = registers;
        this.admissions = admissions;
        this.programmes = programmes;
        this.clock = clock;
    }

    @Recorded(value = AuditAct.KNOWN_PAIRS_LISTED, id = "id", count = "lines")
    @GetMapping
    ModelAndView show(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @ModelAttribute BoardPlace place) {
        return page(id, q, page, place, new LinkedMultiValueMap<>());
    }

    @PostMapping
    ModelAndView save(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            @ModelAttribute BoardPlace place,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        try {
            runs.known(id, pairs(programmes.visible(id), typed));
        } catch (UserInputException refusal) {
            return RefusedPage.of(page(id, q, page, place, typed), refusal);
        }
        flash.addFlashAttribute("notice", "board.saved.known");
        return new ModelAndView(
                place.isTask()
                        ? SeeOther.to(place.address(place.taskPath(), Map.of()))
                        : SeeOther.to("/programmes/" + id + "/pairs"));
    }

    /** @throws UserInputException {@code board.unknown-name} when a text names nobody who waits for a mentor */
    private List<KnownPair> pairs(Programme programme, MultiValueMap<String, String> typed) {
        WaitingPeople.People people = waiting.of(programme);
        NamedPeople mentees = people.named(ParticipantRole.MENTEE);
        List<KnownPair> pairs = new ArrayList<>();
        for (Participant mentor : people.mentors()) {
            List<String> texts = texts(mentor, typed).toList();
            if (texts.stream().anyMatch(text -> mentees.find(text).isEmpty())) {
                throw new UserInputException("board.unknown-name");
            }
            if (!texts.isEmpty()) {
                List<Long> ids = texts.stream()
                        .map(mentees::find)
                        .flatMap(Optional::stream)
                        .toList();
                pairs.add(new KnownPair(mentor.id(), ids, isGroup(mentor, typed)));
            }
        }
        return pairs;
    }

    private static Stream<String> texts(Participant mentor, MultiValueMap<String, String> typed) {
        return typed.getOrDefault("mentee-" + mentor.id(), List.of()).stream().filter(text -> !text.isBlank());
    }

    private static boolean isGroup(Participant mentor, MultiValueMap<String, String> typed) {
        return typed.getOrDefault("group", List.of()).contains(mentor.id().toString());
    }

    private ModelAndView page(Long id, String q, int page, BoardPlace place, MultiValueMap<String, String> typed) {
        Programme programme = programmes.visible(id);
        WaitingPeople.People people = waiting.of(programme);
        NamedPeople mentees = people.named(ParticipantRole.MENTEE);
        Map<Long, Integer> taken = present.taken(id);
        String wanted = ParticipantDirectory.nameKey(q);
        List<Line> all = people.mentors().stream()
                .filter(one ->
                        ParticipantDirectory.nameKey(one.person().fullName()).contains(wanted))
                .map(one -> line(one, taken.getOrDefault(one.id(), 0), typed, mentees))
                .toList();
        int last = Math.max(0, (all.size() - 1) / PAGE);
        int at = Math.min(Math.max(page, 0), last);
        return new ModelAndView("matching/known-pairs")
                .addObject("programme", programme)
                .addObject("place", place)
                .addObject("lines", all.subList(at * PAGE, Math.min((at + 1) * PAGE, all.size())))
                .addObject("page", at)
                .addObject("pages", last + 1)
                .addObject("q", q)
                .addObject("suggestions", mentees.suggestions())
                .addObject("classNames", people.classNames())
                .addObject("kept", kept(id))
                .addObject("mayWrite", runs.mayWrite() && programme.state() == Programme.State.RUNNING);
    }

    private static Line line(Participant mentor, int taken, MultiValueMap<String, String> typed, NamedPeople mentees) {
        List<String> texts = new ArrayList<>(texts(mentor, typed).toList());
        boolean unknown = texts.stream().anyMatch(text -> mentees.find(text).isEmpty());
        while (texts.size() < mentor.capacity() - taken) {
            texts.add("");
        }
        return new Line(mentor, taken, texts, isGroup(mentor, typed), unknown);
    }

    /** The first of those whom the gate does not let in, with the reason. */
    private List<Kept> kept(Long programmeId) {
        List<Participant> without = Stream.of(ParticipantRole.values())
                .flatMap(role -> registers
                        .find(
                                programmeId,
                                new ParticipantFilter(role, "", null, null, null, ConsentKind.PROCESSING),
                                0,
                                HINDERED)
                        .getContent()
                        .stream())
                .filter(one -> one.status().takesPart())
                .toList();
        Map<Long, IneligibilityReason> why = admissions.why(
                AdmissionPurpose.MATCHING, without.stream().map(Participant::id).toList(), LocalDate.now(clock));
        return without.stream().map(one -> new Kept(one, why.get(one.id()))).toList();
    }
}
