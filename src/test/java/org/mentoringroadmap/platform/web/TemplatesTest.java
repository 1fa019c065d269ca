package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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

    /** An element of a list of which each line has a form of its own leads back to that line, see {@code app.js}. */
    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][\\w:-]*)((?:\"[^\"]*\"|'[^']*'|[^>\"'])*)>");

    private static final Pattern ACTION = Pattern.compile("th:(?:form)?action=\"([^\"]*)\"");
    private static final Set<String> WITHOUT_END = Set.of("input", "br", "link", "meta", "img", "hr", "col", "use");

    /** Acts after which another page is shown, or one whose first lines these are. */
    private static final Set<String> LEADS_ELSEWHERE = Set.of(
            "inbox.html @{/documents/{id}/take-back(id=${d.id()})}",
            "activity.html @{/tasks/{id}/open(id=${line.task.id})}",
            "main.html @{/tasks/{id}/open(id=${line.task.id})}",
            "main.html @{${act.action}}",
            "main.html @{/help-wishes/{i}/close(i=${wish.invitationId()})}",
            "campaign.html |${base}/others|");

    @Test
    void anActOnALineOfAListLeadsBackToThatLine() throws IOException {
        List<String> found = new ArrayList<>();
        int forms = 0;
        for (Resource template :
                new PathMatchingResourcePatternResolver().getResources("classpath*:/templates/**/*.html")) {
            Deque<String[]> open = new ArrayDeque<>();
            Matcher tag = TAG.matcher(
                    template.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?s)<!--.*?-->", ""));
            while (tag.find()) {
                String name = tag.group(2);
                String attributes = tag.group(3);
                if (!tag.group(1).isEmpty()) {
                    while (!open.isEmpty() && !open.pop()[0].equals(name)) {
                        // what stood in it without an end
                    }
                    continue;
                }
                boolean inLine = open.stream().anyMatch(one -> one[1].contains("th:each"));
                boolean posts = name.equals("form") && attributes.contains("\"post\"")
                        || name.equals("button") && attributes.contains("formaction");
                Matcher action = ACTION.matcher(attributes);
                if ((inLine || attributes.contains("th:each")) && posts && action.find()) {
                    forms++;
                    String line = template.getFilename() + " " + action.group(1);
                    if (!action.group(1).contains("#") && !LEADS_ELSEWHERE.contains(line)) {
                        found.add(line);
                    }
                }
                if (!WITHOUT_END.contains(name)) {
                    open.push(new String[] {name, attributes});
                }
            }
        }
        assertThat(found).isEmpty();
        assertThat(forms).isGreaterThan(25);
    }
}
