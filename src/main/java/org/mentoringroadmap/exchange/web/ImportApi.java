package org.mentoringroadmap.exchange.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.mentoringroadmap.exchange.ImportChoices;
import org.mentoringroadmap.exchange.ImportIssue;
import org.mentoringroadmap.exchange.ImportLine.Outcome;
import org.mentoringroadmap.exchange.ImportOfPeople;
import org.mentoringroadmap.exchange.ImportProgress;
import org.mentoringroadmap.exchange.ImportReport;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.table.SheetChoices;
import org.mentoringroadmap.table.SheetForm;
import org.mentoringroadmap.table.Workbook;
import org.springdoc.core.annotations.ParameterObject;
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
    private static final MediaType XLSX =
            new MediaType("application", "vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final String UNDERSTANDING =
            "Where the file is understood otherwise than it is meant: sheets (from 0),"
                    + " header (number of the row with the headings), columns (for each from the left an id like LAST_NAME or"
                    + " REPRESENTATIVE_PHONE, «-» to leave it out, empty for as understood; the answer's columns name them),"
                    + " hiddenRows, hiddenColumns, below (rows under the table) to take what is left out.";

    /**
     * What a file does, or has done where it was confirmed and has no errors.
     *
     * @param refused rows with errors
     * @param stored whether the register has been changed so
     * @param warnings what of the file is not read or worth a look; stops nothing but where it is a question
     * @param leftOut values that are not stored with the rest of their rows
     * @param columns how each column was understood
     */
    record ImportJson(
            int rows,
            int created,
            int updated,
            int unchanged,
            int refused,
            boolean stored,
            List<ImportIssue> errors,
            List<ImportIssue> warnings,
            List<ImportIssue> leftOut,
            List<ColumnJson> columns) {
        static ImportJson of(ImportReport report) {
            return new ImportJson(
                    report.rows(),
                    report.count(Outcome.CREATED),
                    report.count(Outcome.UPDATED),
                    report.count(Outcome.UNCHANGED),
                    report.count(Outcome.REFUSED),
                    report.stored(),
                    report.errors(),
                    report.warnings(),
                    report.leftOutValues(),
                    report.understood().columns().stream()
                            .filter(column -> !column.derived())
                            .map(column -> new ColumnJson(column.title(), column.id()))
                            .toList());
        }
    }

    /**
     * A column of the file.
     *
     * @param column what it is; null for one that is left out
     */
    record ColumnJson(String heading, String column) {}

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

    /**
     * How a file is to be understood where it is understood otherwise.
     *
     * @param sheets indices of sheets, the first is 0
     * @param header number of the row with the headings
     * @param columns for each column an id, «-», or nothing
     */
    record Understanding(
            List<Integer> sheets,
            Integer header,
            List<String> columns,
            Boolean hiddenRows,
            Boolean hiddenColumns,
            Boolean below) {
        private SheetChoices choices() {
            return new SheetChoices(
                    sheets == null ? Set.of() : Set.copyOf(sheets),
                    header,
                    columns == null ? List.of() : columns,
                    "",
                    Boolean.TRUE.equals(hiddenRows),
                    Boolean.TRUE.equals(hiddenColumns),
                    Boolean.TRUE.equals(below));
        }
    }

    @PostMapping(path = "/api/programmes/{id}/participants/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "What a file with a table does (.xlsx, .ods, .csv); stored only if confirmed and without errors",
            description = "addClasses: classes that the school lacks are added instead of being an error."
                    + " skipErrors: rows with errors are left out and the others stored; "
                    + "POST …/import/left-out answers them as a file. skipValues: values that cannot be read (errors with"
                    + " dispensable = true) are left out and the rest of their rows stored; leftOut names them. accepted: values that look wrong (warnings with"
                    + " question = true) are right; else a file with such is not stored. " + UNDERSTANDING)
    ImportJson post(
            @PathVariable Long id,
            @RequestParam ParticipantRole role,
            @RequestParam(defaultValue = "false") boolean confirm,
            @RequestParam(defaultValue = "false") boolean addClasses,
            @RequestParam(defaultValue = "false") boolean skipErrors,
            @RequestParam(defaultValue = "false") boolean skipValues,
            @RequestParam(defaultValue = "false") boolean accepted,
            @ParameterObject Understanding understanding,
            @RequestParam MultipartFile file) {
        imports.programme(id); // who may not is told so, whatever the file
        Workbook table = SheetForm.read(file, imports.headings());
        ImportChoices choices =
                new ImportChoices(understanding.choices(), addClasses, skipErrors, skipValues, accepted);
        return ImportJson.of(
                confirm
                        ? imports.store(id, role, table, choices, ImportProgress.Listener.NOBODY)
                        : imports.preview(id, role, table, choices, ImportProgress.Listener.NOBODY));
    }

    @PostMapping(
            path = "/api/programmes/{id}/participants/import/left-out",
            consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary =
                    "The rows of a file that have errors, with the reasons, in the shape in which they came; 204 for none",
            description = UNDERSTANDING)
    ResponseEntity<byte[]> leftOut(
            @PathVariable Long id,
            @RequestParam ParticipantRole role,
            @RequestParam(defaultValue = "false") boolean addClasses,
            @RequestParam(defaultValue = "false") boolean skipValues,
            @ParameterObject Understanding understanding,
            @RequestParam MultipartFile file) {
        imports.programme(id);
        ImportChoices choices = new ImportChoices(understanding.choices(), addClasses, true, skipValues, false);
        return leftOut(
                imports,
                imports.preview(
                        id, role, SheetForm.read(file, imports.headings()), choices, ImportProgress.Listener.NOBODY));
    }

    /** The refused rows of a report as an answer. */
    static ResponseEntity<byte[]> leftOut(ImportOfPeople imports, ImportReport report) {
        if (report.refused() == null) {
            return ResponseEntity.noContent().build();
        }
        Workbook refused = report.refused().compact();
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(
                                        imports.leftOutName() + (refused.spreadsheet() ? ".xlsx" : ".csv"),
                                        StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .contentType(refused.spreadsheet() ? XLSX : CSV)
                .body(refused.file());
    }
}
