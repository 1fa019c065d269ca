package org.mentoringroadmap.matching.web;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.matching.PairConstraintView;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.matching.RunSummary;
import org.mentoringroadmap.matching.run.ProposedPair;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.school.SchoolClass;
import org.springframework.data.domain.Page;

/**
 * What a page shows of a board: one part of it, filtered, page by page.
 *
 * @param found lines of the part: a proposed pair, a mentee who is left, a {@link MentorLine} or a mark
 * @param mentors how many mentors the run looked at; none where what it proposed is kept no longer
 * @param freePlaces places that neither a pair nor the proposal takes
 * @param forms forms of mentoring among the proposed pairs
 * @param classes classes of the mentees
 * @param classNames of the whole school
 * @param mayWrite whether the acting account may decide at all, in a running programme
 * @param mayVeto whether it may forbid a pair
 * @param stale whether something was fixed by hand after the run
 * @param marks what is fixed, forbidden or advised today
 * @param weak how many of the proposed pairs are weak
 */
record BoardView(
        RunSummary run,
        BoardFilter filter,
        BoardPlace place,
        List<Tab> tabs,
        Page<?> found,
        int mentors,
        int freePlaces,
        List<MentoringForm> forms,
        List<SchoolClass> classes,
        Map<Long, String> classNames,
        boolean mayWrite,
        boolean mayVeto,
        boolean stale,
        List<PairConstraintView> marks,
        int weak) {

    /**
     * One part of the board.
     *
     * @param view its name; {@code board.view.<name>} is the key of its title
     */
    record Tab(String view, long count, boolean active, String path) {}

    /**
     * A mentor with the places.
     *
     * @param mentees those whom the run proposes
     */
    record MentorLine(Participant mentor, int capacity, int taken, int free, List<Participant> mentees) {}

    /** Whether the run still waits for a decision of the acting account. */
    public boolean open() {
        return mayWrite && run.state() == RunState.PROPOSED;
    }

    /** Whether the acting account may forbid pairs of this run. */
    public boolean forbids() {
        return mayVeto && run.state() == RunState.PROPOSED;
    }

    /** Whether there were mentees and nobody who could be their mentor. */
    public boolean lacksMentors() {
        return !run.thinned() && !run.nobodyWaited() && mentors == 0;
    }

    /** What there is to say of a part in which there is nothing; the key of a sentence. */
    public String emptyKey() {
        String part = "board.empty." + filter.view();
        boolean aboutPeople =
                filter.view().equals(BoardFilter.PAIRS) || filter.view().equals(BoardFilter.LEFT);
        if (aboutPeople && run.nobodyWaited()) {
            return part + ".nobody";
        }
        return filter.view().equals(BoardFilter.PAIRS) && lacksMentors() ? part + ".no-mentors" : part;
    }

    /** What people have decided about two of the board since the run, or before it, and not taken back. */
    public List<PairConstraintView> marksOf(ProposedPair pair) {
        return marks.stream()
                .filter(mark -> mark.mentee().id().equals(pair.mentee().id())
                        && mark.mentor().id().equals(pair.mentor().id()))
                .toList();
    }

    /** Whether a proposed pair is fixed: by what is so now, as long as something can be decided. */
    public boolean isLocked(ProposedPair pair) {
        return run.state() == RunState.PROPOSED
                ? marksOf(pair).stream().anyMatch(mark -> mark.kind() == PairConstraintView.Kind.LOCK)
                : pair.locked();
    }

    /** Whether the weakest pairs are shown first. */
    public boolean weakFirst() {
        return filter.weakFirst(run.state());
    }

    /** This part in the other order. */
    public String otherOrder() {
        return place.address(
                path(),
                filter.ordered(weakFirst() ? BoardFilter.BY_NAME : BoardFilter.WEAK_FIRST)
                        .parameters());
    }

    /** The weak pairs alone. */
    public String ofWeak() {
        return place.address(path(), filter.ofWeak().parameters());
    }

    /** Path of this page. */
    public String path() {
        return place.pathOf(run.id());
    }

    /** This part without words of a search. */
    public String unfiltered() {
        return place.address(path(), Map.of("view", filter.view()));
    }

    /** Who is left without a mentor, and why. */
    public String left() {
        return place.address(path(), Map.of("view", BoardFilter.LEFT));
    }

    /** This part with the words of the search, for a list of several pages. */
    public String listPath() {
        return place.address(path(), filter.parameters());
    }

    /** The page on which somebody chooses a mentor for this mentee. */
    public String byHand(Long menteeId) {
        return place.address(BoardPlace.path(run.id()) + "/mentees/" + menteeId, Map.of());
    }

    /** The page that confirms the proposal. */
    public String confirm() {
        return place.address(BoardPlace.path(run.id()) + "/confirm", Map.of());
    }
}
