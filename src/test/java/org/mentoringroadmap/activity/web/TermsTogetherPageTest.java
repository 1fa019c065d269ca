package org.mentoringroadmap.activity.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.activity.term.MovedTerm;
import org.mentoringroadmap.activity.term.Terms;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.TestClock;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Moving one term of a running year with what comes after it. */
@ApplicationTest
class TermsTogetherPageTest {
    private static final Pattern SHOWN = Pattern.compile("name=\"shown\" value=\"([^\"]+)\"");
    private static final Pattern MOVE = Pattern.compile("name=\"move\" value=\"([^\"]+)\"");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private Terms terms;

    private TestSchool school;
    private Long programme;
    private Browser curator;

    @BeforeEach
    void start() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2025, 5, 1, 10, 0));
        school = schools.create(Role.CURATOR, Role.TEACHER);
        programme = Long.valueOf(school.start("target-model", "2025-2026"));
        curator = new Browser(mvc, school, Role.CURATOR);
    }

    @Test
    void showsMovesAndTakesBack() throws Exception {
        String page = text(send("together", "2025-11-14"));
        List<String> shown = shown(page);
        assertThat(page)
                .contains("1.4.3 «", "до 14.11.2025", "Ещё ничего не сохранено", "Сдвинуть все: " + (shown.size() + 1));
        assertThat(shown).anyMatch(each -> each.startsWith("000-4.1.1=2025-"));
        assertThat(terms.of(programme)).isEmpty();

        send("accepted", "2025-11-14", shown.toArray(String[]::new))
                .andExpect(redirectedUrl("/programmes/" + programme + "#item-000-1.4.3"))
                .andExpect(flash().attribute("notice", "term.moved-together"));

        Map<String, MovedTerm> moved = terms.of(programme);
        assertThat(moved).hasSize(shown.size() + 1);
        assertThat(terms.find(programme, "000-1.4.3"))
                .hasValueSatisfying(term -> assertThat(term.reason()).isEqualTo("ремонт"));
        assertThat(terms.find(programme, "000-4.1.1")).hasValueSatisfying(term -> {
            assertThat(term.reason()).isEqualTo("вслед за пунктом 1.4.3");
            assertThat(term.due()).isAfterOrEqualTo(LocalDate.of(2025, 11, 14));
        });
        Matcher id = MOVE.matcher(text(curator.open("/programmes/" + programme)));
        assertThat(id.find()).isTrue();

        curator.send("/programmes/" + programme + "/terms/take-back", "move", id.group(1))
                .andExpect(flash().attribute("termsBack", moved.size()));
        assertThat(terms.of(programme)).isEmpty();
    }

    /** What nobody has seen is not moved. */
    @Test
    void whatIsNotAsItWasShownIsShownAnew() throws Exception {
        String page = text(send("accepted", "2025-11-14", "000-4.1.1=2025-12-31"));

        assertThat(page).contains("Пока вы смотрели, сроки изменились");
        assertThat(shown(page)).isNotEmpty();
        assertThat(terms.of(programme)).isEmpty();

        assertThat(text(send("accepted", "2025-11-14", "000-4.1.1"))).contains("Пока вы смотрели");
    }

    @Test
    void whereNothingFollowsOnlyTheOneIsOffered() throws Exception {
        TestClock.moveTo(LocalDateTime.of(2025, 5, 1, 10, 0));
        String page = text(send("together", "2025-05-30"));

        assertThat(page)
                .contains("сдвинется только он", "Перенести только этот срок")
                .doesNotContain("Сдвинуть все");
    }

    @Test
    void aMoveThatIsRefusedIsRefusedHereToo() throws Exception {
        send("together", "2025-04-01")
                .andExpect(
                        flash().attribute("termRefusal", Matchers.hasToString(Matchers.containsString("term.past"))));
        assertThat(terms.of(programme)).isEmpty();
        new Browser(mvc, school, Role.TEACHER)
                .send(path(), "together", "true", "due", "2025-11-14", "reason", "ремонт")
                .andExpect(status().isForbidden());
        new Browser(mvc, school, Role.TEACHER)
                .send(path(), "accepted", "true", "due", "2025-11-14", "reason", "ремонт")
                .andExpect(status().isForbidden());
        curator.open("/programmes/" + programme)
                .andExpect(content().string(Matchers.containsString("Сдвинуть и то, что от него зависит")));
    }

    private ResultActions send(String button, String due, String... shown) throws Exception {
        List<String> fields = new ArrayList<>(List.of(button, "true", "due", due, "reason", "ремонт"));
        for (String each : shown) {
            fields.add("shown");
            fields.add(each);
        }
        return curator.send(path(), fields.toArray(String[]::new));
    }

    private String path() {
        return "/programmes/" + programme + "/activities/000-1.4.3/term";
    }

    private static List<String> shown(String page) {
        return SHOWN.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private static String text(ResultActions page) throws Exception {
        return page.andExpect(status().isOk()).andReturn().getResponse().getContentAsString(StandardCharsets.UTF_8);
    }
}
