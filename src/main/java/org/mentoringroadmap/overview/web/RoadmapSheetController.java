package org.mentoringroadmap.overview.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.OutcomeInput;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.EvidenceLink;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgrammeTable;
import org.mentoringroadmap.overview.StageProgress;
import org.mentoringroadmap.table.SheetDownload;
import org.mentoringroadmap.table.SheetFile;
import org.mentoringroadmap.table.SheetFile.Column;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The roadmap of a programme with what became of it, as a table for Excel: what the page shows, a line for each row. */
@Controller
class RoadmapSheetController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Overview overview;
    private final PrintedResponsible responsible;
    private final MessageSource messages;
    private final Clock clock;

    RoadmapSheetController(Overview overview, PrintedResponsible responsible, MessageSource messages, Clock clock) {
        this.overview = overview;
        this.responsible = responsible;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping("/programmes/{id}/roadmap.xlsx")
    ResponseEntity<byte[]> export(@PathVariable Long id) {
        ProgrammeTable table = overview.table(id);
        LocalDate today = LocalDate.now(clock);
        List<List<String>> rows = new ArrayList<>();
        for (StageProgress stage : table.stages()) {
            table.of(stage.stage())
                    .forEach(row -> rows.add(cells(stage.stage().heading(), row, today, table.started())));
        }
        SheetFile file = new SheetFile(
                text("overview.sheet", table.programme().schoolYear().text()),
                List.of(
                        new Column(text("overview.sheet.stage"), 30),
                        new Column(text("overview.sheet.number"), 9),
                        new Column(text("overview.sheet.title"), 50),
                        new Column(text("overview.sheet.term"), 22),
                        new Column(text("overview.sheet.due"), 13),
                        new Column(text("overview.sheet.responsible"), 30),
                        new Column(text("overview.sheet.state"), 20),
                        new Column(text("overview.sheet.outcome"), 22),
                        new Column(text("overview.sheet.outcome-date"), 13),
                        new Column(text("overview.sheet.evidence"), 45)),
                rows);
        return SheetDownload.of(file);
    }

    private List<String> cells(String stage, ActivityProgress row, LocalDate today, boolean started) {
        OutcomeInput said = row.outcome() == null ? null : row.outcome().said();
        String printed = responsible.of(row.activity());
        return Arrays.asList(
                stage,
                row.activity().printedItem(),
                row.activity().title(),
                row.term(),
                row.due() == null ? null : DAY.format(row.due()),
                printed.isEmpty() ? responsible.roles(row.activity()) : printed,
                state(row, today, started),
                said == null ? null : outcome(said),
                said == null || said.date() == null ? null : DAY.format(said.date()),
                row.evidence().stream().map(EvidenceLink::title).collect(Collectors.joining("; ")));
    }

    private String state(ActivityProgress row, LocalDate today, boolean started) {
        if (row.removed()) {
            return text("overview.removed");
        }
        boolean late = started && row.overdue(today);
        return text("overview." + row.wording(today, started) + (late ? ".late." : ".") + row.state());
    }

    private String outcome(OutcomeInput said) {
        return Stream.of(text("outcome." + said.outcome().id()), said.number() == null ? null : "№ " + said.number())
                .filter(part -> part != null)
                .collect(Collectors.joining(", "));
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
