package org.mentoringroadmap.matching.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.mentoringroadmap.matching.preference.AnsweredPreferences;
import org.mentoringroadmap.matching.preference.PreferenceAnswer;
import org.mentoringroadmap.matching.preference.Preferences;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.ForbiddenException;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.RefusedPage;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whom both sides would like after the group meeting (item 000-5.1.3): a class on one page, saved at once. */
@Controller
@RequestMapping("/programmes/{id}/preferences")
class PreferenceController {
    /** Class of whoever is in none. */
    private static final long NO_CLASS = 0;

    private static final int PAGE = 40;

    /**
     * One line of the page, with what was typed or is known.
     *
     * @param ranked texts of the fields, the dearest first, as many as can be named
     * @param refused texts of the fields; one more than are filled
     * @param unknown whether a text names nobody
     */
    record Line(Participant from, boolean answered, List<String> ranked, List<String> refused, boolean unknown) {}

    /** A part of a side: a class, or a page of mentors. */
    record Part(Long classId, String name, long answered, long all, boolean active) {}

    private final Preferences preferences;
    private final MatchingRuns runs;
    private final WaitingPeople waiting;
    private final Programmes programmes;
    private final AnsweredPreferences answered;

    PreferenceController(
            Preferences preferences,
            MatchingRuns runs,
            WaitingPeople waiting,
            Programmes programmes,
            AnsweredPreferences answered) {
        this.answered = answered;
        this.preferences = preferences;
        this.runs = runs;
        this.waiting = waiting;
        this.programmes = programmes;
    }

    @Recorded(value = AuditAct.PREFERENCES_LISTED, id = "id", count = "lines", facts = "role=side")
    @GetMapping
    ModelAndView show(
            @PathVariable Long id,
            @RequestParam(defaultValue = "MENTEE") ParticipantRole side,
            @RequestParam(required = false) Long classId,
            @RequestParam(defaultValue = "0") int page) {
        WaitingPeople.People people = waiting.of(programmes.visible(id));
        Long shown = side == ParticipantRole.MENTOR ? null : chosen(people, classId);
        List<Participant> listed = listed(people, side, shown);
        int last = Math.max(0, (listed.size() - 1) / PAGE);
        int at = Math.min(Math.max(page, 0), last);
        List<Participant> from = listed.subList(at * PAGE, Math.min((at + 1) * PAGE, listed.size()));
        Map<Long, PreferenceAnswer> entered =
                preferences.entered(id, from.stream().map(Participant::id).toList());
        NamedPeople others = people.named(other(side));
        List<Line> lines = from.stream()
                .map(one -> line(one, entered.get(one.id()), others))
                .toList();
        return page(id, people, side, shown, lines).addObject("page", at).addObject("pages", last + 1);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable Long id,
            @RequestParam ParticipantRole side,
            @RequestParam(required = false) Long classId,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam MultiValueMap<String, String> typed,
            RedirectAttributes flash) {
        if (!runs.mayWrite()) {
            throw new ForbiddenException("role.required");
        }
        WaitingPeople.People people = waiting.of(programmes.visible(id));
        NamedPeople others = people.named(other(side));
        Set<String> shown = new HashSet<>(typed.getOrDefault("from", List.of()));
        List<Line> lines = people.side(side).stream()
                .filter(one -> shown.contains(one.id().toString()))
                .map(one -> typed(one, people, typed, others))
                .toList();
        try {
            if (lines.stream().anyMatch(Line::unknown)) {
                throw new UserInputException("board.unknown-name");
            }
            save(id, lines.stream().filter(Line::answered).toList(), others);
        } catch (UserInputException refusal) {
            ModelAndView again = page(id, people, side, classId, lines)
                    .addObject("page", page)
                    .addObject("pages", 1);
            return RefusedPage.of(again, refusal);
        }
        boolean gone = lines.size() < shown.size();
        flash.addFlashAttribute("notice", gone ? "board.saved.preferences-gone" : "board.saved.preferences");
        return new ModelAndView(SeeOther.to(
                "/programmes/" + id + "/preferences",
                Map.of(
                        "side", side.name(),
                        "classId", classId == null ? "" : classId.toString(),
                        "page", String.valueOf(page))));
    }

    /** What was said of somebody who is not offered any more, since the places are taken, is kept. */
    private void save(Long id, List<Line> lines, NamedPeople others) {
        Map<Long, PreferenceAnswer> before = preferences.entered(
                id, lines.stream().map(line -> line.from().id()).toList());
        Map<Long, PreferenceAnswer> said = new LinkedHashMap<>();
        for (Line line : lines) {
            PreferenceAnswer earlier = before.get(line.from().id());
            List<Long> named = ids(line.ranked(), others);
            List<Long> refused = ids(line.refused(), others);
            List<Long> ranked = Stream.concat(
                            named.stream(), earlier.ranked().stream().filter(others::lacks))
                    .limit(Math.max(named.size(), Preferences.MAX_COUNT))
                    .toList();
            Set<Long> unwanted = Stream.concat(
                            refused.stream(), earlier.refused().stream().filter(others::lacks))
                    .collect(Collectors.toSet());
            said.put(line.from().id(), new PreferenceAnswer(true, ranked, unwanted));
        }
        preferences.save(id, said);
    }

