package org.mentoringroadmap.matching.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.mentoringroadmap.matching.RunState;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;

/**
 * Which part of a board is shown; empty and null stand for «all».
 *
 * @param view one of {@link #VIEWS}
 * @param q part of a name on either side
 * @param form id of a form of mentoring; narrows the pairs only
 * @param classId class of the mentee; narrows pairs and mentees only
 * @param weak whether only weak pairs are shown
 * @param order {@link #WEAK_FIRST} or, whatever else it is, {@link #BY_NAME} of the pairs; empty for what the state of the
 *     run asks for
 * @param page number of the page, from 0
 * @param at mentee whose page of the list is shown; null for the page that is named
 */
record BoardFilter(
        String view, String q, String form, Long classId, Boolean weak, String order, Integer page, Long at) {
    /** The proposed pairs. */
    static final String PAIRS = "pairs";
    /** Mentees who are left. */
    static final String LEFT = "left";
    /** Mentors with their places. */
    static final String MENTORS = "mentors";
    /** Locks, vetoes and advice. */
    static final String MARKS = "marks";

    /** The weakest pairs are first. */
    static final String WEAK_FIRST = "weak";
    /** The pairs are in the order of the mentees' names. */
    static final String BY_NAME = "name";

    /** Everything that is proposed. */
    static final BoardFilter ALL = new BoardFilter(null, null, null, null, false, null, null, null);

    static final List<String> VIEWS = List.of(PAIRS, LEFT, MENTORS, MARKS);

    BoardFilter {
        view = view != null && VIEWS.contains(view) ? view : PAIRS;
        q = q == null || view.equals(MARKS) ? "" : q.strip();
        form = form == null || !view.equals(PAIRS) ? "" : form;
        classId = view.equals(PAIRS) || view.equals(LEFT) ? classId : null;
        weak = Boolean.TRUE.equals(weak) && view.equals(PAIRS);
        order = view.equals(PAIRS) && order != null ? order : "";
        page = page == null ? 0 : Math.max(page, 0);
    }

    /** The same words in another part of the board, from its beginning. */
    BoardFilter in(String other) {
        return new BoardFilter(other, q, form, classId, weak, order, 0, null);
    }

    /** The same in the order or the other, from its beginning. */
    BoardFilter ordered(String by) {
        return new BoardFilter(view, q, form, classId, weak, by, 0, null);
    }

    /** Only weak pairs, in the same order. */
    BoardFilter ofWeak() {
        return new BoardFilter(PAIRS, "", "", null, true, order, 0, null);
    }

    /** Parameters of an address that shows it, without the page. */
    Map<String, Object> parameters() {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("view", view);
        parameters.put("q", q);
        parameters.put("form", form);
        parameters.put("classId", classId == null ? "" : classId);
        parameters.put("weak", weak ? true : "");
        parameters.put("order", order);
        return parameters;
    }

    /** Parameters of an address that shows it with its page. */
    public Map<String, Object> here() {
        Map<String, Object> parameters = parameters();
        parameters.put("page", page == 0 ? "" : page);
        return parameters;
    }

    /** The same, where the line of a mentee was changed: that line is open. */
    Map<String, Object> back(Long menteeId) {
        Map<String, Object> parameters = here();
        parameters.put("at", view.equals(PAIRS) ? menteeId : null);
        return parameters;
    }

    /** Whether the weakest pairs are first: as long as a run waits for a decision, they are what is to be read. */
    boolean weakFirst(RunState state) {
        return order.isEmpty() ? state == RunState.PROPOSED : order.equals(WEAK_FIRST);
    }

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return !q.isEmpty() || !form.isEmpty() || classId != null || weak;
    }

    boolean fitsName(Participant... people) {
        String wanted = ParticipantDirectory.nameKey(q);
        for (Participant one : people) {
            if (ParticipantDirectory.nameKey(one.person().fullName()).contains(wanted)) {
                return true;
            }
        }
        return false;
    }

    boolean fitsClass(Participant one) {
        return classId == null || one.classId().filter(classId::equals).isPresent();
    }
}
