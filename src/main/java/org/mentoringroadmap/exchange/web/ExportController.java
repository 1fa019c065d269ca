package org.mentoringroadmap.exchange.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.mentoringroadmap.exchange.RegisterExport;
import org.mentoringroadmap.participant.ParticipantFilter;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.TopicKind;
import org.mentoringroadmap.register.PersonData;
import org.mentoringroadmap.register.PersonDataExport;
import org.mentoringroadmap.register.RegisterFilter;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.mentoringroadmap.storage.StoredFile;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** What people take away: a register as a table, and all that is kept of one person. */
@Controller
class ExportController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final RegisterExport registers;
    private final PersonDataExport people;
    private final AuditTrail trail;
    private final ITemplateEngine templates;
    private final ObjectMapper json;

    ExportController(
            RegisterExport registers,
            PersonDataExport people,
            AuditTrail trail,
            ITemplateEngine templates,
            ObjectMapper json) {
        this.registers = registers;
        this.people = people;
        this.trail = trail;
        this.templates = templates;
        this.json = json;
    }

    @GetMapping("/programmes/{id}/participants/export")
    ResponseEntity<byte[]> register(
            @PathVariable Long id,
            @ModelAttribute RegisterFilter filter,
            @RequestParam(defaultValue = "xlsx") String format) {
        ParticipantRole role = filter.roleOr(ParticipantRole.MENTEE);
        ParticipantFilter chosen = filter.of(role);
        boolean csv = format.equals("csv");
        RegisterExport.Exported exported = csv ? registers.csv(id, chosen) : registers.xlsx(id, chosen);
        String extension = csv ? "csv" : "xlsx";
        trail.record(AuditEvent.of(AuditAct.REGISTER_EXPORTED, id)
                .count(exported.people())
                .fact("role", role)
                .fact("format", extension));
        return file(exported.file(), csv ? CSV : XLSX, exported.name() + "." + extension);
    }

    /** The same twice, a page to be read and a file for programs; and the scanned papers. */
    @GetMapping("/participants/{participantId}/data.zip")
    ResponseEntity<byte[]> person(@PathVariable Long participantId) {
        PersonData data = people.of(participantId);
        Locale locale = LocaleContextHolder.getLocale();
        Context context = new Context(locale);
        context.setVariable("data", data);
        context.setVariable("kinds", TopicKind.values());
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream entries = new ZipOutputStream(zip)) {
            entries.putNextEntry(new ZipEntry("person.html"));
            entries.write(templates.process("exchange/person-data", context).getBytes(StandardCharsets.UTF_8));
            entries.putNextEntry(new ZipEntry("person.json"));
            entries.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(data));
            for (StoredFile scan : people.scans(participantId)) {
                entries.putNextEntry(new ZipEntry(scan.name()));
                entries.write(scan.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file(zip.toByteArray(), MediaType.parseMediaType("application/zip"), "person-" + participantId + ".zip");
    }

    private static ResponseEntity<byte[]> file(byte[] content, MediaType type, String name) {
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(name, StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(content);
    }
}
