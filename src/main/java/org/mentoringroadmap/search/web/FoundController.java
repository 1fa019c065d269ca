package org.mentoringroadmap.search.web;

import org.mentoringroadmap.search.Search;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What was found in all that one may see. */
@Controller
class FoundController {
    private static final int MAX_LENGTH = 100;

    private final Search search;

    FoundController(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    String show(@RequestParam(defaultValue = "") String q, Model model) {
        String text = q.length() > MAX_LENGTH ? q.substring(0, MAX_LENGTH) : q;
        model.addAttribute("q", text);
        model.addAttribute("short", text.strip().length() < Search.SHORTEST);
        model.addAttribute("found", search.find(text));
        model.addAttribute("limit", Search.LIMIT);
        return "search/found";
    }
}
