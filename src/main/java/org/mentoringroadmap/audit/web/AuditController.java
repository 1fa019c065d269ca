package org.mentoringroadmap.audit.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.mentoringroadmap.audit.AuditFilter;
import org.mentoringroadmap.audit.AuditQueries;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.School;
import org.mentoringroadmap.school.Schools;
import org.mentoringroadmap.school.Staff;
import org.mentoringroadmap.school.StaffMember;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditThing;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** «Журнал действий»: who did what and when, to look at and to take along. */
@Controller
@RequestMapping("/audit")
class AuditController {
    private static final int PAGE = 50;
    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final AuditQueries queries;
    private final AuditTable table;
    private final AuditTrail trail;
    private final Schools schools;
    private final Staff staff;
    private final CurrentUser user;

    AuditController(
            AuditQueries queries, AuditTable table, AuditTrail trail, Schools schools, Staff staff, CurrentUser user) {
        this.queries = queries;
        this.table = table;
        this.trail = trail;
        this.schools = schools;
        this.staff = staff;
        this.user = user;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) String who,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) AuditThing thing,
            @RequestParam(required = false) String id,
            @RequestParam(required = false) Long before,
            Model model) {
        AuditFilter filter = new AuditFilter(from, to, who, what, thing, id);
        model.addAttribute("found", queries.find(filter, before, PAGE))
                .addAttribute("filter", filter)
                .addAttribute("first", before == null)
                .addAttribute("kinds", AuditAct.Kind.values())
                .addAttribute("things", AuditThing.values())
                .addAttribute("names", names())
                .addAttribute(
                        "severalSchools",
                        user.has(Role.ADMINISTRATOR) && schools.ids().size() > 1);
        return "audit/audit";
    }

    /** Who acts under which login, by name; empty for who sees several schools and chooses none of them. */
    private Map<String, String> names() {
        List<School> visible = schools.visible();
        if (visible.size() != 1) {
            return Map.of();
        }
        List<StaffMember> members = staff.of(visible.get(0).id());
        Map<Long, String> shortNames = StaffMember.shortNames(members);
        return members.stream()
                .filter(member -> member.account().isPresent())
                .sorted(Comparator.comparing(StaffMember::fullName))
                .collect(Collectors.toMap(
                        member -> member.account().get(),
                        member -> shortNames.get(member.id()),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    @GetMapping("/export")
    ResponseEntity<byte[]> export(
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam(required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate to,
            @RequestParam(required = false) String who,
            @RequestParam(required = false) String what,
            @RequestParam(required = false) AuditThing thing,
            @RequestParam(required = false) String id,
            @RequestParam(defaultValue = "xlsx") String format) {
        boolean csv = format.equals("csv");
        AuditFilter filter = new AuditFilter(from, to, who, what, thing, id);
        AuditTable.Written written = csv ? table.csv(filter) : table.xlsx(filter);
        String extension = csv ? "csv" : "xlsx";
        trail.record(
                AuditEvent.of(AuditAct.AUDIT_EXPORTED).count(written.acts()).fact("format", extension));
        return ResponseEntity.ok()
                .contentType(csv ? CSV : XLSX)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("audit." + extension)
                                .build()
                                .toString())
                .body(written.file());
    }
}
