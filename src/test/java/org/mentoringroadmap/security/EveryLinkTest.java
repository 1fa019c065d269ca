package org.mentoringroadmap.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.mentoringroadmap.participant.ParticipantCategory;
import org.mentoringroadmap.participant.ParticipantDetails;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.participant.Registers;
import org.mentoringroadmap.person.PersonDetails;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.school.SchoolClasses;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.Sessions;
import org.mentoringroadmap.support.TestSchool;
import org.mentoringroadmap.support.TestSchools;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.util.HtmlUtils;

/**
 * Every role follows what its pages offer, menu and tabs among it, from page to page: nothing leads to a refusal or to
 * what is not there.
 */
@ApplicationTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EveryLinkTest {
    private static final Pattern LINK = Pattern.compile("<a\\b[^>]*?\\bhref=\"([^\"]*)\"");

    /** Of pages that differ only in their numbers and parameters, so many are opened. */
    private static final int ALIKE = 4;

    /** Of papers, of which one may be open and the next not. */
    private static final int ALIKE_PAPERS = 40;

    private static final Pattern PAPERS = Pattern.compile("/(api/)?(documents|evidence)/\\d+.*");

    @Autowired
    private MockMvc mvc;

    @Autowired
    private TestSchools schools;

    @Autowired
    private SchoolClasses classes;

    @Autowired
    private Registers registers;

    @Autowired
    private AutowireCapableBeanFactory beans;

    private TestSchool school;
    private Long programme;

    @BeforeAll
    void aYearWithSomethingOnEveryPage() {
        school = schools.create();
        programme = Long.valueOf(school.start("target-model", "2026-2027"));
        RouteThings things = new RouteThings(school, programme);
        beans.autowireBean(things);
        things.makeDocuments();
        Long own = classes.add(school.id(), "5А", school.staffId(Role.CLASS_TEACHER))
                .id();
        school.as(
                Role.CURATOR,
                () -> registers.enter(
                        programme,
                        ParticipantRole.MENTEE,
                        PersonDetails.named("Примеров", things.newName(), null, null),
                        ParticipantDetails.of(ParticipantRole.MENTEE, ParticipantCategory.PUPIL, own)));
        things.run();
        things.pair();
        things.search();
        things.withdrawn();
        things.card();
        things.partner();
        for (String item : new String[] {"000-1.1.1", "000-1.2.5", "000-1.3.4", "000-2.1.2b", "000-5.2.3a"}) {
            things.photo(item);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_NONE, names = ".*ADMINISTRATOR")
    void nothingLeadsToARefusal(Role role) throws Exception {
        followEverything(role);
    }

    /** They see every school, model and version, and so three times as much as all others together. */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = ".*ADMINISTRATOR")
    @Tag("long")
    void nothingLeadsAnAdministratorToARefusal(Role role) throws Exception {
        followEverything(role);
    }

    private void followEverything(Role role) throws Exception {
        MockHttpSession session =
                role == Role.ADMINISTRATOR ? Sessions.ofAdministrator(mvc) : Sessions.of(mvc, school, role);
        Map<String, String> refused = new TreeMap<>();
        Map<String, Integer> alike = new HashMap<>();
        Set<String> known = new HashSet<>();
        Set<String> opened = new TreeSet<>();
        Deque<String> waiting = new ArrayDeque<>();
        Map<String, String> from = new HashMap<>();
        waiting.add("/");
        waiting.add("/programmes/" + programme);
        while (!waiting.isEmpty()) {
            String path = waiting.remove();
            if (!known.add(path) || alike.merge(shape(path), 1, Integer::sum) > most(path)) {
                continue;
            }
            MockHttpServletResponse answer = mvc.perform(get(URI.create(path)).session(session))
                    .andReturn()
                    .getResponse();
            if (answer.getStatus() == 302 || answer.getStatus() == 303) {
                String next = answer.getHeader("Location").replaceFirst("^http://localhost", "");
                waiting.addFirst(next);
                from.putIfAbsent(next, path);
            } else if (answer.getStatus() != 200) {
                refused.put(path, answer.getStatus() + " from " + from.get(path) + ": " + said(answer));
            } else if (String.valueOf(answer.getContentType()).startsWith("text/html")) {
                opened.add(shape(path));
                for (String next : links(answer.getContentAsString(StandardCharsets.UTF_8), path)) {
                    from.putIfAbsent(next, path);
                    waiting.add(next);
                }
            }
        }

        assertThat(refused).isEmpty();
        assertThat(opened).contains("/", "/programmes", "/documents", "/help/curator");
        if (role == Role.CURATOR) {
            assertThat(opened)
                    .contains(
                            "/programmes/0/folder",
                            "/programmes/0/admissions",
                            "/programmes/0/partners",
                            "/programmes/0/pairs/0",
                            "/participants/0",
                            "/documents/0",
                            "/documents/paper");
        }
    }

    /** What the page says about it. */
    private static String said(MockHttpServletResponse answer) throws Exception {
        String page = answer.getContentAsString(StandardCharsets.UTF_8).replaceAll("(?s).*<main", "<main");
        return page.replaceAll("(?s)<[^>]*>", " ").replaceAll("\\s+", " ").strip();
    }

    private static String shape(String path) {
        return path.replaceAll("[?].*", "").replaceAll("\\d+", "0");
    }

    private static int most(String path) {
        return PAPERS.matcher(path).matches() ? ALIKE_PAPERS : ALIKE;
    }

    /** Links to pages of ours; the engine's webapps have tests of their own. */
    private static Set<String> links(String html, String page) {
        Set<String> links = new TreeSet<>();
        Matcher matcher = LINK.matcher(html);
        while (matcher.find()) {
            String link = HtmlUtils.htmlUnescape(matcher.group(1)).replaceAll("#.*", "");
            if (link.startsWith("?")) {
                link = page.replaceAll("[?].*", "") + link;
            }
            if (link.contains("/consents/print")) {
                continue; // says in words that everybody has signed already
            }
            if (link.startsWith("/") && !link.startsWith("//") && !link.startsWith("/camunda/")) {
                links.add(link.replace(" ", "%20"));
            }
        }
        return links;
    }
}
