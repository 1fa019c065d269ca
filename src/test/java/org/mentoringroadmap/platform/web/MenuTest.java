package org.mentoringroadmap.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

class MenuTest {
    /** Before signing in, of the whole site, above the menu, and what is a file or an answer to a program. */
    private static final List<String> IN_NO_MENU = List.of(
            "/login",
            "/q",
            "/error",
            "/search",
            "/notifications",
            "/api/",
            "/evidence/",
            "/camunda",
            "/documents.xlsx");

    @Test
    void everyPageHasALineOfTheMenu() throws IOException {
        List<String> routes = new ClassPathResource("security/routes.csv")
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("GET;"))
                .map(line -> line.split(";")[1].strip().replaceFirst(" \\[.*]$", ""))
                .toList();

        assertThat(routes).hasSizeGreaterThan(100);
        assertThat(routes)
                .filteredOn(route -> IN_NO_MENU.stream().noneMatch(route::startsWith))
                .filteredOn(
                        route -> Menu.active(route.replaceAll("\\{\\w+}", "1")).isEmpty())
                .isEmpty();
    }

    /** A task is a task, whichever page carries it, and one of a programme's pages is where its tab is. */
    @Test
    void aPageStandsForTheLineThatLeadsToIt() {
        assertThat(Set.of("/tasks/activity", "/tasks/1/waiting", "/tasks/matching"))
                .allMatch(path -> Menu.active(path).equals("/camunda/app/tasklist/default/"));
        assertThat(Menu.active("/programmes/1/pairs/2")).isEqualTo("/pairs");
        assertThat(Menu.active("/programmes/1/activities/1.1.1")).isEqualTo("/roadmap");
        assertThat(Menu.active("/participants/3/journal")).isEqualTo("/participants");
    }
}
