package org.mentoringroadmap.document.web;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.DocumentKind;
import org.mentoringroadmap.document.DocumentKinds;
import org.mentoringroadmap.document.DocumentStatus;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.document.approval.DocumentHolders;
import org.mentoringroadmap.programme.ActivityKeys;
import org.mentoringroadmap.programme.Programmes;
import org.mentoringroadmap.roadmap.RoadmapItems;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.table.SheetDownload;
import org.mentoringroadmap.table.SheetFile;
import org.mentoringroadmap.table.SheetFile.Column;
import org.springframework.context.MessageSource;
import org.springframework.data.domain.Page;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list of documents that somebody sees, as he has filtered it, as a table for Excel. */
@Controller
class DocumentSheetController {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");

    private final Documents documents;
    private final DocumentKinds kinds;
    private final Programmes programmes;
    private final ActivityKeys keys;
    private final MessageSource messages;
    private final AuditTrail trail;
    private final DocumentHolders holders;

    DocumentSheetController(
            Documents documents,
            DocumentKinds kinds,
            Programmes programmes,
            ActivityKeys keys,
            MessageSource messages,
            AuditTrail trail,
            DocumentHolders holders) {
        this.documents = documents;
        this.kinds = kinds;
        this.programmes = programmes;
        this.keys = keys;
        this.messages = messages;
        this.trail = trail;
        this.holders = holders;
    }

    @GetMapping("/documents.xlsx")
    ResponseEntity<byte[]> export(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String type,
            @RequestParam(defaultValue = "") String status,
            @RequestParam(defaultValue = "") String programme) {
        String kind = kinds.find(type).map(DocumentKind::id).orElse(null);
        DocumentStatus chosen = DocumentStatus.of(status).orElse(null);
        List<Document> found = new ArrayList<>();
        Documents.Wanted wanted = new Documents.Wanted(
                q,
                kind,
                chosen,
                ProgrammeChoice.of(programme, programmes.visible()).chosen());
        Set<String> mine = holders.instancesOfMine();
        Page<Document> page = documents.search(wanted, mine, 0);
        found.addAll(page.getContent());
        while (page.hasNext()) {
            page = documents.search(wanted, mine, page.getNumber() + 1);
            found.addAll(page.getContent());
        }
        Map<Long, DocumentHolders.Held> held = holders.of(found);
        trail.record(AuditEvent.of(AuditAct.DOCUMENTS_EXPORTED).count(found.size()));
        Map<Long, String> years = new HashMap<>();
        return SheetDownload.of(new SheetFile(
                text("document.sheet"),
                List.of(
                        new Column(text("document.sheet.title"), 60),
                        new Column(text("document.sheet.kind"), 28),
                        new Column(text("document.sheet.number"), 12),
                        new Column(text("document.sheet.date"), 12),
                        new Column(text("document.sheet.status"), 18),
                        new Column(text("document.sheet.item"), 10),
                        new Column(text("document.sheet.year"), 14),
                        new Column(text("document.sheet.held"), 40)),
                found.stream()
                        .map(document -> cells(document, years, held.get(document.id())))
                        .toList()));
    }

    private List<String> cells(Document document, Map<Long, String> years, DocumentHolders.Held held) {
        return Arrays.asList(
                document.title(),
                kinds.title(document.kind().id()),
                document.number(),
                document.date() == null ? null : DAY.format(document.date()),
                text("document.status." + document.status()),
                document.activityKey()
                        .map(key -> RoadmapItems.printed(keys.knownItem(document.programmeId(), key)))
                        .orElse(null),
                years.computeIfAbsent(
                        document.programmeId(),
                        id -> programmes.get(id).schoolYear().text()),
                held == null ? null : words(held));
    }

    private String words(DocumentHolders.Held held) {
        String step = text("document.at." + held.step());
        return held.who().isEmpty() ? step : String.join(", ", held.who()) + ": " + step;
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, RUSSIAN);
    }
}
