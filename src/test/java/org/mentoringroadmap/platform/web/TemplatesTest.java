package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A page has no styles, scripts and handlers in itself: browsers are told to refuse them. */
class TemplatesTest {
    private static final Pattern OWN = Pattern.compile(
            "<style|\\s(th:)?style\\s*=|\\s(th:)?on[a-z]+\\s*=|javascript:|<script(?![^>]*\\ssrc=)(?![^>]*th:src=)",
            Pattern.CASE_INSENSITIVE);

    /** Pages whose policy names their style by its hash, and what is a file in an archive and no page. */
    private static final Set<String> OTHERWISE = Set.of(
            "database-away.html", "starting.html", "raw-error.html", "folder-inventory.html", "person-data.html");

    @Test
    void noPageHasWhatBrowsersRefuse() throws IOException {
        List<String> found = new ArrayList<>();
        int pages = 0;
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/templates/**/*.html")) {
            String text = template.getContentAsString(StandardCharsets.UTF_8);
            Matcher own = OWN.matcher(text);
            pages++;
            while (own.find() && !OTHERWISE.contains(template.getFilename())) {
                found.add(template.getFilename() + ": "
                        + text.substring(own.start(), Math.min(text.length(), own.start() + 60)));
            }
        }
        assertThat(found).isEmpty();
        assertThat(pages).isGreaterThan(70);
    }
}
