package org.mentoringroadmap.overview.web;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mentoringroadmap.activity.evidence.Evidence;
import org.mentoringroadmap.activity.evidence.EvidenceEntry;
import org.mentoringroadmap.document.Document;
import org.mentoringroadmap.document.Documents;
import org.mentoringroadmap.overview.ActivityProgress;
import org.mentoringroadmap.overview.FolderRow;
import org.mentoringroadmap.overview.InspectionFolder;
import org.mentoringroadmap.roadmap.RoadmapActivity;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;

/**
 * Writes «Папка проверяющего» as one ZIP: an inventory to read (HTML) and to count with (CSV), and the files in a folder
 * for every item.
 */
@Component
class FolderArchive {
    private static final Locale RUSSIAN = Locale.forLanguageTag("ru");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int MAX_FOLDER_LENGTH = 70;
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    /** A file of the archive: its place, and where its content comes from. */
    record Item(String path, String name, Document document, EvidenceEntry entry) {}

    private final Documents documents;
    private final Evidence evidence;
    private final Schools schools;
    private final MessageSource messages;
    private final SpringTemplateEngine templates;
    private final Clock clock;

    FolderArchive(
            Documents documents,
            Evidence evidence,
            Schools schools,
            MessageSource messages,
            SpringTemplateEngine templates,
            Clock clock) {
        this.documents = documents;
        this.evidence = evidence;
        this.schools = schools;
        this.messages = messages;
        this.templates = templates;
        this.clock = clock;
    }

    /** Name of the archive. */
    String name(InspectionFolder folder) {
        return clean(
                text("overview.folder.file", folder.programme().schoolYear().text()));
    }

    /** Writes the archive; holds one file in memory at a time. */
    void write(InspectionFolder folder, OutputStream out) throws IOException {
        Map<String, List<Item>> items = items(folder);
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            put(zip, text("overview.folder.inventory") + ".html", inventory(folder, items));
            put(zip, text("overview.folder.inventory") + ".csv", table(folder, items));
            for (List<Item> files : items.values()) {
                for (Item file : files) {
                    zip.putNextEntry(new ZipEntry(file.path()));
                    zip.write(content(file).content());
                    zip.closeEntry();
                }
            }
        }
    }

    private static void put(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private StoredFile content(Item file) {
        return file.document() != null
                ? documents.file(file.document().id())
                : evidence.file(file.entry().id());
    }

    /** Files by the key of the activity; a registered document and whatever was added, each under a name of its own. */
    private Map<String, List<Item>> items(InspectionFolder folder) {
        return folder.rows().stream()
                .filter(row -> row.progress().activity().first())
                .collect(Collectors.toMap(row -> row.progress().activity().key(), this::items));
    }

    private List<Item> items(FolderRow row) {
        String place = place(row.progress());
        Set<String> taken = new HashSet<>();
        List<Item> items = new ArrayList<>();
        row.documents().stream()
                .filter(document -> document.registration().isPresent())
                .forEach(document -> {
                    String name = unique(
                            clean(document.title() + " № " + document.number() + text("overview.folder.of")
                                            + DAY.format(document.date()))
                                    + ".docx",
                            taken);
                    items.add(new Item(place + "/" + name, name, document, null));
                });
        row.evidence().stream().filter(entry -> entry.fileId().isPresent()).forEach(entry -> {
            String name = unique(clean(entry.name().orElse(String.valueOf(entry.id()))), taken);
            items.add(new Item(place + "/" + name, name, null, entry));
        });
        return items;
    }

    private String inventory(InspectionFolder folder, Map<String, List<Item>> items) {
        Context context = new Context(RUSSIAN);
        context.setVariable("folder", folder);
        context.setVariable("school", schools.get(folder.programme().schoolId()).requisites());
        context.setVariable("files", items);
        context.setVariable("today", LocalDate.now(clock));
        return templates.process("overview/folder-inventory", context);
    }

    private String table(InspectionFolder folder, Map<String, List<Item>> items) {
        StringBuilder csv = new StringBuilder(BYTE_ORDER_MARK);
        csv.append(text("overview.folder.columns")).append("\r\n");
        for (FolderRow row : folder.rows()) {
            RoadmapActivity activity = row.progress().activity();
            var outcome = row.progress().outcome();
            csv.append(line(
                    activity.printedItem(),
                    activity.title(),
                    row.progress().due() == null
                            ? ""
                            : DAY.format(row.progress().due()),
                    outcome == null ? "" : text("outcome." + outcome.outcome().id()),
                    outcome == null ? "" : outcome.date().map(DAY::format).orElse(""),
                    outcome == null ? "" : outcome.number().orElse(""),
                    row.steps().stream()
                            .flatMap(step -> step.figures().entrySet().stream())
                            .map(figure -> text("figure." + figure.getKey()) + ": " + figure.getValue())
                            .collect(Collectors.joining("; ")),
                    items.get(activity.key()).stream().map(Item::name).collect(Collectors.joining("; ")),
                    row.progress().removed()
                            ? text("overview.removed")
                            : row.gap().open() ? text("overview.gap." + row.gap()) : ""));
        }
        return csv.toString();
    }

    /** Cells that a spreadsheet would take for a formula are prefixed. */
    private static String line(String... cells) {
        return java.util.Arrays.stream(cells)
                .map(cell -> cell.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + cell : cell)
                .map(cell -> "\"" + cell.replace("\"", "\"\"") + "\"")
                .collect(Collectors.joining(";", "", "\r\n"));
    }

    /** One that was taken out may have left its number to another. */
    private String place(ActivityProgress row) {
        String name = clean(row.activity().printedItem() + " " + row.activity().title());
        String place = name.length() <= MAX_FOLDER_LENGTH
                ? name
                : name.substring(0, MAX_FOLDER_LENGTH).strip();
        return row.removed() ? place + " (" + text("overview.removed") + ")" : place;
    }

    private static String unique(String name, Set<String> taken) {
        String free = name;
        int dot = name.lastIndexOf('.');
        for (int copy = 2; !taken.add(free.toLowerCase(RUSSIAN)); copy++) {
            free = dot > 0
                    ? name.substring(0, dot) + " (" + copy + ")" + name.substring(dot)
                    : name + " (" + copy + ")";
        }
        return free;
    }

    /** Without what Windows refuses in a file name, and without a way out of the archive. */
    private static String clean(String name) {
        return name.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "-")
                .replaceAll("^\\.+|[. ]+$", "")
                .strip();
    }

    private String text(String code, Object... arguments) {
        return messages.getMessage(code, arguments, code, RUSSIAN);
    }
}
