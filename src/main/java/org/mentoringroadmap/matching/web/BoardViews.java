package org.mentoringroadmap.matching.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.run.Board;
import org.mentoringroadmap.matching.run.LeftMentee;
import org.mentoringroadmap.matching.run.MatchingRuns;
import org.mentoringroadmap.matching.run.MentorPlace;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.matching.web.BoardView.MentorLine;
import org.mentoringroadmap.matching.web.BoardView.Tab;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.school.SchoolClass;
import org.mentoringroadmap.school.SchoolClasses;
import org.springframework.data.domain.Page;
import org.springframework.data.domain.PageImpl;
import org.springframework.data.domain.PageRequest;
import org.springframework.stereotype.Component;

/** Cuts out of a board what a page shows. */
@Component
class BoardViews {
    private static final int PAGE = 50;

    private final MatchingRuns runs;
    private final Programmes programmes;
    private final SchoolClasses classes;

    BoardViews(MatchingRuns runs, Programmes programmes, SchoolClasses classes) {
        this.runs = runs;
        this.programmes = programmes;
        this.classes = classes;
    }

    BoardView of(Long runId, BoardFilter filter, BoardPlace place) {
        Board board = runs.board(runId);
        Programme programme = programmes.get(board.run().programmeId());
        boolean running = programme.state() == Programme.State.RUNNING;
        List<SchoolClass> all = classes.of(programme.schoolId(), programme.schoolYear());
        Set<Long> ofMentees = mentees(board)
                .map(Participant::classId)
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
        return new BoardView(
                board.run(),
                filter,
                place,
                BoardFilter.VIEWS.stream()
                        .map(part -> tab(board, filter, part, place))
                        .toList(),
                page(lines(board, filter), filter),
                board.mentors().size(),
                board.mentors().stream().mapToInt(one -> free(board, one)).sum(),
                board.pairs().stream()
                        .map(ProposedPair::form)
                        .flatMap(Optional::stream)
                        .distinct()
                        .sorted()
                        .toList(),
                all.stream().filter(one -> ofMentees.contains(one.id())).toList(),
                all.stream().collect(Collectors.toMap(SchoolClass::id, SchoolClass::name)),
                running && runs.mayWrite(),
                running && runs.mayVeto(),
                stale(board),
                board.marks(),
                (int) board.pairs().stream().filter(ProposedPair::isWeak).count());
    }

    private static Tab tab(Board board, BoardFilter filter, String part, BoardPlace place) {
        BoardFilter shown = filter.in(part);
        return new Tab(
                part,
                lines(board, shown).size(),
                part.equals(filter.view()),
                place.address(place.pathOf(board.run().id()), shown.parameters()));
    }

    private static Stream<Participant> mentees(Board board) {
        return Stream.concat(
                board.pairs().stream().map(ProposedPair::mentee),
                board.left().stream().map(LeftMentee::mentee));
    }

    /** Whether the run does not know what was decided after it. */
    private static boolean stale(Board board) {
        if (board.run().state() != RunState.PROPOSED) {
            return false;
        }
        Set<List<Long>> locks = new HashSet<>();
        Set<List<Long>> proposed = board.pairs().stream()
                .map(pair -> List.of(pair.mentee().id(), pair.mentor().id()))
                .collect(Collectors.toSet());
        for (PairConstraintView constraint : board.marks()) {
            List<Long> two =
                    List.of(constraint.mentee().id(), constraint.mentor().id());
            boolean unknown = switch (constraint.kind()) {
                case LOCK -> locks.add(two) && !proposed.contains(two);
                case VETO -> proposed.contains(two);
                case ADVICE -> constraint.at().isAfter(board.run().at());
            };
            if (unknown) {
                return true;
            }
        }
        return board.pairs().stream()
                .filter(ProposedPair::locked)
                .anyMatch(pair -> !locks.contains(
                        List.of(pair.mentee().id(), pair.mentor().id())));
    }

    /** Places that are free after all that the run proposes, and where it was confirmed, after what was formed. */
    private static int free(Board board, MentorPlace place) {
        return board.run().state() == RunState.CONFIRMED ? Math.max(0, place.capacity() - place.taken()) : place.free();
    }

    private static List<?> lines(Board board, BoardFilter filter) {
        return switch (filter.view()) {
            case BoardFilter.LEFT ->
                board.left().stream()
                        .filter(line -> filter.fitsName(line.mentee()) && filter.fitsClass(line.mentee()))
                        .toList();
            case BoardFilter.MENTORS -> mentors(board, filter);
            case BoardFilter.MARKS -> board.marks();
            default ->
                board.pairs().stream()
                        .filter(line -> fits(line, filter))
                        .sorted(order(board, filter))
                        .toList();
        };
    }

    /**
     * The board gives them by name. What the run itself was told to keep needs no look, so it is last; what was decided
     * after it stays where it stands, for who decides goes from line to line.
     */
    private static Comparator<ProposedPair> order(Board board, BoardFilter filter) {
        return filter.weakFirst(board.run().state())
                ? Comparator.comparing(ProposedPair::locked)
                        .thenComparing(pair -> !pair.isWeak())
                        .thenComparing(ProposedPair::score)
                : (one, other) -> 0;
    }

    private static boolean fits(ProposedPair pair, BoardFilter filter) {
        return (!filter.weak() || pair.isWeak())
                && filter.fitsName(pair.mentee(), pair.mentor())
                && filter.fitsClass(pair.mentee())
                && (filter.form().isEmpty()
                        || pair.form()
                                .map(MentoringForm::id)
                                .filter(filter.form()::equals)
                                .isPresent());
    }

    private static List<MentorLine> mentors(Board board, BoardFilter filter) {
        Map<Long, List<Participant>> proposed = board.pairs().stream()
                .collect(Collectors.groupingBy(
                        pair -> pair.mentor().id(), Collectors.mapping(ProposedPair::mentee, Collectors.toList())));
        Function<MentorPlace, MentorLine> line = place -> new MentorLine(
                place.mentor(),
                place.capacity(),
                place.taken(),
                free(board, place),
                proposed.getOrDefault(place.mentor().id(), List.of()));
        return board.mentors().stream()
                .filter(place -> filter.fitsName(place.mentor()))
                .map(line)
                .toList();
    }

    private static <T> Page<T> page(List<T> lines, BoardFilter filter) {
        int last = Math.max(0, (lines.size() - 1) / PAGE);
        int line = filter.at() == null ? -1 : lines.indexOf(lineOf(lines, filter.at()));
        int at = line < 0 ? Math.min(filter.page(), last) : line / PAGE;
        return new PageImpl<>(
                lines.subList(Math.min(at * PAGE, lines.size()), Math.min((at + 1) * PAGE, lines.size())),
                PageRequest.of(at, PAGE),
                lines.size());
    }

    private static Object lineOf(List<?> lines, Long menteeId) {
        return lines.stream()
                .filter(line -> line instanceof ProposedPair pair
                                && pair.mentee().id().equals(menteeId)
                        || line instanceof LeftMentee left && left.mentee().id().equals(menteeId))
                .findFirst()
                .orElse(null);
    }
}
