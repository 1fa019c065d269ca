package org.mentoringroadmap.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.mentoringroadmap.school.CurrentUser;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.shared.NotFoundException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The guides for the people of a school: Markdown files under {@code help/}. */
@Controller
class HelpController {
    private static final List<String> GUIDES = List.of("curator", "director", "administrator", "roadmap");

    private final Parser parser = Parser.builder().build();
    private final HtmlRenderer renderer = HtmlRenderer.builder().build();
    private final HelpFigures figures;
    private final CurrentUser user;

    HelpController(HelpFigures figures, CurrentUser user) {
        this.figures = figures;
        this.user = user;
    }

    /** Opens the guide that is nearest to the role. */
    @GetMapping("/help")
    String choose() {
        if (user.has(Role.ADMINISTRATOR) || user.has(Role.MODEL_ADMINISTRATOR)) {
            return "redirect:/help/administrator";
        }
        return user.has(Role.DIRECTOR) ? "redirect:/help/director" : "redirect:/help/curator";
    }

    @GetMapping("/help/{guide}")
    String show(@PathVariable String guide, Model model) {
        if (!GUIDES.contains(guide)) {
            throw new NotFoundException("error.unknown");
        }
        model.addAttribute("guide", guide);
        model.addAttribute("guides", GUIDES);
        model.addAttribute("html", renderer.render(parser.parse(figures.in(text(guide)))));
        return "platform/help";
    }

    private static String text(String guide) {
        try {
            return new ClassPathResource("help/" + guide + ".md").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("A guide cannot be read: " + guide, e);
        }
    }
}
