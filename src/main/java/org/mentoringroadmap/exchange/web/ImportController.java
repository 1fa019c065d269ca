package org.mentoringroadmap.exchange.web;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.mentoringroadmap.exchange.ImportLine;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.exchange.ImportOfPeople;
import org.mentoringroadmap.exchange.ImportProgress;
import org.mentoringroadmap.exchange.ImportReport;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.shared.Verbatim;
import org.mentoringroadmap.table.Table;
import org.mentoringroadmap.table.TableFile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
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
        static Lines of(ImportReport report, Outcome show, int page) {
            List<ImportLine> all = report.lines().stream()
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
     * Checks a table, or stores one that was checked.
     *
     * @param text the table as text where no file comes with the request
     * @param seal of the text that was checked; another text is checked first, whatever the button
     * @param store whether to store
     * @param accepted whether what is asked about is right as it stands
     * @param key under which the page asks meanwhile how far it is; null where it does not
     * @param show which rows to show: an outcome, or ALL; where nobody has chosen, the wrong ones, if any
     */
    @PostMapping("/programmes/{id}/participants/import")
    Object check(
            @PathVariable Long id,
            @RequestParam(defaultValue = "MENTEE") ParticipantRole role,
            @RequestParam(required = false) MultipartFile file,
            @Verbatim @RequestParam(defaultValue = "") String text,
            @RequestParam(defaultValue = "") String seal,
            @RequestParam(defaultValue = "false") boolean store,
            @RequestParam(defaultValue = "false") boolean addClasses,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam(required = false) UUID key,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "0") int page,
            Model model,
            RedirectAttributes flash) {
        Programme programme = imports.programme(id);
        ImportProgress.Listener listener = key == null ? ImportProgress.Listener.NOBODY : progress.start(key, id);
        Optional<MultipartFile> brought = Optional.ofNullable(file).filter(each -> !each.isEmpty());
        try {
            if (brought.isEmpty() && text.isBlank()) {
                throw new UserInputException("import.nothing");
            }
            Table table = brought.map(ImportApi::read).orElseGet(() -> TableFile.read(text));
            boolean checked = brought.isEmpty() && seal(text).equals(seal);
            ImportReport report = store && checked
                    ? imports.store(id, role, table, addClasses, accepted, listener)
                    : imports.preview(id, role, table, addClasses, listener);
            if (report.stored()) {
                flash.addFlashAttribute(
                        "done",
                        new Done(
                                role,
                                report.count(Outcome.CREATED),
                                report.count(Outcome.UPDATED),
                                report.count(Outcome.UNCHANGED)));
                return SeeOther.to("/programmes/" + id + "/participants/import?role=" + role);
            }
            Outcome shown = shown(show, report);
            model.addAttribute("report", report)
                    .addAttribute("seal", seal(report.text()))
                    .addAttribute("changed", store && !checked)
                    .addAttribute("unconfirmed", store && checked && !accepted)
                    .addAttribute("addClasses", addClasses)
                    .addAttribute("show", shown)
                    .addAttribute("lines", Lines.of(report, shown, page));
        } catch (UserInputException e) {
            if (e.getClass() != UserInputException.class) {
                throw e; // a refusal that is no fault of the file
            }
            model.addAttribute("refused", e).addAttribute("text", text);
        } finally {
            if (key != null) {
                progress.end(key);
            }
        }
        return page(programme, role, model);
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

    /** Browsers send line ends of their own. */
    private static String seal(String text) {
        return DigestUtils.md5DigestAsHex(text.replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8));
    }
}
