package org.mentoringroadmap.activity.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.mentoringroadmap.activity.checklist.ClassChecklists;
import org.mentoringroadmap.shared.NotFoundException;
import org.mentoringroadmap.shared.UserInputException;

/**
 * Answers of classes exactly as they were typed, so that a refused page shows them again.
 *
 * @param programmeId programme of the checklist
 * @param roadmapItem item of the checklist
 * @param classIds classes that answer; may be null
 * @param answer {@code held} or {@code not-held}: the pressed button
 * @param date day on which the classes carried it out
 * @param note remark or reason
 */
record ClassCompletionForm(
        Long programmeId, String roadmapItem, List<Long> classIds, String answer, String date, String note) {
    static ClassCompletionForm empty(String today) {
        return new ClassCompletionForm(null, null, List.of(), null, today, null);
    }

    ClassCompletionForm {
        classIds = classIds == null
                ? List.of()
                : classIds.stream().filter(Objects::nonNull).toList();
    }

    /** Whether these answers belong to the checklist; public because templates ask. */
    public boolean belongsTo(Long programme, String item) {
        return programme.equals(programmeId) && item.equals(roadmapItem);
    }

    /** Hands the answers in; tells whether they were the last ones. */
    boolean send(ClassChecklists checklists, Long programme, String item) {
        if (programme == null) {
            throw new NotFoundException("activity.unknown");
        }
        return checklists.answer(programme, item, classIds, !"not-held".equals(answer), day(), note);
    }

    private LocalDate day() {
        try {
            return date == null || date.isBlank() ? null : LocalDate.parse(date.strip());
        } catch (DateTimeException e) {
            throw new UserInputException("input.date", date);
        }
    }
}
