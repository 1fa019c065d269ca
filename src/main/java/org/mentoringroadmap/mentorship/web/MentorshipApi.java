package org.mentoringroadmap.mentorship.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.mentorship.Meeting;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.MentorshipFilter;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.programme.MentoringForm;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.data.domain.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Pairs and groups for other programs; codes, no names. */
@RestController
@Tag(name = "mentorships")
class MentorshipApi {
    /** A meeting; {@code held} is false where the pair does without it. */
    record MeetingJson(String kind, LocalDate date, boolean held) {}

    /** A pair or group; what is not entered is null. */
    record MentorshipJson(
            Long id,
            String code,
            Mentorship.Kind kind,
            Mentorship.State state,
            Integer mentees,
            String form,
            LocalDate formedOn,
            LocalDate startedOn,
            LocalDate endedOn,
            List<MeetingJson> meetings) {
        static MentorshipJson of(Meetings.Row row) {
            Mentorship pair = row.mentorship();
            return new MentorshipJson(
                    pair.id(),
                    pair.code(),
                    pair.kind(),
                    pair.state(),
                    pair.mentees() == 0 ? null : pair.mentees(),
                    pair.form().map(MentoringForm::id).orElse(null),
                    pair.formedOn(),
                    pair.startedOn().orElse(null),
                    pair.endedOn().orElse(null),
                    Arrays.stream(MeetingKind.values())
                            .flatMap(kind -> row.of(kind).stream())
                            .map(MentorshipJson::of)
                            .toList());
        }

        private static MeetingJson of(Meeting meeting) {
            return new MeetingJson(meeting.kind().id(), meeting.date(), meeting.held());
        }
    }

    /** One page of the list. */
    record PageJson(List<MentorshipJson> items, int page, int pages, long total) {}

    private final MentorshipManagement management;
    private final Meetings meetings;

    MentorshipApi(MentorshipManagement management, Meetings meetings) {
        this.management = management;
        this.meetings = meetings;
    }

    @Recorded(value = AuditAct.PAIRS_LISTED, id = "id", count = "items")
    @GetMapping("/api/programmes/{id}/mentorships")
    @Operation(summary = "Pairs and groups of a programme with their meetings, 25 at a time")
    PageJson ofProgramme(
            @PathVariable Long id,
            @RequestParam(required = false) Mentorship.State state,
            @RequestParam(defaultValue = "0") int page) {
        management.visible(id);
        Page<Meetings.Row> found =
                meetings.grid(id, new MentorshipFilter("", Optional.ofNullable(state), Optional.empty()), page);
        return new PageJson(
                found.getContent().stream().map(MentorshipJson::of).toList(),
                found.getNumber(),
                found.getTotalPages(),
                found.getTotalElements());
    }
}
