package org.mentoringroadmap.consent.web;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.mentoringroadmap.consent.ConsentCode;
import org.mentoringroadmap.consent.ConsentLists;
import org.mentoringroadmap.consent.ConsentRow;
import org.mentoringroadmap.consent.Consents;
import org.mentoringroadmap.participant.ConsentKind;
import org.mentoringroadmap.programme.Programme;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.Recorded;
import org.mentoringroadmap.shared.SeeOther;
import org.mentoringroadmap.shared.UserInputException;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** «Согласия»: classes and how far they are, a class ticked in one go, a printed paper found by its code. */
@Controller
class ConsentController {
    private final ConsentLists lists;
    private final Consents consents;
    private final Clock clock;

    ConsentController(ConsentLists lists, Consents consents, Clock clock) {
        this.lists = lists;
        this.consents = consents;
        this.clock = clock;
    }

    @Recorded(value = AuditAct.CONSENTS_LISTED, id = "classId", count = "sheet.rows", facts = "programme=id")
    @GetMapping("/programmes/{id}/consents")
    String show(
            @PathVariable Long id,
            @RequestParam(required = false) Long classId,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        Programme programme = lists.visible(id);
        List<ConsentRow.Group> groups = lists.groups(id);
        common(model, programme)
                .addAttribute("groups", groups)
                .addAttribute("wholeSchool", lists.seesWholeSchool())
                .addAttribute("kinds", ConsentKind.values());
        if (classId == null && !missing) {
            model.addAttribute("lacking", lists.countLacking(id));
            return "consent/consents";
        }
        LocalDate day = past(date);
        ConsentRow.Sheet sheet = missing ? lists.lacking(id, day, page) : lists.sheet(id, classId, day, page);
        model.addAttribute("sheet", sheet)
                .addAttribute("kinds", kinds(sheet.rows()))
                .addAttribute("printed", missing ? List.of() : printed(sheet))
                .addAttribute("missing", missing)
                .addAttribute("classId", classId);
        return "consent/consent-list";
    }

    /** The line of a printed paper; the box of its kind is ticked, so that Enter registers it. */
    @Recorded(value = AuditAct.CONSENT_LINE_OPENED, id = "participantId")
    @GetMapping("/programmes/{id}/consents/find")
    Object find(
            @PathVariable Long id,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            Model model) {
        ConsentCode found = ConsentCode.parse(code).orElseThrow(() -> new UserInputException("consent.code"));
        LocalDate day = past(date);
        ConsentRow row = lists.row(found.participantId(), day);
        Long programmeId = row.participant().programmeId();
        if (!programmeId.equals(id)) {
            return SeeOther.to("/programmes/" + programmeId + "/consents/find?code=" + found.text());
        }
        common(model, lists.visible(id))
                .addAttribute("groups", lists.groups(id))
                .addAttribute("sheet", new ConsentRow.Sheet(day, List.of(row), 0, 1, 1))
                .addAttribute("kinds", kinds(List.of(row)))
                .addAttribute("missing", false)
                .addAttribute("classId", row.participant().classId().orElse(0L))
                .addAttribute("code", found.text())
                .addAttribute("participantId", found.participantId())
                .addAttribute("scanned", found);
        return "consent/consent-list";
    }

    private Model common(Model model, Programme programme) {
        return model.addAttribute("programme", programme)
                .addAttribute("today", LocalDate.now(clock))
                .addAttribute("mayWrite", lists.mayWrite(programme));
    }

    private LocalDate past(LocalDate date) {
        LocalDate today = LocalDate.now(clock);
        return Optional.ofNullable(date).filter(day -> !day.isAfter(today)).orElse(today);
    }

    /** Only those kinds that somebody on the list signs. */
    private static List<ConsentKind> kinds(List<ConsentRow> rows) {
        return Arrays.stream(ConsentKind.values())
                .filter(kind -> rows.stream().anyMatch(row -> row.of(kind).isPresent()))
                .toList();
    }

    /** Those kinds of which somebody's paper is missing; of a list that goes on, all. */
    private static List<ConsentKind> printed(ConsentRow.Sheet sheet) {
        return kinds(sheet.rows()).stream()
                .filter(kind -> sheet.pages() > 1
                        || sheet.rows().stream()
                                .anyMatch(row -> row.of(kind)
                                        .filter(ConsentRow.Cell::missing)
                                        .isPresent()))
                .toList();
    }

    @PostMapping("/programmes/{id}/consents")
    RedirectView register(
            @PathVariable Long id,
            @RequestParam(required = false) List<String> tick,
            @RequestParam(required = false) Long classId,
            @RequestParam(defaultValue = "false") boolean missing,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate date,
            @RequestParam(defaultValue = "0") int page,
            RedirectAttributes flash) {
        List<ConsentLists.Tick> ticks = (tick == null ? List.<String>of() : tick)
                .stream().map(ConsentLists.Tick::parse).toList();
        lists.register(id, ticks, date);
        flash.addFlashAttribute("notice", "consent.saved");
        if (missing) {
            return SeeOther.to("/programmes/" + id + "/consents?missing=true&date=" + date);
        }
        return SeeOther.to("/programmes/" + id + "/consents"
                + (classId == null ? "" : "?classId=" + classId + "&date=" + date + (page > 0 ? "&page=" + page : "")));
    }

    @PostMapping("/participants/{participantId}/consents/{consentId}/withdraw")
    RedirectView withdraw(
            @PathVariable Long participantId,
            @PathVariable Long consentId,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate on,
            RedirectAttributes flash) {
        consents.withdraw(consents.of(participantId, consentId), on);
        return toCard(participantId, "consent.saved.withdrawn", flash);
    }

    @PostMapping("/participants/{participantId}/consents/{consentId}/undo")
    RedirectView undo(@PathVariable Long participantId, @PathVariable Long consentId, RedirectAttributes flash) {
        consents.undo(consents.of(participantId, consentId));
        return toCard(participantId, "consent.saved.undone", flash);
    }

    @PostMapping("/participants/{participantId}/consents/{consentId}/scan")
    RedirectView attach(
            @PathVariable Long participantId,
            @PathVariable Long consentId,
            @RequestParam MultipartFile file,
            RedirectAttributes flash)
            throws IOException {
        consents.attach(consents.of(participantId, consentId), file.getOriginalFilename(), file.getBytes());
        return toCard(participantId, "consent.saved.scan", flash);
    }

    private static RedirectView toCard(Long participantId, String notice, RedirectAttributes flash) {
        flash.addFlashAttribute("notice", notice);
        return SeeOther.to("/participants/" + participantId + "#consents");
    }

    /** Saved, not shown: nothing in a file may run in the reader's session. */
    @Recorded(value = AuditAct.CONSENT_SCAN_TAKEN, id = "consentId")
    @GetMapping("/consents/{consentId}/scan")
    ResponseEntity<byte[]> scan(@PathVariable Long consentId) {
        StoredFile file = consents.scan(consentId);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.contentType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .body(file.content());
    }
}
