package org.mentoringroadmap.exchange.web;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.mentoringroadmap.exchange.ImportChoices;
import org.mentoringroadmap.exchange.ImportLine;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.exchange.ImportOfPeople;
import org.mentoringroadmap.exchange.ImportProgress;
import org.mentoringroadmap.exchange.ImportReport;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.table.SheetForm;
import org.mentoringroadmap.table.SheetForm.Brought;
import org.mentoringroadmap.table.TableFile;
import org.mentoringroadmap.table.UnderstoodSheet;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Filling a register from a file or from the clipboard: choose, look at what each row would do, confirm. The table goes
 * with the page from step to step, so that nothing personal lies about on the server and any node can answer.
 */
@Controller
class ImportController {
    private static final int LINES = 100;

    /** What was stored; counts only. */
    record Done(ParticipantRole role, int created, int updated, int unchanged) implements Serializable {}

    /**
     * A page of the rows that are shown.
     *
     * @param number from 0
     * @param total how many rows there are
     */
    record Lines(List<ImportLine> content, int number, int total) {
        static Lines of(ImportReport report, Outcome show, String q, int page) {
            List<ImportLine> all = report.lines().stream()
                    .filter(line -> q.isBlank() || line.has(q))
                    .filter(line -> show == null || line.outcome() == show)
                    .toList();
            int from = Math.min(Math.max(page, 0) * LINES, all.size());
            return new Lines(all.subList(from, Math.min(from + LINES, all.size())), Math.max(page, 0), all.size());
        }

        /** How many pages. */
        public int pages() {
            return (total + LINES - 1) / LINES;
        }
    }

    private final ImportOfPeople imports;
    private final ImportProgress progress;

    ImportController(ImportOfPeople imports, ImportProgress progress) {
        this.imports = imports;
        this.progress = progress;
    }

    @GetMapping("/programmes/{id}/participants/import")
    String choose(@PathVariable Long id, @RequestParam(defaultValue = "MENTEE") ParticipantRole role, Model model) {
        return page(imports.programme(id), role, model);
    }

    private String page(Programme programme, ParticipantRole role, Model model) {
        model.addAttribute("programme", programme)
                .addAttribute("role", role)
                .addAttribute("other", role == ParticipantRole.MENTEE ? ParticipantRole.MENTOR : ParticipantRole.MENTEE)
                .addAttribute("headings", imports.headings(role))
                .addAttribute("mayAddClasses", imports.mayAddClasses())
                .addAttribute("outcomes", Outcome.values())
                .addAttribute("key", UUID.randomUUID())
                .addAttribute("keepDays", imports.keepDays())
                .addAttribute("mostRows", TableFile.MAX_ROWS - 1);
        return "exchange/import";
    }

    /**
     * Checks a file, or stores one that was checked.
     *
     * @param store whether to store; what was not checked as it is now is checked first, whatever the button
     * @param without whether to store without the rows that have errors
     * @param blank whether values that cannot be read are left out and the rest of their rows taken
     * @param unblank whether they are errors again
     * @param accepted whether what is asked about is right as it stands
     * @param key under which the page asks meanwhile how far it is; null where it does not
     * @param show which rows to show: an outcome, or ALL; where nobody has chosen, the wrong ones, if any
     * @param q part of what a row says; empty for all
     */
    @PostMapping("/programmes/{id}/participants/import")
    Object check(
            @PathVariable Long id,
            @RequestParam(defaultValue = "MENTEE") ParticipantRole role,
            SheetForm form,
            @RequestParam(defaultValue = "false") boolean store,
            @RequestParam(defaultValue = "false") boolean without,
            @RequestParam(defaultValue = "false") boolean addClasses,
            @RequestParam(defaultValue = "false") boolean blank,
            @RequestParam(defaultValue = "false") boolean unblank,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(required = false) UUID key,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            RedirectAttributes flash) {
        Programme programme = imports.programme(id);
        ImportProgress.Listener listener = key == null ? ImportProgress.Listener.NOBODY : progress.start(key, id);
        try {
            Brought brought = form.brought(imports.headings());
            boolean stores = store || without;
            boolean blanks = blank && !unblank;
            ImportChoices choices = new ImportChoices(brought.choices(), addClasses, without, blanks, accepted);
            ImportReport report = stores && form.isChecked()
                    ? imports.store(id, role, brought.file(), choices, listener)
                    : imports.preview(id, role, brought.file(), choices, listener);
            if (report.stored() && report.refused() == null) {
                flash.addFlashAttribute("done", done(role, report));
                return SeeOther.to("/programmes/" + id + "/participants/import?role=" + role);
            }
            if (report.stored()) {
                model.addAttribute("done", done(role, report))
                        .addAttribute("left", report.count(Outcome.REFUSED))
                        .addAttribute("leftValues", report.withoutValues());
                blanks = false;
                brought = new Brought(report.refused(), report.understood().choicesOfPart());
                report = imports.preview(
                        id, role, brought.file(), new ImportChoices(brought.choices(), addClasses, false), listener);
            }
            Outcome shown = shown(show, report);
            model.addAttribute("report", report)
                    .addAttribute("sheet", UnderstoodSheet.of(brought, report.understood(), imports.columns(role)))
                    .addAttribute("changed", stores && !form.isChecked())
                    .addAttribute("unconfirmed", stores && form.isChecked() && !accepted)
                    .addAttribute("addClasses", addClasses)
                    .addAttribute("blank", blanks)
                    .addAttribute("show", shown)
                    .addAttribute("q", q)
                    .addAttribute("lines", Lines.of(report, shown, q, page));
        } catch (UserInputException e) {
            if (e.getClass() != UserInputException.class) {
                throw e; // a refusal that is no fault of the file
            }
            model.addAttribute("refused", e).addAttribute("text", form.text());
        } finally {
            if (key != null) {
                progress.end(key);
            }
        }
        return page(programme, role, model);
    }

    private static Done done(ParticipantRole role, ImportReport report) {
        return new Done(
                role, report.count(Outcome.CREATED), report.count(Outcome.UPDATED), report.count(Outcome.UNCHANGED));
    }

    /** The rows that are refused or lack a value as a file, in the shape in which they came. */
    @PostMapping("/programmes/{id}/participants/import/left-out")
    ResponseEntity<byte[]> leftOut(
            @PathVariable Long id,
            @RequestParam(defaultValue = "MENTEE") ParticipantRole role,
            SheetForm form,
            @RequestParam(defaultValue = "false") boolean blank,
            @RequestParam(defaultValue = "false") boolean addClasses) {
        imports.programme(id);
        Brought brought = form.brought(imports.headings());
        return ImportApi.leftOut(
                imports,
                imports.preview(
                        id,
                        role,
                        brought.file(),
                        new ImportChoices(brought.choices(), addClasses, true, blank, false),
                        ImportProgress.Listener.NOBODY));
    }

    /** How far the table is that the page waits for. */
    @GetMapping("/programmes/{id}/participants/import/progress")
    String progress(@PathVariable Long id, @RequestParam UUID key, Model model) {
        imports.programme(id);
        model.addAttribute("state", progress.of(id, key).orElse(null));
        return "exchange/import-progress :: state";
    }

    /** Null for all; an outcome that no row has any more, since the table was mended, is not what one wants to see. */
    private static Outcome shown(String show, ImportReport report) {
        if (show.isEmpty()) {
            return report.count(Outcome.REFUSED) > 0 ? Outcome.REFUSED : null;
        }
        return Arrays.stream(Outcome.values())
                .filter(outcome -> outcome.name().equals(show) && report.count(outcome) > 0)
                .findFirst()
                .orElse(null);
    }
}
