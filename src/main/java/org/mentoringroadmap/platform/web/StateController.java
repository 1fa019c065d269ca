package org.mentoringroadmap.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.mentoringroadmap.MentoringRoadmapApplication;
import org.mentoringroadmap.platform.engine.EngineWork;
import org.mentoringroadmap.platform.operation.DatabaseStock;
import org.mentoringroadmap.platform.operation.DatabaseWatch;
import org.mentoringroadmap.platform.operation.DiskSpace;
import org.mentoringroadmap.platform.operation.NightlyCopies;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.AuditAct;
import org.mentoringroadmap.shared.AuditEvent;
import org.mentoringroadmap.shared.AuditTrail;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/** How the installation is, in figures that an administrator can act on, and a copy of its database. */
@Controller
class StateController {
    private static final double MEGABYTE = 1024 * 1024;

    private final DatabaseStock database;
    private final NightlyCopies copies;
    private final DatabaseWatch watch;
    private final DiskSpace disk;
    private final EngineWork work;
    private final ClearText clearText;
    private final CurrentUser user;
    private final AuditTrail trail;
    private final Clock clock;

    StateController(
            DatabaseStock database,
            NightlyCopies copies,
            DatabaseWatch watch,
            DiskSpace disk,
            EngineWork work,
            ClearText clearText,
            CurrentUser user,
            Clock clock,
            AuditTrail trail) {
        this.database = database;
        this.copies = copies;
        this.watch = watch;
        this.disk = disk;
        this.work = work;
        this.clearText = clearText;
        this.user = user;
        this.clock = clock;
        this.trail = trail;
    }

    @GetMapping(Menu.STATE)
    String show(HttpServletRequest request, Model model) {
        user.require(Role.ADMINISTRATOR);
        model.addAttribute("secure", request.isSecure());
        model.addAttribute("exposed", ClearText.isExposed(request));
        ClearText.Seen seen = clearText.seen().orElse(null);
        model.addAttribute("clearText", seen);
        model.addAttribute("lastClearText", seen == null ? null : local(seen.last()));
        model.addAttribute("product", database.product());
        model.addAttribute(
                "size", database.size().map(StateController::megabytes).orElse(null));
        model.addAttribute("breaks", watch.breaks());
        model.addAttribute("copied", database.isCopied());
        model.addAttribute("copies", copies.state().orElse(null));
        model.addAttribute("home", disk.home());
        model.addAttribute("free", megabytes(disk.free()));
        model.addAttribute("total", megabytes(disk.total()));
        model.addAttribute("low", disk.isLow());
        EngineWork.Queue queue = work.queue();
        model.addAttribute("queue", queue);
        model.addAttribute("oldest", queue.oldest().map(this::local).orElse(null));
        model.addAttribute(
                "version", MentoringRoadmapApplication.class.getPackage().getImplementationVersion());
        model.addAttribute(
                "started",
                local(Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime())));
        model.addAttribute("java", Runtime.version());
        return "platform/state";
    }

    @PostMapping(Menu.STATE + "/copy")
    void copy(HttpServletResponse response) throws IOException {
        user.require(Role.ADMINISTRATOR);
        Path copy = database.copy();
        trail.record(AuditEvent.of(AuditAct.DATABASE_COPIED));
        String name =
                "mentoring-" + local(clock.instant()).format(DateTimeFormatter.ofPattern("yyyy-MM-dd-HHmm")) + ".zip";
        response.setContentType("application/zip");
        response.setContentLengthLong(copy.toFile().length());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment().filename(name).build().toString());
        database.handOver(copy, response.getOutputStream());
    }

    private LocalDateTime local(Instant at) {
        return LocalDateTime.ofInstant(at, clock.getZone());
    }

    private static double megabytes(long bytes) {
        return bytes / MEGABYTE;
    }
}
