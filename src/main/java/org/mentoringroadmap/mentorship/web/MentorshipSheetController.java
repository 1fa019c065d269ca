package org.mentoringroadmap.mentorship.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.mentoringroadmap.mentorship.MeetingKind;
import org.mentoringroadmap.mentorship.MemberDirectory;
import org.mentoringroadmap.mentorship.Mentorship;
import org.mentoringroadmap.mentorship.Mentorships;
import org.mentoringroadmap.mentorship.lifecycle.MentorshipManagement;
import org.mentoringroadmap.mentorship.meeting.Meetings;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.table.SheetDownload;
import org.mentoringroadmap.table.SheetFile;
import org.mentoringroadmap.table.SheetFile.Column;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** All pairs and groups of a programme with the days of their meetings, as a table for Excel: a line for each. */
@Controller
class MentorshipSheetController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final MentorshipManagement management;
    private final Mentorships mentorships;
    private final Meetings meetings;
    private final Staff staff;
    private final MemberDirectory memberDirectory;
    private final MessageSource messages;
    private final AuditTrail trail;

    MentorshipSheetController(
            MentorshipManagement management,
            Mentorships mentorships,
            Meetings meetings,
            Staff staff,
            MemberDirectory memberDirectory,
            MessageSource messages,
            AuditTrail trail) {
        this.management = management;
        this.mentorships = mentorships;
        this.meetings = meetings;
        this.staff = staff;
        this.memberDirectory = memberDirectory;
        this.messages = messages;
        this.trail = trail;
    }

    @GetMapping("/programmes/{id}/pairs.xlsx")
    ResponseEntity<byte[]> export(@PathVariable Long id) {
        Programme programme = management.visible(id);
        List<Mentorship> pairs = mentorships.of(id);
        MemberNames names = MemberNames.of(staff, memberDirectory, programme.schoolId(), pairs);
        List<List<String>> rows =
                meetings.rows(pairs).stream().map(row -> cells(row, names)).toList();
        trail.record(AuditEvent.of(AuditAct.PAIRS_EXPORTED, id).count(rows.size()));
        return SheetDownload.of(
                new SheetFile(text("mentorship.sheet", programme.schoolYear().text()), columns(), rows));
    }

    private List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(
                new Column(text("mentorship.sheet.code"), 10),
                new Column(text("mentorship.sheet.mentor"), 24),
                new Column(text("mentorship.sheet.form"), 22),
                new Column(text("mentorship.sheet.mentees"), 32),
                new Column(text("mentorship.sheet.state"), 18),
                new Column(text("mentorship.sheet.formed"), 12),
                new Column(text("mentorship.sheet.started"), 12),
                new Column(text("mentorship.sheet.ended"), 12),
                new Column(text("mentorship.sheet.reason"), 30)));
        for (MeetingKind kind : MeetingKind.values()) {
            columns.add(new Column(text("mentorship.sheet.meeting", text("meeting-kind." + kind.id())), 18));
        }
        return columns;
    }

    private List<String> cells(Meetings.Row row, MemberNames names) {
        Mentorship pair = row.mentorship();
        List<String> mentees = names.mentees(pair);
        List<String> cells = new ArrayList<>();
        cells.add(pair.code());
        cells.add(names.mentor(pair));
        cells.add(pair.form().map(form -> text("mentoring-form." + form.id())).orElse(null));
        cells.add(
                mentees.isEmpty() && pair.mentees() > 0 ? String.valueOf(pair.mentees()) : String.join("; ", mentees));
        cells.add(text("mentorship.state." + pair.state()));
        cells.add(day(Optional.of(pair.formedOn())));
        cells.add(day(pair.startedOn()));
        cells.add(day(pair.endedOn()));
        cells.add(pair.reason().orElse(null));
        for (MeetingKind kind : MeetingKind.values()) {
            cells.add(row.of(kind).stream()
                    .map(meeting -> meeting.held() ? DAY.format(meeting.date()) : text("mentorship.sheet.not-needed"))
                    .collect(Collectors.joining("; ")));
        }
        return cells;
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(DAY::format).orElse(null);
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