    private static List<Long> ids(List<String> texts, NamedPeople others) {
        return texts.stream()
                .map(others::find)
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private ModelAndView page(
            Long id, WaitingPeople.People people, ParticipantRole side, Long classId, List<Line> lines) {
        Programme programme = programmes.get(id);
        return new ModelAndView("matching/preferences")
                .addObject("programme", programme)
                .addObject("side", side)
                .addObject("classId", classId)
                .addObject("parts", parts(people, classId))
                .addObject("mentors", count(people, people.mentors(), null, side == ParticipantRole.MENTOR))
                .addObject("lines", lines)
                .addObject("suggestions", people.named(other(side)).suggestions())
                .addObject("classNames", people.classNames())
                .addObject(
                        "waiting", answered.mayTake(id) ? answered.waiting(id).size() : 0)
                .addObject("mayWrite", runs.mayWrite() && programme.state() == Programme.State.RUNNING);
    }

    private static ParticipantRole other(ParticipantRole side) {
        return side == ParticipantRole.MENTOR ? ParticipantRole.MENTEE : ParticipantRole.MENTOR;
    }

    /** The class that was asked for, or the first one in which somebody has not answered. */
    private static Long chosen(WaitingPeople.People people, Long classId) {
        List<Part> parts = parts(people, classId);
        return parts.stream()
                .filter(part -> part.classId().equals(classId))
                .findFirst()
                .or(() -> parts.stream()
                        .filter(part -> part.answered() < part.all())
                        .findFirst())
                .or(() -> parts.stream().findFirst())
                .map(Part::classId)
                .orElse(null);
    }

    private static List<Part> parts(WaitingPeople.People people, Long active) {
        List<Part> parts = new ArrayList<>();
        Stream.concat(people.classes().stream().map(SchoolClass::id), Stream.of(NO_CLASS))
                .forEach(classId -> {
                    List<Participant> mentees = listed(people, ParticipantRole.MENTEE, classId);
                    if (!mentees.isEmpty()) {
                        parts.add(count(people, mentees, classId, classId.equals(active)));
                    }
                });
        return parts;
    }

    private static Part count(WaitingPeople.People people, List<Participant> some, Long classId, boolean active) {
        long answered = some.stream()
                .filter(one -> people.answered().contains(one.id()))
                .count();
        return new Part(classId, people.classNames().getOrDefault(classId, ""), answered, some.size(), active);
    }

    private static List<Participant> listed(WaitingPeople.People people, ParticipantRole side, Long classId) {
        return side == ParticipantRole.MENTOR
                ? people.mentors()
                : people.mentees().stream()
                        .filter(one -> Objects.equals(
                                one.classId()
                                        .filter(people.classNames()::containsKey)
                                        .orElse(NO_CLASS),
                                classId))
                        .toList();
    }

    private static Line line(Participant from, PreferenceAnswer entered, NamedPeople others) {
        List<String> refused = new ArrayList<>(entered.refused().stream()
                .map(others::label)
                .filter(label -> !label.isEmpty())
                .sorted()
                .toList());
        refused.add("");
        return new Line(
                from,
                entered.answered(),
                IntStream.range(0, Preferences.MAX_COUNT)
                        .mapToObj(at -> at < entered.ranked().size()
                                ? others.label(entered.ranked().get(at))
                                : "")
                        .toList(),
                refused,
                false);
    }

    private static Line typed(
            Participant from, WaitingPeople.People people, MultiValueMap<String, String> typed, NamedPeople others) {
        List<String> ranked = IntStream.rangeClosed(1, Preferences.MAX_COUNT)
                .mapToObj(at -> Objects.requireNonNullElse(typed.getFirst("rank" + at + "-" + from.id()), ""))
                .toList();
        List<String> refused = typed.getOrDefault("refuse-" + from.id(), List.of());
        List<String> filled = Stream.concat(ranked.stream(), refused.stream())
                .filter(text -> !text.isBlank())
                .toList();
        boolean answered = !filled.isEmpty()
                || typed.containsKey("answered-" + from.id())
                || people.answered().contains(from.id());
        return new Line(
                from,
                answered,
                ranked,
                refused,
                filled.stream().anyMatch(text -> others.find(text).isEmpty()));
    }
}
