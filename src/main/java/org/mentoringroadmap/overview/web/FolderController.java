package org.mentoringroadmap.overview.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.mentoringroadmap.activity.evidence.EvidenceEntry;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.overview.FolderRow;
import org.mentoringroadmap.overview.InspectionFolder;
import org.mentoringroadmap.overview.InspectionFolders;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** «Папка проверяющего»: one page to look at and to print, one archive to hand over. */
@Controller
class FolderController {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final InspectionFolders folders;
    private final FolderArchive archive;
    private final AuditTrail trail;
    private final Clock clock;

    FolderController(InspectionFolders folders, FolderArchive archive, AuditTrail trail, Clock clock) {
        this.folders = folders;
        this.archive = archive;
        this.trail = trail;
        this.clock = clock;
    }

    @Recorded(value = AuditAct.FOLDER_OPENED, id = "id")
    @GetMapping("/programmes/{id}/folder")
    String folder(
            @PathVariable Long id,
            @RequestParam(name = "q", defaultValue = "") String text,
            @RequestParam(defaultValue = "false") boolean gaps,
            Model model) {
        InspectionFolder folder = folders.get(id);
        model.addAttribute("folder", folder);
        model.addAttribute(
                "stages",
                folder.rows().stream()
                        .filter(row -> !gaps || row.gap().open())
                        .filter(row -> contains(row, text))
                        .collect(Collectors.groupingBy(FolderRow::stage, LinkedHashMap::new, Collectors.toList())));
        model.addAttribute("q", text);
        model.addAttribute("gaps", gaps);
        model.addAttribute("today", LocalDate.now(clock));
        return "overview/folder";
    }

    /** Written straight to the answer, file by file, so that a year of photos does not fill the memory. */
    @GetMapping("/programmes/{id}/folder.zip")
    void download(@PathVariable Long id, HttpServletResponse response) throws IOException {
        InspectionFolder folder = folders.get(id);
        trail.record(AuditEvent.of(AuditAct.FOLDER_EXPORTED, id));
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(archive.name(folder), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        archive.write(folder, response.getOutputStream());
    }

    private static boolean contains(FolderRow row, String text) {
        String wanted = text.strip().toLowerCase(RUSSIAN);
        Stream<String> words = Stream.of(
                        Stream.of(
                                row.progress().activity().printedItem(),
                                RoadmapItems.plain(row.progress().activity().shown()),
                                row.progress().activity().title(),
                                row.progress().activity().result()),
                        row.documents().stream().map(Document::title),
                        row.evidence().stream().map(FolderController::title))
                .flatMap(part -> part);
        return words.anyMatch(word -> word != null && word.toLowerCase(RUSSIAN).contains(wanted));
    }

    private static String title(EvidenceEntry entry) {
        return Stream.of(entry.name(), entry.link(), entry.note())
                .flatMap(Optional::stream)
                .collect(Collectors.joining(" "));
    }
}
