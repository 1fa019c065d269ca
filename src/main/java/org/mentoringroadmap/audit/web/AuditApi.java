package org.mentoringroadmap.audit.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import org.mentoringroadmap.audit.AuditFilter;
import org.mentoringroadmap.audit.AuditQueries;
import org.mentoringroadmap.audit.AuditRow;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.Recorded;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who did what and when, for other programs. */
@RestController
@Tag(name = "audit")
class AuditApi {
    /**
     * A page of acts.
     *
     * @param items the newest first
     * @param next value of {@code before} for the next page; null on the last one
     */
    record AuditJson(List<AuditRow> items, Long next) {}

    private final AuditQueries queries;

    AuditApi(AuditQueries queries) {
        this.queries = queries;
    }

    @Recorded(value = AuditAct.AUDIT_EXPORTED, count = "items")
    @GetMapping("/api/audit")
    @Operation(
            summary = "Who did what and when, the newest first; 403 for all but director and administrator",
            description = "An administrator reads all acts, a director those of the own school."
                    + " Acts hold ids and logins, never names of people.")
    AuditJson find(
            @Parameter(description = "First day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate from,
            @Parameter(description = "Last day")
                    @RequestParam(required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    LocalDate to,
            @Parameter(description = "Login of an account") @RequestParam(required = false) String who,
            @Parameter(description = "An act such as REGISTER_EXPORTED, or a kind of acts such as EXPORT")
                    @RequestParam(required = false)
                    String what,
            @Parameter(description = "What the act was about") @RequestParam(required = false) AuditThing thing,
            @Parameter(description = "Which one it was about") @RequestParam(required = false) String id,
            @Parameter(description = "The field next of the page before") @RequestParam(required = false) Long before,
            @Parameter(description = "How many at most, up to 500") @RequestParam(defaultValue = "50") int size) {
        AuditQueries.Found found = queries.find(new AuditFilter(from, to, who, what, thing, id), before, size);
        return new AuditJson(found.rows(), found.next());
    }
}
