package org.mentoringroadmap.matching.web;

import org.mentoringroadmap.matching.run.PairMatrices;
import org.mentoringroadmap.matching.run.PairMatrix;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** «Матрица совпадений», the paper of the row «сопоставление анкет», to be taken along and printed. */
@Controller
class MatrixController {
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final PairMatrices matrices;
    private final MatrixSheet sheet;
    private final AuditTrail trail;

    MatrixController(PairMatrices matrices, MatrixSheet sheet, AuditTrail trail) {
        this.matrices = matrices;
        this.sheet = sheet;
        this.trail = trail;
    }

    @GetMapping("/matching-runs/{runId}/matrix")
    ResponseEntity<byte[]> matrix(@PathVariable Long runId) {
        PairMatrix matrix = matrices.of(runId);
        byte[] file = sheet.of(matrix);
        trail.record(AuditEvent.of(AuditAct.MATRIX_EXPORTED, runId)
                .count(matrix.rows().size()));
        return ResponseEntity.ok()
                .contentType(XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("matrix-" + matrix.run().number() + ".xlsx")
                                .build()
                                .toString())
                .body(file);
    }
}
