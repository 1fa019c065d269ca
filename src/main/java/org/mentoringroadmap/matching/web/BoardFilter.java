package org.mentoringroadmap.matching.web;

import java.util.List;
import java.util.Map;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantDirectory;

/**
 * Which part of a board is shown; empty and null stand for «all».
 *
 * @param view one of {@link #VIEWS}
 * @param q part of a name on either side
 * @param form id of a form of mentoring; narrows the pairs only
 * @param classId class of the mentee; narrows pairs and mentees only
 * @param page number of the page, from 0
 */
record BoardFilter(String view, String q, String form, Long classId, Integer page) {
    /** The proposed pairs. */
    static final String PAIRS = "pairs";
    /** Mentees who are left. */
    static final String LEFT = "left";
    /** Mentors with their places. */
    static final String MENTORS = "mentors";
    /** Locks, vetoes and advice. */
    static final String MARKS = "marks";

    static final List<String> VIEWS = List.of(PAIRS, LEFT, MENTORS, MARKS);

    BoardFilter {
        view = view != null && VIEWS.contains(view) ? view : PAIRS;
        q = q == null || view.equals(MARKS) ? "" : q.strip();
        form = form == null || !view.equals(PAIRS) ? "" : form;
        classId = view.equals(PAIRS) || view.equals(LEFT) ? classId : null;
        page = page == null ? 0 : Math.max(page, 0);
    }

    /** The same words in another part of the board, from its beginning. */
    BoardFilter in(String other) {
        return new BoardFilter(other, q, form, classId, 0);
    }

    /** Parameters of an address that shows it, without the page. */
    Map<String, Object> parameters() {
        return Map.of("view", view, "q", q, "form", form, "classId", classId == null ? "" : classId);
    }

    /** Whether it leaves anybody out. */
    public boolean narrows() {
        return !q.isEmpty() || !form.isEmpty() || classId != null;
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
