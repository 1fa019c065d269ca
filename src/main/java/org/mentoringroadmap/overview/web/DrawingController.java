package org.mentoringroadmap.overview.web;

import java.util.LinkedHashMap;
import java.util.Map;
import org.mentoringroadmap.overview.Overview;
import org.mentoringroadmap.overview.ProgrammeTable;
import org.mentoringroadmap.programme.Editions;
import org.mentoringroadmap.roadmap.drawing.Drawings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The roadmap of a programme as it is drawn, with number, term and roles of each row, to be laid beside the paper. */
@Controller
class DrawingController {
    private final Overview overview;
    private final Editions editions;
    private final Drawings drawings;

    DrawingController(Overview overview, Editions editions, Drawings drawings) {
        this.overview = overview;
        this.editions = editions;
        this.drawings = drawings;
    }

    /** @param part process of a stage; blank for the whole year */
    @GetMapping("/programmes/{id}/drawing")
    String show(@PathVariable Long id, @RequestParam(defaultValue = "") String part, Model model) {
        ProgrammeTable table = overview.table(id);
        Map<String, String> parts = new LinkedHashMap<>();
        table.roadmap().stages().stream()
                .filter(stage -> stage.processId() != null)
                .forEach(stage -> parts.putIfAbsent(stage.processId(), stage.label()));
        model.addAttribute("table", table);
        model.addAttribute("parts", parts);
        model.addAttribute("part", part);
        model.addAttribute("year", table.programme().schoolYear());
        model.addAttribute(
                "drawing", drawings.of(part.isBlank() ? table.roadmap().id() : part, editions.of(table.programme())));
        return "overview/drawing";
    }
}
