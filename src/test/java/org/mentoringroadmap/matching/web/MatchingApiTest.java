package org.mentoringroadmap.matching.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.mentoringroadmap.matching.MatchingTestCase;
import org.mentoringroadmap.participant.Participant;
import org.mentoringroadmap.participant.ParticipantRole;
import org.mentoringroadmap.school.Role;
import org.mentoringroadmap.support.ApplicationTest;
import org.mentoringroadmap.support.EngineTraces;
import org.mentoringroadmap.support.TestSchool;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** The interface for other programs, from proposal to pairs. */
@ApplicationTest
class MatchingApiTest extends MatchingTestCase {
    @Autowired
    private MockMvc mvc;

    @Autowired
    private ObjectMapper json;

    @Autowired
    private JdbcTemplate jdbc;

    @Test
    void fromProposalToPairs() throws Exception {
        Participant player = mentee().likes("шахматы").enter();
        Participant young = teacher(ParticipantRole.MENTEE).enter();
        Participant chess = mentor().likes("шахматы").enter();
        Participant other = mentor().likes("бег").enter();

        long run = proposed("{\"forms\":[],\"preferences\":false}");

        call(get("/api/matching-runs/{id}/pairs", run))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].mentee").value(player.id()))
                .andExpect(jsonPath("$[0].menteeName").value(player.person().fullName()))
                .andExpect(jsonPath("$[0].mentor").value(chess.id()))
                .andExpect(jsonPath("$[0].score").isNumber())
                .andExpect(jsonPath("$[0].lossIfOther").isNumber())
                .andExpect(jsonPath("$[0].reasons", Matchers.hasItem("Общие интересы: шахматы")));
        call(get("/api/matching-runs/{id}/unmatched", run))
                .andExpect(jsonPath("$.length()").value(1))
                .andExpect(jsonPath("$[0].mentee").value(young.id()))
                .andExpect(jsonPath("$[0].reasons[0]").value("Нет общей формы наставничества: наставников 2 из 2"));

        call(body(post("/api/matching-runs/{id}/vetoes", run), mark(player, chess, "")))
                .andExpect(status().isBadRequest());
        call(body(post("/api/matching-runs/{id}/vetoes", run), mark(player, chess, "Соседи")))
                .andExpect(status().isNoContent());
        call(body(post("/api/matching-runs/{id}/locks", run), mark(player, other, "")))
                .andExpect(status().isNoContent());
        call(post("/api/matching-runs/{id}/confirm", run))
                .andExpect(status().isConflict())
                .andExpect(content().string(Matchers.containsString("запрещена")));

        long next = proposed("{}");
        call(get("/api/matching-runs/{id}/pairs", next))
                .andExpect(jsonPath("$[0].mentor").value(other.id()))
                .andExpect(jsonPath("$[0].locked").value(true))
                .andExpect(jsonPath("$[0].lossIfOther").isEmpty());
        call(body(post("/api/matching-runs/{id}/confirm", next), "{\"groups\":[" + other.id() + "]}"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.pairs").value(1))
                .andExpect(jsonPath("$.groups").value(0))
                .andExpect(jsonPath("$.left").value(1));
        call(post("/api/matching-runs/{id}/confirm", next)).andExpect(status().isConflict());
        for (String part : List.of("pairs", "unmatched")) {
            call(get("/api/matching-runs/{id}/" + part, run))
                    .andExpect(status().isNotFound())
                    .andExpect(content().string(Matchers.containsString("больше не хранится")));
        }

        assertThat(EngineTraces.of(
                        jdbc,
                        table -> !table.startsWith("ACT_ID_"),
                        text -> text.contains(player.person().fullName()) || text.contains("Соседи")))
                .as("the engine knows nothing of it")
                .isEmpty();
    }

    @Test
    void whoMayNotIsToldSo() throws Exception {
        mentee().enter();
        long run = proposed("{}");
        TestSchool other = schools.create(Role.CURATOR);

        mvc.perform(get("/api/matching-runs/{id}/pairs", run)
                        .with(httpBasic(other.login(Role.CURATOR), TestSchool.PASSWORD)))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/matching-runs/{id}/confirm", run)
                        .with(httpBasic(school.login(Role.DIRECTOR), TestSchool.PASSWORD)))
                .andExpect(status().isForbidden());
        call(get("/api/matching-runs/{id}/pairs", -1)).andExpect(status().isNotFound());
        call(body(post("/api/programmes/{id}/matching-runs", programmeId), "{\"forms\":[\"no-such\"]}"))
                .andExpect(status().isBadRequest());
        call(body(post("/api/matching-runs/{id}/locks", run), "{}")).andExpect(status().isBadRequest());
    }

    private long proposed(String body) throws Exception {
        return json.readTree(call(body(post("/api/programmes/{id}/matching-runs", programmeId), body))
                        .andExpect(status().isCreated())
                        .andExpect(jsonPath("$.matched").isNumber())
                        .andExpect(jsonPath("$.unmatched").isNumber())
                        .andExpect(jsonPath("$.total").isNumber())
                        .andExpect(jsonPath("$.optimal").value(true))
                        .andExpect(jsonPath("$.blockingPairs").isNumber())
                        .andExpect(jsonPath("$.policyVersion").isString())
                        .andExpect(jsonPath("$.changedMeanwhile").value(false))
                        .andReturn()
                        .getResponse()
                        .getContentAsString())
                .path("id")
                .asLong();
    }

    private static String mark(Participant mentee, Participant mentor, String reason) {
        return "{\"mentee\":" + mentee.id() + ",\"mentor\":" + mentor.id() + ",\"reason\":\"" + reason + "\"}";
    }

    private static MockHttpServletRequestBuilder body(MockHttpServletRequestBuilder request, String body) {
        return request.contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private ResultActions call(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(httpBasic(school.login(Role.CURATOR), TestSchool.PASSWORD)));
    }
}
