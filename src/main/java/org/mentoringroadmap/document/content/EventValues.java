package org.mentoringroadmap.document.content;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.mentoringroadmap.activity.event.Event;
import org.mentoringroadmap.document.DocumentTexts;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Role;
import org.springframework.stereotype.Component;

/** What papers say of an event: its protocol when it is over, the order on it before. */
@Component
class EventValues {
    private final CommonContent common;
    private final DocumentTexts texts;

    EventValues(CommonContent common, DocumentTexts texts) {
        this.common = common;
        this.texts = texts;
    }

    /**
     * Values for the tags {@code event.…}; blank where nothing has been planned or reported yet. What it is called, its
     * heading and whether people vote are left to the paper.
     */
    Map<String, Object> of(Programme programme, Optional<Event> event) {
        Map<String, Object> chair = common.holder(programme.schoolId(), Role.DIRECTOR);
        Map<String, Object> secretary = common.holder(programme.schoolId(), Role.SECRETARY);
        return CommonContent.values(
                "kind", null,
                "title", null,
                "date",
                        event.map(one -> texts.date(one.heldOn().orElse(one.plannedFor())))
                                .orElse(null),
                "begins", event.flatMap(Event::begins).orElse(null),
                "place", event.map(Event::place).orElse(null),
                "chair", chair.get("name"),
                "chairSignature", chair.get("signature"),
                "secretary", secretary.get("name"),
                "secretarySignature", secretary.get("signature"),
                "presentCount", event.flatMap(Event::came).orElse(null),
                "invited", null,
                "questions", questions(event.flatMap(Event::agenda).orElse(null)),
                "decisions",
                        CommonContent.lines(event.flatMap(Event::decisions).orElse(null)).stream()
                                .map(line -> CommonContent.values("text", line))
                                .toList(),
                "voting", false);
    }

    /**
     * Points of an agenda as rows with the tags of a question.
     *
     * @param agenda a point a line; may be null
     */
    static List<Map<String, Object>> questions(String agenda) {
        return CommonContent.lines(agenda).stream()
                .map(line -> CommonContent.values(
                        "title", line.replaceFirst("[.;]+$", ""), "speaker", null, "heard", null, "decision", null))
                .toList();
    }
}
