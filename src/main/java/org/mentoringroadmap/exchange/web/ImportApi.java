package org.mentoringroadmap.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.mentoringroadmap.exchange.ImportIssue;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.exchange.ImportOfPeople;
import org.mentoringroadmap.exchange.ImportProgress;
import org.mentoringroadmap.exchange.ImportReport;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.table.Table;
import org.mentoringroadmap.table.TableFile;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Registers from files, for other programs. */
@RestController
@Tag(name = "participants")
class ImportApi {
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /**
     * What a file does, or has done where it was confirmed and has no errors.
     *
     * @param warnings what of the file is not read or worth a look; stops nothing but where it is a question
     */
    record ImportJson(
            int rows, int created, int updated, int unchanged, List<ImportIssue> errors, List<ImportIssue> warnings) {
        static ImportJson of(ImportReport report) {
            return new ImportJson(
                    report.rows(),
                    report.count(Outcome.CREATED),
                    report.count(Outcome.UPDATED),
                    report.count(Outcome.UNCHANGED),
                    report.errors(),
                    report.warnings());
        }
    }

    private final ImportOfPeople imports;

    ImportApi(ImportOfPeople imports) {
        this.imports = imports;
    }

    @GetMapping("/api/programmes/{id}/participants/template")
    @Operation(summary = "A table with the headings and one invented row (CSV, UTF-8 with BOM, semicolon)")
    ResponseEntity<byte[]> template(@PathVariable Long id, @RequestParam ParticipantRole role) {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(imports.templateName(role), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(CSV)
                .body(imports.template(id, role));
    }

    @PostMapping(path = "/api/programmes/{id}/participants/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "What a .csv or .xlsx file does; stored only if confirmed and without errors",
            description =
                    "addClasses: classes that the school lacks are added instead of being an error. accepted: values"
                            + " that look wrong (warnings with question = true) are right; else a file with such is not stored")
    ImportJson post(
            @PathVariable Long id,
            @RequestParam ParticipantRole role,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "false") boolean addClasses,
            @RequestParam(defaultValue = "false") boolean accepted,
            @RequestParam MultipartFile file) {
        imports.programme(id); // who may not is told so, whatever the file
        Table table = read(file);
        return ImportJson.of(
                confirm
                        ? imports.store(id, role, table, addClasses, accepted, ImportProgress.Listener.NOBODY)
                        : imports.preview(id, role, table, addClasses));
    }

    static Table read(MultipartFile file) {
        try {
            return TableFile.read(file.getOriginalFilename(), file.getBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
